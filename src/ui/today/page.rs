//! What is due today: visits, sessions, needs with a date, and how far the year's targets are reached.

use domain::Date;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::due::{self, DueNeed, DueVisit};
use replica::query::targets::{self, Progress};
use replica::query::training::SessionLine;

use super::welcome::Welcome;
use crate::cases::{DuePromises, OpenEmergencies};
use crate::context::{use_desk, use_language};
use crate::inbox::InboxCard;
use crate::prosperity::ToursToday;
use crate::requests::{InstalmentsDue, RequestsWaiting};
use crate::route::{Casework, Class, Route};
use crate::training::FollowUpsDue;
use crate::values::is_about_illness;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Pad, Row, Rows, Tag, Tone};
use crate::widget::meter::Meter;
use crate::widget::page::{Columns, Page, PageHeader, Stack};

/// How many lines a card shows.
const MOST: usize = 8;
/// How many days ahead visits and needs are shown.
const AHEAD: i64 = 7;

/// The page of the day, or how to begin.
#[component]
pub(crate) fn TodayPage() -> impl IntoView {
    let desk = use_desk();
    let is_new = desk.memo(|state| state.all::<domain::records::Division>().iter().next().is_none());
    move || match is_new.get() {
        true if desk.is_past() => view! { <BeforeAll/> }.into_any(),
        true => view! { <Welcome/> }.into_any(),
        false => view! { <Day/> }.into_any(),
    }
}

/// A day of the past on which there was nothing yet.
#[component]
fn BeforeAll() -> impl IntoView {
    let language = use_language();
    view! { <Page><EmptyState title=language.past_nothing() next=language.past_nothing_next() icon=Icon::Clock/></Page> }
}

#[component]
fn Day() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let actions = move || {
        view! {
            <LinkButton label=language.report_emergency() href=Casework::EmergencyNew(None).href() icon=Icon::Warning/>
            <LinkButton label=language.register_case() href=Route::CaseNew.href() kind=ButtonKind::Primary icon=Icon::Plus/>
        }
    };
    view! {
        <Page>
            <PageHeader title=format!("{} · {}", language.nav_today(), language.day_of_week(today)) actions/>
            <Columns>
                <Stack><ToursToday/><OpenEmergencies/><Visits today/><Sessions today/></Stack>
                <Stack><InboxCard/><RequestsWaiting/><DuePromises/><FollowUpsDue/><InstalmentsDue/><Targets today/><Needs today/></Stack>
            </Columns>
            <div class="button-row"><LinkButton label=language.log() href=Route::Log.href() kind=ButtonKind::Quiet icon=Icon::Clock/></div>
        </Page>
    }
}

#[component]
fn Visits(today: Date) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let visits = desk.memo(move |state| due::visits_until(state, later(today, AHEAD)));
    let count = Signal::derive(move || {
        let visits = visits.read();
        let missed = visits.iter().filter(|visit| visit.planned_on < today).count();
        language.visits_due(&numbers::size(visits.len()), &numbers::size(missed))
    });
    let round = move || view! { <LinkButton label=language.tab_day() href=Casework::Day.href() kind=ButtonKind::Quiet icon=Icon::Forward/> };
    let rows = move || {
        let visits = visits.get();
        if visits.is_empty() {
            return view! { <EmptyState title=language.today_no_visits() next=language.today_no_visits_next() icon=Icon::Home/> }.into_any();
        }
        let more = visits.len().saturating_sub(MOST);
        let rows = visits.into_iter().take(MOST).map(|visit| visit_row(language, today, visit)).collect_view();
        view! { <Rows>{rows}</Rows>{more_line(language, more)} }.into_any()
    };
    view! { <Card title=language.today_visits() count action=round>{rows}</Card> }
}

fn visit_row(language: Language, today: Date, visit: DueVisit) -> impl IntoView {
    let href = Route::Visit(visit.id).href();
    let spoken = format!("{} {}", language.start_visit(), visit.name);
    let start = move || view! { <LinkButton label=language.start_visit() href=href.clone() spoken=spoken.clone()/> };
    let days = (visit.planned_on - today).whole_days();
    let tags = move || visit_tag(language, days);
    let why =
        [visit.purpose, visit.visitor].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    let title = format!("{} · {}{}", visit.name, visit.village, visit.group);
    view! { <Row title href=Route::Case(visit.case).href() tags why action=start/> }
}

/// A visit whose day has passed was missed; it stays until it is made or taken off the plan.
fn visit_tag(language: Language, days: i64) -> AnyView {
    match days {
        ..0 => view! { <Tag text=language.missed_days(-days) tone=Tone::Warn/> }.into_any(),
        _ => when_tag(language, days),
    }
}

