//! History: what was done to a record, or by whom on a day, read from the log when asked for. Nothing of it is kept in
//! memory.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Kind, Uuid, Value};

use crate::change::RecordOps;
use crate::{Change, ChangeId, Intent, Timestamp};

/// One change as far as it touched a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The change.
    pub change: ChangeId,
    /// When it was made.
    pub time: Timestamp,
    /// Who made it, where staff are known.
    pub author: Option<Uuid>,
    /// What was meant: the number of an [`Intent`](crate::Intent).
    pub intent: u16,
    /// What became of the fields.
    pub edits: Vec<Edit>,
}

/// What a change did to a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// The field's number.
    pub number: u16,
    /// What stood there before.
    pub before: Value,
    /// What it wrote.
    pub after: Value,
}

/// One change as the log of a day's work lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct Deed {
    /// The change.
    pub change: ChangeId,
    /// When it was made.
    pub time: Timestamp,
    /// Who made it, where staff are known.
    pub author: Option<Uuid>,
    /// What was meant: the number of an [`Intent`].
    pub intent: u16,
    /// The records that it wrote, as far as this version knows their kinds.
    pub records: Vec<(Kind, Uuid)>,
    /// The changes that it took back.
    pub undone: Vec<ChangeId>,
}

/// A change as the log of a day's work lists it.
#[must_use]
pub fn deed(change: &Change) -> Deed {
    let records = change.records.iter().filter_map(|ops| Some((Kind::from_number(ops.kind)?, ops.id)));
    let is_undo = change.intent() == Some(Intent::Undo);
    let replaced = change.records.iter().flat_map(|ops| &ops.fields).flat_map(|op| &op.replaces).copied();
    let undone: BTreeSet<ChangeId> = replaced.filter(|_| is_undo).collect();
    Deed {
        change: change.id,
        time: change.time,
        author: change.author,
        intent: change.intent,
        records: records.collect(),
        undone: undone.into_iter().collect(),
    }
}

/// The events of a record, oldest first, from the changes that touched it, oldest first.
#[must_use]
pub fn events_of(kind: Kind, id: Uuid, changes: &[Change]) -> Vec<Event> {
    let mut values: BTreeMap<u16, Value> = BTreeMap::new();
    changes.iter().map(|change| event(kind, id, change, &mut values)).collect()
}

fn event(kind: Kind, id: Uuid, change: &Change, values: &mut BTreeMap<u16, Value>) -> Event {
    let is_here = |ops: &&RecordOps| ops.kind == kind.number() && ops.id == id;
    let fields = change.records.iter().filter(is_here).flat_map(|ops| &ops.fields);
    let edits = fields.map(|op| {
        let before = values.insert(op.number, op.value.clone()).unwrap_or_default();
        Edit { number: op.number, before, after: op.value.clone() }
    });
    Event { edits: edits.collect(), change: change.id, time: change.time, author: change.author, intent: change.intent }
}
