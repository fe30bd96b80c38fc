//! Plans a session of a course: site, dates, seats, instructor; and changes or cancels it. Seats that are added go to
//! those who have waited longest.

use domain::records::{Enrolment, EnrolmentState, Session, SessionField, SessionState};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::training;

/// Plans a session, or changes one.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanSession {
    /// Which; nothing for a new one.
    pub id: Option<Id<Session>>,
    /// The session as it shall be.
    pub session: Session,
}

impl Command for PlanSession {
    fn intent(&self) -> Intent {
        Intent::PlanSession
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let mut problems = check_entry(&self.session);
        problems.extend(self.check_seats(state));
        if self.session.state != Some(SessionState::Cancelled) {
            problems.extend(self.check_occupied(state));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let state = self.session.state.or(Some(SessionState::Planned));
        let ends_on = self.session.ends_on.or(self.session.starts_on);
        let term = match self.session.term {
            0 => training::next_term(draft.state(), self.session.course),
            term => term,
        };
        let session = Session { state, ends_on, term, ..self.session.clone() };
        let broadcast = session.broadcast.and_then(|broadcast| draft.state().get(broadcast));
        let session = broadcast.map_or_else(|| session.clone(), |broadcast| training::following(broadcast, &session));
        draft.save(self.id, &session);
        let places: Vec<Id<Session>> = self
            .id
            .map_or_else(Vec::new, |id| training::places_of(draft.state(), id).map(|(place, _)| place).collect());
        for place in places {
            draft.update(place, |place| *place = training::following(&session, place));
        }
        for next in self.moving_up(draft.state(), draft.today()) {
            draft.update(next, |enrolment| enrolment.state = Some(EnrolmentState::Enrolled));
        }
    }
}

impl PlanSession {
    /// Who gets one of the seats that are added.
    fn moving_up(&self, state: &State, today: Date) -> Vec<Id<Enrolment>> {
        let Some(id) = self.id.filter(|_| training::is_open(&self.session, today)) else { return vec![] };
        let waiting = training::enrolments(state, id).filter(|(_, one)| one.state == Some(EnrolmentState::Waiting));
        let left = training::seats_left(state, id, &self.session);
        waiting.take(left).map(|(enrolment, _)| enrolment).collect()
    }

    fn check_seats(&self, state: &State) -> Vec<Problem> {
        let enrolled = self.id.map_or(0, |id| training::seated(state, id));
        let mut problems = Vec::new();
        if (self.session.seats as usize) < enrolled {
            problems.push(Problem::at(SessionField::seats, Fault::SeatsBelowEnrolled(enrolled)));
        }
        problems
    }

    /// The room and the instructor are in one place at a time.
    fn check_occupied(&self, state: &State) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (id, other) in state.all::<Session>().iter().filter(|(id, _)| Some(*id) != self.id) {
            if !training::overlaps(&self.session, other) {
                continue;
            }
            let session = training::session_name(state, other);
            let is_one_broadcast = training::is_one_broadcast((self.id, &self.session), (Some(id), other));
            let is_same_instructor = self.session.instructor.is_some() && self.session.instructor == other.instructor;
            if is_same_instructor && !is_one_broadcast {
                let what = training::instructor_name(state, other);
                problems
                    .push(Problem::at(SessionField::instructor, Fault::Occupied { what, session: session.clone() }));
            }
            let is_same_room = self.session.site == other.site && self.session.room == other.room;
            if is_same_room && !other.room.is_empty() {
                problems.push(Problem::at(SessionField::room, Fault::Occupied { what: other.room.clone(), session }));
            }
        }
        problems
    }
}

/// What is wrong with a session by itself, whether it is in force or only planned.
pub(super) fn check_entry(session: &Session) -> Vec<Problem> {
    let missing = [
        (SessionField::course, session.course.is_none()),
        (SessionField::site, session.site.is_none()),
        (SessionField::starts_on, session.starts_on.is_none()),
        (SessionField::seats, session.seats == 0),
    ];
    let missing = missing.into_iter().filter(|(_, is_missing)| *is_missing);
    let mut problems: Vec<Problem> = missing.map(|(field, _)| Problem::at(field, Fault::Missing)).collect();
    if session.starts_on.zip(session.ends_on).is_some_and(|(start, end)| end < start) {
        problems.push(Problem::at(SessionField::ends_on, Fault::EndsBeforeStart));
    }
    if session.minimum > session.seats {
        problems.push(Problem::at(SessionField::minimum, Fault::MinimumAboveSeats));
    }
    problems
}

/// Cancels a session. Its enrolments stay as they are, so that undo brings everything back.
#[derive(Clone, Debug, PartialEq)]
pub struct CancelSession {
    /// Which.
    pub id: Id<Session>,
}

impl Command for CancelSession {
    fn intent(&self) -> Intent {
        Intent::CancelSession
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        match state.get(self.id) {
            None => vec![Problem::of_entry(Fault::Gone)],
            Some(session) if !training::is_open(session, today) => vec![Problem::of_entry(Fault::StepClosed)],
            Some(_) => vec![],
        }
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.update(self.id, |session| session.state = Some(SessionState::Cancelled));
    }
}
