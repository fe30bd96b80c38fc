//! Which cases might join a cooperative: near ones first, those who are ready first among them, and why; with whatever
//! makes it impossible. Nobody is left out, so that whoever is looked for is found and the reason is said.

use std::cmp::Reverse;

use domain::Sorting as _;
use domain::pinyin::{Spelling, sort_key};
use domain::records::{Case, Cooperative, Labour, Member, MemberField, Need, NeedField, NeedKind, NeedState, Stage};
use domain::{Date, Fault, Id};

use super::{Words, holds_place, membership_obstacle, memberships_of};
use crate::State;
use crate::query::divisions::{Around, Nearness};
use crate::query::{cases, divisions};

/// What speaks for it that a case joins a cooperative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Lives in its village.
    SameVillage,
    /// Lives in its township.
    SameTownship,
    /// Works, or wants to work, in its industry.
    SameIndustry,
    /// Came under support this year.
    SupportedThisYear,
    /// Somebody in it has a skill to work with.
    Skilled,
    /// It needs work, or wants to start a business.
    InNeed,
    /// Belongs to no cooperative yet.
    NoCooperative,
}

/// A case that might join.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The case.
    pub case: Id<Case>,
    /// What it is called.
    pub name: String,
    /// Its village.
    pub village: String,
    /// What it works in or wants to.
    pub industry: String,
    /// How near it lives.
    pub nearness: Nearness,
    /// What speaks for it.
    pub reasons: Vec<Reason>,
    /// What makes it impossible.
    pub obstacle: Option<Fault>,
}

/// The cases that might join a cooperative, in order, made ready for search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Candidates(Vec<(Candidate, [Spelling; 2])>);

impl Candidates {
    /// Those whose name or village fits what was typed, in order.
    pub fn search<'a>(&'a self, typed: &str) -> impl Iterator<Item = &'a Candidate> + use<'a> {
        let words = Words::of(typed);
        let found = self.0.iter().filter(move |(_, spelt)| words.fit_spelt(spelt));
        found.map(|(candidate, _)| candidate)
    }
}

/// Where a cooperative is and what it does, as candidates are compared with it.
struct Seat<'a> {
    id: Id<Cooperative>,
    cooperative: &'a Cooperative,
    around: Around,
    year: i32,
}

/// The cases that might join a cooperative: those who can before those who cannot, the nearest first, among these the
/// ones for whom most speaks, then by name.
#[must_use]
pub fn case_candidates(state: &State, id: Id<Cooperative>, today: Date) -> Candidates {
    let Some(cooperative) = state.get(id) else { return Candidates::default() };
    let seat = Seat { id, cooperative, around: Around::of(state, cooperative.village), year: today.year() };
    let mut all: Vec<Candidate> =
        state.all::<Case>().iter().map(|(id, case)| candidate(state, &seat, id, case)).collect();
    all.arrange_by_cached_key(rank);
    let spelt = |candidate: &Candidate| [Spelling::new(&candidate.name), Spelling::new(&candidate.village)];
    let ready = all.into_iter().map(|candidate| {
        let spelt = spelt(&candidate);
        (candidate, spelt)
    });
    Candidates(ready.collect())
}

fn rank(candidate: &Candidate) -> (bool, Nearness, Reverse<usize>, String) {
    let for_it = Reverse(candidate.reasons.len());
    (candidate.obstacle.is_some(), candidate.nearness, for_it, sort_key(&candidate.name))
}

fn candidate(state: &State, seat: &Seat<'_>, id: Id<Case>, case: &Case) -> Candidate {
    let nearness = seat.around.nearness(&Around::of(state, case.village));
    Candidate {
        case: id,
        name: cases::name(state, id),
        village: divisions::name(state, case.village),
        industry: case.industry.clone(),
        nearness,
        reasons: reasons(state, seat, id, case, nearness),
        obstacle: membership_obstacle(state, id, seat.id, seat.cooperative),
    }
}

fn reasons(state: &State, seat: &Seat<'_>, id: Id<Case>, case: &Case, nearness: Nearness) -> Vec<Reason> {
    let industry = &seat.cooperative.industry;
    let is_same = !case.industry.is_empty() && (industry.contains(&case.industry) || case.industry.contains(industry));
    let since_this_year = case.stage_since.is_some_and(|day| day.year() == seat.year);
    let is_supported = case.stage == Some(Stage::Supported) && since_this_year;
    let is_free = !memberships_of(state, id).any(|(_, membership)| holds_place(membership));
    let all = [
        (nearness == Nearness::Village, Reason::SameVillage),
        (nearness == Nearness::Township, Reason::SameTownship),
        (is_same && !industry.is_empty(), Reason::SameIndustry),
        (is_skilled(state, id), Reason::Skilled),
        (is_in_need(state, id), Reason::InNeed),
        (is_supported, Reason::SupportedThisYear),
        (is_free, Reason::NoCooperative),
    ];
    all.into_iter().filter(|(speaks, _)| *speaks).map(|(_, reason)| reason).collect()
}

/// Whether somebody in the household has a skill to work with.
pub(super) fn is_skilled(state: &State, case: Id<Case>) -> bool {
    let mut members = state.referring::<Member>(MemberField::case, case.raw());
    members.any(|(_, member)| member.labour == Some(Labour::Skilled))
}

/// Whether it needs work or wants to start a business, and that is not met.
pub(super) fn is_in_need(state: &State, case: Id<Case>) -> bool {
    let mut needs = state.referring::<Need>(NeedField::case, case.raw());
    needs.any(|(_, need)| {
        let is_of_kind = matches!(need.kind, Some(NeedKind::Employment | NeedKind::StartUp));
        is_of_kind && need.state != Some(NeedState::Met)
    })
}
