//! What is seen when the app itself fails: a calm page, made at once and with nothing but the page's own means, because
//! after a panic no code of the app may run again. It must never show or log anything personal.

use std::panic::PanicHookInfo;

use wasm_bindgen::prelude::JsValue;
use web_sys::{Document, Element, console};

use crate::page;

/// The page's words in one language.
#[derive(Clone, Debug)]
pub struct PanicPage {
    /// The language's tag.
    pub language: String,
    /// What happened.
    pub title: String,
    /// What is safe, and what to do.
    pub text: String,
    /// The words on the link that opens the app anew.
    pub reopen: String,
}

/// From now on a panic shows the page, in all its languages, the one of the page first.
pub fn install_panic_page(pages: Vec<PanicPage>) {
    std::panic::set_hook(Box::new(move |info| {
        console::error_1(&JsValue::from_str(&report(info)));
        if let Some(document) = page::document() {
            // There is nobody left to hear of a failure, and the report is out.
            let _ = show_panic_page(&document, &pages);
        }
    }));
}

/// Where it happened, and the fixed part of the message: what follows a colon may be out of somebody's file.
fn report(info: &PanicHookInfo<'_>) -> String {
    let message = info.payload_as_str().unwrap_or("no message");
    let fixed = message.split(": ").next().unwrap_or_default();
    info.location().map_or_else(|| fixed.to_owned(), |place| format!("{fixed} at {place}"))
}

/// Puts the page in the place of all that the document shows.
///
/// # Errors
/// What the browser answers if it refuses an element.
pub fn show_panic_page(document: &Document, pages: &[PanicPage]) -> Result<(), JsValue> {
    let Some(body) = document.body() else { return Ok(()) };
    let main = child(document, &body, "main", "")?;
    main.set_class_name("panic-page");
    main.set_attribute("role", "alert")?;
    let language = document.document_element().and_then(|root| root.get_attribute("lang")).unwrap_or_default();
    let (first, others): (Vec<_>, Vec<_>) = pages.iter().partition(|page| page.language == language);
    for page in first.into_iter().chain(others) {
        section(document, &main, page)?;
    }
    body.replace_children_with_node_1(&main);
    Ok(())
}

fn section(document: &Document, main: &Element, page: &PanicPage) -> Result<(), JsValue> {
    let section = child(document, main, "section", "")?;
    section.set_attribute("lang", &page.language)?;
    child(document, &section, "h1", &page.title)?;
    child(document, &section, "p", &page.text)?;
    // A plain link that no router takes up: the handlers of a button would run in the app that has failed.
    let reopen = child(document, &section, "a", &page.reopen)?;
    reopen.set_attribute("href", "./")?;
    reopen.set_attribute("rel", "external")?;
    reopen.set_attribute("class", "button primary")
}

fn child(document: &Document, parent: &Element, tag: &str, text: &str) -> Result<Element, JsValue> {
    let element = document.create_element(tag)?;
    element.set_text_content(Some(text));
    parent.append_child(&element)?;
    Ok(element)
}
