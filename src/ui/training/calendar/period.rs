//! A month or a week of sessions as a card, with the ways to the one before and after.

use domain::Date;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use locales::{Language, dates, numbers};
use replica::command::{MoveSession, Which};
use replica::query::training::{self, Phase, SessionLine};

use super::{Look, View};
use crate::context::{Desk, use_desk, use_language};
use crate::route::Route;
use crate::training::words;
use crate::values::dotted;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::calendar::{CalendarWords, Entry, MonthGrid, WeekList};
use crate::widget::list::{Card, Pad, Tag, Tone};

/// How many sessions of a day a month shows; a day with more leads to its week.
const SHOWN: usize = 3;

/// A month.
#[component]
pub(super) fn MonthCard(look: Memo<Look>) -> impl IntoView {
    let (desk, language, navigate) = (use_desk(), use_language(), use_navigate());
    let today = desk.today();
    let entries = use_entries(look, month_entry);
    let title = Signal::derive(move || language.month(look.get().day));
    let label = Signal::derive(move || language.sessions_of(&title.get()));
    let open = move |day: Date| {
        let is_on = |entry: &&Entry| entry.start <= day && day <= entry.end;
        let is_crowded = entries.with_untracked(|all| all.iter().filter(is_on).count() > SHOWN);
        let week = Look { view: View::Week, ..look.get_untracked() }.around(day);
        let to = if is_crowded { week.href() } else { plan_href(day) };
        navigate(&to, Default::default());
    };
    let month = Signal::derive(move || look.get().month());
    let on_move = Callback::new(move |(place, days): (usize, i64)| move_session(desk, entries, place, days));
    let span_to = use_navigate();
    let on_span = Callback::new(move |(from, until): (Date, Date)| {
        span_to(&format!("{}&until={}", plan_href(from), dates::iso(until)), Default::default());
    });
    view! {
        <Card title count=counted(language, entries) action=move || view! { <Turning look/> }>
            <Season look/>
            <MonthGrid label month today=Some(today) entries words=calendar_words(language) on_day=open on_move on_span/>
        </Card>
    }
}

/// Moves the session that was dragged; the entry leads to it.
fn move_session(desk: Desk, entries: Signal<Vec<Entry>>, place: usize, days: i64) {
    let entry = entries.with_untracked(|all| all.get(place).map(|entry| (entry.href.clone(), entry.start)));
    let Some((href, start)) = entry else { return };
    let id = href.rsplit('/').next().and_then(|id| id.parse().ok());
    if let Some(id) = id {
        let day = start.saturating_add(time::Duration::days(days));
        desk.act(MoveSession { which: Which::InForce(id), day });
    }
}

/// A week.
#[component]
pub(super) fn WeekCard(look: Memo<Look>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let entries = use_entries(look, week_entry);
    let title = Signal::derive(move || {
        let (from, until) = look.get().span();
        language.days_of_year(&language.span(from, until), from.year())
    });
    let label = Signal::derive(move || language.sessions_of(&title.get()));
    let day_action = move |day: Date| {
        let spoken = language.plan_session_on(&language.day(day));
        view! { <LinkButton label=language.plan_session() href=plan_href(day) kind=ButtonKind::Quiet spoken/> }
            .into_any()
    };
    let week_of = Signal::derive(move || look.get().day);
    view! {
        <Card title count=counted(language, entries) action=move || view! { <Turning look/> }>
            <Season look/>
            <WeekList label week_of today=Some(today) entries words=calendar_words(language) day_action/>
        </Card>
    }
}

/// The form of a new session on a day.
fn plan_href(day: Date) -> String {
    Route::SessionForm(None).href_with(&format!("on={}", dates::iso(day)))
}

fn counted(language: Language, entries: Signal<Vec<Entry>>) -> Signal<Option<String>> {
    Signal::derive(move || Some(language.classes(&numbers::size(entries.read().len()))))
}

/// The sessions in sight, each said as the view has room for.
fn use_entries(look: Memo<Look>, said: fn(Language, &SessionLine) -> (String, String)) -> Signal<Vec<Entry>> {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let lines = desk.memo(move |state| {
        let look = look.get();
        let (from, until) = look.span();
        training::sessions_between(state, from, until, look.site)
    });
    let entry = move |line: &SessionLine| {
        let ((title, detail), start) = (said(language, line), line.starts_on?);
        let is_cancelled = line.phase(today) == Phase::Cancelled;
        let title = if is_cancelled { format!("{} {title}", language.phase_cancelled()) } else { title };
        let (end, href) = (line.ends_on.unwrap_or(start), Route::Session(line.id).href());
        Some(Entry { start, end, title, detail, href, tone: words::tone(line, today) })
    };
    Signal::derive(move || lines.read().iter().filter_map(entry).collect())
}

/// A bar has little room: the course and its seats.
fn month_entry(_: Language, line: &SessionLine) -> (String, String) {
    (format!("{} {}/{}", line.title, line.seated, line.seats), dotted([words::place(line), line.instructor.clone()]))
}

fn week_entry(language: Language, line: &SessionLine) -> (String, String) {
    let hour = if line.begins_at == 0 { String::new() } else { language.time(line.begins_at) };
    let seats = language.seats_of(line.seated, line.seats);
    (words::title(language, line), dotted([hour, words::place(line), line.instructor.clone(), seats]))
}

pub(in crate::training) fn calendar_words(language: Language) -> CalendarWords {
    CalendarWords {
        weekdays: Signal::stored(language.weekdays().map(str::to_owned)),
        day: Callback::new(move |(day,): (Date,)| language.day_of_week(day)),
        more: Callback::new(move |(count,): (usize,)| language.more_sessions(count)),
    }
}

/// The month or week before, today's, and the next.
#[component]
fn Turning(look: Memo<Look>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let (earlier, later) = match look.get_untracked().view {
        View::Week => (language.earlier_week(), language.later_week()),
        _ => (language.earlier_month(), language.later_month()),
    };
    let href = move |to: fn(Look, Date) -> Look| Signal::derive(move || to(look.get(), today).href());
    view! {
        <LinkButton label=earlier href=href(|look, _| look.turned(false)) kind=ButtonKind::Quiet/>
        <LinkButton label=language.today_word() href=href(Look::around) kind=ButtonKind::Quiet/>
        <LinkButton label=later href=href(|look, _| look.turned(true)) kind=ButtonKind::Quiet/>
    }
}

/// That farmers have no time now.
#[component]
fn Season(look: Memo<Look>) -> impl IntoView {
    let language = use_language();
    let season = Memo::new(move |_| {
        let look = look.get();
        match look.view {
            View::Week => training::busy_season(look.span().0, look.span().1),
            _ => training::busy_season_of_month(look.day.year(), look.day.month()),
        }
    });
    move || {
        season
            .get()
            .map(|season| view! { <Pad><p><Tag text=words::season(language, season) tone=Tone::Warn/></p></Pad> })
    }
}
