//! JSON lines for other programs: one object for each row, its keys in the order of the columns. No value may lose
//! anything: money is a decimal string, since JSON's own numbers are binary fractions in most readers.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::{Cell, Iso, Table, Yuan};

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
            map.serialize_entry(column, cell)?;
        }
        map.end()
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_none(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Int(value) => serializer.serialize_i64(*value),
            Self::Money(fen) => serializer.collect_str(&Yuan(*fen)),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Date(date) => serializer.collect_str(&Iso(*date)),
            Self::List(values) => serializer.collect_seq(values),
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::Date;

    use super::*;

    fn check(cells: Vec<Cell>, expected: &str) {
        let columns = (0..cells.len()).map(|column| format!("c{column}")).collect();
        let table = Table { name: "户".into(), columns, rows: vec![cells] };
        assert_eq!(String::from_utf8(json_lines(&table)).unwrap(), format!("{{\"table\":\"户\"{expected}}}\n"));
    }

    #[test]
    fn values_lose_nothing() {
        let date = Date::from_ordinal_date(2026, 365).unwrap();
        check(vec![Cell::Empty, Cell::Bool(false)], r#","c0":null,"c1":false"#);
        check(vec![Cell::Int(i64::MIN), Cell::Money(1_010)], r#","c0":-9223372036854775808,"c1":"10.10""#);
        check(vec![Cell::Date(date)], r#","c0":"2026-12-31""#);
        check(vec![Cell::List(vec!["=a".into(), "b".into()]), Cell::List(vec![])], r#","c0":["=a","b"],"c1":[]"#);
    }

    #[test]
    fn a_text_stays_on_its_line() {
        check(vec![Cell::Text("一\n二\r\t\"三\"\\\u{1}".into())], r#","c0":"一\n二\r\t\"三\"\\\u0001""#);
        check(vec![Cell::Text(String::new())], r#","c0":"""#);
    }

    #[test]
    fn no_row_is_no_line() {
        assert!(json_lines(&Table { name: "t".into(), columns: vec!["a".into()], rows: vec![] }).is_empty());
    }
}
