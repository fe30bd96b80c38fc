//! Removes a record, for a reason. The record stays in the history and comes back by undo.

use domain::schema::Record;
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::state::Kept;

/// Removes a record.
#[derive(Clone, Debug, PartialEq)]
pub struct RemoveRecord<T> {
    /// Which.
    pub id: Id<T>,
    /// Why, in the user's words or a word of the screen.
    pub reason: String,
}

impl<T: Kept + Record> Command for RemoveRecord<T> {
    fn intent(&self) -> Intent {
        Intent::Remove
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let is_gone = state.get(self.id).is_none();
        if is_gone { vec![Problem::of_entry(Fault::Gone)] } else { vec![] }
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let reason = if self.reason.is_empty() { "-" } else { self.reason.as_str() };
        draft.remove(self.id, reason);
    }
}
