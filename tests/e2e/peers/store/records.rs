//! The records that every peer holds: copies of the demonstration, as values for this store and as JSON documents for
//! the others. The same day gives the same records.

use domain::records::{Stage, Visit};
use domain::{AnyRecord, Date, Id, Uuid, Value};
use platform::BrowserWorld;
use replica::World;
use serde_json::{Map, Value as Json, json};
use wasm_bindgen::prelude::*;

/// How many records are changed in each round.
const EDITS: usize = 10_000;
/// How far apart they lie.
const APART: usize = 19;

/// Records with their ids, each after those that it refers to.
#[wasm_bindgen]
pub struct Records {
    all: Vec<(Uuid, AnyRecord)>,
    /// A visit to a household that is on the register, to be saved again and again under new ids.
    visit: Visit,
}

#[wasm_bindgen]
impl Records {
    /// So many records.
    ///
    /// # Panics
    /// When the demonstration has no visit.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(count: usize) -> Self {
        let original = demonstration::demonstration(BrowserWorld.today()).into_records();
        let copies = (1..=u8::MAX).flat_map(|number| demonstration::copied(&original, number));
        let all: Vec<_> = original.iter().cloned().chain(copies).take(count).collect();
        let visit = some_visit(&all).expect("the demonstration has a visit that was made");
        Self { all, visit }
    }

    /// A stretch of them as documents: a JSON array.
    #[must_use]
    pub fn documents(&self, from: usize, to: usize) -> String {
        let documents = self.stretch(from, to).iter().map(|(id, record)| document(*id, record));
        Json::Array(documents.collect()).to_string()
    }

    /// What another tablet has made of the documents of a round: a JSON array.
    #[must_use]
    pub fn edited_documents(&self, round: u8) -> String {
        let edited = self.edits(round).map(|edit| {
            let mut record = edit.record.clone();
            record.set(edit.number, &edit.value);
            document(edit.id, &record)
        });
        Json::Array(edited.collect()).to_string()
    }

    /// A new visit as a document.
    #[must_use]
    pub fn visit_document(&self, number: u32) -> String {
        document(Uuid::from_u128(u128::from(number)), &self.new_visit(number).into()).to_string()
    }
}

/// One field of one record, as another tablet has changed it.
pub(crate) struct Edit<'a> {
    pub(crate) id: Uuid,
    pub(crate) record: &'a AnyRecord,
    pub(crate) number: u16,
    pub(crate) value: Value,
}

impl Records {
    pub(crate) fn stretch(&self, from: usize, to: usize) -> &[(Uuid, AnyRecord)] {
        &self.all[from..to.min(self.all.len())]
    }

    pub(crate) fn new_visit(&self, number: u32) -> Visit {
        Visit { promise: number.to_string(), ..self.visit.clone() }
    }

    /// The edits of a round; each round has records of its own, spread over all.
    pub(crate) fn edits(&self, round: u8) -> impl Iterator<Item = Edit<'_>> {
        let changeable = self.all.iter().filter_map(|(id, record)| {
            let (number, value) = changed(record)?;
            Some(Edit { id: *id, record, number, value })
        });
        changeable.skip(usize::from(round)).step_by(APART).take(EDITS)
    }
}

/// The first field that has another value as plausible as its own.
fn changed(record: &AnyRecord) -> Option<(u16, Value)> {
    record.kind().fields().iter().find_map(|field| match record.get(field.number) {
        Value::Text(text) => Some((field.number, Value::Text(format!("{text}*")))),
        Value::Date(day) => Some((field.number, Value::Date(day + 1))),
        _ => None,
    })
}

fn some_visit(records: &[(Uuid, AnyRecord)]) -> Option<Visit> {
    let is_left = |id: Uuid| {
        records.iter().any(|(other, record)| {
            *other == id && matches!(record, AnyRecord::Case(case) if case.stage == Some(Stage::Left))
        })
    };
    let made = records.iter().filter_map(|(_, record)| match record {
        AnyRecord::Visit(visit) if visit.done_on.is_some() && !visit.report.is_empty() => Some(visit),
        _ => None,
    });
    made.clone().find(|visit| visit.case.map(Id::raw).is_some_and(|case| !is_left(case))).cloned()
}

fn document(id: Uuid, record: &AnyRecord) -> Json {
    let fields = record.kind().fields().iter().filter_map(|field| {
        let value = record.get(field.number);
        (value != Value::Empty).then(|| (field.name.to_owned(), to_json(value)))
    });
    let mut document: Map<String, Json> = fields.collect();
    document.insert("_id".to_owned(), json!(id.to_string()));
    document.insert("type".to_owned(), json!(format!("{:?}", record.kind())));
    Json::Object(document)
}

fn to_json(value: Value) -> Json {
    match value {
        Value::Empty => Json::Null,
        Value::Bool(is) => json!(is),
        Value::Int(number) => json!(number),
        Value::Text(text) => json!(text),
        Value::Date(day) => json!(Date::from_julian_day(day).map(|date| date.to_string()).unwrap_or_default()),
        Value::Id(id) => json!(id.to_string()),
        Value::List(values) => values.into_iter().map(to_json).collect(),
        Value::Bytes(bytes) => json!(bytes),
    }
}
