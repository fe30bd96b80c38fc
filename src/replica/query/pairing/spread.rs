//! Many cases spread over many helpers at once: each goes to the one who suits it best among those who still have room. It
//! is only proposed here, with the reasons; it is done when somebody says so.

use std::collections::BTreeMap;

use domain::Id;
use domain::records::{Case, Helper};

use super::{Suggestion, case_obstacle, suggestions};
use crate::State;
use crate::query::cases;

/// A case and the helper proposed for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// The case.
    pub case: Id<Case>,
    /// What it is called.
    pub name: String,
    /// The helper, and what speaks for it.
    pub helper: Suggestion,
}

/// What is proposed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spread {
    /// The pairs, in the order of the cases.
    pub pairs: Vec<Match>,
    /// The cases for which nobody has room.
    pub left: Vec<Id<Case>>,
}

/// Proposes a helper for each case that has none, the first case first. Nobody gets more cases than they can take.
#[must_use]
pub fn spread(state: &State, all: &[Id<Case>]) -> Spread {
    let mut given: BTreeMap<Id<Helper>, usize> = BTreeMap::new();
    let mut spread = Spread::default();
    for case in all.iter().filter(|case| case_obstacle(state, **case).is_none()) {
        let has_room = |one: &Suggestion| {
            let most = state.get(one.helper).map_or(0, Helper::most) as usize;
            one.obstacle.is_none() && one.paired + given.get(&one.helper).copied().unwrap_or(0) < most
        };
        match suggestions(state, *case).into_iter().find(has_room) {
            Some(helper) => {
                *given.entry(helper.helper).or_default() += 1;
                spread.pairs.push(Match { case: *case, name: cases::name(state, *case), helper });
            }
            None => spread.left.push(*case),
        }
    }
    spread
}
