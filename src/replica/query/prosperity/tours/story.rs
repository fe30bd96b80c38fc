//! What a guide tells at a stop, as figures. Strangers read it: no name of a household of the register stands in it, no
//! telephone, no number, no illness; and no average over so few households that it would tell about one of them.

use std::collections::BTreeMap;

use domain::records::{
    Case, Cooperative, Demonstration, Income, IncomeField, MembershipState, RadiationLink, Session, SessionField,
    SessionState, Site, SiteKind, Stage, Stop, Support, Tour,
};
use domain::value::Fen;
use domain::{Choice as _, Date, Id, Sorting as _};

use super::super::{links, memberships};
use super::places::chosen_households;
use super::{StopPlace, stops};
use crate::State;
use crate::query::{divisions, training};

/// Averages are told from so many households on.
const FEWEST: usize = 3;

/// What is told at a stop.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// The stop.
    pub stop: Stop,
    /// Its name; empty for a household of the register.
    pub name: String,
    /// The county-level unit.
    pub county: String,
    /// The village, or where there is none the division that it lies in.
    pub village: String,
    /// What it does.
    pub industry: String,
    /// Since when.
    pub since: Option<Date>,
    /// Its figures.
    pub what: What,
}

/// The figures of a stop.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// Of a demonstration household.
    Household(Leading),
    /// Of a cooperative.
    Cooperative(Belonging),
    /// Of a site.
    Site(Taught),
    /// The place is no longer there.
    Gone,
}

/// Whom a demonstration household leads, in figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Leading {
    /// How many households it leads now.
    pub led: usize,
    /// How many of these were lifted out of poverty.
    pub lifted: usize,
    /// How many it could lead.
    pub reach: u32,
    /// What one of them gains in a year, on average, in whole yuan.
    pub gain: Option<Fen>,
    /// What one of them earned in a year before, and with what it gains; on average, in whole yuan.
    pub incomes: Option<[Fen; 2]>,
    /// How many live in which village, most first; the last has no name: households outside of the register.
    pub villages: Vec<(String, usize)>,
    /// How many are given what.
    pub supports: Vec<(Support, usize)>,
}

/// Who belongs to a cooperative, in figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Belonging {
    /// Who leads it: a public office.
    pub leader: String,
    /// How many needy households are members.
    pub households: usize,
    /// How many of these were lifted out of poverty.
    pub lifted: usize,
    /// How many households it can take in; 0 means no limit.
    pub capacity: u32,
    /// Its capital.
    pub capital: Fen,
    /// What a member brings and gets.
    pub terms: String,
    /// How many live in which village, most first.
    pub villages: Vec<(String, usize)>,
}

/// What a site does, in figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Taught {
    /// What it is for.
    pub kind: Option<SiteKind>,
    /// What is taught there.
    pub note: String,
    /// How many it seats.
    pub seats: u32,
    /// Sessions held there up to today.
    pub sessions: usize,
    /// How many people took part in them.
    pub people: usize,
    /// Demonstration households of the latest year in its county.
    pub leaders: usize,
    /// How many households these lead.
    pub led: usize,
}

/// What is told at each stop of a tour, in order.
#[must_use]
pub fn stories(state: &State, tour: Id<Tour>, today: Date) -> Vec<Story> {
    stops(state, tour).into_iter().map(|(_, stop)| story(state, stop, today)).collect()
}

/// What is told at a stop.
#[must_use]
pub fn story(state: &State, stop: &Stop, today: Date) -> Story {
    let place = StopPlace::of(stop);
    let division = place.and_then(|place| place.division(state));
    let around = divisions::whereabouts(state, division);
    let village = if around.village.is_empty() { divisions::name(state, division) } else { around.village };
    let base = Story {
        stop: stop.clone(),
        name: String::new(),
        county: around.county,
        village,
        industry: String::new(),
        since: None,
        what: What::Gone,
    };
    let told = match place {
        Some(StopPlace::Demonstration(id)) => state.get(id).map(|one| of_household(state, base.clone(), id, one)),
        Some(StopPlace::Cooperative(id)) => state.get(id).map(|one| of_cooperative(state, base.clone(), id, one)),
        Some(StopPlace::Site(id)) => state.get(id).map(|one| of_site(state, base.clone(), id, one, today)),
        None => None,
    };
    told.unwrap_or(base)
}

fn of_household(state: &State, base: Story, id: Id<Demonstration>, one: &Demonstration) -> Story {
    let standing: Vec<&RadiationLink> = standing(state, id).collect();
    let outside = standing.iter().filter(|link| link.case.is_none()).count();
    let mut villages = by_village(state, standing.iter().filter_map(|link| link.case));
    villages.extend((outside > 0).then(|| (String::new(), outside)));
    let leading = Leading {
        led: standing.len(),
        lifted: standing.iter().filter(|link| is_lifted(state, link.case)).count(),
        reach: one.reach,
        gain: average(standing.iter().map(|link| link.gain.0).filter(|gain| *gain != 0)),
        incomes: incomes(state, &standing),
        villages,
        supports: supports(&standing),
    };
    let name = if one.case.is_none() { one.name.clone() } else { String::new() };
    Story { name, industry: one.industry.clone(), since: one.chosen_on, what: What::Household(leading), ..base }
}

