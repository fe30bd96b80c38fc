//! The sessions of a plan: one is added, revised, moved to another day, held again and again. A room or an instructor in
//! two places is shown while one plans, and only stands in the way of adopting the plan.

use domain::records::{Plan, PlannedSession, Session, SessionField};
use domain::{Date, Fault, Id, Problem};
use time::Duration;

use super::plan_session::check_entry;
use super::{Command, Draft, Intent, PlanSession};
use crate::State;
use crate::query::training::plan::{self, MOST};

/// Adds a session to a plan, or revises it. What is wrong is said of the fields of a session.
#[derive(Clone, Debug, PartialEq)]
pub struct SavePlanned {
    /// Which; nothing for a new one.
    pub id: Option<Id<PlannedSession>>,
    /// The plan.
    pub plan: Id<Plan>,
    /// The session as it shall be.
    pub session: Session,
}

impl Command for SavePlanned {
    fn intent(&self) -> Intent {
        Intent::SavePlanned
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let Some(plan) = state.get(self.plan) else { return vec![Problem::of_entry(Fault::Gone)] };
        let mut problems = check_entry(&self.session);
        problems.extend(check_plan(plan));
        let is_outside = |day: Option<Date>| day.is_some_and(|day| day.year().unsigned_abs() != plan.year);
        if is_outside(self.session.starts_on) {
            problems.push(Problem::at(SessionField::starts_on, Fault::NotOfYear(plan.year)));
        } else if is_outside(self.session.ends_on) {
            problems.push(Problem::at(SessionField::ends_on, Fault::NotOfYear(plan.year)));
        }
        let own = PlannedSession::of(self.plan, &self.session);
        let others = plan::planned(state, self.plan).filter(|(id, _)| Some(*id) != self.id).map(|(_, one)| one);
        if !plan::fits(others.chain([&own])) {
            problems.push(Problem::of_entry(Fault::PlanFull(MOST)));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.save(self.id, &PlannedSession::of(self.plan, &self.session));
    }
}

/// What is adopted or put aside is not changed under those who rely on it.
fn check_plan(plan: &Plan) -> Option<Problem> {
    (!plan.is_open()).then(|| Problem::of_entry(Fault::PlanClosed))
}

/// Which session is meant: one that is in force, or one of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// One in force.
    InForce(Id<Session>),
    /// One of a plan.
    Planned(Id<PlannedSession>),
}

impl Which {
    /// The session as it stands.
    #[must_use]
    pub fn session(self, state: &State) -> Option<Session> {
        match self {
            Self::InForce(id) => state.get(id).cloned(),
            Self::Planned(id) => state.get(id).map(PlannedSession::session),
        }
    }

    /// What speaks against the session standing so; `id` tells whether it takes its own place or one beside it.
    fn check(self, state: &State, today: Date, session: Session, is_itself: bool) -> Vec<Problem> {
        match self {
            Self::InForce(id) => PlanSession { id: is_itself.then_some(id), session }.check(state, today),
            Self::Planned(id) => {
                let Some(plan) = state.get(id).and_then(|one| one.plan) else { return gone() };
                SavePlanned { id: is_itself.then_some(id), plan, session }.check(state, today)
            }
        }
    }
}

fn gone() -> Vec<Problem> {
    vec![Problem::of_entry(Fault::Gone)]
}

/// A session on another first day, as long as before.
fn on_day(session: Session, day: Date) -> Session {
    let length = session.starts_on.zip(session.ends_on).map_or(Duration::ZERO, |(first, last)| last - first);
    Session { starts_on: Some(day), ends_on: Some(day.saturating_add(length)), ..session }
}

/// Moves a session to another first day; it stays as long as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct MoveSession {
    /// Which.
    pub which: Which,
    /// Its first day.
    pub day: Date,
}

impl Command for MoveSession {
    fn intent(&self) -> Intent {
        Intent::MoveSession
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let Some(session) = self.which.session(state) else { return gone() };
        self.which.check(state, today, on_day(session, self.day), true)
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let Some(session) = self.which.session(draft.state()).map(|session| on_day(session, self.day)) else { return };
        match self.which {
            Which::InForce(id) => PlanSession { id: Some(id), session }.write(draft),
            Which::Planned(id) => draft.update(id, |one| {
                one.starts_on = session.starts_on;
                one.ends_on = session.ends_on;
            }),
        }
    }
}

/// Holds a session again on other days: all of them, or none.
#[derive(Clone, Debug, PartialEq)]
pub struct RepeatSession {
    /// Which.
    pub which: Which,
    /// The first days of the others.
    pub days: Vec<Date>,
}

impl Command for RepeatSession {
    fn intent(&self) -> Intent {
        Intent::RepeatSession
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let Some(session) = self.which.session(state) else { return gone() };
        if self.days.is_empty() {
            return vec![Problem::at(SessionField::starts_on, Fault::Missing)];
        }
        let copies = || self.days.iter().map(|day| copy(session.clone(), *day));
        let mut problems = Vec::new();
        for (row, one) in copies().enumerate() {
            let found = self.which.check(state, today, one, false).into_iter();
            problems.extend(found.map(|problem| problem.in_row(row)));
        }
        problems.extend(self.check_room(state, copies()));
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let Some(session) = self.which.session(draft.state()) else { return };
        let plan = match self.which {
            Which::InForce(_) => None,
            Which::Planned(id) => draft.state().get(id).and_then(|one| one.plan),
        };
        let terms = crate::query::training::next_term(draft.state(), session.course)..;
        for (term, day) in terms.zip(&self.days) {
            let one = copy(session.clone(), *day);
            match plan {
                Some(plan) => drop(draft.create(&PlannedSession::of(plan, &one))),
                None => drop(draft.create(&Session { term, ..one })),
            }
        }
    }
}

impl RepeatSession {
    /// All together have to fit, not only each of them alone.
    fn check_room(&self, state: &State, copies: impl Iterator<Item = Session>) -> Option<Problem> {
        let Which::Planned(id) = self.which else {
            return (self.days.len() > MOST).then(|| Problem::of_entry(Fault::TooMany(MOST)));
        };
        let plan = state.get(id)?.plan?;
        let copies: Vec<PlannedSession> = copies.map(|one| PlannedSession::of(plan, &one)).collect();
        let all = plan::planned(state, plan).map(|(_, one)| one).chain(&copies);
        (!plan::fits(all)).then(|| Problem::of_entry(Fault::PlanFull(MOST)))
    }
}

/// Another holding of a session: to be held, whatever became of the first.
fn copy(session: Session, day: Date) -> Session {
    let session = on_day(session, day);
    Session { state: Some(domain::records::SessionState::Planned), term: 0, ..session }
}
