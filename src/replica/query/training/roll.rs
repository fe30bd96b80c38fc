//! The roll: for which half-days it is called, who was there, and what that makes of a training for a person.

use domain::pinyin::sort_key;
use domain::records::{Attendance, AttendanceField, Enrolment, Member, Outcome, Presence, Session, SessionState};
pub use domain::roll::{RollTime, attendance_id, roll_times};
use domain::{Date, Id, Sorting as _};

use super::{Participant, enrolments, has_seat, roster};
use crate::State;

/// A person on the roll of one half-day.
#[derive(Clone, Debug, PartialEq)]
pub struct RollLine {
    /// Who.
    pub person: Participant,
    /// How the person took part; nothing while not called.
    pub presence: Option<Presence>,
    /// Why.
    pub reason: String,
    /// Whether there is a signature.
    pub is_signed: bool,
}

/// How a person took part in a whole session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attended {
    /// In how many half-days the person was there.
    pub there: usize,
    /// How many half-days were called at all.
    pub called: usize,
    /// How the person took part in each half-day of the session.
    pub marks: Vec<Option<Presence>>,
}

/// A person's line among the results of a session.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultLine {
    /// Who.
    pub person: Participant,
    /// The enrolment, with what came of it.
    pub enrolment: Enrolment,
    /// How the person took part.
    pub attended: Attended,
}

impl ResultLine {
    /// Whether a certificate can be issued: there at least once, passed, and none issued.
    #[must_use]
    pub fn is_due(&self) -> bool {
        self.attended.there > 0
            && self.enrolment.outcome == Some(Outcome::Passed)
            && self.enrolment.certificate.is_empty()
    }
}

/// The half-day for which the roll is called now: of today the last that anybody was called for, so that a reload stays
/// there, or else the first; before the session its first, after it its last.
#[must_use]
pub fn roll_time_now(state: &State, id: Id<Session>, today: Date) -> Option<RollTime> {
    let times = roll_times(state.get(id)?);
    let todays: Vec<RollTime> = times.iter().copied().filter(|time| time.on == today).collect();
    let is_called = |time: &RollTime| attendances(state, id).any(|one| time_of(one) == Some(*time));
    let open = todays.iter().rev().find(|time| is_called(time)).or(todays.first());
    let around = if times.first().is_some_and(|first| today < first.on) { times.first() } else { times.last() };
    open.or(around).copied()
}

fn attendances(state: &State, session: Id<Session>) -> impl Iterator<Item = &Attendance> {
    state.referring::<Attendance>(AttendanceField::session, session.raw()).map(|(_, one)| one)
}

fn time_of(one: &Attendance) -> Option<RollTime> {
    Some(RollTime { on: one.on?, half: one.half? })
}

/// The roll of a half-day, by name.
#[must_use]
pub fn roll(state: &State, session: Id<Session>, time: RollTime) -> Vec<RollLine> {
    let line = |person: Participant| {
        let mark = state.get(attendance_id(session, person.member, time));
        RollLine {
            presence: mark.and_then(|mark| mark.presence),
            reason: mark.map(|mark| mark.reason.clone()).unwrap_or_default(),
            is_signed: mark.is_some_and(|mark| !mark.signature.is_empty()),
            person,
        }
    };
    let mut lines: Vec<RollLine> = roster(state, session).seated.into_iter().map(line).collect();
    lines.arrange_by_cached_key(|line| (sort_key(&line.person.name), line.person.village.clone()));
    lines
}

/// How a member took part in a session.
#[must_use]
pub fn attended(state: &State, id: Id<Session>, member: Id<Member>) -> Attended {
    let times = state.get(id).map(roll_times).unwrap_or_default();
    let mark = |time: &RollTime| state.get(attendance_id(id, member, *time)).and_then(|one| one.presence);
    let marks: Vec<Option<Presence>> = times.iter().map(mark).collect();
    let known = || marks.iter().flatten();
    Attended { there: known().filter(|mark| mark.is_there()).count(), called: known().count(), marks }
}

/// The results of a session, by name.
#[must_use]
pub fn results(state: &State, id: Id<Session>) -> Vec<ResultLine> {
    let line = |person: Participant| {
        let enrolment = state.get(person.id)?.clone();
        Some(ResultLine { attended: attended(state, id, person.member), enrolment, person })
    };
    let mut lines: Vec<ResultLine> = roster(state, id).seated.into_iter().filter_map(line).collect();
    lines.arrange_by_cached_key(|line| sort_key(&line.person.name));
    lines
}

/// Whether the roll of a session can be called on a day: it has begun and is not cancelled.
#[must_use]
pub fn is_callable(session: &Session, today: Date) -> bool {
    session.state != Some(SessionState::Cancelled) && session.starts_on.is_some_and(|start| start <= today)
}

/// The enrolment of a member who has a seat in a session.
#[must_use]
pub fn seat_of(state: &State, session: Id<Session>, member: Id<Member>) -> Option<(Id<Enrolment>, &Enrolment)> {
    enrolments(state, session).find(|(_, enrolment)| enrolment.member == Some(member) && has_seat(enrolment))
}

/// The certificate of that number, if one was issued.
#[must_use]
pub fn certificate(state: &State, number: &str) -> Option<Id<Enrolment>> {
    let is_meant = |enrolment: &Enrolment| !number.is_empty() && enrolment.certificate == number;
    state.all::<Enrolment>().iter().find(|(_, enrolment)| is_meant(enrolment)).map(|(id, _)| id)
}
