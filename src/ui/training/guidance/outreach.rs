//! Science brought to the countryside: what was and will be brought to which village, and how many came.

use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::guidance::{self, OutreachLine};

use crate::context::{use_desk, use_language};
use crate::route::Teaching;
use crate::training::tabs::TrainingTabs;
use crate::values::dotted;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Row, Rows, Tag, Tone};
use crate::widget::page::{Page, PageHeader};

/// The list of events.
#[component]
pub(in crate::training) fn OutreachPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let all = desk.memo(|state| guidance::outreaches(state, None));
    let add = move || {
        view! { <LinkButton label=language.add_outreach() href=Teaching::OutreachForm(None).href() kind=ButtonKind::Primary icon=Icon::Plus/> }
    };
    let count = Signal::derive(move || {
        let all = all.read();
        let people: u32 = all.iter().map(|line| line.outreach.headcount).sum();
        Some(language.outreach_count(&numbers::size(all.len()), &numbers::count(people)))
    });
    let body = move || {
        let all = all.get();
        if all.is_empty() {
            return view! { <EmptyState title=language.outreach_none() next=language.outreach_none_next() icon=Icon::Sprout/> }.into_any();
        }
        view! { <Rows>{all.into_iter().map(|line| outreach_row(language, line)).collect_view()}</Rows> }.into_any()
    };
    view! {
        <Page>
            <PageHeader title=language.nav_training() actions=add/>
            <TrainingTabs/>
            <Card title=language.tab_outreach() count>{body}</Card>
        </Page>
    }
}

/// An event in a list.
pub(super) fn outreach_row(language: Language, line: OutreachLine) -> impl IntoView {
    let OutreachLine { id, outreach, county, village, team } = line;
    let when = outreach.on.map(|day| language.date(day)).unwrap_or_default();
    let why = dotted([when, county, village, team, outreach.materials]);
    let people = outreach.headcount;
    let tags = move || match people {
        0 => view! { <Tag text=language.outreach_not_written()/> }.into_any(),
        count => view! { <Tag text=language.persons(&numbers::count(count)) tone=Tone::Good/> }.into_any(),
    };
    view! { <Row title=outreach.topic href=Teaching::OutreachForm(Some(id)).href() tags why/> }
}
