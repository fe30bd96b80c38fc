//! Sessions and their seats: what calendars and lists show, and the rules that commands and views share.
//! Who may take part is in `candidates`, who does in `roster`.

use domain::Sorting as _;
use domain::records::{
    Course, Enrolment, EnrolmentField, EnrolmentState, Instructor, Member, Session, SessionField, SessionState, Site,
};
use domain::{Date, Id};

use crate::State;

mod candidates;
mod courses;
pub mod demand;
mod follow_up;
mod places;
pub mod plan;
mod records;
mod roll;
mod roster;
mod season;
mod sites;

pub use candidates::{Candidate, Reason, TRAININGS_EACH, candidates, obstacle};
pub use courses::{CourseLine, courses};
pub use follow_up::{FOLLOW_UP_DAYS, FollowUp, follow_ups, to_follow_up};
pub use places::{PlaceLine, following, is_one_broadcast, places, places_of};
pub use records::{FileOf, Holding, SpecialtyLine, Timing, Totals, by_specialty, holdings, timing, totals, years};
pub use roll::{
    Attended, ResultLine, RollLine, RollTime, attendance_id, attended, certificate, is_callable, results, roll,
    roll_time_now, roll_times, seat_of,
};
pub use roster::{Answers, Participant, Roster, roster};
pub use season::{Absence, Season, absence, busy_season, busy_season_of_month};
pub use sites::{CountySites, PRACTICE_BASES, SiteLine, TRAINING_BASES, sites_by_county};

/// A session as calendars and lists show it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SessionLine {
    /// The session.
    pub id: Id<Session>,
    /// The course's title.
    pub title: String,
    /// The term.
    pub term: u32,
    /// The site's name.
    pub site: String,
    /// The room.
    pub room: String,
    /// The instructor's name.
    pub instructor: String,
    /// First day.
    pub starts_on: Option<Date>,
    /// Last day.
    pub ends_on: Option<Date>,
    /// Beginning of class, minutes after midnight.
    pub begins_at: u32,
    /// Seats.
    pub seats: u32,
    /// The fewest people for whom it is held.
    pub minimum: u32,
    /// How many have a seat.
    pub seated: usize,
    /// How many wait.
    pub waiting: usize,
    /// Where it stands.
    pub state: Option<SessionState>,
}

/// Where a session stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Its first day lies ahead.
    Coming,
    /// It is being held.
    Running,
    /// Its last day lies behind.
    Over,
    /// It is not held.
    Cancelled,
}

impl SessionLine {
    /// Where it stands on a day.
    #[must_use]
    pub fn phase(&self, today: Date) -> Phase {
        phase((self.starts_on, self.ends_on), self.state, today)
    }

    /// How many more are needed for it to be held.
    #[must_use]
    pub fn lacking(&self) -> usize {
        (self.minimum as usize).saturating_sub(self.seated)
    }

    /// How many seats are left.
    #[must_use]
    pub fn left(&self) -> usize {
        (self.seats as usize).saturating_sub(self.seated)
    }
}

fn phase((starts_on, ends_on): (Option<Date>, Option<Date>), state: Option<SessionState>, today: Date) -> Phase {
    if state == Some(SessionState::Cancelled) {
        Phase::Cancelled
    } else if ends_on.or(starts_on).is_some_and(|end| end < today) {
        Phase::Over
    } else if starts_on.is_some_and(|start| start <= today) {
        Phase::Running
    } else {
        Phase::Coming
    }
}

/// A session's line.
#[must_use]
pub fn line(state: &State, id: Id<Session>) -> Option<SessionLine> {
    let session = state.get(id)?;
    Some(SessionLine {
        id,
        title: course_title(state, session),
        term: session.term,
        site: session.site.and_then(|site| state.get(site)).map(|site| site.name.clone()).unwrap_or_default(),
        room: session.room.clone(),
        instructor: instructor_name(state, session),
        starts_on: session.starts_on,
        ends_on: session.ends_on,
        begins_at: session.begins_at,
        seats: session.seats,
        minimum: session.minimum,
        seated: seated(state, id),
        waiting: enrolments(state, id).filter(|(_, e)| e.state == Some(EnrolmentState::Waiting)).count(),
        state: session.state,
    })
}

/// The sessions that touch a span of days, at a site or anywhere, by first day.
#[must_use]
pub fn sessions_between(state: &State, from: Date, until: Date, site: Option<Id<Site>>) -> Vec<SessionLine> {
    let touches = |session: &Session| {
        let start = session.starts_on.or(session.ends_on);
        start.is_some_and(|start| start <= until && session.ends_on.unwrap_or(start) >= from)
    };
    let is_at = |session: &Session| site.is_none_or(|site| session.site == Some(site));
    let found = state.all::<Session>().iter().filter(|(_, session)| touches(session) && is_at(session));
    by_day(found.filter_map(|(id, _)| line(state, id)).collect())
}

