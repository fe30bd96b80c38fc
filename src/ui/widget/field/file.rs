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

/// A button that asks for pictures: of the camera, where there is one, or of files.
#[component]
pub fn PictureButton(
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// The picture before the words.
    icon: Icon,
    /// The name of the field, by which whoever asked knows the answer.
    name: String,
    /// Whether the camera shall open; else several files can be chosen.
    #[prop(optional)]
    camera: bool,
) -> impl IntoView {
    let capture = camera.then_some("environment");
    view! {
        <label class="button file-button">
            <Picture icon/>
            <span>{label}</span>
            <input type="file" name=name accept="image/*" capture=capture multiple=!camera/>
        </label>
    }
}
