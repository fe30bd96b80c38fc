//! Settles a conflict: a person has seen all values of a field and says which one counts, one of them or a new one.

use domain::{Date, Fault, FieldRef, Fit, Kind, Problem, Uuid, Value};

use super::{Command, Draft, Intent};
use crate::State;

/// Says which value of a field counts.
#[derive(Clone, Debug, PartialEq)]
pub struct SettleConflict {
    /// The kind of the record.
    pub kind: Kind,
    /// The record.
    pub id: Uuid,
    /// The field.
    pub number: u16,
    /// What counts from now on.
    pub value: Value,
}

impl Command for SettleConflict {
    fn intent(&self) -> Intent {
        Intent::SettleConflict
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        if state.heads(self.kind.number(), self.id, self.number).len() < 2 {
            return vec![Problem::of_entry(Fault::StepClosed)];
        }
        match state.fits(self.kind, self.number, &self.value) {
            Fit::Known => vec![],
            Fit::Unknown => {
                let field = FieldRef { kind: self.kind, number: self.number };
                vec![Problem { field: Some(field), row: 0, fault: Fault::NotInList }]
            }
        }
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.write_field(self.kind, self.id, self.number, self.value.clone());
    }
}
