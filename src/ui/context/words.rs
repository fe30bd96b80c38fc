//! The language of the screen. A page takes it as a value when it is made; a change of language makes the page anew.

use leptos::prelude::*;
use locales::Language;

/// The chosen language.
#[derive(Clone, Copy)]
pub(crate) struct Wording(pub(crate) RwSignal<Language>);

/// Provides the language, once, at the root.
pub(crate) fn provide_wording(language: Language) -> Wording {
    let wording = Wording(RwSignal::new(language));
    provide_context(wording);
    wording
}

/// The chosen language, to change it.
pub(crate) fn use_wording() -> Wording {
    use_context().unwrap_or_else(|| provide_wording(Language::default()))
}

/// The language that this page speaks.
pub(crate) fn use_language() -> Language {
    use_wording().0.get_untracked()
}
