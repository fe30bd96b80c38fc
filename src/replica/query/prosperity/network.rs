//! Who leads whom in a year: the demonstration households, those whom they lead now, the links between them, and the
//! needy households that nobody leads. A household led by two stands there once, with two links.

use std::collections::{BTreeSet, HashMap};

use domain::records::{Case, Demonstration, DemonstrationState, Division, RadiationLink, Support};
use domain::value::Fen;
use domain::{Date, Id, Sorting as _};

use super::{demonstration_name, home, is_needy, is_same_industry, led_name, links};
use crate::State;
use crate::query::{cases, divisions};

/// A demonstration household in the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Hub {
    /// Who.
    pub id: Id<Demonstration>,
    /// Its name.
    pub name: String,
    /// Its village, with the township before it.
    pub village: String,
    /// Its county.
    pub county: Option<Id<Division>>,
    /// What it shows.
    pub industry: String,
    /// The links by which it leads: places in the network's links.
    pub links: Vec<usize>,
}

/// A household that is led.
#[derive(Clone, Debug, PartialEq)]
pub struct LedHousehold {
    /// Its case, if it has one in this register.
    pub case: Option<Id<Case>>,
    /// Its name.
    pub name: String,
    /// Its village; empty for one outside of the register.
    pub village: String,
    /// The links by which it is led: places in the network's links, the one that counts first.
    pub links: Vec<usize>,
}

/// A link that stands.
#[derive(Clone, Debug, PartialEq)]
pub struct NetworkLink {
    /// The link.
    pub id: Id<RadiationLink>,
    /// The demonstration household: a place among the hubs.
    pub hub: usize,
    /// Who is led: a place among the led.
    pub led: usize,
    /// What is given.
    pub support: Vec<Support>,
    /// What it earns in a year.
    pub gain: Fen,
    /// From when.
    pub since: Option<Date>,
}

/// A needy household that nobody leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Alone {
    /// The case.
    pub case: Id<Case>,
    /// Its village.
    pub village: Option<Id<Division>>,
    /// Its county.
    pub county: Option<Id<Division>>,
}

/// Who leads whom.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Network {
    /// The counties, in their order.
    pub counties: Vec<(Id<Division>, String)>,
    /// The demonstration households, by county, village and name.
    pub hubs: Vec<Hub>,
    /// Those whom they lead.
    pub led: Vec<LedHousehold>,
    /// The links.
    pub links: Vec<NetworkLink>,
    /// The needy households that nobody leads.
    pub alone: Vec<Alone>,
}

/// What of the network is asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkFilter {
    /// The year.
    pub year: u32,
    /// The county; nothing for all.
    pub county: Option<Id<Division>>,
    /// The industry; empty for all.
    pub industry: String,
}

/// Who leads whom in a year.
#[must_use]
pub fn network(state: &State, filter: &NetworkFilter) -> Network {
    let mut hubs = hubs(state, filter);
    let mut led: Vec<LedHousehold> = Vec::new();
    let mut lines: Vec<NetworkLink> = Vec::new();
    let mut known: HashMap<Id<Case>, usize> = HashMap::new();
    let mut names = Villages::default();
    for (hub, one) in hubs.iter_mut().enumerate() {
        for (id, link) in links(state, one.id).filter(|(_, link)| link.until.is_none()) {
            let new = led.len();
            let at = link.case.map_or(new, |case| *known.entry(case).or_insert(new));
            if at == new {
                let village = link.case.and_then(|case| state.get(case)).and_then(|case| case.village);
                let village = names.of(state, village);
                led.push(LedHousehold { case: link.case, name: led_name(state, link), village, links: vec![] });
            }
            one.links.push(lines.len());
            led[at].links.push(lines.len());
            let (support, gain, since) = (link.support.clone(), link.gain, link.since);
            lines.push(NetworkLink { id, hub, led: at, support, gain, since });
        }
    }
    led.iter_mut().for_each(|one| one.links.arrange_by_key(|at| counts_by(&lines[*at])));
    let mut counties = divisions::counties(state);
    counties.retain(|(id, _)| filter.county.is_none_or(|county| county == *id));
    Network { counties, hubs, led, links: lines, alone: alone(state, filter) }
}

