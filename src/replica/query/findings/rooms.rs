//! Rooms and instructors that tablets gave to two sessions without knowing of each other. Only what is not over matters.

use std::collections::BTreeMap;

use domain::Sorting as _;
use domain::records::Session;
use domain::{Date, Id, Kind, Uuid};

use super::seats::common_days;
use super::{Finding, is_ahead, order};
use crate::State;
use crate::query::training::{instructor_name, session_name};

/// What a session takes for itself: a room of a site, or an instructor.
type Taken = (Uuid, String);
/// A session that takes it.
type Taker<'a> = (Id<Session>, &'a Session);

/// Pairs of sessions that take the same at one time; who was planned first is first.
pub(super) fn occupied(state: &State, today: Date) -> Vec<Finding> {
    let mut takers: BTreeMap<Taken, Vec<Taker<'_>>> = BTreeMap::new();
    for (id, session) in state.all::<Session>().iter().filter(|(_, session)| is_ahead(session, today)) {
        let room = session.site.filter(|_| !session.room.is_empty()).map(|site| (site.raw(), session.room.clone()));
        let instructor = session.instructor.map(|one| (one.raw(), String::new()));
        room.into_iter().chain(instructor).for_each(|taken| takers.entry(taken).or_default().push((id, session)));
    }
    takers.into_iter().flat_map(|(taken, takers)| of(state, &taken, takers)).collect()
}

fn of(state: &State, (_, room): &Taken, mut takers: Vec<Taker<'_>>) -> Vec<Finding> {
    takers.arrange_by_cached_key(|(id, _)| order(state, Kind::Session, *id));
    let mut found = Vec::new();
    for (place, (first, one)) in takers.iter().enumerate() {
        let what = if room.is_empty() { instructor_name(state, one) } else { room.clone() };
        for (later, other) in &takers[place + 1..] {
            let Some(days) = common_days(one, other) else { continue };
            let titles = [session_name(state, one), session_name(state, other)];
            found.push(Finding::Occupied { what: what.clone(), sessions: [*first, *later], titles, days });
        }
    }
    found
}
