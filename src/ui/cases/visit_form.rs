//! Plans a visit, changes the plan, or writes down a visit that was made without one.

use domain::Id;
use domain::records::{Case, GuidanceTeam, Occasion, Visit, VisitField};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use replica::command::PlanVisit;
use replica::query::cases;

use super::form_page::FormPage;
use super::page::Tab;
use super::visit::{MadeForm, helper_of, which_festival, which_team};
use crate::context::{Desk, use_desk, use_language};
use crate::entry::{Controls, Entry, draft_of_entry, remove_button, saver, with_record};
use crate::route::{Route, use_go_with};
use crate::widget::form::FormSection;

/// The query that asks for the report of a visit that nobody planned.
pub(super) const MADE: &str = "made=1";

/// The form of a new visit.
pub(super) fn new_page(case: Id<Case>) -> AnyView {
    let (desk, query) = (use_desk(), use_query_map());
    // The address's query may come a moment after its path.
    let is_made = Memo::new(move |_| query.with(|query| query.get_str("made").is_some()));
    let team = Memo::new(move |_| {
        query.with(|query| query.get_str("team").and_then(|team| team.parse::<Id<GuidanceTeam>>().ok()))
    });
    let of_query = move || {
        let (is_made, team) = (is_made.get(), team.get());
        with_record(case, move |_| {
            let visit = Visit {
                team,
                case: Some(case),
                occasion: Some(Occasion::Routine),
                visitor: team.map_or_else(|| helper_of(desk, case), |team| name_of(desk, team)),
                ..Visit::default()
            };
            match is_made {
                true => view! { <MadeForm case/> }.into_any(),
                false => view! { <PlanForm id=None visit/> }.into_any(),
            }
        })
    };
    view! { {of_query} }.into_any()
}

/// Who visits where a guidance team goes.
fn name_of(desk: Desk, team: Id<GuidanceTeam>) -> String {
    untrack(|| desk.ask(|state| state.get(team).map(|team| team.name.clone()).unwrap_or_default()))
}

/// The plan of a visit.
#[component]
pub(super) fn PlanForm(id: Option<Id<Visit>>, visit: Visit) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go_with());
    let case = visit.case.unwrap_or_default();
    let household = untrack(|| desk.ask(|state| cases::name(state, case)));
    let entry = Entry::new(&visit);
    let key = id.map_or_else(|| format!("case/{case}/visit"), |id| format!("visit/{id}/plan"));
    let draft = draft_of_entry(key, entry);
    let leave = move || go(Route::Case(case), Tab::Visits.query());
    let question = language.remove_visit_to(&household);
    let after = id.map(|id| remove_button(id, language.remove_visit().to_owned(), question, leave.clone()));
    let on_save = saver(entry, draft.0, move |visit| PlanVisit { id, visit }, leave);
    let title = language.plan_visit_to(&household);
    view! {
        <FormPage title case tab=Tab::Visits draft error=entry.whole_error() on_save after>
            <FormSection title=language.section_plan()>
                {entry.needed(VisitField::planned_on)}
                {entry.field(VisitField::visitor)}
                {entry.field(VisitField::occasion)}
                {which_festival(entry)}
                {which_team(entry)}
                {entry.field(VisitField::purpose)}
            </FormSection>
        </FormPage>
    }
}
