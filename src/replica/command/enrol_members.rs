//! Enrols members in a session: one, or as many as were chosen. All of them, or none.

use std::collections::HashSet;

use domain::records::{Enrolment, EnrolmentField, EnrolmentState, Member, Session};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::training;

/// Enrols members in a session.
#[derive(Clone, Debug, PartialEq)]
pub struct EnrolMembers {
    /// The session.
    pub session: Id<Session>,
    /// The members.
    pub members: Vec<Id<Member>>,
    /// Whether those for whom no seat is left may wait for one.
    pub may_wait: bool,
}

impl Command for EnrolMembers {
    fn intent(&self) -> Intent {
        Intent::EnrolMembers
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let Some(session) = state.get(self.session) else { return vec![Problem::of_entry(Fault::Gone)] };
        if !training::is_open(session, today) {
            return vec![Problem::of_entry(Fault::SessionClosed)];
        }
        let mut problems = Vec::new();
        if self.members.is_empty() {
            problems.push(Problem::at(EnrolmentField::member, Fault::Missing));
        }
        if !self.may_wait && training::seats_left(state, self.session, session) < self.members.len() {
            problems.push(Problem::of_entry(Fault::Full(session.seats)));
        }
        let mut seen = HashSet::new();
        for (row, member) in self.members.iter().enumerate() {
            if !seen.insert(*member) {
                problems.push(Problem::at(EnrolmentField::member, Fault::Twice).in_row(row));
            }
            let fault = training::obstacle(state, self.session, session, *member, today);
            problems.extend(fault.map(|fault| Problem::at(EnrolmentField::member, fault).in_row(row)));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let Some(session) = draft.state().get(self.session) else { return };
        let left = training::seats_left(draft.state(), self.session, session);
        for (place, member) in self.members.iter().enumerate() {
            let state = if place < left { EnrolmentState::Enrolled } else { EnrolmentState::Waiting };
            let (session, member, enrolled_on) = (Some(self.session), Some(*member), Some(draft.today()));
            draft.create(&Enrolment { session, member, state: Some(state), enrolled_on, ..Enrolment::default() });
        }
    }
}
