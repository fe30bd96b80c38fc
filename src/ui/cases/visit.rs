//! One visit: what was planned, what to know at the door, and the report. The same page revises a report already made.

use domain::Id;
use domain::records::{Case, NeedState, PhotoSubject, Visit, VisitField};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use replica::State;
use replica::command::RecordVisit;
use replica::query::photos::PhotosOf;
use replica::query::{cases, divisions};

use super::page::Tab;
use super::records::{FormPage, draft_of_entry, remove_button, saver, with_record};
use super::visit_form::{PlanForm, which_festival};
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry};
use crate::photos::Photos;
use crate::route::{Route, use_go_with};
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::form::FormSection;
use crate::widget::icon::Icon;
use crate::widget::list::{Card, Fact, Facts, Pad};
use crate::widget::page::Stack;

/// The query that asks for the plan of a visit instead of its report.
const PLAN: &str = "plan=1";

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
    let done_on = visit.done_on.or(Some(desk.today()));
    let entry = Entry::new(&Visit { done_on, ..visit.clone() });
    let draft = draft_of_entry(format!("visit/{id}"), entry);
    let leave = move || go(Route::Case(case), Tab::Visits.query());
    let question = language.remove_visit_to(&household);
    let remove = remove_button(id, language.remove_visit().to_owned(), question, leave.clone());
    let photos = view! { <Photos of=PhotosOf::Visit(id) shows=PhotoSubject::Scene/> };
    let after = Some(view! { <Stack>{photos}{remove}</Stack> }.into_any());
    let on_save = saver(entry, draft.0, move |visit| RecordVisit { id: Some(id), visit }, leave);
    let title = language.record_visit_to(&household);
    view! {
        <FormPage title case tab=Tab::Visits draft error=entry.whole_error() on_save after>
            <AtTheDoor id case visit/>
            <ReportSection entry/>
        </FormPage>
    }
}

/// What was seen, said and promised.
#[component]
pub(super) fn ReportSection(entry: Entry<Visit>) -> impl IntoView {
    let language = use_language();
    view! {
        <FormSection title=language.section_report()>
            {entry.needed(VisitField::done_on)}
            {entry.field(VisitField::visitor)}
            {entry.field(VisitField::occasion)}
            {which_festival(entry)}
            {entry.needed(VisitField::report)}
            {entry.hinted(VisitField::promise, language.promise_hint())}
        </FormSection>
    }
}

/// What a visitor should know.
#[derive(Clone, Debug, PartialEq)]
struct Briefing {
    place: String,
    phone: String,
    needs: Vec<domain::records::Need>,
    promise: String,
}

fn briefing(state: &State, case: Id<Case>, except: Id<Visit>) -> Option<Briefing> {
    let file = state.get(case)?;
    let place = divisions::whereabouts(state, file.village);
    let open = cases::needs(state, case).into_iter().map(|(_, need)| need);
    let before = cases::visits(state, case).into_iter().filter(|(id, visit)| *id != except && visit.done_on.is_some());
    Some(Briefing {
        place: [place.township, place.village, file.group.clone()].concat(),
        phone: file.phone.clone(),
        needs: open.filter(|need| need.state != Some(NeedState::Met)).collect(),
        promise: before.map(|(_, visit)| visit.promise).find(|promise| !promise.is_empty()).unwrap_or_default(),
    })
}

/// What was planned, and what to know before knocking.
#[component]
fn AtTheDoor(id: Id<Visit>, case: Id<Case>, visit: Visit) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let known = desk.memo(move |state| briefing(state, case, id));
    let change = move || {
        view! { <LinkButton label=language.change_plan() href=Route::Visit(id).href_with(PLAN) kind=ButtonKind::Quiet icon=Icon::Edit/> }
    };
    let planned = visit.planned_on.map(|day| language.day_of_week(day)).unwrap_or_default();
    let mut facts = vec![
        (language.field(VisitField::planned_on), planned),
        (language.field(VisitField::occasion), language.maybe(visit.occasion).to_owned()),
        (language.field(VisitField::purpose), visit.purpose),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    let facts = facts.into_iter().map(|(name, value)| view! { <Fact name>{value}</Fact> }).collect_view();
    view! {
        <Card title=language.section_plan() action=change>
            <Pad>
                <Facts>
                    {facts}
                    {move || known.get().map(known_facts)}
                </Facts>
            </Pad>
        </Card>
    }
}

fn known_facts(known: Briefing) -> impl IntoView {
    let language = use_language();
    let call = format!("tel:{}", known.phone);
    let needs: Vec<&str> = known.needs.iter().map(|need| language.maybe(need.kind)).collect();
    let needs = needs.join(" · ");
    let fact = |name: &'static str, value: String| (!value.is_empty()).then(|| view! { <Fact name>{value}</Fact> });
    let phone = (!known.phone.is_empty())
        .then(|| view! { <Fact name=language.fact_phone()><a href=call>{known.phone}</a></Fact> });
    view! {
        {fact(language.fact_address(), known.place)}
        {phone}
        {fact(language.open_needs(), needs)}
        {fact(language.last_promise(), known.promise)}
    }
}
