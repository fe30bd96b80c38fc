//! What is due: visits and sessions of today, and what was missed.

use domain::Sorting as _;
use domain::records::{Case, Need, NeedState, SessionState, Visit};
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

/// A need whose date comes near.
#[derive(Clone, Debug, PartialEq)]
pub struct DueNeed {
    /// The case.
    pub case: Id<Case>,
    /// The household.
    pub name: String,
    /// What is needed.
    pub need: Need,
    /// By when.
    pub due_on: Date,
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

/// The open needs with a date until a day, the oldest first.
#[must_use]
pub fn needs_until(state: &State, until: Date) -> Vec<DueNeed> {
    let open = state.all::<Need>().iter().filter(|(_, need)| need.state != Some(NeedState::Met));
    let mut due: Vec<DueNeed> = open
        .filter_map(|(_, need)| {
            let (case, due_on) = (need.case?, need.due_on.filter(|day| *day <= until)?);
            state.get(case)?;
            Some(DueNeed { case, name: cases::name(state, case), need: need.clone(), due_on })
        })
        .collect();
    due.arrange_by(|a, b| (a.due_on, &a.name).cmp(&(b.due_on, &b.name)));
    due
}
