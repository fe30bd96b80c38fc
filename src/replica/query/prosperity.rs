//! Cooperatives and their room, demonstration households and whom they lead.

use domain::records::{
    Case, Cooperative, Demonstration, DemonstrationField, DemonstrationState, Membership, MembershipField,
    MembershipState, RadiationLink, RadiationLinkField,
};
use domain::{Date, Fault, Id};

use super::{cases, divisions};
use crate::State;

/// A cooperative's line.
#[derive(Clone, Debug, PartialEq)]
pub struct CooperativeLine {
    /// The cooperative.
    pub id: Id<Cooperative>,
    /// Its name.
    pub name: String,
    /// Its village.
    pub village: String,
    /// What it does.
    pub industry: String,
    /// Who leads it.
    pub leader: String,
    /// How many households it can take in; 0 means no limit.
    pub capacity: u32,
    /// How many it has, planned ones included.
    pub taken: usize,
    /// How many of them are planned.
    pub planned: usize,
}

/// A demonstration household's line.
#[derive(Clone, Debug, PartialEq)]
pub struct DemonstrationLine {
    /// The demonstration household.
    pub id: Id<Demonstration>,
    /// Its case, if it has one.
    pub case: Option<Id<Case>>,
    /// Its name.
    pub name: String,
    /// Its village.
    pub village: String,
    /// What it shows.
    pub industry: String,
    /// The year.
    pub year: u32,
    /// Where it stands.
    pub state: Option<DemonstrationState>,
    /// How many households it leads.
    pub leads: usize,
    /// How many it could lead.
    pub reach: u32,
}

/// Whether a membership holds a place.
#[must_use]
pub fn holds_place(membership: &Membership) -> bool {
    matches!(membership.state, Some(MembershipState::Planned | MembershipState::InForce))
}

/// The memberships of a cooperative.
pub fn memberships(state: &State, id: Id<Cooperative>) -> impl Iterator<Item = (Id<Membership>, &Membership)> {
    state.referring(MembershipField::cooperative, id.raw())
}

/// The memberships of a case.
pub fn memberships_of(state: &State, id: Id<Case>) -> impl Iterator<Item = (Id<Membership>, &Membership)> {
    state.referring(MembershipField::case, id.raw())
}

/// How many places of a cooperative are taken.
#[must_use]
pub fn taken(state: &State, id: Id<Cooperative>) -> usize {
    memberships(state, id).filter(|(_, membership)| holds_place(membership)).count()
}

/// How many places are left; nothing when there is no limit.
#[must_use]
pub fn room(state: &State, id: Id<Cooperative>, cooperative: &Cooperative) -> Option<usize> {
    let capacity = cooperative.capacity as usize;
    (capacity > 0).then(|| capacity.saturating_sub(taken(state, id)))
}

/// Whether a case is in the cooperative already, or in another of the same industry.
#[must_use]
pub fn other_membership(
    state: &State,
    case: Id<Case>,
    id: Id<Cooperative>,
    cooperative: &Cooperative,
) -> Option<Fault> {
    let held = memberships_of(state, case).filter(|(_, membership)| holds_place(membership));
    for other_id in held.filter_map(|(_, membership)| membership.cooperative) {
        let Some(other) = state.get(other_id) else { continue };
        if other_id == id {
            return Some(Fault::AlreadyMember(other.name.clone()));
        }
        if other.industry == cooperative.industry && !other.industry.is_empty() {
            return Some(Fault::SameIndustry(other.name.clone()));
        }
    }
    None
}

/// A cooperative's line.
#[must_use]
pub fn cooperative_line(state: &State, id: Id<Cooperative>) -> Option<CooperativeLine> {
    let cooperative = state.get(id)?;
    let planned = memberships(state, id).filter(|(_, m)| m.state == Some(MembershipState::Planned)).count();
    Some(CooperativeLine {
        id,
        name: cooperative.name.clone(),
        village: divisions::name(state, cooperative.village),
        industry: cooperative.industry.clone(),
        leader: cooperative.leader.clone(),
        capacity: cooperative.capacity,
        taken: taken(state, id),
        planned,
    })
}

/// All cooperatives whose name, village or industry holds what was typed, by name.
#[must_use]
pub fn cooperatives(state: &State, typed: &str) -> Vec<Id<Cooperative>> {
    let all = state.all::<Cooperative>().iter().map(|(id, cooperative)| {
        let village = divisions::name(state, cooperative.village);
        (id, cooperative, village)
    });
    let fits = |cooperative: &Cooperative, village: &str| {
        [cooperative.name.as_str(), village, &cooperative.industry, &cooperative.leader]
            .iter()
            .any(|text| domain::pinyin::matches(text, typed))
    };
    let mut found: Vec<_> =
        all.filter(|(_, cooperative, village)| typed.is_empty() || fits(cooperative, village)).collect();
    found.sort_by_cached_key(|(_, cooperative, _)| domain::pinyin::sort_key(&cooperative.name));
    found.into_iter().map(|(id, _, _)| id).collect()
}

