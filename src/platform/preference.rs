//! Preferences and the witness, in the browser's local storage: it may forget everything at any time, and nothing
//! personal may be in it. A browser that keeps nothing answers nothing.

use gloo_storage::{LocalStorage, Storage};
use replica::Preference;

/// The value of a preference, if the browser kept it.
pub(crate) fn preference(name: Preference) -> Option<String> {
    if !is_kept(name) {
        return None;
    }
    LocalStorage::get(key(name)).ok()
}

/// Whether the browser keeps it.
pub(crate) fn set_preference(name: Preference, value: Option<&str>) -> bool {
    match value {
        _ if !is_kept(name) => false,
        Some(value) => LocalStorage::set(key(name), value).is_ok(),
        None => {
            LocalStorage::delete(key(name));
            true
        }
    }
}

/// gloo takes for granted that there is a local storage that answers; private modes and damaged profiles have none.
fn is_kept(name: Preference) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let Ok(Some(storage)) = window.local_storage() else { return false };
    storage.get_item(key(name)).is_ok()
}

const fn key(name: Preference) -> &'static str {
    match name {
        Preference::Language => "bangfu/language",
        Preference::TextSize => "bangfu/text-size",
        Preference::Theme => "bangfu/theme",
        Preference::Books => "bangfu/books",
        Preference::Witness => "bangfu/witness",
        Preference::LockAfter => "bangfu/lock-after",
        Preference::CaseColumns => "bangfu/case-columns",
        Preference::MeasuredCopies => "bangfu/measured-copies",
    }
}
