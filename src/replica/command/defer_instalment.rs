//! Puts an instalment off to a later day, for a reason.

use domain::records::{Instalment, InstalmentField};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::fund::loan;

/// Puts an instalment off.
#[derive(Clone, Debug, PartialEq)]
pub struct DeferInstalment {
    /// Which.
    pub id: Id<Instalment>,
    /// Until when.
    pub due_on: Date,
    /// Why.
    pub reason: String,
}

impl Command for DeferInstalment {
    fn intent(&self) -> Intent {
        Intent::DeferInstalment
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let Some(instalment) = state.get(self.id) else { return vec![Problem::of_entry(Fault::Gone)] };
        let line = instalment.loan.and_then(|id| loan(state, id));
        let left = line.and_then(|line| line.instalments.into_iter().find(|one| one.id == self.id));
        let mut problems = Vec::new();
        if left.is_none_or(|instalment| instalment.left().0 == 0) {
            problems.push(Problem::of_entry(Fault::StepClosed));
        }
        if instalment.due_on.is_some_and(|before| self.due_on <= before) {
            problems.push(Problem::at(InstalmentField::due_on, Fault::EndsBeforeStart));
        }
        if self.reason.trim().is_empty() {
            problems.push(Problem::at(InstalmentField::reason, Fault::Missing));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.update(self.id, |instalment| {
            instalment.due_on = Some(self.due_on);
            instalment.reason.clone_from(&self.reason);
        });
    }
}
