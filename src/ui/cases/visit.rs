//! One visit: what was planned, what to know at the door, and the report. The same page revises a report already made.

mod door;
mod guidance;
mod place;
mod sections;
mod settled;
mod write_up;

use domain::Id;
use domain::records::{Case, Occasion, PhotoSubject, Visit};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use replica::query::photos::PhotosOf;
use replica::query::{cases, pairing};

use super::form_page::FormPage;
use super::page::Tab;
use super::visit_form::PlanForm;
use crate::context::{Desk, use_desk, use_language};
use crate::entry::{draft_of, remove_button, with_record};
use crate::photos::Photos;
use crate::route::{Casework, Route, use_go_with};
use crate::widget::page::Stack;
use write_up::WriteUp;

pub(super) use guidance::which_team;
pub(super) use sections::{PromiseFields, which_festival};

/// The query that asks for the plan of a visit instead of its report.
const PLAN: &str = "plan=1";

/// The query of a report that is written on the round of the day: it leads back there.
pub(super) const ON_ROUND: &str = "round=1";

/// The page of a visit.
pub(super) fn page(id: Id<Visit>) -> AnyView {
    let query = use_query_map();
    let is_plan = Memo::new(move |_| query.with(|query| query.get_str("plan").is_some()));
    let of_query = move || {
        let is_plan = is_plan.get();
        with_record(id, move |visit| match is_plan {
            true => view! { <PlanForm id=Some(id) visit/> }.into_any(),
            false => view! { <VisitPage id visit/> }.into_any(),
        })
    };
    view! { {of_query} }.into_any()
}

#[component]
fn VisitPage(id: Id<Visit>, visit: Visit) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go_with());
    let case = visit.case.unwrap_or_default();
    let household = untrack(|| desk.ask(|state| cases::name(state, case)));
    let leave = move || go(Route::Case(case), Tab::Visits.query());
    let question = language.remove_visit_to(&household);
    let remove = remove_button(id, language.remove_visit().to_owned(), question, leave);
    let photos = view! { <Photos of=PhotosOf::Visit(id) shows=PhotoSubject::Scene/> };
    let after = view! { <Stack>{photos}{remove}</Stack> }.into_any();
    let done_on = visit.done_on.or(Some(desk.today()));
    let form = Visit { done_on, ..visit.clone() };
    let door = view! { <door::AtTheDoor id=Some(id) case visit/> }.into_any();
    view! { <ReportForm id=Some(id) visit=form door after=Some(after)/> }
}

/// The report of a visit that nobody planned.
#[component]
pub(super) fn MadeForm(case: Id<Case>) -> impl IntoView {
    let desk = use_desk();
    let visit = Visit {
        case: Some(case),
        done_on: Some(desk.today()),
        occasion: Some(Occasion::Routine),
        visitor: helper_of(desk, case),
        ..Visit::default()
    };
    let door = view! { <door::AtTheDoor id=None case visit=Visit::default()/> }.into_any();
    view! { <ReportForm id=None visit door after=None/> }
}

/// Who visits, unless another is named: the household's helper.
pub(super) fn helper_of(desk: Desk, case: Id<Case>) -> String {
    untrack(|| desk.ask(|state| pairing::responsible_name(state, case)))
}

/// Everything about a visit on one page.
#[component]
fn ReportForm(id: Option<Id<Visit>>, visit: Visit, door: AnyView, after: Option<AnyView>) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go_with());
    let case = visit.case.unwrap_or_default();
    let household = untrack(|| desk.ask(|state| cases::name(state, case)));
    let write_up = WriteUp::new(id, &visit);
    let key = id.map_or_else(|| format!("case/{case}/made"), |id| format!("visit/{id}"));
    let draft = draft_of(key, move || write_up.pages(), move |pages| write_up.restore(pages));
    // The address's query may come a moment after its path: it is asked when one leaves.
    let query = use_query_map();
    let leave = move || match query.with_untracked(|query| query.get_str("round").is_some()) {
        true => go(Casework::Day.into(), ""),
        false => go(Route::Case(case), Tab::Visits.query()),
    };
    let on_save = write_up.saver(draft.0, leave);
    let title = language.record_visit_to(&household);
    view! {
        <FormPage title case tab=Tab::Visits draft error=write_up.visit.whole_error() on_save after>
            {door}
            <sections::ReportSection entry=write_up.visit/>
            <guidance::GuidanceSection entry=write_up.visit/>
            <sections::NeedsSection write_up/>
            <sections::PromisesSection write_up/>
            <place::PlaceSection entry=write_up.visit/>
        </FormPage>
    }
}
