//! Cooperatives, their places and who holds them. A planned membership holds a place as one in force does.

use domain::Sorting as _;
use domain::pinyin::sort_key;
use domain::records::{Case, Cooperative, Division, Membership, MembershipField, MembershipState};
use domain::{Fault, Id};

use super::{Words, is_closed};
use crate::State;
use crate::query::{cases, divisions};

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

impl CooperativeLine {
    /// How many places are left; nothing when there is no limit.
    #[must_use]
    pub fn room(&self) -> Option<usize> {
        (self.capacity > 0).then(|| (self.capacity as usize).saturating_sub(self.taken))
    }
}

/// Which cooperatives are asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CooperativeFilter {
    /// What was typed: name, village, industry or leader, in Chinese or as it sounds.
    pub typed: String,
    /// The county-level unit.
    pub county: Option<Id<Division>>,
    /// Whether a place must be left.
    pub has_room: bool,
}

/// A membership's line.
#[derive(Clone, Debug, PartialEq)]
pub struct MembershipLine {
    /// The membership.
    pub id: Id<Membership>,
    /// The membership as it is.
    pub membership: Membership,
    /// What the case is called.
    pub name: String,
    /// The case's village.
    pub village: String,
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

/// The memberships of a cooperative as its page lists them: planned ones by their day, those in force by name, those
/// that ended with the latest first.
#[must_use]
pub fn membership_lines(state: &State, id: Id<Cooperative>) -> Vec<MembershipLine> {
    let mut lines: Vec<_> = memberships(state, id).map(|(id, membership)| line(state, id, membership)).collect();
    lines.arrange_by_cached_key(|line| {
        let planned_on = line.membership.planned_on.filter(|_| line.membership.state == Some(MembershipState::Planned));
        let left_on = std::cmp::Reverse(line.membership.left_on);
        (line.membership.state, planned_on, left_on, sort_key(&line.name))
    });
    lines
}

fn line(state: &State, id: Id<Membership>, membership: &Membership) -> MembershipLine {
    let case = membership.case;
    let village = case.and_then(|case| state.get(case)).and_then(|case| case.village);
    MembershipLine {
        id,
        membership: membership.clone(),
        name: case.map(|case| cases::name(state, case)).unwrap_or_default(),
        village: divisions::name(state, village),
    }
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

/// Whether nothing keeps a case from joining a cooperative.
#[must_use]
pub fn can_join(state: &State, case: Id<Case>, id: Id<Cooperative>) -> bool {
    let cooperative = state.get(id);
    cooperative.is_some_and(|cooperative| membership_obstacle(state, case, id, cooperative).is_none())
}

/// What makes it impossible that a case joins a cooperative, its room apart.
#[must_use]
pub fn membership_obstacle(
    state: &State,
    case: Id<Case>,
    id: Id<Cooperative>,
    cooperative: &Cooperative,
) -> Option<Fault> {
    if state.get(case).is_none() {
        return Some(Fault::Gone);
    }
    let closed = is_closed(state, case).then_some(Fault::CaseClosed);
    closed.or_else(|| other_membership(state, case, id, cooperative))
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

/// The cooperatives that fit, by name.
#[must_use]
pub fn cooperatives(state: &State, filter: &CooperativeFilter) -> Vec<CooperativeLine> {
    let words = Words::of(&filter.typed);
    let is_there = |cooperative: &Cooperative| {
        filter.county.is_none_or(|county| divisions::county_of(state, cooperative.village) == Some(county))
    };
    let of_county = state.all::<Cooperative>().iter().filter(|(_, cooperative)| is_there(cooperative));
    let lines = of_county.filter_map(|(id, _)| cooperative_line(state, id));
    let mut found: Vec<_> = lines.filter(|line| fits(line, &words, filter.has_room)).collect();
    found.arrange_by_cached_key(|line| sort_key(&line.name));
    found
}

fn fits(line: &CooperativeLine, words: &Words, has_room: bool) -> bool {
    let is_roomy = !has_room || line.room() != Some(0);
    is_roomy && (words.is_empty() || words.fit(&[&line.name, &line.village, &line.industry, &line.leader]))
}
