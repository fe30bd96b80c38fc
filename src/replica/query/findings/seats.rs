//! Seats that tablets gave away without knowing of each other. Only sessions that are not over matter.

use std::collections::BTreeMap;

use domain::Sorting as _;
use domain::records::{Enrolment, EnrolmentField, Member, Session};
use domain::{Date, Id, Kind};

use super::{Finding, Seat, is_ahead, is_seated, order, seat};
use crate::State;
use crate::query::training::session_name;

/// Sessions with more people than seats; those who came last are beyond.
pub(super) fn over_capacity(state: &State, today: Date) -> Vec<Finding> {
    let ahead = state.all::<Session>().iter().filter(|(_, session)| is_ahead(session, today));
    let mut found: Vec<_> = ahead.filter_map(|(id, session)| over(state, id, session)).collect();
    found.arrange_by_key(|(at, id, _)| (*at, *id));
    found.into_iter().map(|(_, _, finding)| finding).collect()
}

fn over(state: &State, id: Id<Session>, session: &Session) -> Option<(Option<Date>, Id<Session>, Finding)> {
    let seated = state.referring::<Enrolment>(EnrolmentField::session, id.raw());
    let mut seated: Vec<Seat> = seated
        .filter(|(_, enrolment)| is_seated(enrolment))
        .filter_map(|(id, enrolment)| seat(state, id, enrolment))
        .collect();
    if seated.len() <= session.seats as usize {
        return None;
    }
    seated.arrange_by_cached_key(|seat| order(state, Kind::Enrolment, seat.enrolment));
    let over = seated.split_off(session.seats as usize);
    let title = session_name(state, session);
    Some((session.starts_on, id, Finding::OverCapacity { session: id, title, seats: session.seats, over }))
}

/// Persons with two seats in one session, or in two at one time.
pub(super) fn twice_and_overlapping(state: &State, today: Date) -> Vec<Finding> {
    let mut seats: BTreeMap<Id<Member>, Vec<Seat>> = BTreeMap::new();
    for (id, enrolment) in state.all::<Enrolment>().iter().filter(|(_, enrolment)| is_seated(enrolment)) {
        let is_coming = enrolment.session.and_then(|id| state.get(id)).is_some_and(|s| is_ahead(s, today));
        if let Some(seat) = seat(state, id, enrolment).filter(|_| is_coming) {
            seats.entry(seat.member).or_default().push(seat);
        }
    }
    seats.into_values().filter(|seats| seats.len() > 1).flat_map(|seats| of_person(state, seats)).collect()
}

fn of_person(state: &State, mut seats: Vec<Seat>) -> Vec<Finding> {
    seats.arrange_by_cached_key(|seat| order(state, Kind::Enrolment, seat.enrolment));
    let pairs = seats
        .iter()
        .enumerate()
        .flat_map(|(place, first)| seats[place + 1..].iter().map(move |later| [first.clone(), later.clone()]));
    pairs.filter_map(|pair| of_pair(state, pair)).collect()
}

fn of_pair(state: &State, seats: [Seat; 2]) -> Option<Finding> {
    let [a, b] = [state.get(seats[0].session)?, state.get(seats[1].session)?];
    let titles = [session_name(state, a), session_name(state, b)];
    if seats[0].session == seats[1].session {
        let [title, _] = titles;
        return Some(Finding::EnrolledTwice { title, seats });
    }
    let days = common_days(a, b)?;
    Some(Finding::Overlap { seats, titles, days })
}

pub(super) fn common_days(a: &Session, b: &Session) -> Option<(Date, Date)> {
    let span = |session: &Session| Some((session.starts_on?, session.ends_on.or(session.starts_on)?));
    let ((from_a, until_a), (from_b, until_b)) = (span(a)?, span(b)?);
    let (from, until) = (from_a.max(from_b), until_a.min(until_b));
    (from <= until).then_some((from, until))
}