/// What a demonstration household is called.
#[must_use]
pub fn demonstration_name(state: &State, household: &Demonstration) -> String {
    household.case.map_or_else(|| household.name.clone(), |case| cases::name(state, case))
}

/// A demonstration household's line.
#[must_use]
pub fn demonstration_line(state: &State, id: Id<Demonstration>) -> Option<DemonstrationLine> {
    let household = state.get(id)?;
    let of_case = household.case.and_then(|case| state.get(case)).and_then(|case| case.village);
    Some(DemonstrationLine {
        id,
        case: household.case,
        name: demonstration_name(state, household),
        village: divisions::name(state, of_case.or(household.village)),
        industry: household.industry.clone(),
        year: household.year,
        state: household.state,
        leads: links(state, id).filter(|(_, link)| link.until.is_none()).count(),
        reach: household.reach,
    })
}

/// The demonstration households of a year, proposed ones first, then by name.
#[must_use]
pub fn demonstrations(state: &State, year: u32, in_state: Option<DemonstrationState>) -> Vec<DemonstrationLine> {
    let of_year = state.all::<Demonstration>().iter().filter(|(_, household)| household.year == year);
    let asked = of_year.filter(|(_, household)| in_state.is_none() || household.state == in_state);
    let mut lines: Vec<_> = asked.filter_map(|(id, _)| demonstration_line(state, id)).collect();
    lines.sort_by_cached_key(|line| (line.state, domain::pinyin::sort_key(&line.name)));
    lines
}

/// The demonstration households that a case is or was.
pub fn demonstrations_of(state: &State, case: Id<Case>) -> impl Iterator<Item = (Id<Demonstration>, &Demonstration)> {
    state.referring(DemonstrationField::case, case.raw())
}

/// The households that a demonstration household leads.
pub fn links(state: &State, id: Id<Demonstration>) -> impl Iterator<Item = (Id<RadiationLink>, &RadiationLink)> {
    state.referring(RadiationLinkField::demonstration, id.raw())
}

/// The links by which a case is led.
pub fn led_by(state: &State, case: Id<Case>) -> impl Iterator<Item = (Id<RadiationLink>, &RadiationLink)> {
    state.referring(RadiationLinkField::case, case.raw())
}

/// What a led household is called.
#[must_use]
pub fn led_name(state: &State, link: &RadiationLink) -> String {
    link.case.map_or_else(|| link.name.clone(), |case| cases::name(state, case))
}

/// What makes it impossible that a demonstration household leads a case.
#[must_use]
pub fn link_obstacle(
    state: &State,
    demonstration: Id<Demonstration>,
    case: Id<Case>,
    except: Option<Id<RadiationLink>>,
) -> Option<Fault> {
    let leader = state.get(demonstration)?.case;
    if leader == Some(case) {
        return Some(Fault::LeadsItself);
    }
    let mut standing = links(state, demonstration).filter(|(id, link)| Some(*id) != except && link.until.is_none());
    if standing.any(|(_, link)| link.case == Some(case)) {
        return Some(Fault::AlreadyLed(cases::name(state, case)));
    }
    leader.filter(|leader| is_led_by(state, *leader, case, 8)).map(|_| Fault::Ring)
}

/// Whether `case` is led, over any number of links, by `by`.
fn is_led_by(state: &State, case: Id<Case>, by: Id<Case>, depth: u32) -> bool {
    let standing = led_by(state, case).filter(|(_, link)| link.until.is_none());
    let leaders = standing.filter_map(|(_, link)| state.get(link.demonstration?)?.case);
    depth > 0 && leaders.into_iter().any(|leader| leader == by || is_led_by(state, leader, by, depth - 1))
}

/// How many demonstration households are chosen for a year.
#[must_use]
pub fn chosen_count(state: &State, year: u32) -> usize {
    let chosen = |household: &Demonstration| household.state == Some(DemonstrationState::Chosen);
    state.all::<Demonstration>().iter().filter(|(_, household)| household.year == year && chosen(household)).count()
}

/// The year of a day, as records count it.
#[must_use]
pub fn year_of(day: Date) -> u32 {
    u32::try_from(day.year()).unwrap_or(0)
}
