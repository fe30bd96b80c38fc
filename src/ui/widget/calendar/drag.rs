//! Dragging on a month: an entry to other days, or over days. It knows where the weeks lie and whither the pointer went;
//! what comes of it is the caller's. It must never be the only way to do something.

use leptos::{ev::PointerEvent, html, prelude::*};
use time::{Date, Duration};

use crate::widget::pointer;

/// A pointer that moved less than so many pixels pressed and did not drag.
const STILL: f64 = 8.0;

/// What is held.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Held {
    /// The entry's place; nothing while days are chosen.
    item: Option<usize>,
    /// Its days, or the day where the pointer went down.
    days: (Date, Date),
    /// Where the pointer went down, in the window and in the month: across, down.
    begun: (f64, f64),
    inside: (f64, f64),
    /// How many days the pointer went.
    by: i64,
    /// Whether it went far enough to count.
    is_dragged: bool,
}

impl Held {
    /// An entry.
    pub(super) fn entry(item: usize, days: (Date, Date)) -> Self {
        Self { item: Some(item), ..Self::days(days.0).over(days) }
    }

    /// A day.
    pub(super) fn days(day: Date) -> Self {
        Self { item: None, days: (day, day), begun: (0.0, 0.0), inside: (0.0, 0.0), by: 0, is_dragged: false }
    }

    fn over(self, days: (Date, Date)) -> Self {
        Self { days, ..self }
    }

    /// The days over which it lies now.
    fn target(self) -> (Date, Date) {
        let by = Duration::days(self.by);
        let moved = |day: Date| day.saturating_add(by);
        match self.item {
            Some(_) => (moved(self.days.0), moved(self.days.1)),
            None => (self.days.0.min(moved(self.days.0)), self.days.0.max(moved(self.days.0))),
        }
    }
}

/// A week where it lies: its Monday, the element.
type Lying = (Date, NodeRef<html::Div>);

/// The weeks of a month, and what is held over them.
#[derive(Clone, Copy)]
pub(super) struct Drag {
    weeks: StoredValue<Vec<Lying>>,
    held: RwSignal<Option<Held>>,
    /// Whether the press that ends now was a drag: the click that follows it means nothing.
    was: StoredValue<bool>,
    on_move: Option<Callback<(usize, i64)>>,
    on_span: Option<Callback<(Date, Date)>>,
}

impl Drag {
    pub(super) fn new(on_move: Option<Callback<(usize, i64)>>, on_span: Option<Callback<(Date, Date)>>) -> Self {
        let (weeks, held) = (StoredValue::new(vec![]), RwSignal::new(None));
        Self { weeks, held, was: StoredValue::new(false), on_move, on_span }
    }

    /// Forgets the weeks: the month is drawn anew.
    pub(super) fn clear(self) {
        self.weeks.set_value(vec![]);
        self.give_up();
    }

    /// Takes in the next week.
    pub(super) fn week(self, monday: Date) -> NodeRef<html::Div> {
        let node = NodeRef::new();
        self.weeks.update_value(|weeks| weeks.push((monday, node)));
        node
    }

    /// Whether entries can be moved at all.
    pub(super) fn moves(self) -> bool {
        self.on_move.is_some()
    }

    /// A pointer went down on what would be held; its upper left corner in the month. True where it is held now, so that
    /// the pointer should be caught.
    pub(super) fn begin(self, ev: &PointerEvent, (left, top): (f64, f64), held: Held) -> bool {
        self.was.set_value(false);
        let is_wanted = if held.item.is_some() { self.on_move.is_some() } else { self.on_span.is_some() };
        if !is_wanted || ev.button() != 0 {
            return false;
        }
        let (x, y) = pointer::in_element(ev);
        self.held.set(Some(Held { begun: pointer::in_window(ev), inside: (left + x, top + y), ..held }));
        true
    }

