//! Rows of one kind of record: the value, and of which change each field is. Knows nothing of chains or of disks.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::schema::REMOVED;
use domain::{FieldValue as _, Fit, Id, Record, Uuid, Value, ValueType};
use serde::{Deserialize, Serialize};

use crate::Timestamp;

/// How many rows lie in one piece of the snapshot.
pub(crate) const SEGMENT: usize = 1024;

/// A change, short: when it was made, and its name with the replica's number in this state's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    pub(crate) time: Timestamp,
    pub(crate) seq: u32,
    pub(crate) replica: u16,
}

/// What can stand in a row: a record, or a stranger of a newer version.
#[doc(hidden)]
pub trait Holder: Clone + Default {
    /// The value of a field.
    fn value(&self, number: u16) -> Value;
    /// Writes a field, if this version knows it.
    fn write(&mut self, number: u16, value: &Value) -> Fit;
    /// Whether a field refers to another record.
    fn is_reference(number: u16) -> bool;

    /// A value as a row gives it back, so that two that mean the same are the same: an empty text is nothing.
    fn kept(number: u16, value: &Value) -> Value {
        if number == REMOVED {
            return reason_of(value).to_value();
        }
        let mut holder = Self::default();
        match holder.write(number, value) {
            Fit::Known => holder.value(number),
            Fit::Unknown => value.clone(),
        }
    }
}

impl<T: Record> Holder for T {
    fn value(&self, number: u16) -> Value {
        self.get(number)
    }
    fn write(&mut self, number: u16, value: &Value) -> Fit {
        self.set(number, value)
    }
    fn is_reference(number: u16) -> bool {
        T::FIELDS.iter().any(|field| field.number == number && matches!(field.value_type, ValueType::Id(_)))
    }
}

/// A record of a kind that this version does not know: all its values are kept aside.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Stranger;

impl Holder for Stranger {
    fn value(&self, _: u16) -> Value {
        Value::Empty
    }
    fn write(&mut self, _: u16, _: &Value) -> Fit {
        Fit::Unknown
    }
    fn is_reference(_: u16) -> bool {
        false
    }
}

/// One record and where its values come from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Row<T> {
    pub(crate) id: Uuid,
    pub(crate) value: T,
    /// Why it was removed; empty while it stands.
    pub(crate) removed: String,
    /// The change that made the row here.
    base: Mark,
    /// Bit n: field n is of `base`.
    of_base: u64,
    /// Fields of other changes.
    overrides: Vec<(u16, Mark)>,
    /// Every change that touched the row after `base`.
    later: Vec<Mark>,
}

impl<T: Default> Row<T> {
    fn new(id: Uuid, base: Mark) -> Self {
        let (overrides, later) = (Vec::new(), Vec::new());
        Self { id, value: T::default(), removed: String::new(), base, of_base: 0, overrides, later }
    }
}

impl<T> Row<T> {
    /// The change that a field's value is of; nothing while it was never set.
    pub(crate) fn mark(&self, number: u16) -> Option<Mark> {
        let overriding = self.overrides.iter().find(|(field, _)| *field == number).map(|(_, mark)| *mark);
        let is_of_base = number < 64 && self.of_base & (1 << number) != 0;
        overriding.or_else(|| is_of_base.then_some(self.base))
    }

    pub(crate) fn set_mark(&mut self, number: u16, mark: Mark) {
        self.overrides.retain(|(field, _)| *field != number);
        if number < 64 && mark == self.base {
            self.of_base |= 1 << number;
        } else {
            self.overrides.push((number, mark));
        }
    }

    /// The changes that touched the row, in the order in which they came here.
    pub(crate) fn touched(&self) -> impl Iterator<Item = Mark> {
        std::iter::once(self.base).chain(self.later.iter().copied())
    }

    /// The fields that were ever set.
    pub(crate) fn numbers(&self) -> BTreeSet<u16> {
        let of_base = (0..64).filter(|number| self.of_base & (1 << number) != 0);
        of_base.chain(self.overrides.iter().map(|(number, _)| *number)).collect()
    }

    fn touch(&mut self, mark: Mark) {
        if mark != self.base && self.later.last() != Some(&mark) {
            self.later.push(mark);
        }
    }
}

type Index = HashMap<Uuid, Vec<u32>>;

/// All rows of one kind, in the order in which they came.
#[derive(Clone, Debug)]
pub struct Table<T> {
    rows: Vec<Row<T>>,
    places: HashMap<Uuid, u32>,
    /// By field: which rows refer to a record. Made when first asked for.
    indexes: RefCell<BTreeMap<u16, Index>>,
    /// Segments whose piece of the snapshot is out of date.
    dirty: BTreeSet<usize>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        let (indexes, dirty) = (RefCell::default(), BTreeSet::new());
        Self { rows: Vec::new(), places: HashMap::new(), indexes, dirty }
    }
}

