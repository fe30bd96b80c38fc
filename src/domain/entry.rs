//! What people type, made into values: full-width digits, dates in several spellings, amounts with 万 and 千.
//! Every function answers with the value or with the fault; it never guesses.

use time::{Date, Month};

use crate::Fault;
use crate::identity::half_width;
use crate::value::Fen;

/// Text without spaces around it, full-width letters and digits made half-width.
#[must_use]
pub fn text(typed: &str) -> String {
    typed.trim().chars().map(|c| if is_wide_alphanumeric(c) { half_width(c) } else { c }).collect()
}

/// A count, with or without separators.
///
/// # Errors
/// `NotANumber`, or `OutOfRange` outside of the range given.
pub fn count(typed: &str, least: u32, most: u32) -> Result<u32, Fault> {
    let digits: String = plain(typed).chars().filter(|c| *c != ',').collect();
    let number: i64 = digits.parse().map_err(|_| Fault::NotANumber)?;
    let out = Fault::OutOfRange { least: i64::from(least), most: i64::from(most) };
    u32::try_from(number).ok().filter(|n| (least..=most).contains(n)).ok_or(out)
}

/// A date: `2026-11-23`, `2026年11月23日`, `2026.11.23`, `2026/11/23` or `20261123`.
///
/// # Errors
/// `NotADate`.
pub fn date(typed: &str) -> Result<Date, Fault> {
    let spelt = plain(typed);
    let parts: Vec<&str> = spelt.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let (year, month, day) = match parts.as_slice() {
        [all] if all.len() == 8 => (&all[..4], &all[4..6], &all[6..]),
        [year, month, day] => (*year, *month, *day),
        _ => return Err(Fault::NotADate),
    };
    civil_date(year, month, day).ok_or(Fault::NotADate)
}

/// A time of day, `9:00` or `0900`, in minutes after midnight.
///
/// # Errors
/// `NotANumber`.
pub fn time_of_day(typed: &str) -> Result<u32, Fault> {
    let spelt = plain(typed);
    let digits: Vec<&str> = spelt.split([':', '.', '时', '点']).collect();
    let (hours, minutes) = match digits.as_slice() {
        [all] if all.len() == 4 && all.is_ascii() => all.split_at(2),
        [hours] | [hours, ""] => (*hours, "0"),
        [hours, minutes] => (*hours, minutes.trim_end_matches('分')),
        _ => return Err(Fault::NotANumber),
    };
    let hours: u32 = hours.parse().map_err(|_| Fault::NotANumber)?;
    let minutes: u32 = minutes.parse().map_err(|_| Fault::NotANumber)?;
    if hours < 24 && minutes < 60 { Ok(hours * 60 + minutes) } else { Err(Fault::NotANumber) }
}

/// The number of a bank account or card: 8 to 30 digits, with or without spaces and dashes.
///
/// # Errors
/// `NotAnAccount`.
pub fn account_number(typed: &str) -> Result<String, Fault> {
    let digits: String = plain(typed).chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    let is_one = (8..=30).contains(&digits.len()) && digits.chars().all(|c| c.is_ascii_digit());
    if is_one { Ok(digits) } else { Err(Fault::NotAnAccount) }
}

/// The number in the name of a villagers' group, `三组` or `第12组`; nothing where there is none.
#[must_use]
pub fn number_in(name: &str) -> Option<u32> {
    let digits: String = plain(name).chars().filter(char::is_ascii_digit).take(4).collect();
    if !digits.is_empty() {
        return digits.parse().ok();
    }
    let numerals: Vec<u32> = name.chars().filter_map(numeral).collect();
    let (tens, ones) = numerals
        .iter()
        .position(|number| *number == 10)
        .map_or((&[][..], &numerals[..]), |ten| (&numerals[..ten], &numerals[ten + 1..]));
    let has_ten = tens.len() + ones.len() < numerals.len();
    let tens = if has_ten { tens.first().copied().unwrap_or(1) * 10 } else { 0 };
    (!numerals.is_empty()).then(|| tens + ones.first().copied().unwrap_or(0))
}

fn numeral(c: char) -> Option<u32> {
    let place = "一二三四五六七八九十".chars().position(|numeral| numeral == c)?;
    u32::try_from(place + 1).ok()
}

