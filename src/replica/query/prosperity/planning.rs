//! Enrolment planned for a whole village or county: the households without a cooperative beside the cooperatives with
//! room, each with the one that suits it best and why; the villages that have none; and what is planned already.

use std::collections::{BTreeMap, HashMap};

use domain::pinyin::sort_key;
use domain::records::{Case, Cooperative, Division, DivisionLevel, Membership, MembershipState, Stage};
use domain::{Date, Id, Sorting as _};

use super::candidates::{Reason, is_in_need, is_skilled};
use super::ground::is_same_industry;
use super::{holds_place, is_needy, memberships_of, room};
use crate::State;
use crate::query::divisions::{Around, Nearness};
use crate::query::{cases, divisions};

/// A cooperative that might take households in.
#[derive(Clone, Debug, PartialEq)]
pub struct Seat {
    /// The cooperative.
    pub id: Id<Cooperative>,
    /// Its name.
    pub name: String,
    /// Its village.
    pub village: String,
    /// What it does.
    pub industry: String,
    /// How many places are left; nothing where there is no limit.
    pub room: Option<usize>,
}

/// A household without a cooperative, and what suits it.
#[derive(Clone, Debug, PartialEq)]
pub struct Unenrolled {
    /// The case.
    pub case: Id<Case>,
    /// What it is called.
    pub name: String,
    /// Its village.
    pub village: String,
    /// What it works in or wants to.
    pub industry: String,
    /// The cooperative that suits it best among those that have room for it.
    pub best: Option<Id<Cooperative>>,
    /// How near that one is.
    pub nearness: Nearness,
    /// What speaks for it.
    pub reasons: Vec<Reason>,
}

/// A membership that is planned.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedLine {
    /// The membership.
    pub id: Id<Membership>,
    /// What the case is called.
    pub name: String,
    /// The cooperative's name.
    pub cooperative: String,
    /// For when.
    pub planned_on: Option<Date>,
}

/// What is planned for an area.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Planning {
    /// Who has no cooperative: those most in need first.
    pub unenrolled: Vec<Unenrolled>,
    /// The cooperatives of the county, near ones first.
    pub seats: Vec<Seat>,
    /// The villages of the area without a cooperative, and how many needy households are in each.
    pub villages: Vec<(Id<Division>, String, usize)>,
    /// What is planned already and not yet in force.
    pub planned: Vec<PlannedLine>,
}

/// A cooperative while places are given out.
struct Open<'a> {
    id: Id<Cooperative>,
    cooperative: &'a Cooperative,
    around: Around,
    room: Option<usize>,
}

/// What is planned for an area: a village, a township or a county.
#[must_use]
pub fn planning(state: &State, area: Id<Division>, today: Date) -> Planning {
    let county = divisions::county_of(state, Some(area));
    let mut open = open_cooperatives(state, county);
    let here = cases_of(state, area);
    let seats = seats(state, &open, &Around::of(state, Some(area)));
    let mut free: Vec<(Id<Case>, &Case)> =
        here.iter().copied().filter(|(id, case)| is_free(state, *id, case)).collect();
    free.arrange_by_cached_key(|(id, case)| (urgency(state, *id, case, today), sort_key(&cases::name(state, *id))));
    let unenrolled = free.into_iter().map(|(id, case)| unenrolled(state, &mut open, id, case, today)).collect();
    let planned = here.iter().flat_map(|(id, _)| planned_of(state, *id)).collect();
    Planning { unenrolled, seats, villages: bare_villages(state, area), planned }
}

fn open_cooperatives(state: &State, county: Option<Id<Division>>) -> Vec<Open<'_>> {
    let all = state.all::<Cooperative>().iter();
    let there = all.filter(|(_, one)| county.is_some() && divisions::county_of(state, one.village) == county);
    let open = there.map(|(id, cooperative)| Open {
        id,
        cooperative,
        around: Around::of(state, cooperative.village),
        room: room(state, id, cooperative),
    });
    open.collect()
}

/// The cases that live in an area.
fn cases_of(state: &State, area: Id<Division>) -> Vec<(Id<Case>, &Case)> {
    let level = state.get(area).and_then(|area| area.level).unwrap_or(DivisionLevel::Village);
    let mut known: HashMap<Option<Id<Division>>, bool> = HashMap::new();
    let mut is_there = |village: Option<Id<Division>>| {
        *known.entry(village).or_insert_with(|| divisions::at_level(state, village, level) == Some(area))
    };
    state.all::<Case>().iter().filter(|(_, case)| is_there(case.village)).collect()
}

fn is_free(state: &State, id: Id<Case>, case: &Case) -> bool {
    is_needy(case) && !memberships_of(state, id).any(|(_, membership)| holds_place(membership))
}

