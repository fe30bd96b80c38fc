//! Fields of forms: a value is a raw draft (`RwSignal<String>`), an error is a sentence or nothing.
//! A field must never judge its value; the form's check does, and says it through `error`.

pub mod check;
pub mod choice;
pub mod date;
pub mod file;
pub mod frame;
pub mod number;
pub mod search;
pub mod text;

pub use check::{CheckField, MultiChoice};
pub use choice::{Choice, ChoiceField};
pub use date::DateField;
pub use file::{FileButton, PictureButton};
pub use frame::{FieldFrame, FieldIds};
pub use number::NumberField;
pub use search::{Pick, SearchPick};
pub use text::{TextArea, TextField, TextKind};

use leptos::{html, prelude::*};

/// Keeps an input showing its draft without writing back what the user is typing (composition, half-typed dates).
fn show_draft(node: NodeRef<html::Input>, draft: RwSignal<String>) {
    Effect::new(move |_| {
        let text = draft.get();
        if let Some(input) = node.get()
            && input.value() != text
        {
            input.set_value(&text);
        }
    });
}

/// A callback that puts the focus on an input.
fn focus_on(node: NodeRef<html::Input>) -> Callback<()> {
    Callback::from(move || {
        if let Some(input) = node.get_untracked() {
            // Focus is a comfort; where the browser refuses it nothing is lost.
            let _ = input.focus();
        }
    })
}

/// Sets a draft only when it differs, so that nothing wakes for nothing.
fn set_draft(draft: RwSignal<String>, text: String) {
    if draft.with_untracked(|old| *old != text) {
        draft.set(text);
    }
}
