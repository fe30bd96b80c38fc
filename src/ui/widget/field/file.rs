//! A file to be picked. What was picked is heard by the whole app, by the same road as a file that is dropped on it.

use leptos::prelude::*;

use crate::widget::icon::{Icon, Picture};

/// A button that asks for a file.
#[component]
pub fn FileButton(
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// What kinds of file, as the browser's `accept` says it.
    #[prop(default = "")]
    accept: &'static str,
) -> impl IntoView {
    view! {
        <label class="button file-button">
            <Picture icon=Icon::Upload/>
            <span>{label}</span>
            <input type="file" accept=accept/>
        </label>
    }
}
