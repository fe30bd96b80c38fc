//! Ends a pairing, with its day and its reason.

use domain::Id;
use domain::records::{Pairing, PairingField};
use leptos::prelude::*;
use replica::command::EndPairing;

use crate::cases::form_page::FormPage;
use crate::cases::page::Tab;
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry, draft_of_entry, saver, with_record};
use crate::route::{Route, use_go_with};
use crate::widget::form::FormSection;

/// The form's page.
pub(in crate::cases) fn page(id: Id<Pairing>) -> AnyView {
    with_record(id, move |pairing| view! { <EndForm id pairing/> }.into_any())
}

#[component]
fn EndForm(id: Id<Pairing>, pairing: Pairing) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go_with());
    let case = pairing.case.unwrap_or_default();
    let entry = Entry::new(&Pairing { until: Some(desk.today()), ..pairing });
    let draft = draft_of_entry(format!("pairing/{id}/end"), entry);
    let leave = move || go(Route::Case(case), Tab::Pairing.query());
    let command = move |ending: Pairing| EndPairing {
        pairing: id,
        on: ending.until.unwrap_or(desk.today()),
        reason: ending.reason,
    };
    let on_save = saver(entry, draft.0, command, leave);
    view! {
        <FormPage title=language.end_pairing_title().to_owned() case tab=Tab::Pairing draft error=entry.whole_error() on_save after=None>
            <FormSection title=language.end_pairing()>
                {entry.needed(PairingField::until)}
                {entry.needed(PairingField::reason)}
            </FormSection>
        </FormPage>
    }
}
