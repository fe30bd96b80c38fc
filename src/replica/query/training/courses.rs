//! Courses as lists show them.

use std::collections::HashMap;

use domain::Sorting as _;
use domain::pinyin::sort_key;
use domain::records::{Course, Method, Session};
use domain::{Date, Id};

use super::is_open;
use crate::State;

/// A course's line.
#[derive(Clone, Debug, PartialEq)]
pub struct CourseLine {
    /// The course.
    pub id: Id<Course>,
    /// Its title.
    pub title: String,
    /// Its specialty's name.
    pub specialty: String,
    /// Whether it counts as science-and-technology training.
    pub is_technology: bool,
    /// Hours of class.
    pub hours: u32,
    /// How it is taught.
    pub method: Option<Method>,
    /// How many sessions it has had and has.
    pub sessions: usize,
    /// The first day of the next session that takes people.
    pub next: Option<Date>,
}

#[derive(Default)]
struct Use {
    sessions: usize,
    next: Option<Date>,
}

/// All courses, by specialty as the office orders them, then by title.
#[must_use]
pub fn courses(state: &State, today: Date) -> Vec<CourseLine> {
    let uses = uses(state, today);
    let mut lines: Vec<(u32, CourseLine)> = Vec::new();
    for (id, course) in state.all::<Course>().iter() {
        let specialty = course.specialty.and_then(|specialty| state.get(specialty));
        let of = uses.get(&id);
        let line = CourseLine {
            id,
            title: course.title.clone(),
            specialty: specialty.map(|specialty| specialty.name.clone()).unwrap_or_default(),
            is_technology: specialty.is_some_and(|specialty| specialty.is_technology),
            hours: course.hours,
            method: course.method,
            sessions: of.map_or(0, |of| of.sessions),
            next: of.and_then(|of| of.next),
        };
        lines.push((specialty.map_or(u32::MAX, |specialty| specialty.position), line));
    }
    lines.arrange_by_cached_key(|(position, line)| (*position, sort_key(&line.title)));
    lines.into_iter().map(|(_, line)| line).collect()
}

fn uses(state: &State, today: Date) -> HashMap<Id<Course>, Use> {
    let mut uses: HashMap<Id<Course>, Use> = HashMap::new();
    for (_, session) in state.all::<Session>().iter() {
        let Some(course) = session.course else { continue };
        let of = uses.entry(course).or_default();
        of.sessions += 1;
        if let Some(start) = session.starts_on.filter(|start| is_open(session, today) && *start >= today) {
            of.next = Some(of.next.map_or(start, |next| next.min(start)));
        }
    }
    uses
}
