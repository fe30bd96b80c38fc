//! What a person of the staff does for the fund: their duties, in a dialog beside their name.

use domain::Id;
use domain::records::{Staff, StaffField};
use leptos::prelude::*;
use locales::Language;
use replica::State;
use replica::command::SaveStaff;

use crate::context::{use_desk, use_language};
use crate::entry::{Controls as _, Entry};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::dialog::{Dialog, DialogActions};
use crate::widget::form::Form;

/// A person's duties in words.
pub(super) fn duties_of(language: Language, state: &State, id: Id<Staff>) -> String {
    let duties = state.get(id).map(|person| person.duties.clone()).unwrap_or_default();
    if duties.is_empty() {
        return language.duty_none().to_owned();
    }
    duties.into_iter().map(|role| language.of(role)).collect::<Vec<_>>().join(" · ")
}

/// The button that opens the dialog of a person's duties, and the dialog.
#[component]
pub(super) fn DutiesButton(id: Id<Staff>, #[prop(into)] name: String) -> impl IntoView {
    let language = use_language();
    let is_open = RwSignal::new(false);
    let spoken = language.duty_of(&name);
    view! {
        <Button label=language.duty_title() kind=ButtonKind::Quiet spoken on_press=move || is_open.set(true)/>
        <Dialog open=is_open title=language.duty_of(&name) close_label=language.close()><DutiesForm id open=is_open/></Dialog>
    }
}

#[component]
fn DutiesForm(id: Id<Staff>, open: RwSignal<bool>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let person = untrack(|| desk.ask(|state| state.get(id).cloned())).unwrap_or_default();
    let entry = Entry::new(&person);
    let save = move || {
        let Some(staff) = entry.read() else { return };
        desk.save(SaveStaff { id: Some(id), staff }, move |result| match result {
            Ok(()) => drop(open.try_set(false)),
            Err(problems) => entry.show(problems),
        });
    };
    view! {
        <Form label=language.duty_title() wrong_title=language.form_wrong() error=entry.whole_error() on_submit=save>
            <p>{language.duty_text()}</p>
            {entry.field(StaffField::duties)}
            <DialogActions>
                <Button label=language.cancel() on_press=move || open.set(false)/>
                <Button label=language.duty_save() kind=ButtonKind::Primary submit=true/>
            </DialogActions>
        </Form>
    }
}
