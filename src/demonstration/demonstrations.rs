//! Demonstration households of the year and the households that they lead, near ones of the register among them.
//! A household that leads is never led: so the links make no ring.

use std::collections::{HashMap, HashSet};

use domain::records::{Case, Demonstration, DemonstrationState, RadiationLink, Stage, Support};
use domain::value::Fen;
use domain::{Date, Id};

use crate::calendar::{after, day, some_day};
use crate::data::prosperity::{Industry, MERITS};
use crate::dice::Dice;
use crate::households::Household;
use crate::names::some_name;
use crate::number::id;
use crate::places::Village;
use crate::text::{filled, fitting};

/// Chosen for the year, and how many of these have a case: they were lifted, and lead others now.
pub(crate) const CHOSEN: usize = 200;
const CHOSEN_WITH_CASE: usize = 140;
/// Proposed besides, and how many of these have a case.
const PROPOSED: usize = 40;
const PROPOSED_WITH_CASE: usize = 26;
/// Households of the register that one may lead: of its village, of its township.
const NEAR: (usize, usize) = (4, 9);
/// What a led household gains a year, in hundreds of yuan, from and to.
const GAIN: (i32, i32) = (32, 70);

/// The demonstration households and whom they lead.
pub(crate) struct Prosperity {
    /// The demonstration households.
    pub(crate) demonstrations: Vec<(Id<Demonstration>, Demonstration)>,
    /// The links.
    pub(crate) links: Vec<(Id<RadiationLink>, RadiationLink)>,
}

/// A demonstration household, and where it stands.
struct Leader {
    demonstration: Demonstration,
    village: usize,
}

/// The year's demonstration households.
pub(crate) fn prosperity(households: &[Household], villages: &[Village], today: Date) -> Prosperity {
    let mut dice = Dice::new(13);
    let leaders = leaders(&mut dice, households, villages, today);
    let mut near = Near::of(households, villages, &leaders);
    let mut links = Vec::new();
    let mut demonstrations = Vec::new();
    for (own, leader) in (1..).map(id).zip(leaders) {
        if leader.demonstration.state == Some(DemonstrationState::Chosen) {
            let township = villages.get(leader.village).map_or(0, |village| village.township);
            let cases = near.take(leader.village, township);
            links.extend(led(&mut dice, own, &leader.demonstration, &cases, today));
        }
        demonstrations.push((own, leader.demonstration));
    }
    Prosperity { demonstrations, links: (1..).map(id).zip(links).collect() }
}

fn leaders(dice: &mut Dice, households: &[Household], villages: &[Village], today: Date) -> Vec<Leader> {
    let year = today.year();
    let mut able: Vec<&Household> = households.iter().filter(|household| can_lead(household, year)).collect();
    dice.shuffle(&mut able);
    let mut able = able.into_iter();
    let groups = [(CHOSEN, CHOSEN_WITH_CASE, true), (PROPOSED, PROPOSED_WITH_CASE, false)];
    let mut all = Vec::with_capacity(CHOSEN + PROPOSED);
    for (count, with_case, is_chosen) in groups {
        for number in 0..count {
            let household = if number < with_case { able.next() } else { None };
            let drawn = dice.below(villages.len());
            let place = household.map_or(drawn, |household| household.village);
            let Some(village) = villages.get(place) else { continue };
            all.push(Leader {
                demonstration: demonstration(dice, household, village, is_chosen, today),
                village: place,
            });
        }
    }
    all
}

/// Lifted in an earlier year, with a head who can work.
fn can_lead(household: &Household, year: i32) -> bool {
    let was_lifted =
        household.is_at(Stage::Lifted) && household.case.stage_since.is_some_and(|since| since.year() < year);
    was_lifted && household.people.first().is_some_and(|head| head.can_train(year))
}

