//! Settles an enrolment: withdrawn before the session, attended or absent at it. A seat that comes free goes to the
//! one who has waited longest.

use domain::records::{Enrolment, EnrolmentField, EnrolmentState};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::training;

/// Sets where an enrolment stands.
#[derive(Clone, Debug, PartialEq)]
pub struct SettleEnrolment {
    /// Which.
    pub id: Id<Enrolment>,
    /// Where it shall stand.
    pub state: EnrolmentState,
    /// Why, for a withdrawal.
    pub reason: String,
}

impl Command for SettleEnrolment {
    fn intent(&self) -> Intent {
        Intent::SettleEnrolment
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let Some(enrolment) = state.get(self.id) else { return vec![Problem::of_entry(Fault::Gone)] };
        let session = enrolment.session.and_then(|id| state.get(id));
        let is_at_door = matches!(self.state, EnrolmentState::Attended | EnrolmentState::Absent);
        let is_too_early = session.and_then(|session| session.starts_on).is_some_and(|start| start > today);
        if is_at_door && is_too_early {
            return vec![Problem::at(EnrolmentField::state, Fault::StepClosed)];
        }
        vec![]
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let Some(before) = draft.state().get(self.id) else { return };
        let frees_a_seat = before.state == Some(EnrolmentState::Enrolled) && self.state == EnrolmentState::Withdrawn;
        let next = before.session.filter(|_| frees_a_seat).and_then(|id| training::first_waiting(draft.state(), id));
        draft.update(self.id, |enrolment| {
            enrolment.state = Some(self.state);
            enrolment.reason.clone_from(&self.reason);
        });
        if let Some(next) = next {
            draft.update(next, |enrolment| enrolment.state = Some(EnrolmentState::Enrolled));
        }
    }
}