/// An amount in yuan: `1200`, `1,200.50`, `3千`, `1.5万元`, `￥200`.
///
/// # Errors
/// `NotMoney`, also for more than two decimals of a yuan.
pub fn money(typed: &str) -> Result<Fen, Fault> {
    let spelt = plain(typed).replace([',', '¥', '元', ' '], "");
    let (digits, factor) = match spelt.strip_suffix(['万', '萬']) {
        Some(rest) => (rest, 10_000),
        None => spelt.strip_suffix('千').map_or((spelt.as_str(), 1), |rest| (rest, 1_000)),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    amount(whole, decimals, factor).ok_or(Fault::NotMoney)
}

/// A telephone number: 7 to 15 digits, with an optional `+` and separators.
///
/// # Errors
/// `NotAPhone`.
pub fn phone(typed: &str) -> Result<String, Fault> {
    let number: String = plain(typed).chars().filter(|c| !matches!(c, ' ' | '-' | '(' | ')')).collect();
    let digits = number.strip_prefix('+').unwrap_or(&number);
    let fits = (7..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    if fits { Ok(number) } else { Err(Fault::NotAPhone) }
}

fn is_wide_alphanumeric(c: char) -> bool {
    matches!(c, '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}')
}

fn plain(typed: &str) -> String {
    typed.trim().chars().map(half_width).map(|c| if c == '￥' { '¥' } else { c }).collect()
}

fn civil_date(year: &str, month: &str, day: &str) -> Option<Date> {
    let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
    let year: i32 = year.parse().ok().filter(|year| (1850..=2200).contains(year))?;
    Date::from_calendar_date(year, month, day.parse().ok()?).ok()
}

fn amount(whole: &str, decimals: &str, factor: i64) -> Option<Fen> {
    let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let fits = !whole.is_empty() && whole.len() <= 12 && decimals.len() <= 6;
    if !fits || !is_number(whole) || !is_number(decimals) {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let millionths: i64 = format!("{decimals:0<6}").parse().ok()?;
    let part = millionths * factor * 100;
    (part % 1_000_000 == 0).then(|| Fen(whole * factor * 100 + part / 1_000_000))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(y: i32, m: u8, d: u8) -> Date {
        Date::from_calendar_date(y, Month::try_from(m).expect("month"), d).expect("day")
    }

    #[test]
    fn dates_in_several_spellings() {
        for text in ["2026-11-23", "2026年11月23日", "2026.11.23", "2026/11/23", "20261123", " ２０２６-11-23 "]
        {
            assert_eq!(date(text), Ok(day(2026, 11, 23)), "{text}");
        }
        for text in ["", "2026-02-30", "26-1-1", "2026", "2026-11", "abc"] {
            assert_eq!(date(text), Err(Fault::NotADate), "{text}");
        }
    }

    #[test]
    fn amounts_with_units() {
        let cases =
            [("1200", 120_000), ("1,200.50", 120_050), ("3千", 300_000), ("1.5万元", 1_500_000), ("￥200", 20_000)];
        for (text, fen) in cases {
            assert_eq!(money(text), Ok(Fen(fen)), "{text}");
        }
        for text in ["", "1.005", "abc", "-3", "1.2.3", "9999999999999", "万"] {
            assert_eq!(money(text), Err(Fault::NotMoney), "{text}");
        }
    }

    #[test]
    fn times_of_day() {
        for (text, minutes) in
            [("9:00", 540), ("0930", 570), ("13：30", 810), ("9", 540), ("8点30分", 510), ("9点", 540)]
        {
            assert_eq!(time_of_day(text), Ok(minutes), "{text}");
        }
        for text in ["24:00", "9:60", "", "早上"] {
            assert_eq!(time_of_day(text), Err(Fault::NotANumber), "{text}");
        }
    }

    #[test]
    fn counts_within_a_range() {
        assert_eq!(count("1,200", 0, 5000), Ok(1200));
        assert_eq!(count("６０", 1, 100), Ok(60));
        assert_eq!(count("101", 1, 100), Err(Fault::OutOfRange { least: 1, most: 100 }));
        assert_eq!(count("-1", 0, 100), Err(Fault::OutOfRange { least: 0, most: 100 }));
        assert_eq!(count("六十", 0, 100), Err(Fault::NotANumber));
    }

    #[test]
    fn groups_are_numbered() {
        let cases = [("三组", 3), ("第十二村民小组", 12), ("二十组", 20), ("十组", 10), ("第4组", 4), ("１２社", 12)];
        for (name, number) in cases {
            assert_eq!(number_in(name), Some(number), "{name}");
        }
        assert_eq!([number_in(""), number_in("东沟")], [None, None]);
    }

    #[test]
    fn account_numbers() {
        assert_eq!(account_number("6228 4812-3456 7890"), Ok("6228481234567890".into()));
        assert_eq!(account_number("1234567"), Err(Fault::NotAnAccount));
        assert_eq!(account_number("62284812345678x0"), Err(Fault::NotAnAccount));
    }

    #[test]
    fn telephone_numbers() {
        assert_eq!(phone("138 0434-0001"), Ok("13804340001".into()));
        assert_eq!(phone("0434-3200000"), Ok("04343200000".into()));
        assert_eq!(phone("12345"), Err(Fault::NotAPhone));
        assert_eq!(phone("1380434000a"), Err(Fault::NotAPhone));
    }

    proptest! {
        #[test]
        fn any_text_is_answered(typed in "\\PC{0,20}") {
            let _ = (text(&typed), date(&typed), money(&typed), phone(&typed), time_of_day(&typed), count(&typed, 0, 9));
            let _ = (account_number(&typed), number_in(&typed));
        }
    }
}
