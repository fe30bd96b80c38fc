//! A round of visits for a festival: which festival, whom it takes in, and the days as they would be; one press plans it.

use domain::records::{Division, DivisionLevel, Helper};
use domain::{Choice as _, Date, Festival, Id};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::State;
use replica::command::{PlanRound, ROUND_MOST};
use replica::query::rounds::{self, Missed, Planned, Proposed, Round, Scope, WINDOW};
use replica::query::{divisions, pairing};
use time::Duration;

use super::casework::AreaTabs;
use super::visits::missed_tag;
use crate::context::{use_asked, use_desk, use_language};
use crate::route::{Casework, Route};
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::field::{Choice, ChoiceField};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Pad, Row, Rows};
use crate::widget::page::{Page, PageHeader};
use crate::widget::split::Toolbar;

/// How many days before a festival a round begins.
const DAYS: i64 = 10;
/// How many visits of a round are listed.
const MOST: usize = 60;

/// What a round is asked for, as fields hold it.
#[derive(Clone, Copy)]
struct Asked {
    festival: RwSignal<String>,
    place: RwSignal<String>,
    helper: RwSignal<String>,
}

impl Asked {
    /// The festival and its day: the nearest unless another is chosen.
    fn festival(self, today: Date) -> Option<(Festival, Date)> {
        let chosen = self.festival.get().parse().ok().and_then(Festival::from_number);
        let coming = domain::festival::coming(today);
        coming.into_iter().find(|(one, _)| chosen.is_none_or(|chosen| chosen == *one))
    }

    fn scope(self) -> Scope {
        Scope { place: self.place.get().parse().ok(), helper: self.helper.get().parse().ok() }
    }
}

/// The page of a round.
#[component]
pub(super) fn RoundPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let asked = Asked { festival: use_asked("festival"), place: use_asked("place"), helper: use_asked("helper") };
    let festival = Memo::new(move |_| asked.festival(today));
    let round = desk.memo(move |state| match festival.get() {
        Some(of) => rounds::round(state, of, asked.scope(), first_day(of.1, today)),
        None => Round::default(),
    });
    let subtitle = Signal::derive(move || {
        festival.get().map(|(one, day)| language.festival_on(language.of(one), &language.day_of_week(day)))
    });
    view! {
        <Page>
            <PageHeader title=language.nav_cases() subtitle/>
            <AreaTabs/>
            <Filters asked today/>
            <Plan festival round/>
            <SoFar festival asked today/>
        </Page>
    }
}

/// The first day of a round: so many before the festival, but not before today.
fn first_day(day: Date, today: Date) -> Date {
    day.saturating_sub(Duration::days(DAYS)).max(today)
}

#[component]
fn Filters(asked: Asked, today: Date) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let coming = domain::festival::coming(today).into_iter();
    let festivals = coming.map(|(one, day)| {
        Choice::new(one.number().to_string(), language.festival_on(language.of(one), &language.date(day)))
    });
    let mut festivals: Vec<Choice> = festivals.collect();
    let nearest = if festivals.is_empty() { String::new() } else { festivals.remove(0).label };
    let places = desk.memo(paired_places);
    let helpers = desk.memo(|state| {
        let all = pairing::helpers(state).into_iter().filter(|line| line.paired > 0);
        all.map(|line| Choice::new(line.id.to_string(), line.name)).collect::<Vec<_>>()
    });
    view! {
        <Toolbar>
            <ChoiceField label=language.filter_festival() value=asked.festival options=Signal::stored(festivals) nothing=nearest menu=true/>
            <ChoiceField label=language.filter_place() value=asked.place options=places nothing=language.all_places() menu=true/>
            <ChoiceField label=language.of(domain::Kind::Helper) value=asked.helper options=helpers nothing=language.all_helpers() menu=true/>
        </Toolbar>
    }
}

/// Counties, and the villages in which somebody is paired.
fn paired_places(state: &State) -> Vec<Choice> {
    let counties = divisions::counties(state).into_iter().map(|(id, name)| Choice::new(id.to_string(), name));
    let active = state.all::<domain::records::Pairing>().iter().filter(|(_, one)| one.until.is_none());
    let mut villages: Vec<Id<Division>> =
        active.filter_map(|(_, one)| state.get(one.case?).and_then(|case| case.village)).collect();
    villages.sort_unstable();
    villages.dedup();
    let is_village = |id: &Id<Division>| state.get(*id).is_some_and(|one| one.level == Some(DivisionLevel::Village));
    let spelt = |id: Id<Division>| {
        let place = divisions::whereabouts(state, Some(id));
        Choice::new(id.to_string(), [place.county, place.township, place.village].join(" "))
    };
    let mut villages: Vec<Choice> = villages.into_iter().filter(is_village).map(spelt).collect();
    domain::Sorting::arrange_by_cached_key(villages.as_mut_slice(), |choice| domain::pinyin::sort_key(&choice.label));
    counties.chain(villages).collect()
}

