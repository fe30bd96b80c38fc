//! The demonstration as a message from the program that makes it up to the one that shows it: record by record, field by
//! field, so that the page's program holds neither its words nor the making.

use domain::{AnyRecord, Kind, Uuid, Value};
use serde::{Deserialize, Serialize};

/// Records on their way.
#[derive(Debug, Serialize, Deserialize)]
pub struct Telling(Vec<Told>);

#[derive(Debug, Serialize, Deserialize)]
struct Told {
    id: Uuid,
    kind: u16,
    fields: Vec<(u16, Value)>,
}

impl Telling {
    /// Of these records.
    #[must_use]
    pub fn of(records: &[(Uuid, AnyRecord)]) -> Self {
        Self(records.iter().map(|(id, record)| told(*id, record)).collect())
    }

    /// The records; nothing when another version told them.
    #[must_use]
    pub fn into_records(self) -> Option<Vec<(Uuid, AnyRecord)>> {
        self.0.into_iter().map(heard).collect()
    }
}

fn told(id: Uuid, record: &AnyRecord) -> Told {
    let field = |number| (number, record.get(number));
    let fields = record.kind().fields().iter().map(|spec| field(spec.number));
    let fields = fields.filter(|(_, value)| *value != Value::Empty).collect();
    Told { id, kind: record.kind().number(), fields }
}

fn heard(told: Told) -> Option<(Uuid, AnyRecord)> {
    let mut record = AnyRecord::empty(Kind::from_number(told.kind)?);
    for (number, value) in &told.fields {
        record.set(*number, value);
    }
    Some((told.id, record))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_is_heard() {
        let today = domain::Date::from_ordinal_date(2026, 327).expect("a day");
        let records = crate::demonstration(today).into_records();
        let heard = Telling::of(&records).into_records().expect("this version told it");
        assert!(heard == records, "every field of every record");
    }

    #[test]
    fn a_kind_that_is_not_known_is_not_heard() {
        let telling = Telling(vec![Told { id: Uuid::nil(), kind: 9_999, fields: Vec::new() }]);
        assert_eq!(telling.into_records(), None);
    }
}
