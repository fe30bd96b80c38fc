//! The page of all that waits, the most urgent first.

use leptos::prelude::*;
use locales::numbers;

use super::conflict::ConflictTask;
use super::finding::FindingTask;
use super::fork::ForkTask;
use super::waiting::{Waiting, use_waiting};
use crate::context::use_language;
use crate::route::Route;
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Pad, Rows};
use crate::widget::page::{Page, PageHeader, PageKind};

/// All that waits for a decision.
#[component]
pub(crate) fn InboxPage() -> impl IntoView {
    let language = use_language();
    let waiting = use_waiting();
    let state = Memo::new(move |_| waiting.with(|waiting| waiting.as_ref().map(|waiting| waiting.total() > 0)));
    let body = move || match state.get() {
        None => view! { <p class="subtitle">{language.inbox_looking()}</p> }.into_any(),
        Some(false) => view! {
            <Card title=language.inbox()>
                <EmptyState title=language.inbox_empty() next=language.inbox_empty_next() icon=Icon::Check/>
            </Card>
        }
        .into_any(),
        Some(true) => view! { <Forks waiting/><Conflicts waiting/><Findings waiting/> }.into_any(),
    };
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=language.inbox() subtitle=language.inbox_subtitle() back=Route::Today.href() back_label=language.nav_today()/>
            {body}
        </Page>
    }
}

/// One sort of what waits: its items, and how many there are in all.
fn sort<T: Clone + PartialEq + Send + Sync + 'static>(
    waiting: RwSignal<Option<Waiting>>,
    items: impl Fn(&Waiting) -> &Vec<T> + Send + Sync + 'static,
    place: usize,
) -> (Memo<Vec<T>>, Signal<usize>) {
    let shown = Memo::new(move |_| waiting.with(|all| all.as_ref().map(|all| items(all).clone()).unwrap_or_default()));
    let total = Signal::derive(move || waiting.with(|all| all.as_ref().map_or(0, |all| all.totals[place])));
    (shown, total)
}

/// What follows the items that are shown.
fn rest(shown: usize, total: usize) -> Option<impl IntoView> {
    let language = use_language();
    (total > shown).then(|| view! { <Pad><p class="subtitle">{language.and_more(total - shown)}</p></Pad> })
}

#[component]
fn Forks(waiting: RwSignal<Option<Waiting>>) -> impl IntoView {
    let language = use_language();
    let (forks, total) = sort(waiting, |all| &all.forks, 0);
    let count = Signal::derive(move || language.items(&numbers::size(total.get())));
    let row = |fork| view! { <ForkTask fork/> };
    view! {
        <Show when=move || !forks.read().is_empty()>
            <Card title=language.forks_title() count>
                <Rows><For each=move || forks.get() key=|fork| format!("{fork:?}") children=row/></Rows>
            </Card>
        </Show>
    }
}

#[component]
fn Conflicts(waiting: RwSignal<Option<Waiting>>) -> impl IntoView {
    let language = use_language();
    let (disputes, total) = sort(waiting, |all| &all.disputes, 1);
    let count = Signal::derive(move || language.items(&numbers::size(total.get())));
    let row = |dispute| view! { <ConflictTask dispute/> };
    view! {
        <Show when=move || !disputes.read().is_empty()>
            <Card title=language.conflicts_title() count>
                <Pad><p class="subtitle">{language.conflict_how()}</p></Pad>
                // What changed under the same name is another thing to decide.
                <Rows><For each=move || disputes.get() key=|dispute| format!("{dispute:?}") children=row/></Rows>
                {move || rest(disputes.read().len(), total.get())}
            </Card>
        </Show>
    }
}

#[component]
fn Findings(waiting: RwSignal<Option<Waiting>>) -> impl IntoView {
    let language = use_language();
    let (matters, total) = sort(waiting, |all| &all.matters, 2);
    let count = Signal::derive(move || language.items(&numbers::size(total.get())));
    let row = |matter| view! { <FindingTask matter/> };
    view! {
        <Show when=move || !matters.read().is_empty()>
            <Card title=language.findings_title() count>
                <Rows><For each=move || matters.get() key=|matter| format!("{matter:?}") children=row/></Rows>
                {move || rest(matters.read().len(), total.get())}
            </Card>
        </Show>
    }
}
