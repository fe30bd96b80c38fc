//! Divisions by level and by name, and where a village lies.

use domain::Id;
use domain::Sorting as _;
use domain::pinyin::sort_key;
use domain::records::{Division, DivisionField, DivisionLevel};

use crate::State;

/// The names of the divisions around a village; empty where one is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whereabouts {
    /// The county-level unit.
    pub county: String,
    /// The township.
    pub township: String,
    /// The village.
    pub village: String,
}

/// The county-level units, by code.
#[must_use]
pub fn counties(state: &State) -> Vec<(Id<Division>, String)> {
    let all = state.all::<Division>().iter().filter(|(_, division)| division.level == Some(DivisionLevel::County));
    let mut counties: Vec<_> = all.collect();
    counties.arrange_by(|a, b| (&a.1.code, &a.1.name).cmp(&(&b.1.code, &b.1.name)));
    counties.into_iter().map(|(id, division)| (id, division.name.clone())).collect()
}

/// The divisions right below one, by name.
#[must_use]
pub fn children(state: &State, parent: Id<Division>) -> Vec<(Id<Division>, String)> {
    let below = state.referring::<Division>(DivisionField::parent, parent.raw());
    let mut names: Vec<_> = below.map(|(id, division)| (id, division.name.clone())).collect();
    names.arrange_by_cached_key(|(_, name)| sort_key(name));
    names
}

/// A division's name, or nothing.
#[must_use]
pub fn name(state: &State, id: Option<Id<Division>>) -> String {
    id.and_then(|id| state.get(id)).map(|division| division.name.clone()).unwrap_or_default()
}

/// A division's name with that of its township before it: villages of one name are told apart.
#[must_use]
pub fn full_name(state: &State, id: Option<Id<Division>>) -> String {
    let place = whereabouts(state, id);
    let full = [place.township, place.village].concat();
    if full.is_empty() { name(state, id) } else { full }
}

/// The county-level unit that a division lies in or is.
#[must_use]
pub fn county_of(state: &State, id: Option<Id<Division>>) -> Option<Id<Division>> {
    up_to(state, id, DivisionLevel::County)
}

/// The division of a level that a division lies in or is.
#[must_use]
pub fn at_level(state: &State, id: Option<Id<Division>>, level: DivisionLevel) -> Option<Id<Division>> {
    up_to(state, id, level)
}

/// Where a division lies.
#[must_use]
pub fn whereabouts(state: &State, id: Option<Id<Division>>) -> Whereabouts {
    let at = |level| name(state, up_to(state, id, level));
    Whereabouts {
        county: at(DivisionLevel::County),
        township: at(DivisionLevel::Township),
        village: at(DivisionLevel::Village),
    }
}

fn up_to(state: &State, id: Option<Id<Division>>, level: DivisionLevel) -> Option<Id<Division>> {
    let mut at = id?;
    // Four levels; a ring that a merge made must not hold us.
    for _ in 0..4 {
        let division = state.get(at)?;
        if division.level == Some(level) {
            return Some(at);
        }
        at = division.parent?;
    }
    None
}

/// How near two places lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// In the same village.
    Village,
    /// In the same township.
    Township,
    /// In the same county.
    County,
    /// Elsewhere, or it is not known where.
    Far,
}

/// The divisions around a place, so that places can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Around {
    village: Option<Id<Division>>,
    township: Option<Id<Division>>,
    county: Option<Id<Division>>,
}

impl Around {
    /// Those around a division of any level.
    pub(super) fn of(state: &State, division: Option<Id<Division>>) -> Self {
        let at = |level| up_to(state, division, level);
        Self {
            village: at(DivisionLevel::Village),
            township: at(DivisionLevel::Township),
            county: at(DivisionLevel::County),
        }
    }

    /// How near the other lies.
    pub(super) fn nearness(&self, other: &Self) -> Nearness {
        let shares = |one: Option<Id<Division>>, two| one.is_some() && one == two;
        if shares(self.village, other.village) {
            Nearness::Village
        } else if shares(self.township, other.township) {
            Nearness::Township
        } else if shares(self.county, other.county) {
            Nearness::County
        } else {
            Nearness::Far
        }
    }
}
