//! The farming calendar of the region, as far as classes must heed it. Pure dates; it warns and never forbids.

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

#[cfg(test)]
mod tests {
    use super::*;

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
