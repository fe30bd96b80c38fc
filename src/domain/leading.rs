//! How candidates for demonstration households are scored, how a year's places are shared among the counties, and how a
//! draft is filled by the rule: the best by score within each county's quota. The same candidates give the same list on
//! every tablet, in whatever order they come.

use std::collections::{BTreeMap, BTreeSet};

use crate::fund::given;
use crate::records::{Demonstration, Division, ScoreWeights};
use crate::{Id, Kind};

/// How many places a year has where no target says it: the programme's own figure.
pub const PLACES: u32 = 200;
/// The best rating of a part.
pub const BEST: u32 = 10;
/// The greatest weight of a part.
pub const HEAVIEST: u32 = 100;

/// The record of a year's weights: its id is the same on every tablet.
#[must_use]
pub fn weights_of(year: u32) -> Id<ScoreWeights> {
    Id::new(given(Kind::ScoreWeights, u16::try_from(year).unwrap_or(0)))
}

/// The weights where nobody has set others.
#[must_use]
pub fn usual_weights(year: u32) -> ScoreWeights {
    ScoreWeights { year, skill: 20, experience: 15, base: 20, willingness: 15, means: 10, reach: 20, full_reach: 20 }
}

/// One part of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// How much it counts.
    pub weight: u32,
    /// The mark, in tenths: 100 is the best.
    pub mark: u32,
}

/// The parts of a candidate's score: skill, experience, base, willingness, means, and the households within its reach.
#[must_use]
pub fn parts(weights: &ScoreWeights, candidate: &Demonstration, within_reach: u32) -> [Part; 6] {
    let rated = |weight: u32, rating: u32| Part { weight, mark: rating.min(BEST) * 10 };
    let full = weights.full_reach.max(1);
    [
        rated(weights.skill, candidate.skill),
        rated(weights.experience, candidate.experience),
        rated(weights.base, candidate.base),
        rated(weights.willingness, candidate.willingness),
        rated(weights.means, candidate.means),
        Part { weight: weights.reach, mark: within_reach.min(full) * 100 / full },
    ]
}

/// A score out of 100, in tenths.
#[must_use]
pub fn score(parts: &[Part; 6]) -> u32 {
    let whole: u64 = parts.iter().map(|part| u64::from(part.weight)).sum();
    let sum: u64 = parts.iter().map(|part| u64::from(part.weight) * u64::from(part.mark) * 10).sum();
    u32::try_from(sum.checked_div(whole).unwrap_or(0)).unwrap_or(0)
}

/// Who stands for a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contender {
    /// Who.
    pub id: Id<Demonstration>,
    /// Its county; nothing while it is not known.
    pub county: Option<Id<Division>>,
    /// Its score.
    pub score: u32,
    /// How many poor households are within its reach: decides among equals.
    pub reach: u32,
    /// Whether a person put it in, or left it out.
    pub fixed: Option<bool>,
}

/// Whom the rule takes: in each county those with the best scores, as far as its places go. Those whom a person put in
/// take their places first; they are not named again.
#[must_use]
pub fn filled(contenders: &[Contender], places: &BTreeMap<Id<Division>, u32>) -> BTreeSet<Id<Demonstration>> {
    let mut left = places.clone();
    for kept in contenders.iter().filter(|contender| contender.fixed == Some(true)) {
        if let Some(left) = kept.county.and_then(|county| left.get_mut(&county)) {
            *left = left.saturating_sub(1);
        }
    }
    let open = contenders.iter().filter(|contender| contender.fixed.is_none());
    let mut ranked: Vec<_> = open.map(|one| (std::cmp::Reverse((one.score, one.reach)), one.id, one.county)).collect();
    ranked.sort_unstable();
    ranked.dedup_by_key(|(_, id, _)| *id);
    let mut takes_place = |county: Option<Id<Division>>| {
        let Some(left) = county.and_then(|county| left.get_mut(&county)).filter(|left| **left > 0) else {
            return false;
        };
        *left -= 1;
        true
    };
    ranked.into_iter().filter(|(_, _, county)| takes_place(*county)).map(|(_, id, _)| id).collect()
}

