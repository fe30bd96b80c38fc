//! One table for each kind of record, and the ways from a kind to its table. Made from the list of kinds.

use domain::{Fit, Id, Kind, Record, Uuid, Value, for_each_kind, records};

use super::{Cell, State, fold_into, row_value};
use crate::change::RecordOps;
use crate::table::{Holder, Mark, Row, Table};

/// A set of kinds of record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KindSet(u64);

impl KindSet {
    /// The set with one more kind.
    #[must_use]
    pub const fn with(self, kind: Kind) -> Self {
        Self(self.0 | 1 << kind.number())
    }

    /// The kinds of both sets.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the kind is in it.
    #[must_use]
    pub const fn has(self, kind: Kind) -> bool {
        self.0 & (1 << kind.number()) != 0
    }

    /// The kinds in it.
    pub fn iter(self) -> impl Iterator<Item = Kind> {
        Kind::ALL.iter().copied().filter(move |kind| self.has(*kind))
    }
}

/// A record that has a table.
pub trait Kept: Record {
    /// Its table.
    fn table(tables: &Tables) -> &Table<Self>;
}

macro_rules! tables {
    ($($(#[$meta:meta])* $kind:ident = $number:literal, $table:ident;)+) => {
        /// The tables, by kind.
        #[derive(Clone, Debug, Default)]
        pub struct Tables { $($(#[$meta])* pub(crate) $table: Table<records::$kind>),+ }

        $(impl Kept for records::$kind {
            fn table(tables: &Tables) -> &Table<Self> {
                &tables.$table
            }
        })+

        /// Whether a record of that kind can hold the value in that field.
        pub(super) fn fits(kind: Kind, number: u16, value: &Value) -> Fit {
            if number == domain::schema::REMOVED {
                return Fit::Known;
            }
            match kind {
                $(Kind::$kind => records::$kind::default().set(number, value)),+
            }
        }

        /// A value as a record of that kind gives it back.
        pub(crate) fn kept(kind: Kind, number: u16, value: &Value) -> Value {
            match kind {
                $(Kind::$kind => <records::$kind as Holder>::kept(number, value)),+
            }
        }

        impl State {
            pub(super) fn fold_known(&mut self, kind: Kind, ops: &RecordOps, mark: Mark) {
                match kind {
                    $(Kind::$kind => fold_into(&mut self.tables.$table, &mut self.side, &self.vector, ops, mark)),+
                }
            }

            pub(super) fn known_value(&self, cell: Cell) -> Value {
                match Kind::from_number(cell.kind) {
                    $(Some(Kind::$kind) => self.tables.$table.row(cell.id).map(|row| row_value(row, cell.number)),)+
                    None => {
                        let row = self.strangers.get(&cell.kind).and_then(|table| table.row(cell.id));
                        row.map(|row| row_value(row, cell.number))
                    }
                }
                .unwrap_or_default()
            }

            pub(crate) fn mark(&self, cell: Cell) -> Option<Mark> {
                match Kind::from_number(cell.kind) {
                    $(Some(Kind::$kind) => self.tables.$table.row(cell.id)?.mark(cell.number),)+
                    None => self.strangers.get(&cell.kind)?.row(cell.id)?.mark(cell.number),
                }
            }

            pub(super) fn adopt(&mut self, cell: Cell, value: &Value) -> Fit {
                match Kind::from_number(cell.kind) {
                    $(Some(Kind::$kind) => adopt_into(&mut self.tables.$table, cell, value),)+
                    None => Fit::Unknown,
                }
            }

            /// Every record of a kind, also the removed ones: its id, why it was removed (empty while it stands), and its
            /// values in the order of its fields.
            #[must_use]
            pub fn described(&self, kind: Kind) -> Vec<(Uuid, String, Vec<Value>)> {
                match kind {
                    $(Kind::$kind => described(self.tables.$table.rows()),)+
                }
            }

            /// The records of a kind that stand and whose field refers to `id`.
            #[must_use]
            pub fn referring_of(&self, kind: Kind, number: u16, id: Uuid) -> Vec<Uuid> {
                self.read.set(self.read.get().with(kind));
                match kind {
                    $(Kind::$kind => ids(self.tables.$table.referring(number, id)),)+
                }
            }

            pub(super) fn touched_marks(&self, kind: Kind, id: Uuid) -> Vec<Mark> {
                match kind {
                    $(Kind::$kind => self.tables.$table.row(id).map(|row| row.touched().collect()),)+
                }
                .unwrap_or_default()
            }

            /// Calls `see` with every change that touched a record, once for each record.
            pub(super) fn each_touch(&self, mut see: impl FnMut(Mark)) {
                fn marks<T>(rows: &[Row<T>], see: &mut impl FnMut(Mark)) {
                    rows.iter().flat_map(Row::touched).for_each(see);
                }
                $(marks(self.tables.$table.rows(), &mut see);)+
                self.strangers.values().for_each(|table| marks(table.rows(), &mut see));
            }

            /// Calls `see` with the number of the kind, the id and the fields ever set of every record.
            pub(super) fn each_row(&self, mut see: impl FnMut(u16, Uuid, Vec<u16>)) {
                fn rows<T>(number: u16, rows: &[Row<T>], see: &mut impl FnMut(u16, Uuid, Vec<u16>)) {
                    let mut places: Vec<&Row<T>> = rows.iter().collect();
                    places.sort_by_key(|row| row.id);
                    places.iter().for_each(|row| see(number, row.id, row.numbers().into_iter().collect()));
                }
                $(rows($number, self.tables.$table.rows(), &mut see);)+
                for (number, table) in &self.strangers {
                    rows(*number, table.rows(), &mut see);
                }
            }
        }
    };
}
for_each_kind!(tables);

fn ids<'a, T: 'a>(records: impl Iterator<Item = (Id<T>, &'a T)>) -> Vec<Uuid> {
    records.map(|(id, _)| id.raw()).collect()
}

fn adopt_into<T: Record>(table: &mut Table<T>, cell: Cell, value: &Value) -> Fit {
    let place = table.place(cell.id);
    let found = place.and_then(|place| table.at(place).mark(cell.number).map(|mark| (place, mark)));
    found.map_or(Fit::Unknown, |(place, mark)| table.write(place, cell.number, value, mark))
}

fn described<T: Holder + Record>(rows: &[Row<T>]) -> Vec<(Uuid, String, Vec<Value>)> {
    let values = |row: &Row<T>| T::FIELDS.iter().map(|spec| row_value(row, spec.number)).collect();
    rows.iter().map(|row| (row.id, row.removed.clone(), values(row))).collect()
}
