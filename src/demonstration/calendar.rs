//! Days: the festivals on which visits are made, and the seasons in which no class is held.
//! Nothing here asks the clock; today is always an argument.

use domain::{Choice as _, Date, Festival, Sorting as _};
use time::{Duration, Month};

use crate::dice::Dice;

/// A day of a year that has it; out of the calendar, its first day.
pub(crate) fn day(year: i32, month: u8, day: u8) -> Date {
    let month = Month::try_from(month).unwrap_or(Month::January);
    Date::from_calendar_date(year, month, day).unwrap_or(Date::MIN)
}

/// So many days later, or earlier.
pub(crate) fn after(date: Date, days: i32) -> Date {
    date.checked_add(Duration::days(i64::from(days))).unwrap_or(date)
}

/// Days from one to the other.
pub(crate) const fn days_between(from: Date, until: Date) -> i32 {
    until.to_julian_day() - from.to_julian_day()
}

/// Some day from one to the other; the first when the other lies before it.
pub(crate) fn some_day(dice: &mut Dice, from: Date, until: Date) -> Date {
    after(from, dice.between(0, days_between(from, until)))
}

/// The five festivals from the year before to the year after, in order: which (a place in `FESTIVALS`), and when.
pub(crate) fn festivals(year: i32) -> Vec<(usize, Date)> {
    let mut all: Vec<(usize, Date)> = (year - 1..=year + 1).flat_map(festivals_of).collect();
    all.arrange_by_key(|(_, date)| *date);
    all
}

fn festivals_of(year: i32) -> Vec<(usize, Date)> {
    let all = Festival::ALL.iter().enumerate();
    all.filter_map(|(place, festival)| Some((place, festival.day_in(year)?))).collect()
}

/// Whether a class may be held: not at sowing (mid April and May), at harvest (mid September to mid October), nor
/// around the Spring Festival.
pub(crate) fn is_slack(date: Date) -> bool {
    let of_year = u8::from(date.month()) as u32 * 100 + u32::from(date.day());
    let is_busy = matches!(of_year, 415..=531 | 915..=1015 | 1231) || of_year < 104;
    !is_busy && !is_spring_festival(date)
}

fn is_spring_festival(date: Date) -> bool {
    let spring = Festival::Spring.day_in(date.year());
    spring.is_some_and(|spring| (-5..=8).contains(&days_between(spring, date)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_keep_out_of_busy_seasons() {
        let cases = [
            ((2026, 4, 14), true),
            ((2026, 4, 15), false),
            ((2026, 5, 31), false),
            ((2026, 6, 1), true),
            ((2026, 9, 15), false),
            ((2026, 10, 15), false),
            ((2026, 10, 16), true),
            ((2026, 2, 17), false),
            ((2026, 3, 2), true),
        ];
        for ((year, month, date), expected) in cases {
            assert_eq!(is_slack(day(year, month, date)), expected, "{year}-{month}-{date}");
        }
    }

    #[test]
    fn festivals_are_in_order() {
        let all = festivals(2026);
        assert_eq!(all.len(), 15);
        assert!(all.is_sorted_by_key(|(_, date)| *date));
    }
}
