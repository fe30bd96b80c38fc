//! Dates as people write them.

use domain::Date;
use time::{OffsetDateTime, UtcOffset};

use crate::Language;

const HAN_WEEKDAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
const HANT_PREFIX: &str = "週";
const HANS_PREFIX: &str = "周";
const EN_WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const EN_MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Language {
    /// Day, month and year.
    #[must_use]
    pub fn date(self, date: Date) -> String {
        match self {
            Self::Hans | Self::Hant => format!("{}年{}月{}日", date.year(), date.month() as u8, date.day()),
            Self::En => format!("{} {} {}", date.day(), en_month(date), date.year()),
        }
    }

    /// Day and month.
    #[must_use]
    pub fn day(self, date: Date) -> String {
        match self {
            Self::Hans | Self::Hant => format!("{}月{}日", date.month() as u8, date.day()),
            Self::En => format!("{} {}", date.day(), en_month(date)),
        }
    }

    /// Day, month and weekday.
    #[must_use]
    pub fn day_of_week(self, date: Date) -> String {
        match self {
            Self::Hans | Self::Hant => format!("{} {}", self.day(date), self.weekday(date)),
            Self::En => format!("{} {}", self.weekday(date), self.day(date)),
        }
    }

    /// The day, with its year where that is not the year of `today`.
    #[must_use]
    pub fn near_date(self, date: Date, today: Date) -> String {
        if date.year() == today.year() { self.day(date) } else { self.date(date) }
    }

    /// From a day to a day.
    #[must_use]
    pub fn span(self, from: Date, until: Date) -> String {
        if from == until {
            return self.day(from);
        }
        match self {
            Self::Hans | Self::Hant if from.month() == until.month() => {
                format!("{}月{}–{}日", from.month() as u8, from.day(), until.day())
            }
            Self::En if from.month() == until.month() => {
                format!("{}–{} {}", from.day(), until.day(), en_month(from))
            }
            _ => format!("{} – {}", self.day(from), self.day(until)),
        }
    }

    /// The same with the year.
    #[must_use]
    pub fn span_of_year(self, from: Date, until: Date) -> String {
        let span = self.span(from, until);
        match self {
            Self::Hans | Self::Hant => format!("{}年{span}", from.year()),
            Self::En => format!("{span} {}", until.year()),
        }
    }

    /// Month and year.
    #[must_use]
    pub fn month(self, date: Date) -> String {
        match self {
            Self::Hans | Self::Hant => format!("{}年{}月", date.year(), date.month() as u8),
            Self::En => format!("{} {}", en_month(date), date.year()),
        }
    }

    /// The weekday.
    #[must_use]
    pub fn weekday(self, date: Date) -> String {
        let place = usize::from(date.weekday().number_days_from_monday());
        match self {
            Self::Hans => format!("{HANS_PREFIX}{}", HAN_WEEKDAYS[place]),
            Self::Hant => format!("{HANT_PREFIX}{}", HAN_WEEKDAYS[place]),
            Self::En => EN_WEEKDAYS[place].to_owned(),
        }
    }

    /// The weekdays from Monday, short.
    #[must_use]
    pub const fn weekdays(self) -> [&'static str; 7] {
        match self {
            Self::Hans | Self::Hant => HAN_WEEKDAYS,
            Self::En => EN_WEEKDAYS,
        }
    }

    /// A time of day, in minutes after midnight.
    #[must_use]
    pub fn time(self, minutes: u32) -> String {
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }

    /// The day of a moment, without its year.
    #[must_use]
    pub fn day_of(self, millis: u64) -> String {
        self.day(in_china(millis).date())
    }

    /// A moment as the name of a file takes it: `20261125-1404`, in China's time in every language.
    #[must_use]
    pub fn stamp(self, millis: u64) -> String {
        let there = in_china(millis);
        let date = there.date();
        format!("{:04}{:02}{:02}-{:02}{:02}", date.year(), date.month() as u8, date.day(), there.hour(), there.minute())
    }

    /// A moment, in milliseconds since 1970, as China's clocks show it (UTC+8, no summer time).
    #[must_use]
    pub fn moment(self, millis: u64) -> String {
        let there = in_china(millis);
        format!("{} {:02}:{:02}", self.date(there.date()), there.hour(), there.minute())
    }
}

/// A moment as China's clocks show it. What no calendar holds is shown as 1970.
fn in_china(millis: u64) -> OffsetDateTime {
    let seconds = i64::try_from(millis / 1000).unwrap_or_default();
    let utc = OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    utc.to_offset(UtcOffset::from_hms(8, 0, 0).unwrap_or(UtcOffset::UTC))
}

fn en_month(date: Date) -> &'static str {
    EN_MONTHS[usize::from(date.month() as u8) - 1]
}

/// A date as a form's date field takes it.
#[must_use]
pub fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month() as u8, date.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_said_as_people_say_them() {
        let (day, next) = (Date::from_ordinal_date(2026, 327), Date::from_ordinal_date(2026, 329));
        let (day, next) = (day.expect("a day"), next.expect("a day"));
        assert_eq!(Language::Hans.date(day), "2026年11月23日");
        assert_eq!(Language::Hans.day_of_week(day), "11月23日 周一");
        assert_eq!(Language::En.day_of_week(day), "Mon 23 Nov");
        assert_eq!(Language::Hant.weekday(day), "週一");
        assert_eq!(Language::En.span(day, next), "23–25 Nov");
        assert_eq!(Language::Hans.span(day, next), "11月23–25日");
        assert_eq!(iso(day), "2026-11-23");
        assert_eq!(Language::Hans.moment(1_795_000_000_000), "2026年11月18日 19:06");
    }
}
