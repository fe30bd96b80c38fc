//! The frame of every form that saves a record: the summary of what is wrong, the draft, the buttons at its end.

use leptos::prelude::*;

use crate::context::{Draft, use_desk, use_language};
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::form::{Form, FormActions};
use crate::widget::list::{Banner, Tone};

/// A form that saves a record.
#[component]
pub(crate) fn RecordForm(
    /// What the form is for.
    #[prop(into)]
    label: String,
    /// The draft that it keeps.
    draft: Draft,
    /// What is wrong with the whole.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Where "cancel" leads.
    #[prop(into)]
    back: String,
    /// Empties the form to what it began with.
    #[prop(into)]
    on_afresh: Callback<()>,
    /// Checks and saves.
    #[prop(into)]
    on_save: Callback<()>,
    /// What the button says that saves, where "save" says too little.
    #[prop(optional, into)]
    save_label: Option<String>,
    /// The sections.
    children: Children,
) -> impl IntoView {
    let (language, desk) = (use_language(), use_desk());
    let save_label = save_label.unwrap_or_else(|| language.save().to_owned());
    let note = if desk.is_past() { language.past_read_only() } else { language.draft_kept() };
    let afresh = move || {
        draft.start_afresh();
        on_afresh.run(());
    };
    let restored = move || {
        let discard = move || view! { <Button label=language.draft_discard() kind=ButtonKind::Quiet on_press=afresh/> };
        draft.restored.get().then(|| view! { <Banner tone=Tone::Info text=language.draft_restored() action=discard/> })
    };
    view! {
        <Form label wrong_title=language.form_wrong() error on_submit=on_save>
            {restored}
            {children()}
            <FormActions note>
                <LinkButton label=language.cancel() href=back kind=ButtonKind::Quiet/>
                <Button label=save_label kind=ButtonKind::Primary submit=true/>
            </FormActions>
        </Form>
    }
}
