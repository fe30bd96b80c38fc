//! The months of a plan: the year at a glance, a month as a calendar on which sessions are dragged, and as a list with
//! everything that a finger or a keyboard can do to them.

use domain::records::{Plan, PlanState, PlannedSession};
use domain::{Date, Id};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use locales::{Language, dates, numbers};
use replica::command::{MoveSession, RemoveRecord, Which};
use replica::query::training::busy_season_of_month;
use replica::query::training::plan::{self, PlannedLine};
use time::{Duration, Month};

use super::moving::{Moving, MovingDialog};
use super::words::{clash, tone_of};
use crate::context::{use_asked, use_desk, use_language};
use crate::route::{Plans, Route};
use crate::training::calendar::calendar_words;
use crate::training::words as said;
use crate::values::dotted;
use crate::widget::button::{Button, ButtonKind, IconButton, LinkButton};
use crate::widget::calendar::{Entry, MonthGrid};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Pad, Row, Rows, Tag, Tone};
use crate::widget::split::ButtonGroup;

/// What the parts of a plan's months share.
#[derive(Clone, Copy)]
struct Shown {
    id: Id<Plan>,
    is_open: Memo<bool>,
    month: Memo<(i32, Month)>,
    lines: Memo<Vec<PlannedLine>>,
    moving: Moving,
}

impl Shown {
    /// Where a session leads: to its form, or once it is in force to its page.
    fn href(self, id: Id<PlannedSession>) -> String {
        if self.is_open.get() { Plans::Session(id).href() } else { Route::Session(id.in_force()).href() }
    }
}

/// The months of a plan.
#[component]
pub(super) fn Months(id: Id<Plan>, state: Memo<Option<PlanState>>) -> impl IntoView {
    let desk = use_desk();
    let today = desk.today();
    let asked = use_asked("month");
    let year = desk.memo(move |state| state.get(id).map_or(today.year(), |plan| plan.year.cast_signed()));
    let lines = desk.memo(move |state| plan::lines(state, id));
    let month = Memo::new(move |_| {
        let asked = asked.get().parse::<u8>().ok().and_then(|number| Month::try_from(number).ok());
        let first = || lines.read().first().and_then(|line| line.planned.starts_on).map(Date::month);
        (year.get(), asked.or_else(first).unwrap_or(Month::January))
    });
    let is_open = Memo::new(move |_| matches!(state.get(), Some(PlanState::Draft) | None));
    let shown = Shown { id, is_open, month, lines, moving: Moving::new() };
    view! {
        <Year shown asked/>
        <MonthCard shown/>
        <MonthList shown/>
        <MovingDialog moving=shown.moving/>
    }
}

/// The twelve months, each with its sessions.
#[component]
fn Year(shown: Shown, asked: RwSignal<String>) -> impl IntoView {
    let language = use_language();
    let button = move |number: u8| {
        let month = Month::try_from(number).unwrap_or(Month::January);
        let count = move || {
            let of = |line: &&PlannedLine| line.planned.starts_on.is_some_and(|day| day.month() == month);
            shown.lines.read().iter().filter(of).count()
        };
        let label = Signal::derive(move || language.month_count(number, &numbers::size(count())));
        let pressed = Signal::derive(move || Some(shown.month.get().1 == month));
        view! { <Button label pressed on_press=move || asked.set(number.to_string())/> }
    };
    view! { <ButtonGroup label=language.months_of_plan()>{(1..=12).map(button).collect_view()}</ButtonGroup> }
}

fn is_of(line: &PlannedLine, (year, month): (i32, Month)) -> bool {
    line.days().is_some_and(|(first, last)| [first, last].iter().any(|day| (day.year(), day.month()) == (year, month)))
}

/// The month as a calendar.
#[component]
fn MonthCard(shown: Shown) -> impl IntoView {
    let (desk, language, navigate) = (use_desk(), use_language(), use_navigate());
    let today = desk.today();
    let here = Memo::new(move |_| {
        let near =
            |line: &&PlannedLine| line.days().is_some_and(|(first, last)| touches(first, last, shown.month.get()));
        shown.lines.read().iter().filter(near).cloned().collect::<Vec<_>>()
    });
    let entries = Signal::derive(move || here.read().iter().filter_map(|line| entry(language, shown, line)).collect());
    let title = Signal::derive(move || language.month(first_of(shown.month.get())));
    let label = Signal::derive(move || language.sessions_of(&title.get()));
    let begin = navigate.clone();
    let on_day = move |day: Date| begin(&new_href(shown, day, day), Default::default());
    let on_span = Callback::new(move |(from, until): (Date, Date)| {
        if shown.is_open.get_untracked() {
            navigate(&new_href(shown, from, until), Default::default());
        }
    });
    let on_move = Callback::new(move |(place, days): (usize, i64)| {
        let line = here.with_untracked(|here| here.get(place).cloned());
        if let Some((line, first)) = line.and_then(|line| line.planned.starts_on.map(|first| (line, first)))
            && shown.is_open.get_untracked()
        {
            let day = first.saturating_add(Duration::days(days));
            desk.act(MoveSession { which: Which::Planned(line.id), day });
        }
    });
    let add = move || {
        let href = Signal::derive(move || {
            Plans::SessionNew(shown.id).href_with(&[("on", Some(dates::iso(first_of(shown.month.get()))))])
        });
        shown.is_open.get().then(|| view! { <LinkButton label=language.plan_session() href icon=Icon::Plus/> })
    };
    let season = move || {
        let (year, month) = shown.month.get();
        busy_season_of_month(year, month)
            .map(|season| view! { <Pad><p><Tag text=said::season(language, season) tone=Tone::Warn/></p></Pad> })
    };
    let hint = move || shown.is_open.get().then(|| view! { <Pad><p class="subtitle">{language.drag_hint()}</p></Pad> });
    view! {
        <Card title action=move || view! { {add} }>
            {season}
            <MonthGrid label month=shown.month today=Some(today) entries words=calendar_words(language) on_day on_move on_span/>
            {hint}
        </Card>
    }
}

