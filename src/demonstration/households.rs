//! Case files: households with their members, their causes, and where each case stands this year.
//! Exactly `CASES` of them, `SUPPORTED` of these supported this year.

use std::collections::HashSet;

use domain::records::{Case, Cause, Health, HouseholdKind, Labour, Stage};
use domain::{Date, Id};

use crate::calendar::{after, day, days_between, some_day};
use crate::data::households::{CAUSES, ILLNESSES, KINDS, SHAPES};
use crate::data::places::{COUNTIES, GROUPS};
use crate::dice::{Dice, shares};
use crate::family::{Someone, people};
use crate::number::{Telephones, id};
use crate::person::{Person, Setting, category, join_party, labour, member};
use crate::places::Village;
use crate::text::{filled, fitting};

/// Households in the register, as the programme counts them.
pub(crate) const CASES: usize = 3054;
/// Households supported a year.
pub(crate) const SUPPORTED: usize = 300;

/// A household: its case and its members, the head first.
pub(crate) struct Household {
    /// The case's id.
    pub(crate) id: Id<Case>,
    /// The case.
    pub(crate) case: Case,
    /// Its village: a place in the ground's villages.
    pub(crate) village: usize,
    /// Its members.
    pub(crate) people: Vec<Person>,
    /// Where the member of whom the situation speaks stands among them.
    pub(crate) who: usize,
}

impl Household {
    /// The head's name.
    pub(crate) fn head(&self) -> &str {
        self.people.first().map_or("", |head| &head.member.name)
    }

    /// The name of the member of whom the situation speaks.
    pub(crate) fn who(&self) -> &str {
        self.people.get(self.who).map_or("", |person| &person.member.name)
    }

    /// The name of one who still learns, the oldest first.
    pub(crate) fn student(&self) -> Option<&str> {
        let learning = self.people.iter().filter(|person| person.learns());
        learning.min_by_key(|person| person.born).map(|person| person.member.name.as_str())
    }

    /// Whether it stands there.
    pub(crate) fn is_at(&self, stage: Stage) -> bool {
        self.case.stage == Some(stage)
    }
}

/// Where a case stands, since when, and when it was surveyed.
#[derive(Clone, Copy)]
struct Standing {
    stage: Stage,
    since: Date,
    surveyed_on: Date,
}

/// All households.
pub(crate) fn households(villages: &[Village], today: Date, phones: &mut Telephones) -> Vec<Household> {
    let mut dice = Dice::new(3);
    let weights: Vec<usize> = villages.iter().map(|_| 3 + dice.below(7)).collect();
    let shares = shares(CASES, &weights);
    let mut homes = shares.iter().enumerate().flat_map(|(village, share)| std::iter::repeat_n(village, *share));
    let mut taken = HashSet::new();
    let mut columns = Dice::new(32);
    let mut next_member = 1;
    let mut all = Vec::with_capacity(CASES);
    for (number, standing) in (1..).zip(standings(today)) {
        let place = homes.next().unwrap_or(0);
        let Some(village) = villages.get(place) else { continue };
        let mut made = household(&mut dice, (place, village), standing, today.year(), phones);
        settle(&mut made, number, &mut next_member, &mut taken, &mut dice);
        crate::form::fill(&mut columns, &mut made, today.year());
        all.push(made);
    }
    all
}

/// Gives ids to a household and its members, and another identity number to whom the dice gave a taken one.
fn settle(made: &mut Household, number: u32, next: &mut u32, taken: &mut HashSet<String>, dice: &mut Dice) {
    made.id = id(number);
    for person in &mut made.people {
        person.id = id(*next);
        *next += 1;
        person.member.case = Some(made.id);
        while !taken.insert(person.member.id_number.clone()) {
            let number = &person.member.id_number;
            let Ok(known) = domain::identity::IdNumber::parse(number) else { break };
            person.member.id_number = crate::number::identity_number(known.born_on(), known.sex(), dice);
        }
    }
}

