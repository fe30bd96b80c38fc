//! The list of emergencies: those that are open by deadline, then those that are closed.

use leptos::prelude::*;
use locales::numbers;
use replica::query::emergencies;

use super::card::row;
use crate::cases::casework::AreaTabs;
use crate::context::{use_desk, use_language};
use crate::route::Casework;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Pad, Rows};
use crate::widget::page::{Page, PageHeader};

/// How many closed ones are shown.
const MOST: usize = 50;

/// The page of emergencies.
#[component]
pub(in crate::cases) fn EmergenciesPage() -> impl IntoView {
    let language = use_language();
    let report = move || {
        view! { <LinkButton label=language.report_emergency() href=Casework::EmergencyNew(None).href() kind=ButtonKind::Primary icon=Icon::Warning/> }
    };
    view! {
        <Page>
            <PageHeader title=language.nav_cases() actions=report/>
            <AreaTabs/>
            <Part is_open=true/>
            <Part is_open=false/>
        </Page>
    }
}

#[component]
fn Part(is_open: bool) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let lines = desk.memo(move |state| {
        let all = emergencies::all(state).into_iter();
        all.filter(|line| line.closed_on.is_none() == is_open).collect::<Vec<_>>()
    });
    let count = Signal::derive(move || Some(language.items(&numbers::size(lines.read().len()))));
    let title = if is_open { language.emergencies_open() } else { language.emergencies_closed() };
    let rows = move || {
        let lines = lines.get();
        if lines.is_empty() && is_open {
            return view! { <EmptyState title=language.emergencies_none() next=language.emergencies_none_next() icon=Icon::Check/> }.into_any();
        }
        let more = lines.len().saturating_sub(MOST);
        let more = (more > 0).then(|| view! { <Pad><p class="subtitle">{language.and_more(more)}</p></Pad> });
        let rows = lines.into_iter().take(MOST).map(|line| row(language, today, line)).collect_view();
        view! { <Rows>{rows}</Rows>{more} }.into_any()
    };
    view! {
        <Show when=move || is_open || !lines.read().is_empty()>
            <Card title count>{rows}</Card>
        </Show>
    }
}
