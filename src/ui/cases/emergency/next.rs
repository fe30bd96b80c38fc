//! What comes next of an emergency that is open: a follow-up, which is a visit to the household as well, and its end.

use domain::Id;
use domain::records::{Emergency, EmergencyField, Occasion, Visit, VisitField};
use leptos::prelude::*;
use replica::command::{CloseEmergency, RecordVisit};

use crate::context::{Draft, use_desk, use_language};
use crate::entry::{Controls, Entry, RecordForm, draft_of_entry, saver, with_record};
use crate::route::{Casework, use_go};
use crate::widget::form::FormSection;
use crate::widget::page::{Page, PageHeader, PageKind};

/// The form of a follow-up.
pub(in crate::cases) fn follow_up_page(id: Id<Emergency>) -> AnyView {
    with_record(id, move |emergency| view! { <FollowUpForm id emergency/> }.into_any())
}

/// The form that closes an emergency.
pub(in crate::cases) fn close_page(id: Id<Emergency>) -> AnyView {
    with_record(id, move |_| view! { <CloseForm id/> }.into_any())
}

#[component]
fn FollowUpForm(id: Id<Emergency>, emergency: Emergency) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let entry = Entry::new(&Visit {
        case: emergency.case,
        done_on: Some(desk.today()),
        occasion: Some(Occasion::FollowUp),
        emergency: Some(id),
        ..Visit::default()
    });
    let draft = draft_of_entry(format!("emergency/{id}/follow-up"), entry);
    let leave = move || go(Casework::Emergency(id).into());
    let on_save = saver(entry, draft.0, move |visit| RecordVisit { visit, ..RecordVisit::default() }, leave);
    view! {
        <NextForm id title=language.add_follow_up() draft error=entry.whole_error() on_save>
            {entry.needed(VisitField::done_on)}
            {entry.field(VisitField::visitor)}
            {entry.needed(VisitField::report)}
        </NextForm>
    }
}

#[component]
fn CloseForm(id: Id<Emergency>) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let today = desk.today();
    let entry = Entry::new(&Emergency { closed_on: Some(today), ..Emergency::default() });
    let draft = draft_of_entry(format!("emergency/{id}/close"), entry);
    let command =
        move |closed: Emergency| CloseEmergency { id, on: closed.closed_on.unwrap_or(today), result: closed.result };
    let leave = move || go(Casework::Emergency(id).into());
    let on_save = saver(entry, draft.0, command, leave);
    view! {
        <NextForm id title=language.close_emergency() draft error=entry.whole_error() on_save>
            {entry.needed(EmergencyField::closed_on)}
            {entry.needed(EmergencyField::result)}
        </NextForm>
    }
}

/// The page of either form.
#[component]
fn NextForm(
    /// The emergency.
    id: Id<Emergency>,
    /// What the form is for.
    title: &'static str,
    /// The draft, and what empties the form.
    draft: (Draft, Callback<()>),
    /// What is wrong with the whole.
    error: Signal<Option<String>>,
    /// Checks and saves.
    on_save: Callback<()>,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let (language, back) = (use_language(), Casework::Emergency(id).href());
    let (draft, on_afresh) = draft;
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title back=back.clone() back_label=language.back()/>
            <RecordForm label=title draft error back on_afresh on_save><FormSection title>{children()}</FormSection></RecordForm>
        </Page>
    }
}
