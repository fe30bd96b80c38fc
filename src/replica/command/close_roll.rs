//! Ends the roll of a session: it was held, and who has a seat but was never there did not come.

use domain::records::{EnrolmentState, Session, SessionState};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::training;

/// Ends the roll.
#[derive(Clone, Debug, PartialEq)]
pub struct CloseRoll {
    /// The session.
    pub session: Id<Session>,
}

impl Command for CloseRoll {
    fn intent(&self) -> Intent {
        Intent::CloseRoll
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        match state.get(self.session) {
            None => vec![Problem::of_entry(Fault::Gone)],
            Some(session) if !training::is_callable(session, today) => vec![Problem::of_entry(Fault::RollNotOpen)],
            Some(_) => vec![],
        }
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.update(self.session, |session| session.state = Some(SessionState::Held));
        for line in training::results(draft.state(), self.session) {
            let is_marked = line.enrolment.state == Some(EnrolmentState::Attended) && line.attended.called == 0;
            let came = line.attended.there > 0 || is_marked;
            let state = if came { EnrolmentState::Attended } else { EnrolmentState::Absent };
            draft.update(line.person.id, |enrolment| enrolment.state = Some(state));
        }
    }
}
