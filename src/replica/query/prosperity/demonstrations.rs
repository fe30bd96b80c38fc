//! Demonstration households: which there are in a year, and who can be proposed.

use domain::Sorting as _;
use domain::pinyin::sort_key;
use domain::records::{Case, Demonstration, DemonstrationField, DemonstrationState};
use domain::{Date, Fault, Id};

use super::{Words, is_closed, links, year_of};
use crate::State;
use crate::command::Place;
use crate::query::{cases, divisions};

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

impl DemonstrationLine {
    /// Whether name, village or industry fit what was typed.
    #[must_use]
    pub fn fits(&self, typed: &str) -> bool {
        let words = Words::of(typed);
        words.is_empty() || words.fit(&[&self.name, &self.village, &self.industry])
    }
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
    lines.arrange_by_cached_key(|line| (line.state, sort_key(&line.name)));
    lines
}

/// The years for which there are demonstration households, and the year of today; the latest first.
#[must_use]
pub fn years(state: &State, today: Date) -> Vec<u32> {
    let all = state.all::<Demonstration>().iter().map(|(_, household)| household.year).filter(|year| *year > 0);
    let years: std::collections::BTreeSet<u32> = all.chain([year_of(today)]).collect();
    years.into_iter().rev().collect()
}

/// The demonstration households that a case is or was.
pub fn demonstrations_of(state: &State, case: Id<Case>) -> impl Iterator<Item = (Id<Demonstration>, &Demonstration)> {
    state.referring(DemonstrationField::case, case.raw())
}

fn stands(household: &Demonstration, year: u32) -> bool {
    household.state != Some(DemonstrationState::Withdrawn) && household.year == year
}

/// What makes it impossible to propose a case for a year.
#[must_use]
pub fn proposal_obstacle(state: &State, case: Id<Case>, year: u32, except: Option<Id<Demonstration>>) -> Option<Fault> {
    if state.get(case).is_none() {
        return Some(Fault::Gone);
    }
    if is_closed(state, case) {
        return Some(Fault::CaseClosed);
    }
    let mut others = demonstrations_of(state, case).filter(|(id, _)| Some(*id) != except);
    others.any(|(_, other)| stands(other, year)).then_some(Fault::AlreadyProposed(year))
}

/// Whether a household without a case, of that name and place, is proposed for a year already.
#[must_use]
pub fn is_proposed_outside(
    state: &State,
    (name, place): (&str, &Place),
    year: u32,
    except: Option<Id<Demonstration>>,
) -> bool {
    let is_there = |household: &Demonstration| {
        let there = divisions::whereabouts(state, household.village);
        there.village == place.village && there.township == place.township
    };
    let mut others = state.all::<Demonstration>().iter().filter(|(id, _)| Some(*id) != except);
    others.any(|(_, other)| other.case.is_none() && other.name == name && stands(other, year) && is_there(other))
}

/// How many demonstration households are chosen for a year.
#[must_use]
pub fn chosen_count(state: &State, year: u32) -> usize {
    let chosen = |household: &Demonstration| household.state == Some(DemonstrationState::Chosen);
    state.all::<Demonstration>().iter().filter(|(_, household)| household.year == year && chosen(household)).count()
}