/// Which of several links a gain is counted by: the one that earns most, then the one that came first.
fn counts_by(link: &NetworkLink) -> (std::cmp::Reverse<i64>, Option<Date>, Id<RadiationLink>) {
    (std::cmp::Reverse(link.gain.0), link.since, link.id)
}

/// Names of villages, each asked for once.
#[derive(Default)]
struct Villages(HashMap<Option<Id<Division>>, String>);

impl Villages {
    fn of(&mut self, state: &State, village: Option<Id<Division>>) -> String {
        self.0.entry(village).or_insert_with(|| divisions::name(state, village)).clone()
    }
}

fn hubs(state: &State, filter: &NetworkFilter) -> Vec<Hub> {
    let is_asked = |one: &Demonstration| {
        one.year == filter.year
            && one.state == Some(DemonstrationState::Chosen)
            && (filter.industry.is_empty() || one.industry == filter.industry)
    };
    let all = state.all::<Demonstration>().iter().filter(|(_, one)| is_asked(one));
    let hub = |(id, one): (Id<Demonstration>, &Demonstration)| {
        let village = home(state, one);
        let county = divisions::county_of(state, village);
        let is_there = filter.county.is_none_or(|asked| county == Some(asked));
        let name = demonstration_name(state, one);
        let village = divisions::full_name(state, village);
        is_there.then(|| Hub { id, name, village, county, industry: one.industry.clone(), links: vec![] })
    };
    let mut hubs: Vec<Hub> = all.filter_map(hub).collect();
    hubs.arrange_by(|a, b| (a.county, &a.village, &a.industry, a.id).cmp(&(b.county, &b.village, &b.industry, b.id)));
    hubs
}

/// The cases that any demonstration household leads now.
fn led_cases(state: &State) -> BTreeSet<Id<Case>> {
    let standing = state.all::<RadiationLink>().iter().filter(|(_, link)| link.until.is_none());
    standing.filter_map(|(_, link)| link.case).collect()
}

fn alone(state: &State, filter: &NetworkFilter) -> Vec<Alone> {
    let led = led_cases(state);
    let mut counties: HashMap<Option<Id<Division>>, Option<Id<Division>>> = HashMap::new();
    let mut all = Vec::new();
    for (id, case) in state.all::<Case>().iter() {
        let is_of = filter.industry.is_empty() || is_same_industry(&case.industry, &filter.industry);
        if !is_needy(case) || !is_of || led.contains(&id) {
            continue;
        }
        let county = *counties.entry(case.village).or_insert_with(|| divisions::county_of(state, case.village));
        if filter.county.is_none_or(|asked| county == Some(asked)) {
            all.push(Alone { case: id, village: case.village, county });
        }
    }
    all.arrange_by_key(|one| (one.county, one.village, one.case));
    all
}

/// What an alone household is called, and its village.
#[must_use]
pub fn alone_name(state: &State, one: &Alone) -> (String, String) {
    (cases::name(state, one.case), divisions::full_name(state, one.village))
}

/// The years for which somebody is chosen, the latest first.
#[must_use]
pub fn chosen_years(state: &State) -> Vec<u32> {
    let all = state.all::<Demonstration>().iter().map(|(_, one)| one);
    let chosen = all.filter(|one| one.state == Some(DemonstrationState::Chosen));
    let years: BTreeSet<u32> = chosen.map(|one| one.year).collect();
    years.into_iter().rev().collect()
}

/// What the demonstration households of a year show, by name.
#[must_use]
pub fn industries_of(state: &State, year: u32) -> Vec<String> {
    let all = state.all::<Demonstration>().iter().map(|(_, one)| one);
    let chosen = all.filter(|one| one.year == year && one.state == Some(DemonstrationState::Chosen));
    let names: BTreeSet<String> = chosen.map(|one| one.industry.clone()).filter(|name| !name.is_empty()).collect();
    names.into_iter().collect()
}
