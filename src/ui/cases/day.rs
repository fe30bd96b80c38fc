//! The round of the day: one household after the other. The one where one stands is open, with all that one should know at
//! the door; the others are lines. Which one is open is in the address, and the report leads back here.

use domain::records::{Need, Visit, VisitField};
use domain::{Date, Id};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::promises::PromiseLine;
use replica::query::rounds::day::{self, Briefing, Stop};

use super::casework::AreaTabs;
use super::promise::keep::KeepButton;
use super::visit::ON_ROUND;
use super::visits::missed_tag;
use crate::context::{use_asked, use_desk, use_language, use_searches};
use crate::route::{Casework, Route};
use crate::values::is_about_illness;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::field::{Choice, ChoiceField};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Fact, Facts, Pad, Row, Rows, Tag, Tone};
use crate::widget::meter::Meter;
use crate::widget::page::{Columns, Page, PageHeader, Stack};
use crate::widget::split::Toolbar;

/// The round, and where one stands.
#[derive(Clone, Copy)]
struct Day {
    today: Date,
    who: RwSignal<String>,
    at: RwSignal<String>,
    all: Memo<Vec<Stop>>,
    stops: Memo<Vec<Stop>>,
}

impl Day {
    fn new() -> Self {
        let desk = use_desk();
        let (today, who, at) = (desk.today(), use_searches().visitor, use_asked("at"));
        let all = desk.memo(move |state| day::stops(state, today));
        let is_of = move |stop: &&Stop| who.with(|who| who.is_empty() || *who == stop.visitor);
        let stops = Memo::new(move |_| all.read().iter().filter(is_of).cloned().collect::<Vec<_>>());
        Self { today, who, at, all, stops }
    }

    /// Where one stands: at the stop of the address, or else at the first that is not done.
    fn current(self) -> Option<usize> {
        let stops = self.stops.read();
        let asked: Option<Id<Visit>> = self.at.get().parse().ok();
        let asked = stops.iter().position(|stop| Some(stop.visit) == asked);
        asked.or_else(|| stops.iter().position(|stop| !stop.is_done))
    }

    fn done(self) -> usize {
        self.stops.read().iter().filter(|stop| stop.is_done).count()
    }

    /// The address of a stop.
    fn href(visit: Id<Visit>) -> String {
        Route::from(Casework::Day).href_with(&format!("at={visit}"))
    }
}

/// The page of the round.
#[component]
pub(super) fn DayPage() -> impl IntoView {
    let language = use_language();
    let day = Day::new();
    let is_any = Memo::new(move |_| !day.all.read().is_empty());
    let body = move || match is_any.get() {
        true => view! { <Round day/> }.into_any(),
        false => nothing(language).into_any(),
    };
    view! {
        <Page>
            <PageHeader title=language.nav_cases() subtitle=language.day_of_week(day.today)/>
            <AreaTabs/>
            {body}
        </Page>
    }
}

fn nothing(language: Language) -> impl IntoView {
    let action =
        move || view! { <LinkButton label=language.plan_round() href=Casework::Round.href() icon=Icon::Calendar/> };
    view! { <EmptyState title=language.day_none() next=language.day_none_next() icon=Icon::Home action/> }
}

#[component]
fn Round(day: Day) -> impl IntoView {
    let language = use_language();
    let whoever = Signal::derive(move || {
        let names = day::visitors(&day.all.read()).into_iter();
        names.map(|(name, count)| Choice::new(name.clone(), language.visitor_of(&name, count))).collect::<Vec<_>>()
    });
    let progress = move || {
        let (done, all) = (day.done(), day.stops.read().len());
        let share = done as f64 / all.max(1) as f64;
        view! { <Meter label=language.day_visited() value=numbers::size(done) target=language.of_households(&numbers::size(all)) share/> }
    };
    let current = move || match day.current() {
        Some(place) => view! { <Here day place/> }.into_any(),
        None => {
            view! { <EmptyState title=language.day_over() next=language.day_over_next() icon=Icon::Check/> }.into_any()
        }
    };
    view! {
        <Toolbar>
            <ChoiceField label=language.day_who() value=day.who options=whoever nothing=language.day_everybody() menu=true/>
        </Toolbar>
        <Columns>
            <Stack>{current}</Stack>
            <Stack><Card title=language.tab_day()><Pad>{progress}</Pad><Order day/></Card></Stack>
        </Columns>
    }
}

/// All stops in their order.
#[component]
fn Order(day: Day) -> impl IntoView {
    let language = use_language();
    let rows = move || {
        let (current, stops) = (day.current(), day.stops.get());
        let row = |(place, stop): (usize, Stop)| stop_row(language, day, (place, current == Some(place)), stop);
        stops.into_iter().enumerate().map(row).collect_view()
    };
    view! { <Rows>{rows}</Rows> }
}