/// The round as it would be, and the press that plans it.
#[component]
fn Plan(festival: Memo<Option<(Festival, Date)>>, round: Memo<Round>) -> impl IntoView {
    let language = use_language();
    let count = Signal::derive(move || Some(language.households(&numbers::size(round.read().visits.len()))));
    let body = move || {
        let (visits, visited) = round.with(|round| (round.visits.clone(), round.visited));
        if visits.is_empty() {
            return nothing(language, visited).into_any();
        }
        view! { <Press festival visits=visits.clone() visited/><Listed visits/> }.into_any()
    };
    view! { <Card title=language.round_proposed() count>{body}</Card> }
}

fn nothing(language: Language, visited: usize) -> impl IntoView {
    let board = move || view! { <LinkButton label=language.to_board() href=Casework::Board.href() icon=Icon::People/> };
    let title = if visited > 0 { language.round_done(visited) } else { language.round_nobody().to_owned() };
    view! { <EmptyState title next=language.round_nobody_next() icon=Icon::Calendar action=board/> }
}

#[component]
fn Press(festival: Memo<Option<(Festival, Date)>>, visits: Vec<Proposed>, visited: usize) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let planned: Vec<Proposed> = visits.iter().take(ROUND_MOST).cloned().collect();
    let label = language.plan_count(planned.len());
    let press = move || {
        if let Some(festival) = festival.get_untracked() {
            desk.act(PlanRound { festival, visits: planned.clone() });
        }
    };
    let helpers: std::collections::BTreeSet<Id<Helper>> = visits.iter().map(|one| one.helper).collect();
    let days =
        visits.first().zip(visits.last()).map(|(first, last)| language.span(first.on, last.on)).unwrap_or_default();
    let text = language.round_summary(&days, helpers.len(), visited);
    let limit = (visits.len() > ROUND_MOST).then(|| language.round_in_parts(ROUND_MOST));
    view! {
        <Pad>
            <p class="subtitle" role="status">{text}" "{limit}</p>
            <div class="button-row"><Button label kind=ButtonKind::Primary icon=Icon::Calendar on_press=press/></div>
        </Pad>
    }
}

#[component]
fn Listed(visits: Vec<Proposed>) -> impl IntoView {
    let language = use_language();
    let more = visits.len().saturating_sub(MOST);
    let row = |one: Proposed| {
        let title = format!("{} · {}", one.name, one.village);
        let why = [language.day_of_week(one.on), one.visitor].join(" · ");
        view! { <Row title href=Route::Case(one.case).href() why/> }
    };
    let rows = visits.into_iter().take(MOST).map(row).collect_view();
    let more = (more > 0).then(|| view! { <Pad><p class="subtitle">{language.and_more(more)}</p></Pad> });
    view! { <Rows>{rows}</Rows>{more} }
}

/// How far the round is, with what was missed.
#[component]
fn SoFar(festival: Memo<Option<(Festival, Date)>>, asked: Asked, today: Date) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let planned = desk.memo(move |state| match festival.get() {
        Some(of) => rounds::planned(state, of, asked.scope(), today),
        None => Planned::default(),
    });
    let count = Signal::derive(move || {
        let planned = planned.read();
        let [done, ahead, missed] = [planned.done, planned.ahead, planned.missed.len()].map(numbers::size);
        Some(language.round_planned(&done, &ahead, &missed))
    });
    let row = move |missed: Missed| {
        let title = format!("{} · {}", missed.name, missed.village);
        let days = missed.days;
        view! { <Row title href=Route::Visit(missed.visit).href() tags=move || missed_tag(language, days) why=missed.visitor/> }
    };
    let rows = move || planned.get().missed.into_iter().take(MOST).map(row).collect_view();
    view! {
        <Show when=move || !planned.read().is_empty()>
            <Card title=language.round_so_far() count><Rows>{rows}</Rows></Card>
        </Show>
    }
}

const _: () = assert!(DAYS <= WINDOW, "a visit of a round counts for its festival");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_begins_before_the_festival_but_not_in_the_past() {
        let day = |ordinal| Date::from_ordinal_date(2026, ordinal).expect("a day");
        assert_eq!(first_day(day(100), day(50)), day(90));
        assert_eq!(first_day(day(100), day(95)), day(95));
        assert_eq!(first_day(day(100), day(100)), day(100));
    }
}
