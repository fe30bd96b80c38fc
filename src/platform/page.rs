//! The page itself: its dress, its address, its events, printing and downloads. It must never show anything by itself.

use js_sys::{Array, Uint8Array};
use replica::DeviceEvent;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Blob, BlobPropertyBag, CustomEvent, Document, Element, EventTarget, HtmlAnchorElement, Url, Window};

use crate::breath;
use crate::events::Events;

/// The words that `public/boot.js` and the app exchange about updates.
const UPDATE_READY: &str = "bangfu-update-ready";
const UPDATE_ACCEPTED: &str = "bangfu-update-accepted";
const UPDATE_MARK: &str = "data-update";

/// How long a download may take to begin.
const DOWNLOAD_MILLIS: u32 = 60_000;

/// Tells of the network and of updates from now on, and of what is the case already.
pub(crate) fn watch(events: &Events) {
    let Some(window) = web_sys::window() else { return };
    tell_on(&window, "online", events, DeviceEvent::Network(true));
    tell_on(&window, "offline", events, DeviceEvent::Network(false));
    tell_on(&window, UPDATE_READY, events, DeviceEvent::UpdateReady);
    if !window.navigator().on_line() {
        events.tell(DeviceEvent::Network(false));
    }
    if root().is_some_and(|root| root.has_attribute(UPDATE_MARK)) {
        events.tell(DeviceEvent::UpdateReady);
    }
}

/// For as long as the page lives.
fn tell_on(target: &EventTarget, name: &str, events: &Events, event: DeviceEvent) {
    let events = events.clone();
    let listener = Closure::<dyn Fn()>::new(move || events.tell(event.clone())).into_js_value();
    // Listening fails only where there is no page.
    let _ = target.add_event_listener_with_callback(name, listener.unchecked_ref());
}

/// Asks boot.js to activate the version that lies ready and to load the page anew.
pub(crate) fn accept_update() {
    let Some(window) = web_sys::window() else { return };
    if let Ok(event) = CustomEvent::new(UPDATE_ACCEPTED) {
        let _ = window.dispatch_event(&event);
    }
}

pub(crate) fn dress(language: &str, theme: Option<&str>, text_size: Option<&str>) {
    let Some(root) = root() else { return };
    mark(&root, "lang", Some(language));
    mark(&root, "data-theme", theme);
    mark(&root, "data-text", text_size);
}

fn mark(element: &Element, name: &str, value: Option<&str>) {
    // The names are right, so the browser has nothing to refuse.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// The folder that addresses of the page are relative to, without a slash at its end.
pub(crate) fn base_path() -> String {
    let base = document().and_then(|document| document.base_uri().ok().flatten());
    let path = base.and_then(|base| Url::new(&base).ok()).map(|url| url.pathname()).unwrap_or_default();
    path.rsplit_once('/').map(|(folder, _)| folder.to_owned()).unwrap_or_default()
}

/// The address of a file of the app.
pub(crate) fn address(file: &str) -> String {
    let base = document().and_then(|document| document.base_uri().ok().flatten());
    let address = base.and_then(|base| Url::new_with_base(file, &base).ok());
    address.map_or_else(|| file.to_owned(), |address| address.href())
}

pub(crate) fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

pub(crate) fn download(name: &str, media_type: &str, content: &[u8]) -> bool {
    offer(name, media_type, content).is_some()
}

fn offer(name: &str, media_type: &str, content: &[u8]) -> Option<()> {
    let properties = BlobPropertyBag::new();
    properties.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(content));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &properties).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    forget_later(address);
    Some(())
}

/// The browser reads the address after the press has ended.
fn forget_later(address: String) {
    wasm_bindgen_futures::spawn_local(async move {
        breath::sleep(DOWNLOAD_MILLIS).await;
        let _ = Url::revoke_object_url(&address);
    });
}

/// Name and version of the browser's engine.
pub(crate) fn browser() -> String {
    let said = web_sys::window().and_then(|window| window.navigator().user_agent().ok());
    said.map(|said| engine(&said)).unwrap_or_default()
}

/// The engine, out of what a browser says of itself; all that it says if that is not understood.
fn engine(said: &str) -> String {
    let engines = [("Firefox/", "Firefox"), ("Chrome/", "Chromium"), ("Version/", "Safari")];
    let version = |mark| said.split_once(mark).and_then(|(_, rest)| rest.split([' ', '.', ';']).next());
    engines
        .iter()
        .find_map(|(mark, name)| version(*mark).map(|version| format!("{name} {version}")))
        .unwrap_or_else(|| said.to_owned())
}

fn root() -> Option<Element> {
    document()?.document_element()
}

pub(crate) fn document() -> Option<Document> {
    web_sys::window().and_then(|window: Window| window.document())
}
