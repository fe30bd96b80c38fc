//! Which months and years of the fund are closed. A closed day takes no posting any more; what a merge brings to it
//! all the same is a finding.

use domain::Sorting as _;
use domain::records::Closing;
use domain::{Date, Id};
use time::Month;

use crate::State;

/// A month, or a whole year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// The year.
    pub year: i32,
    /// The month, 1 to 12; 0 for the whole year.
    pub month: u32,
}

impl Period {
    /// What a closing closes.
    #[must_use]
    pub fn of(closing: &Closing) -> Self {
        Self { year: i32::try_from(closing.year).unwrap_or(0), month: closing.month }
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn has(self, day: Date) -> bool {
        day.year() == self.year && (self.month == 0 || u32::from(u8::from(day.month())) == self.month)
    }

    /// Its first day; nothing when there is no such month.
    #[must_use]
    pub fn first_day(self) -> Option<Date> {
        let number = if self.month == 0 { 1 } else { u8::try_from(self.month).ok()? };
        Date::from_calendar_date(self.year, Month::try_from(number).ok()?, 1).ok()
    }

    /// Its last day; nothing when there is no such month.
    #[must_use]
    pub fn last_day(self) -> Option<Date> {
        let number = if self.month == 0 { 12 } else { u8::try_from(self.month).ok()? };
        let month = Month::try_from(number).ok()?;
        Date::from_calendar_date(self.year, month, month.length(self.year)).ok()
    }
}

/// The closed periods, the latest first.
#[must_use]
pub fn closed(state: &State) -> Vec<(Id<Closing>, Closing)> {
    let mut all: Vec<_> = state.all::<Closing>().iter().map(|(id, closing)| (id, closing.clone())).collect();
    all.arrange_by_key(|(id, closing)| (std::cmp::Reverse(Period::of(closing)), *id));
    all
}

/// The closing of just that period.
#[must_use]
pub fn closing_of(state: &State, period: Period) -> Option<Id<Closing>> {
    state.all::<Closing>().iter().find(|(_, closing)| Period::of(closing) == period).map(|(id, _)| id)
}

/// How a period is closed: by a closing of its own, or by that of its year.
#[must_use]
pub fn closed_by(state: &State, period: Period) -> Option<Closing> {
    let year = Period { month: 0, ..period };
    let id = closing_of(state, period).or_else(|| closing_of(state, year))?;
    state.get(id).cloned()
}

/// Whether a day lies in a closed month or year.
#[must_use]
pub fn is_closed(state: &State, day: Date) -> bool {
    state.all::<Closing>().iter().any(|(_, closing)| Period::of(closing).has(day))
}
