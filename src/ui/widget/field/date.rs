//! A field for a civil date, `YYYY-MM-DD` as a draft. A draft of another form (an import, an old habit) is shown as text, not lost.
//! It must never turn a half-typed date into nothing while the user is typing.

use leptos::{html, prelude::*};

use super::{FieldFrame, focus_on, frame::Frame, set_draft, show_draft};

/// Whether the native date control can show this draft.
fn is_native_date(draft: &str) -> bool {
    let parts: Vec<&str> = draft.split('-').collect();
    let widths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    draft.is_empty() || (widths == [4, 2, 2] && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit())))
}

/// A date.
#[component]
pub fn DateField(
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// The draft, `YYYY-MM-DD` when whole.
    value: RwSignal<String>,
    /// The earliest date the control offers, `YYYY-MM-DD`.
    #[prop(optional, into)]
    min: MaybeProp<String>,
    /// The latest date the control offers, `YYYY-MM-DD`.
    #[prop(optional, into)]
    max: MaybeProp<String>,
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
    let native = value.with_untracked(|draft| is_native_date(draft));
    let frame = Frame::new(label, hint, error, required, focus_on(node));
    let (described, invalid) = (frame.described_by(), frame.invalid());
    view! {
        <FieldFrame ids=frame.ids.clone() label hint error required>
            <input node_ref=node id=frame.ids.control class="control num date" type=if native { "date" } else { "text" }
                min=move || min.get() max=move || max.get() aria-required=required.then_some("true")
                aria-describedby=described aria-invalid=invalid
                on:input=move |ev| set_draft(value, event_target_value(&ev))/>
        </FieldFrame>
    }
}

#[cfg(test)]
mod tests {
    use super::is_native_date;

    #[test]
    fn tells_native_dates_from_text() {
        let check = |draft, expected| assert_eq!(is_native_date(draft), expected, "{draft}");
        check("", true);
        check("2026-03-05", true);
        check("2026-3-5", false);
        check("2026.03.05", false);
        check("20a6-03-05", false);
    }
}