fn when_tag(language: Language, days: i64) -> AnyView {
    match days {
        0 => view! { <Tag text=language.today_word() tone=Tone::Info/> }.into_any(),
        1.. => view! { <Tag text=language.in_days(days)/> }.into_any(),
        _ => view! { <Tag text=language.days_late(-days) tone=Tone::Warn/> }.into_any(),
    }
}

fn more_line(language: Language, more: usize) -> Option<impl IntoView> {
    (more > 0).then(|| view! { <Pad><p class="subtitle">{language.and_more(more)}</p></Pad> })
}

#[component]
fn Sessions(today: Date) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let sessions = desk.memo(move |state| due::sessions_between(state, today, later(today, AHEAD)));
    let count = Signal::derive(move || language.classes(&numbers::size(sessions.read().len())));
    let rows = move || {
        let sessions = sessions.get();
        if sessions.is_empty() {
            return view! { <EmptyState title=language.today_no_sessions() next=language.today_no_sessions_next() icon=Icon::Training/> }.into_any();
        }
        let more = sessions.len().saturating_sub(MOST);
        let rows = sessions.into_iter().take(MOST).map(|line| session_row(language, today, line)).collect_view();
        view! { <Rows>{rows}</Rows>{more_line(language, more)} }.into_any()
    };
    view! { <Card title=language.today_sessions() count>{rows}</Card> }
}

fn session_row(language: Language, today: Date, line: SessionLine) -> impl IntoView {
    let href = Route::Session(line.id).href();
    let title = language.session_title(&line.title, line.term);
    let start = line.starts_on.unwrap_or(today);
    let days = (start - today).whole_days();
    let tags = move || (days <= 0).then(|| view! { <Tag text=language.today_word() tone=Tone::Info/> });
    let seats = language.seats_of(line.seated, line.seats);
    let when = language.span(start, line.ends_on.unwrap_or(start));
    let why = [when, line.site, seats].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    let roll = Class::Roll(line.id).href();
    let spoken = format!("{} {title}", language.call_roll());
    let action = move || {
        let (href, spoken) = (roll.clone(), spoken.clone());
        (days <= 0).then(|| view! { <LinkButton label=language.call_roll() href spoken/> })
    };
    view! { <Row title=title.clone() href tags why action/> }
}

#[component]
fn Needs(today: Date) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let needs = desk.memo(move |state| due::needs_until(state, later(today, AHEAD)));
    move || {
        let needs = needs.get();
        let count = language.items(&numbers::size(needs.len()));
        let more = needs.len().saturating_sub(MOST);
        let is_any = !needs.is_empty();
        let rows = needs.into_iter().take(MOST).map(|need| need_row(language, today, need)).collect_view();
        is_any.then(
            || view! { <Card title=language.today_needs() count><Rows>{rows}</Rows>{more_line(language, more)}</Card> },
        )
    }
}

fn need_row(language: Language, today: Date, due: DueNeed) -> impl IntoView {
    let days = (due.on - today).whole_days();
    let title = format!("{} · {}", due.name, language.maybe(due.need.kind));
    let what = crate::cases::need_day(language, &due.need, due.what);
    // What may speak of an illness is read on the case's own page.
    let note = if is_about_illness(&due.need) { String::new() } else { due.need.note };
    let why = [what.to_owned(), note].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    view! { <Row title href=Route::NeedEdit(due.id).href() tags=move || when_tag(language, days) why/> }
}

#[component]
fn Targets(today: Date) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let progress = desk.memo(move |state| targets::progress(state, today.year()));
    let pace = f64::from(targets::pace(today)) / 100.0;
    let meters = move || {
        let aimed = progress.get().into_iter().filter(|one| one.target.is_some_and(|target| target > 0));
        aimed.map(|one| meter(language, one, pace)).collect_view()
    };
    let title = language.year_targets(today.year());
    view! {
        <Show when=move || progress.read().iter().any(|one| one.target.is_some())>
            <Card title=title.clone()>
                <Pad><Stack>{meters}<p class="subtitle">{language.pace_hint()}</p></Stack></Pad>
            </Card>
        </Show>
    }
}

fn meter(language: Language, one: Progress, pace: f64) -> impl IntoView {
    let is_average = one.indicator == domain::records::Indicator::TrainingsEach;
    let said = |number: u32| if is_average { numbers::hundredths(number) } else { numbers::count(number) };
    let target = one.target.unwrap_or(0);
    let share = f64::from(one.reached) / f64::from(target.max(1));
    view! { <Meter label=language.of(one.indicator) value=said(one.reached) target=format!("/ {}", said(target)) share pace/> }
}

fn later(day: Date, days: i64) -> Date {
    day.saturating_add(time::Duration::days(days))
}
