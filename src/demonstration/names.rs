//! Names of people: family names as common as they are, given names as their decade gave them.

use domain::records::Sex;

use crate::data::names::{ERAS, Era, KOREAN, MANCHU, MONGOL, SURNAMES};
use crate::dice::Dice;

/// A family name of a household of that nationality (a place in `PEOPLES`).
pub(crate) fn surname(dice: &mut Dice, people: usize) -> &'static str {
    match people {
        1 => dice.pick(MANCHU),
        2 => dice.pick(KOREAN),
        3 => dice.pick(MONGOL),
        _ => dice.weighted(SURNAMES, |(weight, _)| *weight).map_or("", |(_, name)| name),
    }
}

/// A given name of someone born in that year.
pub(crate) fn given_name(dice: &mut Dice, sex: Sex, born: i32) -> String {
    let Some(era) = ERAS.iter().find(|era| born <= era.until) else { return String::new() };
    let (first, second) = letters(era, sex);
    let last = dice.letter(second);
    let is_single = dice.percent(era.single);
    let first = dice.letter(first).filter(|first| !is_single && Some(*first) != last);
    first.into_iter().chain(last).collect()
}

/// Somebody who is only named: a cadre, an instructor, a neighbour, born about that year.
pub(crate) fn some_name(dice: &mut Dice, about: i32) -> String {
    let sex = if dice.percent(68) { Sex::Male } else { Sex::Female };
    let born = about + dice.between(-12, 12);
    format!("{}{}", surname(dice, 0), given_name(dice, sex, born))
}

fn letters(era: &Era, sex: Sex) -> (&'static str, &'static str) {
    let [male, female] = era.first;
    let [male_second, female_second] = era.second;
    if sex == Sex::Male { (male, male_second) } else { (female, female_second) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_given_name_has_one_or_two_characters(stream: u64, male: bool, born in 1920i32..2030) {
            let sex = if male { Sex::Male } else { Sex::Female };
            let name = given_name(&mut Dice::new(stream), sex, born);
            let count = name.chars().count();
            prop_assert!((1..=2).contains(&count), "{}", name);
            prop_assert!(count == 1 || name.chars().next() != name.chars().nth(1));
        }
    }
}
