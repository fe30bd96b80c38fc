//! Plans a visit to a case.

use domain::records::{Stage, Visit, VisitField};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;

/// Plans a visit, or changes the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanVisit {
    /// Which; nothing for a new one.
    pub id: Option<Id<Visit>>,
    /// The visit.
    pub visit: Visit,
}

impl Command for PlanVisit {
    fn intent(&self) -> Intent {
        Intent::PlanVisit
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let mut problems = check_case(&self.visit, state);
        if self.visit.planned_on.is_none() {
            problems.push(Problem::at(VisitField::planned_on, Fault::Missing));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.save(self.id, &self.visit);
    }
}

/// A visit is to a case that has not left the register.
pub(super) fn check_case(visit: &Visit, state: &State) -> Vec<Problem> {
    match visit.case.and_then(|case| state.get(case)) {
        None => vec![Problem::at(VisitField::case, Fault::Gone)],
        Some(case) if case.stage == Some(Stage::Left) => vec![Problem::at(VisitField::case, Fault::CaseClosed)],
        Some(_) => vec![],
    }
}
