//! The days of a series: a session held every so many weeks, so many times, leaving out what nobody comes to. Pure dates.

use domain::{Choice as _, Date, Festival};
use time::Duration;

use super::{Season, busy_season};

/// No series looks further than so many turns.
const FURTHEST: u32 = 120;

/// How often a session is held again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rhythm {
    /// Every so many weeks.
    pub weeks: u32,
    /// So many times more.
    pub times: u32,
    /// Whether sowing and harvest are left out.
    pub skips_seasons: bool,
    /// Whether festivals are left out.
    pub skips_festivals: bool,
}

/// Why a turn is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Skipped {
    /// Farmers are in the fields.
    Season(Season),
    /// Everybody is at home.
    Festival(Festival),
}

/// A turn of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// Why it is left out; nothing where it is held.
    pub skipped: Option<Skipped>,
}

/// The turns after a first one of those days, until so many are held or the last day is reached.
#[must_use]
pub fn series((from, until): (Date, Date), rhythm: Rhythm, last: Date) -> Vec<Occurrence> {
    let (mut turns, mut held) = (Vec::new(), 0);
    for turn in 1..=FURTHEST {
        let by = Duration::weeks(i64::from(rhythm.weeks.max(1)) * i64::from(turn));
        let (Some(from), Some(until)) = (from.checked_add(by), until.checked_add(by)) else { break };
        if held >= rhythm.times || until > last {
            break;
        }
        let season = busy_season(from, until).filter(|_| rhythm.skips_seasons).map(Skipped::Season);
        let skipped = season.or_else(|| holiday(from, until).filter(|_| rhythm.skips_festivals).map(Skipped::Festival));
        held += u32::from(skipped.is_none());
        turns.push(Occurrence { from, until, skipped });
    }
    turns
}

/// The festival that a span of days touches: the day itself, and the week off at Spring Festival and National day.
#[must_use]
pub fn holiday(from: Date, until: Date) -> Option<Festival> {
    let years = from.year()..=until.year();
    let touches = |festival: &Festival| {
        years.clone().filter_map(|year| festival.day_in(year)).any(|day| {
            let (before, after) = match festival {
                Festival::Spring => (1, 6),
                Festival::National => (0, 6),
                _ => (0, 0),
            };
            day - Duration::days(before) <= until && day + Duration::days(after) >= from
        })
    };
    Festival::ALL.iter().copied().find(touches)
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::Month;

    fn day(month: u8, day: u8) -> Date {
        Date::from_calendar_date(2027, Month::try_from(month).expect("a month"), day).expect("a day")
    }

    #[test]
    fn a_series_leaves_out_sowing_and_festivals_and_is_still_held_so_often() {
        let rhythm = Rhythm { weeks: 2, times: 3, skips_seasons: true, skips_festivals: true };
        let turns = series((day(3, 30), day(3, 31)), rhythm, day(12, 31));
        let held: Vec<Date> = turns.iter().filter(|turn| turn.skipped.is_none()).map(|turn| turn.from).collect();
        assert_eq!(held, [day(4, 13), day(6, 8), day(6, 22)]);
        assert!(turns.iter().all(|turn| turn.skipped.is_some() || busy_season(turn.from, turn.until).is_none()));
    }

    #[test]
    fn a_series_ends_with_its_year() {
        let rhythm = Rhythm { weeks: 1, times: 50, skips_seasons: false, skips_festivals: false };
        let turns = series((day(12, 1), day(12, 2)), rhythm, day(12, 31));
        assert_eq!(turns.len(), 4);
        assert!(turns.iter().all(|turn| turn.until <= day(12, 31)));
    }

    #[test]
    fn festivals_take_the_days_off_with_them() {
        let cases = [
            ((2, 4), (2, 4), None),
            ((2, 5), (2, 5), Some(Festival::Spring)),
            ((2, 12), (2, 14), Some(Festival::Spring)),
            ((10, 7), (10, 9), Some(Festival::National)),
            ((6, 30), (7, 2), Some(Festival::PartyDay)),
            ((12, 31), (12, 31), None),
        ];
        for (from, until, expected) in cases {
            assert_eq!(holiday(day(from.0, from.1), day(until.0, until.1)), expected, "{from:?}");
        }
    }
}
