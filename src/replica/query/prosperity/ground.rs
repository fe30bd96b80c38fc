//! The households that are needy now, by township, and which of them lie within the reach of a demonstration household:
//! those of its township that work, or want to work, in its industry, and those of its village that have not said what
//! they work in.

use std::collections::HashMap;

use domain::Id;
use domain::records::{Case, Demonstration, Division, DivisionLevel, Stage};

use crate::State;
use crate::query::divisions;

/// Whether a case is needy now: registered, and neither lifted nor gone.
#[must_use]
pub fn is_needy(case: &Case) -> bool {
    !matches!(case.stage, Some(Stage::Lifted | Stage::Left))
}

/// Whether two industries are one: one name contains the other.
#[must_use]
pub fn is_same_industry(one: &str, other: &str) -> bool {
    !one.is_empty() && !other.is_empty() && (one.contains(other) || other.contains(one))
}

/// Where a demonstration household lives.
#[must_use]
pub fn home(state: &State, household: &Demonstration) -> Option<Id<Division>> {
    household.case.and_then(|case| state.get(case)).and_then(|case| case.village).or(household.village)
}

/// A needy household, as demonstration households are compared with it.
struct Needy {
    case: Id<Case>,
    village: Option<Id<Division>>,
    industry: String,
}

/// The needy households by township.
pub(super) struct Ground {
    by_township: HashMap<Id<Division>, Vec<Needy>>,
}

impl Ground {
    pub(super) fn of(state: &State) -> Self {
        let mut by_township: HashMap<Id<Division>, Vec<Needy>> = HashMap::new();
        let mut townships: HashMap<Id<Division>, Option<Id<Division>>> = HashMap::new();
        for (id, case) in state.all::<Case>().iter().filter(|(_, case)| is_needy(case)) {
            let Some(village) = case.village else { continue };
            let township = *townships
                .entry(village)
                .or_insert_with(|| divisions::at_level(state, Some(village), DivisionLevel::Township));
            let needy = Needy { case: id, village: Some(village), industry: case.industry.clone() };
            if let Some(township) = township {
                by_township.entry(township).or_default().push(needy);
            }
        }
        Self { by_township }
    }

    /// The needy households within the reach of one: itself is not among them.
    pub(super) fn within_reach(&self, state: &State, household: &Demonstration) -> Vec<Id<Case>> {
        let village = home(state, household);
        let township = divisions::at_level(state, village, DivisionLevel::Township);
        let all = township.and_then(|township| self.by_township.get(&township)).into_iter().flatten();
        let fits = |needy: &&Needy| match needy.industry.is_empty() {
            true => needy.village == village,
            false => is_same_industry(&needy.industry, &household.industry),
        };
        all.filter(|needy| Some(needy.case) != household.case).filter(fits).map(|needy| needy.case).collect()
    }

    /// How many needy households there are in a county.
    pub(super) fn in_county(&self, state: &State, county: Id<Division>) -> u32 {
        let is_there = |township: &Id<Division>| {
            divisions::at_level(state, Some(*township), DivisionLevel::County) == Some(county)
        };
        let all = self.by_township.iter().filter(|(township, _)| is_there(township));
        all.map(|(_, needy)| u32::try_from(needy.len()).unwrap_or(0)).sum()
    }
}