/// Shares places by size: each gets its whole part, and those with the greatest rest one more. Without any size all are
/// alike.
#[must_use]
pub fn shared(places: u32, sizes: &[u32]) -> Vec<u32> {
    let is_empty = sizes.iter().all(|size| *size == 0);
    let sizes: Vec<u64> = sizes.iter().map(|size| if is_empty { 1 } else { u64::from(*size) }).collect();
    let whole: u64 = sizes.iter().sum::<u64>().max(1);
    let parts = sizes.iter().map(|size| u64::from(places) * size);
    let mut shares: Vec<u64> = parts.clone().map(|part| part / whole).collect();
    let mut rests: Vec<(std::cmp::Reverse<u64>, usize)> =
        parts.map(|part| std::cmp::Reverse(part % whole)).zip(0..).collect();
    rests.sort_unstable();
    let left = u64::from(places).saturating_sub(shares.iter().sum());
    for (_, at) in rests.into_iter().take(usize::try_from(left).unwrap_or(0)) {
        shares[at] += 1;
    }
    shares.into_iter().map(|share| u32::try_from(share).unwrap_or(0)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;
    use crate::Uuid;

    fn id<T>(number: u128) -> Id<T> {
        Id::new(Uuid::from_u128(number))
    }

    #[test]
    fn a_score_is_the_weighted_mean_of_its_parts() {
        let weights = usual_weights(2026);
        let best = Demonstration {
            skill: 10,
            experience: 10,
            base: 10,
            willingness: 10,
            means: 10,
            ..Demonstration::default()
        };
        assert_eq!(score(&parts(&weights, &best, 20)), 1000);
        assert_eq!(score(&parts(&weights, &best, 90)), 1000, "more than full marks there are not");
        assert_eq!(score(&parts(&weights, &best, 10)), 900);
        assert_eq!(score(&parts(&weights, &Demonstration::default(), 0)), 0);
        let skill_alone = ScoreWeights { skill: 3, ..ScoreWeights::default() };
        assert_eq!(score(&parts(&skill_alone, &Demonstration { skill: 7, ..best }, 0)), 700);
        assert_eq!(score(&parts(&ScoreWeights::default(), &Demonstration::default(), 5)), 0, "without weights");
    }

    #[test]
    fn places_are_shared_by_size() {
        assert_eq!(shared(200, &[100, 100]), [100, 100]);
        assert_eq!(shared(10, &[1, 1, 1]), [4, 3, 3]);
        assert_eq!(shared(10, &[0, 0]), [5, 5]);
        assert_eq!(shared(7, &[0, 5]), [0, 7]);
        assert_eq!(shared(3, &[]), [0; 0]);
    }

    fn contender() -> impl Strategy<Value = Contender> {
        let county = prop_oneof![1 => Just(None), 9 => (1..5u128).prop_map(Some)];
        let fixed = prop_oneof![8 => Just(None), 1 => Just(Some(true)), 1 => Just(Some(false))];
        (1..60u128, county, 0..12u32, 0..3u32, fixed).prop_map(|(own, county, score, reach, fixed)| Contender {
            id: id(own),
            county: county.map(id),
            score,
            reach,
            fixed,
        })
    }

    /// Some contenders, each once.
    fn contenders() -> impl Strategy<Value = Vec<Contender>> {
        vec(contender(), 0..60).prop_map(|mut all| {
            let mut seen = BTreeSet::new();
            all.retain(|one| seen.insert(one.id));
            all
        })
    }

    fn places() -> impl Strategy<Value = BTreeMap<Id<Division>, u32>> {
        vec(0..9u32, 4).prop_map(|quotas| (1..).map(id).zip(quotas).collect())
    }

    proptest! {
        #[test]
        fn no_quota_is_exceeded_and_no_place_is_left_that_somebody_could_take(all in contenders(), places in places()) {
            let taken = filled(&all, &places);
            for (county, quota) in &places {
                let here = |one: &&Contender| one.county == Some(*county);
                let kept = all.iter().filter(here).filter(|one| one.fixed == Some(true)).count();
                let open: Vec<_> = all.iter().filter(here).filter(|one| one.fixed.is_none()).collect();
                let ruled = open.iter().filter(|one| taken.contains(&one.id)).count();
                prop_assert_eq!(ruled, open.len().min((*quota as usize).saturating_sub(kept)));
                let best_left = open.iter().filter(|one| !taken.contains(&one.id)).map(|one| one.score).max();
                let worst_in = open.iter().filter(|one| taken.contains(&one.id)).map(|one| one.score).min();
                prop_assert!(worst_in.is_none() || best_left.is_none() || worst_in >= best_left);
            }
            let open = |id| all.iter().any(|one| one.id == id && one.fixed.is_none() && one.county.is_some());
            prop_assert!(taken.iter().all(|id| open(*id)), "nobody whom a person fixed, nobody from nowhere");
        }

        #[test]
        fn order_does_not_matter(all in contenders(), places in places(), seed in any::<u64>()) {
            let mut other = all.clone();
            other.sort_by_key(|one| one.id.raw().as_u128().wrapping_mul(u128::from(seed) | 1));
            prop_assert_eq!(filled(&all, &places), filled(&other, &places));
        }

        #[test]
        fn all_places_are_shared(places in 0..500u32, sizes in vec(0..3000u32, 1..9)) {
            prop_assert_eq!(shared(places, &sizes).iter().sum::<u32>(), places);
        }
    }
}
