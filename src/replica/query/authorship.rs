//! When and where a record was made, for lists in the order of who came first. The same on every tablet.

use domain::{Kind, Uuid};

use crate::state::Cell;
use crate::{ReplicaId, State, Timestamp};

/// The place of a change among all: its time, its replica, its place in the chain.
pub(crate) type Place = (Timestamp, ReplicaId, u32);

/// The first change that touched a record.
#[must_use]
pub(crate) fn made(state: &State, kind: Kind, id: Uuid) -> Option<Place> {
    let first = state.touched_first(kind, id)?;
    let change = state.side.change_id(first);
    Some((first.time, change.replica, change.seq))
}

impl State {
    fn touched_first(&self, kind: Kind, id: Uuid) -> Option<crate::table::Mark> {
        let first = *self.touched(kind, id).first()?;
        let numbers = std::iter::once(0).chain(kind.fields().iter().map(|field| field.number));
        let marks = numbers.filter_map(|number| self.mark(Cell { kind: kind.number(), id, number }));
        let mut marks: Vec<_> = marks.collect();
        marks.sort_by(|a, b| self.side.order(*a, *b));
        // Every field may have been overridden since; then the oldest that still stands has to do.
        marks.iter().find(|mark| self.side.change_id(**mark) == first).or_else(|| marks.first()).copied()
    }
}
