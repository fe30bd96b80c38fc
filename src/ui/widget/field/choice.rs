//! One of several: pills while there are few, a native select when there are many.
//! It must never preselect what the user has not chosen.

use leptos::{html, prelude::*};

use super::{FieldFrame, frame::Frame, set_draft};

/// Up to this many choices are all shown.
const PILLS: usize = 6;

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is kept.
    pub value: String,
    /// What is read.
    pub label: String,
}

impl Choice {
    /// A choice kept as `value` and read as `label`.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// One of several choices.
#[component]
pub fn ChoiceField(
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// The chosen value, or empty.
    value: RwSignal<String>,
    /// What can be chosen.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// What a select says while nothing is chosen.
    #[prop(optional, into)]
    nothing: MaybeProp<String>,
    /// How to answer.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Whether an answer is needed.
    #[prop(optional)]
    required: bool,
    /// Whether it is a select however few there are, as in a bar of filters.
    #[prop(optional)]
    menu: bool,
    /// Whether all are shown however many there are, to be tapped by people in a hurry.
    #[prop(optional)]
    open: bool,
) -> impl IntoView {
    let first = NodeRef::<html::Input>::new();
    let select = NodeRef::<html::Select>::new();
    let focus = Callback::from(move || {
        if let Some(radio) = first.get_untracked() {
            let _ = radio.focus();
        } else if let Some(select) = select.get_untracked() {
            let _ = select.focus();
        }
    });
    let frame = Frame::new(label, hint, error, required, focus);
    let few = Memo::new(move |_| open || (!menu && options.with(|all| all.len() <= PILLS)));
    move || {
        if few.get() {
            radios(frame.clone(), value, options, first).into_any()
        } else {
            dropdown(frame.clone(), value, options, nothing, select).into_any()
        }
    }
}

/// All choices as radio buttons that look like pills.
fn radios(
    frame: Frame,
    value: RwSignal<String>,
    options: Signal<Vec<Choice>>,
    first: NodeRef<html::Input>,
) -> impl IntoView {
    let Frame { ids, label, hint, error, required } = frame;
    let name = ids.control.clone();
    let shown = move || {
        let name = name.clone();
        options
            .get()
            .into_iter()
            .enumerate()
            .map(move |(at, choice)| pill(&name, choice, value, (at == 0).then_some(first)))
            .collect_view()
    };
    view! {
        <FieldFrame ids label hint error required group=true>
            <div class="pills">{shown}</div>
        </FieldFrame>
    }
}

/// One radio button.
fn pill(
    name: &str,
    choice: Choice,
    value: RwSignal<String>,
    first: Option<NodeRef<html::Input>>,
) -> impl IntoView + use<> {
    let Choice { value: this, label } = choice;
    let (shown, pressed) = (this.clone(), this.clone());
    view! {
        <label class="pill">
            <input node_ref=first.unwrap_or_default() type="radio" name=name.to_owned() value=this prop:checked=move || value.with(|now| *now == shown)
                on:change=move |_| set_draft(value, pressed.clone())/>
            <span>{label}</span>
        </label>
    }
}

/// The choices behind a native select.
fn dropdown(
    frame: Frame,
    value: RwSignal<String>,
    options: Signal<Vec<Choice>>,
    nothing: MaybeProp<String>,
    node: NodeRef<html::Select>,
) -> impl IntoView {
    let (described, invalid) = (frame.described_by(), frame.invalid());
    let Frame { ids, label, hint, error, required } = frame;
    let items = move || options.get().into_iter().map(|choice| item(choice, value)).collect_view();
    view! {
        <FieldFrame ids=ids.clone() label hint error required>
            <select node_ref=node id=ids.control class="control" aria-required=required.then_some("true") aria-describedby=described aria-invalid=invalid
                on:change=move |ev| set_draft(value, event_target_value(&ev))>
                <option value="" prop:selected=move || value.with(String::is_empty)>{move || nothing.get()}</option>
                {items}
            </select>
        </FieldFrame>
    }
}

/// One line of a select.
fn item(choice: Choice, value: RwSignal<String>) -> impl IntoView {
    let Choice { value: this, label } = choice;
    let shown = this.clone();
    view! { <option value=this prop:selected=move || value.with(|now| *now == shown)>{label}</option> }
}
