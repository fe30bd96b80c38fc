//! Citizen identity numbers (GB 11643-1999): 6 digits of region, 8 of birthday, 3 of order, and a check character.
//! Checking never needs more than the number itself.

use time::{Date, Month};

use crate::Fault;
use crate::choice::Choice as _;
use crate::records::{DisabilityKind, Sex};

/// The weights of the first 17 digits: 2^(17-i) mod 11 (ISO 7064, MOD 11-2).
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// The check characters by the weighted sum mod 11.
const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];

/// An identity number that passed every check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdNumber {
    text: String,
    born_on: Date,
}

impl IdNumber {
    /// Checks a number as typed: spaces and full-width digits are understood, `x` is `X`.
    ///
    /// # Errors
    /// The first fault that a person would want to hear of.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let text = tidy(typed);
        let length = text.chars().count();
        if length != 18 {
            return Err(Fault::IdLength(length));
        }
        let digits = digits(&text)?;
        let born_on = birthday(&digits).ok_or(Fault::IdBirthday)?;
        let check = check_character(&digits);
        if text.ends_with(check) { Ok(Self { text, born_on }) } else { Err(Fault::IdCheck(check)) }
    }

    /// The number, 18 characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The birthday that it holds.
    #[must_use]
    pub const fn born_on(&self) -> Date {
        self.born_on
    }

    /// The sex that it holds: odd order numbers are male.
    #[must_use]
    pub fn sex(&self) -> Sex {
        let order = self.text.as_bytes()[16] - b'0';
        if order % 2 == 1 { Sex::Male } else { Sex::Female }
    }
}

/// What a disability card's number tells beside the identity number that it begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisabilityCard {
    /// The identity number.
    pub id: IdNumber,
    /// The kind of disability.
    pub kind: DisabilityKind,
    /// The grade, 1 (gravest) to 4.
    pub grade: u8,
}

impl DisabilityCard {
    /// Checks a card's number as typed: the identity number and two digits more.
    ///
    /// # Errors
    /// The first fault that a person would want to hear of.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let text = tidy(typed);
        let length = text.chars().count();
        if length != 20 {
            return Err(Fault::CardLength(length));
        }
        let number: String = text.chars().take(18).collect();
        let id = IdNumber::parse(&number)?;
        let digit =
            |place: usize| text.chars().nth(place).and_then(|c| c.to_digit(10)).and_then(|n| u8::try_from(n).ok());
        let kind = digit(18).and_then(|number| DisabilityKind::from_number(number.into())).ok_or(Fault::CardKind)?;
        let grade = digit(19).filter(|grade| (1..=4).contains(grade)).ok_or(Fault::CardKind)?;
        Ok(Self { id, kind, grade })
    }

    /// The number, 20 characters.
    #[must_use]
    pub fn number(&self) -> String {
        format!("{}{}{}", self.id.as_str(), self.kind.number(), self.grade)
    }
}

/// The check character of the first 17 digits.
#[must_use]
pub fn check_character(digits: &[u32; 17]) -> char {
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    CHECKS[(sum % 11) as usize]
}

/// A number with its middle hidden, as screens show it until it is tapped.
#[must_use]
pub fn masked(number: &str) -> String {
    let count = number.chars().count();
    let shown = |i: usize| i < 6 || i + 4 >= count;
    number.chars().enumerate().map(|(i, c)| if shown(i) { c } else { '•' }).collect()
}

/// Full years at a date; nothing before birth.
#[must_use]
pub fn age(born_on: Date, at: Date) -> Option<u32> {
    let before_birthday = (at.month() as u8, at.day()) < (born_on.month() as u8, born_on.day());
    u32::try_from(at.year() - born_on.year() - i32::from(before_birthday)).ok()
}

fn tidy(typed: &str) -> String {
    typed.chars().filter(|c| !c.is_whitespace()).map(half_width).map(|c| c.to_ascii_uppercase()).collect()
}

/// A full-width form (as Chinese keyboards type it) as its half-width twin.
pub(crate) fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

fn digits(text: &str) -> Result<[u32; 17], Fault> {
    let mut digits = [0; 17];
    for (slot, c) in digits.iter_mut().zip(text.chars()) {
        *slot = c.to_digit(10).ok_or(Fault::IdCharacter)?;
    }
    let last = text.chars().last().ok_or(Fault::IdCharacter)?;
    if last.is_ascii_digit() || last == 'X' { Ok(digits) } else { Err(Fault::IdCharacter) }
}

