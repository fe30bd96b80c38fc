//! Cards of promises: those that are due, those to a household, those of a helper. A promise is kept with one press.

use domain::records::{Case, Helper};
use domain::{Date, Id};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::promises::{self, PromiseLine};

use super::keep::KeepButton;
use crate::cases::page::Tab;
use crate::context::{use_desk, use_language};
use crate::route::{Casework, Route};
use crate::widget::list::{Card, Pad, Row, Rows, Tag, Tone};

/// How many lines the card of the day shows.
const MOST: usize = 8;
/// How many days ahead a promise is shown.
const AHEAD: i64 = 7;

/// Promises due within days, and those that are late. Nothing where there is none.
#[component]
pub(crate) fn DuePromises() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let until = today.saturating_add(time::Duration::days(AHEAD));
    let due = desk.memo(move |state| promises::due_until(state, until));
    let count = Signal::derive(move || Some(language.items(&numbers::size(due.read().len()))));
    let rows = move || {
        let due = due.get();
        let more = due.len().saturating_sub(MOST);
        let more = (more > 0).then(|| view! { <Pad><p class="subtitle">{language.and_more(more)}</p></Pad> });
        let rows = due.into_iter().take(MOST).map(|line| row(language, today, line, Shown::Household)).collect_view();
        view! { <Rows>{rows}</Rows>{more} }
    };
    view! {
        <Show when=move || !due.read().is_empty()>
            <Card title=language.promises_due() count>{rows}</Card>
        </Show>
    }
}

/// What was promised to a household. Nothing where nobody promised anything.
#[component]
pub(in crate::cases) fn CasePromises(
    id: Id<Case>,
    /// Whether only open ones are shown.
    #[prop(optional)]
    brief: bool,
) -> impl IntoView {
    let desk = use_desk();
    let lines = desk.memo(move |state| if brief { promises::open(state, id) } else { promises::of_case(state, id) });
    view! { <Listed lines shown=Shown::Promise/> }
}

/// What a helper promised, and what was done.
#[component]
pub(in crate::cases) fn HelperPromises(id: Id<Helper>) -> impl IntoView {
    let desk = use_desk();
    let lines = desk.memo(move |state| promises::of_helper(state, id));
    view! { <Listed lines shown=Shown::Household/> }
}

/// What a line begins with.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    /// Whom it was promised to.
    Household,
    /// What was promised.
    Promise,
}

#[component]
fn Listed(lines: Memo<Vec<PromiseLine>>, shown: Shown) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let count = Signal::derive(move || {
        let open = lines.read().iter().filter(|line| line.promise.kept_on.is_none()).count();
        Some(language.promises_open(&numbers::size(open), &numbers::size(lines.read().len() - open)))
    });
    let rows = move || lines.get().into_iter().map(|line| row(language, today, line, shown)).collect_view();
    view! {
        <Show when=move || !lines.read().is_empty()>
            <Card title=language.promises() count><Rows>{rows}</Rows></Card>
        </Show>
    }
}

fn row(language: Language, today: Date, line: PromiseLine, shown: Shown) -> impl IntoView {
    let days = line.days(today);
    let PromiseLine { id, case, name, place, made_on, promise } = line;
    let household = format!("{name} · {place}");
    let due = promise.due_on.map(|day| language.due_by(&language.date(day)));
    let made = made_on.map(|day| language.promised_on(&language.date(day)));
    let outcome = Some(promise.outcome).filter(|text| !text.is_empty());
    let what = promise.what;
    let (title, href, first) = match shown {
        Shown::Household => (household, Route::Case(case).href_with(Tab::Visits.query()), Some(what.clone())),
        Shown::Promise => (what.clone(), Casework::Promise(id).href(), None),
    };
    let parts = [first, Some(promise.by), made, due.filter(|_| promise.kept_on.is_none()), outcome];
    let why = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let kept_on = promise.kept_on;
    let tags = move || tag(language, kept_on, days);
    let keep = move || kept_on.is_none().then(|| view! { <KeepButton id what=what.clone() household=name.clone()/> });
    view! { <Row title href tags why action=keep/> }
}

fn tag(language: Language, kept_on: Option<Date>, days: Option<i64>) -> AnyView {
    match (kept_on, days) {
        (Some(day), _) => view! { <Tag text=language.kept_on(&language.date(day)) tone=Tone::Good/> }.into_any(),
        (None, Some(0)) => view! { <Tag text=language.due_today() tone=Tone::Info/> }.into_any(),
        (None, Some(days @ 1..)) => view! { <Tag text=language.days_left(days)/> }.into_any(),
        (None, Some(days)) => view! { <Tag text=language.days_late(-days) tone=Tone::Warn/> }.into_any(),
        (None, None) => ().into_any(),
    }
}
