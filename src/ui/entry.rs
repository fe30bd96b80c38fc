//! Entries: a record on its way through a form. The record's own description (fields, types, choices) says which control
//! shows a field, how what is typed becomes a value, and where a problem belongs. Nothing typed is ever lost here.

mod control;
mod division;
mod frame;
mod lone;
mod picks;
mod place;
mod single;

use std::marker::PhantomData;

use domain::{Field, FieldRef, FieldSpec, Kind, Problem, Record, Value, ValueType, entry};
use leptos::prelude::*;
use locales::{dates, fault};

pub(crate) use control::Controls;
pub(crate) use division::DivisionPick;
pub(crate) use frame::RecordForm;
pub(crate) use lone::LoneField;
pub(crate) use picks::{PersonPick, named_picks};
pub(crate) use place::{PlaceEntry, PlaceFields};
pub(crate) use single::{draft_of, draft_of_entry, remove_button, saver, with_record};

use crate::context::use_language;
use crate::widget::field::check::YES;

/// What is typed into one field.
#[derive(Clone, Copy)]
pub(crate) enum Raw {
    /// One text.
    One(RwSignal<String>),
    /// Several choices.
    Many(RwSignal<Vec<String>>),
}

/// A record on its way through a form.
pub(crate) struct Entry<T> {
    base: StoredValue<T>,
    typed: Typed,
    record: PhantomData<fn() -> T>,
}

impl<T> Clone for Entry<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Entry<T> {}

/// What is typed into the fields of a record of some kind, and what is wrong with it. It knows no type of record, so that
/// what it does is made once, not for each of them.
#[derive(Clone, Copy)]
pub(crate) struct Typed {
    kind: Kind,
    raws: StoredValue<Vec<(FieldSpec, Raw)>>,
    problems: RwSignal<Vec<Problem>>,
}

impl<T: Record + Send + Sync> Entry<T> {
    /// An entry that begins with a record as it is.
    pub(crate) fn new(record: &T) -> Self {
        let values = T::FIELDS.iter().map(|spec| record.get(spec.number)).collect();
        Self { base: StoredValue::new(record.clone()), typed: Typed::new(T::KIND, values), record: PhantomData }
    }

    /// What is typed, without the record.
    pub(crate) fn typed(self) -> Typed {
        self.typed
    }

    /// What is typed into a field of one value.
    pub(crate) fn one(self, field: impl Field) -> RwSignal<String> {
        self.typed.one(field.reference().number)
    }

    /// The record as typed, where everything can be read; the problems are shown at their fields.
    pub(crate) fn read(self) -> Option<T> {
        let values = self.typed.read()?;
        let mut record = self.base.get_value();
        for (number, value) in values {
            record.set(number, &value);
        }
        Some(record)
    }

    /// Shows problems at their fields.
    pub(crate) fn show(self, problems: Vec<Problem>) {
        self.typed.show(problems);
    }

    /// What is wrong with a field, as a sentence.
    pub(crate) fn error(self, field: impl Into<FieldRef>) -> Signal<Option<String>> {
        self.typed.error(field.into())
    }

    /// What is wrong with the entry as a whole.
    pub(crate) fn whole_error(self) -> Signal<Option<String>> {
        self.typed.whole_error()
    }

    /// What is typed, for the draft.
    pub(crate) fn pages(self) -> Vec<(u16, Vec<String>)> {
        self.typed.pages()
    }

    /// Puts back what was typed.
    pub(crate) fn restore(self, pages: Vec<(u16, Vec<String>)>) {
        self.typed.restore(pages);
    }
}

impl Typed {
    fn new(kind: Kind, values: Vec<Value>) -> Self {
        let specs = kind.fields().iter().zip(values);
        let raws = specs.map(|(spec, value)| (*spec, Raw::of(*spec, &value))).collect();
        Self { kind, raws: StoredValue::new(raws), problems: RwSignal::new(vec![]) }
    }

    fn one(self, number: u16) -> RwSignal<String> {
        match self.raw(number) {
            Some((_, Raw::One(raw))) => raw,
            _ => RwSignal::new(String::new()),
        }
    }

    fn raw(self, number: u16) -> Option<(FieldSpec, Raw)> {
        self.raws.with_value(|raws| raws.iter().find(|(spec, _)| spec.number == number).copied())
    }

    /// The values of all fields, where each can be read; the problems are shown at their fields.
    fn read(self) -> Option<Vec<(u16, Value)>> {
        let mut values = Vec::new();
        let mut problems = Vec::new();
        for (spec, raw) in self.raws.get_value() {
            let field = FieldRef { kind: self.kind, number: spec.number };
            match raw.read(field, spec) {
                Ok(value) => values.push((spec.number, value)),
                Err(fault) => problems.push(Problem::at(field, fault)),
            }
        }
        let is_readable = problems.is_empty();
        self.problems.set(problems);
        is_readable.then_some(values)
    }

    /// Shows problems at their fields.
    pub(crate) fn show(self, problems: Vec<Problem>) {
        self.problems.set(problems);
    }

    fn error(self, field: FieldRef) -> Signal<Option<String>> {
        let language = use_language();
        Signal::derive(move || {
            let problems = self.problems.read();
            let found = problems.iter().find(|problem| problem.field == Some(field))?;
            Some(fault::sentence(language, &found.fault))
        })
    }

