//! Hands a case over from one helper to the next, on one day, so that the chain of responsibility has no gap.

use domain::Id;
use domain::records::{Case, Pairing, PairingField};
use leptos::prelude::*;
use replica::command::HandOver;
use replica::query::pairing;

use super::reasons;
use crate::cases::form_page::FormPage;
use crate::cases::page::Tab;
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry, draft_of_entry, saver, with_record};
use crate::route::{Route, use_go_with};
use crate::widget::field::Choice;
use crate::widget::form::FormSection;

/// The form's page.
pub(in crate::cases) fn page(id: Id<Pairing>) -> AnyView {
    with_record(id, move |pairing| view! { <HandOverForm id pairing/> }.into_any())
}

#[component]
fn HandOverForm(id: Id<Pairing>, pairing: Pairing) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go_with());
    let case = pairing.case.unwrap_or_default();
    let (until, helper) = (Some(desk.today()), None);
    let entry = Entry::new(&Pairing { until, helper, promised: String::new(), note: String::new(), ..pairing });
    let draft = draft_of_entry(format!("pairing/{id}/hand-over"), entry);
    let leave = move || go(Route::Case(case), Tab::Pairing.query());
    let command = move |next: Pairing| HandOver {
        pairing: id,
        helper: next.helper.unwrap_or_default(),
        on: next.until.unwrap_or(desk.today()),
        reason: next.reason,
        promised: next.promised,
        note: next.note,
    };
    let on_save = saver(entry, draft.0, command, leave);
    view! {
        <FormPage title=language.hand_over_title().to_owned() case tab=Tab::Pairing draft error=entry.whole_error() on_save after=None>
            <FormSection title=language.section_hand_over()>
                {entry.among(PairingField::helper, takers(case), true)}
                {entry.needed(PairingField::until)}
                {entry.needed(PairingField::reason)}
                {entry.field(PairingField::promised)}
                {entry.field(PairingField::note)}
            </FormSection>
        </FormPage>
    }
}

/// Those who have room, the best reasons first.
fn takers(case: Id<Case>) -> Signal<Vec<Choice>> {
    let language = use_language();
    let choices = use_desk().memo(move |state| {
        let free = pairing::suggestions(state, case).into_iter().filter(|one| one.obstacle.is_none());
        let choice = |one: pairing::Suggestion| {
            let label = format!("{} · {}", one.name, reasons::said(language, &one));
            Choice::new(one.helper.to_string(), label)
        };
        free.map(choice).collect::<Vec<_>>()
    });
    choices.into()
}
