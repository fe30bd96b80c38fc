//! Calls the roll: how one person takes part in one half-day. The enrolment follows: who was there once took part.

use domain::records::{
    Attendance, AttendanceField, Enrolment, EnrolmentField, EnrolmentState, Member, Presence, Session,
};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::training::{self, RollTime};

/// Longest signature that is kept, in characters.
pub const SIGNATURE_MOST: usize = 6000;

/// Marks how a person takes part.
#[derive(Clone, Debug, PartialEq)]
pub struct CallRoll {
    /// The session.
    pub session: Id<Session>,
    /// Who.
    pub member: Id<Member>,
    /// The half-day.
    pub time: RollTime,
    /// How; nothing takes the mark back.
    pub presence: Option<Presence>,
    /// Why late, excused or missing.
    pub reason: String,
    /// The signature; nothing leaves it as it is.
    pub signature: Option<String>,
}

impl Command for CallRoll {
    fn intent(&self) -> Intent {
        Intent::CallRoll
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let Some(session) = state.get(self.session) else { return vec![Problem::of_entry(Fault::Gone)] };
        let mut problems = check_time(session, self.time, today);
        if training::seat_of(state, self.session, self.member).is_none() {
            problems.push(Problem::at(AttendanceField::member, Fault::NoSeat));
        }
        if self.signature.as_ref().is_some_and(|strokes| strokes.len() > SIGNATURE_MOST) {
            problems.push(Problem::at(AttendanceField::signature, Fault::TooLong(SIGNATURE_MOST)));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let state = draft.state();
        let Some((enrolment, _)) = training::seat_of(state, self.session, self.member) else { return };
        mark(draft, self);
        let was_there = was_there(state, self.session, self.member, self.time);
        let is_there = self.presence.is_some_and(Presence::is_there);
        draft.update(enrolment, |one| one.state = Some(standing(is_there || was_there, self.presence)));
    }
}

/// What the roll makes of an enrolment.
fn standing(has_been_there: bool, presence: Option<Presence>) -> EnrolmentState {
    match presence {
        _ if has_been_there => EnrolmentState::Attended,
        Some(Presence::Missing) => EnrolmentState::Absent,
        _ => EnrolmentState::Enrolled,
    }
}

/// Whether the person was there in any other half-day.
fn was_there(state: &State, session: Id<Session>, member: Id<Member>, time: RollTime) -> bool {
    let times = state.get(session).map(training::roll_times).unwrap_or_default();
    let others = times.into_iter().filter(|other| *other != time);
    let marks = others.filter_map(|other| state.get(training::attendance_id(session, member, other))?.presence);
    marks.into_iter().any(Presence::is_there)
}

fn mark(draft: &mut Draft<'_>, call: &CallRoll) {
    let id = training::attendance_id(call.session, call.member, call.time);
    let before = draft.state().get(id).map(|one| one.signature.clone()).unwrap_or_default();
    let attendance = Attendance {
        session: Some(call.session),
        member: Some(call.member),
        on: Some(call.time.on),
        half: Some(call.time.half),
        presence: call.presence,
        reason: call.reason.trim().to_owned(),
        signature: call.signature.clone().unwrap_or(before),
    };
    draft.put(id, &attendance);
}

/// The half-day is one of the session's, and not ahead.
fn check_time(session: &Session, time: RollTime, today: Date) -> Vec<Problem> {
    if !training::is_callable(session, today) {
        return vec![Problem::of_entry(Fault::RollNotOpen)];
    }
    if !training::roll_times(session).contains(&time) {
        return vec![Problem::at(AttendanceField::on, Fault::NotOfSession)];
    }
    if time.on > today {
        return vec![Problem::at(AttendanceField::on, Fault::InFuture)];
    }
    vec![]
}

/// Lets somebody in who was not enrolled: a seat and a mark in one press.
#[derive(Clone, Debug, PartialEq)]
pub struct AdmitAtDoor {
    /// The session.
    pub session: Id<Session>,
    /// Who.
    pub member: Id<Member>,
    /// The half-day.
    pub time: RollTime,
}

impl Command for AdmitAtDoor {
    fn intent(&self) -> Intent {
        Intent::AdmitAtDoor
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let Some(session) = state.get(self.session) else { return vec![Problem::of_entry(Fault::Gone)] };
        let mut problems = check_time(session, self.time, today);
        if !problems.is_empty() {
            return problems;
        }
        if training::seats_left(state, self.session, session) == 0 {
            problems.push(Problem::of_entry(Fault::NoSeatAtDoor(session.seats)));
        }
        let fault = training::obstacle(state, self.session, session, self.member, today);
        let is_waiting = self.waiting(state).is_some();
        let fault = fault.filter(|fault| !(is_waiting && matches!(fault, Fault::AlreadyEnrolled(_))));
        problems.extend(fault.map(|fault| Problem::at(EnrolmentField::member, fault)));
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let state = Some(EnrolmentState::Attended);
        match self.waiting(draft.state()) {
            Some(id) => draft.update(id, |one| one.state = state),
            None => {
                let (session, member, enrolled_on) = (Some(self.session), Some(self.member), Some(draft.today()));
                draft.create(&Enrolment { session, member, state, enrolled_on, ..Enrolment::default() });
            }
        }
        let (session, member, time) = (self.session, self.member, self.time);
        let (presence, reason, signature) = (Some(Presence::Present), String::new(), None);
        mark(draft, &CallRoll { session, member, time, presence, reason, signature });
    }
}

impl AdmitAtDoor {
    /// Who waits for a seat and stands at the door gets one that is free.
    fn waiting(&self, state: &State) -> Option<Id<Enrolment>> {
        let waits = |one: &Enrolment| one.member == Some(self.member) && one.state == Some(EnrolmentState::Waiting);
        training::enrolments(state, self.session).find(|(_, one)| waits(one)).map(|(id, _)| id)
    }
}
