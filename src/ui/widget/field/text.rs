//! Fields of free text, one line or several.
//! They must never change what the user typed.

use leptos::{html, prelude::*};

use super::{FieldFrame, focus_on, frame::Frame, set_draft, show_draft};

/// What kind of text is asked, for the keyboard a tablet brings up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextKind {
    /// Any words.
    #[default]
    Words,
    /// A telephone number.
    Phone,
    /// Digits and perhaps a letter, such as the number of an identity card.
    Code,
    /// A search.
    Search,
    /// A secret, not shown.
    Secret,
}

impl TextKind {
    fn input_type(self) -> &'static str {
        match self {
            Self::Words | Self::Code => "text",
            Self::Phone => "tel",
            Self::Search => "search",
            Self::Secret => "password",
        }
    }

    fn input_mode(self) -> Option<&'static str> {
        match self {
            Self::Phone => Some("tel"),
            Self::Search => Some("search"),
            Self::Words | Self::Code | Self::Secret => None,
        }
    }
}

/// A line of text.
#[component]
pub fn TextField(
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// The draft.
    value: RwSignal<String>,
    /// How to answer.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Whether an answer is needed.
    #[prop(optional)]
    required: bool,
    /// The kind of text.
    #[prop(optional)]
    kind: TextKind,
    /// An example, gone once something is typed.
    #[prop(optional, into)]
    placeholder: MaybeProp<String>,
    /// The browser's `autocomplete` token; off unless given, since most fields are about somebody else.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Whether it cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Whether the letters of a secret are shown.
    #[prop(optional, into)]
    shown: Signal<bool>,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let input_type = move || if shown.get() { TextKind::Words.input_type() } else { kind.input_type() };
    show_draft(node, value);
    let frame = Frame::new(label, hint, error, required, focus_on(node));
    let (described, invalid) = (frame.described_by(), frame.invalid());
    view! {
        <FieldFrame ids=frame.ids.clone() label hint error required>
            <input node_ref=node id=frame.ids.control class="control" type=input_type inputmode=kind.input_mode()
                autocomplete=autocomplete placeholder=move || placeholder.get() disabled=disabled aria-required=required.then_some("true")
                aria-describedby=described aria-invalid=invalid
                on:input=move |ev| set_draft(value, event_target_value(&ev))/>
        </FieldFrame>
    }
}

/// Several lines of text; the box grows with them where the browser can.
#[component]
pub fn TextArea(
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// The draft.
    value: RwSignal<String>,
    /// How to answer.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Whether an answer is needed.
    #[prop(optional)]
    required: bool,
    /// How many lines are shown at first.
    #[prop(default = 3)]
    rows: u32,
) -> impl IntoView {
    let node = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| {
        let text = value.get();
        if let Some(area) = node.get()
            && area.value() != text
        {
            area.set_value(&text);
        }
    });
    let focus = Callback::from(move || {
        if let Some(area) = node.get_untracked() {
            let _ = area.focus();
        }
    });
    let frame = Frame::new(label, hint, error, required, focus);
    let (described, invalid) = (frame.described_by(), frame.invalid());
    view! {
        <FieldFrame ids=frame.ids.clone() label hint error required>
            <textarea node_ref=node id=frame.ids.control class="control" rows=rows aria-required=required.then_some("true")
                aria-describedby=described aria-invalid=invalid
                on:input=move |ev| set_draft(value, event_target_value(&ev))></textarea>
        </FieldFrame>
    }
}