/// Where all cases stand, in no order: exactly `SUPPORTED` are supported, or were and are lifted, this year.
fn standings(today: Date) -> Vec<Standing> {
    let mut dice = Dice::new(4);
    let lifted = lifted_by(today);
    let counts = [
        (SUPPORTED - lifted, Stage::Supported, 0),
        (lifted, Stage::Lifted, 0),
        (186, Stage::Surveyed, 0),
        (118, Stage::Left, 3),
        (902, Stage::Confirmed, 1),
        (CASES, Stage::Lifted, 5),
    ];
    let kinds = counts.into_iter().flat_map(|(count, stage, years)| std::iter::repeat_n((stage, years), count));
    let mut all: Vec<Standing> =
        kinds.take(CASES).map(|(stage, years)| standing(&mut dice, stage, years, today)).collect();
    dice.shuffle(&mut all);
    all
}

/// How many of this year's households are lifted by now: nearly all by the end of the year.
fn lifted_by(today: Date) -> usize {
    let days = days_between(day(today.year(), 3, 1), today);
    usize::try_from(days).map_or(0, |days| SUPPORTED * days * 92 / 30_500).min(SUPPORTED)
}

/// `years` back from this year for what happened earlier; 0 for what happens now.
fn standing(dice: &mut Dice, stage: Stage, years: i32, today: Date) -> Standing {
    let year = today.year();
    let new_year = day(year, 1, 1);
    let since = match (stage, years) {
        (Stage::Surveyed, _) => some_day(dice, after(today, -60), today),
        (Stage::Supported, _) => some_day(dice, new_year, today.min(day(year, 3, 15))),
        (Stage::Lifted, 0) => some_day(dice, day(year, 3, 1), today),
        (Stage::Confirmed, _) => some_day(dice, after(today, -520), after(today, -20)),
        _ => some_day(dice, day(year - years, 1, 1), after(new_year, -1)),
    };
    let before = match (stage, years) {
        (Stage::Surveyed, _) => 0,
        (Stage::Confirmed, _) => dice.between(15, 60),
        (Stage::Lifted, 0) => days_between(new_year, since) + dice.between(40, 400),
        (Stage::Supported, _) => dice.between(40, 400),
        _ => dice.between(200, 700),
    };
    Standing { stage, since, surveyed_on: after(since, -before) }
}

fn household(
    dice: &mut Dice,
    (place, village): (usize, &Village),
    standing: Standing,
    year: i32,
    phones: &mut Telephones,
) -> Household {
    let shape = dice.weighted(SHAPES, |shape| shape.weight).unwrap_or(&SHAPES[0]);
    let nationality = nationality(dice, village);
    let someones = people(dice, shape, nationality, year);
    let setting = Setting { village, people: nationality, year };
    let mut people = persons(dice, &someones, &setting, phones);
    enter_party(dice, &mut people, village, year);
    let (cause, who, situation) = situation(dice, &mut people, village, year);
    for person in &mut people {
        person.member.category = if person.can_train(year) { category(dice, person, village) } else { None };
    }
    let phone = phones.next();
    if let Some(head) = people.first_mut() {
        head.member.phone.clone_from(&phone);
    }
    let case = Case {
        village: Some(village.id),
        group: dice.pick(GROUPS).to_owned(),
        household_kind: kind(dice, &people, year),
        main_cause: Some(cause),
        other_causes: other_causes(dice, cause),
        phone,
        situation,
        surveyed_on: Some(standing.surveyed_on),
        stage: Some(standing.stage),
        stage_since: Some(standing.since),
        industry: village.industry.name.to_owned(),
        ..Case::default()
    };
    Household { id: Id::default(), case, village: place, people, who }
}

fn nationality(dice: &mut Dice, village: &Village) -> usize {
    let of_county = COUNTIES.get(village.county).map_or([0; 3], |county| county.peoples);
    let drawn = u32::try_from(dice.below(100)).unwrap_or(0);
    let [manchu, korean, mongol] = of_county;
    match drawn {
        _ if drawn < manchu => 1,
        _ if drawn < manchu + korean => 2,
        _ if drawn < manchu + korean + mongol => 3,
        _ => 0,
    }
}

fn persons(dice: &mut Dice, someones: &[Someone], setting: &Setting<'_>, phones: &mut Telephones) -> Vec<Person> {
    let person = |someone: &Someone| Person {
        id: Id::default(),
        member: member(dice, someone, setting, phones),
        born: someone.born,
    };
    someones.iter().map(person).collect()
}

