//! China's civil days on the wall clock: UTC+8, no summer time. People ask for a day; a clock counts milliseconds since
//! 1970. Reads no clock.

use time::Date;

const DAY: u64 = 86_400_000;
/// How far China's clocks are ahead of UTC.
const AHEAD: u64 = 8 * 3_600_000;
/// The Julian day of 1 January 1970.
const EPOCH: i32 = 2_440_588;

/// The moment at which a day begins; the beginning of 1970 for any day before.
#[must_use]
pub fn begin(day: Date) -> u64 {
    let days = u64::try_from(day.to_julian_day() - EPOCH).unwrap_or(0);
    (days * DAY).saturating_sub(AHEAD)
}

/// The last moment of a day.
#[must_use]
pub fn end(day: Date) -> u64 {
    begin(day) + DAY - 1
}

/// The day of a moment.
#[must_use]
pub fn of(millis: u64) -> Date {
    let days = i32::try_from(millis.saturating_add(AHEAD) / DAY).unwrap_or(i32::MAX - EPOCH);
    Date::from_julian_day(EPOCH + days).unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_that_of_every_moment_in_it() {
        for ordinal in [1, 59, 60, 182, 365] {
            let day = Date::from_ordinal_date(2026, ordinal).expect("a day");
            assert_eq!([of(begin(day)), of(end(day))], [day, day]);
            assert_eq!(Some(of(begin(day) - 1)), day.previous_day());
        }
    }

    #[test]
    fn days_begin_at_midnight_in_china() {
        let day = Date::from_ordinal_date(2026, 327).expect("a day");
        // 22 November 2026, 16:00 UTC.
        assert_eq!(begin(day), 1_795_363_200_000);
        assert_eq!(of(u64::MAX), Date::MAX);
    }
}
