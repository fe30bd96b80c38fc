//! Removes a record, for a reason. The record stays in the history and comes back by undo. Postings are never removed,
//! nor what they stand on.

use domain::schema::Record;
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::fund::is_held;
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
        let fault = match state.get(self.id) {
            None => Some(Fault::Gone),
            Some(_) if T::KIND.is_made_once() => Some(Fault::MadeOnce),
            Some(_) => is_held(state, T::KIND, self.id.raw()).then_some(Fault::Held),
        };
        fault.map(Problem::of_entry).into_iter().collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let reason = if self.reason.is_empty() { "-" } else { self.reason.as_str() };
        draft.remove(self.id, reason);
    }
}
