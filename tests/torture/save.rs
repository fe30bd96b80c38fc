//! What people on a tablet write: fields of a few records that all tablets fight over, several at once, removed and
//! brought back, with values of which this version knows nothing.

use domain::schema::REMOVED;
use domain::{AnyRecord, Date, Fit, Kind, Problem, Uuid, Value, records};
use replica::command::{Draft, Intent, SettleConflict};
use replica::query::conflicts::conflicts;
use replica::{Command, State};

use crate::chance::Chance;

/// What stands in every text that is saved, and never in a file.
pub const CANARY: &str = "canary-7461";
/// How many records of each kind the tablets fight over.
const RECORDS: usize = 12;

/// Sets fields.
pub struct SetFields(Vec<(Kind, Uuid, u16, Value)>);

impl Command for SetFields {
    fn intent(&self) -> Intent {
        Intent::SaveStaff
    }

    fn check(&self, _: &State, _: Date) -> Vec<Problem> {
        vec![]
    }

    fn write(&self, draft: &mut Draft<'_>) {
        for (kind, id, number, value) in &self.0 {
            draft.write_field(*kind, *id, *number, value.clone());
        }
    }
}

/// Fields of all types, a reference, a removal, and one of a newer version.
const FIELDS: [(Kind, u16); 10] = [
    (Kind::Staff, 1),
    (Kind::Staff, 2),
    (Kind::Staff, REMOVED),
    (Kind::Member, 1),
    (Kind::Member, 2),
    (Kind::Member, 3),
    (Kind::Target, 2),
    (Kind::Course, 3),
    (Kind::Need, 6),
    (Kind::Staff, 55),
];

/// Something to save.
pub fn command(chance: &Chance, state: &State) -> Box<dyn Command> {
    if chance.is(1, 6)
        && let Some(command) = settlement(chance, state)
    {
        return Box::new(command);
    }
    let mut fields: Vec<(Kind, Uuid, u16, Value)> = Vec::new();
    for _ in 0..=chance.below(3) {
        let (kind, number) = *chance.one(&FIELDS);
        let id = record(chance);
        if fields.iter().all(|(other, there, field, _)| (*other, *there, *field) != (kind, id, number)) {
            fields.push((kind, id, number, value(chance, number)));
        }
    }
    Box::new(SetFields(fields))
}

fn settlement(chance: &Chance, state: &State) -> Option<SettleConflict> {
    let open = conflicts(state);
    let conflict = open.get(chance.below(open.len()))?;
    let head = chance.one(&conflict.heads);
    // A value of a newer version is not for this one to choose.
    let is_known = state.fits(conflict.kind, conflict.number, &head.value) == Fit::Known;
    is_known.then_some(())?;
    Some(SettleConflict { kind: conflict.kind, id: conflict.id, number: conflict.number, value: head.value.clone() })
}

fn record(chance: &Chance) -> Uuid {
    Uuid::from_u128(1 + chance.below(RECORDS) as u128)
}

/// A value; one in ten is of another type than the field's.
pub fn value(chance: &Chance, number: u16) -> Value {
    match chance.below(10) {
        0 => Value::Empty,
        1 => Value::Bytes(vec![7; 3]),
        2 => Value::Bool(chance.is(1, 2)),
        3 => Value::Int(i64::from(u32::from(number)) * 100),
        4 => Value::Id(record(chance)),
        5 => Value::Date(crate::world::TODAY - 1),
        6 => Value::Text(String::new()),
        _ => Value::Text(format!("{CANARY} {}", chance.below(1000))),
    }
}

/// Many new records at once, in more changes than one.
pub fn filling(chance: &Chance) -> Vec<(Uuid, AnyRecord)> {
    let note = |_| {
        let text = format!("{CANARY} {}", "x".repeat(200 + chance.below(600)));
        (
            Uuid::from_u128(u128::from(chance.bits()) << 64 | 1),
            records::Settlement { finding: text.clone(), note: text }.into(),
        )
    };
    (0..10 + chance.below(40)).map(note).collect()
}
