//! What was held, as a course's, a site's or an instructor's file tells it: sessions, people, hours, results.

use std::collections::{BTreeMap, HashSet};

use domain::records::{
    Course, Enrolment, EnrolmentState, Instructor, Member, Outcome, Session, SessionField, SessionState, Site,
    Specialty,
};
use domain::{Date, Id, Sorting as _};

use super::{SessionLine, enrolments, line};
use crate::State;

/// Minutes of an hour of class, and of a day of class whose course says no hours.
const CLASS_HOUR: u32 = 45;
const USUAL_DAY: u32 = 180;
/// Nobody is taught for longer in a day.
const LONGEST_DAY: u32 = 480;

/// Whose file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileOf {
    /// A course's.
    Course(Id<Course>),
    /// A site's.
    Site(Id<Site>),
    /// An instructor's.
    Instructor(Id<Instructor>),
}

/// A session that was held, is held, or will be.
#[derive(Clone, Debug, PartialEq)]
pub struct Holding {
    /// The session.
    pub line: SessionLine,
    /// The specialty of its course.
    pub specialty: Option<Id<Specialty>>,
    /// The specialty's name.
    pub specialty_name: String,
    /// Hours of class.
    pub hours: u32,
    /// Who took part.
    pub attended: Vec<Id<Member>>,
    /// How many passed.
    pub passed: usize,
    /// How many have a certificate.
    pub certificates: usize,
    /// What those who were asked thought of it, added up, and how many were asked.
    pub rating: (u32, u32),
}

/// A file in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Sessions in which somebody took part.
    pub sessions: usize,
    /// How often anybody took part.
    pub times: usize,
    /// How many different people took part.
    pub people: usize,
    /// Hours of class in those sessions.
    pub hours: u32,
    /// How many passed.
    pub passed: usize,
    /// How many certificates were issued.
    pub certificates: usize,
    /// What trainees thought of it, in hundredths of a point; nothing where nobody was asked.
    pub rating: Option<u32>,
}

/// A specialty in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecialtyLine {
    /// Its name; empty where the course has none.
    pub name: String,
    /// How many sessions.
    pub sessions: usize,
    /// How many different people took part.
    pub people: usize,
}

/// What a file holds, cancelled sessions left out, the newest first.
#[must_use]
pub fn holdings(state: &State, file: FileOf) -> Vec<Holding> {
    let sessions: Vec<(Id<Session>, &Session)> = match file {
        FileOf::Course(id) => state.referring(SessionField::course, id.raw()).collect(),
        FileOf::Site(id) => state.referring(SessionField::site, id.raw()).collect(),
        FileOf::Instructor(id) => state.referring(SessionField::instructor, id.raw()).collect(),
    };
    let held = sessions.into_iter().filter(|(_, session)| session.state != Some(SessionState::Cancelled));
    let mut all: Vec<Holding> = held.filter_map(|(id, session)| holding(state, id, session)).collect();
    all.arrange_by_key(|holding| std::cmp::Reverse((holding.line.starts_on, holding.line.begins_at)));
    all
}

fn holding(state: &State, id: Id<Session>, session: &Session) -> Option<Holding> {
    let course = session.course.and_then(|course| state.get(course));
    let specialty = course.and_then(|course| course.specialty);
    let enrolled: Vec<&Enrolment> = enrolments(state, id).map(|(_, enrolment)| enrolment).collect();
    let attended = enrolled.iter().filter(|one| one.state == Some(EnrolmentState::Attended));
    let rated = enrolled.iter().filter(|one| one.rating > 0);
    let count = |is: fn(&Enrolment) -> bool| enrolled.iter().filter(|one| is(one)).count();
    Some(Holding {
        line: line(state, id)?,
        specialty,
        specialty_name: specialty.and_then(|id| state.get(id)).map(|one| one.name.clone()).unwrap_or_default(),
        hours: course.map_or(0, |course| course.hours),
        attended: attended.filter_map(|one| one.member).collect(),
        passed: count(|one| one.outcome == Some(Outcome::Passed)),
        certificates: count(|one| !one.certificate.is_empty()),
        rating: rated.fold((0, 0), |(sum, count), one| (sum + one.rating, count + 1)),
    })
}

