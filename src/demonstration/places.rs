//! The ground: divisions from city to village, and the sites in them. Names of counties and townships are true, the
//! rest is made up.

use domain::Id;
use domain::records::{Division, DivisionLevel, Site, SiteKind};

use crate::data::places::{
    CENTRE, CITY, CITY_CODE, CITY_SCHOOLS, COMMUNITIES, COMMUNITY, COUNTIES, County, DISTANCE, GONGZHULING,
    PRACTICE_BASE, SCHOOLS, SERVICE_CENTRE, SERVICE_POINT, SERVICE_STATION, STREET, SiteWords, TRAINING_BASES, VILLAGE,
    VILLAGES,
};
use crate::data::prosperity::{INDUSTRIES, Industry};
use crate::dice::Dice;
use crate::names::some_name;
use crate::number::{Telephones, id};
use crate::text::filled;

/// Numbers of townships begin here, of villages there: before them stand the divisions of every installation.
const TOWNSHIPS_FROM: u32 = 100;
const VILLAGES_FROM: u32 = 1000;
const VILLAGES_EACH: usize = 8;
const PRACTICE_BASES_EACH: usize = 6;

/// A village, and what is known of the ground around it.
pub(crate) struct Village {
    /// Its division.
    pub(crate) id: Id<Division>,
    /// Its name without what it is.
    pub(crate) short: &'static str,
    /// Its full name.
    pub(crate) name: String,
    /// The name of its township.
    pub(crate) town: &'static str,
    /// The township, counted over the whole city.
    pub(crate) township: usize,
    /// Its county: a place in `COUNTIES`.
    pub(crate) county: usize,
    /// Whether it is a village and not a community of a town.
    pub(crate) is_rural: bool,
    /// What it lives on.
    pub(crate) industry: &'static Industry,
}

/// Divisions, villages and sites.
pub(crate) struct Ground {
    /// Every division, each after the one that it belongs to.
    pub(crate) divisions: Vec<(Id<Division>, Division)>,
    /// The villages.
    pub(crate) villages: Vec<Village>,
    /// The sites.
    pub(crate) sites: Vec<(Id<Site>, Site)>,
}

/// City and counties: what every installation starts with.
pub(crate) fn city_and_counties() -> Vec<(Id<Division>, Division)> {
    let city =
        Division { name: CITY.to_owned(), level: Some(DivisionLevel::City), parent: None, code: CITY_CODE.to_owned() };
    let county = |(number, county): (u32, &County)| {
        let division = Division {
            name: county.name.to_owned(),
            level: Some(DivisionLevel::County),
            parent: Some(id(1)),
            code: county.code.to_owned(),
        };
        (id(number), division)
    };
    std::iter::once((id(1), city)).chain((2..).zip(&COUNTIES).map(county)).collect()
}

/// The division of a county.
pub(crate) fn county_id(county: usize) -> Id<Division> {
    id(u32::try_from(county).unwrap_or(0) + 2)
}

/// The ground.
pub(crate) fn ground(telephones: &mut Telephones) -> Ground {
    let mut ground = Ground { divisions: city_and_counties(), villages: Vec::new(), sites: Vec::new() };
    let mut dice = Dice::new(1);
    let mut township = 0;
    for (place, county) in COUNTIES.iter().enumerate() {
        for town in county.townships {
            add_township(&mut ground, &mut dice, (place, county), (township, town));
            township += 1;
        }
    }
    add_sites(&mut ground, telephones);
    ground
}

/// The division of a township, counted over the whole city.
pub(crate) fn township_id(number: usize) -> Id<Division> {
    id(TOWNSHIPS_FROM + u32::try_from(number).unwrap_or(0))
}

fn add_township(ground: &mut Ground, dice: &mut Dice, county: (usize, &County), township: (usize, &'static str)) {
    let (place, words) = county;
    let (number, town) = township;
    let own = township_id(number);
    ground.divisions.push((own, division(town, DivisionLevel::Township, county_id(place))));
    let is_rural = !town.ends_with(STREET);
    let (names, ending) = if is_rural { (VILLAGES, VILLAGE) } else { (COMMUNITIES, COMMUNITY) };
    let mut names = names.to_vec();
    dice.shuffle(&mut names);
    for short in names.into_iter().take(VILLAGES_EACH) {
        let village = Village {
            id: id(VILLAGES_FROM + u32::try_from(ground.villages.len()).unwrap_or(0)),
            short,
            name: format!("{short}{ending}"),
            town,
            township: number,
            county: place,
            is_rural,
            industry: industry(dice, words, is_rural),
        };
        ground.divisions.push((village.id, division(&village.name, DivisionLevel::Village, own)));
        ground.villages.push(village);
    }
}

fn division(name: &str, level: DivisionLevel, parent: Id<Division>) -> Division {
    Division { name: name.to_owned(), level: Some(level), parent: Some(parent), code: String::new() }
}

/// One of the county's; in a town's streets only what needs no land (the last four).
fn industry(dice: &mut Dice, county: &County, is_rural: bool) -> &'static Industry {
    let urban = INDUSTRIES.len() - 4;
    let place = if is_rural { dice.pick(county.industries) } else { urban + dice.below(4) };
    INDUSTRIES.get(place).unwrap_or(&INDUSTRIES[0])
}

