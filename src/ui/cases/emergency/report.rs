//! Reports an emergency in four fields; what there is to add later is on the same form, once it is there.

use domain::Id;
use domain::records::{Case, Emergency, EmergencyField, Request};
use leptos::prelude::*;
use replica::command::ReportEmergency;
use replica::query::emergencies::DAYS;
use time::Duration;

use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry, PersonPick, RecordForm, draft_of_entry, remove_button, saver, with_record};
use crate::route::{Casework, Route, Target, use_go};
use crate::widget::field::Choice;
use crate::widget::form::{FormSection, Wide};
use crate::widget::page::{Page, PageHeader, PageKind};

/// The form of a new emergency, of a household that is known or to be found.
pub(in crate::cases) fn new_page(case: Target<Case>) -> AnyView {
    let today = use_desk().today();
    let due_on = Some(today.saturating_add(Duration::days(DAYS)));
    let emergency = Emergency { case, reported_on: Some(today), due_on, ..Emergency::default() };
    view! { <ReportForm id=None emergency/> }.into_any()
}

/// The form of an emergency.
pub(in crate::cases) fn page(id: Id<Emergency>) -> AnyView {
    with_record(id, move |emergency| view! { <ReportForm id=Some(id) emergency/> }.into_any())
}

#[component]
fn ReportForm(id: Option<Id<Emergency>>, emergency: Emergency) -> impl IntoView {
    let (language, go) = (use_language(), use_go());
    let begun_with = emergency.case;
    let entry = Entry::new(&emergency);
    let of_case = begun_with.map(|case| format!("/{case}")).unwrap_or_default();
    let draft = draft_of_entry(id.map_or(format!("emergency/new{of_case}"), |id| format!("emergency/{id}")), entry);
    let back = match (id, begun_with) {
        (Some(id), _) => Casework::Emergency(id).into(),
        (None, Some(case)) => Route::Case(case),
        (None, None) => Route::Today,
    };
    let leave = {
        let (go, back) = (go.clone(), back.clone());
        move || go(back.clone())
    };
    let on_save = saver(entry, draft.0, move |emergency| ReportEmergency { id, emergency }, leave);
    let title = if id.is_some() { language.revise_emergency() } else { language.report_emergency() };
    let gone = move || go(Casework::Emergencies.into());
    let question = language.remove_emergency_question().to_owned();
    let after = id.map(|id| remove_button(id, language.remove_emergency().to_owned(), question, gone));
    let more = id.map(|_| view! { <ReliefSection entry/> });
    let back = back.href();
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title back=back.clone() back_label=language.back()/>
            <RecordForm label=title draft=draft.0 error=entry.whole_error() back on_afresh=draft.1 on_save>
                <ReportSection entry/>
                {more}
            </RecordForm>
            {after}
        </Page>
    }
}

#[component]
fn ReportSection(entry: Entry<Emergency>) -> impl IntoView {
    let language = use_language();
    let (case, error) = (entry.one(EmergencyField::case), entry.error(EmergencyField::case));
    view! {
        <FormSection title=language.section_emergency()>
            <Wide><PersonPick label=language.emergency_household() value=case cases=true error required=true/></Wide>
            {entry.needed(EmergencyField::trigger)}
            {entry.field(EmergencyField::due_on)}
            {entry.needed(EmergencyField::happened)}
        </FormSection>
    }
}

/// What was done about it so far.
#[component]
fn ReliefSection(entry: Entry<Emergency>) -> impl IntoView {
    let language = use_language();
    let requests = requests(entry);
    view! {
        <FormSection title=language.section_relief()>
            {entry.field(EmergencyField::reported_on)}
            {entry.field(EmergencyField::relief)}
            {entry.among(EmergencyField::request, requests, false)}
        </FormSection>
    }
}

/// The household's requests to the fund.
fn requests(entry: Entry<Emergency>) -> Signal<Vec<Choice>> {
    let (language, case) = (use_language(), entry.one(EmergencyField::case));
    let choices = use_desk().memo(move |state| {
        let Ok(case) = case.get().parse::<Id<Case>>() else { return vec![] };
        let all = state.referring::<Request>(domain::records::RequestField::case, case.raw());
        let choice = |(id, request): (Id<Request>, &Request)| {
            let money = locales::numbers::money(language, request.amount);
            let parts =
                [language.maybe(request.kind), language.maybe(request.purpose), &money, language.maybe(request.state)];
            Choice::new(id.to_string(), parts.join(" "))
        };
        all.map(choice).collect::<Vec<_>>()
    });
    choices.into()
}
