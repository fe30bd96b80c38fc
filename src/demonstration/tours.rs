//! Three tours through demonstration households, cooperatives and bases: one that is over, with its visitors; today's;
//! and one to come, whose order can still be bettered.

use std::collections::{HashMap, HashSet};

use domain::records::{
    Cooperative, Demonstration, DemonstrationState, Division, Site, SiteKind, Specialty, Stage, Stop, Tour, TourState,
    Visitor,
};
use domain::{Date, Id};

use crate::calendar::after;
use crate::data::tours::{
    BASE_HEADLINES, BASE_SHOWS, COOPERATIVE_HEADLINES, COOPERATIVE_SHOWS, HEADLINES, ORGANISATIONS, SHOWS, STORIES,
    TOURS, TourWords, WORDS,
};
use crate::data::training::SPECIALTIES;
use crate::dice::Dice;
use crate::households::Household;
use crate::names::some_name;
use crate::number::{Telephones, id};
use crate::places::{Ground, Village};
use crate::text::{filled, fitting};

/// How a tour is laid out: how many days from today, when it sets out, and how many stops of which kind in which county.
struct Plan {
    days: i32,
    begins_at: u32,
    /// County, households, cooperatives, bases.
    parts: &'static [(usize, [usize; 3])],
}

/// In the order of the words. The last one goes to and fro: its order can be bettered.
static PLANS: [Plan; 3] = [
    Plan { days: -24, begins_at: 510, parts: &[(2, [2, 1, 0]), (5, [1, 0, 1])] },
    Plan { days: 0, begins_at: 480, parts: &[(2, [3, 1, 1]), (4, [2, 0, 1])] },
    Plan { days: 7, begins_at: 510, parts: &[(3, [1, 0, 0]), (1, [1, 0, 1]), (3, [1, 1, 0]), (1, [0, 1, 0])] },
];
/// From when a household that is busy in the morning welcomes visitors.
const LATE: u32 = 600;
/// How many signed in on the tour that is over, and how many of these are in the register.
const VISITORS: (usize, usize) = (11, 2);

/// Everything about tours.
pub(crate) struct Tours {
    /// The tours.
    pub(crate) tours: Vec<(Id<Tour>, Tour)>,
    /// Their stops.
    pub(crate) stops: Vec<(Id<Stop>, Stop)>,
    /// The visitors.
    pub(crate) visitors: Vec<(Id<Visitor>, Visitor)>,
}

/// What a tour may stop at.
struct Places<'a> {
    villages: &'a [Village],
    households: Vec<(usize, Id<Demonstration>)>,
    cooperatives: &'a [(Id<Cooperative>, Cooperative)],
    bases: Vec<(usize, Id<Site>)>,
    used: HashSet<usize>,
}

/// The tours.
pub(crate) fn tours(
    ground: &Ground,
    households: &[Household],
    demonstrations: &[(Id<Demonstration>, Demonstration)],
    cooperatives: &[(Id<Cooperative>, Cooperative)],
    today: Date,
    phones: &mut Telephones,
) -> Tours {
    let mut dice = Dice::new(31);
    let mut places = Places::of(ground, households, demonstrations, cooperatives);
    let mut all = Tours { tours: Vec::new(), stops: Vec::new(), visitors: Vec::new() };
    for (number, (plan, words)) in (1..).zip(PLANS.iter().zip(&TOURS)) {
        all.tours.push((id(number), tour(&mut dice, plan, words, today, phones)));
        let stops = places.stops(&mut dice, id(number), plan);
        let begun = u32::try_from(all.stops.len()).unwrap_or(0) + 1;
        all.stops.extend((begun..).map(id).zip(stops));
    }
    all.visitors = visitors(&mut dice, &all, households, phones);
    all
}

fn tour(dice: &mut Dice, plan: &Plan, words: &TourWords, today: Date, phones: &mut Telephones) -> Tour {
    Tour {
        title: words.title.to_owned(),
        planned_on: Some(after(today, plan.days)),
        begins_at: plan.begins_at,
        leader: some_name(dice, 1982),
        phone: phones.next(),
        guests: words.guests.to_owned(),
        heads: words.heads,
        meets_at: words.meets_at.to_owned(),
        note: words.note.to_owned(),
        state: Some(if plan.days < 0 { TourState::Held } else { TourState::Planned }),
    }
}

impl<'a> Places<'a> {
    fn of(
        ground: &'a Ground,
        households: &[Household],
        demonstrations: &[(Id<Demonstration>, Demonstration)],
        cooperatives: &'a [(Id<Cooperative>, Cooperative)],
    ) -> Self {
        let villages: HashMap<Id<Division>, usize> =
            ground.villages.iter().enumerate().map(|(place, village)| (village.id, place)).collect();
        let of_case: HashMap<_, usize> = households.iter().map(|one| (one.id, one.village)).collect();
        let village = |one: &Demonstration| match one.case {
            Some(case) => of_case.get(&case).copied(),
            None => one.village.and_then(|id| villages.get(&id).copied()),
        };
        let chosen = demonstrations.iter().filter(|(_, one)| one.state == Some(DemonstrationState::Chosen));
        let bases = ground.sites.iter().filter(|(_, site)| site.kind == Some(SiteKind::PracticeBase));
        Self {
            villages: &ground.villages,
            households: chosen.filter_map(|(id, one)| Some((village(one)?, *id))).collect(),
            cooperatives,
            bases: bases.filter_map(|(id, site)| Some((*villages.get(&site.division?)?, *id))).collect(),
            used: HashSet::new(),
        }
    }