/// One Party member at least in each household: the head mostly, else the second, if old enough.
fn enter_party(dice: &mut Dice, people: &mut [Person], village: &Village, year: i32) {
    let second = people.get(1).is_some_and(|person| year - person.born >= 24);
    let needy = usize::from(second && dice.percent(14));
    for (place, person) in people.iter_mut().enumerate() {
        let also = year - person.born >= 26 && dice.percent(7);
        if place == needy || also {
            join_party(dice, person, village, year);
        }
    }
}

/// Five guarantees are for the old without children; the rest by how common they are.
fn kind(dice: &mut Dice, people: &[Person], year: i32) -> Option<HouseholdKind> {
    let are_old = people.iter().all(|person| year - person.born >= 55);
    let kinds = if are_old { KINDS } else { &KINDS[..3] };
    dice.weighted(kinds, |(weight, _)| *weight).map(|(_, kind)| *kind)
}

fn other_causes(dice: &mut Dice, main: Cause) -> Vec<Cause> {
    let mut others = Vec::new();
    for _ in 0..dice.between(0, 2) {
        let drawn = dice.weighted(CAUSES, |(weight, _, _, _)| *weight).map(|(_, cause, _, _)| *cause);
        others.extend(drawn.filter(|cause| *cause != main && !others.contains(cause)));
    }
    others
}

/// The main cause, the member of whom it speaks (whose health is made to fit), and the surveyor's words.
fn situation(dice: &mut Dice, people: &mut [Person], village: &Village, year: i32) -> (Cause, usize, String) {
    let student = people.iter().position(|person| person.learns() && year - person.born >= 12);
    let fits = |cause: Cause, of_land: bool| {
        (cause != Cause::Schooling || student.is_some()) && (!of_land || village.is_rural)
    };
    let drawn = dice.weighted(CAUSES, |(weight, cause, of_land, _)| if fits(*cause, *of_land) { *weight } else { 0 });
    let (cause, sentences) = drawn.map_or((Cause::Other, [""].as_slice()), |(_, cause, _, all)| (*cause, *all));
    let adults: Vec<usize> =
        (0..people.len()).filter(|i| people.get(*i).is_some_and(|p| year - p.born >= 24)).collect();
    let who = match cause {
        Cause::Schooling => student.unwrap_or(0),
        Cause::Illness | Cause::Disability => dice.pick(&adults),
        _ => 0,
    };
    if let Some(person) = people.get_mut(who) {
        afflict(dice, person, cause, year);
    }
    let template = fitting(dice, sentences, village.industry.sort);
    let text = described(dice, template, people, who, village);
    (cause, who, text)
}

fn afflict(dice: &mut Dice, person: &mut Person, cause: Cause, year: i32) {
    let health = match cause {
        Cause::Illness => [Health::Chronic, Health::Chronic, Health::Grave][dice.below(3)],
        Cause::Disability => Health::Disabled,
        _ => return,
    };
    let labour = labour(dice, year - person.born, health, false);
    person.member.health = Some(health);
    person.member.labour = Some(labour);
    if matches!(labour, Labour::Lost | Labour::None) {
        person.member.work.clear();
        person.member.wish.clear();
    }
}

fn described(dice: &mut Dice, template: &str, people: &[Person], who: usize, village: &Village) -> String {
    let name = |place: usize| people.get(place).map_or("", |person| person.member.name.as_str());
    let school = people.get(who).map_or("", |person| person.member.school.as_str());
    let few = village.industry.some_few(dice);
    let cost = (dice.between(8, 60) * 200).to_string();
    let debt = (dice.between(5, 40) * 1000).to_string();
    let land = dice.between(3, 12).to_string();
    let parts = [
        ("head", name(0)),
        ("who", name(who)),
        ("illness", dice.pick(ILLNESSES)),
        ("school", school),
        ("few", &few),
        ("unit", village.industry.unit),
        ("thing", village.industry.thing),
        ("industry", village.industry.name),
        ("cost", &cost),
        ("debt", &debt),
        ("land", &land),
    ];
    filled(template, &parts)
}
