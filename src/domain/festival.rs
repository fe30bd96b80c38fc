//! The festivals on which no household is forgotten, and the days they fall on. Lunar days come from a table: what is
//! computed in a browser differs from the published calendar in some years.
//!
//! Spring Festival and Mid-Autumn for 2000 to 2100 are those of the Chinese calendar (GB/T 33661-2017). The table was
//! made with lunar_python 1.4.8 (MIT) and compared, day for day, with zhdate 0.1 and lunardate 0.3.0.

use time::{Date, Month};

use crate::Sorting as _;
use crate::choice::Choice as _;

crate::choice! {
    /// A festival on which visits are made.
    Festival {
        /// New Year's day, 1 January.
        NewYear = 1,
        /// Spring Festival, the first day of the first lunar month.
        Spring = 2,
        /// The Party's day, 1 July.
        PartyDay = 3,
        /// Mid-Autumn, the fifteenth day of the eighth lunar month.
        MidAutumn = 4,
        /// National day, 1 October.
        National = 5,
    }
}

/// The first year of the table.
const FIRST: i32 = 2000;

/// Spring Festival and Mid-Autumn from the year 2000 on: month times a hundred, and day.
#[rustfmt::skip]
const LUNAR: [[u16; 2]; 101] = [
    [205, 912], [124, 1001], [212, 921], [201, 911], [122, 928], [209, 918], [129, 1006], [218, 925], [207, 914], [126, 1003],
    [214, 922], [203, 912], [123, 930], [210, 919], [131, 908], [219, 927], [208, 915], [128, 1004], [216, 924], [205, 913],
    [125, 1001], [212, 921], [201, 910], [122, 929], [210, 917], [129, 1006], [217, 925], [206, 915], [126, 1003], [213, 922],
    [203, 912], [123, 1001], [211, 919], [131, 908], [219, 927], [208, 916], [128, 1004], [215, 924], [204, 913], [124, 1002],
    [212, 920], [201, 910], [122, 928], [210, 917], [130, 1005], [217, 925], [206, 915], [126, 1004], [214, 922], [202, 911],
    [123, 930], [211, 919], [201, 907], [219, 926], [208, 916], [128, 1005], [215, 924], [204, 913], [124, 1002], [212, 921],
    [202, 909], [121, 928], [209, 917], [129, 1006], [217, 925], [205, 915], [126, 1003], [214, 923], [203, 911], [123, 929],
    [211, 919], [131, 908], [219, 926], [207, 916], [127, 1005], [215, 924], [205, 912], [124, 1001], [212, 920], [202, 910],
    [122, 928], [209, 917], [129, 1006], [217, 926], [206, 914], [126, 1003], [214, 922], [203, 911], [124, 929], [210, 918],
    [130, 908], [218, 927], [207, 916], [127, 1005], [215, 924], [205, 913], [125, 930], [212, 920], [201, 909], [121, 929],
    [209, 918],
];

impl Festival {
    /// The day of a year on which it falls; nothing for a lunar one outside of the table.
    #[must_use]
    pub fn day_in(self, year: i32) -> Option<Date> {
        let lunar = |which: usize| {
            let place = usize::try_from(year.checked_sub(FIRST)?).ok()?;
            LUNAR.get(place).map(|days| days[which])
        };
        let day = match self {
            Self::NewYear => 101,
            Self::Spring => lunar(0)?,
            Self::PartyDay => 701,
            Self::MidAutumn => lunar(1)?,
            Self::National => 1001,
        };
        let (month, day) = (u8::try_from(day / 100).ok()?, u8::try_from(day % 100).ok()?);
        Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
    }
}

/// The festivals from a day on, for about a year, the nearest first.
#[must_use]
pub fn coming(from: Date) -> Vec<(Festival, Date)> {
    let years = [from.year(), from.year() + 1];
    let of_year = |year: i32| Festival::ALL.iter().filter_map(move |one| Some((*one, one.day_in(year)?)));
    let mut all: Vec<(Festival, Date)> = years.into_iter().flat_map(of_year).filter(|(_, day)| *day >= from).collect();
    all.arrange_by_key(|(festival, day)| (*day, *festival));
    all.truncate(Festival::ALL.len());
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u8, day: u8) -> Option<Date> {
        Date::from_calendar_date(year, Month::try_from(month).expect("a month"), day).ok()
    }

    /// As the holidays of those years were announced, and as observatories publish the later ones.
    #[test]
    fn lunar_festivals_fall_on_their_published_days() {
        let check = |year, spring: (u8, u8), autumn: (u8, u8)| {
            assert_eq!(Festival::Spring.day_in(year), day(year, spring.0, spring.1), "{year}");
            assert_eq!(Festival::MidAutumn.day_in(year), day(year, autumn.0, autumn.1), "{year}");
        };
        check(2000, (2, 5), (9, 12));
        check(2008, (2, 7), (9, 14));
        check(2012, (1, 23), (9, 30));
        check(2014, (1, 31), (9, 8));
        check(2020, (1, 25), (10, 1));
        check(2023, (1, 22), (9, 29));
        check(2024, (2, 10), (9, 17));
        check(2025, (1, 29), (10, 6));
        check(2026, (2, 17), (9, 25));
        check(2027, (2, 6), (9, 15));
        check(2030, (2, 3), (9, 12));
        check(2033, (1, 31), (9, 8));
        check(2100, (2, 9), (9, 18));
    }

    /// Twelve or thirteen lunar months lie between, and from the first month to the eighth seven or (with a leap month) eight.
    #[test]
    fn the_table_keeps_the_length_of_lunar_years() {
        for year in 2000..2100 {
            let of = |festival: Festival, year| festival.day_in(year).expect("in the table");
            let length = (of(Festival::Spring, year + 1) - of(Festival::Spring, year)).whole_days();
            assert!((353..=355).contains(&length) || (383..=385).contains(&length), "{year}: {length}");
            let to_autumn = (of(Festival::MidAutumn, year) - of(Festival::Spring, year)).whole_days();
            assert!((219..=222).contains(&to_autumn) || (249..=252).contains(&to_autumn), "{year}: {to_autumn}");
        }
    }

    #[test]
    fn outside_of_the_table_only_solar_festivals_are_known() {
        assert_eq!(Festival::Spring.day_in(1999), None);
        assert_eq!(Festival::MidAutumn.day_in(2101), None);
        assert_eq!(Festival::National.day_in(2101), day(2101, 10, 1));
    }

    #[test]
    fn the_next_festivals_come_in_order() {
        let names =
            |from: Option<Date>| coming(from.expect("a day")).into_iter().map(|(one, _)| one).collect::<Vec<_>>();
        use Festival::{MidAutumn, National, NewYear, PartyDay, Spring};
        assert_eq!(names(day(2026, 11, 26)), [NewYear, Spring, PartyDay, MidAutumn, National]);
        assert_eq!(names(day(2025, 2, 1)), [PartyDay, National, MidAutumn, NewYear, Spring]);
        assert_eq!(names(day(2026, 10, 1))[0], National, "the day itself is still to come");
    }
}
