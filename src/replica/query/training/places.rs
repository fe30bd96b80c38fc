//! Broadcast sessions and the places at which they are followed: one course at one time, each place with its own roll.

use domain::Id;
use domain::pinyin::sort_key;
use domain::records::{Session, SessionField};
use domain::{Sorting as _, records::EnrolmentState};

use super::{SessionLine, enrolments, line};
use crate::State;

/// A place at which a broadcast is followed.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceLine {
    /// The session of the place.
    pub line: SessionLine,
    /// How many took part.
    pub attended: usize,
}

/// The sessions of the places of a broadcast.
pub fn places_of(state: &State, broadcast: Id<Session>) -> impl Iterator<Item = (Id<Session>, &Session)> {
    state.referring::<Session>(SessionField::broadcast, broadcast.raw())
}

/// The places of a broadcast, by site.
#[must_use]
pub fn places(state: &State, broadcast: Id<Session>) -> Vec<PlaceLine> {
    let place = |(id, _): (Id<Session>, &Session)| {
        let attended = enrolments(state, id).filter(|(_, one)| one.state == Some(EnrolmentState::Attended)).count();
        Some(PlaceLine { line: line(state, id)?, attended })
    };
    let mut lines: Vec<PlaceLine> = places_of(state, broadcast).filter_map(place).collect();
    lines.arrange_by_cached_key(|place| sort_key(&place.line.site));
    lines
}

/// Whether two sessions are the same broadcast at two places: then one instructor teaches both at a time.
#[must_use]
pub fn is_one_broadcast(a: (Option<Id<Session>>, &Session), b: (Option<Id<Session>>, &Session)) -> bool {
    let of = |(id, session): (Option<Id<Session>>, &Session)| session.broadcast.or(id);
    of(a).is_some() && of(a) == of(b)
}

/// A session as it is when its broadcast sets course, term, days, hour and instructor.
#[must_use]
pub fn following(broadcast: &Session, place: &Session) -> Session {
    Session {
        course: broadcast.course,
        term: broadcast.term,
        starts_on: broadcast.starts_on,
        ends_on: broadcast.ends_on,
        begins_at: broadcast.begins_at,
        instructor: broadcast.instructor,
        ..place.clone()
    }
}
