//! Yes or no, and several of several.
//! They must never take more than the most that is allowed.

use leptos::{html, prelude::*};

use super::{Choice, FieldFrame, focus_on, frame::Frame};

/// The draft of a field that is checked.
pub(crate) const YES: &str = "yes";

/// One box to tick, with its sentence beside it. The draft is `yes` or empty.
#[component]
pub fn CheckField(
    /// What is agreed or true when ticked.
    #[prop(into)]
    label: Signal<String>,
    /// The draft: `yes` or empty.
    value: RwSignal<String>,
    /// More about it.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let frame = Frame::new(label, hint, error, false, focus_on(node));
    let (described, invalid) = (frame.described_by(), frame.invalid());
    let ids = frame.ids;
    let (hint_id, error_id) = (ids.hint, ids.error);
    view! {
        <div class="field" class:wrong=move || error.with(Option::is_some)>
            <label class="check">
                <input node_ref=node id=ids.control type="checkbox" prop:checked=move || value.with(|now| now == YES)
                    aria-describedby=described aria-invalid=invalid
                    on:change=move |ev| value.set(if event_target_checked(&ev) { YES.to_owned() } else { String::new() })/>
                <span>{label}</span>
            </label>
            {move || error.get().map(|text| view! { <p class="field-error" id=error_id.clone()>{text}</p> })}
            {move || hint.get().map(|text| view! { <p class="field-hint" id=hint_id.clone()>{text}</p> })}
        </div>
    }
}

/// Several choices as pills that can each be on.
#[component]
pub fn MultiChoice(
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// The chosen values, in the order they were chosen.
    value: RwSignal<Vec<String>>,
    /// What can be chosen.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// How many may be chosen at most.
    #[prop(optional, into)]
    max: Option<usize>,
    /// How to answer.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Whether an answer is needed.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    let first = NodeRef::<html::Input>::new();
    let Frame { ids, .. } = Frame::new(label, hint, error, required, focus_on(first));
    let full = Memo::new(move |_| max.is_some_and(|max| value.with(|now| now.len() >= max)));
    let boxes = move || {
        options
            .get()
            .into_iter()
            .enumerate()
            .map(|(at, choice)| pill(choice, value, full, (at == 0).then_some(first)))
            .collect_view()
    };
    view! {
        <FieldFrame ids label hint error required group=true>
            <div class="pills">{boxes}</div>
        </FieldFrame>
    }
}

/// One choice; it cannot be ticked once there are enough.
fn pill(
    choice: Choice,
    value: RwSignal<Vec<String>>,
    full: Memo<bool>,
    first: Option<NodeRef<html::Input>>,
) -> impl IntoView {
    let Choice { value: this, label } = choice;
    let (shown, kept) = (this.clone(), this);
    let is_on = Memo::new(move |_| value.with(|now| now.contains(&shown)));
    view! {
        <label class="pill">
            <input node_ref=first.unwrap_or_default() type="checkbox" prop:checked=is_on disabled=move || full.get() && !is_on.get()
                on:change=move |ev| toggle(value, &kept, event_target_checked(&ev))/>
            <span>{label}</span>
        </label>
    }
}

/// Adds a value at the end or takes it away.
fn toggle(value: RwSignal<Vec<String>>, this: &str, on: bool) {
    value.update(|now| {
        now.retain(|old| old != this);
        if on {
            now.push(this.to_owned());
        }
    });
}
