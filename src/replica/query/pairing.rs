//! Pairing: helpers and their room, cases without a helper, who was responsible for a case and when.
//! What a merge breaks (two helpers for one case) is listed here as a finding, in the order of who came first.

use std::collections::BTreeMap;

use domain::Sorting as _;
use domain::pinyin::sort_key;
use domain::records::{Case, Helper, Need, NeedField, NeedKind, NeedState, Pairing, PairingField, Stage, Visit};
use domain::records::{HelperKind, VisitField};
use domain::{Date, Fault, Id, Kind};

use super::{cases, divisions};
use crate::State;

mod spread;
mod suggestions;

pub use spread::{Match, Spread, spread};
pub use suggestions::{Reason, Suggestion, suggestions};

/// A line of the list of helpers.
#[derive(Clone, Debug, PartialEq)]
pub struct HelperLine {
    /// The helper.
    pub id: Id<Helper>,
    /// What it is.
    pub kind: Option<HelperKind>,
    /// Its name.
    pub name: String,
    /// The organisation that a cadre belongs to.
    pub organisation: String,
    /// Where it works.
    pub division: String,
    /// The needs that it is good at.
    pub skills: Vec<NeedKind>,
    /// How many cases it has.
    pub paired: usize,
    /// How many it can take.
    pub most: usize,
    /// Whether it left the programme.
    pub has_left: bool,
}

impl HelperLine {
    /// How many more it can take; a merge may have given it too many.
    #[must_use]
    pub const fn room(&self) -> usize {
        if self.has_left { 0 } else { self.most.saturating_sub(self.paired) }
    }
}

/// A case that waits for a helper.
#[derive(Clone, Debug, PartialEq)]
pub struct Unpaired {
    /// The case.
    pub case: Id<Case>,
    /// What it is called.
    pub name: String,
    /// Its village.
    pub village: String,
    /// Its township.
    pub township: String,
    /// Where it stands.
    pub stage: Option<Stage>,
    /// The open needs.
    pub needs: Vec<NeedKind>,
}

/// A case that a helper has or had.
#[derive(Clone, Debug, PartialEq)]
pub struct Helped {
    /// The case.
    pub case: Id<Case>,
    /// What it is called.
    pub name: String,
    /// Its village.
    pub village: String,
    /// How many of its needs are open.
    pub needs_open: usize,
    /// The helper's link in its chain.
    pub link: Responsible,
}

/// One link in the chain of responsibility of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Responsible {
    /// The pairing itself.
    pub pairing: Id<Pairing>,
    /// The helper.
    pub helper: Option<Id<Helper>>,
    /// Its name.
    pub name: String,
    /// From when.
    pub since: Option<Date>,
    /// Until when; empty while it lasts.
    pub until: Option<Date>,
    /// Why it ended.
    pub reason: String,
    /// What was promised.
    pub promised: String,
    /// Whether the case was handed over by the one before, and not found anew.
    pub is_handed_over: bool,
    /// How many visits were made to the case in that time.
    pub visits: usize,
    /// How many of its needs were met in that time.
    pub needs_met: usize,
}

/// A case with more than one active helper.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubled {
    /// The case.
    pub case: Id<Case>,
    /// What it is called.
    pub name: String,
    /// The active pairings and their helpers' names, who came first in front.
    pub pairings: Vec<(Id<Pairing>, String)>,
}

/// The helpers, by name.
#[must_use]
pub fn helpers(state: &State) -> Vec<HelperLine> {
    let mut lines: Vec<HelperLine> = state.all::<Helper>().iter().map(|(id, helper)| line(state, id, helper)).collect();
    lines.arrange_by_cached_key(|line| (sort_key(&line.name), line.id));
    lines
}

/// The helpers that can take a case, those with most room first.
#[must_use]
pub fn with_room(state: &State) -> Vec<HelperLine> {
    let mut lines = helpers(state);
    lines.retain(|line| line.room() > 0);
    lines.arrange_by_key(|line| std::cmp::Reverse(line.room()));
    lines
}