fn of_cooperative(state: &State, base: Story, id: Id<Cooperative>, one: &Cooperative) -> Story {
    let in_force = memberships(state, id).filter(|(_, of)| of.state == Some(MembershipState::InForce));
    let cases: Vec<Option<Id<Case>>> = in_force.map(|(_, membership)| membership.case).collect();
    let belonging = Belonging {
        leader: one.leader.clone(),
        households: cases.len(),
        lifted: cases.iter().filter(|case| is_lifted(state, **case)).count(),
        capacity: one.capacity,
        capital: one.capital,
        terms: one.terms.clone(),
        villages: by_village(state, cases.iter().flatten().copied()),
    };
    let (name, industry) = (one.name.clone(), one.industry.clone());
    Story { name, industry, since: one.founded_on, what: What::Cooperative(belonging), ..base }
}

fn of_site(state: &State, base: Story, id: Id<Site>, one: &Site, today: Date) -> Story {
    let of_site = state.referring::<Session>(SessionField::site, id.raw());
    let is_held = |session: &Session| {
        session.state != Some(SessionState::Cancelled) && session.starts_on.is_some_and(|day| day <= today)
    };
    let held: Vec<Id<Session>> = of_site.filter(|(_, session)| is_held(session)).map(|(id, _)| id).collect();
    let people = |id: &Id<Session>| training::enrolments(state, *id).filter(|(_, one)| training::counts(one)).count();
    let leaders = of_county(state, one, today);
    let taught = Taught {
        kind: one.kind,
        note: one.note.clone(),
        seats: one.seats,
        sessions: held.len(),
        people: held.iter().map(people).sum(),
        leaders: leaders.len(),
        led: leaders.iter().map(|id| standing(state, *id).count()).sum(),
    };
    Story { name: one.name.clone(), what: What::Site(taught), ..base }
}

/// The links of a demonstration household that stand.
fn standing(state: &State, id: Id<Demonstration>) -> impl Iterator<Item = &RadiationLink> {
    links(state, id).map(|(_, link)| link).filter(|link| link.until.is_none())
}

/// The demonstration households of the latest year in the county of a site.
fn of_county(state: &State, site: &Site, today: Date) -> Vec<Id<Demonstration>> {
    let county = divisions::county_of(state, site.division);
    let is_there = |id: Id<Demonstration>| {
        county.is_some() && divisions::county_of(state, StopPlace::Demonstration(id).division(state)) == county
    };
    chosen_households(state, today).filter(|id| is_there(*id)).collect()
}

fn is_lifted(state: &State, case: Option<Id<Case>>) -> bool {
    case.and_then(|case| state.get(case)).is_some_and(|case| case.stage == Some(Stage::Lifted))
}

/// How many live in which village: most first, then by name.
fn by_village(state: &State, cases: impl Iterator<Item = Id<Case>>) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for case in cases {
        let village = state.get(case).and_then(|case| case.village);
        *counts.entry(divisions::name(state, village)).or_default() += 1;
    }
    let mut villages: Vec<(String, usize)> = counts.into_iter().collect();
    villages.arrange_by_key(|(_, count)| std::cmp::Reverse(*count));
    villages
}

fn supports(standing: &[&RadiationLink]) -> Vec<(Support, usize)> {
    let count = |support: &Support| standing.iter().filter(|link| link.support.contains(support)).count();
    let all = Support::ALL.iter().map(|support| (*support, count(support)));
    all.filter(|(_, count)| *count > 0).collect()
}

/// What led households earned before they were led, and with what they gain since; of those for whom both are known.
fn incomes(state: &State, standing: &[&RadiationLink]) -> Option<[Fen; 2]> {
    let both: Vec<(i64, i64)> = standing.iter().filter_map(|link| before_and_with(state, link)).collect();
    let before = average(both.iter().map(|(before, _)| *before))?;
    let with = average(both.iter().map(|(_, with)| *with))?;
    Some([before, with])
}

fn before_and_with(state: &State, link: &RadiationLink) -> Option<(i64, i64)> {
    let (case, since) = (link.case?, link.since?);
    let stated = state.referring::<Income>(IncomeField::case, case.raw()).map(|(_, income)| income);
    let earlier = stated.filter(|income| i64::from(income.year) < i64::from(since.year()));
    let before = earlier.max_by_key(|income| income.year)?.net().0;
    (link.gain.0 != 0).then(|| (before, before.saturating_add(link.gain.0)))
}

/// The average in whole yuan; nothing over too few.
fn average(amounts: impl Iterator<Item = i64>) -> Option<Fen> {
    let amounts: Vec<i64> = amounts.collect();
    let count = i64::try_from(amounts.len()).ok().filter(|_| amounts.len() >= FEWEST)?;
    let sum = amounts.iter().fold(0_i64, |sum, amount| sum.saturating_add(*amount));
    Some(Fen(sum / count / 100 * 100))
}
