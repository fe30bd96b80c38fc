//! How far a round is: whom it has visited, whom it will visit, and whom it missed.

use domain::records::{Case, Visit, VisitField};
use domain::{Date, Festival, Id};

use super::{Scope, in_scope, is_meant};
use crate::State;
use crate::query::{cases, divisions};

/// A visit of a round whose day has passed.
#[derive(Clone, Debug, PartialEq)]
pub struct Missed {
    /// The visit.
    pub visit: Id<Visit>,
    /// The household.
    pub name: String,
    /// Its village.
    pub village: String,
    /// Who was to visit.
    pub visitor: String,
    /// For how many days it has been missed.
    pub days: i64,
}

/// How far a round is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Planned {
    /// Households that were visited.
    pub done: usize,
    /// Households whose visit is still to come.
    pub ahead: usize,
    /// Visits that were missed, the longest first.
    pub missed: Vec<Missed>,
}

impl Planned {
    /// Whether nothing of the round is planned yet.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.done + self.ahead + self.missed.len() == 0
    }
}

/// How far the round for the festival that falls on a day is, among households in scope.
#[must_use]
pub fn planned(state: &State, (festival, day): (Festival, Date), scope: Scope, today: Date) -> Planned {
    let mut planned = Planned::default();
    for (case, _) in in_scope(state, scope) {
        let visits = state.referring::<Visit>(VisitField::case, case.raw());
        let mut meant: Vec<(Id<Visit>, &Visit)> = visits.filter(|(_, visit)| is_meant(visit, festival, day)).collect();
        // One that was made counts before one that waits.
        meant.sort_by_key(|(_, visit)| (visit.done_on.is_none(), visit.planned_on));
        match meant.first() {
            Some((_, visit)) if visit.done_on.is_some() => planned.done += 1,
            Some((id, visit)) => match visit.planned_on.filter(|on| *on < today) {
                Some(on) => planned.missed.push(missed(state, case, *id, visit, (today - on).whole_days())),
                None => planned.ahead += 1,
            },
            None => {}
        }
    }
    planned.missed.sort_by_key(|missed| std::cmp::Reverse(missed.days));
    planned
}

fn missed(state: &State, case: Id<Case>, visit: Id<Visit>, record: &Visit, days: i64) -> Missed {
    let village = state.get(case).map(|file| divisions::name(state, file.village)).unwrap_or_default();
    Missed { visit, name: cases::name(state, case), village, visitor: record.visitor.clone(), days }
}
