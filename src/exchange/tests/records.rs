//! Every field of every kind of record comes out, in people's words and in those of programs.

use std::borrow::Cow;
use std::collections::BTreeSet;

use domain::records::{Case, Cause, Member, Membership, Session, Specialty};
use domain::value::{ChoiceList, Fen};
use domain::{Date, FieldRef, Id, Kind, Record, Uuid, Value};
use exchange::readable::{Choice, csv, json_lines, table};
use exchange::{Cell, Described, Words};

/// Words that say what they stand for.
struct Spelt;

impl Words for Spelt {
    fn kind(&self, kind: Kind) -> Cow<'_, str> {
        format!("kind {}", kind.number()).into()
    }
    fn field(&self, field: FieldRef) -> Cow<'_, str> {
        format!("field {}", field.number).into()
    }
    fn id(&self) -> Cow<'_, str> {
        "id".into()
    }
    fn choice(&self, list: ChoiceList, number: u16) -> Cow<'_, str> {
        format!("{} {number}", list.name).into()
    }
    fn yes_or_no(&self, value: bool) -> Cow<'_, str> {
        if value { "yes" } else { "no" }.into()
    }
    fn name(&self, kind: Kind, id: Uuid) -> Option<Cow<'_, str>> {
        (kind == Kind::Division && id == VILLAGE).then(|| "铁东村".into())
    }
    fn number(&self, field: FieldRef, value: i64) -> Option<Cow<'_, str>> {
        (field.kind == Kind::Session && value == 540).then(|| "9:00".into())
    }
}

const VILLAGE: Uuid = Uuid::from_u128(7);
const RECORD: Uuid = Uuid::from_u128(0xa1);

/// The cells of one record, by the names of their columns.
fn cells(kind: Kind, record: Described) -> Vec<(String, Cell)> {
    let table = table(kind, std::iter::once(record), &Spelt);
    table.columns.into_iter().map(|column| column.name).zip(table.rows.concat()).collect()
}

fn check(cells: &[(String, Cell)], name: &str, expected: &Cell) {
    let found: Vec<&Cell> = cells.iter().filter(|(column, _)| column == name).map(|(_, cell)| cell).collect();
    assert_eq!(found, [expected], "{name}");
}

fn described<T: Record>(record: &T) -> Vec<(String, Cell)> {
    cells(T::KIND, Described::of(Id::new(RECORD), record))
}

#[test]
fn each_type_of_field_has_its_cell() {
    let choice = |number| Choice { number, word: format!("Cause {number}") };
    let case = Case {
        village: Some(Id::new(VILLAGE)),
        main_cause: Some(Cause::Schooling),
        other_causes: vec![Cause::Illness, Cause::Land],
        phone: "0434".into(),
        surveyed_on: Date::from_ordinal_date(2026, 32).ok(),
        ..Case::default()
    };
    let case = described(&case);
    check(&case, "village", &Cell::Reference { id: VILLAGE, name: "铁东村".into() });
    check(&case, "main_cause", &Cell::Choice(choice(3)));
    check(&case, "other_causes", &Cell::Choices(vec![choice(1), choice(5)]));
    check(&case, "phone", &Cell::Text("0434".into()));
    check(&case, "surveyed_on", &Cell::Date(Date::from_ordinal_date(2026, 32).unwrap()));
    check(&case, "stage", &Cell::Empty);
    check(&case, "record_removed", &Cell::Empty);
    check(&case, "record_id", &Cell::Text(RECORD.to_string()));

    let session = described(&Session { begins_at: 540, seats: 30, ..Session::default() });
    check(&session, "begins_at", &Cell::Written { value: 540, word: "9:00".into() });
    check(&session, "seats", &Cell::Int(30));
    check(&described(&Membership { share: Fen(1_205), ..Membership::default() }), "share_fen", &Cell::Money(1_205));
    let is = |value, word: &str| Cell::Bool { value, word: word.into() };
    check(&described(&Specialty { is_technology: true, ..Specialty::default() }), "is_technology", &is(true, "yes"));
    check(&described(&Specialty::default()), "is_technology", &is(false, "no"));
}

#[test]
fn a_name_that_nobody_knows_leaves_the_id() {
    let member = described(&Member { case: Some(Id::new(RECORD)), ..Member::default() });
    check(&member, "case", &Cell::Reference { id: RECORD, name: String::new() });
}

#[test]
fn what_a_newer_version_wrote_is_not_left_out() {
    let values = vec![
        Value::Int(5),
        Value::Bool(true),
        Value::Int(99),
        Value::Int(70_000),
        Value::List(vec![Value::Int(1), Value::Text("x".into())]),
        Value::Bytes(vec![1, 2]),
    ];
    let case = cells(Kind::Case, Described { id: RECORD, removed: "moved away".into(), values });
    check(&case, "village", &Cell::Int(5));
    check(&case, "group", &Cell::Text("true".into()));
    check(&case, "household_kind", &Cell::Choice(Choice { number: 99, word: "HouseholdKind 99".into() }));
    check(&case, "main_cause", &Cell::Choice(Choice { number: 70_000, word: String::new() }));
    check(&case, "other_causes", &Cell::Text(r#"{"List":[{"Int":1},{"Text":"x"}]}"#.into()));
    check(&case, "phone", &Cell::Text(r#"{"Bytes":[1,2]}"#.into()));
    check(&case, "stage", &Cell::Empty);
    check(&case, "record_removed", &Cell::Text("moved away".into()));
}

#[test]
fn every_kind_has_a_table_with_all_its_fields() {
    let mut names = BTreeSet::new();
    for kind in Kind::ALL {
        let table = table(*kind, std::iter::empty(), &Spelt);
        assert!(names.insert(table.name.clone()), "{} is one table", table.name);
        assert_eq!(table.columns.len(), kind.fields().len() + 2, "{}", table.name);
        let columns: BTreeSet<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
        assert_eq!(columns.len(), table.columns.len(), "{}: each column has a name of its own", table.name);
        assert!(!columns.contains("table"), "{}: JSON lines call the table so", table.name);
    }
}

#[test]
fn people_get_words_and_programs_get_numbers() {
    let records = [Membership { share: Fen(1_205), ..Membership::default() }];
    let records = records.iter().map(|record| Described::of(Id::new(RECORD), record));
    let table = table(Kind::Membership, records, &Spelt);
    let csv = String::from_utf8(csv(&table)).unwrap();
    let (head, row) = csv.split_once("\r\n").unwrap();
    assert!(head.starts_with("\u{feff}field 1,field 2,") && head.ends_with(",field 0,id"), "{head}");
    assert!(row.contains(",12.05,"), "{row}");
    let json = String::from_utf8(json_lines(&table)).unwrap();
    assert!(json.starts_with(r#"{"table":"memberships","#) && json.contains(r#","share_fen":1205,"#), "{json}");
}
