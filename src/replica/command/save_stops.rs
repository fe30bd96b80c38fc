//! The stops of a tour: added, several in one change; revised; put in another order.

use std::collections::BTreeSet;

use domain::records::{Stop, StopField, Tour, TourState};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::prosperity::tours::{self, StopPlace};

/// A tour has no more stops than these: nobody sees more in a day.
pub const MOST_STOPS: usize = 20;
/// How long one stays where nobody has said it.
const STAY: u32 = 25;
/// The longest that one may stay, or be on the way.
const LONGEST: u32 = 480;

/// Adds stops at the end of a tour.
#[derive(Clone, Debug, PartialEq)]
pub struct AddStops {
    /// The tour.
    pub tour: Id<Tour>,
    /// Where, in that order.
    pub places: Vec<StopPlace>,
}

impl Command for AddStops {
    fn intent(&self) -> Intent {
        Intent::AddStops
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let Some(tour) = state.get(self.tour) else { return vec![Problem::of_entry(Fault::Gone)] };
        if tour.state == Some(TourState::Cancelled) {
            return vec![Problem::of_entry(Fault::StepClosed)];
        }
        let there = tours::stops(state, self.tour);
        if there.len() + self.places.len() > MOST_STOPS {
            return vec![Problem::of_entry(Fault::TooMany(MOST_STOPS))];
        }
        let mut seen: BTreeSet<StopPlace> = there.iter().filter_map(|(_, stop)| StopPlace::of(stop)).collect();
        let wrong = |(row, place): (usize, &StopPlace)| {
            let fault = if !place.stands(state) {
                Fault::Gone
            } else if seen.insert(*place) {
                return None;
            } else {
                Fault::Twice
            };
            Some(Problem::of_entry(fault).in_row(row))
        };
        self.places.iter().enumerate().filter_map(wrong).collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let there = tours::stops(draft.state(), self.tour);
        let last = there.last().map_or(0, |(_, stop)| stop.position);
        for (position, place) in (last + 1..).zip(&self.places) {
            draft.create(&Stop { tour: Some(self.tour), position, stay: STAY, ..place.stop() });
        }
    }
}

/// Revises a stop. Its way is that from the stop which comes before it now.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveStop {
    /// Which.
    pub id: Id<Stop>,
    /// The stop as it shall be.
    pub stop: Stop,
}

impl Command for SaveStop {
    fn intent(&self) -> Intent {
        Intent::SaveStop
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let stop = &self.stop;
        let is_there = state.get(self.id).is_some() && stop.tour.is_some_and(|tour| state.get(tour).is_some());
        if !is_there || StopPlace::of(stop).is_none() {
            return vec![Problem::of_entry(Fault::Gone)];
        }
        let mut problems = Vec::new();
        let longest = i64::from(LONGEST);
        if stop.stay == 0 {
            problems.push(Problem::at(StopField::stay, Fault::Missing));
        } else if stop.stay > LONGEST {
            problems.push(Problem::at(StopField::stay, Fault::OutOfRange { least: 1, most: longest }));
        }
        if stop.travel > LONGEST {
            problems.push(Problem::at(StopField::travel, Fault::OutOfRange { least: 0, most: longest }));
        }
        if stop.closes_at > 0 && stop.closes_at <= stop.opens_at {
            problems.push(Problem::at(StopField::closes_at, Fault::EndsBeforeStart));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let travel_from = before(draft.state(), &self.stop, self.id).filter(|_| self.stop.travel > 0);
        draft.update(self.id, |stop| *stop = Stop { travel_from, ..self.stop.clone() });
    }
}

/// The stop that comes before one.
fn before(state: &State, stop: &Stop, id: Id<Stop>) -> Option<Id<Stop>> {
    let all = tours::stops(state, stop.tour?);
    let at = all.iter().position(|(one, _)| *one == id)?;
    all.get(at.checked_sub(1)?).map(|(before, _)| *before)
}

/// Puts the stops of a tour in another order.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderStops {
    /// The tour.
    pub tour: Id<Tour>,
    /// All its stops, in that order.
    pub order: Vec<Id<Stop>>,
}

impl Command for OrderStops {
    fn intent(&self) -> Intent {
        Intent::OrderStops
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let there: BTreeSet<Id<Stop>> = tours::stops(state, self.tour).into_iter().map(|(id, _)| id).collect();
        let named: BTreeSet<Id<Stop>> = self.order.iter().copied().collect();
        let is_whole = there == named && named.len() == self.order.len();
        if is_whole { vec![] } else { vec![Problem::of_entry(Fault::Gone)] }
    }

    fn write(&self, draft: &mut Draft<'_>) {
        for (position, id) in (1..).zip(&self.order) {
            draft.update(*id, |stop| stop.position = position);
        }
    }
}
