//! JSON lines for other programs: one object for each row, its keys in the order of the columns. No value may lose
//! anything: money is whole fen, a choice keeps its number and a reference its id, each beside its word.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::{Cell, Choice, Iso, Table};

/// The table as one object a line; `table` holds its name.
#[must_use]
pub fn json_lines(table: &Table) -> Vec<u8> {
    let mut out = Vec::new();
    for cells in &table.rows {
        // Into memory, with keys that are strings, nothing can be refused.
        let _ = serde_json::to_writer(&mut out, &Line { table, cells });
        out.push(b'\n');
    }
    out
}

struct Line<'a> {
    table: &'a Table,
    cells: &'a [Cell],
}

impl Serialize for Line<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("table", &self.table.name)?;
        for (column, cell) in self.table.columns.iter().zip(self.cells) {
            map.serialize_entry(&column.name, &CellForm(cell))?;
        }
        map.end()
    }
}

/// A cell as other programs read it.
struct CellForm<'a>(&'a Cell);

impl Serialize for CellForm<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Cell::Empty => serializer.serialize_none(),
            Cell::Text(text) => serializer.serialize_str(text),
            Cell::Int(value) | Cell::Money(value) | Cell::Written { value, .. } => serializer.serialize_i64(*value),
            Cell::Bool { value, .. } => serializer.serialize_bool(*value),
            Cell::Date(date) => serializer.collect_str(&Iso(*date)),
            Cell::Choice(choice) => ChoiceForm(choice).serialize(serializer),
            Cell::Choices(choices) => serializer.collect_seq(choices.iter().map(ChoiceForm)),
            Cell::Reference { id, name } => pair(serializer, ("id", &id.to_string()), ("name", name)),
        }
    }
}

struct ChoiceForm<'a>(&'a Choice);

impl Serialize for ChoiceForm<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        pair(serializer, ("number", &self.0.number), ("word", &self.0.word))
    }
}

fn pair<S: Serializer, V: Serialize>(
    serializer: S,
    one: (&str, &V),
    other: (&str, &String),
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(2))?;
    map.serialize_entry(one.0, one.1)?;
    map.serialize_entry(other.0, other.1)?;
    map.end()
}

#[cfg(test)]
mod tests {
    use domain::{Date, Uuid};

    use super::super::Column;
    use super::*;

    fn check(cells: Vec<Cell>, expected: &str) {
        let column = |number| Column { name: format!("c{number}"), word: "never seen".into() };
        let columns = (0..cells.len()).map(column).collect();
        let table = Table { name: "cases".into(), word: "户".into(), columns, rows: vec![cells] };
        assert_eq!(String::from_utf8(json_lines(&table)).unwrap(), format!("{{\"table\":\"cases\"{expected}}}\n"));
    }

    #[test]
    fn values_lose_nothing() {
        let date = Date::from_ordinal_date(2026, 365).unwrap();
        let choice = |number, word: &str| Choice { number, word: word.into() };
        let id = Uuid::from_u128(0xa1);
        let reference = Cell::Reference { id, name: "张三".into() };
        check(vec![Cell::Empty, Cell::Bool { value: false, word: "否".into() }], r#","c0":null,"c1":false"#);
        check(vec![Cell::Int(i64::MIN), Cell::Money(1_010)], r#","c0":-9223372036854775808,"c1":1010"#);
        check(
            vec![Cell::Date(date), Cell::Written { value: 540, word: "9:00".into() }],
            r#","c0":"2026-12-31","c1":540"#,
        );
        check(vec![Cell::Choice(choice(3, "=a"))], r#","c0":{"number":3,"word":"=a"}"#);
        check(
            vec![Cell::Choices(vec![choice(1, "b")]), Cell::Choices(vec![])],
            r#","c0":[{"number":1,"word":"b"}],"c1":[]"#,
        );
        check(vec![reference], r#","c0":{"id":"00000000-0000-0000-0000-0000000000a1","name":"张三"}"#);
    }

    #[test]
    fn a_text_stays_on_its_line() {
        check(vec![Cell::Text("一\n二\r\t\"三\"\\\u{1}".into())], r#","c0":"一\n二\r\t\"三\"\\\u0001""#);
        check(vec![Cell::Text(String::new())], r#","c0":"""#);
    }

    #[test]
    fn no_row_is_no_line() {
        assert!(json_lines(&Table { name: "t".into(), ..Table::default() }).is_empty());
    }
}
