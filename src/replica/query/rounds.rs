//! A round of visits for a festival: whom it takes in, and how it is spread over the days before and over helpers. A
//! draft is only proposed here; it is planned when somebody says so.

use std::collections::BTreeMap;

use domain::Sorting as _;
use domain::pinyin::sort_key;
use domain::records::{Case, Division, Helper, Occasion, Pairing, Visit, VisitField};
use domain::{Date, Festival, Id};

use super::{cases, divisions, pairing};
use crate::State;

pub mod day;
mod planned;

pub use planned::{Missed, Planned, planned};

/// How many days before a festival a visit counts as made for it.
pub const WINDOW: i64 = 20;

/// Whom a round takes in.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Scope {
    /// Only households of this division.
    pub place: Option<Id<Division>>,
    /// Only households of this helper.
    pub helper: Option<Id<Helper>>,
}

/// A round as it would be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Round {
    /// The visits, day by day.
    pub visits: Vec<Proposed>,
    /// How many households have their visit already, made or planned.
    pub visited: usize,
}

/// A visit of a round.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposed {
    /// The case.
    pub case: Id<Case>,
    /// The household.
    pub name: String,
    /// The village.
    pub village: String,
    /// The helper.
    pub helper: Id<Helper>,
    /// The helper's name.
    pub visitor: String,
    /// The day.
    pub on: Date,
}

impl Proposed {
    /// The visit that is planned.
    #[must_use]
    pub fn visit(&self, festival: Festival) -> Visit {
        Visit {
            case: Some(self.case),
            planned_on: Some(self.on),
            occasion: Some(Occasion::Festival),
            festival: Some(festival),
            visitor: self.visitor.clone(),
            ..Visit::default()
        }
    }
}

/// A round for the festival that falls on a day: every paired household in scope that has no visit for it, one village
/// of a helper after the other, spread evenly from the first day to the day before the festival. Each helper begins a day after the one before, so that
/// helpers with one household do not all go on the first day.
#[must_use]
pub fn round(state: &State, (festival, day): (Festival, Date), scope: Scope, first: Date) -> Round {
    let mut paired: BTreeMap<Id<Helper>, Vec<(String, Id<Case>)>> = BTreeMap::new();
    let mut visited = 0;
    for (case, helper) in in_scope(state, scope) {
        if has_visit(state, case, festival, day) {
            visited += 1;
        } else {
            let village = state.get(case).map(|file| divisions::name(state, file.village)).unwrap_or_default();
            paired.entry(helper).or_default().push((village, case));
        }
    }
    let days = days_until(first, day);
    let mut visits: Vec<Proposed> = Vec::new();
    for (turn, (helper, mut households)) in (0..).zip(paired) {
        households.arrange_by_cached_key(|(village, case)| (sort_key(village), sort_key(&cases::name(state, *case))));
        let count = households.len();
        let visitor = state.get(helper).map(|helper| helper.name.clone()).unwrap_or_default();
        let spread = households.into_iter().enumerate().map(|(place, (village, case))| Proposed {
            case,
            name: cases::name(state, case),
            village,
            helper,
            visitor: visitor.clone(),
            on: first.saturating_add(time::Duration::days((offset(place, count, days) + turn) % days)),
        });
        visits.extend(spread);
    }
    visits.arrange_by_cached_key(|one| (one.on, sort_key(&one.village), sort_key(&one.name)));
    Round { visits, visited }
}

/// The day before the festival is the last; where that lies before the first, the first is the only one.
fn days_until(first: Date, day: Date) -> i64 {
    (day - first).whole_days().max(1)
}

/// On which of the days, counted from a helper's own first one, the one in that place is visited: as many each day as need be, and no more.
fn offset(place: usize, count: usize, days: i64) -> i64 {
    let (place, count) = (i64::try_from(place).unwrap_or(0), i64::try_from(count).unwrap_or(i64::MAX).max(1));
    place * days / count
}

fn in_scope(state: &State, scope: Scope) -> Vec<(Id<Case>, Id<Helper>)> {
    let is_here = |case: &Case| {
        let mut at = case.village;
        // Four levels; a ring that a merge made must not hold us.
        (0..4).any(|_| {
            let is_it = at == scope.place;
            at = at.and_then(|id| state.get(id)).and_then(|division| division.parent);
            is_it
        })
    };
    let fits = |case: Id<Case>| {
        let file = state.get(case);
        file.is_some_and(|file| {
            file.stage != Some(domain::records::Stage::Left) && (scope.place.is_none() || is_here(file))
        })
    };
    let active = state.all::<Pairing>().iter().filter(|(_, pairing)| pairing.until.is_none());
    let mut all: BTreeMap<Id<Case>, Id<Helper>> = BTreeMap::new();
    for (_, one) in active {
        if let Some((case, helper)) = one.case.zip(one.helper).filter(|(case, _)| fits(*case)) {
            all.entry(case).or_insert(helper);
        }
    }
    // A case that a merge gave two helpers is visited by who was responsible first.
    let first =
        |case, helper| pairing::responsible(state, case).first().and_then(|(_, one)| one.helper).unwrap_or(helper);
    let of = all.into_iter().map(|(case, helper)| (case, first(case, helper)));
    of.filter(|(_, helper)| scope.helper.is_none_or(|wanted| wanted == *helper)).collect()
}

/// Whether a case has a visit for a festival, made or planned.
#[must_use]
pub fn has_visit(state: &State, case: Id<Case>, festival: Festival, day: Date) -> bool {
    let mut visits = state.referring::<Visit>(VisitField::case, case.raw());
    visits.any(|(_, visit)| is_meant(visit, festival, day))
}

/// Whether a visit is one for the festival that falls on a day.
fn is_meant(visit: &Visit, festival: Festival, day: Date) -> bool {
    let is_near = |on: Date| (0..=WINDOW).contains(&(day - on).whole_days());
    // A visit for a festival that is not named counts for whichever is near.
    let is_for = match visit.festival {
        Some(named) => named == festival,
        None => visit.occasion == Some(Occasion::Festival),
    };
    is_for && visit.done_on.or(visit.planned_on).is_some_and(is_near)
}
