//! An emergency's page: what happened, how long there is left, what was done, and how it ended.

use domain::Id;
use domain::records::{Emergency, EmergencyField, Occasion, PhotoSubject, Trigger, Visit};
use leptos::prelude::*;
use locales::Language;
use replica::State;
use replica::query::emergencies::{self, EmergencyLine};
use replica::query::photos::PhotosOf;

use super::card::countdown;
use crate::app::Missing;
use crate::cases::occasions::use_plan;
use crate::context::{use_desk, use_language};
use crate::history::HistoryCard;
use crate::photos::Photos;
use crate::requests::RequestOfEmergency;
use crate::route::{Casework, Route};
use crate::values::{COVER, Reading, said};
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Fact, Facts, Pad, Tag, Timeline, TimelineItem, Tone};
use crate::widget::page::{Page, PageHeader};

/// The page of an emergency while it is there.
pub(in crate::cases) fn page(id: Id<Emergency>) -> AnyView {
    let desk = use_desk();
    let known = desk.memo(move |state| known(state, id));
    let shown = move || match known.get() {
        Some((line, emergency)) => view! { <EmergencyView line emergency/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    };
    view! { {shown} }.into_any()
}

fn known(state: &State, id: Id<Emergency>) -> Option<(EmergencyLine, Emergency)> {
    let emergency = state.get(id)?.clone();
    let line = emergencies::of_case(state, emergency.case?).into_iter().find(|line| line.id == id)?;
    Some((line, emergency))
}

#[component]
fn EmergencyView(line: EmergencyLine, emergency: Emergency) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let (id, case, is_open) = (line.id, line.case, line.closed_on.is_none());
    let (text, tone) = countdown(language, desk.today(), &line);
    let title = format!("{} · {}", line.name, language.maybe(line.trigger));
    let tags = move || view! { <Tag text=text.clone() tone/> };
    let look_after = visit_for(id, &emergency);
    let actions = move || {
        view! {
            <LinkButton label=language.open_case() href=Route::Case(case).href() icon=Icon::Folder/>
            {is_open.then(|| steps(language, id, look_after.clone()))}
        }
    };
    view! {
        <Page>
            <PageHeader title subtitle=line.village tags actions back=Casework::Emergencies.href() back_label=language.tab_emergencies()/>
            <FactsCard id emergency/>
            <Photos of=PhotosOf::Emergency(id) shows=PhotoSubject::Scene/>
            <FollowUps id/>
            <HistoryCard kind=domain::Kind::Emergency id=id.raw()/>
        </Page>
    }
}

/// What can be done about one that is open.
fn steps(language: Language, id: Id<Emergency>, visit: Visit) -> impl IntoView {
    let label = language.maybe(visit.occasion);
    let (spoken, plan) = (format!("{} {label}", language.plan_visit()), use_plan(visit));
    view! {
        <Button label spoken icon=Icon::Calendar on_press=plan/>
        <LinkButton label=language.edit() spoken=language.revise_emergency() href=Casework::EmergencyEdit(id).href() icon=Icon::Edit/>
        <LinkButton label=language.close_emergency() href=Casework::CloseEmergency(id).href() icon=Icon::Check/>
        <LinkButton label=language.add_follow_up() href=Casework::FollowUp(id).href() kind=ButtonKind::Primary icon=Icon::Plus/>
    }
}

/// The visit that an emergency asks for.
fn visit_for(id: Id<Emergency>, emergency: &Emergency) -> Visit {
    let occasion = match emergency.trigger {
        Some(Trigger::Illness) => Occasion::Hospital,
        Some(Trigger::Disaster) => Occasion::Disaster,
        _ => Occasion::FollowUp,
    };
    Visit { case: emergency.case, emergency: Some(id), occasion: Some(occasion), ..Visit::default() }
}

#[component]
fn FactsCard(id: Id<Emergency>, emergency: Emergency) -> impl IntoView {
    let (language, request) = (use_language(), emergency.request);
    let day = |day: Option<domain::Date>| day.map(|day| language.date(day)).unwrap_or_default();
    let is_private = emergency.trigger == Some(Trigger::Illness);
    let facts = [
        (EmergencyField::happened, emergency.happened, is_private),
        (EmergencyField::reported_on, day(emergency.reported_on), false),
        (EmergencyField::due_on, day(emergency.due_on), false),
        (EmergencyField::relief, emergency.relief, false),
        (EmergencyField::closed_on, day(emergency.closed_on), false),
        (EmergencyField::result, emergency.result, is_private),
    ];
    let known = facts.into_iter().filter(|(_, value, _)| !value.is_empty());
    let fact = |(field, text, is_private): (EmergencyField, String, bool)| {
        let name = language.field(field);
        let cover = is_private.then(|| COVER.to_owned());
        view! { <Fact name=name.clone()>{said(Reading { text, cover }, name)}</Fact> }
    };
    let facts = known.map(fact).collect_view();
    let money = view! { <div class="button-row"><RequestOfEmergency id request/></div> };
    view! { <Card title=language.card_facts()><Pad><Facts>{facts}</Facts>{money}</Pad></Card> }
}

/// What was done about it, the newest first.
#[component]
fn FollowUps(id: Id<Emergency>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let visits = desk.memo(move |state| emergencies::follow_ups(state, id));
    let items = move || {
        let visits = visits.get();
        if visits.is_empty() {
            return view! { <EmptyState title=language.follow_ups_none() next=language.follow_ups_none_next() icon=Icon::Clock/> }.into_any();
        }
        let items = visits.into_iter().map(|(_, visit)| item(language, visit)).collect_view();
        view! { <Pad><Timeline>{items}</Timeline></Pad> }.into_any()
    };
    view! { <Card title=language.follow_ups()>{items}</Card> }
}

fn item(language: Language, visit: Visit) -> impl IntoView {
    let when = visit.done_on.or(visit.planned_on).map(|day| language.date(day)).unwrap_or_default();
    let tone = if visit.done_on.is_some() { Tone::Good } else { Tone::Warn };
    let title = if visit.visitor.is_empty() { language.maybe(visit.occasion).to_owned() } else { visit.visitor };
    view! { <TimelineItem when title tone><p>{visit.report}</p></TimelineItem> }
}
