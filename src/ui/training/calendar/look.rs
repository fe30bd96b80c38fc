//! What of the calendar is looked at: month, week or open sessions, which days, which site. It is in the address, so that
//! reload and "back" keep it. Pure.

use domain::records::Site;
use domain::{Date, Id, entry};
use locales::dates;
use time::{Duration, Month};

use crate::route::Route;
use crate::widget::calendar::layout;

/// The ways to look at the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum View {
    Month,
    Week,
    Open,
}

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    /// How.
    pub(super) view: View,
    /// The first of the month, or a day of the week.
    pub(super) day: Date,
    /// Only this site.
    pub(super) site: Option<Id<Site>>,
}

impl Look {
    /// What an address says; what it leaves open is today's.
    pub(super) fn read(value: impl Fn(&str) -> Option<String>, today: Date) -> Self {
        let view = match value("view").as_deref() {
            Some("week") => View::Week,
            Some("open") => View::Open,
            _ => View::Month,
        };
        let named = match view {
            View::Month => value("month").and_then(|month| entry::date(&format!("{month}-01")).ok()),
            View::Week => value("day").and_then(|day| entry::date(&day).ok()),
            View::Open => None,
        };
        let site = value("site").and_then(|site| site.parse().ok());
        Self { view, day: named.unwrap_or(today), site }
    }

    /// Its address.
    pub(super) fn href(self) -> String {
        Route::Calendar.href_with(&self.query())
    }

    fn query(self) -> String {
        let day = dates::iso(self.day);
        let site = self.site.map(|site| format!("&site={site}")).unwrap_or_default();
        match self.view {
            View::Month => format!("month={}{site}", &day[..7]),
            View::Week => format!("view=week&day={day}{site}"),
            View::Open => format!("view=open{site}"),
        }
    }

    /// The same, another way. A week of this month is today's where today is in it.
    pub(super) fn seen_as(self, view: View, today: Date) -> Self {
        let is_now = (self.day.year(), self.day.month()) == (today.year(), today.month());
        let day = if is_now || self.view == View::Open { today } else { self.day };
        Self { view, day, ..self }
    }

    /// The same around another day.
    pub(super) fn around(self, day: Date) -> Self {
        Self { day, ..self }
    }

    /// The month or week after, or before.
    pub(super) fn turned(self, forward: bool) -> Self {
        let day = match (self.view, forward) {
            (View::Week, true) => self.day.saturating_add(Duration::WEEK),
            (View::Week, false) => self.day.saturating_sub(Duration::WEEK),
            (_, true) => month_beside(self.day, Month::next, (Month::January, 1)),
            (_, false) => month_beside(self.day, Month::previous, (Month::December, -1)),
        };
        Self { day, ..self }
    }

    /// Year and month.
    pub(super) fn month(self) -> (i32, Month) {
        (self.day.year(), self.day.month())
    }

    /// The first and the last day in sight.
    pub(super) fn span(self) -> (Date, Date) {
        let monday = layout::monday_of(self.day);
        if self.view == View::Week {
            return (monday, monday.saturating_add(Duration::days(6)));
        }
        let weeks = layout::month(self.day.year(), self.day.month(), &[], 0);
        let first = weeks.first().map_or(monday, |week| week.days[0]);
        (first, weeks.last().map_or(monday, |week| week.days[6]))
    }
}

/// The first of the month beside; the year turns when that month is `turn`.
fn month_beside(day: Date, beside: impl Fn(Month) -> Month, (turn, years): (Month, i32)) -> Date {
    let month = beside(day.month());
    let year = if month == turn { day.year() + years } else { day.year() };
    Date::from_calendar_date(year, month, 1).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u8, day: u8) -> Date {
        Date::from_calendar_date(2026, Month::try_from(month).expect("a month"), day).expect("a day")
    }

    fn read(query: &str) -> Look {
        let value = |name: &str| {
            let parts = query.split('&').filter_map(|part| part.split_once('='));
            parts.into_iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
        };
        Look::read(value, day(11, 23))
    }

    #[test]
    fn an_address_says_what_is_looked_at() {
        let cases = [
            ("", (View::Month, day(11, 23))),
            ("month=2026-04", (View::Month, day(4, 1))),
            ("month=nonsense", (View::Month, day(11, 23))),
            ("view=week&day=2026-12-30", (View::Week, day(12, 30))),
            ("view=open&month=2026-04", (View::Open, day(11, 23))),
        ];
        for (query, (view, day)) in cases {
            let look = read(query);
            assert_eq!((look.view, look.day), (view, day), "{query}");
            assert_eq!(read(&look.query()).view, view, "{query}");
        }
    }

    #[test]
    fn months_and_weeks_turn_over_the_year() {
        let look = |query| read(query).turned(true).turned(false).query();
        assert_eq!(read("month=2026-12").turned(true).query(), "month=2027-01");
        assert_eq!(read("month=2026-01").turned(false).query(), "month=2025-12");
        assert_eq!(look("view=week&day=2026-12-30"), "view=week&day=2026-12-30");
    }

    #[test]
    fn a_month_is_seen_with_the_days_that_fill_its_weeks() {
        assert_eq!(read("month=2026-11").span(), (day(10, 26), day(12, 6)));
        assert_eq!(read("view=week&day=2026-11-25").span(), (day(11, 23), day(11, 29)));
        assert_eq!(read("month=2026-11").seen_as(View::Week, day(11, 23)).day, day(11, 23));
        assert_eq!(read("month=2026-04").seen_as(View::Week, day(11, 23)).day, day(4, 1));
    }
}
