//! The rules of the fold, said as plainly as they can be: a slow interpreter, written from the definition (which value of
//! a field stands, what a fork takes out) and not from the fold, to compare the fold with.

use std::collections::{BTreeMap, BTreeSet};

use domain::schema::REMOVED;
use domain::{Fit, Kind, Uuid, Value};

use crate::change::{Hash, Signed};
use crate::state::Cell;
use crate::{Change, ChangeId, ReplicaId, State, Timestamp};

/// A set of changes.
#[derive(Clone, Debug, Default)]
pub struct Naive {
    changes: BTreeMap<Hash, Change>,
}

/// A field: the kind's number, the record, the field's number.
type Field = (u16, Uuid, u16);
/// What stands before what: time, then replica, then place in the chain.
type Order = (Timestamp, ReplicaId, u32);

/// One write of one field.
#[derive(Clone, Debug)]
struct Write {
    order: Order,
    id: ChangeId,
    value: Value,
    replaces: Vec<ChangeId>,
}

impl Naive {
    /// Adds a change to the set.
    pub fn add(&mut self, signed: &Signed) {
        self.add_as(&signed.change, signed.hash);
    }

    /// Adds a change of that hash to the set.
    pub fn add_as(&mut self, change: &Change, hash: Hash) {
        self.changes.insert(hash, change.clone());
    }

    /// The first place of a chain at which two changes stand, or that two successors know by different hashes.
    #[must_use]
    pub fn cut(&self, replica: ReplicaId) -> Option<u32> {
        let chain: Vec<(&Hash, &Change)> =
            self.changes.iter().filter(|(_, change)| change.id.replica == replica).collect();
        let last = chain.iter().map(|(_, change)| change.id.seq).max().unwrap_or(0);
        (1..=last).find(|seq| {
            let standing = chain.iter().filter(|(_, change)| change.id.seq == *seq).map(|(hash, _)| **hash);
            let named = chain.iter().filter(|(_, change)| change.id.seq == *seq + 1).map(|(_, change)| change.previous);
            standing.chain(named).collect::<BTreeSet<_>>().len() > 1
        })
    }

    /// The changes that count: of each chain those from the first on, up to a gap or a fork.
    #[must_use]
    pub fn counted(&self) -> Vec<&Change> {
        let replicas: BTreeSet<ReplicaId> = self.changes.values().map(|change| change.id.replica).collect();
        replicas.into_iter().flat_map(|replica| self.counted_of(replica)).collect()
    }

    fn counted_of(&self, replica: ReplicaId) -> Vec<&Change> {
        let end = self.cut(replica).unwrap_or(u32::MAX);
        let place = |seq: u32| self.changes.values().find(|change| change.id == ChangeId { replica, seq });
        (1..end).map_while(place).collect()
    }

    fn writes(&self) -> BTreeMap<Field, Vec<Write>> {
        let mut writes: BTreeMap<Field, Vec<Write>> = BTreeMap::new();
        for change in self.counted() {
            let order = (change.time, change.id.replica, change.id.seq);
            for ops in &change.records {
                for op in &ops.fields {
                    let write = Write { order, id: change.id, value: op.value.clone(), replaces: op.replaces.clone() };
                    writes.entry((ops.kind, ops.id, op.number)).or_default().push(write);
                }
            }
        }
        writes
    }

    /// In what a state differs from what these changes mean.
    #[must_use]
    pub fn difference(&self, state: &State) -> Option<String> {
        let writes = self.writes();
        let unknown = writes.iter().filter(|(field, writes)| is_unknown(**field, &heads(writes)[0].value)).count();
        let fields = writes.iter().find_map(|(field, writes)| difference_of_field(state, *field, &heads(writes)));
        let rows = self.rows().into_iter().find_map(|((kind, id), touched)| {
            let kind = Kind::from_number(kind)?;
            let there =
                (state.touched(kind, id), state.made(kind, id).map(|(_, replica, seq)| ChangeId { replica, seq }));
            let first = touched.first().copied();
            (there != (touched, first)).then(|| format!("{kind:?} {id} was touched by {there:?}"))
        });
        self.difference_of_chains(state).or(fields).or(rows).or_else(|| {
            let waiting = state.foreign_count();
            (waiting != unknown).then(|| format!("{waiting} values wait for a newer version, and not {unknown}"))
        })
    }

    fn difference_of_chains(&self, state: &State) -> Option<String> {
        let mut heads: BTreeMap<ReplicaId, u32> = BTreeMap::new();
        self.counted().into_iter().for_each(|change| {
            heads.insert(change.id.replica, change.id.seq);
        });
        let there: BTreeMap<ReplicaId, u32> = state.vector().iter().map(|head| (head.replica, head.seq)).collect();
        (there != heads).then(|| format!("chains: {there:?}, and not {heads:?}"))
    }

    /// The records, each with the changes that touched it, oldest first.
    fn rows(&self) -> BTreeMap<(u16, Uuid), Vec<ChangeId>> {
        let mut rows: BTreeMap<(u16, Uuid), BTreeSet<(Order, ChangeId)>> = BTreeMap::new();
        for change in self.counted() {
            let order = (change.time, change.id.replica, change.id.seq);
            for ops in &change.records {
                rows.entry((ops.kind, ops.id)).or_default().insert((order, change.id));
            }
        }
        rows.into_iter().map(|(row, touched)| (row, touched.into_iter().map(|(_, id)| id).collect())).collect()
    }
}

/// The writes that stand, the latest first: those that no later write names as replaced.
fn heads(writes: &[Write]) -> Vec<&Write> {
    let is_replaced =
        |write: &Write| writes.iter().any(|later| later.order > write.order && later.replaces.contains(&write.id));
    let mut heads: Vec<&Write> = writes.iter().filter(|write| !is_replaced(write)).collect();
    // Where one change writes a field twice, its last word counts.
    heads.sort_by_key(|write| write.order);
    heads.reverse();
    heads
}

fn difference_of_field(state: &State, (kind, id, number): Field, heads: &[&Write]) -> Option<String> {
    let there = state.values_beside(Cell { kind, id, number });
    let there: Vec<(ChangeId, Timestamp, Value)> =
        there.into_iter().map(|(id, time, value)| (id, time, meant(kind, number, value))).collect();
    let should: Vec<(ChangeId, Timestamp, Value)> =
        heads.iter().map(|write| (write.id, write.order.0, meant(kind, number, write.value.clone()))).collect();
    (there != should).then(|| format!("field {number} of {kind} {id}: {there:?}, and not {should:?}"))
}

/// In a field that this version knows, no, zero and an empty text mean nothing; what it does not know stays as it came.
fn meant(kind: u16, number: u16, value: Value) -> Value {
    if is_unknown((kind, Uuid::nil(), number), &value) {
        return value;
    }
    match value {
        Value::Text(text) if text.is_empty() => Value::Empty,
        Value::Bool(false) | Value::Int(0) => Value::Empty,
        Value::List(list) if list.is_empty() => Value::Empty,
        Value::Text(_) | Value::Empty => value,
        _ if number == REMOVED => Value::Empty,
        _ => value,
    }
}

fn is_unknown((kind, _, number): Field, value: &Value) -> bool {
    if number == REMOVED {
        return false;
    }
    Kind::from_number(kind).is_none_or(|kind| State::default().fits(kind, number, value) == Fit::Unknown)
}
