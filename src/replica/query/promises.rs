//! Promises: what was promised to a household and by whom, what falls due, and what a helper promised and did.

use domain::Sorting as _;
use domain::records::{Case, Helper, Pairing, PairingField, Promise, PromiseField, Visit};
use domain::{Date, Id};

use super::{cases, divisions};
use crate::State;

/// A promise as lists show it.
#[derive(Clone, Debug, PartialEq)]
pub struct PromiseLine {
    /// The promise.
    pub id: Id<Promise>,
    /// The case.
    pub case: Id<Case>,
    /// The household.
    pub name: String,
    /// The village and the group.
    pub place: String,
    /// The day on which it was made.
    pub made_on: Option<Date>,
    /// The promise itself.
    pub promise: Promise,
}

impl PromiseLine {
    /// In how many days it is due, or how long it is late (below zero); nothing for one that is kept or has no day.
    #[must_use]
    pub fn days(&self, today: Date) -> Option<i64> {
        let due = self.promise.due_on.filter(|_| self.promise.kept_on.is_none())?;
        Some((due - today).whole_days())
    }
}

/// The open promises with a day until a day, the oldest first.
#[must_use]
pub fn due_until(state: &State, until: Date) -> Vec<PromiseLine> {
    let all = state.all::<Promise>().iter().filter(|(_, promise)| promise.kept_on.is_none());
    let due = all.filter(|(_, promise)| promise.due_on.is_some_and(|day| day <= until));
    let mut lines: Vec<PromiseLine> = due.filter_map(|(id, promise)| line(state, id, promise)).collect();
    lines.arrange_by(|a, b| (a.promise.due_on, &a.place, &a.name).cmp(&(b.promise.due_on, &b.place, &b.name)));
    lines
}

/// What was promised to a household: open ones first, the next due before the others; then what was kept, newest first.
#[must_use]
pub fn of_case(state: &State, case: Id<Case>) -> Vec<PromiseLine> {
    arranged(state, state.referring::<Promise>(PromiseField::case, case.raw()))
}

/// What a helper promised, in the same order.
#[must_use]
pub fn of_helper(state: &State, helper: Id<Helper>) -> Vec<PromiseLine> {
    arranged(state, state.referring::<Promise>(PromiseField::helper, helper.raw()))
}

/// The open promises to a household.
#[must_use]
pub fn open(state: &State, case: Id<Case>) -> Vec<PromiseLine> {
    let mut lines = of_case(state, case);
    lines.retain(|line| line.promise.kept_on.is_none());
    lines
}

fn arranged<'a>(state: &State, all: impl Iterator<Item = (Id<Promise>, &'a Promise)>) -> Vec<PromiseLine> {
    let mut lines: Vec<PromiseLine> = all.filter_map(|(id, promise)| line(state, id, promise)).collect();
    lines.arrange_by_key(|line| {
        let kept = line.promise.kept_on.map(std::cmp::Reverse);
        (kept.is_some(), kept, line.promise.due_on.unwrap_or(Date::MAX))
    });
    lines
}

fn line(state: &State, id: Id<Promise>, promise: &Promise) -> Option<PromiseLine> {
    let case = promise.case?;
    let file = state.get(case)?;
    Some(PromiseLine {
        id,
        case,
        name: cases::name(state, case),
        place: format!("{}{}", divisions::name(state, file.village), file.group),
        made_on: made_on(state, promise),
        promise: promise.clone(),
    })
}

/// The day on which a promise was made: that of its visit.
#[must_use]
pub fn made_on(state: &State, promise: &Promise) -> Option<Date> {
    promise.visit.and_then(|visit| state.get::<Visit>(visit)).and_then(|visit| visit.done_on)
}

/// The helper of that name who stands by a case, or once did.
#[must_use]
pub fn helper_named(state: &State, case: Id<Case>, name: &str) -> Option<Id<Helper>> {
    let name = name.trim();
    let mut pairings: Vec<&Pairing> =
        state.referring::<Pairing>(PairingField::case, case.raw()).map(|(_, pairing)| pairing).collect();
    pairings.sort_by_key(|pairing| (pairing.until.is_some(), std::cmp::Reverse(pairing.since)));
    let mut helpers = pairings.into_iter().filter_map(|pairing| pairing.helper);
    helpers.find(|helper| state.get(*helper).is_some_and(|helper| helper.name.trim() == name && !name.is_empty()))
}
