//! The round of a day: whom one visits, in an order in which one can go: village after village, group after group, and
//! within a group from each household to the nearest where the places are known. What was missed is part of it.

use std::collections::BTreeMap;

use domain::Sorting as _;
use domain::entry::number_in;
use domain::pinyin::sort_key;
use domain::records::{Case, Need, Occasion, Stage, Visit, VisitField};
use domain::value::Point;
use domain::{Date, Id};

use crate::State;
use crate::query::promises::{self, PromiseLine};
use crate::query::{cases, divisions};

/// A household on the round.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// The visit.
    pub visit: Id<Visit>,
    /// The case.
    pub case: Id<Case>,
    /// The household.
    pub name: String,
    /// Township and village.
    pub village: String,
    /// The villagers' group.
    pub group: String,
    /// Telephone.
    pub phone: String,
    /// The day it was planned for.
    pub planned_on: Date,
    /// Whether it was made on this day.
    pub is_done: bool,
    /// Why.
    pub occasion: Option<Occasion>,
    /// What is to be looked after.
    pub purpose: String,
    /// Who visits.
    pub visitor: String,
    /// Where the household is, if a visit has told it.
    pub at: Option<Point>,
    /// How far it is from the stop before, in metres, if both places are known.
    pub metres: Option<u32>,
}

impl Stop {
    /// For how many days it has been missed; 0 for one of this day.
    #[must_use]
    pub fn missed(&self, today: Date) -> i64 {
        if self.is_done { 0 } else { (today - self.planned_on).whole_days().max(0) }
    }
}

/// What one should know at a stop.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Briefing {
    /// The open needs.
    pub needs: Vec<(Id<Need>, Need)>,
    /// The open promises.
    pub promises: Vec<PromiseLine>,
}

/// The round of a day: visits that are planned for it or were missed before it, and those made on it.
#[must_use]
pub fn stops(state: &State, today: Date) -> Vec<Stop> {
    let mut stops: Vec<Stop> =
        state.all::<Visit>().iter().filter_map(|(id, visit)| stop(state, id, visit, today)).collect();
    stops.arrange_by_cached_key(|stop| {
        let group = number_in(&stop.group).unwrap_or(u32::MAX);
        (sort_key(&stop.village), stop.village.clone(), group, stop.group.clone(), sort_key(&stop.name))
    });
    in_walking_order(stops)
}

fn stop(state: &State, id: Id<Visit>, visit: &Visit, today: Date) -> Option<Stop> {
    let planned_on = visit.planned_on.or(visit.done_on)?;
    let is_done = visit.done_on == Some(today);
    let is_open = visit.done_on.is_none() && planned_on <= today;
    let case = visit.case.filter(|_| is_done || is_open)?;
    let file = state.get(case).filter(|file| file.stage != Some(Stage::Left))?;
    let place = divisions::whereabouts(state, file.village);
    Some(Stop {
        visit: id,
        case,
        name: cases::name(state, case),
        village: [place.township, place.village].concat(),
        group: file.group.clone(),
        phone: file.phone.clone(),
        planned_on,
        is_done,
        occasion: visit.occasion,
        purpose: visit.purpose.clone(),
        visitor: visit.visitor.clone(),
        at: place_of(state, case),
        metres: None,
    })
}

/// Where a household is: where the last visit that tells it was written up.
#[must_use]
pub fn place_of(state: &State, case: Id<Case>) -> Option<Point> {
    let visits = state.referring::<Visit>(VisitField::case, case.raw());
    let places = visits.filter_map(|(_, visit)| {
        let (latitude, longitude) = visit.latitude.zip(visit.longitude)?;
        Some((visit.done_on, Point { latitude, longitude }))
    });
    places.max_by_key(|(day, _)| *day).map(|(_, place)| place)
}

/// The stops with those of one group from each to the nearest, and how far each is.
fn in_walking_order(stops: Vec<Stop>) -> Vec<Stop> {
    let mut order: Vec<Stop> = Vec::with_capacity(stops.len());
    let mut at: Option<Point> = None;
    let mut waiting = stops.into_iter().peekable();
    while let Some(first) = waiting.next() {
        let mut group = vec![first];
        while let Some(next) = waiting.next_if(|next| next.village == group[0].village && next.group == group[0].group)
        {
            group.push(next);
        }
        while !group.is_empty() {
            let mut next = group.remove(nearest(&group, at));
            next.metres = at.zip(next.at).map(|(at, there)| at.metres_to(there));
            at = next.at.or(at);
            order.push(next);
        }
    }
    order
}

/// The place in the group of the nearest stop; of the first by name where nobody knows.
fn nearest(group: &[Stop], at: Option<Point>) -> usize {
    let Some(at) = at else { return 0 };
    let far = |stop: &Stop| stop.at.map_or(u32::MAX, |there| at.metres_to(there));
    (0..group.len()).min_by_key(|place| far(&group[*place])).unwrap_or(0)
}

/// What one should know at a stop.
#[must_use]
pub fn briefing(state: &State, case: Id<Case>) -> Briefing {
    let needs = cases::needs(state, case).into_iter().filter(|(_, need)| need.is_open()).collect();
    Briefing { needs, promises: promises::open(state, case) }
}

/// Those who visit, each with how many stops.
#[must_use]
pub fn visitors(stops: &[Stop]) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for stop in stops.iter().filter(|stop| !stop.visitor.is_empty()) {
        *counts.entry(&stop.visitor).or_default() += 1;
    }
    let mut all: Vec<(String, usize)> = counts.into_iter().map(|(name, count)| (name.to_owned(), count)).collect();
    all.arrange_by_cached_key(|(name, _)| sort_key(name));
    all
}
