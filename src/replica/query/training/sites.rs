//! Sites by county, and whether each county has the bases that the programme asks for.

use std::ops::RangeInclusive;

use domain::Id;
use domain::Sorting as _;
use domain::pinyin::sort_key;
use domain::records::{Division, Site, SiteKind};

use crate::State;
use crate::query::divisions;

/// How many training bases a county should have.
pub const TRAINING_BASES: RangeInclusive<usize> = 1..=2;
/// How many practice bases it should have at least.
pub const PRACTICE_BASES: usize = 5;

/// A site's line.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteLine {
    /// The site.
    pub id: Id<Site>,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub kind: Option<SiteKind>,
    /// Where it is: its address, or else its division's name.
    pub place: String,
    /// How many people it seats.
    pub seats: u32,
    /// Whom to ask.
    pub contact: String,
    /// A telephone number.
    pub phone: String,
}

/// The sites of a county.
#[derive(Clone, Debug, PartialEq)]
pub struct CountySites {
    /// The county; nothing for those of the whole city.
    pub county: Option<Id<Division>>,
    /// Its name; empty for those of the whole city.
    pub name: String,
    /// Its sites, by kind, then by name.
    pub sites: Vec<SiteLine>,
}

impl CountySites {
    /// How many of its sites are of a kind.
    #[must_use]
    pub fn count(&self, kind: SiteKind) -> usize {
        self.sites.iter().filter(|site| site.kind == Some(kind)).count()
    }
}

/// All sites: those of the whole city, then county by county; a county without any is there too.
#[must_use]
pub fn sites_by_county(state: &State) -> Vec<CountySites> {
    let counties = divisions::counties(state).into_iter().map(|(id, name)| (Some(id), name));
    let groups = std::iter::once((None, String::new())).chain(counties);
    let mut groups: Vec<CountySites> =
        groups.map(|(county, name)| CountySites { county, name, sites: vec![] }).collect();
    for (id, site) in state.all::<Site>().iter() {
        let county = divisions::county_of(state, site.division);
        let place = groups.iter().position(|group| group.county == county).unwrap_or(0);
        if let Some(group) = groups.get_mut(place) {
            group.sites.push(line(state, id, site));
        }
    }
    for group in &mut groups {
        group.sites.arrange_by_cached_key(|site| (site.kind, sort_key(&site.name)));
    }
    groups.retain(|group| group.county.is_some() || !group.sites.is_empty());
    groups
}

fn line(state: &State, id: Id<Site>, site: &Site) -> SiteLine {
    let place = if site.address.is_empty() { divisions::name(state, site.division) } else { site.address.clone() };
    SiteLine {
        id,
        name: site.name.clone(),
        kind: site.kind,
        place,
        seats: site.seats,
        contact: site.contact.clone(),
        phone: site.phone.clone(),
    }
}