    /// The pointer moved.
    pub(super) fn follow(self, ev: &PointerEvent) {
        let Some(held) = self.held.get_untracked() else { return };
        let (x, y) = pointer::in_window(ev);
        let (across, down) = (x - held.begun.0, y - held.begun.1);
        let is_dragged = held.is_dragged || across.abs() + down.abs() > STILL;
        let at = |point| self.day_at(point);
        let by = match (at(held.inside), at((held.inside.0 + across, held.inside.1 + down))) {
            (Some(from), Some(to)) if is_dragged => (to - from).whole_days(),
            _ => held.by,
        };
        let now = Held { by, is_dragged, ..held };
        if now != held {
            self.held.set(Some(now));
        }
    }

    /// The day that lies at a point of the month.
    fn day_at(self, (x, y): (f64, f64)) -> Option<Date> {
        let lying = |(monday, node): &Lying| {
            let week = node.get_untracked()?;
            let (left, top) = (week.offset_left().into(), week.offset_top().into());
            Some((*monday, [left, top, week.offset_width().into(), week.offset_height().into()]))
        };
        let weeks: Vec<_> = self.weeks.with_value(|weeks| weeks.iter().filter_map(lying).collect());
        day_at(&weeks, (x, y))
    }

    /// The pointer let go.
    pub(super) fn end(self) {
        let Some(held) = self.held.get_untracked() else { return };
        self.held.set(None);
        self.was.set_value(held.is_dragged);
        if !held.is_dragged {
            return;
        }
        match held.item {
            Some(item) if held.by != 0 => self.on_move.into_iter().for_each(|done| done.run((item, held.by))),
            None if held.by != 0 => self.on_span.into_iter().for_each(|done| done.run(held.target())),
            _ => {}
        }
    }

    /// What is held goes back to its place.
    pub(super) fn give_up(self) {
        if self.held.get_untracked().is_some() {
            self.held.set(None);
        }
    }

    /// Whether the press that has just ended was a drag. Asked once: the next press is another one.
    pub(super) fn was_dragged(self) -> bool {
        let was = self.was.get_value();
        self.was.set_value(false);
        was
    }

    /// Whether what is held would come to lie on a day.
    pub(super) fn covers(self, day: Date) -> bool {
        let target = |held: Held| held.target();
        self.held
            .get()
            .filter(|held| held.is_dragged)
            .map(target)
            .is_some_and(|(from, until)| from <= day && day <= until)
    }

    /// Whether an entry is held.
    pub(super) fn holds(self, item: usize) -> bool {
        self.held.get().is_some_and(|held| held.is_dragged && held.item == Some(item))
    }
}

/// Among weeks of such left, top, width and height, the day at a point; beyond the ends the nearest.
fn day_at(weeks: &[(Date, [f64; 4])], (x, y): (f64, f64)) -> Option<Date> {
    let below = weeks.iter().rev().find(|(_, [_, top, ..])| *top <= y);
    let (monday, [left, _, width, _]) = below.or_else(|| weeks.first())?;
    let column = ((x - left) / (width / 7.0).max(1.0)).floor().clamp(0.0, 6.0);
    monday.checked_add(Duration::days(column as i64))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(ordinal: u16) -> Date {
        Date::from_ordinal_date(2026, ordinal).unwrap()
    }

    #[test]
    fn a_point_lies_on_a_day() {
        let weeks = [(day(5), [10.0, 100.0, 700.0, 50.0]), (day(12), [10.0, 150.0, 700.0, 50.0])];
        let check = |point, expected| assert_eq!(day_at(&weeks, point), Some(day(expected)), "{point:?}");
        check((11.0, 101.0), 5);
        check((709.0, 149.0), 11);
        check((115.0, 150.0), 13);
        check((0.0, 0.0), 5);
        check((9000.0, 9000.0), 18);
        assert_eq!(day_at(&[], (0.0, 0.0)), None);
    }

    #[test]
    fn what_is_held_lies_over_as_many_days_as_before_and_a_choice_of_days_grows_both_ways() {
        let held = Held { by: -3, ..Held::entry(0, (day(10), day(12))) };
        assert_eq!(held.target(), (day(7), day(9)));
        assert_eq!(Held { by: -3, ..Held::days(day(10)) }.target(), (day(7), day(10)));
        assert_eq!(Held { by: 2, ..Held::days(day(10)) }.target(), (day(10), day(12)));
    }
}
