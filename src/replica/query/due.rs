//! What is due: visits, sessions and needs of the next days, and what was missed.

use domain::Sorting as _;
use domain::records::{Case, Need, SessionState, Visit};
use domain::{Date, Id};

use super::training::{self, SessionLine};
use super::{cases, divisions};
use crate::State;

/// A visit that is due.
#[derive(Clone, Debug, PartialEq)]
pub struct DueVisit {
    /// The visit.
    pub id: Id<Visit>,
    /// The case.
    pub case: Id<Case>,
    /// The household.
    pub name: String,
    /// The village.
    pub village: String,
    /// The villagers' group.
    pub group: String,
    /// The day it was planned for.
    pub planned_on: Date,
    /// What is to be looked after.
    pub purpose: String,
    /// Who visits.
    pub visitor: String,
}

/// What a day of a need means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NeedDay {
    /// Help is due.
    Deadline,
    /// The term, the stay or the work begins.
    Begins,
}

/// An open need one of whose days comes near.
#[derive(Clone, Debug, PartialEq)]
pub struct DueNeed {
    /// The need.
    pub id: Id<Need>,
    /// The case.
    pub case: Id<Case>,
    /// The household.
    pub name: String,
    /// What is needed.
    pub need: Need,
    /// What the day means.
    pub what: NeedDay,
    /// The day.
    pub on: Date,
}

/// The visits not made that were planned until a day, the oldest first.
#[must_use]
pub fn visits_until(state: &State, until: Date) -> Vec<DueVisit> {
    let open = state.all::<Visit>().iter().filter(|(_, visit)| visit.done_on.is_none());
    let mut due: Vec<DueVisit> = open.filter_map(|(id, visit)| due_visit(state, id, visit, until)).collect();
    due.arrange_by(|a, b| (a.planned_on, &a.village, &a.name).cmp(&(b.planned_on, &b.village, &b.name)));
    due
}

fn due_visit(state: &State, id: Id<Visit>, visit: &Visit, until: Date) -> Option<DueVisit> {
    let planned_on = visit.planned_on.filter(|day| *day <= until)?;
    let (case, file) = visit.case.and_then(|id| Some((id, state.get(id)?)))?;
    Some(DueVisit {
        id,
        case,
        name: cases::name(state, case),
        village: divisions::name(state, file.village),
        group: file.group.clone(),
        planned_on,
        purpose: visit.purpose.clone(),
        visitor: visit.visitor.clone(),
    })
}

/// The sessions of a span of days that are to be held.
#[must_use]
pub fn sessions_between(state: &State, from: Date, until: Date) -> Vec<SessionLine> {
    let mut lines = training::sessions_between(state, from, until, None);
    lines.retain(|line| line.state != Some(SessionState::Cancelled));
    lines
}

/// The open needs of which help is due, or something begins, until a day: the oldest first.
#[must_use]
pub fn needs_until(state: &State, until: Date) -> Vec<DueNeed> {
    let open = state.all::<Need>().iter().filter(|(_, need)| need.is_open());
    let mut due: Vec<DueNeed> = open.flat_map(|(id, need)| need_days(state, id, need, until)).collect();
    due.arrange_by(|a, b| (a.on, &a.name, a.what).cmp(&(b.on, &b.name, b.what)));
    due
}

fn need_days(state: &State, id: Id<Need>, need: &Need, until: Date) -> Vec<DueNeed> {
    let Some(case) = need.case.filter(|case| state.get(*case).is_some()) else { return vec![] };
    let days = [(NeedDay::Deadline, need.due_on), (NeedDay::Begins, need.begins_on)];
    let due = days.into_iter().filter_map(|(what, on)| Some((what, on.filter(|on| *on <= until)?)));
    due.map(|(what, on)| DueNeed { id, case, name: cases::name(state, case), need: need.clone(), what, on }).collect()
}
