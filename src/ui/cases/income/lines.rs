//! The poverty lines that an office has set, by year and place.

use leptos::prelude::*;
use locales::numbers;
use replica::query::incomes;

use crate::cases::casework::AreaTabs;
use crate::context::{use_desk, use_language};
use crate::route::Casework;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Row, Rows};
use crate::widget::page::{Page, PageHeader};

/// The page of the lines.
#[component]
pub(in crate::cases) fn LinesPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let lines = desk.memo(incomes::lines);
    let add = move || {
        view! { <LinkButton label=language.add_line() href=Casework::LineForm(None).href() kind=ButtonKind::Primary icon=Icon::Plus/> }
    };
    let rows = move || {
        let lines = lines.get();
        if lines.is_empty() {
            return view! { <EmptyState title=language.lines_none() next=language.lines_none_next() icon=Icon::Chart/> }.into_any();
        }
        let row = move |(id, line, place): (_, domain::records::PovertyLine, String)| {
            let title = language.line_of_year(line.year, &numbers::money(language, line.amount));
            let why = if place.is_empty() { language.everywhere().to_owned() } else { place };
            view! { <Row title href=Casework::LineForm(Some(id)).href() why/> }
        };
        view! { <Rows>{lines.into_iter().map(row).collect_view()}</Rows> }.into_any()
    };
    view! {
        <Page>
            <PageHeader title=language.nav_cases() actions=add/>
            <AreaTabs/>
            <Card title=language.poverty_line()>{rows}</Card>
        </Page>
    }
}
