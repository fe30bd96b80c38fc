//! Settings: language, theme, text size, the demonstration, the app and its storage.

mod demonstration;
mod duties;
mod page;
mod people;

use leptos::prelude::*;
use locales::Language;
use replica::Preference;

pub(crate) use demonstration::{DemonstrationLoader, leave_demonstration};
pub(crate) use page::SettingsPage;

use crate::context::{Tablet, Wording};

/// The value of the preference for books while the demonstration is open.
pub(crate) const DEMONSTRATION: &str = "demonstration";

/// Dresses the page in the chosen language, theme and text size.
pub(crate) fn dress(tablet: Tablet, language: Language) {
    let device = tablet.device();
    let (theme, size) = (device.preference(Preference::Theme), device.preference(Preference::TextSize));
    device.dress(language.tag(), theme.as_deref(), size.as_deref());
}

/// Changes the language of the screen, and remembers it.
pub(crate) fn choose_language(tablet: Tablet, wording: Wording, language: Language) {
    tablet.device().set_preference(Preference::Language, Some(language.tag()));
    dress(tablet, language);
    wording.0.set(language);
}