    fn whole_error(self) -> Signal<Option<String>> {
        let language = use_language();
        Signal::derive(move || {
            let problems = self.problems.read();
            let found = problems.iter().find(|problem| problem.field.is_none_or(|field| field.kind != self.kind))?;
            Some(fault::named(language, found))
        })
    }

    /// What is typed, for the draft.
    pub(crate) fn pages(self) -> Vec<(u16, Vec<String>)> {
        self.raws.get_value().into_iter().map(|(spec, raw)| (spec.number, raw.texts())).collect()
    }

    /// Puts back what was typed.
    pub(crate) fn restore(self, pages: Vec<(u16, Vec<String>)>) {
        for (number, texts) in pages {
            if let Some((_, raw)) = self.raw(number) {
                raw.put(texts);
            }
        }
    }
}

impl Raw {
    fn of(spec: FieldSpec, value: &Value) -> Self {
        match spec.value_type {
            ValueType::Choices(_) => Self::Many(RwSignal::new(texts_of(value))),
            _ => Self::One(RwSignal::new(text_of(spec, value))),
        }
    }

    fn texts(self) -> Vec<String> {
        match self {
            Self::One(raw) => vec![raw.get()],
            Self::Many(raw) => raw.get(),
        }
    }

    fn put(self, texts: Vec<String>) {
        match self {
            Self::One(raw) => raw.set(texts.into_iter().next().unwrap_or_default()),
            Self::Many(raw) => raw.set(texts),
        }
    }

    fn read(self, field: FieldRef, spec: FieldSpec) -> Result<Value, domain::Fault> {
        match self {
            Self::One(raw) => value_of(field, spec, &raw.get_untracked()),
            Self::Many(raw) => Ok(values_of(&raw.get_untracked())),
        }
    }
}

/// A value as a form shows it.
fn text_of(spec: FieldSpec, value: &Value) -> String {
    match value {
        Value::Empty | Value::Bytes(_) | Value::List(_) => String::new(),
        Value::Bool(yes) => if *yes { YES } else { "" }.to_owned(),
        Value::Int(fen) if spec.value_type == ValueType::Money => yuan(*fen),
        Value::Int(minutes) if is_time(spec) => format!("{:02}:{:02}", minutes / 60, minutes % 60),
        Value::Int(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Date(day) => domain::Date::from_julian_day(*day).map(dates::iso).unwrap_or_default(),
        Value::Id(id) => id.to_string(),
    }
}

pub(crate) fn yuan(fen: i64) -> String {
    if fen % 100 == 0 { (fen / 100).to_string() } else { format!("{}.{:02}", fen / 100, fen % 100) }
}

fn texts_of(value: &Value) -> Vec<String> {
    let Value::List(values) = value else { return vec![] };
    values
        .iter()
        .filter_map(|value| if let Value::Int(number) = value { Some(number.to_string()) } else { None })
        .collect()
}

fn values_of(texts: &[String]) -> Value {
    let numbers: Vec<Value> = texts.iter().filter_map(|text| text.parse().ok().map(Value::Int)).collect();
    if numbers.is_empty() { Value::Empty } else { Value::List(numbers) }
}

/// The longest text that a field takes.
const LONGEST: usize = 4000;
/// The greatest count that a form takes.
const GREATEST: u32 = 1_000_000;

/// What was typed, as a value of the field's type.
fn value_of(field: FieldRef, spec: FieldSpec, typed: &str) -> Result<Value, domain::Fault> {
    if typed.trim().is_empty() {
        return Ok(Value::Empty);
    }
    Ok(match spec.value_type {
        ValueType::Text if control::is_phone(field) => Value::Text(entry::phone(typed)?),
        ValueType::Text if control::is_account(field) => Value::Text(entry::account_number(typed)?),
        ValueType::Text if typed.chars().count() > LONGEST => return Err(domain::Fault::TooLong(LONGEST)),
        ValueType::Text => Value::Text(entry::text(typed)),
        ValueType::Int if is_time(spec) => Value::Int(entry::time_of_day(typed)?.into()),
        ValueType::Int if is_degrees(spec) => Value::Int(typed.parse().map_err(|_| domain::Fault::NotANumber)?),
        ValueType::Int => Value::Int(entry::count(typed, 0, GREATEST)?.into()),
        ValueType::Money => Value::Int(entry::money(typed)?.0),
        ValueType::Date => Value::Date(entry::date(typed)?.to_julian_day()),
        ValueType::Bool => Value::Bool(typed == YES),
        ValueType::Choice(_) => Value::Int(typed.parse().map_err(|_| domain::Fault::NotInList)?),
        ValueType::Id(_) => Value::Id(domain::Uuid::parse_str(typed).map_err(|_| domain::Fault::NotInList)?),
        ValueType::Choices(_) => Value::Empty,
    })
}

/// Times of day are kept as minutes after midnight.
fn is_time(spec: FieldSpec) -> bool {
    matches!(spec.name, "begins_at" | "opens_at" | "closes_at")
}

/// Angles on the globe, which no person types.
fn is_degrees(spec: FieldSpec) -> bool {
    matches!(spec.name, "latitude" | "longitude")
}
