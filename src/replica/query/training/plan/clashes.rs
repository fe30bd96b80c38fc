//! What is in two places at once: a room, an instructor. Sessions that share one are compared with each other only.

use super::{
    BTreeSet, Date, HashMap, Id, Plan, PlannedSession, Session, Site, State, course_title, instructor_name, is_of_year,
    planned,
};
use crate::query::training::overlaps;

/// What of a session is in two places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clashing {
    /// The room.
    Room,
    /// The instructor.
    Instructor,
}

/// That a session shares its room or its instructor with another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// What.
    pub what: Clashing,
    /// What it is called.
    pub name: String,
    /// The other session's course.
    pub with: String,
    /// The other's first day.
    pub on: Option<Date>,
    /// Whether the other is in force already.
    pub is_in_force: bool,
}

/// A session among others.
struct Placed<'a> {
    id: Option<Id<PlannedSession>>,
    session: std::borrow::Cow<'a, Session>,
}

/// The clashes of each session of a plan.
pub(super) fn of_plan(state: &State, plan: Id<Plan>) -> HashMap<Id<PlannedSession>, Vec<Clash>> {
    let all = all(state, plan);
    let mut found: HashMap<Id<PlannedSession>, Vec<Clash>> = HashMap::new();
    for what in [Clashing::Room, Clashing::Instructor] {
        for group in groups(&all, what) {
            for (place, one) in group.iter().enumerate() {
                for other in &group[place + 1..] {
                    if overlaps(&one.session, &other.session) {
                        note(state, what, &mut found, one, other);
                        note(state, what, &mut found, other, one);
                    }
                }
            }
        }
    }
    found
}

fn note(
    state: &State,
    what: Clashing,
    found: &mut HashMap<Id<PlannedSession>, Vec<Clash>>,
    one: &Placed<'_>,
    other: &Placed<'_>,
) {
    if let Some(id) = one.id {
        found.entry(id).or_default().push(clash(state, what, other));
    }
}

/// What one session would clash with.
pub(super) fn of_session(
    state: &State,
    plan: Id<Plan>,
    id: Option<Id<PlannedSession>>,
    session: &Session,
) -> Vec<Clash> {
    let others = all(state, plan).into_iter().filter(|other| other.id.is_none() || other.id != id);
    let near: Vec<Placed<'_>> = others.filter(|other| overlaps(session, &other.session)).collect();
    let shares = |what| {
        let own = shared(session, what);
        near.iter()
            .filter(move |other| own.is_some() && shared(&other.session, what) == own)
            .map(move |other| (what, other))
    };
    let found = shares(Clashing::Room).chain(shares(Clashing::Instructor));
    found.map(|(what, other)| clash(state, what, other)).collect()
}

fn clash(state: &State, what: Clashing, other: &Placed<'_>) -> Clash {
    let name = match what {
        Clashing::Room => other.session.room.clone(),
        Clashing::Instructor => instructor_name(state, &other.session),
    };
    let with = course_title(state, &other.session);
    Clash { what, name, with, on: other.session.starts_on, is_in_force: other.id.is_none() }
}

/// The sessions of a plan, and those in force of its year; not those that the plan made itself when it was adopted.
fn all(state: &State, plan: Id<Plan>) -> Vec<Placed<'_>> {
    let year = state.get(plan).map_or(0, |plan| i32::try_from(plan.year).unwrap_or(0));
    let own: BTreeSet<Id<Session>> = planned(state, plan).map(|(id, _)| id.in_force()).collect();
    let drafted =
        planned(state, plan).map(|(id, one)| Placed { id: Some(id), session: std::borrow::Cow::Owned(one.session()) });
    let held = state.all::<Session>().iter().filter(move |(id, one)| is_of_year(one, year) && !own.contains(id));
    let held = held.map(|(_, one)| Placed { id: None, session: std::borrow::Cow::Borrowed(one) });
    drafted.chain(held).collect()
}

/// What two sessions would share.
#[derive(PartialEq, Eq, Hash)]
enum Shared<'a> {
    Room(Option<Id<Site>>, &'a str),
    Instructor(Id<domain::records::Instructor>),
}

fn shared(session: &Session, what: Clashing) -> Option<Shared<'_>> {
    match what {
        Clashing::Room => (!session.room.is_empty()).then(|| Shared::Room(session.site, &session.room)),
        Clashing::Instructor => session.instructor.map(Shared::Instructor),
    }
}

fn groups<'a, 'b>(all: &'b [Placed<'a>], what: Clashing) -> impl Iterator<Item = Vec<&'b Placed<'a>>> {
    let mut groups: HashMap<Shared<'b>, Vec<&'b Placed<'a>>> = HashMap::new();
    for one in all {
        if let Some(shared) = shared(&one.session, what) {
            groups.entry(shared).or_default().push(one);
        }
    }
    groups.into_values().filter(|group| group.iter().any(|one| one.id.is_some()))
}
