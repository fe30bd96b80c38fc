//! Records as a table, from the description that `domain` gives of them. Every field comes out, in the order of its
//! number, and so does a value of a newer version, as plainly as it can be written.

use std::borrow::Cow;

use domain::schema::{FieldSpec, REMOVED};
use domain::value::ChoiceList;
use domain::{Date, FieldRef, Id, Kind, Record, Uuid, Value, ValueType};

use super::{Cell, Choice, Column, Table};

/// The words of the language in which people will read the table, and the names of what records refer to.
pub trait Words {
    /// What records of a kind are called; also the name of the file.
    fn kind(&self, kind: Kind) -> Cow<'_, str>;
    /// The heading of a field. Money comes out in yuan: the heading should say so.
    fn field(&self, field: FieldRef) -> Cow<'_, str>;
    /// The heading of the records' own ids.
    fn id(&self) -> Cow<'_, str>;
    /// The word for a choice.
    fn choice(&self, list: ChoiceList, number: u16) -> Cow<'_, str>;
    /// The word for yes or no.
    fn yes_or_no(&self, value: bool) -> Cow<'_, str>;
    /// The name of a record; nothing when it is not known.
    fn name(&self, kind: Kind, id: Uuid) -> Option<Cow<'_, str>>;
    /// How people write the number in this field, unless as a number: a time of day.
    fn number(&self, field: FieldRef, value: i64) -> Option<Cow<'_, str>> {
        let _ = (field, value);
        None
    }
}

/// A record on its way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// Its id.
    pub id: Uuid,
    /// The reason why it was removed; empty while it stands.
    pub removed: String,
    /// Its values, in the order of its kind's fields.
    pub values: Vec<Value>,
}

impl Described {
    /// A record that stands.
    #[must_use]
    pub fn of<T: Record>(id: Id<T>, record: &T) -> Self {
        let values = T::FIELDS.iter().map(|spec| record.get(spec.number)).collect();
        Self { id: id.raw(), removed: String::new(), values }
    }
}

/// The records of a kind as a table: a column for each field, then why it was removed, then its id.
#[must_use]
pub fn table(kind: Kind, records: impl Iterator<Item = Described>, words: &impl Words) -> Table {
    let row = |record: Described| row(kind, record, words);
    Table {
        name: name(kind).to_owned(),
        word: words.kind(kind).into_owned(),
        columns: columns(kind, words),
        rows: records.map(row).collect(),
    }
}

fn columns(kind: Kind, words: &impl Words) -> Vec<Column> {
    let column = |name: &str, word: Cow<'_, str>| Column { name: name.to_owned(), word: word.into_owned() };
    let field = |number| words.field(FieldRef { kind, number });
    let fields = kind.fields().iter().map(|spec| match spec.value_type {
        ValueType::Money => column(&format!("{}_fen", spec.name), field(spec.number)),
        _ => column(spec.name, field(spec.number)),
    });
    // No field has these names: `record_` says whose they are.
    fields.chain([column("record_removed", field(REMOVED)), column("record_id", words.id())]).collect()
}

fn row(kind: Kind, record: Described, words: &impl Words) -> Vec<Cell> {
    let values = record.values.into_iter().chain(std::iter::repeat(Value::Empty));
    let cells = kind.fields().iter().zip(values).map(|(spec, value)| cell(kind, spec, value, words));
    let removed = if record.removed.is_empty() { Cell::Empty } else { Cell::Text(record.removed) };
    cells.chain([removed, Cell::Text(record.id.to_string())]).collect()
}

fn cell(kind: Kind, spec: &FieldSpec, value: Value, words: &impl Words) -> Cell {
    match (spec.value_type, value) {
        // Unset and "no" are the same in a change.
        (ValueType::Bool, Value::Empty) => yes_or_no(false, words),
        (ValueType::Bool, Value::Bool(value)) => yes_or_no(value, words),
        (ValueType::Money, Value::Int(fen)) => Cell::Money(fen),
        (ValueType::Int, Value::Int(value)) => match words.number(FieldRef { kind, number: spec.number }, value) {
            Some(word) => Cell::Written { value, word: word.into_owned() },
            None => Cell::Int(value),
        },
        (ValueType::Choice(list), Value::Int(number)) => Cell::Choice(choice(list, number, words)),
        (ValueType::Choices(list), Value::List(values)) => choices(list, values, words),
        (ValueType::Id(kind), Value::Id(id)) => {
            Cell::Reference { id, name: words.name(kind, id).unwrap_or_default().into_owned() }
        }
        (_, value) => plain(value),
    }
}

fn yes_or_no(value: bool, words: &impl Words) -> Cell {
    Cell::Bool { value, word: words.yes_or_no(value).into_owned() }
}

fn choice(list: ChoiceList, number: i64, words: &impl Words) -> Choice {
    let word = u16::try_from(number).map(|number| words.choice(list, number)).unwrap_or_default();
    Choice { number, word: word.into_owned() }
}

fn choices(list: ChoiceList, values: Vec<Value>, words: &impl Words) -> Cell {
    let number = |value: &Value| if let Value::Int(number) = value { Some(*number) } else { None };
    match values.iter().map(number).collect::<Option<Vec<i64>>>() {
        Some(numbers) => Cell::Choices(numbers.into_iter().map(|number| choice(list, number, words)).collect()),
        None => plain(Value::List(values)),
    }
}

/// A value without a description.
fn plain(value: Value) -> Cell {
    match value {
        Value::Empty => Cell::Empty,
        Value::Bool(value) => Cell::Text(value.to_string()),
        Value::Int(value) => Cell::Int(value),
        Value::Text(text) => Cell::Text(text),
        Value::Date(day) => Date::from_julian_day(day).map_or(Cell::Int(i64::from(day)), Cell::Date),
        Value::Id(id) => Cell::Reference { id, name: String::new() },
        // Lists and bytes have no form of their own in a cell; nothing of them is left out.
        other => Cell::Text(serde_json::to_string(&other).unwrap_or_default()),
    }
}

macro_rules! names {
    ($($(#[$meta:meta])* $kind:ident = $number:literal, $table:ident;)+) => {
        /// What programs call the records of a kind.
        fn name(kind: Kind) -> &'static str {
            match kind {
                $(Kind::$kind => stringify!($table),)+
            }
        }
    };
}
domain::for_each_kind!(names);
