//! What every field has around its control: label, required mark, hint, error sentence, and the ties between them.
//! It must never hold a value.

use leptos::prelude::*;

use super::super::{
    form::register_field,
    fresh_id,
    icon::{Icon, Picture},
};

/// The ids that tie a control to its label, hint and error.
#[derive(Clone, Debug)]
pub struct FieldIds {
    /// Id of the control (or of the group of controls).
    pub control: String,
    /// Id of the label.
    pub label: String,
    /// Id of the hint.
    pub hint: String,
    /// Id of the error sentence.
    pub error: String,
}

impl FieldIds {
    /// Ids that no other field has.
    pub fn fresh() -> Self {
        let control = fresh_id("field");
        Self {
            label: format!("{control}-label"),
            hint: format!("{control}-hint"),
            error: format!("{control}-error"),
            control,
        }
    }

    /// The value of `aria-describedby`: what of hint and error is there now.
    pub fn described_by(&self, has_hint: bool, has_error: bool) -> Option<String> {
        let ids = [has_error.then_some(&self.error), has_hint.then_some(&self.hint)];
        let ids: Vec<&str> = ids.into_iter().flatten().map(String::as_str).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

/// What a field's frame is told, shared by all fields.
#[derive(Clone)]
pub(super) struct Frame {
    pub(super) ids: FieldIds,
    pub(super) label: Signal<String>,
    pub(super) hint: MaybeProp<String>,
    pub(super) error: Signal<Option<String>>,
    pub(super) required: bool,
}

impl Frame {
    /// A frame whose field is known to the form around it, if there is one.
    pub(super) fn new(
        label: Signal<String>,
        hint: MaybeProp<String>,
        error: Signal<Option<String>>,
        required: bool,
        focus: Callback<()>,
    ) -> Self {
        let ids = FieldIds::fresh();
        register_field(&ids.control, label, error, focus);
        Self { ids, label, hint, error, required }
    }

    /// `aria-describedby`, following hint and error.
    pub(super) fn described_by(&self) -> impl Fn() -> Option<String> + Send + Sync + Clone + use<> {
        let Self { ids, hint, error, .. } = self.clone();
        move || ids.described_by(hint.with(Option::is_some), error.with(Option::is_some))
    }

    /// `aria-invalid`, following the error.
    pub(super) fn invalid(&self) -> impl Fn() -> Option<&'static str> + Send + Sync + Clone + use<> {
        let error = self.error;
        move || error.with(Option::is_some).then_some("true")
    }
}

/// Label above, control, then error or hint below. For a group (radios, checkboxes) the frame is a fieldset.
#[component]
pub fn FieldFrame(
    /// The ties.
    ids: FieldIds,
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// How to answer, in a few words.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong, as a sentence.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Whether an answer is needed.
    #[prop(optional)]
    required: bool,
    /// Whether the control is a group of controls.
    #[prop(optional)]
    group: bool,
    /// The control.
    children: Children,
) -> impl IntoView {
    let mark = move || required.then(|| view! { <span class="required" aria-hidden="true">"*"</span> });
    let below = below(&ids, hint, error);
    let control = children();
    if group {
        view! {
            <fieldset class="field" id=ids.control.clone() class:wrong=move || error.with(Option::is_some)
                aria-describedby=move || ids.described_by(hint.with(Option::is_some), error.with(Option::is_some))>
                <legend class="field-label" id=ids.label.clone()>{label}{mark}</legend>
                {control}
                {below}
            </fieldset>
        }
        .into_any()
    } else {
        view! {
            <div class="field" class:wrong=move || error.with(Option::is_some)>
                <label class="field-label" id=ids.label for=ids.control>{label}{mark}</label>
                {control}
                {below}
            </div>
        }
        .into_any()
    }
}

/// The error sentence and the hint.
fn below(ids: &FieldIds, hint: MaybeProp<String>, error: Signal<Option<String>>) -> impl IntoView + use<> {
    let (hint_id, error_id) = (ids.hint.clone(), ids.error.clone());
    let wrong = move || {
        let id = error_id.clone();
        error
            .get()
            .map(|text| view! { <p class="field-error" id=id><Picture icon=Icon::Warning/><span>{text}</span></p> })
    };
    let hint = move || {
        let id = hint_id.clone();
        hint.get().map(|text| view! { <p class="field-hint" id=id>{text}</p> })
    };
    view! { {wrong} {hint} }
}

#[cfg(test)]
mod tests {
    use super::FieldIds;

    #[test]
    fn describes_by_what_is_there() {
        let ids = FieldIds { control: "f".into(), label: "l".into(), hint: "h".into(), error: "e".into() };
        let check =
            |hint, error, expected: Option<&str>| assert_eq!(ids.described_by(hint, error).as_deref(), expected);
        check(false, false, None);
        check(true, false, Some("h"));
        check(true, true, Some("e h"));
    }
}
