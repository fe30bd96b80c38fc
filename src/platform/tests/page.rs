//! The page: its dress, a breath, a download, and what is seen when the app has failed.

use std::cell::Cell;
use std::rc::Rc;

use platform::{PanicPage, show_panic_page};
use replica::Device;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, DomParser, SupportedType};

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

#[wasm_bindgen_test]
fn the_page_is_dressed_and_undressed() {
    let root = document().document_element().unwrap();
    let worn = || ["lang", "data-theme", "data-text"].map(|name| root.get_attribute(name));
    let device = platform::start();
    device.dress("zh-Hant", Some("dark"), Some("large"));
    assert_eq!(worn(), ["zh-Hant", "dark", "large"].map(|value| Some(value.to_owned())));
    device.dress("en", None, None);
    assert_eq!(worn(), [Some("en".to_owned()), None, None]);
}

#[wasm_bindgen_test]
async fn a_breath_lets_a_frame_be_painted() {
    let is_painted = Rc::new(Cell::new(false));
    let painted = Rc::clone(&is_painted);
    let frame = Closure::once_into_js(move || painted.set(true));
    web_sys::window().unwrap().request_animation_frame(frame.unchecked_ref()).unwrap();
    platform::start().breathe().await;
    assert!(is_painted.get() || document().hidden());
}

#[wasm_bindgen_test]
fn the_base_path_is_the_folder_of_the_base_address() {
    let base = document().create_element("base").unwrap();
    document().head().unwrap().prepend_with_node_1(&base).unwrap();
    let path = |href: &str| {
        base.set_attribute("href", href).unwrap();
        platform::start().base_path()
    };
    assert_eq!(["/", "/a/b/", "/a/index.html"].map(path), ["", "/a/b", "/a"]);
    base.remove();
}

#[wasm_bindgen_test]
fn a_download_is_offered() {
    assert!(platform::start().download("empty.txt", "text/plain", b""));
}

#[wasm_bindgen_test]
fn the_panic_page_needs_nothing_of_the_app() {
    let parser = DomParser::new().unwrap();
    let page = "<html lang='en'><body><p>all that was there</p></body></html>";
    let document = parser.parse_from_string(page, SupportedType::TextHtml).unwrap();
    let pages = ["zh-Hans", "en"].map(|language| PanicPage {
        language: language.to_owned(),
        title: format!("{language} <title>"),
        text: format!("{language} text"),
        reopen: format!("{language} reopen"),
    });
    show_panic_page(&document, &pages).unwrap();

    let body = document.body().unwrap();
    let shown = "en <title>en texten reopenzh-Hans <title>zh-Hans textzh-Hans reopen";
    assert_eq!(body.text_content().as_deref(), Some(shown), "the page's own language first");
    let links = body.query_selector_all("a[href='./'][rel=external]").unwrap();
    assert_eq!(links.length(), 2);
    assert_eq!(body.query_selector("[style], [onclick]"), Ok(None), "the content policy holds");
}
