//! The year's targets as bars that fill while one plans.

use domain::Id;
use domain::records::{Indicator, Plan};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::State;
use replica::query::targets;
use replica::query::training::demand::Demand;
use replica::query::training::plan::{Coverage, coverage};
use replica::query::training::{TRAININGS_EACH, demand};

use crate::context::{use_desk, use_language};
use crate::widget::meter::Meter;
use crate::widget::split::MeterCard;

/// What the programme aims at where an office has set nothing: people, those of them in technology.
const AIMED: [u32; 2] = [2000, 1000];

/// People, people in technology, and trainings for each in hundredths: what is reached, what is aimed at.
#[derive(Clone, Copy, PartialEq)]
struct Reached {
    coverage: Coverage,
    people: u32,
    technology: u32,
    each: u32,
}

impl Reached {
    fn of(state: &State, demand: &Demand, year: i32, plan: Id<Plan>, this_year: i32) -> Self {
        let aim = |indicator| {
            let of_year = |year| targets::progress(state, year).into_iter().find(|one| one.indicator == indicator);
            let set = |year| of_year(year).and_then(|one| one.target).filter(|target| *target > 0);
            set(year).or_else(|| set(this_year))
        };
        Self {
            coverage: coverage(state, demand, year, Some(plan)),
            people: aim(Indicator::MembersTrained).unwrap_or(AIMED[0]),
            technology: aim(Indicator::RuralTrained).unwrap_or(AIMED[1]),
            each: aim(Indicator::TrainingsEach).unwrap_or(TRAININGS_EACH as u32 * 100),
        }
    }

    /// Trainings for each of those aimed at, in hundredths.
    fn trainings(self) -> u32 {
        (u64::from(self.coverage.seats) * 100 / u64::from(self.people.max(1))).try_into().unwrap_or(u32::MAX)
    }
}

/// The bars of a plan.
#[component]
pub(super) fn Bars(id: Id<Plan>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let demand = desk.memo(move |state| demand::demand(state, today.year(), today));
    let reached = desk.memo(move |state| {
        let year = state.get(id).map_or(today.year(), |plan| plan.year.cast_signed());
        (year, Reached::of(state, &demand.read(), year, id, today.year()))
    });
    let label = Signal::derive(move || language.year_targets(reached.read().0));
    let hint = Signal::derive(move || Some(language.bars_hint(&numbers::count(reached.read().1.coverage.seats))));
    let meters = move || {
        let reached = Memo::new(move |_| reached.get().1);
        view! {
            {meter(language, Indicator::MembersTrained, reached, |one| (one.coverage.people, one.people))}
            {meter(language, Indicator::RuralTrained, reached, |one| (one.coverage.technology, one.technology))}
            {meter(language, Indicator::TrainingsEach, reached, |one| (one.trainings(), one.each))}
        }
    };
    view! { <MeterCard label hint>{meters}</MeterCard> }
}

fn meter(language: Language, indicator: Indicator, reached: Memo<Reached>, of: fn(Reached) -> (u32, u32)) -> AnyView {
    let is_average = indicator == Indicator::TrainingsEach;
    let said = move |number: u32| if is_average { numbers::hundredths(number) } else { numbers::count(number) };
    let value = Signal::derive(move || said(of(reached.get()).0));
    let target = Signal::derive(move || format!("/ {}", said(of(reached.get()).1)));
    let share = Signal::derive(move || {
        let (reached, aimed) = of(reached.get());
        f64::from(reached) / f64::from(aimed.max(1))
    });
    view! { <Meter label=language.of(indicator) value target share/> }.into_any()
}
