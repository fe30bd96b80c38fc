//! How the day of a tour runs: when each stop is reached and left, and whether it is open then. Until places have
//! coordinates, the way between two stops is told by how near their divisions lie, unless somebody said how long it takes.

use domain::Id;
use domain::records::{Stop, Tour};

use super::super::Nearness;
use super::{PlaceLine, StopPlace, place_line, stops};
use crate::State;
use crate::query::divisions::Around;

/// That a stop is closed at the hour at which it is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// One is there before it opens, at that time.
    NotYet(u32),
    /// One is still there after it closes, at that time.
    Shut(u32),
}

/// A stop as the day comes to it. Times are minutes after midnight.
#[derive(Clone, Debug, PartialEq)]
pub struct DayStop {
    /// The stop.
    pub id: Id<Stop>,
    /// The stop as it is.
    pub stop: Stop,
    /// Its place; nothing when that is no longer there.
    pub place: Option<PlaceLine>,
    /// Minutes on the way to it.
    pub travel: u32,
    /// Whether nobody said how long that takes.
    pub is_estimated: bool,
    /// When one arrives.
    pub arrives: u32,
    /// When one leaves.
    pub leaves: u32,
    /// Why it is closed, if it is.
    pub closed: Option<Closed>,
}

/// The day of a tour.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Day {
    /// When it sets out.
    pub begins_at: u32,
    /// The stops in order.
    pub stops: Vec<DayStop>,
}

impl Day {
    /// Minutes on the way, all in all.
    #[must_use]
    pub fn travel(&self) -> u32 {
        self.stops.iter().map(|stop| stop.travel).sum()
    }

    /// When the last stop is left.
    #[must_use]
    pub fn ends_at(&self) -> u32 {
        self.stops.last().map_or(self.begins_at, |stop| stop.leaves)
    }

    /// How many stops are closed when one is there.
    #[must_use]
    pub fn closed(&self) -> usize {
        self.stops.iter().filter(|stop| stop.closed.is_some()).count()
    }
}

/// Where a stop lies, and what was said about the way to it.
pub(super) struct Spot {
    pub(super) id: Id<Stop>,
    pub(super) stop: Stop,
    around: Around,
}

/// The stops of a tour with where they lie, in order.
pub(super) fn spots(state: &State, tour: Id<Tour>) -> Vec<Spot> {
    let spot = |(id, stop): (Id<Stop>, &Stop)| {
        let division = StopPlace::of(stop).and_then(|place| place.division(state));
        Spot { id, stop: stop.clone(), around: Around::of(state, division) }
    };
    stops(state, tour).into_iter().map(spot).collect()
}

/// Minutes from one stop to another, and whether that is only estimated. A way that was measured in one direction is as
/// long in the other.
pub(super) fn way(from: &Spot, to: &Spot) -> (u32, bool) {
    let said = |one: &Spot, from: &Spot| {
        (one.stop.travel > 0 && one.stop.travel_from == Some(from.id)).then_some(one.stop.travel)
    };
    let known = said(to, from).or_else(|| said(from, to));
    known.map_or_else(|| (estimate(from.around.nearness(&to.around)), true), |minutes| (minutes, false))
}

/// Minutes from where one meets to a first stop, as it was said; nothing where nobody did.
pub(super) fn first_way(to: &Spot) -> Option<u32> {
    (to.stop.travel > 0 && to.stop.travel_from.is_none()).then_some(to.stop.travel)
}

const fn estimate(nearness: Nearness) -> u32 {
    match nearness {
        Nearness::Village => 5,
        Nearness::Township => 15,
        Nearness::County => 35,
        Nearness::Far => 60,
    }
}

/// Why a stop is closed from one moment to another.
pub(super) fn closed(stop: &Stop, arrives: u32, leaves: u32) -> Option<Closed> {
    if arrives < stop.opens_at {
        return Some(Closed::NotYet(stop.opens_at));
    }
    (stop.closes_at > 0 && leaves > stop.closes_at).then_some(Closed::Shut(stop.closes_at))
}

/// How the day of a tour runs.
#[must_use]
pub fn day(state: &State, tour: Id<Tour>) -> Day {
    let begins_at = state.get(tour).map_or(0, |tour| tour.begins_at);
    let spots = spots(state, tour);
    let mut at = begins_at;
    let mut stops = Vec::with_capacity(spots.len());
    for (place, spot) in spots.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|before| spots.get(before));
        let (travel, is_estimated) =
            before.map_or_else(|| (first_way(spot).unwrap_or(0), false), |before| way(before, spot));
        let arrives = at + travel;
        let leaves = arrives + spot.stop.stay;
        at = leaves;
        stops.push(DayStop {
            id: spot.id,
            stop: spot.stop.clone(),
            place: StopPlace::of(&spot.stop).and_then(|place| place_line(state, place)),
            travel,
            is_estimated,
            arrives,
            leaves,
            closed: closed(&spot.stop, arrives, leaves),
        });
    }
    Day { begins_at, stops }
}
