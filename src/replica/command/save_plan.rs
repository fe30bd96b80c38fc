//! Begins a plan of a year, revises it, copies another one or a year into it, puts it aside.

use domain::records::{Plan, PlanField, PlanState, PlannedSession, Session};
use domain::{Date, Fault, Id, Problem};
use time::Duration;

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::divisions;
use crate::query::training::{is_of_year, plan};

/// Begins a plan, or revises it.
#[derive(Clone, Debug, PartialEq)]
pub struct SavePlan {
    /// Which; nothing for a new one.
    pub id: Option<Id<Plan>>,
    /// The plan as it shall be.
    pub plan: Plan,
}

impl Command for SavePlan {
    fn intent(&self) -> Intent {
        Intent::SavePlan
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let mut problems = check(state, self.id, &self.plan);
        let year = i32::try_from(self.plan.year).unwrap_or(0);
        let is_outside = |one: &PlannedSession| one.starts_on.is_some_and(|day| day.year() != year);
        if self.id.is_some_and(|id| plan::planned(state, id).any(|(_, one)| is_outside(one))) {
            problems.push(Problem::at(PlanField::year, Fault::NotOfYear(self.plan.year)));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let state = self.plan.state.or(Some(PlanState::Draft));
        draft.save(self.id, &Plan { state, ..self.plan.clone() });
    }
}

fn check(state: &State, id: Option<Id<Plan>>, plan: &Plan) -> Vec<Problem> {
    let mut problems = Vec::new();
    if plan.name.is_empty() {
        problems.push(Problem::at(PlanField::name, Fault::Missing));
    }
    if !(2000..=2100).contains(&plan.year) {
        problems.push(Problem::at(PlanField::year, Fault::OutOfRange { least: 2000, most: 2100 }));
    }
    let mut others = state.all::<Plan>().iter().filter(|(other, _)| Some(*other) != id);
    if others.any(|(_, other)| other.name == plan.name && other.year == plan.year) {
        problems.push(Problem::at(PlanField::name, Fault::NameTaken(plan.name.clone())));
    }
    problems
}

/// Where the sessions of a copy come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Another plan.
    Plan(Id<Plan>),
    /// What is in force in a year.
    Year(i32),
}

/// Begins a plan as a copy. Sessions keep their weekday when the year is another one.
#[derive(Clone, Debug, PartialEq)]
pub struct CopyPlan {
    /// What is copied.
    pub source: Source,
    /// The plan as it shall be.
    pub plan: Plan,
}

impl Command for CopyPlan {
    fn intent(&self) -> Intent {
        Intent::CopyPlan
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let mut problems = check(state, None, &self.plan);
        let copies = self.copies(state, Id::new(domain::Uuid::nil()));
        if !plan::fits(copies.iter()) {
            problems.push(Problem::at(PlanField::division, Fault::PlanFull(plan::MOST)));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let id = draft.create(&Plan { state: Some(PlanState::Draft), adopted_on: None, ..self.plan.clone() });
        for copy in self.copies(draft.state(), id) {
            draft.create(&copy);
        }
    }
}

impl CopyPlan {
    fn copies(&self, state: &State, id: Id<Plan>) -> Vec<PlannedSession> {
        let year = i32::try_from(self.plan.year).unwrap_or(0);
        let (before, sessions): (i32, Vec<Session>) = match self.source {
            Source::Plan(from) => {
                let year = state.get(from).map_or(0, |plan| i32::try_from(plan.year).unwrap_or(0));
                (year, plan::planned(state, from).map(|(_, one)| one.session()).collect())
            }
            Source::Year(year) => {
                let all = state.all::<Session>().iter().filter(|(_, one)| is_of_year(one, year));
                (year, all.map(|(_, one)| one.clone()).collect())
            }
        };
        let here = sessions.into_iter().filter(|session| self.is_here(state, session));
        here.map(|session| PlannedSession::of(id, &brought(session, before, year))).collect()
    }

    fn is_here(&self, state: &State, session: &Session) -> bool {
        let division = session.site.and_then(|site| state.get(site)).and_then(|site| site.division);
        self.plan.division.is_none_or(|of| divisions::county_of(state, division) == Some(of))
    }
}

/// A session in another year, on the same weekday: whole weeks later or earlier.
fn brought(session: Session, from: i32, to: i32) -> Session {
    let Some(first) = session.starts_on.filter(|_| from != to) else { return session };
    let length = session.ends_on.map_or(Duration::ZERO, |last| last - first);
    let mut day = first.saturating_add(Duration::weeks(52) * (to - from));
    // Years are a day or two longer than 52 weeks: what slips out of the year comes back by a week.
    while day.year() < to && day < Date::MAX {
        day = day.saturating_add(Duration::WEEK);
    }
    while day.year() > to && day > Date::MIN {
        day = day.saturating_sub(Duration::WEEK);
    }
    Session { starts_on: Some(day), ends_on: Some(day.saturating_add(length)), ..session }
}

/// Puts a draft aside, or takes it up again.
#[derive(Clone, Debug, PartialEq)]
pub struct SettlePlan {
    /// Which.
    pub id: Id<Plan>,
    /// Whether it is put aside.
    pub is_dropped: bool,
}

impl Command for SettlePlan {
    fn intent(&self) -> Intent {
        Intent::SettlePlan
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        match state.get(self.id) {
            None => vec![Problem::of_entry(Fault::Gone)],
            Some(plan) if plan.state == Some(PlanState::Adopted) => vec![Problem::of_entry(Fault::PlanClosed)],
            Some(_) => vec![],
        }
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let state = if self.is_dropped { PlanState::Dropped } else { PlanState::Draft };
        draft.update(self.id, |plan| plan.state = Some(state));
    }
}
