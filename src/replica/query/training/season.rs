//! The farming calendar of the region, as far as classes must heed it. Pure dates; it warns and never forbids.

use domain::Choice as _;
use domain::records::{Instructor, Weekday};
use time::{Date, Month};

/// A season in which farmers have no time for class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    /// Sowing: from mid April through May.
    Sowing,
    /// Harvest: from mid September to mid October.
    Harvest,
}

/// First and last day of each season, as month and day.
const SEASONS: [(Season, u32, u32); 2] = [(Season::Sowing, 415, 531), (Season::Harvest, 915, 1015)];

/// The busy season that a span of days touches.
#[must_use]
pub fn busy_season(from: Date, until: Date) -> Option<Season> {
    let of_year = |day: Date| u32::from(u8::from(day.month())) * 100 + u32::from(day.day());
    let years = until.year().saturating_sub(from.year()).unsigned_abs();
    let touches = |first: u32, last: u32| match years {
        0 => of_year(from) <= last && of_year(until) >= first,
        1 => of_year(from) <= last || of_year(until) >= first,
        _ => true,
    };
    SEASONS.into_iter().find(|(_, first, last)| touches(*first, *last)).map(|(season, _, _)| season)
}

/// The busy season that a month touches.
#[must_use]
pub fn busy_season_of_month(year: i32, month: Month) -> Option<Season> {
    let first = Date::from_calendar_date(year, month, 1).ok()?;
    busy_season(first, first.replace_day(month.length(year)).ok()?)
}

/// Why an instructor may have no time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// They do not teach on that day of the week.
    Day(Weekday),
    /// They are in the fields.
    Fields(Season),
}

/// Why an instructor may have no time in a span of days; only days that are ruled out count. It warns and never forbids.
#[must_use]
pub fn absence(instructor: &Instructor, from: Date, until: Date) -> Option<Absence> {
    let season = busy_season(from, until).filter(|_| instructor.is_farming);
    let days = std::iter::successors(Some(from), |day| day.next_day()).take_while(|day| *day <= until).take(7);
    let weekdays = days.filter_map(|day| Weekday::from_number(u16::from(day.weekday().number_from_monday())));
    let mut off = weekdays.filter(|day| !instructor.days.is_empty() && !instructor.days.contains(day));
    off.next().map(Absence::Day).or(season.map(Absence::Fields))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instructor_teaches_on_certain_days_and_not_from_the_fields() {
        let day = |ordinal| Date::from_ordinal_date(2026, ordinal).expect("a day");
        // 27 April 2026 is a Monday, in sowing time.
        let monday = day(117);
        let both = Instructor { days: vec![Weekday::Monday], is_farming: true, ..Instructor::default() };
        assert_eq!(absence(&Instructor::default(), monday, day(125)), None);
        assert_eq!(absence(&both, monday, monday), Some(Absence::Fields(Season::Sowing)));
        assert_eq!(absence(&both, monday, day(118)), Some(Absence::Day(Weekday::Tuesday)));
        let days = Instructor { is_farming: false, ..both };
        assert_eq!(absence(&days, monday, monday), None);
        assert_eq!(absence(&days, monday, day(116)), None, "days backwards are another sentence");
    }

    #[test]
    fn sowing_and_harvest_are_busy() {
        let day = |year, month: u8, day| {
            Date::from_calendar_date(year, Month::try_from(month).expect("a month"), day).expect("a day")
        };
        let cases = [
            ((2026, 4, 14), (2026, 4, 14), None),
            ((2026, 4, 14), (2026, 4, 15), Some(Season::Sowing)),
            ((2026, 5, 31), (2026, 6, 2), Some(Season::Sowing)),
            ((2026, 6, 1), (2026, 9, 14), None),
            ((2026, 10, 15), (2026, 10, 15), Some(Season::Harvest)),
            ((2026, 10, 16), (2026, 12, 31), None),
            ((2026, 12, 30), (2027, 1, 2), None),
            ((2026, 12, 30), (2027, 4, 20), Some(Season::Sowing)),
        ];
        for (from, until, expected) in cases {
            let found = busy_season(day(from.0, from.1, from.2), day(until.0, until.1, until.2));
            assert_eq!(found, expected, "{from:?} to {until:?}");
        }
        assert_eq!(busy_season_of_month(2026, Month::May), Some(Season::Sowing));
        assert_eq!(busy_season_of_month(2026, Month::November), None);
    }
}
