//! A field for numbers and amounts, with the unit after it.
//! It must never use `type=number`, which hides what was typed when it is no number.

use leptos::{html, prelude::*};

use super::{FieldFrame, focus_on, frame::Frame, set_draft, show_draft};

/// A number or an amount of money; the draft stays text.
#[component]
pub fn NumberField(
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// The draft.
    value: RwSignal<String>,
    /// The unit, shown after the number.
    #[prop(optional, into)]
    unit: MaybeProp<String>,
    /// Whether a decimal point makes sense.
    #[prop(optional)]
    decimal: bool,
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
    let node = NodeRef::<html::Input>::new();
    show_draft(node, value);
    let frame = Frame::new(label, hint, error, required, focus_on(node));
    let (described, invalid) = (frame.described_by(), frame.invalid());
    view! {
        <FieldFrame ids=frame.ids.clone() label hint error required>
            <div class="with-unit">
                <input node_ref=node id=frame.ids.control class="control num" type="text" autocomplete="off"
                    inputmode=if decimal { "decimal" } else { "numeric" } aria-required=required.then_some("true")
                    aria-describedby=described aria-invalid=invalid
                    on:input=move |ev| set_draft(value, event_target_value(&ev))/>
                {move || unit.get().map(|unit| view! { <span class="unit">{unit}</span> })}
            </div>
        </FieldFrame>
    }
}