impl<T> Table<T> {
    /// The row of a record, removed or not.
    #[must_use]
    pub(crate) fn row(&self, id: Uuid) -> Option<&Row<T>> {
        self.places.get(&id).map(|place| &self.rows[*place as usize])
    }

    pub(crate) fn place(&self, id: Uuid) -> Option<usize> {
        self.places.get(&id).map(|place| *place as usize)
    }

    pub(crate) fn rows(&self) -> &[Row<T>] {
        &self.rows
    }

    pub(crate) fn segments(&self) -> impl Iterator<Item = (usize, &[Row<T>])> {
        self.rows.chunks(SEGMENT).enumerate().filter(|(number, _)| self.dirty.contains(number))
    }

    pub(crate) fn set_clean(&mut self) {
        self.dirty.clear();
    }

    pub(crate) fn set_all_dirty(&mut self) {
        self.dirty = (0..self.rows.len().div_ceil(SEGMENT)).collect();
    }

    pub(crate) fn from_rows(rows: Vec<Row<T>>) -> Self {
        let places = rows.iter().enumerate().map(|(place, row)| (row.id, place as u32)).collect();
        Self { rows, places, ..Self::default() }
    }
}

impl<T: Holder> Table<T> {
    /// The row of a record, made by that change if it is not there; it counts as touched.
    pub(crate) fn touch(&mut self, id: Uuid, mark: Mark) -> usize {
        let next = self.rows.len();
        let place = *self.places.entry(id).or_insert(next as u32) as usize;
        if place == next {
            self.rows.push(Row::new(id, mark));
        }
        self.rows[place].touch(mark);
        self.dirty.insert(place / SEGMENT);
        place
    }

    pub(crate) fn at(&self, place: usize) -> &Row<T> {
        &self.rows[place]
    }

    /// Writes a field and whose it is; answers whether this version knew what to do with the value.
    pub(crate) fn write(&mut self, place: usize, number: u16, value: &Value, mark: Mark) -> Fit {
        let row = &mut self.rows[place];
        let before = T::is_reference(number).then(|| row.value.value(number));
        row.set_mark(number, mark);
        let fit = write_value(row, number, value);
        if let Some(before) = before {
            let after = self.rows[place].value.value(number);
            self.reindex(place, number, &before, &after);
        }
        fit
    }

    fn reindex(&mut self, place: usize, number: u16, before: &Value, after: &Value) {
        let Some(index) = self.indexes.get_mut().get_mut(&number) else { return };
        if let Value::Id(id) = before {
            index.entry(*id).or_default().retain(|there| *there as usize != place);
        }
        if let Value::Id(id) = after {
            index.entry(*id).or_default().push(place as u32);
        }
    }
}

fn write_value<T: Holder>(row: &mut Row<T>, number: u16, value: &Value) -> Fit {
    if number == REMOVED {
        row.removed = reason_of(value);
        return Fit::Known;
    }
    let fit = row.value.write(number, value);
    if fit == Fit::Unknown {
        row.value.write(number, &Value::Empty);
    }
    fit
}

fn reason_of(value: &Value) -> String {
    match value {
        Value::Text(reason) => reason.clone(),
        _ => String::new(),
    }
}

impl<T: Record> Table<T> {
    /// A record that stands.
    #[must_use]
    pub fn get(&self, id: Id<T>) -> Option<&T> {
        self.row(id.raw()).filter(|row| row.removed.is_empty()).map(|row| &row.value)
    }

    /// The records that stand.
    pub fn iter(&self) -> impl Iterator<Item = (Id<T>, &T)> {
        self.rows.iter().filter(|row| row.removed.is_empty()).map(|row| (Id::new(row.id), &row.value))
    }

    /// The records that stand and whose field `number` refers to `id`, in the order in which they came.
    pub fn referring(&self, number: u16, id: Uuid) -> impl Iterator<Item = (Id<T>, &T)> {
        let places =
            self.indexes.borrow_mut().entry(number).or_insert_with(|| self.make_index(number)).get(&id).cloned();
        let rows = places.unwrap_or_default().into_iter().map(|place| &self.rows[place as usize]);
        rows.filter(|row| row.removed.is_empty()).map(|row| (Id::new(row.id), &row.value))
    }

    fn make_index(&self, number: u16) -> Index {
        let mut index = Index::new();
        for (place, row) in self.rows.iter().enumerate() {
            if let Value::Id(id) = row.value.get(number) {
                index.entry(id).or_default().push(place as u32);
            }
        }
        index
    }
}
