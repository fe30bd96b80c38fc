//! Buttons and links that look like buttons: native elements with a 48 px target.
//! A button must never be without words a person would say, even where only its icon shows.

use leptos::prelude::*;

use super::icon::{Icon, Picture};

/// How loud a button is. A screen has at most one primary button per task.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do here.
    Primary,
    /// Any other thing to do.
    #[default]
    Plain,
    /// A side way, without a frame.
    Quiet,
    /// Takes something away.
    Danger,
}

impl ButtonKind {
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Primary => "button primary",
            Self::Plain => "button",
            Self::Quiet => "button quiet",
            Self::Danger => "button danger",
        }
    }
}

/// A button with words, and an icon before them if given.
#[component]
pub fn Button(
    /// What it says.
    #[prop(into)]
    label: Signal<String>,
    /// How loud it is.
    #[prop(optional)]
    kind: ButtonKind,
    /// The picture before the words.
    #[prop(optional)]
    icon: Option<Icon>,
    /// Whether it cannot be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Whether it is on, for a button that stays pressed; leave out for any other.
    #[prop(optional, into)]
    pressed: MaybeProp<bool>,
    /// What a screen reader says instead, where the words alone ("start") do not tell one row from the next.
    #[prop(optional, into)]
    spoken: MaybeProp<String>,
    /// Whether it submits the form it stands in.
    #[prop(optional)]
    submit: bool,
    /// What a press does.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
) -> impl IntoView {
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=kind.class()
            disabled=disabled
            aria-pressed=move || pressed.get().map(|on| if on { "true" } else { "false" })
            aria-label=move || spoken.get()
            on:click=move |_| { if let Some(press) = on_press { press.run(()); } }
        >
            {icon.map(|icon| view! { <Picture icon/> })}
            <span>{label}</span>
        </button>
    }
}

/// A link with the look of a button.
#[component]
pub fn LinkButton(
    /// What it says.
    #[prop(into)]
    label: Signal<String>,
    /// Where it leads.
    #[prop(into)]
    href: Signal<String>,
    /// How loud it is.
    #[prop(optional)]
    kind: ButtonKind,
    /// The picture before the words.
    #[prop(optional)]
    icon: Option<Icon>,
    /// What a screen reader says instead of the words.
    #[prop(optional, into)]
    spoken: MaybeProp<String>,
) -> impl IntoView {
    view! {
        <a class=kind.class() href=href aria-label=move || spoken.get()>
            {icon.map(|icon| view! { <Picture icon/> })}
            <span>{label}</span>
        </a>
    }
}

/// A square button that shows only its icon; its words are for screen readers and as a tooltip.
#[component]
pub fn IconButton(
    /// What it does, in words.
    #[prop(into)]
    label: Signal<String>,
    /// The picture.
    icon: Icon,
    /// Whether it cannot be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// What a press does.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button type="button" class="button quiet square" aria-label=label title=label disabled=disabled on:click=move |_| on_press.run(())>
            <Picture icon/>
        </button>
    }
}

/// Buttons side by side, wrapping where there is no room.
#[component]
pub fn ButtonRow(
    /// The buttons.
    children: Children,
) -> impl IntoView {
    view! { <div class="button-row">{children()}</div> }
}
