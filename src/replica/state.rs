//! The state: a pure fold over a set of changes. The order in which they come, and how often, makes no difference.
//!
//! Of each field the values that no later change replaced are its *heads*. The one with the greatest (time, replica)
//! is shown; the others wait beside it for a person. A replacement counts only if it is later than what it replaces,
//! so that no forged change can bring an old value back.

use std::cell::Cell as Flag;
use std::cmp::Ordering;
use std::collections::BTreeMap;

use domain::{Fit, Id, Kind, Record, Uuid, Value, records};
use serde::{Deserialize, Serialize};

use crate::change::{FieldOp, Hash, RecordOps};
use crate::table::{Holder, Mark, Row, Stranger, Table};
use crate::{Change, ChangeId, Clock, ReplicaId, Timestamp, Vector};

mod hash;
mod kinds;
mod looking_back;

pub(crate) use kinds::kept;
pub use kinds::{Kept, KindSet, Tables};

/// A field of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Cell {
    pub(crate) kind: u16,
    pub(crate) id: Uuid,
    pub(crate) number: u16,
}

/// What is known of a field beside its shown value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Contest {
    /// The heads that are not shown.
    pub(crate) heads: Vec<(Mark, Value)>,
    /// Values that were replaced before they came here, with the latest change that replaced them.
    pub(crate) missing: Vec<(ChangeId, Mark)>,
}

/// What happened to a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is part of the state now.
    Folded,
    /// It was part of the state before.
    Known,
    /// Its predecessor is not here yet.
    Early,
    /// It names another predecessor than the one that is here: the chain forked.
    Fork,
    /// Its chain forked before it or at it: it is set aside.
    Aside,
}

/// What is kept beside the tables.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Side {
    pub(crate) contests: BTreeMap<Cell, Contest>,
    /// Values that this version does not know.
    pub(crate) foreign: BTreeMap<Cell, Value>,
    /// The replicas, by the number that marks use.
    pub(crate) replicas: Vec<ReplicaId>,
    /// Where chains forked: from that change on nothing of the chain counts.
    pub(crate) cuts: Cuts,
}

/// For each replica whose chain forked, the first change that does not count.
pub type Cuts = BTreeMap<ReplicaId, u32>;

/// All records, and where each value comes from.
#[derive(Clone, Debug, Default)]
pub struct State {
    pub(crate) tables: kinds::Tables,
    pub(crate) strangers: BTreeMap<u16, Table<Stranger>>,
    pub(crate) side: Side,
    pub(crate) vector: Vector,
    pub(crate) clock: Clock,
    read: Flag<KindSet>,
}

impl State {
    /// The records of a type.
    #[must_use]
    pub fn all<T: kinds::Kept>(&self) -> &Table<T> {
        self.read.set(self.read.get().with(T::KIND));
        T::table(&self.tables)
    }

    /// A record that stands.
    #[must_use]
    pub fn get<T: kinds::Kept>(&self, id: Id<T>) -> Option<&T> {
        self.all().get(id)
    }

    /// The records of a type whose field refers to `id`.
    pub fn referring<T: kinds::Kept>(&self, field: impl domain::Field, id: Uuid) -> impl Iterator<Item = (Id<T>, &T)> {
        debug_assert_eq!(field.reference().kind, T::KIND, "a field of the records asked for");
        self.all::<T>().referring(field.reference().number, id)
    }

    /// Runs a query and tells which kinds of record it read, so that its answer can be kept until one of them changes.
    pub fn observe<A>(&self, query: impl FnOnce(&Self) -> A) -> (A, KindSet) {
        let outer = self.read.replace(KindSet::default());
        let answer = query(self);
        (answer, self.read.replace(outer))
    }

    /// How far each chain is known.
    #[must_use]
    pub const fn vector(&self) -> &Vector {
        &self.vector
    }

    /// How many ops wait for a newer version of the app.
    #[must_use]
    pub fn foreign_count(&self) -> usize {
        self.side.foreign.len()
    }

    /// A state of nothing, in which forked chains count only up to their cuts.
    #[must_use]
    pub fn with_cuts(cuts: Cuts) -> Self {
        Self { side: Side { cuts, ..Side::default() }, ..Self::default() }
    }

    /// Where chains forked.
    #[must_use]
    pub const fn cuts(&self) -> &Cuts {
        &self.side.cuts
    }

    /// Takes a change into the state.
    pub fn fold(&mut self, change: &Change, hash: Hash) -> Outcome {
        let known = self.vector.seq(change.id.replica);
        if self.side.cuts.get(&change.id.replica).is_some_and(|cut| change.id.seq >= *cut) {
            return Outcome::Aside;
        }
        match change.id.seq.cmp(&(known + 1)) {
            Ordering::Less => return Outcome::Known,
            Ordering::Greater => return Outcome::Early,
            Ordering::Equal if self.vector.hash(change.id.replica) != change.previous => return Outcome::Fork,
            Ordering::Equal => {}
        }
        let mark = Mark { time: change.time, seq: change.id.seq, replica: self.side.intern(change.id.replica) };
        for ops in &change.records {
            self.fold_record(ops, mark);
        }
        self.clock.see(change.time);
        self.vector.advance(change.id, hash, change.time);
        Outcome::Folded
    }