fn demonstration(
    dice: &mut Dice,
    household: Option<&Household>,
    village: &Village,
    is_chosen: bool,
    today: Date,
) -> Demonstration {
    let year = today.year();
    let (from, until) =
        if is_chosen { (day(year - 1, 11, 1), day(year - 1, 12, 20)) } else { (after(today, -70), today) };
    let chosen_on = is_chosen.then(|| some_day(dice, day(year, 1, 1), today.min(day(year, 2, 28))));
    Demonstration {
        case: household.map(|household| household.id),
        name: if household.is_none() { some_name(dice, 1974) } else { String::new() },
        village: household.is_none().then_some(village.id),
        industry: village.industry.name.to_owned(),
        year: u32::try_from(year).unwrap_or(0),
        state: Some(if is_chosen { DemonstrationState::Chosen } else { DemonstrationState::Proposed }),
        proposed_on: Some(some_day(dice, from, until)),
        chosen_on,
        merit: merit(dice, village.industry),
        reach: u32::try_from(dice.between(23, 30)).unwrap_or(0),
        member: household.and_then(|household| household.people.first()).map(|head| head.id),
        ..Demonstration::default()
    }
}

pub(crate) fn merit(dice: &mut Dice, industry: &Industry) -> String {
    let many = industry.some_many(dice);
    let few = industry.some_few(dice);
    let years = dice.between(4, 15).to_string();
    let jobs = dice.between(4, 18).to_string();
    let parts = [
        ("many", many.as_str()),
        ("few", &few),
        ("years", &years),
        ("jobs", &jobs),
        ("unit", industry.unit),
        ("thing", industry.thing),
    ];
    filled(fitting(dice, MERITS, industry.sort), &parts)
}

/// Cases that may be led, by village and township; each is led once.
struct Near {
    by_village: HashMap<usize, Vec<Id<Case>>>,
    by_township: HashMap<usize, Vec<Id<Case>>>,
    led: HashSet<Id<Case>>,
}

impl Near {
    fn of(households: &[Household], villages: &[Village], leaders: &[Leader]) -> Self {
        let led = leaders.iter().filter_map(|leader| leader.demonstration.case).collect();
        let mut near = Self { by_village: HashMap::new(), by_township: HashMap::new(), led };
        let open =
            households.iter().filter(|household| !household.is_at(Stage::Left) && !household.is_at(Stage::Surveyed));
        for household in open {
            let township = villages.get(household.village).map_or(0, |village| village.township);
            near.by_village.entry(household.village).or_default().push(household.id);
            near.by_township.entry(township).or_default().push(household.id);
        }
        near
    }

    fn take(&mut self, village: usize, township: usize) -> Vec<Id<Case>> {
        let of_village = self.by_village.get(&village).into_iter().flatten();
        let of_township = self.by_township.get(&township).into_iter().flatten();
        let mut taken = Vec::new();
        for case in of_village.take(NEAR.0).chain(of_township) {
            if taken.len() < NEAR.1 && self.led.insert(*case) {
                taken.push(*case);
            }
        }
        taken
    }
}

/// As many as it can lead: the near cases, then neighbours who are only named.
fn led(
    dice: &mut Dice,
    own: Id<Demonstration>,
    leader: &Demonstration,
    cases: &[Id<Case>],
    today: Date,
) -> Vec<RadiationLink> {
    let mut names: Vec<String> = Vec::new();
    let reach = usize::try_from(leader.reach).unwrap_or(0);
    let mut all: Vec<RadiationLink> =
        cases.iter().map(|case| link(dice, own, leader, Some(*case), "", today)).collect();
    while all.len() < reach {
        let name = some_name(dice, 1970);
        if !names.contains(&name) {
            all.push(link(dice, own, leader, None, &name, today));
            names.push(name);
        }
    }
    all
}

fn link(
    dice: &mut Dice,
    own: Id<Demonstration>,
    leader: &Demonstration,
    case: Option<Id<Case>>,
    name: &str,
    today: Date,
) -> RadiationLink {
    let from = leader.chosen_on.unwrap_or(today);
    let mut support = vec![Support::Technique];
    let others = [Support::Seedlings, Support::BuyBack, Support::Work, Support::Funds];
    support.extend(others.into_iter().filter(|support| dice.percent(if *support == Support::Funds { 8 } else { 36 })));
    RadiationLink {
        demonstration: Some(own),
        case,
        name: name.to_owned(),
        support,
        since: Some(some_day(dice, from, after(from, 75).min(today))),
        until: None,
        gain: Fen(i64::from(dice.between(GAIN.0, GAIN.1)) * 10_000),
    }
}