/// The years in which a file holds something, the newest first.
#[must_use]
pub fn years(holdings: &[Holding]) -> Vec<i32> {
    let mut years: Vec<i32> = holdings.iter().filter_map(|one| one.line.starts_on).map(Date::year).collect();
    years.arrange_by_key(|year| std::cmp::Reverse(*year));
    years.dedup();
    years
}

/// Holdings in numbers.
#[must_use]
pub fn totals<'a>(holdings: impl IntoIterator<Item = &'a Holding>) -> Totals {
    let (mut totals, mut people, mut rating) = (Totals::default(), HashSet::new(), (0, 0));
    for one in holdings {
        if one.attended.is_empty() {
            continue;
        }
        totals.sessions += 1;
        totals.times += one.attended.len();
        totals.hours += one.hours;
        totals.passed += one.passed;
        totals.certificates += one.certificates;
        people.extend(one.attended.iter().copied());
        rating = (rating.0 + one.rating.0, rating.1 + one.rating.1);
    }
    totals.people = people.len();
    totals.rating = (rating.1 > 0).then(|| rating.0 * 100 / rating.1);
    totals
}

/// Holdings by specialty, in the order in which each was first taught; only those in which somebody took part.
#[must_use]
pub fn by_specialty<'a>(holdings: impl IntoIterator<Item = &'a Holding>) -> Vec<SpecialtyLine> {
    let mut groups: BTreeMap<Option<Id<Specialty>>, Vec<&Holding>> = BTreeMap::new();
    for one in holdings.into_iter().filter(|one| !one.attended.is_empty()) {
        groups.entry(one.specialty).or_default().push(one);
    }
    let mut lines: Vec<(Option<Date>, SpecialtyLine)> = groups.into_values().map(specialty_line).collect();
    lines.arrange_by_key(|(first, line)| (*first, line.name.clone()));
    lines.into_iter().map(|(_, line)| line).collect()
}

fn specialty_line(group: Vec<&Holding>) -> (Option<Date>, SpecialtyLine) {
    let people: HashSet<Id<Member>> = group.iter().flat_map(|one| one.attended.iter().copied()).collect();
    let first = group.iter().filter_map(|one| one.line.starts_on).min();
    let name = group.first().map(|one| one.specialty_name.clone()).unwrap_or_default();
    (first, SpecialtyLine { name, sessions: group.len(), people: people.len() })
}

/// When a session is, as a calendar says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timing {
    /// The first day.
    pub on: Date,
    /// On how many days.
    pub days: u32,
    /// From when each day, in minutes after midnight; nothing where that is not known.
    pub begins_at: Option<u32>,
    /// For how many minutes each day: what its course's hours come to.
    pub minutes: u32,
}

/// When a session is; nothing for one without a day, and for one that is cancelled.
#[must_use]
pub fn timing(state: &State, id: Id<Session>) -> Option<Timing> {
    let session = state.get(id).filter(|session| session.state != Some(SessionState::Cancelled))?;
    let on = session.starts_on?;
    let last = session.ends_on.unwrap_or(on).max(on);
    let days = u32::try_from((last - on).whole_days()).unwrap_or(0) + 1;
    let hours = session.course.and_then(|course| state.get(course)).map_or(0, |course| course.hours);
    let minutes = if hours == 0 { USUAL_DAY } else { hours.saturating_mul(CLASS_HOUR).div_ceil(days) };
    let begins_at = (session.begins_at > 0).then_some(session.begins_at);
    Some(Timing { on, days, begins_at, minutes: minutes.clamp(CLASS_HOUR, LONGEST_DAY) })
}
