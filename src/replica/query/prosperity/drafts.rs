//! Drafts of whom to choose for a year: who is in each and why, what it would come to, and one draft beside another.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::leading::{Contender, filled};
use domain::records::{Demonstration, Division, PickState, SelectionDraft, SelectionPick, SelectionPickField};
use domain::value::Fen;
use domain::{Id, Sorting as _};

use super::selection::{is_chosen, places_left};
use super::{Contestant, Quota, contestants, quotas, reached};
use crate::State;

/// What a draft says of its candidates. Where two tablets said it, the last word of each pick stands; a hand outweighs
/// the rule, and what leaves out outweighs what puts in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picks(BTreeMap<Id<Demonstration>, PickState>);

impl Picks {
    /// What is said of one.
    #[must_use]
    pub fn of(&self, id: Id<Demonstration>) -> Option<PickState> {
        self.0.get(&id).copied()
    }

    /// Whether it is in.
    #[must_use]
    pub fn has(&self, id: Id<Demonstration>) -> bool {
        matches!(self.of(id), Some(PickState::Ruled | PickState::Kept))
    }

    /// Of whom something is said.
    pub fn ids(&self) -> impl Iterator<Item = Id<Demonstration>> {
        self.0.keys().copied()
    }

    /// How many were put in or left out by hand.
    #[must_use]
    pub fn by_hand(&self) -> usize {
        self.0.values().filter(|state| **state != PickState::Ruled).count()
    }
}

/// The picks of a draft, with their records.
pub fn picks_of(state: &State, id: Id<SelectionDraft>) -> impl Iterator<Item = (Id<SelectionPick>, &SelectionPick)> {
    state.referring(SelectionPickField::draft, id.raw())
}

/// What a draft says of its candidates.
#[must_use]
pub fn picks(state: &State, id: Id<SelectionDraft>) -> Picks {
    let mut said = BTreeMap::new();
    for (_, pick) in picks_of(state, id) {
        let (Some(one), Some(word)) = (pick.demonstration, pick.state) else { continue };
        let there = said.entry(one).or_insert(word);
        *there = (*there).max(word);
    }
    Picks(said)
}

/// Whom the rule would take for a draft, beside those whom a person put in; `heeds` says whether a person's word counts.
#[must_use]
pub fn by_rule(state: &State, id: Id<SelectionDraft>, heeds: bool) -> BTreeSet<Id<Demonstration>> {
    let Some(draft) = state.get(id) else { return BTreeSet::new() };
    let (all, quotas) = (contestants(state, draft.year), quotas(state, draft.year));
    let picks = if heeds { picks(state, id) } else { Picks::default() };
    let fixed = |id| match picks.of(id) {
        Some(PickState::Kept) => Some(true),
        Some(PickState::Barred) => Some(false),
        _ => None,
    };
    let contender = |one: &Contestant| {
        let reach = u32::try_from(one.reach.len()).unwrap_or(u32::MAX);
        Contender { id: one.id, county: one.county, score: one.score, reach, fixed: fixed(one.id) }
    };
    let open: Vec<Contender> = all.iter().filter(|one| !is_chosen(one)).map(contender).collect();
    filled(&open, &places_left(&quotas, &all))
}

/// How many of a county are in a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountyCount {
    /// The county; nothing for those of whom it is not known.
    pub county: Option<Id<Division>>,
    /// Its name.
    pub name: String,
    /// How many are in, those chosen already included.
    pub count: u32,
    /// Its places.
    pub places: u32,
}

/// What a draft would come to: all numbers with those chosen already.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftSum {
    /// How many are in.
    pub count: usize,
    /// How many of them were chosen before the draft.
    pub chosen: usize,
    /// How many were put in or left out by hand.
    pub by_hand: usize,
    /// The needy households within their reach, each once.
    pub reached: usize,
    /// What their support would cost.
    pub cost: Fen,
    /// For how many of them no cost is written down.
    pub without_cost: usize,
    /// Their mean score, in tenths.
    pub mean: u32,
    /// How many of them nobody has marked.
    pub unrated: usize,
    /// The counties.
    pub counties: Vec<CountyCount>,
}

