//! Where the days and bars of a calendar stand: weeks start on Monday, a bar keeps its lane through a week. Pure geometry.
//! It must never lose an entry silently: what has no lane is counted on each of its days.

use domain::Sorting as _;
use time::{Date, Duration, Month};

/// The first and last day of something, both included.
pub type Span = (Date, Date);

/// A bar in one week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Which of the given spans.
    pub item: usize,
    /// First column, 1 (Monday) to 7.
    pub column: u8,
    /// How many columns.
    pub width: u8,
    /// Lane from the top, from 1.
    pub lane: u8,
    /// Whether the span starts in this week (else it comes from the week before).
    pub starts: bool,
    /// Whether it ends in this week.
    pub ends: bool,
}

/// A week with its bars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its days, Monday first.
    pub days: [Date; 7],
    /// Bars that have a lane.
    pub bars: Vec<Bar>,
    /// How many spans of each day have none.
    pub hidden: [usize; 7],
}

/// The Monday on or before a day.
pub fn monday_of(day: Date) -> Date {
    let back = Duration::days(day.weekday().number_days_from_monday().into());
    day.checked_sub(back).unwrap_or(Date::MIN)
}

/// Seven days from one on.
pub fn days_from(first: Date) -> [Date; 7] {
    let mut days = [first; 7];
    for at in 1..7 {
        days[at] = days[at - 1].next_day().unwrap_or(Date::MAX);
    }
    days
}

/// The weeks that a month touches, with at most `lanes` lanes of bars each.
pub fn month(year: i32, month: Month, spans: &[Span], lanes: u8) -> Vec<Week> {
    let Ok(first) = Date::from_calendar_date(year, month, 1) else { return Vec::new() };
    let mut weeks = Vec::with_capacity(6);
    let mut monday = monday_of(first);
    while monday <= first || (monday.year(), monday.month()) == (year, month) {
        weeks.push(week(monday, spans, lanes));
        match monday.checked_add(Duration::WEEK) {
            Some(next) => monday = next,
            None => break,
        }
    }
    weeks
}

/// One week. Longer and earlier spans take the upper lanes.
pub fn week(monday: Date, spans: &[Span], lanes: u8) -> Week {
    let days = days_from(monday);
    let mut here: Vec<(usize, Span)> = spans
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, (start, end))| start <= end && *start <= days[6] && *end >= monday)
        .collect();
    here.arrange_by_key(|(item, (start, end))| (*start, std::cmp::Reverse(*end), *item));
    let mut taken = vec![0u8; lanes.into()];
    let mut placed = Week { days, bars: Vec::new(), hidden: [0; 7] };
    for (item, span) in here {
        place(&mut placed, &mut taken, item, span);
    }
    placed
}

/// Puts a span into the first lane that is free from its first day on. `taken` is the last column taken in each lane.
fn place(week: &mut Week, taken: &mut [u8], item: usize, (start, end): Span) {
    let (first, last) = (column(week.days[0], start), column(week.days[0], end));
    match taken.iter().position(|until| *until < first) {
        Some(lane) => {
            taken[lane] = last;
            let lane = u8::try_from(lane + 1).unwrap_or(u8::MAX);
            let (starts, ends) = (start >= week.days[0], end <= week.days[6]);
            week.bars.push(Bar { item, column: first, width: last - first + 1, lane, starts, ends });
        }
        None => {
            for day in first..=last {
                week.hidden[usize::from(day - 1)] += 1;
            }
        }
    }
}

/// The column of a day in the week of a Monday; days outside go to the nearest end.
fn column(monday: Date, day: Date) -> u8 {
    let days = (day - monday).whole_days().clamp(0, 6);
    u8::try_from(days).unwrap_or(0) + 1
}

#[cfg(test)]
mod tests {
    use time::{Date, Month};

    use super::{Bar, days_from, monday_of, month, week};

    fn day(ordinal: u16) -> Date {
        Date::from_ordinal_date(2026, ordinal).unwrap()
    }

    #[test]
    fn weeks_start_on_monday() {
        // 2026-01-01 is a Thursday.
        assert_eq!(monday_of(day(1)), Date::from_calendar_date(2025, Month::December, 29).unwrap());
        assert_eq!(monday_of(day(5)), day(5));
        assert_eq!(days_from(day(5))[6], day(11));
    }

    #[test]
    fn months_have_the_weeks_they_touch() {
        let check = |year, this, expected| assert_eq!(month(year, this, &[], 3).len(), expected, "{year} {this}");
        check(2026, Month::January, 5);
        check(2026, Month::February, 5);
        check(2027, Month::February, 4);
        check(2026, Month::March, 6);
        check(2026, Month::December, 5);
    }

    #[test]
    fn bars_are_cut_at_the_ends_of_a_week() {
        let placed = week(day(5), &[(day(3), day(6)), (day(10), day(14))], 3);
        assert_eq!(
            placed.bars,
            [
                Bar { item: 0, column: 1, width: 2, lane: 1, starts: false, ends: true },
                Bar { item: 1, column: 6, width: 2, lane: 1, starts: true, ends: false },
            ]
        );
    }

    #[test]
    fn bars_that_meet_take_lanes_and_the_rest_is_counted() {
        let spans = [(day(5), day(7)), (day(7), day(8)), (day(7), day(7)), (day(9), day(9))];
        let placed = week(day(5), &spans, 2);
        let lanes: Vec<_> = placed.bars.iter().map(|bar| (bar.item, bar.lane)).collect();
        assert_eq!(lanes, [(0, 1), (1, 2), (3, 1)]);
        assert_eq!(placed.hidden, [0, 0, 1, 0, 0, 0, 0]);
    }

    #[test]
    fn spans_that_end_before_they_start_are_no_bars() {
        assert!(week(day(5), &[(day(8), day(6))], 2).bars.is_empty());
    }
}