/// The line of one helper.
#[must_use]
pub fn helper_line(state: &State, id: Id<Helper>) -> Option<HelperLine> {
    state.get(id).map(|helper| line(state, id, helper))
}

fn line(state: &State, id: Id<Helper>, helper: &Helper) -> HelperLine {
    HelperLine {
        id,
        kind: helper.kind,
        name: helper.name.clone(),
        organisation: helper.organisation.clone(),
        division: divisions::full_name(state, helper.division),
        skills: helper.skills.clone(),
        paired: load(state, id),
        most: helper.most() as usize,
        has_left: helper.left_on.is_some(),
    }
}

/// How many cases a helper has now.
#[must_use]
pub fn load(state: &State, helper: Id<Helper>) -> usize {
    state.referring::<Pairing>(PairingField::helper, helper.raw()).filter(|(_, pairing)| is_active(pairing)).count()
}

/// The cases that are in the register, not lifted, and have no helper: by township, village and name.
#[must_use]
pub fn unpaired(state: &State) -> Vec<Unpaired> {
    let waits = |case: &Case| !matches!(case.stage, Some(Stage::Lifted | Stage::Left));
    let all = state.all::<Case>().iter().filter(|(id, case)| waits(case) && active(state, *id).next().is_none());
    let mut lines: Vec<Unpaired> = all.map(|(id, case)| waiting(state, id, case)).collect();
    lines.arrange_by_cached_key(|line| [&line.township, &line.village, &line.name].map(|text| sort_key(text)));
    lines
}

fn waiting(state: &State, id: Id<Case>, case: &Case) -> Unpaired {
    let place = divisions::whereabouts(state, case.village);
    let (village, township) = (place.village, place.township);
    Unpaired { case: id, name: cases::name(state, id), village, township, stage: case.stage, needs: needs(state, id) }
}

