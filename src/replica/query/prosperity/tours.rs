//! Tours: which there are, their stops in order, how a day runs, a better order, what a guide tells at a stop, and who
//! came along. What a guide shows is seen by strangers: it holds counts and averages, never a led household's name.

use domain::Sorting as _;
use domain::records::{Stop, StopField, Tour, TourState, Visitor, VisitorField};
use domain::{Date, Id};

use crate::State;

mod day;
mod order;
mod places;
mod story;
mod visitors;

pub use day::{Closed, Day, DayStop, day};
pub use order::{Suggestion, suggestion};
pub use places::{PlaceFilter, PlaceKind, PlaceLine, StopPlace, industries, place_line, place_lines};
pub use story::{Belonging, Leading, Story, Taught, What, stories, story};
pub use visitors::{Tally, VisitorLine, member_of, tally, visitors, wish_of, wish_with};

/// Where a tour stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// It is held today.
    Today,
    /// It is to come.
    Coming,
    /// It is over.
    Past,
    /// It is cancelled.
    Cancelled,
}

/// A tour's line.
#[derive(Clone, Debug, PartialEq)]
pub struct TourLine {
    /// The tour.
    pub id: Id<Tour>,
    /// The tour as it is.
    pub tour: Tour,
    /// How many stops it has.
    pub stops: usize,
    /// How many visitors signed in.
    pub visitors: usize,
    /// Where it stands.
    pub phase: Phase,
}

/// Where a tour stands on a day.
#[must_use]
pub fn phase(tour: &Tour, today: Date) -> Phase {
    match (tour.state, tour.planned_on) {
        (Some(TourState::Cancelled), _) => Phase::Cancelled,
        (Some(TourState::Held), _) => Phase::Past,
        (_, Some(day)) if day < today => Phase::Past,
        (_, Some(day)) if day == today => Phase::Today,
        _ => Phase::Coming,
    }
}

/// A tour's line.
#[must_use]
pub fn line(state: &State, id: Id<Tour>, today: Date) -> Option<TourLine> {
    let tour = state.get(id)?.clone();
    let stops = state.referring::<Stop>(StopField::tour, id.raw()).count();
    let visitors = state.referring::<Visitor>(VisitorField::tour, id.raw()).count();
    let phase = phase(&tour, today);
    Some(TourLine { id, tour, stops, visitors, phase })
}

/// All tours: today's, those to come with the next first, those that are over or cancelled with the latest first.
#[must_use]
pub fn lines(state: &State, today: Date) -> Vec<TourLine> {
    let all = state.all::<Tour>().iter().filter_map(|(id, _)| line(state, id, today));
    let mut lines: Vec<TourLine> = all.collect();
    lines.arrange_by_cached_key(|line| {
        let day = line.tour.planned_on.map_or(i32::MAX, Date::to_julian_day);
        let is_over = line.phase >= Phase::Past;
        (is_over, if is_over { day.saturating_neg() } else { day }, line.tour.begins_at, line.tour.title.clone())
    });
    lines
}

/// The tours that are held today, in the order in which they set out.
#[must_use]
pub fn today(state: &State, today: Date) -> Vec<TourLine> {
    let mut lines = lines(state, today);
    lines.retain(|line| line.phase == Phase::Today);
    lines
}

/// The stops of a tour in their order. Two tablets may have given one place twice: then the one made first comes first.
#[must_use]
pub fn stops(state: &State, tour: Id<Tour>) -> Vec<(Id<Stop>, &Stop)> {
    let mut stops: Vec<_> = state.referring::<Stop>(StopField::tour, tour.raw()).collect();
    stops.arrange_by_key(|(id, stop)| (stop.position, *id));
    stops
}

/// What a stop is called where it is one of many: its place's name, or nothing when that is gone.
#[must_use]
pub fn stop_name(state: &State, stop: &Stop) -> String {
    let place = StopPlace::of(stop).and_then(|place| place_line(state, place));
    place.map(|line| line.name).unwrap_or_default()
}