fn new_href(shown: Shown, from: Date, until: Date) -> String {
    let until = (until != from).then(|| dates::iso(until));
    Plans::SessionNew(shown.id).href_with(&[("on", Some(dates::iso(from))), ("until", until)])
}

fn first_of((year, month): (i32, Month)) -> Date {
    Date::from_calendar_date(year, month, 1).unwrap_or(Date::MIN)
}

/// Whether something lies within a month or in the weeks that it shares with its neighbours.
fn touches(first: Date, last: Date, month: (i32, Month)) -> bool {
    let begin = first_of(month);
    let (from, until) = (begin.saturating_sub(Duration::days(6)), begin.saturating_add(Duration::days(37)));
    first <= until && last >= from
}

fn entry(language: Language, shown: Shown, line: &PlannedLine) -> Option<Entry> {
    let (start, end) = line.days()?;
    let clashes = line.clashes.iter().map(|one| clash(language, one));
    let detail = dotted([where_and_who(line)].into_iter().chain(clashes));
    let title = format!("{} {}", line.title, line.planned.seats);
    Some(Entry { start, end, title, detail, href: shown.href(line.id), tone: tone_of(line) })
}

fn where_and_who(line: &PlannedLine) -> String {
    dotted([line.site.clone(), line.planned.room.clone(), line.instructor.clone()])
}

/// The month as a list.
#[component]
fn MonthList(shown: Shown) -> impl IntoView {
    let language = use_language();
    let here = Memo::new(move |_| {
        let month = shown.month.get();
        shown.lines.read().iter().filter(|line| is_of(line, month)).cloned().collect::<Vec<_>>()
    });
    let count = Signal::derive(move || Some(language.classes(&numbers::size(here.read().len()))));
    let title = Signal::derive(move || language.sessions_of(&language.month(first_of(shown.month.get()))));
    let body = move || {
        match here.read().is_empty() {
        true => view! { <EmptyState title=language.no_planned_title() next=language.no_planned_next() icon=Icon::Calendar/> }.into_any(),
        false => view! { <Rows>{here.get().into_iter().map(|line| row(language, shown, line)).collect_view()}</Rows> }.into_any(),
    }
    };
    view! { <Card title count>{body}</Card> }
}

fn row(language: Language, shown: Shown, line: PlannedLine) -> impl IntoView {
    let days = line.days().map(|(first, last)| language.span(first, last)).unwrap_or_default();
    let hour = if line.planned.begins_at == 0 { String::new() } else { language.time(line.planned.begins_at) };
    let clashes = line.clashes.iter().map(|one| clash(language, one));
    let facts = [days.clone(), hour, where_and_who(&line), language.seats_word(line.planned.seats)];
    let why = dotted(facts.into_iter().chain(clashes));
    let (id, season, is_untaught) = (line.id, line.season, line.planned.instructor.is_none());
    let has_clash = !line.clashes.is_empty();
    let tags = move || {
        view! {
            {has_clash.then(|| view! { <Tag text=language.clash_word() tone=Tone::Bad/> })}
            {is_untaught.then(|| view! { <Tag text=language.untaught_word() tone=Tone::Warn/> })}
            {season.map(|season| view! { <Tag text=said::season(language, season) tone=Tone::Warn/> })}
        }
    };
    let name = format!("{} {days}", line.title);
    let action = move || shown.is_open.get().then(|| actions(language, shown, id, &name));
    view! { <Row title=line.title.clone() href=shown.href(id) tags why action/> }
}

/// What is done to a session of a draft: another day, again and again, away with it.
fn actions(language: Language, shown: Shown, id: Id<PlannedSession>, name: &str) -> impl IntoView + use<> {
    let desk = use_desk();
    let spoken = |what: &str| language.named_action(what, name);
    let (move_it, repeat, remove) =
        (spoken(language.move_session()), spoken(language.repeat_session()), spoken(language.remove()));
    view! {
        <Button label=language.move_session() kind=ButtonKind::Quiet spoken=move_it on_press=move || shown.moving.begin(desk, Which::Planned(id))/>
        <LinkButton label=language.repeat_session() kind=ButtonKind::Quiet spoken=repeat href=Plans::Series(id).href()/>
        <IconButton label=remove icon=Icon::Trash on_press=move || desk.act(RemoveRecord { id, reason: String::new() })/>
    }
}