    fn stops(&mut self, dice: &mut Dice, tour: Id<Tour>, plan: &Plan) -> Vec<Stop> {
        let mut stops = Vec::new();
        for (county, [households, cooperatives, bases]) in plan.parts {
            let found = self.free(*county, households, self.households.iter().map(|(at, _)| *at).collect());
            stops.extend(found.into_iter().map(|at| self.household(dice, at)));
            let found = self.free(*county, cooperatives, (0..self.cooperatives.len()).collect());
            stops.extend(found.into_iter().map(|at| self.cooperative(dice, at)));
            let found = self.free(*county, bases, self.bases.iter().map(|(at, _)| *at).collect());
            stops.extend(found.into_iter().map(|at| self.base(dice, at)));
        }
        for (position, stop) in (1..).zip(&mut stops) {
            (stop.tour, stop.position) = (Some(tour), position);
        }
        if let Some(first) = stops.first_mut().filter(|_| plan.days > 0) {
            (first.opens_at, first.closes_at) = (LATE, 960);
        }
        stops
    }

    /// So many villages of a county that no tour has stopped in, each with an industry of its own.
    fn free(&mut self, county: usize, count: &usize, among: Vec<usize>) -> Vec<usize> {
        let mut industries = HashSet::new();
        let mut found = Vec::new();
        for at in among {
            let Some(village) = self.villages.get(at) else { continue };
            let fits = village.county == county && village.is_rural && !self.used.contains(&at);
            if fits && found.len() < *count && industries.insert(village.industry.name) {
                self.used.insert(at);
                found.push(at);
            }
        }
        found
    }

    fn household(&self, dice: &mut Dice, at: usize) -> Stop {
        let demonstration = self.households.iter().find(|(village, _)| *village == at).map(|(_, id)| *id);
        let Some(village) = self.villages.get(at) else { return Stop::default() };
        let industry = village.industry;
        let (few, many) = (industry.some_few(dice), industry.some_many(dice));
        let parts = [
            ("few", few.as_str()),
            ("many", many.as_str()),
            ("unit", industry.unit),
            ("thing", industry.thing),
            ("industry", industry.name),
        ];
        let told = |dice: &mut Dice, all| filled(fitting(dice, all, industry.sort), &parts);
        let (headline, story, shows) = (told(dice, HEADLINES), told(dice, STORIES), told(dice, SHOWS));
        Stop { demonstration, stay: 25, headline, story, shows, ..Stop::default() }
    }

    fn cooperative(&self, dice: &mut Dice, at: usize) -> Stop {
        let cooperative = self.cooperatives.get(at).map(|(id, _)| *id);
        let (headline, shows) = (dice.pick(COOPERATIVE_HEADLINES).to_owned(), dice.pick(COOPERATIVE_SHOWS).to_owned());
        Stop { cooperative, stay: 30, headline, shows, ..Stop::default() }
    }

    fn base(&self, dice: &mut Dice, at: usize) -> Stop {
        let site = self.bases.iter().find(|(village, _)| *village == at).map(|(_, id)| *id);
        let (headline, shows) = (dice.pick(BASE_HEADLINES).to_owned(), dice.pick(BASE_SHOWS).to_owned());
        Stop { site, stay: 35, opens_at: 420, closes_at: 1140, headline, shows, ..Stop::default() }
    }
}

/// Who signed in on the tour that is over. Those of the register want to learn what they already wished for there.
fn visitors(
    dice: &mut Dice,
    all: &Tours,
    households: &[Household],
    phones: &mut Telephones,
) -> Vec<(Id<Visitor>, Visitor)> {
    let Some((tour, held)) = all.tours.first() else { return vec![] };
    let stops: Vec<Id<Stop>> =
        all.stops.iter().filter(|(_, stop)| stop.tour == Some(*tour)).map(|(id, _)| *id).collect();
    let mut words = WORDS.to_vec();
    dice.shuffle(&mut words);
    let base = |dice: &mut Dice, number: usize| Visitor {
        tour: Some(*tour),
        stop: stops.get(dice.below(stops.len())).copied(),
        words: words.get(number).map(|words| (*words).to_owned()).unwrap_or_default(),
        signed_on: held.planned_on,
        ..Visitor::default()
    };
    let mut visitors: Vec<Visitor> = (0..VISITORS.0 - VISITORS.1)
        .map(|number| Visitor {
            name: some_name(dice, 1983),
            organisation: dice.pick(ORGANISATIONS).to_owned(),
            phone: phones.next(),
            specialty: (number % 3 == 0).then(|| specialty(dice.below(SPECIALTIES.len()))),
            ..base(dice, number)
        })
        .collect();
    visitors
        .extend(members(households).take(VISITORS.1).map(|member| Visitor { ..member.signed(base(dice, usize::MAX)) }));
    (1..).map(id).zip(visitors).collect()
}

/// Somebody of the register who wished to learn something.
struct Wishing<'a> {
    household: &'a Household,
    specialty: usize,
}

impl Wishing<'_> {
    fn signed(&self, visitor: Visitor) -> Visitor {
        let head = self.household.people.first();
        Visitor {
            name: self.household.head().to_owned(),
            phone: self.household.case.phone.clone(),
            specialty: Some(specialty(self.specialty)),
            member: head.map(|head| head.id),
            ..visitor
        }
    }
}

fn members(households: &[Household]) -> impl Iterator<Item = Wishing<'_>> {
    let open = households.iter().filter(|one| one.is_at(Stage::Confirmed) && !one.case.phone.is_empty());
    open.filter_map(|household| {
        let wish = household.people.first().map(|head| head.member.wish.as_str())?;
        let specialty = SPECIALTIES.iter().position(|(name, _, _)| *name == wish)?;
        Some(Wishing { household, specialty })
    })
}

/// The specialty at that place.
fn specialty(place: usize) -> Id<Specialty> {
    id(u32::try_from(place).unwrap_or(0) + 1)
}
