//! The rest of the registration form: bank and account, school, work away, insurances, the card of who is disabled.
//! Everything follows from what is known of the person, so that no column contradicts another.

use domain::records::{Education, Health, Insurance, Labour, Member, Student};

use crate::data::households::BANKS;
use crate::dice::Dice;
use crate::households::Household;
use crate::person::Person;

/// Fills the columns of a household whose identity numbers are settled.
pub(crate) fn fill(dice: &mut Dice, household: &mut Household, year: i32) {
    household.case.bank = dice.pick(BANKS).to_owned();
    household.case.account_number = account(dice);
    for person in &mut household.people {
        let age = year - person.born;
        person.member.student = Some(student(person, age));
        person.member.months_away = months_away(dice, &person.member);
        person.member.medical_insurance = Some(medical(dice, &person.member));
        person.member.old_age_insurance = old_age(dice, &person.member, age);
        if person.member.health == Some(Health::Disabled) {
            let card = (dice.between(1, 7), dice.between(1, 4));
            person.member.disability_card = format!("{}{}{}", person.member.id_number, card.0, card.1);
        }
    }
}

/// Sixteen digits that no bank has given out: none begins with a nought.
fn account(dice: &mut Dice) -> String {
    (0..4).fold(String::from("0000"), |number, _| format!("{number}{:03}", dice.below(1000)))
}

fn student(person: &Person, age: i32) -> Student {
    match age {
        _ if !person.learns() => Student::No,
        ..=6 => Student::Preschool,
        7..=12 => Student::Primary,
        13..=15 => Student::Junior,
        16..=18 if person.member.education == Some(Education::Senior) => Student::Senior,
        16..=18 => Student::Vocational,
        _ if person.member.education == Some(Education::Bachelor) => Student::University,
        _ => Student::College,
    }
}

/// Who has capacity for work and no school to go to is away for some months, or is not.
fn months_away(dice: &mut Dice, member: &Member) -> u32 {
    let works = matches!(member.labour, Some(Labour::Skilled | Labour::Ordinary)) && !member.work.is_empty();
    let is_away = works && dice.percent(35);
    if is_away { u32::try_from(dice.between(2, 10)).unwrap_or(0) } else { 0 }
}

fn medical(dice: &mut Dice, member: &Member) -> Insurance {
    match member.labour {
        Some(Labour::Skilled) if dice.percent(30) => Insurance::Employees,
        _ if dice.percent(97) => Insurance::Residents,
        _ => Insurance::None,
    }
}

/// From sixteen on, and not while one learns.
fn old_age(dice: &mut Dice, member: &Member, age: i32) -> Option<Insurance> {
    let may = age >= 16 && member.school.is_empty();
    may.then(|| match dice.below(10) {
        0 => Insurance::Employees,
        1 => Insurance::None,
        _ => Insurance::Residents,
    })
}