/// Those with a need that a cooperative can meet first, then those who came under support this year.
fn urgency(state: &State, id: Id<Case>, case: &Case, today: Date) -> (bool, bool) {
    let since_this_year = case.stage_since.is_some_and(|day| day.year() == today.year());
    (!is_in_need(state, id), !(case.stage == Some(Stage::Supported) && since_this_year))
}

/// How well a cooperative suits: its own village counts three, the township two; the same industry two more.
fn points(nearness: Nearness, is_same: bool) -> u8 {
    let near = match nearness {
        Nearness::Village => 3,
        Nearness::Township => 2,
        Nearness::County => 1,
        Nearness::Far => 0,
    };
    near + if is_same { 2 } else { 0 }
}

fn unenrolled(state: &State, open: &mut [Open<'_>], id: Id<Case>, case: &Case, today: Date) -> Unenrolled {
    let around = Around::of(state, case.village);
    let rank = |one: &Open<'_>| {
        let nearness = one.around.nearness(&around);
        let is_same = is_same_industry(&one.cooperative.industry, &case.industry);
        (std::cmp::Reverse(points(nearness, is_same)), nearness, one.id)
    };
    let best = open.iter_mut().filter(|one| one.room != Some(0)).min_by_key(|one| rank(one));
    let nearness = best.as_ref().map_or(Nearness::Far, |one| one.around.nearness(&around));
    let is_same = best.as_ref().is_some_and(|one| is_same_industry(&one.cooperative.industry, &case.industry));
    let (needs, recent) = urgency(state, id, case, today);
    let all = [
        (nearness == Nearness::Village, Reason::SameVillage),
        (nearness == Nearness::Township, Reason::SameTownship),
        (is_same, Reason::SameIndustry),
        (is_skilled(state, id), Reason::Skilled),
        (!needs, Reason::InNeed),
        (!recent, Reason::SupportedThisYear),
    ];
    let reasons = all.into_iter().filter(|(speaks, _)| *speaks).map(|(_, reason)| reason).collect();
    let best = best.map(|one| {
        one.room = one.room.map(|room| room.saturating_sub(1));
        one.id
    });
    let (name, village) = (cases::name(state, id), divisions::full_name(state, case.village));
    Unenrolled { case: id, name, village, industry: case.industry.clone(), best, nearness, reasons }
}

fn seats(state: &State, open: &[Open<'_>], around: &Around) -> Vec<Seat> {
    let seat = |one: &Open<'_>| Seat {
        id: one.id,
        name: one.cooperative.name.clone(),
        village: divisions::name(state, one.cooperative.village),
        industry: one.cooperative.industry.clone(),
        room: one.room,
    };
    let mut near: Vec<_> = open.iter().map(|one| (one.around.nearness(around), seat(one))).collect();
    near.arrange_by_cached_key(|(nearness, seat)| (*nearness, seat.room == Some(0), sort_key(&seat.name)));
    near.into_iter().map(|(_, seat)| seat).collect()
}

fn planned_of(state: &State, case: Id<Case>) -> Vec<PlannedLine> {
    let planned = memberships_of(state, case).filter(|(_, one)| one.state == Some(MembershipState::Planned));
    let line = |(id, one): (Id<Membership>, &Membership)| PlannedLine {
        id,
        name: cases::name(state, case),
        cooperative: one.cooperative.and_then(|id| state.get(id)).map(|one| one.name.clone()).unwrap_or_default(),
        planned_on: one.planned_on,
    };
    planned.map(line).collect()
}

/// The villages of an area in which no cooperative has its seat; those with the most needy households first.
#[must_use]
pub fn bare_villages(state: &State, area: Id<Division>) -> Vec<(Id<Division>, String, usize)> {
    let seated: BTreeMap<Option<Id<Division>>, ()> =
        state.all::<Cooperative>().iter().map(|(_, one)| (one.village, ())).collect();
    let mut needy: HashMap<Option<Id<Division>>, usize> = HashMap::new();
    for (_, case) in state.all::<Case>().iter().filter(|(_, case)| is_needy(case)) {
        *needy.entry(case.village).or_default() += 1;
    }
    let level = state.get(area).and_then(|area| area.level).unwrap_or(DivisionLevel::Village);
    let is_bare = |id: Id<Division>, one: &Division| {
        one.level == Some(DivisionLevel::Village)
            && !seated.contains_key(&Some(id))
            && divisions::at_level(state, Some(id), level) == Some(area)
    };
    let bare = state.all::<Division>().iter().filter(|(id, one)| is_bare(*id, one));
    let count = |id: Id<Division>| needy.get(&Some(id)).copied().unwrap_or(0);
    let mut all: Vec<_> = bare.map(|(id, _)| (id, divisions::full_name(state, Some(id)), count(id))).collect();
    all.arrange_by_cached_key(|(_, name, count)| (std::cmp::Reverse(*count), sort_key(name)));
    all
}
