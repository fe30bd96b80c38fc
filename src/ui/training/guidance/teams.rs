//! The guidance teams: what each knows, what it did this year, and when it is expected next.

use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::guidance::{self, TeamLine};

use crate::context::{use_desk, use_language};
use crate::route::Teaching;
use crate::training::tabs::TrainingTabs;
use crate::values::dotted;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Row, Rows, Tag, Tone};
use crate::widget::page::{Page, PageHeader};

/// The list of teams.
#[component]
pub(in crate::training) fn TeamsPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let teams = desk.memo(move |state| guidance::teams(state, today));
    let add = move || {
        view! { <LinkButton label=language.add_team() href=Teaching::TeamForm(None).href() kind=ButtonKind::Primary icon=Icon::Plus/> }
    };
    let count = Signal::derive(move || Some(language.teams_count(&numbers::size(teams.read().len()))));
    let body = move || {
        let teams = teams.get();
        if teams.is_empty() {
            return view! { <EmptyState title=language.teams_none() next=language.teams_none_next() icon=Icon::Sprout/> }.into_any();
        }
        view! { <Rows>{teams.into_iter().map(|line| row(language, line, today)).collect_view()}</Rows> }.into_any()
    };
    view! {
        <Page>
            <PageHeader title=language.nav_training() actions=add/>
            <TrainingTabs/>
            <Card title=language.tab_teams() count>{body}</Card>
        </Page>
    }
}

fn row(language: Language, line: TeamLine, today: domain::Date) -> impl IntoView {
    let TeamLine { id, team, county, visits, outreaches, next } = line;
    let why = dotted([county, team.subject, team.organisation, language.team_year(visits, outreaches)]);
    let tags = move || {
        next.map(|day| {
            let tone = if day < today { Tone::Warn } else { Tone::Info };
            view! { <Tag text=language.team_next(&language.day(day)) tone/> }
        })
    };
    view! { <Row title=team.name href=Teaching::Team(id).href() tags why/> }
}
