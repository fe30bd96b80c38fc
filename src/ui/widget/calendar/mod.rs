//! Calendars: a month as a grid with bars over several days, a week as a list. They know dates and words they are given, no events' meaning.
//! They must never ask what day it is.

mod drag;
pub mod layout;
pub mod month;
pub mod week;

pub use month::{CalendarWords, MonthGrid};
pub use week::WeekList;

use time::Date;

use super::list::Tone;

/// Something that takes one or more days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// First day.
    pub start: Date,
    /// Last day, itself included.
    pub end: Date,
    /// Its words, short.
    pub title: String,
    /// More, shown where there is room and always read out.
    pub detail: String,
    /// Where it leads.
    pub href: String,
    /// Its colour.
    pub tone: Tone,
}
