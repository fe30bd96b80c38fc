//! What a member's record says: number, schooling, health, work, Party, wish.
//! Everything follows from the person's age and place, so that no paper contradicts another.

use domain::records::{Category, Education, Health, Labour, Member};
use domain::{Date, Id};

use crate::calendar::day;
use crate::data::households::{BRANCH, GRADES, PEOPLES, SCHOOLS, TOWN_WORK, UNIVERSITY, WORK};
use crate::data::places::COUNTIES;
use crate::data::training::SPECIALTIES;
use crate::dice::Dice;
use crate::family::{Role, Someone};
use crate::number::{Telephones, id, identity_number};
use crate::places::Village;
use crate::text::filled;

/// A member of a household.
pub(crate) struct Person {
    /// Their id.
    pub(crate) id: Id<Member>,
    /// Their record.
    pub(crate) member: Member,
    /// The year of their birth.
    pub(crate) born: i32,
}

impl Person {
    /// Whether they can sit in a class and use it.
    pub(crate) fn can_train(&self, year: i32) -> bool {
        let fits_age = (19..=62).contains(&(year - self.born));
        fits_age && matches!(self.member.labour, Some(Labour::Skilled | Labour::Ordinary)) && !self.learns()
    }

    /// Whether they still go to school.
    pub(crate) const fn learns(&self) -> bool {
        !self.member.school.is_empty()
    }
}

/// Where and when somebody is described.
pub(crate) struct Setting<'a> {
    /// The village.
    pub(crate) village: &'a Village,
    /// The household's nationality: a place in `PEOPLES`.
    pub(crate) people: usize,
    /// The year.
    pub(crate) year: i32,
}

/// The record of somebody; its case is set by the household.
pub(crate) fn member(dice: &mut Dice, someone: &Someone, setting: &Setting<'_>, phones: &mut Telephones) -> Member {
    let age = setting.year - someone.born;
    let born_on = birthday(dice, someone.born);
    let health = health(dice, age);
    let education = education(dice, age);
    let school = school(dice, age, setting.village);
    let labour = labour(dice, age, health, !school.is_empty());
    let works = matches!(labour, Labour::Skilled | Labour::Ordinary);
    let work = if works { work(dice, age, setting.village) } else { String::new() };
    let phone = if age >= 18 && dice.percent(72) { phones.next() } else { String::new() };
    Member {
        case: None,
        name: someone.name.clone(),
        sex: Some(someone.sex),
        id_number: identity_number(born_on, someone.sex, dice),
        born_on: None,
        relation: Some(someone.relation()),
        ethnicity: PEOPLES.get(ethnicity(dice, someone, setting)).map(|name| (*name).to_owned()).unwrap_or_default(),
        education: Some(education),
        school,
        health: Some(health),
        labour: Some(labour),
        work,
        party_joined_on: None,
        party_branch: String::new(),
        phone,
        category: None,
        wish: if works && dice.percent(64) { wish(dice, setting.village) } else { String::new() },
        ..Member::default()
    }
}

/// Makes a Party member of them, who joined at eighteen or later and before this year.
pub(crate) fn join_party(dice: &mut Dice, person: &mut Person, village: &Village, year: i32) {
    let joined = dice.between(person.born + 20, (person.born + 42).min(year - 1));
    let on_the_day = dice.percent(55);
    let date = if on_the_day { day(joined, 7, 1) } else { some_day_of(dice, joined) };
    person.member.party_joined_on = Some(date);
    person.member.party_branch = filled(BRANCH, &[("village", &village.name)]);
}

/// The category of trainees to which somebody who can train belongs.
pub(crate) fn category(dice: &mut Dice, person: &Person, village: &Village) -> Option<Id<Category>> {
    let is_party = person.member.party_joined_on.is_some();
    let is_woman = person.member.sex == Some(domain::records::Sex::Female);
    let is_disabled = person.member.health == Some(Health::Disabled);
    let number = match (is_party, village.is_rural) {
        (true, true) => 1,
        (true, false) => 2,
        _ if is_disabled => 8,
        (false, true) if person.born >= 1990 => dice.pick(&[3, 7, 3, 5]),
        (false, true) if is_woman => 6,
        (false, true) => dice.pick(&[3, 9, 9, 10]),
        (false, false) => dice.pick(&[4, 4, 9, 7]),
    };
    Some(id(number))
}