    fn fold_record(&mut self, ops: &RecordOps, mark: Mark) {
        match Kind::from_number(ops.kind) {
            Some(kind) => self.fold_known(kind, ops, mark),
            None => {
                let table = self.strangers.entry(ops.kind).or_default();
                fold_into(table, &mut self.side, &self.vector, ops, mark);
            }
        }
    }

    /// The value of a field as it travels, known to this version or not.
    #[must_use]
    pub(crate) fn value(&self, cell: Cell) -> Value {
        let foreign = self.side.foreign.get(&cell);
        foreign.cloned().unwrap_or_else(|| self.known_value(cell))
    }

    /// The changes whose values of a field stand now: the shown one and those beside it.
    #[must_use]
    pub(crate) fn standing(&self, cell: Cell) -> Vec<ChangeId> {
        let shown = self.mark(cell).into_iter();
        let beside =
            self.side.contests.get(&cell).into_iter().flat_map(|contest| contest.heads.iter().map(|head| head.0));
        shown.chain(beside).map(|mark| self.side.change_id(mark)).collect()
    }

    /// The change that made a record here: when, by which replica, its place in its chain. Of two records the one whose
    /// making is less came first, on every tablet.
    #[must_use]
    pub fn made(&self, kind: Kind, id: Uuid) -> Option<(Timestamp, ReplicaId, u32)> {
        let marks = self.touched_marks(kind, id);
        let first = marks.into_iter().min_by(|a, b| self.side.order(*a, *b))?;
        let ChangeId { replica, seq } = self.side.change_id(first);
        Some((first.time, replica, seq))
    }

    /// The changes that touched a record, oldest first.
    #[must_use]
    pub fn touched(&self, kind: Kind, id: Uuid) -> Vec<ChangeId> {
        let mut marks = self.touched_marks(kind, id);
        marks.sort_by(|a, b| self.side.order(*a, *b));
        marks.into_iter().map(|mark| self.side.change_id(mark)).collect()
    }
}

impl Side {
    fn intern(&mut self, replica: ReplicaId) -> u16 {
        let place = self.replicas.iter().position(|known| *known == replica);
        let place = place.unwrap_or_else(|| {
            self.replicas.push(replica);
            self.replicas.len() - 1
        });
        u16::try_from(place).unwrap_or(u16::MAX)
    }

    pub(crate) fn change_id(&self, mark: Mark) -> ChangeId {
        ChangeId { replica: self.replicas[usize::from(mark.replica)], seq: mark.seq }
    }

    /// Which of two marks is later: by time, then by replica, then by place in its chain.
    pub(crate) fn order(&self, a: Mark, b: Mark) -> Ordering {
        let key = |mark: Mark| (mark.time, self.replicas[usize::from(mark.replica)], mark.seq);
        key(a).cmp(&key(b))
    }

    fn is_later(&self, a: Mark, b: Mark) -> bool {
        self.order(a, b) == Ordering::Greater
    }

    /// The heads of a field after an op: those that it did not replace, and its own value unless that was replaced
    /// by a change that came earlier.
    fn heads_after(
        &self,
        contest: &mut Contest,
        shown: Option<(Mark, Value)>,
        (value, replaces): (Value, &[ChangeId]),
        mark: Mark,
    ) -> Vec<(Mark, Value)> {
        let mut heads: Vec<(Mark, Value)> = std::mem::take(&mut contest.heads).into_iter().chain(shown).collect();
        heads.retain(|(head, _)| !replaces.contains(&self.change_id(*head)) || !self.is_later(mark, *head));
        let own = self.change_id(mark);
        let was_replaced = contest.missing.iter().any(|(id, by)| *id == own && self.is_later(*by, mark));
        if !was_replaced {
            heads.push((mark, value));
        }
        heads.sort_by(|a, b| self.order(a.0, b.0));
        heads
    }

    /// What came in full needs no note any more; what is on its way does, for it may write the field once more.
    fn note_missing(&self, contest: &mut Contest, vector: &Vector, op: &FieldOp, mark: Mark) {
        contest.missing.retain(|(id, _)| !vector.has(*id));
        for id in op.replaces.iter().filter(|id| !vector.has(**id)) {
            match contest.missing.iter_mut().find(|(missing, _)| missing == id) {
                Some((_, by)) if self.is_later(mark, *by) => *by = mark,
                Some(_) => {}
                None => contest.missing.push((*id, mark)),
            }
        }
        contest.missing.sort_by_key(|(id, _)| *id);
    }
}

