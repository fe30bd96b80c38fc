//! Copies of the demonstration under other ids, to measure the app at the size of a province. Never shown to anyone.

use domain::records::AnyRecord;
use domain::{Uuid, Value};

/// The same records again, as a copy with that number: every id differs from those of the other copies.
#[must_use]
pub fn copied(records: &[(Uuid, AnyRecord)], number: u8) -> Vec<(Uuid, AnyRecord)> {
    records.iter().map(|(id, record)| (shifted(*id, number), with_shifted_ids(record, number))).collect()
}

/// The copy's number stands in six bits of the random part that the demonstration's own ids fill with chance.
fn shifted(id: Uuid, number: u8) -> Uuid {
    Uuid::from_u128(id.as_u128() ^ u128::from(number) << 40)
}

fn with_shifted_ids(record: &AnyRecord, number: u8) -> AnyRecord {
    let mut copy = record.clone();
    for field in record.kind().fields() {
        if let Value::Id(id) = record.get(field.number) {
            copy.set(field.number, &Value::Id(shifted(id, number)));
        }
    }
    copy
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn copies_refer_to_themselves_and_share_no_id() {
        let today = domain::Date::from_ordinal_date(2026, 327).expect("a day");
        let original = crate::demonstration(today);
        let copy = copied(original.records(), 3);
        let ids: HashSet<Uuid> = copy.iter().map(|(id, _)| *id).collect();
        assert!(original.records().iter().all(|(id, _)| !ids.contains(id)));
        let references = copy.iter().flat_map(|(_, record)| {
            record
                .kind()
                .fields()
                .iter()
                .filter_map(|field| if let Value::Id(id) = record.get(field.number) { Some(id) } else { None })
        });
        assert!(references.into_iter().all(|id| ids.contains(&id)));
    }
}
