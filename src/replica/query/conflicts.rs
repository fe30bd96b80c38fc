//! Conflicts: fields that two tablets wrote without knowing of each other. Both values stand until a person chooses.

use domain::{Kind, Uuid, Value};

use crate::state::Cell;
use crate::{ChangeId, State, Timestamp};

/// A field with more than one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The kind of the record.
    pub kind: Kind,
    /// The record.
    pub id: Uuid,
    /// The field's number.
    pub number: u16,
    /// Its values, the one that is shown first.
    pub heads: Vec<Head>,
}

/// One of the values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The change that wrote it.
    pub change: ChangeId,
    /// When.
    pub time: Timestamp,
    /// The value.
    pub value: Value,
}

impl Conflict {
    /// Which field of which record it is.
    #[must_use]
    pub fn place(&self) -> (u16, Uuid, u16) {
        (self.kind.number(), self.id, self.number)
    }
}

/// All conflicts, in the order of kinds and records. Where all wrote the same, there is none.
#[must_use]
pub fn conflicts(state: &State) -> Vec<Conflict> {
    state.observe_all();
    state.contested().into_iter().filter_map(|cell| conflict(state, cell)).collect()
}

fn conflict(state: &State, cell: Cell) -> Option<Conflict> {
    let heads: Vec<Head> =
        state.values_beside(cell).into_iter().map(|(change, time, value)| Head { change, time, value }).collect();
    let differs = heads.windows(2).any(|pair| pair[0].value != pair[1].value);
    let kind = Kind::from_number(cell.kind).filter(|_| differs)?;
    Some(Conflict { kind, id: cell.id, number: cell.number, heads })
}
