//! Who stands for a place among the year's demonstration households, with what score and why, and how many places each
//! county has. A score is computed from the candidate's marks, the year's weights and the register, never kept.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use domain::leading::{PLACES, Part, parts, score, shared, usual_weights};
use domain::pinyin::Spelling;
use domain::records::{Case, Demonstration, DemonstrationState, Division, Indicator, ScoreWeights, Target};
use domain::value::Fen;
use domain::{Id, Sorting as _};

use super::ground::Ground;
use super::{Words, demonstration_name, home};
use crate::State;
use crate::query::divisions;

/// Who stands for a place, or has one.
#[derive(Clone, Debug, PartialEq)]
pub struct Contestant {
    /// Who.
    pub id: Id<Demonstration>,
    /// Its name.
    pub name: String,
    /// Its village.
    pub village: String,
    /// Its county.
    pub county: Option<Id<Division>>,
    /// What it shows.
    pub industry: String,
    /// Where it stands: proposed, or chosen already.
    pub state: Option<DemonstrationState>,
    /// The parts of its score.
    pub parts: [Part; 6],
    /// Its score out of 100, in tenths.
    pub score: u32,
    /// Its place by score in its county, from 1.
    pub rank: usize,
    /// The needy households within its reach.
    pub reach: Vec<Id<Case>>,
    /// What its support would cost.
    pub cost: Fen,
    /// Whether nobody has marked it yet.
    pub is_unrated: bool,
}

impl Contestant {
    /// Whether name, village or industry fit what was typed.
    #[must_use]
    pub fn fits(&self, typed: &str) -> bool {
        let words = Words::of(typed);
        let spelt = || [&self.name, &self.village, &self.industry].map(|text| Spelling::new(text));
        words.is_empty() || words.fit_spelt(&spelt())
    }
}

/// The weights of a year: its own, or those set last before it, or the usual ones.
#[must_use]
pub fn weights(state: &State, year: u32) -> ScoreWeights {
    let set = state.all::<ScoreWeights>().iter().map(|(_, weights)| weights).filter(|weights| weights.year <= year);
    let latest = set.max_by_key(|weights| weights.year).cloned();
    ScoreWeights { year, ..latest.unwrap_or_else(|| usual_weights(year)) }
}

/// The candidates of a year and those chosen already, the best first.
#[must_use]
pub fn contestants(state: &State, year: u32) -> Vec<Contestant> {
    let (ground, weights) = (Ground::of(state), weights(state, year));
    let stands = |one: &Demonstration| one.year == year && one.state != Some(DemonstrationState::Withdrawn);
    let all = state.all::<Demonstration>().iter().filter(|(_, one)| stands(one));
    let mut all: Vec<_> = all.map(|(id, one)| contestant(state, (&ground, &weights), id, one)).collect();
    all.arrange_by_cached_key(|one| (Reverse((one.score, one.reach.len())), one.id));
    let mut ranks: HashMap<Option<Id<Division>>, usize> = HashMap::new();
    for one in &mut all {
        let rank = ranks.entry(one.county).or_default();
        *rank += 1;
        one.rank = *rank;
    }
    all
}

fn contestant(
    state: &State,
    (ground, weights): (&Ground, &ScoreWeights),
    id: Id<Demonstration>,
    one: &Demonstration,
) -> Contestant {
    let (village, reach) = (home(state, one), ground.within_reach(state, one));
    let parts = parts(weights, one, u32::try_from(reach.len()).unwrap_or(u32::MAX));
    Contestant {
        id,
        name: demonstration_name(state, one),
        village: divisions::full_name(state, village),
        county: divisions::county_of(state, village),
        industry: one.industry.clone(),
        state: one.state,
        score: score(&parts),
        parts,
        rank: 0,
        reach,
        cost: one.cost,
        is_unrated: [one.skill, one.experience, one.base, one.willingness, one.means] == [0; 5],
    }
}

/// The parts of one candidate's score, its score, and how many needy households are within its reach.
#[must_use]
pub fn standing(state: &State, id: Id<Demonstration>) -> Option<Contestant> {
    let one = state.get(id)?;
    Some(contestant(state, (&Ground::of(state), &weights(state, one.year)), id, one))
}

/// How many places a county has in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quota {
    /// The county.
    pub county: Id<Division>,
    /// Its name.
    pub name: String,
    /// Its places.
    pub places: u32,
    /// The target that sets them; nothing where they follow from the needy households.
    pub target: Option<Id<Target>>,
    /// The needy households there.
    pub needy: u32,
}

/// The target of the indicator for a division in a year.
fn target_of(state: &State, year: u32, division: Option<Id<Division>>) -> Option<(Id<Target>, u32)> {
    let is_it = |target: &Target| {
        target.indicator == Some(Indicator::DemonstrationHouseholds)
            && target.year == year
            && target.division == division
    };
    let found = state.all::<Target>().iter().find(|(_, target)| is_it(target));
    found.map(|(id, target)| (id, target.value))
}

/// How many places a year has: its target, or the latest before it, or the programme's figure.
#[must_use]
pub fn places_of(state: &State, year: u32) -> u32 {
    let set = (year.saturating_sub(5)..=year).rev().find_map(|year| target_of(state, year, None));
    set.map_or(PLACES, |(_, places)| places)
}

/// The places of the counties in a year: as set, and the rest shared by needy households.
#[must_use]
pub fn quotas(state: &State, year: u32) -> Vec<Quota> {
    let ground = Ground::of(state);
    let quota = |(county, name): (Id<Division>, String)| {
        let set = target_of(state, year, Some(county));
        let needy = ground.in_county(state, county);
        Quota { county, name, places: set.map_or(0, |(_, places)| places), target: set.map(|(id, _)| id), needy }
    };
    let mut all: Vec<Quota> = divisions::counties(state).into_iter().map(quota).collect();
    let set: u32 = all.iter().map(|quota| quota.places).sum();
    let mut open: Vec<&mut Quota> = all.iter_mut().filter(|quota| quota.target.is_none()).collect();
    let sizes: Vec<u32> = open.iter().map(|quota| quota.needy).collect();
    let shares = shared(places_of(state, year).saturating_sub(set), &sizes);
    open.iter_mut().zip(shares).for_each(|(quota, share)| quota.places = share);
    all
}

/// The places that are left in each county: the quota, less those chosen already.
#[must_use]
pub(crate) fn places_left(quotas: &[Quota], all: &[Contestant]) -> BTreeMap<Id<Division>, u32> {
    let chosen = |county| all.iter().filter(|one| one.county == Some(county) && is_chosen(one)).count();
    let left = |quota: &Quota| quota.places.saturating_sub(u32::try_from(chosen(quota.county)).unwrap_or(u32::MAX));
    quotas.iter().map(|quota| (quota.county, left(quota))).collect()
}

/// Whether it is chosen for the year already.
pub(super) fn is_chosen(one: &Contestant) -> bool {
    one.state == Some(DemonstrationState::Chosen)
}

/// How many needy households are within the reach of at least one: each counts once.
#[must_use]
pub fn reached<'a>(all: impl IntoIterator<Item = &'a Contestant>) -> usize {
    all.into_iter().flat_map(|one| one.reach.iter()).collect::<HashSet<_>>().len()
}
