//! Sessions, seats and who may take part.

use domain::records::{
    Case, Course, Enrolment, EnrolmentField, EnrolmentState, Instructor, Member, Need, NeedField, NeedKind, NeedState,
    Session, SessionField, SessionState, Site, Stage,
};
use domain::{Date, Fault, Id, identity};

use super::divisions;
use crate::State;

/// A session as calendars and lists show it.
#[derive(Clone, Debug, PartialEq)]
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

/// A member who might be enrolled, and what speaks for and against it.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The member.
    pub member: Id<Member>,
    /// The case.
    pub case: Option<Id<Case>>,
    /// The name.
    pub name: String,
    /// The village.
    pub village: String,
    /// How many trainings this year.
    pub trainings: usize,
    /// What speaks for it.
    pub reasons: Vec<Reason>,
    /// What makes it impossible.
    pub obstacle: Option<Fault>,
}

/// What speaks for enrolling a member.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The member asked to learn it.
    Wish(String),
    /// The case needs employment or a start-up.
    Need(NeedKind),
    /// The case is supported this year.
    Supported,
    /// A Party member.
    PartyMember,
    /// Lives in the county of the site.
    Near,
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
    let mut lines: Vec<SessionLine> = found.filter_map(|(id, _)| line(state, id)).collect();
    lines.sort_by(|a, b| (a.starts_on, a.begins_at, &a.title).cmp(&(b.starts_on, b.begins_at, &b.title)));
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
    let is_over = session.ends_on.or(session.starts_on).is_some_and(|end| end < today);
    !is_over && session.state != Some(SessionState::Cancelled) && session.state != Some(SessionState::Held)
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

/// A member's sessions of a year in which they hold a seat and were not absent.
pub fn trainings_of(state: &State, member: Id<Member>, year: i32) -> impl Iterator<Item = (Id<Session>, &Session)> {
    let enrolments = state.referring::<Enrolment>(EnrolmentField::member, member.raw());
    let counted = enrolments.filter(|(_, e)| has_seat(e) && e.state != Some(EnrolmentState::Absent));
    let sessions = counted.filter_map(|(_, enrolment)| enrolment.session);
    let of_year = move |session: &Session| {
        session.state != Some(SessionState::Cancelled) && session.starts_on.is_some_and(|start| start.year() == year)
    };
    sessions.filter_map(|id| Some((id, state.get(id)?))).filter(move |(_, session)| of_year(session))
}

/// What makes it impossible to enrol a member in a session.
#[must_use]
pub fn obstacle(
    state: &State,
    id: Id<Session>,
    session: &Session,
    member_id: Id<Member>,
    today: Date,
) -> Option<Fault> {
    let Some(member) = state.get(member_id) else { return Some(Fault::Gone) };
    let name = || member.name.clone();
    if is_closed(state, member) {
        return Some(Fault::CaseClosed);
    }
    let course = session.course.and_then(|course| state.get(course));
    let from_age = course.map_or(0, |course| course.from_age);
    let day = session.starts_on.unwrap_or(today);
    if member.born_on.and_then(|born_on| identity::age(born_on, day)).is_some_and(|age| age < from_age) {
        return Some(Fault::TooYoung { name: name(), from_age });
    }
    let held = state.referring::<Enrolment>(EnrolmentField::member, member_id.raw());
    let standing = held.filter(|(_, enrolment)| enrolment.state != Some(EnrolmentState::Withdrawn));
    for other_id in standing.filter_map(|(_, enrolment)| enrolment.session) {
        if other_id == id {
            return Some(Fault::AlreadyEnrolled(name()));
        }
        if let Some(other) = state.get(other_id).filter(|other| overlaps(session, other)) {
            return Some(clash(state, name(), other, day));
        }
    }
    None
}

fn is_closed(state: &State, member: &Member) -> bool {
    member.case.and_then(|case| state.get(case)).is_some_and(|case| case.stage == Some(Stage::Left))
}

fn clash(state: &State, name: String, other: &Session, day: Date) -> Fault {
    let from = other.starts_on.unwrap_or(day);
    Fault::Clash { name, session: session_name(state, other), from, until: other.ends_on.unwrap_or(from) }
}

/// Who should come, best reasons first, those who cannot come last.
#[must_use]
pub fn candidates(state: &State, id: Id<Session>, today: Date) -> Vec<Candidate> {
    let Some(session) = state.get(id) else { return vec![] };
    let year = session.starts_on.unwrap_or(today).year();
    let county = session.site.and_then(|site| state.get(site)).and_then(|site| site.division);
    let county = divisions::county_of(state, county);
    let members = state.all::<Member>().iter().filter(|(_, member)| can_learn(member, today));
    let mut candidates: Vec<Candidate> = members
        .filter(|(_, member)| !is_closed(state, member))
        .map(|(member_id, member)| candidate(state, (id, session), (member_id, member), (year, today), county))
        .collect();
    candidates.sort_by(|a, b| rank(a).cmp(&rank(b)));
    candidates
}

fn rank(candidate: &Candidate) -> (bool, usize, std::cmp::Reverse<usize>) {
    (candidate.obstacle.is_some(), candidate.trainings.min(3), std::cmp::Reverse(candidate.reasons.len()))
}

/// From 16 to 70: who learns a trade. Others can be enrolled by name.
fn can_learn(member: &Member, today: Date) -> bool {
    let age = member.born_on.and_then(|born_on| identity::age(born_on, today));
    age.is_none_or(|age| (16..=70).contains(&age))
}

fn candidate(
    state: &State,
    (id, session): (Id<Session>, &Session),
    (member_id, member): (Id<Member>, &Member),
    (year, today): (i32, Date),
    county: Option<Id<domain::records::Division>>,
) -> Candidate {
    let case = member.case.and_then(|case| state.get(case));
    let village = case.and_then(|case| case.village);
    let is_near = county.is_some() && divisions::county_of(state, village) == county;
    Candidate {
        member: member_id,
        case: member.case,
        name: member.name.clone(),
        village: divisions::name(state, village),
        trainings: trainings_of(state, member_id, year).count(),
        reasons: reasons(state, session, member, case, is_near),
        obstacle: obstacle(state, id, session, member_id, today),
    }
}

fn reasons(state: &State, session: &Session, member: &Member, case: Option<&Case>, is_near: bool) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let subject = course_title(state, session);
    if !member.wish.is_empty() && (subject.contains(&member.wish) || member.wish.contains(&subject)) {
        reasons.push(Reason::Wish(member.wish.clone()));
    }
    let needs = member.case.map(|case| state.referring::<Need>(NeedField::case, case.raw()));
    let mut open = needs.into_iter().flatten().filter(|(_, need)| need.state != Some(NeedState::Met));
    let wanted = open.find_map(|(_, need)| need.kind.filter(|k| matches!(k, NeedKind::Employment | NeedKind::StartUp)));
    reasons.extend(wanted.map(Reason::Need));
    if case.is_some_and(|case| case.stage == Some(Stage::Supported)) {
        reasons.push(Reason::Supported);
    }
    if member.party_joined_on.is_some() {
        reasons.push(Reason::PartyMember);
    }
    if is_near {
        reasons.push(Reason::Near);
    }
    reasons
}