fn birthday(digits: &[u32; 17]) -> Option<Date> {
    let number = |from: usize, to: usize| digits[from..to].iter().fold(0, |sum, digit| sum * 10 + digit);
    let month = Month::try_from(u8::try_from(number(10, 12)).ok()?).ok()?;
    let year = i32::try_from(number(6, 10)).ok()?;
    let date = Date::from_calendar_date(year, month, u8::try_from(number(12, 14)).ok()?).ok()?;
    (year >= 1850).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The standard's own example number, and what goes wrong with it.
    #[test]
    fn numbers_are_checked() {
        let fault = |text: &str| IdNumber::parse(text).map(|id| id.text);
        let cases = [
            ("11010519491231002X", Ok("11010519491231002X".into())),
            ("440524188001010014", Ok("440524188001010014".into())),
            ("１１０１０５ 19491231 002x", Ok("11010519491231002X".into())),
            ("110105194912310021", Err(Fault::IdCheck('X'))),
            ("11010519491331002X", Err(Fault::IdBirthday)),
            ("1101051949123100", Err(Fault::IdLength(16))),
            ("11010519491231A02X", Err(Fault::IdCharacter)),
            ("11010519491231002Y", Err(Fault::IdCharacter)),
            ("", Err(Fault::IdLength(0))),
        ];
        for (text, expected) in cases {
            assert_eq!(fault(text), expected, "{text}");
        }
    }

    #[test]
    fn a_disability_card_is_the_identity_number_and_two_digits() {
        let check = |typed: &str, expected: Result<(u16, u8), Fault>| {
            assert_eq!(DisabilityCard::parse(typed).map(|card| (card.kind.number(), card.grade)), expected, "{typed}");
        };
        check("11010519491231002X42", Ok((4, 2)));
        check(" 11010519491231002x 71", Ok((7, 1)));
        check("11010519491231002X", Err(Fault::CardLength(18)));
        check("11010519491231002X82", Err(Fault::CardKind));
        check("11010519491231002X45", Err(Fault::CardKind));
        check("11010519491231002X4A", Err(Fault::CardKind));
        check("11010519491231002142", Err(Fault::IdCheck('X')));
        let card = DisabilityCard::parse("11010519491231002x42").expect("a card");
        assert_eq!(card.number(), "11010519491231002X42");
    }

    #[test]
    fn a_number_tells_birthday_and_sex() {
        let id = IdNumber::parse("11010519491231002X").expect("the standard's example");
        assert_eq!(id.born_on(), Date::from_calendar_date(1949, Month::December, 31).expect("a day"));
        assert_eq!(id.sex(), Sex::Female);
    }

    #[test]
    fn age_counts_full_years() {
        let day = |y, m, d| Date::from_calendar_date(y, Month::try_from(m).expect("month"), d).expect("day");
        assert_eq!(age(day(2000, 5, 10), day(2026, 5, 9)), Some(25));
        assert_eq!(age(day(2000, 5, 10), day(2026, 5, 10)), Some(26));
        assert_eq!(age(day(2026, 5, 10), day(2026, 5, 9)), None);
    }

    #[test]
    fn the_middle_is_hidden() {
        assert_eq!(masked("11010519491231002X"), "110105••••••••002X");
        assert_eq!(masked("12"), "12");
    }

    proptest! {
        #[test]
        fn one_wrong_digit_is_always_noticed(place in 0usize..17, by in 1u32..10, order in 0u32..1000) {
            let mut digits = [2, 2, 0, 9, 9, 0, 1, 9, 7, 1, 0, 1, 0, 1, 0, 0, 0];
            (digits[14], digits[15], digits[16]) = (order / 100, order / 10 % 10, order % 10);
            let check = check_character(&digits);
            digits[place] = (digits[place] + by) % 10;
            prop_assert_ne!(check_character(&digits), check);
        }

        #[test]
        fn any_text_is_answered(text in "\\PC{0,24}") {
            let _ = IdNumber::parse(&text);
            let _ = masked(&text);
        }
    }
}
