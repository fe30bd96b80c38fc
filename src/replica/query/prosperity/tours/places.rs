//! Where a tour can stop: demonstration households of the latest year that has any, cooperatives, and the bases where
//! people learn; found by name, place and industry.

use std::collections::BTreeSet;

use domain::Sorting as _;
use domain::pinyin::sort_key;
use domain::records::{Cooperative, Demonstration, DemonstrationState, Division, Site, SiteKind, Stop};
use domain::{Date, Id};

use super::super::{Words, demonstration_name, year_of};
use crate::State;
use crate::query::divisions;

/// What a tour can stop at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StopPlace {
    /// A demonstration household.
    Demonstration(Id<Demonstration>),
    /// A cooperative.
    Cooperative(Id<Cooperative>),
    /// A site.
    Site(Id<Site>),
}

/// Of which kind it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceKind {
    /// A demonstration household.
    Demonstration,
    /// A cooperative.
    Cooperative,
    /// A site.
    Site,
}

impl PlaceKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Demonstration, Self::Cooperative, Self::Site];
}

impl StopPlace {
    /// The place of a stop; nothing unless it names exactly one.
    #[must_use]
    pub fn of(stop: &Stop) -> Option<Self> {
        match (stop.demonstration, stop.cooperative, stop.site) {
            (Some(id), None, None) => Some(Self::Demonstration(id)),
            (None, Some(id), None) => Some(Self::Cooperative(id)),
            (None, None, Some(id)) => Some(Self::Site(id)),
            _ => None,
        }
    }

    /// A stop at that place, and nothing more.
    #[must_use]
    pub fn stop(self) -> Stop {
        match self {
            Self::Demonstration(id) => Stop { demonstration: Some(id), ..Stop::default() },
            Self::Cooperative(id) => Stop { cooperative: Some(id), ..Stop::default() },
            Self::Site(id) => Stop { site: Some(id), ..Stop::default() },
        }
    }

    /// Its kind.
    #[must_use]
    pub const fn kind(self) -> PlaceKind {
        match self {
            Self::Demonstration(_) => PlaceKind::Demonstration,
            Self::Cooperative(_) => PlaceKind::Cooperative,
            Self::Site(_) => PlaceKind::Site,
        }
    }

    /// Whether it is there.
    #[must_use]
    pub fn stands(self, state: &State) -> bool {
        match self {
            Self::Demonstration(id) => state.get(id).is_some(),
            Self::Cooperative(id) => state.get(id).is_some(),
            Self::Site(id) => state.get(id).is_some(),
        }
    }

    /// The division it lies in.
    #[must_use]
    pub fn division(self, state: &State) -> Option<Id<Division>> {
        match self {
            Self::Demonstration(id) => {
                let household = state.get(id)?;
                let of_case = household.case.and_then(|case| state.get(case)).and_then(|case| case.village);
                of_case.or(household.village)
            }
            Self::Cooperative(id) => state.get(id)?.village,
            Self::Site(id) => state.get(id)?.division,
        }
    }
}

/// A place as the office sees it: names and telephones are for those who plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceLine {
    /// The place.
    pub place: StopPlace,
    /// What it is called.
    pub name: String,
    /// Township and village, or the division's own name.
    pub village: String,
    /// The county-level unit.
    pub county: String,
    /// What it does; empty for a site.
    pub industry: String,
    /// What a site is for.
    pub site: Option<SiteKind>,
    /// Whom to ask.
    pub contact: String,
    /// A telephone number.
    pub phone: String,
    /// Where exactly, for a site.
    pub address: String,
}

/// Which places are asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlaceFilter {
    /// What was typed: name, village or industry, in Chinese or as it sounds.
    pub typed: String,
    /// The county-level unit.
    pub county: Option<Id<Division>>,
    /// The industry; empty for any.
    pub industry: String,
    /// The kind of place.
    pub kind: Option<PlaceKind>,
}

/// A place's line.
#[must_use]
pub fn place_line(state: &State, place: StopPlace) -> Option<PlaceLine> {
    let division = place.division(state);
    let base = PlaceLine {
        place,
        name: String::new(),
        village: divisions::full_name(state, division),
        county: divisions::whereabouts(state, division).county,
        industry: String::new(),
        site: None,
        contact: String::new(),
        phone: String::new(),
        address: String::new(),
    };
    match place {
        StopPlace::Demonstration(id) => household_line(state, base, state.get(id)?),
        StopPlace::Cooperative(id) => {
            let one = state.get(id)?.clone();
            let (name, industry, contact, phone) = (one.name, one.industry, one.leader, one.phone);
            Some(PlaceLine { name, industry, contact, phone, ..base })
        }
        StopPlace::Site(id) => {
            let one = state.get(id)?.clone();
            let (name, contact, phone, address) = (one.name, one.contact, one.phone, one.address);
            Some(PlaceLine { name, contact, phone, address, site: one.kind, ..base })
        }
    }
}

