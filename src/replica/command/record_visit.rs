//! Writes a visit up: one that was planned, or one that was made without a plan.

use domain::records::{Visit, VisitField};
use domain::{Date, Fault, Id, Problem};

use super::plan_visit::check_case;
use super::{Command, Draft, Intent};
use crate::State;

/// Writes a visit up.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordVisit {
    /// The planned visit; nothing when there was no plan.
    pub id: Option<Id<Visit>>,
    /// The visit, with its day and its report.
    pub visit: Visit,
}

impl Command for RecordVisit {
    fn intent(&self) -> Intent {
        Intent::RecordVisit
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let mut problems = check_case(&self.visit, state);
        match self.visit.done_on {
            None => problems.push(Problem::at(VisitField::done_on, Fault::Missing)),
            Some(day) if day > today => problems.push(Problem::at(VisitField::done_on, Fault::InFuture)),
            Some(_) => {}
        }
        if self.visit.report.trim().is_empty() {
            problems.push(Problem::at(VisitField::report, Fault::Missing));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.save(self.id, &self.visit);
    }
}
