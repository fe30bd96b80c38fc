//! Emergencies: those that are open, by deadline, and what has been done about each.

use domain::Sorting as _;
use domain::records::{Case, Emergency, EmergencyField, Trigger, Visit, VisitField};
use domain::{Date, Id, Kind};

use super::{cases, divisions};
use crate::State;

/// Within how many days relief is due, unless the report says otherwise.
pub const DAYS: i64 = 3;

/// A line of the list of emergencies.
#[derive(Clone, Debug, PartialEq)]
pub struct EmergencyLine {
    /// The emergency.
    pub id: Id<Emergency>,
    /// The case.
    pub case: Id<Case>,
    /// The household.
    pub name: String,
    /// The village.
    pub village: String,
    /// What brought it about.
    pub trigger: Option<Trigger>,
    /// What happened.
    pub happened: String,
    /// The day it was reported.
    pub reported_on: Option<Date>,
    /// The day by which relief is due.
    pub due_on: Option<Date>,
    /// The day it was closed.
    pub closed_on: Option<Date>,
    /// How often it was followed up.
    pub followed: usize,
}

fn line(state: &State, id: Id<Emergency>, emergency: &Emergency) -> Option<EmergencyLine> {
    let case = emergency.case?;
    let file = state.get(case)?;
    Some(EmergencyLine {
        id,
        case,
        name: cases::name(state, case),
        village: divisions::name(state, file.village),
        trigger: emergency.trigger,
        happened: emergency.happened.clone(),
        reported_on: emergency.reported_on,
        due_on: emergency.due_on,
        closed_on: emergency.closed_on,
        followed: follow_ups(state, id).iter().filter(|(_, visit)| visit.done_on.is_some()).count(),
    })
}

/// Open emergencies by deadline, then closed ones, the latest first.
#[must_use]
pub fn all(state: &State) -> Vec<EmergencyLine> {
    let all = state.all::<Emergency>().iter().filter_map(|(id, emergency)| line(state, id, emergency));
    let mut lines: Vec<EmergencyLine> = all.collect();
    lines.arrange_by_key(|line| {
        (std::cmp::Reverse(line.closed_on.is_none()), std::cmp::Reverse(line.closed_on), line.due_on)
    });
    lines
}

/// Those that are open, the nearest deadline first.
#[must_use]
pub fn open(state: &State) -> Vec<EmergencyLine> {
    let mut lines = all(state);
    lines.retain(|line| line.closed_on.is_none());
    lines
}

/// Those of a case, open ones first.
#[must_use]
pub fn of_case(state: &State, case: Id<Case>) -> Vec<EmergencyLine> {
    let all = state.referring::<Emergency>(EmergencyField::case, case.raw());
    let mut lines: Vec<EmergencyLine> = all.filter_map(|(id, one)| line(state, id, one)).collect();
    lines.arrange_by_key(|line| (line.closed_on.is_some(), std::cmp::Reverse(line.reported_on)));
    lines
}

/// The visits that follow an emergency up, the newest first.
#[must_use]
pub fn follow_ups(state: &State, emergency: Id<Emergency>) -> Vec<(Id<Visit>, Visit)> {
    let all = state.referring::<Visit>(VisitField::emergency, emergency.raw());
    let mut visits: Vec<_> = all.map(|(id, visit)| (id, visit.clone())).collect();
    visits.arrange_by_cached_key(|(id, visit)| (visit.done_on.or(visit.planned_on), state.made(Kind::Visit, id.raw())));
    visits.reverse();
    visits
}

/// Open emergencies whose deadline lies before a day, the oldest first.
#[must_use]
pub fn overdue(state: &State, today: Date) -> Vec<EmergencyLine> {
    let mut lines = open(state);
    lines.retain(|line| line.due_on.is_some_and(|day| day < today));
    lines
}