/// The sessions in which people can still be enrolled, by first day.
#[must_use]
pub fn open_sessions(state: &State, today: Date, site: Option<Id<Site>>) -> Vec<SessionLine> {
    let open = state.all::<Session>().iter().filter(|(_, session)| is_open(session, today));
    let here = open.filter(|(_, session)| site.is_none_or(|site| session.site == Some(site)));
    by_day(here.filter_map(|(id, _)| line(state, id)).collect())
}

fn by_day(mut lines: Vec<SessionLine>) -> Vec<SessionLine> {
    lines.arrange_by(|a, b| (a.starts_on, a.begins_at, &a.title).cmp(&(b.starts_on, b.begins_at, &b.title)));
    lines
}

/// The title of a session's course.
#[must_use]
pub fn course_title(state: &State, session: &Session) -> String {
    session.course.and_then(|course| state.get(course)).map(|course| course.title.clone()).unwrap_or_default()
}

/// What a session is called: its course and its term.
#[must_use]
pub fn session_name(state: &State, session: &Session) -> String {
    format!("{} {}", course_title(state, session), session.term)
}

/// The name of a session's instructor.
#[must_use]
pub fn instructor_name(state: &State, session: &Session) -> String {
    let instructor = session.instructor.and_then(|id| state.get::<Instructor>(id));
    instructor.map(|instructor| instructor.name.clone()).unwrap_or_default()
}

/// The enrolments of a session, in the order in which they were made.
pub fn enrolments(state: &State, session: Id<Session>) -> impl Iterator<Item = (Id<Enrolment>, &Enrolment)> {
    state.referring(EnrolmentField::session, session.raw())
}

/// Whether an enrolment holds a seat.
#[must_use]
pub fn has_seat(enrolment: &Enrolment) -> bool {
    matches!(enrolment.state, Some(EnrolmentState::Enrolled | EnrolmentState::Attended | EnrolmentState::Absent))
}

/// How many hold a seat.
#[must_use]
pub fn seated(state: &State, session: Id<Session>) -> usize {
    enrolments(state, session).filter(|(_, enrolment)| has_seat(enrolment)).count()
}

/// How many seats are left.
#[must_use]
pub fn seats_left(state: &State, id: Id<Session>, session: &Session) -> usize {
    (session.seats as usize).saturating_sub(seated(state, id))
}

/// The enrolment that has waited longest.
#[must_use]
pub fn first_waiting(state: &State, session: Id<Session>) -> Option<Id<Enrolment>> {
    enrolments(state, session).find(|(_, e)| e.state == Some(EnrolmentState::Waiting)).map(|(id, _)| id)
}

/// Whether people can still be enrolled: it is planned and not over.
#[must_use]
pub fn is_open(session: &Session, today: Date) -> bool {
    let phase = phase((session.starts_on, session.ends_on), session.state, today);
    matches!(phase, Phase::Coming | Phase::Running) && session.state != Some(SessionState::Held)
}

/// Whether two sessions share a day and neither is cancelled.
#[must_use]
pub fn overlaps(a: &Session, b: &Session) -> bool {
    let span = |session: &Session| session.starts_on.map(|start| (start, session.ends_on.unwrap_or(start)));
    let is_cancelled = |session: &Session| session.state == Some(SessionState::Cancelled);
    let (Some(a_days), Some(b_days)) = (span(a), span(b)) else { return false };
    !is_cancelled(a) && !is_cancelled(b) && a_days.0 <= b_days.1 && b_days.0 <= a_days.1
}

/// The term that follows the last of a course.
#[must_use]
pub fn next_term(state: &State, course: Option<Id<Course>>) -> u32 {
    let Some(course) = course else { return 1 };
    let terms = state.referring::<Session>(SessionField::course, course.raw()).map(|(_, session)| session.term);
    terms.max().unwrap_or(0) + 1
}

/// Whether an enrolment counts as a training: a seat, and not left empty.
#[must_use]
pub fn counts(enrolment: &Enrolment) -> bool {
    has_seat(enrolment) && enrolment.state != Some(EnrolmentState::Absent)
}

/// Whether a session is one of that year and not cancelled.
#[must_use]
pub fn is_of_year(session: &Session, year: i32) -> bool {
    session.state != Some(SessionState::Cancelled) && session.starts_on.is_some_and(|start| start.year() == year)
}

/// A member's sessions of a year in which they hold a seat and were not absent.
pub fn trainings_of(state: &State, member: Id<Member>, year: i32) -> impl Iterator<Item = (Id<Session>, &Session)> {
    let enrolments = state.referring::<Enrolment>(EnrolmentField::member, member.raw());
    let sessions = enrolments.filter(|(_, enrolment)| counts(enrolment)).filter_map(|(_, one)| one.session);
    sessions.filter_map(|id| Some((id, state.get(id)?))).filter(move |(_, session)| is_of_year(session, year))
}
