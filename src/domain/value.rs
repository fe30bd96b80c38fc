//! The values that a field can hold, as they travel in changes, and their conversion to the fields' own types.
//! A value of a newer version converts to nothing; it must never be guessed at.

use std::cell::Cell;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use time::Date;
use uuid::Uuid;

use crate::schema::Kind;
use crate::{Id, Record};

/// What one op writes into one field. The order of the variants is part of the encoding: append only.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Value {
    /// Nothing: the field was cleared, or never set.
    #[default]
    Empty,
    /// Yes or no.
    Bool(bool),
    /// A whole number; a choice's number; money in fen; minutes of a day.
    Int(i64),
    /// Text as typed, in NFC.
    Text(String),
    /// A civil date without a zone, as its Julian day.
    Date(i32),
    /// The id of another record.
    Id(Uuid),
    /// Several values, in order.
    List(#[serde(deserialize_with = "shallow_list")] Vec<Value>),
    /// Bytes, at most 64 KB.
    Bytes(Vec<u8>),
}

/// How deep lists may lie in lists: bytes that claim more would use up the stack.
const DEEPEST: u8 = 4;

thread_local! {
    static DEPTH: Cell<u8> = const { Cell::new(0) };
}

fn shallow_list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Value>, D::Error> {
    let depth = DEPTH.get();
    if depth == DEEPEST {
        return Err(D::Error::custom("lists lie too deep in lists"));
    }
    DEPTH.set(depth + 1);
    let list = Vec::deserialize(deserializer);
    DEPTH.set(depth);
    list
}

/// The type of a field, as forms, sheets and histories see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueType {
    /// Yes or no.
    Bool,
    /// A whole number.
    Int,
    /// Money in fen.
    Money,
    /// Text.
    Text,
    /// A civil date.
    Date,
    /// The id of a record of this kind.
    Id(Kind),
    /// One of a list of choices.
    Choice(ChoiceList),
    /// Several of a list of choices.
    Choices(ChoiceList),
}

/// A list of choices: its name in the code, and the numbers of its choices in the order in which a form shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChoiceList {
    /// The name.
    pub name: &'static str,
    /// The numbers.
    pub numbers: &'static [u16],
}

/// A Rust type that a field can have.
pub trait FieldValue: Sized + Default {
    /// The field's type.
    const TYPE: ValueType;
    /// The value to write into a change.
    fn to_value(&self) -> Value;
    /// The field's value, or nothing when the value is of another type or from a newer version.
    fn from_value(value: &Value) -> Option<Self>;
}

/// Money in fen, one hundredth of a yuan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Fen(pub i64);

impl FieldValue for bool {
    const TYPE: ValueType = ValueType::Bool;
    fn to_value(&self) -> Value {
        Value::Bool(*self)
    }
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Empty => Some(false),
            Value::Bool(b) => Some(*b),
            _ => None,
        }
    }
}

impl FieldValue for String {
    const TYPE: ValueType = ValueType::Text;
    fn to_value(&self) -> Value {
        if self.is_empty() { Value::Empty } else { Value::Text(self.clone()) }
    }
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Empty => Some(Self::new()),
            Value::Text(text) => Some(text.clone()),
            _ => None,
        }
    }
}

impl FieldValue for u32 {
    const TYPE: ValueType = ValueType::Int;
    fn to_value(&self) -> Value {
        if *self == 0 { Value::Empty } else { Value::Int(i64::from(*self)) }
    }
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Empty => Some(0),
            Value::Int(n) => u32::try_from(*n).ok(),
            _ => None,
        }
    }
}

impl FieldValue for Fen {
    const TYPE: ValueType = ValueType::Money;
    fn to_value(&self) -> Value {
        if self.0 == 0 { Value::Empty } else { Value::Int(self.0) }
    }
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Empty => Some(Self(0)),
            Value::Int(n) => Some(Self(*n)),
            _ => None,
        }
    }
}

/// An angle on the globe, in hundred-thousandths of a degree: about a metre.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Degrees(pub i32);

/// A point on the globe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Degrees north.
    pub latitude: Degrees,
    /// Degrees east.
    pub longitude: Degrees,
}

/// Metres in a hundred-thousandth of a degree of latitude.
const METRES: f64 = 1.111_95;

impl Point {
    /// How far another point is, in metres, as the crow flies: exact enough within a county.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a distance on the globe fits")]
    pub fn metres_to(self, other: Self) -> u32 {
        let mean = f64::from(self.latitude.0.midpoint(other.latitude.0)) / 100_000.0;
        let north = f64::from(self.latitude.0) - f64::from(other.latitude.0);
        let east = (f64::from(self.longitude.0) - f64::from(other.longitude.0)) * mean.to_radians().cos();
        (north.hypot(east) * METRES).round() as u32
    }
}

impl FieldValue for Option<Degrees> {
    const TYPE: ValueType = ValueType::Int;
    fn to_value(&self) -> Value {
        self.map_or(Value::Empty, |degrees| Value::Int(i64::from(degrees.0)))
    }
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Empty => Some(None),
            Value::Int(n) => i32::try_from(*n).ok().map(|n| Some(Degrees(n))),
            _ => None,
        }
    }
}

impl FieldValue for Option<Date> {
    const TYPE: ValueType = ValueType::Date;
    fn to_value(&self) -> Value {
        self.map_or(Value::Empty, |date| Value::Date(date.to_julian_day()))
    }
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Empty => Some(None),
            Value::Date(day) => Date::from_julian_day(*day).ok().map(Some),
            _ => None,
        }
    }
}

impl<T: Record> FieldValue for Option<Id<T>> {
    const TYPE: ValueType = ValueType::Id(T::KIND);
    fn to_value(&self) -> Value {
        self.map_or(Value::Empty, |id| Value::Id(id.raw()))
    }
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Empty => Some(None),
            Value::Id(raw) => Some(Some(Id::new(*raw))),
            _ => None,
        }
    }
}