/// The kinds of need of a case that are not met.
fn needs(state: &State, case: Id<Case>) -> Vec<NeedKind> {
    let all = state.referring::<Need>(NeedField::case, case.raw());
    let open = all.filter(|(_, need)| need.state != Some(NeedState::Met));
    let mut kinds: Vec<NeedKind> = open.filter_map(|(_, need)| need.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// Who is responsible for a case now; after a merge it may be more than one, who came first in front.
#[must_use]
pub fn responsible(state: &State, case: Id<Case>) -> Vec<(Id<Pairing>, Pairing)> {
    let mut all: Vec<_> = active(state, case).map(|(id, pairing)| (id, pairing.clone())).collect();
    all.arrange_by_cached_key(|(id, _)| state.made(Kind::Pairing, id.raw()));
    all
}

/// The name of who is responsible for a case now; empty when nobody is.
#[must_use]
pub fn responsible_name(state: &State, case: Id<Case>) -> String {
    responsible(state, case).first().map(|(_, pairing)| helper_name(state, pairing.helper)).unwrap_or_default()
}

/// Everyone who was responsible for a case, the first in front.
#[must_use]
pub fn responsibility(state: &State, case: Id<Case>) -> Vec<Responsible> {
    let all = state.referring::<Pairing>(PairingField::case, case.raw());
    let mut links: Vec<_> = all.collect();
    links.arrange_by_cached_key(|(id, pairing)| (pairing.since, state.made(Kind::Pairing, id.raw())));
    links.into_iter().map(|(id, pairing)| link(state, case, id, pairing)).collect()
}

/// The cases that a helper has or had, by village and name; one that it had twice stands there twice.
#[must_use]
pub fn helped(state: &State, helper: Id<Helper>) -> Vec<Helped> {
    let all = state.referring::<Pairing>(PairingField::helper, helper.raw());
    let of = |(id, pairing): (Id<Pairing>, &Pairing)| {
        let case = pairing.case?;
        let open =
            state.referring::<Need>(NeedField::case, case.raw()).filter(|(_, need)| need.state != Some(NeedState::Met));
        Some(Helped {
            case,
            name: cases::name(state, case),
            village: divisions::name(state, state.get(case)?.village),
            needs_open: open.count(),
            link: link(state, case, id, pairing),
        })
    };
    let mut helped: Vec<Helped> = all.filter_map(of).collect();
    helped.arrange_by_cached_key(|one| (sort_key(&one.village), sort_key(&one.name), one.link.since));
    helped
}

fn link(state: &State, case: Id<Case>, id: Id<Pairing>, pairing: &Pairing) -> Responsible {
    let is_within = |day: Option<Date>| {
        let is_before_end = |day| pairing.until.is_none_or(|until| day < until || pairing.since == Some(until));
        day.is_some_and(|day| pairing.since.is_none_or(|since| since <= day) && is_before_end(day))
    };
    let visits = state.referring::<Visit>(VisitField::case, case.raw());
    let needs = state.referring::<Need>(NeedField::case, case.raw());
    Responsible {
        pairing: id,
        helper: pairing.helper,
        name: helper_name(state, pairing.helper),
        since: pairing.since,
        until: pairing.until,
        reason: pairing.reason.clone(),
        promised: pairing.promised.clone(),
        is_handed_over: pairing.follows.is_some(),
        visits: visits.filter(|(_, visit)| is_within(visit.done_on)).count(),
        needs_met: needs.filter(|(_, need)| is_within(need.met_on)).count(),
    }
}

/// A finding: cases with more than one active helper, who came first in front.
#[must_use]
pub fn doubled(state: &State) -> Vec<Doubled> {
    let mut by_case: BTreeMap<Id<Case>, usize> = BTreeMap::new();
    for (_, pairing) in state.all::<Pairing>().iter().filter(|(_, pairing)| is_active(pairing)) {
        if let Some(case) = pairing.case {
            *by_case.entry(case).or_default() += 1;
        }
    }
    let several = by_case.into_iter().filter(|(case, count)| *count > 1 && state.get(*case).is_some());
    several.map(|(case, _)| twice(state, case)).collect()
}

fn twice(state: &State, case: Id<Case>) -> Doubled {
    let pairings = responsible(state, case).into_iter();
    let pairings = pairings.map(|(id, pairing)| (id, helper_name(state, pairing.helper))).collect();
    Doubled { case, name: cases::name(state, case), pairings }
}

/// A finding: helpers with more cases than they can take.
#[must_use]
pub fn overloaded(state: &State) -> Vec<HelperLine> {
    let mut lines = helpers(state);
    lines.retain(|line| line.paired > line.most);
    lines
}

/// What makes it impossible to pair a case.
#[must_use]
pub fn case_obstacle(state: &State, case: Id<Case>) -> Option<Fault> {
    match state.get(case) {
        None => Some(Fault::Gone),
        Some(file) if file.stage == Some(Stage::Left) => Some(Fault::CaseClosed),
        Some(_) => other_helper(state, case, None),
    }
}

/// The active helper of a case, but for one pairing.
#[must_use]
pub fn other_helper(state: &State, case: Id<Case>, but: Option<Id<Pairing>>) -> Option<Fault> {
    let (_, other) = responsible(state, case).into_iter().find(|(id, _)| Some(*id) != but)?;
    Some(Fault::AlreadyPaired { helper: helper_name(state, other.helper), since: other.since })
}

/// What makes it impossible for a helper to take one more case.
#[must_use]
pub fn helper_obstacle(state: &State, id: Id<Helper>) -> Option<Fault> {
    let Some(helper) = state.get(id) else { return Some(Fault::Gone) };
    if helper.left_on.is_some() {
        return Some(Fault::HelperLeft);
    }
    (load(state, id) >= helper.most() as usize).then(|| Fault::HelperFull(helper.most()))
}

fn active(state: &State, case: Id<Case>) -> impl Iterator<Item = (Id<Pairing>, &Pairing)> {
    state.referring::<Pairing>(PairingField::case, case.raw()).filter(|(_, pairing)| is_active(pairing))
}

const fn is_active(pairing: &Pairing) -> bool {
    pairing.until.is_none()
}

fn helper_name(state: &State, id: Option<Id<Helper>>) -> String {
    id.and_then(|id| state.get(id)).map(|helper| helper.name.clone()).unwrap_or_default()
}