/// A site to be: its words, the name's parts, its kind, its division, its seats.
struct Plan<'a> {
    words: &'a SiteWords,
    place: &'a str,
    thing: &'a str,
    kind: SiteKind,
    division: (Id<Division>, &'a str),
    seats: u32,
}

fn add_sites(ground: &mut Ground, telephones: &mut Telephones) {
    let mut dice = Dice::new(2);
    let mut plans = city_plans();
    for (place, county) in COUNTIES.iter().enumerate() {
        plans.extend(county_plans(place, county));
    }
    plans.extend(local_plans(&ground.villages, &mut dice));
    ground.sites = (1..).zip(&plans).map(|(number, plan)| (id(number), site(plan, &mut dice, telephones))).collect();
}

fn site(plan: &Plan<'_>, dice: &mut Dice, telephones: &mut Telephones) -> Site {
    let parts = [("place", plan.place), ("thing", plan.thing)];
    Site {
        name: filled(plan.words.name, &parts),
        kind: Some(plan.kind),
        division: Some(plan.division.0),
        address: format!("{}{}", plan.division.1, plan.words.address),
        seats: plan.seats,
        contact: some_name(dice, 1975),
        phone: telephones.next(),
        note: filled(plan.words.note, &parts),
    }
}

fn city_plans() -> Vec<Plan<'static>> {
    let plan = |words, kind, seats| Plan { words, place: "", thing: "", kind, division: (id(1), CITY), seats };
    let schools = CITY_SCHOOLS.iter().map(|words| plan(words, SiteKind::School, 160));
    std::iter::once(plan(&CENTRE, SiteKind::Centre, 200)).chain(schools).collect()
}

fn county_plans(place: usize, county: &'static County) -> Vec<Plan<'static>> {
    let plan = |words, kind, seats| {
        let division = (county_id(place), county.name);
        Plan { words, place: county.short, thing: "", kind, division, seats }
    };
    let bases = TRAINING_BASES.iter().take(county.training_bases);
    let mut plans: Vec<Plan<'_>> = bases.map(|words| plan(words, SiteKind::TrainingBase, 120)).collect();
    plans.extend(SCHOOLS.iter().map(|words| plan(words, SiteKind::School, 120)));
    plans.push(plan(&SERVICE_CENTRE, SiteKind::ServiceCentre, 0));
    if place == GONGZHULING {
        plans.push(plan(&DISTANCE, SiteKind::School, 240));
    }
    plans
}

/// Practice bases of different industries in villages, a station in every other township, a point in some villages.
fn local_plans<'a>(villages: &'a [Village], dice: &mut Dice) -> Vec<Plan<'a>> {
    let mut plans = Vec::new();
    for county in 0..COUNTIES.len() {
        let own = || villages.iter().filter(move |village| village.county == county);
        let mut fit: Vec<&Village> = own().filter(|village| village.is_rural).collect();
        dice.shuffle(&mut fit);
        plans.extend(fit.iter().take(PRACTICE_BASES_EACH).map(|village| practice_base(village)));
        plans.extend(own().step_by(VILLAGES_EACH * 2).map(station));
        plans.extend(fit.iter().skip(PRACTICE_BASES_EACH).take(3).map(|village| point(village)));
    }
    plans
}

fn practice_base(village: &Village) -> Plan<'_> {
    let thing = village.industry.name;
    local(village, &PRACTICE_BASE, SiteKind::PracticeBase, (village.short, thing), 30)
}

fn station(village: &Village) -> Plan<'_> {
    local(village, &SERVICE_STATION, SiteKind::ServiceStation, (village.town, ""), 0)
}

fn point(village: &Village) -> Plan<'_> {
    local(village, &SERVICE_POINT, SiteKind::ServicePoint, (&village.name, ""), 0)
}

fn local<'a>(
    village: &'a Village,
    words: &'a SiteWords,
    kind: SiteKind,
    (place, thing): (&'a str, &'a str),
    seats: u32,
) -> Plan<'a> {
    let is_station = kind == SiteKind::ServiceStation;
    let (division, name) = if is_station {
        (id(TOWNSHIPS_FROM + u32::try_from(village.township).unwrap_or(0)), village.town)
    } else {
        (village.id, village.name.as_str())
    };
    Plan { words, place, thing, kind, division: (division, name), seats }
}
