//! Days: the festivals on which visits are made, and the seasons in which no class is held.
//! Nothing here asks the clock; today is always an argument.

use domain::Date;
use domain::Sorting as _;
use time::{Duration, Month};

use crate::dice::Dice;

/// Spring Festival and mid-autumn, month and day, by year: lunar days, so a table.
static LUNAR: &[(i32, [u8; 2], [u8; 2])] = &[
    (2024, [2, 10], [9, 17]),
    (2025, [1, 29], [10, 6]),
    (2026, [2, 17], [9, 25]),
    (2027, [2, 6], [9, 15]),
    (2028, [1, 26], [10, 3]),
    (2029, [2, 13], [9, 22]),
    (2030, [2, 3], [9, 12]),
    (2031, [1, 23], [10, 1]),
    (2032, [2, 11], [9, 19]),
    (2033, [1, 31], [9, 8]),
    (2034, [2, 19], [9, 27]),
    (2035, [2, 8], [9, 16]),
    (2036, [1, 28], [10, 4]),
];

/// A day of a year that has it; out of the calendar, its first day.
pub(crate) fn day(year: i32, month: u8, day: u8) -> Date {
    let month = Month::try_from(month).unwrap_or(Month::January);
    Date::from_calendar_date(year, month, day).unwrap_or(Date::MIN)
}

fn of_pair(year: i32, [month, date]: [u8; 2]) -> Date {
    day(year, month, date)
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
    let mut all = vec![(0, day(year, 1, 1)), (2, day(year, 7, 1)), (4, day(year, 10, 1))];
    if let Some((_, spring, autumn)) = LUNAR.iter().find(|(of, _, _)| *of == year) {
        all.extend([(1, of_pair(year, *spring)), (3, of_pair(year, *autumn))]);
    }
    all
}

/// Whether a class may be held: not at sowing (mid April and May), at harvest (mid September to mid October), nor
/// around the Spring Festival.
pub(crate) fn is_slack(date: Date) -> bool {
    let of_year = u8::from(date.month()) as u32 * 100 + u32::from(date.day());
    let is_busy = matches!(of_year, 415..=531 | 915..=1015 | 1231) || of_year < 104;
    !is_busy && !is_spring_festival(date)
}

fn is_spring_festival(date: Date) -> bool {
    let year = LUNAR.iter().find(|(of, _, _)| *of == date.year());
    year.is_some_and(|(of, spring, _)| (-5..=8).contains(&days_between(of_pair(*of, *spring), date)))
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