/// Folds the ops on one record into the table of its kind.
fn fold_into<T: Holder>(table: &mut Table<T>, side: &mut Side, vector: &Vector, ops: &RecordOps, mark: Mark) {
    let place = table.touch(ops.id, mark);
    for op in &ops.fields {
        let cell = Cell { kind: ops.kind, id: ops.id, number: op.number };
        let current = table.at(place).mark(op.number);
        let is_plain = match current {
            None => op.replaces.is_empty(),
            Some(current) => op.replaces == [side.change_id(current)] && side.is_later(mark, current),
        };
        if is_plain && !side.contests.contains_key(&cell) {
            show(table, side, place, cell, &op.value, mark);
        } else {
            settle(table, side, vector, place, cell, op, mark);
        }
    }
}

fn settle<T: Holder>(
    table: &mut Table<T>,
    side: &mut Side,
    vector: &Vector,
    place: usize,
    cell: Cell,
    op: &FieldOp,
    mark: Mark,
) {
    let mut contest = side.contests.remove(&cell).unwrap_or_default();
    let shown = table.at(place).mark(cell.number).map(|mark| (mark, value_at(table.at(place), side, cell)));
    let mut heads = side.heads_after(&mut contest, shown, (T::kept(op.number, &op.value), &op.replaces), mark);
    side.note_missing(&mut contest, vector, op, mark);
    if let Some((winner, value)) = heads.pop() {
        show(table, side, place, cell, &value, winner);
    }
    contest.heads = heads;
    if contest != Contest::default() {
        side.contests.insert(cell, contest);
    }
}

fn show<T: Holder>(table: &mut Table<T>, side: &mut Side, place: usize, cell: Cell, value: &Value, mark: Mark) {
    match table.write(place, cell.number, value, mark) {
        Fit::Known => side.foreign.remove(&cell),
        Fit::Unknown => side.foreign.insert(cell, value.clone()),
    };
}

fn value_at<T: Holder>(row: &Row<T>, side: &Side, cell: Cell) -> Value {
    side.foreign.get(&cell).cloned().unwrap_or_else(|| row_value(row, cell.number))
}

pub(crate) fn row_value<T: Holder>(row: &Row<T>, number: u16) -> Value {
    if number != domain::schema::REMOVED {
        return row.value.value(number);
    }
    if row.removed.is_empty() { Value::Empty } else { Value::Text(row.removed.clone()) }
}

/// The name of a record's kind and id.
#[must_use]
pub fn key_of<T: Record>(id: Id<T>) -> (Kind, Uuid) {
    (T::KIND, id.raw())
}

/// A case's head or first member, as lists name the case: of several the one with the least id, on every tablet.
#[must_use]
pub fn head_of(state: &State, case: Id<records::Case>) -> Option<(Id<records::Member>, &records::Member)> {
    let members = || state.referring::<records::Member>(records::MemberField::case, case.raw());
    let heads = members().filter(|(_, member)| member.relation == Some(records::Relation::Head));
    let first = |(id, _): &(Id<records::Member>, _)| *id;
    heads.min_by_key(first).or_else(|| members().min_by_key(first))
}

impl State {
    /// Gives values that an older version kept aside to the fields that this version knows.
    pub(crate) fn adopt_foreign(&mut self) {
        let waiting: Vec<(Cell, Value)> = std::mem::take(&mut self.side.foreign).into_iter().collect();
        for (cell, value) in waiting {
            if self.adopt(cell, &value) == Fit::Unknown {
                self.side.foreign.insert(cell, value);
            }
        }
    }
}

impl State {
    /// The changes whose values of a field stand: more than one when it was written in two places at once.
    #[must_use]
    pub fn heads(&self, kind: u16, id: Uuid, number: u16) -> Vec<ChangeId> {
        self.standing(Cell { kind, id, number })
    }

    /// The clock, as far as it was seen to run.
    #[must_use]
    pub const fn clock(&self) -> Clock {
        self.clock
    }
}

impl State {
    /// The fields with more than one value, in order.
    pub(crate) fn contested(&self) -> Vec<Cell> {
        let contested = self.side.contests.iter().filter(|(_, contest)| !contest.heads.is_empty());
        contested.map(|(cell, _)| *cell).collect()
    }

    /// All values of a field, the shown one first, each with its change and moment.
    pub(crate) fn values_beside(&self, cell: Cell) -> Vec<(ChangeId, Timestamp, Value)> {
        let shown = self.mark(cell).map(|mark| (mark, self.value(cell)));
        let beside = self.side.contests.get(&cell).into_iter().flat_map(|contest| contest.heads.iter().rev().cloned());
        let all = shown.into_iter().chain(beside);
        all.map(|(mark, value)| (self.side.change_id(mark), mark.time, value)).collect()
    }

    /// Whether a record of that kind can hold the value in that field.
    #[must_use]
    pub fn fits(&self, kind: Kind, number: u16, value: &Value) -> Fit {
        kinds::fits(kind, number, value)
    }

    /// Counts as reading every kind: for what depends on each change.
    pub fn observe_all(&self) {
        self.read.set(Kind::ALL.iter().copied().fold(self.read.get(), KindSet::with));
    }
}
