//! A guidance team: who belongs to it, which homes it is expected in and which it visited, with what it advised.

use domain::Id;
use domain::records::{Case, GuidanceTeam, GuidanceTeamField};
use leptos::prelude::*;
use locales::Language;
use replica::query::guidance::{self, TeamVisit};

use super::outreach::outreach_row;
use crate::context::{use_desk, use_language};
use crate::entry::{PersonPick, with_record};
use crate::history::HistoryCard;
use crate::route::{Route, Teaching, use_go_with};
use crate::values::dotted;
use crate::widget::button::LinkButton;
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Fact, Facts, Pad, Row, Rows, Tag, Tone};
use crate::widget::page::{Columns, Page, PageHeader, Stack};

/// The page of a team.
pub(in crate::training) fn page(id: Id<GuidanceTeam>) -> AnyView {
    with_record(id, move |_| view! { <Team id/> }.into_any())
}

#[component]
fn Team(id: Id<GuidanceTeam>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let team = desk.memo(move |state| state.get(id).cloned().unwrap_or_default());
    let title = Signal::derive(move || team.get().name);
    let edit =
        move || view! { <LinkButton label=language.edit() href=Teaching::TeamForm(Some(id)).href() icon=Icon::Edit/> };
    view! {
        <Page>
            <PageHeader title back=Teaching::Teams.href() back_label=language.tab_teams() actions=edit/>
            <Columns>
                <Stack><Visits id/><Outreaches id/></Stack>
                <Stack><Plan id/><About team/><HistoryCard kind=domain::Kind::GuidanceTeam id=id.raw()/></Stack>
            </Columns>
        </Page>
    }
}

/// The homes, those that are expected first.
#[component]
fn Visits(id: Id<GuidanceTeam>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let visits = desk.memo(move |state| guidance::visits_of(state, id));
    let count = Signal::derive(move || {
        let visits = visits.read();
        let made = visits.iter().filter(|line| line.visit.done_on.is_some()).count();
        Some(language.team_visits_count(made, visits.len() - made))
    });
    let body = move || {
        let visits = visits.get();
        if visits.is_empty() {
            return view! { <EmptyState title=language.team_no_visits() next=language.team_no_visits_next() icon=Icon::Home/> }.into_any();
        }
        view! { <Rows>{visits.into_iter().map(|line| visit_row(language, line, today)).collect_view()}</Rows> }
            .into_any()
    };
    view! { <Card title=language.team_visits() count>{body}</Card> }
}

fn visit_row(language: Language, line: TeamVisit, today: domain::Date) -> impl IntoView {
    let TeamVisit { id, name, village, visit, .. } = line;
    let when = visit.done_on.or(visit.planned_on).map(|day| language.date(day)).unwrap_or_default();
    let again = visit.look_again_on.map(|day| language.look_again_word(&language.day(day))).unwrap_or_default();
    let text = if visit.done_on.is_some() { visit.advice } else { visit.purpose };
    let why = dotted([when, text, again]);
    let (is_open, is_late) = (visit.done_on.is_none(), visit.planned_on.is_some_and(|day| day < today));
    let tags = move || {
        let tone = if is_late { Tone::Warn } else { Tone::Info };
        let word = if is_late { language.visit_missed_word() } else { language.visit_planned_word() };
        is_open.then(|| view! { <Tag text=word tone/> })
    };
    view! { <Row title=dotted([name, village]) href=Route::Visit(id).href() tags why/> }
}

/// What it brought to villages.
#[component]
fn Outreaches(id: Id<GuidanceTeam>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let all = desk.memo(move |state| guidance::outreaches(state, Some(id)));
    let rows = move || all.get().into_iter().map(|line| outreach_row(language, line)).collect_view();
    view! {
        <Show when=move || !all.read().is_empty()>
            <Card title=language.tab_outreach()><Rows>{rows}</Rows></Card>
        </Show>
    }
}

/// The way to the next home: who is found is visited.
#[component]
fn Plan(id: Id<GuidanceTeam>) -> impl IntoView {
    let (language, go) = (use_language(), use_go_with());
    let found = RwSignal::new(String::new());
    Effect::new(move |_| {
        if let Ok(case) = found.get().parse::<Id<Case>>() {
            go(Route::VisitNew(case), &format!("team={id}"));
        }
    });
    view! {
        <Card title=language.team_plan_visit()>
            <Pad><PersonPick label=language.team_which_home() value=found cases=true/></Pad>
        </Card>
    }
}

#[component]
fn About(team: Memo<GuidanceTeam>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let county = desk.memo(move |state| replica::query::divisions::name(state, team.read().county));
    let facts = move || {
        let team = team.get();
        let facts = [
            (GuidanceTeamField::subject, team.subject),
            (GuidanceTeamField::people, team.people),
            (GuidanceTeamField::organisation, team.organisation),
            (GuidanceTeamField::county, county.get()),
            (GuidanceTeamField::phone, team.phone),
            (GuidanceTeamField::note, team.note),
        ];
        let said = facts.into_iter().filter(|(_, value)| !value.is_empty());
        said.map(|(field, value)| view! { <Fact name=language.field(field)>{value}</Fact> }).collect_view()
    };
    view! { <Card title=language.file_about()><Pad><Facts>{facts}</Facts></Pad></Card> }
}