fn birthday(dice: &mut Dice, year: i32) -> Date {
    some_day_of(dice, year)
}

fn some_day_of(dice: &mut Dice, year: i32) -> Date {
    let month = u8::try_from(dice.between(1, 12)).unwrap_or(1);
    day(year, month, u8::try_from(dice.between(1, 28)).unwrap_or(1))
}

/// Of those who marry in, some are of the majority.
fn ethnicity(dice: &mut Dice, someone: &Someone, setting: &Setting<'_>) -> usize {
    let marries_in = matches!(someone.role, Some(Role::Spouse | Role::ChildInLaw));
    if marries_in && dice.percent(60) { 0 } else { setting.people }
}

fn health(dice: &mut Dice, age: i32) -> Health {
    let ill = match age {
        ..=30 => 3,
        31..=50 => 9,
        51..=65 => 20,
        _ => 42,
    };
    if !dice.percent(ill) {
        return Health::Healthy;
    }
    let kinds = [(78, Health::Chronic), (8, Health::Grave), (14, Health::Disabled)];
    dice.weighted(&kinds, |(weight, _)| *weight).map_or(Health::Chronic, |(_, health)| *health)
}

fn education(dice: &mut Dice, age: i32) -> Education {
    use Education::{Bachelor, College, Illiterate, Junior, Primary, Senior};
    let kinds: &[(u32, Education)] = match age {
        ..=5 => &[(1, Illiterate)],
        6..=11 => &[(1, Primary)],
        12..=15 => &[(1, Junior)],
        16..=18 => &[(1, Senior)],
        19..=34 => &[(8, Junior), (34, Senior), (34, College), (24, Bachelor)],
        35..=54 => &[(9, Primary), (64, Junior), (21, Senior), (6, College)],
        55..=68 => &[(2, Illiterate), (34, Primary), (52, Junior), (12, Senior)],
        _ => &[(24, Illiterate), (58, Primary), (18, Junior)],
    };
    dice.weighted(kinds, |(weight, _)| *weight).map_or(Junior, |(_, education)| *education)
}

fn school(dice: &mut Dice, age: i32, village: &Village) -> String {
    let goes = age < 18 || dice.percent(58);
    let Some((from, _, template)) = SCHOOLS.iter().find(|(from, to, _)| goes && (*from..=*to).contains(&age)) else {
        return String::new();
    };
    let template = if age >= 18 && dice.percent(40) { UNIVERSITY } else { template };
    let grade = usize::try_from(age - from).ok().and_then(|grade| GRADES.get(grade)).copied().unwrap_or_default();
    let county = COUNTIES.get(village.county).map_or("", |county| county.name);
    filled(template, &[("town", village.town), ("county", county), ("grade", grade)])
}

pub(crate) fn labour(dice: &mut Dice, age: i32, health: Health, learns: bool) -> Labour {
    match (age, health) {
        _ if learns => Labour::None,
        (..=15 | 73.., _) => Labour::None,
        (_, Health::Grave) => Labour::Lost,
        (_, Health::Disabled) if dice.percent(70) => Labour::Lost,
        (66.., _) if dice.percent(60) => Labour::None,
        _ if dice.percent(13) => Labour::Skilled,
        _ => Labour::Ordinary,
    }
}

fn work(dice: &mut Dice, age: i32, village: &Village) -> String {
    let all = if village.is_rural { WORK } else { TOWN_WORK };
    let all = if age > 58 && village.is_rural { &all[..2] } else { all };
    let template = dice.weighted(all, |(weight, _)| *weight).map_or("", |(_, template)| template);
    filled(template, &[("industry", village.industry.name)])
}

/// What the village lives on, or something else that is taught.
fn wish(dice: &mut Dice, village: &Village) -> String {
    let other = dice.below(SPECIALTIES.len());
    let place = if dice.percent(62) { village.industry.specialty } else { other };
    SPECIALTIES.get(place).map(|(name, _, _)| (*name).to_owned()).unwrap_or_default()
}
