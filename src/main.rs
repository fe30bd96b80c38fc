//! The composition root: builds the adapters, hands them to the app, and mounts it. Nothing else may be decided here.

#[cfg(target_arch = "wasm32")]
mod areas;

/// Starts the app in the page.
#[cfg(target_arch = "wasm32")]
fn main() {
    use std::rc::Rc;

    use leptos::prelude::*;
    use locales::Language;
    use platform::{BrowserPorter, BrowserWorld, PanicPage};
    use ui::{App, Ports};

    let in_language = |language: Language| PanicPage {
        language: language.tag().into(),
        title: language.panic_title().into(),
        text: language.panic_text().into(),
        reopen: language.panic_reopen().into(),
    };
    platform::install_panic_page(Language::ALL.map(in_language).to_vec());
    let device = platform::start();
    let (world, porter) = (Rc::new(BrowserWorld), Rc::new(BrowserPorter));
    let ports = StoredValue::new_local(Ports { device, world, porter, areas: areas::areas() });
    mount_to_body(move || view! { <App ports/> });
}

/// Natively there is no app: the root package is its tests.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