impl DraftSum {
    /// How many places are in the wrong county: too many in one or too few in another, the greater of both.
    #[must_use]
    pub fn off_balance(&self) -> u32 {
        let over: u32 = self.counties.iter().map(|one| one.count.saturating_sub(one.places)).sum();
        let under: u32 = self.counties.iter().map(|one| one.places.saturating_sub(one.count)).sum();
        over.max(under)
    }
}

/// What a draft would come to.
#[must_use]
pub fn sum_of(all: &[Contestant], quotas: &[Quota], picks: &Picks) -> DraftSum {
    let taken: Vec<&Contestant> = all.iter().filter(|one| is_chosen(one) || picks.has(one.id)).collect();
    let sum: u64 = taken.iter().map(|one| u64::from(one.score)).sum();
    let mean = sum.checked_div(taken.len() as u64).and_then(|mean| u32::try_from(mean).ok());
    DraftSum {
        count: taken.len(),
        chosen: taken.iter().filter(|one| is_chosen(one)).count(),
        by_hand: picks.by_hand(),
        reached: reached(taken.iter().copied()),
        cost: Fen(taken.iter().map(|one| one.cost.0).sum()),
        without_cost: taken.iter().filter(|one| one.cost.0 == 0).count(),
        mean: mean.unwrap_or(0),
        unrated: taken.iter().filter(|one| one.is_unrated).count(),
        counties: counties(&taken, quotas),
    }
}

fn counties(taken: &[&Contestant], quotas: &[Quota]) -> Vec<CountyCount> {
    let mut counts: HashMap<Option<Id<Division>>, u32> = HashMap::new();
    taken.iter().for_each(|one| *counts.entry(one.county).or_default() += 1);
    let mut of = |county| counts.remove(&county).unwrap_or(0);
    let mut all: Vec<CountyCount> = Vec::with_capacity(quotas.len() + 1);
    for quota in quotas {
        let county = Some(quota.county);
        all.push(CountyCount { county, name: quota.name.clone(), count: of(county), places: quota.places });
    }
    let lost: u32 = counts.values().sum();
    if lost > 0 {
        all.push(CountyCount { county: None, name: String::new(), count: lost, places: 0 });
    }
    all
}

/// A draft's line.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftLine {
    /// The draft.
    pub id: Id<SelectionDraft>,
    /// The draft as it is.
    pub draft: SelectionDraft,
    /// What it would come to.
    pub sum: DraftSum,
}

/// The drafts of a year, the one that was begun first first.
#[must_use]
pub fn drafts(state: &State, year: u32) -> Vec<DraftLine> {
    let of_year = state.all::<SelectionDraft>().iter().filter(|(_, draft)| draft.year == year);
    let mut own: Vec<_> = of_year.map(|(id, draft)| (id, draft.clone())).collect();
    if own.is_empty() {
        return vec![];
    }
    let (all, quotas) = (contestants(state, year), quotas(state, year));
    own.arrange_by_key(|(id, _)| *id);
    let line = |(id, draft): (Id<SelectionDraft>, SelectionDraft)| DraftLine {
        id,
        draft,
        sum: sum_of(&all, &quotas, &picks(state, id)),
    };
    own.into_iter().map(line).collect()
}

/// The names of those who are in one draft and not in the other.
#[must_use]
pub fn only_in(state: &State, year: u32, one: Id<SelectionDraft>, other: Id<SelectionDraft>) -> Vec<Contestant> {
    let (one, other) = (picks(state, one), picks(state, other));
    contestants(state, year).into_iter().filter(|who| one.has(who.id) && !other.has(who.id)).collect()
}