fn stop_row(language: Language, day: Day, (place, is_here): (usize, bool), stop: Stop) -> impl IntoView {
    let title = format!("{}. {}", place + 1, stop.name);
    let (missed, is_done) = (stop.missed(day.today), stop.is_done);
    let tags = move || {
        view! {
            {is_here.then(|| view! { <Tag text=language.day_here() tone=Tone::Info/> })}
            {is_done.then(|| view! { <Tag text=language.visit_done() tone=Tone::Good/> })}
            {(missed > 0).then(|| missed_tag(language, missed))}
        }
    };
    let metres = stop.metres.map(|metres| language.metres_on(&numbers::count(metres))).unwrap_or_default();
    let parts = [format!("{}{}", stop.village, stop.group), metres];
    let why = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    view! { <Row title href=Day::href(stop.visit) tags why/> }
}

/// The household where one stands, with the way to its report and to those before and after it.
#[component]
fn Here(day: Day, place: usize) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let Some(stop) = day.stops.read_untracked().get(place).cloned() else { return ().into_any() };
    let case = stop.case;
    let known = desk.memo(move |state| day::briefing(state, case));
    let around = [place.checked_sub(1), Some(place + 1)]
        .map(|place| place.and_then(|place| day.stops.read_untracked().get(place).map(|stop| Day::href(stop.visit))));
    let [before, after] = around;
    let label = if stop.is_done { language.revise_report() } else { language.write_visit() };
    let write = Route::Visit(stop.visit).href_with(ON_ROUND);
    let (missed, is_done, name) = (stop.missed(day.today), stop.is_done, stop.name.clone());
    let tags = move || {
        view! {
            {is_done.then(|| view! { <Tag text=language.visit_done() tone=Tone::Good/> })}
            {(missed > 0).then(|| missed_tag(language, missed))}
        }
    };
    let title = format!("{}. {}", place + 1, stop.name);
    let household = name.clone();
    let (report, file) = (format!("{label} {name}"), format!("{} {name}", language.open_case()));
    view! {
        <Card title action=tags>
            <Pad>
                <StopFacts stop/>
                <div class="button-row">
                    <LinkButton label spoken=report href=write kind=ButtonKind::Primary icon=Icon::Edit/>
                    <LinkButton label=language.open_case() spoken=file href=Route::Case(case).href() icon=Icon::Folder/>
                    {before.map(|href| view! { <LinkButton label=language.day_before() href kind=ButtonKind::Quiet icon=Icon::Back/> })}
                    {after.map(|href| view! { <LinkButton label=language.day_next() href kind=ButtonKind::Quiet icon=Icon::Forward/> })}
                </div>
            </Pad>
            {move || known_rows(language, household.clone(), known.get())}
        </Card>
    }
    .into_any()
}

#[component]
fn StopFacts(stop: Stop) -> impl IntoView {
    let language = use_language();
    let field = |field: VisitField| language.field(field);
    let facts = [
        (language.fact_address().to_owned(), format!("{}{}", stop.village, stop.group)),
        (field(VisitField::planned_on), language.day_of_week(stop.planned_on)),
        (field(VisitField::occasion), language.maybe(stop.occasion).to_owned()),
        (field(VisitField::purpose), stop.purpose),
        (field(VisitField::visitor), stop.visitor),
    ];
    let known = facts.into_iter().filter(|(_, value)| !value.is_empty());
    let facts = known.map(|(name, value)| view! { <Fact name>{value}</Fact> }).collect_view();
    let phone = (!stop.phone.is_empty()).then(|| {
        let call = format!("tel:{}", stop.phone);
        view! { <Fact name=language.fact_phone()><a href=call>{stop.phone}</a></Fact> }
    });
    view! { <Facts>{facts}{phone}</Facts> }
}

/// What is open there: needs and promises.
fn known_rows(language: Language, name: String, known: Briefing) -> AnyView {
    let needs = known.needs.into_iter().map(|(id, need)| need_row(language, id, &need)).collect_view();
    let promises = known.promises.into_iter().map(|line| promise_row(language, line, name.clone())).collect_view();
    view! { <Rows>{needs}{promises}</Rows> }.into_any()
}

fn need_row(language: Language, id: Id<Need>, need: &Need) -> AnyView {
    let note = if is_about_illness(need) { String::new() } else { need.note.clone() };
    let due = need.due_on.map(|day| format!("{} {}", language.need_deadline(), language.date(day))).unwrap_or_default();
    let why = [note, due].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let title = format!("{} · {}", language.of(domain::Kind::Need), language.maybe(need.kind));
    view! { <Row title href=Route::NeedEdit(id).href() why/> }.into_any()
}

fn promise_row(language: Language, line: PromiseLine, household: String) -> AnyView {
    let (id, what) = (line.id, line.promise.what);
    let due = line.promise.due_on.map(|day| language.due_by(&language.date(day)));
    let why = [Some(line.promise.by), due].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let title = format!("{} · {what}", language.of(domain::Kind::Promise));
    let keep = move || view! { <KeepButton id what=what.clone() household=household.clone()/> };
    view! { <Row title href=Casework::Promise(id).href() why action=keep/> }.into_any()
}
