//! Settles an enrolment: withdrawn before the session, attended or absent at it. A seat that comes free goes to the
//! one who has waited longest.

use domain::records::{Enrolment, EnrolmentField, EnrolmentState, Session};
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
        if is_at_door && (is_too_early || !training::has_seat(enrolment)) {
            return vec![Problem::at(EnrolmentField::state, Fault::StepClosed)];
        }
        let takes_a_seat = self.state == EnrolmentState::Enrolled && !training::has_seat(enrolment);
        match enrolment.session.zip(session).filter(|_| takes_a_seat) {
            Some((id, session)) => self.check_seat(state, id, session, enrolment, today),
            None => vec![],
        }
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let Some(before) = draft.state().get(self.id) else { return };
        let frees_a_seat = training::has_seat(before) && self.state == EnrolmentState::Withdrawn;
        let next = before.session.filter(|_| frees_a_seat).and_then(|id| next_in(draft.state(), id, draft.today()));
        // Who comes back has thought again: what was said on the phone holds no more.
        let is_back = before.state == Some(EnrolmentState::Withdrawn) && self.state == EnrolmentState::Enrolled;
        draft.update(self.id, |enrolment| {
            enrolment.state = Some(self.state);
            enrolment.answer = enrolment.answer.filter(|_| !is_back);
            enrolment.reason.clone_from(&self.reason);
        });
        if let Some(next) = next {
            draft.update(next, |enrolment| enrolment.state = Some(EnrolmentState::Enrolled));
        }
    }
}

impl SettleEnrolment {
    /// Who comes back or moves up needs a seat, and must not have been enrolled anew or elsewhere meanwhile.
    fn check_seat(
        &self,
        state: &State,
        id: Id<Session>,
        session: &Session,
        enrolment: &Enrolment,
        today: Date,
    ) -> Vec<Problem> {
        if !training::is_open(session, today) {
            return vec![Problem::of_entry(Fault::SessionClosed)];
        }
        if training::seats_left(state, id, session) == 0 {
            return vec![Problem::of_entry(Fault::Full(session.seats))];
        }
        let is_back = enrolment.state == Some(EnrolmentState::Withdrawn);
        let obstacle = enrolment.member.filter(|_| is_back);
        let obstacle = obstacle.and_then(|member| training::obstacle(state, id, session, member, today));
        obstacle.map(|fault| Problem::at(EnrolmentField::member, fault)).into_iter().collect()
    }
}

/// Who moves up when a seat comes free: nobody once the session is over, nor while more sit than there are seats.
fn next_in(state: &State, id: Id<Session>, today: Date) -> Option<Id<Enrolment>> {
    let session = state.get(id).filter(|session| training::is_open(session, today))?;
    let is_room = training::seated(state, id) <= session.seats as usize;
    training::first_waiting(state, id).filter(|_| is_room)
}