fn household_line(state: &State, base: PlaceLine, household: &Demonstration) -> Option<PlaceLine> {
    let name = demonstration_name(state, household);
    let member = household.member.and_then(|member| state.get(member));
    let of_case = household.case.and_then(|case| state.get(case)).map(|case| case.phone.clone());
    let phone = member.map(|member| member.phone.clone()).filter(|phone| !phone.is_empty());
    let contact = member.map_or_else(|| name.clone(), |member| member.name.clone());
    let phone = phone.or(of_case).unwrap_or_default();
    Some(PlaceLine { name, contact, phone, industry: household.industry.clone(), ..base })
}

/// The places that fit: households first, then cooperatives, then sites, each by county and name.
#[must_use]
pub fn place_lines(state: &State, filter: &PlaceFilter, today: Date) -> Vec<PlaceLine> {
    let words = Words::of(&filter.typed);
    let is_asked = |place: &StopPlace| {
        let is_there = |county| divisions::county_of(state, place.division(state)) == Some(county);
        filter.kind.is_none_or(|kind| place.kind() == kind) && filter.county.is_none_or(is_there)
    };
    let asked = all_places(state, today).into_iter().filter(is_asked);
    let lines = asked.filter_map(|place| place_line(state, place)).filter(|line| does(line, &filter.industry));
    let fits =
        |line: &PlaceLine| words.is_empty() || words.fit(&[&line.name, &line.village, &line.industry, &line.county]);
    let mut found: Vec<PlaceLine> = lines.filter(fits).collect();
    found.arrange_by_cached_key(|line| (line.place.kind(), line.county.clone(), sort_key(&line.name)));
    found
}

/// A site has no industry of its own: its name says it.
fn does(line: &PlaceLine, industry: &str) -> bool {
    let said = if line.industry.is_empty() { &line.name } else { &line.industry };
    industry.is_empty() || said.contains(industry)
}

fn all_places(state: &State, today: Date) -> Vec<StopPlace> {
    let cooperatives = state.all::<Cooperative>().iter().map(|(id, _)| StopPlace::Cooperative(id));
    let sites = state.all::<Site>().iter().filter(|(_, site)| is_base(site));
    let households = chosen_households(state, today).map(StopPlace::Demonstration);
    households.chain(cooperatives).chain(sites.map(|(id, _)| StopPlace::Site(id))).collect()
}

/// The households that are chosen for the latest year that has any.
pub(super) fn chosen_households(state: &State, today: Date) -> impl Iterator<Item = Id<Demonstration>> {
    let year = latest_year(state, today);
    let is_chosen = move |one: &Demonstration| one.state == Some(DemonstrationState::Chosen) && Some(one.year) == year;
    state.all::<Demonstration>().iter().filter(move |(_, one)| is_chosen(one)).map(|(id, _)| id)
}

fn is_base(site: &Site) -> bool {
    matches!(site.kind, Some(SiteKind::Centre | SiteKind::TrainingBase | SiteKind::PracticeBase))
}

/// The latest year, up to today's, for which households were chosen.
fn latest_year(state: &State, today: Date) -> Option<u32> {
    let chosen = state.all::<Demonstration>().iter().filter(|(_, one)| one.state == Some(DemonstrationState::Chosen));
    chosen.map(|(_, one)| one.year).filter(|year| *year <= year_of(today)).max()
}

/// The industries that places name, by name.
#[must_use]
pub fn industries(state: &State) -> Vec<String> {
    let of_households = state.all::<Demonstration>().iter().map(|(_, one)| one.industry.clone());
    let of_cooperatives = state.all::<Cooperative>().iter().map(|(_, one)| one.industry.clone());
    let named: BTreeSet<String> = of_households.chain(of_cooperatives).filter(|name| !name.is_empty()).collect();
    let mut names: Vec<String> = named.into_iter().collect();
    names.arrange_by_cached_key(|name| sort_key(name));
    names
}
