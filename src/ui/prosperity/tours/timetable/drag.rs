//! Dragging a line of a list to another place. It knows where the lines lie and whither the pointer went; what comes of
//! it is the caller's.

use leptos::{html, prelude::*};

/// A line on its way.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Held {
    from: usize,
    begun: f64,
    by: f64,
}

/// The lines of a list, and the one that is held.
#[derive(Clone, Copy)]
pub(super) struct Dragging {
    lines: StoredValue<Vec<NodeRef<html::Li>>>,
    held: RwSignal<Option<Held>>,
}

impl Dragging {
    pub(super) fn new() -> Self {
        Self { lines: StoredValue::new(vec![]), held: RwSignal::new(None) }
    }

    /// Forgets the lines: the list is drawn anew.
    pub(super) fn clear(self) {
        self.lines.set_value(vec![]);
        self.held.set(None);
    }

    /// Takes in the next line.
    pub(super) fn line(self) -> NodeRef<html::Li> {
        let node = NodeRef::new();
        self.lines.update_value(|lines| lines.push(node));
        node
    }

    /// A pointer went down on the handle of a line.
    pub(super) fn begin(self, from: usize, begun: f64) {
        self.held.set(Some(Held { from, begun, by: 0.0 }));
    }

    /// The pointer moved.
    pub(super) fn follow(self, y: f64) {
        self.held.update(|held| {
            if let Some(held) = held {
                held.by = y - held.begun;
            }
        });
    }

    /// How far a line is away from its place; nothing for one that is not held.
    pub(super) fn shift(self, at: usize) -> Option<f64> {
        self.held.get().filter(|held| held.from == at).map(|held| held.by)
    }

    /// Where a held line would come to lie.
    pub(super) fn target(self) -> Option<(usize, usize)> {
        let held = self.held.get()?;
        let places = self.lines.with_value(|lines| {
            let place = |node: &NodeRef<html::Li>| {
                node.get_untracked().map(|line| (line.offset_top().into(), line.offset_height().into()))
            };
            lines.iter().map(place).collect::<Option<Vec<(f64, f64)>>>()
        });
        Some((held.from, place_of(&places?, held.from, held.by)))
    }

    /// The line goes back to its place.
    pub(super) fn clear_hold(self) {
        self.held.set(None);
    }

    /// The pointer let go: from where to where, if the line was held at all.
    pub(super) fn end(self) -> Option<(usize, usize)> {
        let found = untrack(|| self.target());
        self.held.set(None);
        found
    }
}

/// Among lines of such tops and heights, the place at which one comes to lie that is moved by so much.
fn place_of(places: &[(f64, f64)], from: usize, by: f64) -> usize {
    let Some((top, height)) = places.get(from).copied() else { return from };
    let middle = |(top, height): (f64, f64)| top + height / 2.0;
    let edge = if by < 0.0 { top + by } else { top + by + height };
    let is_passed = |(at, place): (usize, &(f64, f64))| {
        let is_above = if by < 0.0 { middle(*place) < edge } else { middle(*place) <= edge };
        at != from && is_above
    };
    places.iter().enumerate().filter(|(at, place)| is_passed((*at, place))).count()
}

#[cfg(test)]
mod tests {
    use super::place_of;

    #[test]
    fn a_line_comes_to_lie_where_its_edge_passes_the_middle_of_another() {
        let places = [(0.0, 80.0), (80.0, 80.0), (160.0, 120.0), (280.0, 80.0)];
        let check = |from, by, expected| assert_eq!(place_of(&places, from, by), expected, "{from} by {by}");
        check(1, 0.0, 1);
        check(1, 30.0, 1);
        check(1, 65.0, 2);
        check(1, 500.0, 3);
        check(1, -39.0, 1);
        check(1, -45.0, 0);
        check(3, -500.0, 0);
        check(0, -10.0, 0);
    }
}
