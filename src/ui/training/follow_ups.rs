//! Whom to ask what became of a training: a few of them on the page of the day, all of them on a page of their own.

use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::training::{self, FollowUp};

use super::result::form::FROM_LIST;
use crate::context::{use_desk, use_language};
use crate::route::{Class, Route, Teaching};
use crate::values::dotted;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Pad, Row, Rows};
use crate::widget::page::{Page, PageHeader};

/// How many the page of the day shows.
const MOST: usize = 4;

fn use_due() -> Memo<Vec<FollowUp>> {
    let desk = use_desk();
    let today = desk.today();
    desk.memo(move |state| training::follow_ups(state, today))
}

/// The first of those who are due. Nothing where nobody is.
#[component]
pub(crate) fn FollowUpsDue() -> impl IntoView {
    let language = use_language();
    let due = use_due();
    let count = Signal::derive(move || Some(language.persons(&numbers::size(due.read().len()))));
    let all = move || {
        view! { <LinkButton label=language.trained_follow_ups_all() href=Teaching::FollowUps.href() kind=ButtonKind::Quiet icon=Icon::Forward/> }
    };
    let rows = move || {
        let due = due.get();
        let more = due.len().saturating_sub(MOST);
        let more = (more > 0).then(|| view! { <Pad><p class="subtitle">{language.and_more(more)}</p></Pad> });
        let rows = due.into_iter().take(MOST).map(|line| row(language, line, "")).collect_view();
        view! { <Rows>{rows}</Rows>{more} }
    };
    view! {
        <Show when=move || !due.read().is_empty()>
            <Card title=language.trained_follow_ups() count action=all>{rows}</Card>
        </Show>
    }
}

/// All who are due.
#[component]
pub(super) fn FollowUpsPage() -> impl IntoView {
    let language = use_language();
    let due = use_due();
    let count = Signal::derive(move || Some(language.persons(&numbers::size(due.read().len()))));
    let rows = move || {
        let due = due.get();
        if due.is_empty() {
            return view! { <EmptyState title=language.trained_follow_ups_none() next=language.trained_follow_ups_none_next() icon=Icon::Check/> }.into_any();
        }
        let rows = due.into_iter().map(|line| row(language, line, FROM_LIST)).collect_view();
        view! { <Rows>{rows}</Rows> }.into_any()
    };
    view! {
        <Page>
            <PageHeader title=language.trained_follow_ups_title() back=Route::Calendar.href() back_label=language.back()/>
            <Card title=language.trained_follow_ups() count>{rows}</Card>
        </Page>
    }
}

fn row(language: Language, line: FollowUp, from: &'static str) -> impl IntoView {
    let ended = line.ended_on.map(|day| language.session_ended(&language.date(day))).unwrap_or_default();
    let why = dotted([language.session_title(&line.title, line.term), ended, line.phone]);
    let spoken = language.follow_up_now_name(&line.name);
    let id = line.id;
    let ask = move || {
        let place = Route::from(Class::FollowUp(id));
        let href = if from.is_empty() { place.href() } else { place.href_with(&format!("from={from}")) };
        view! { <LinkButton label=language.follow_up_now() spoken=spoken.clone() href/> }
    };
    view! { <Row title=dotted([line.name, line.village]) why action=ask/> }
}
