//! What of the fund belongs to the day: requests that wait for whoever looks, and instalments that are due or late.

use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::fund::{self, Reminder};
use time::Duration;

use super::row::row;
use super::signature::me;
use crate::context::{use_desk, use_language};
use crate::route::Requests;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::list::{Card, Pad, Row, Rows, Tag, Tone};

/// How many lines a card shows.
const MOST: usize = 6;
/// How many days ahead instalments are shown.
const AHEAD: i64 = 14;

/// The requests whose next step is that of whoever looks; nothing while there is none.
#[component]
pub(crate) fn RequestsWaiting() -> impl IntoView {
    let (desk, language, me) = (use_desk(), use_language(), me());
    let lines = desk.memo(move |state| fund::waits_for(state, me));
    let count = Signal::derive(move || Some(language.ask_count(&numbers::size(lines.read().len()))));
    let rows = move || {
        let lines = lines.get();
        let more = lines.len().saturating_sub(MOST);
        let rows = lines.into_iter().take(MOST).map(|line| row(language, line, false)).collect_view();
        view! { <Rows>{rows}</Rows>{more_line(language, more)} }
    };
    let all = move || view! { <LinkButton label=language.all() spoken=language.ask_today_all() href=Requests::List.href() kind=ButtonKind::Quiet/> };
    view! {
        <Show when=move || !lines.read().is_empty()>
            <Card title=language.ask_today() count action=all>{rows}</Card>
        </Show>
    }
}

/// The instalments that are late or due soon; nothing while there is none.
#[component]
pub(crate) fn InstalmentsDue() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let until = today.saturating_add(Duration::days(AHEAD));
    let due = desk.memo(move |state| fund::reminders(state, until));
    let count = Signal::derive(move || Some(language.items(&numbers::size(due.read().len()))));
    let rows = move || {
        let due = due.get();
        let more = due.len().saturating_sub(MOST);
        let days = |one: &Reminder| (today - one.due_on).whole_days();
        let rows = due.into_iter().take(MOST).map(|one| due_row(language, days(&one), one)).collect_view();
        view! { <Rows>{rows}</Rows>{more_line(language, more)} }
    };
    let all = move || view! { <LinkButton label=language.all() spoken=language.loan_today_all() href=Requests::Loans.href() kind=ButtonKind::Quiet/> };
    view! {
        <Show when=move || !due.read().is_empty()>
            <Card title=language.loan_today() count action=all>{rows}</Card>
        </Show>
    }
}

fn due_row(language: Language, days: i64, one: Reminder) -> impl IntoView {
    let (text, tone) = match days {
        0 => (language.due_today().to_owned(), Tone::Warn),
        1.. => (language.loan_late_days(days), Tone::Bad),
        _ => (language.in_days(-days), Tone::Plain),
    };
    let tags = move || view! { <Tag text=text.clone() tone/> };
    let why = language.loan_due_of(one.number, &numbers::money(language, one.left));
    view! { <Row title=one.name href=Requests::Loan(one.loan).href() tags why/> }
}

fn more_line(language: Language, more: usize) -> Option<impl IntoView> {
    (more > 0).then(|| view! { <Pad><p class="subtitle">{language.and_more(more)}</p></Pad> })
}
