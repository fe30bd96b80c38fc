//! CSV for spreadsheets: UTF-8 with the mark by which Excel and WPS know it. A text must never run as a formula.

use super::{Cell, Iso, Table, Yuan};

/// Without it Excel takes the bytes for the system's own encoding.
const MARK: &str = "\u{feff}";

/// The table as CSV, its columns in the first line.
#[must_use]
pub fn csv(table: &Table) -> Vec<u8> {
    let mut writer = ::csv::WriterBuilder::new()
        .flexible(true)
        .terminator(::csv::Terminator::CRLF)
        .from_writer(MARK.as_bytes().to_vec());
    let columns = table.columns.iter().map(|column| text(column)).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(field).collect());
    for record in std::iter::once::<Vec<String>>(columns).chain(rows) {
        // Into memory and with rows of any length, nothing can be refused.
        let _ = writer.write_record(record);
    }
    writer.into_inner().unwrap_or_default()
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(value) => text(value),
        Cell::Int(value) => value.to_string(),
        Cell::Money(fen) => Yuan(*fen).to_string(),
        Cell::Bool(value) => value.to_string(),
        Cell::Date(date) => Iso(*date).to_string(),
        Cell::List(values) => text(&values.join("; ")),
    }
}

/// A text that a spreadsheet would run gets an apostrophe before it. Chinese editions also run the wide signs.
fn text(text: &str) -> String {
    let runs = ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
    if text.starts_with(runs) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use domain::Date;

    use super::*;

    fn check(rows: Vec<Vec<Cell>>, expected: &str) {
        let table = Table { name: "t".into(), columns: vec!["a".into(), "b".into()], rows };
        assert_eq!(String::from_utf8(csv(&table)).unwrap(), format!("\u{feff}a,b\r\n{expected}"));
    }

    fn cell(text: &str) -> Cell {
        Cell::Text(text.into())
    }

    #[test]
    fn values_stand_as_people_write_them() {
        let date = Date::from_ordinal_date(2026, 32).unwrap();
        check(vec![vec![Cell::Int(-7), Cell::Money(-1_205)]], "-7,-12.05\r\n");
        check(vec![vec![Cell::Bool(true), Cell::Date(date)]], "true,2026-02-01\r\n");
        check(vec![vec![Cell::Empty, Cell::List(vec!["甲".into(), "乙".into()])]], ",甲; 乙\r\n");
    }

    #[test]
    fn an_empty_table_has_its_columns() {
        check(vec![], "");
        check(vec![vec![Cell::Empty, Cell::Empty]], ",\r\n");
        assert_eq!(csv(&Table::default()), "\u{feff}\"\"\r\n".as_bytes());
    }

    #[test]
    fn what_csv_writes_with_signs_is_quoted() {
        check(vec![vec![cell("张\"三\",李四"), cell("一行\n又一行")]], "\"张\"\"三\"\",李四\",\"一行\n又一行\"\r\n");
    }

    #[test]
    fn no_text_is_a_formula() {
        for sign in ["=", "+", "-", "@", "\t", "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}"] {
            check(vec![vec![cell(&format!("{sign}1")), cell("1=1")]], &format!("'{sign}1,1=1\r\n"));
        }
        check(vec![vec![cell("\r=1"), cell("\n=1")]], "\"'\r=1\",\"'\n=1\"\r\n");
        check(vec![vec![cell("=\"a\",b"), cell("")]], "\"'=\"\"a\"\",b\",\r\n");
        check(vec![vec![Cell::List(vec!["=1".into(), "2".into()]), cell("'=1")]], "'=1; 2,'=1\r\n");
    }

    #[test]
    fn a_column_is_no_formula() {
        let table = Table { columns: vec!["=1".into()], ..Table::default() };
        assert_eq!(csv(&table), "\u{feff}'=1\r\n".as_bytes());
    }

    #[test]
    fn what_is_written_is_read() {
        let texts = ["", " ", "四平市\r\n铁东区", "\"", ",", "'", "a\u{0}b", "\u{2028}"];
        let columns = (0..texts.len()).map(|column| column.to_string()).collect();
        let table = Table { columns, rows: vec![texts.map(cell).to_vec()], ..Table::default() };
        let bytes = csv(&table);
        let mut reader = ::csv::Reader::from_reader(&bytes[MARK.len()..]);
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows, [::csv::StringRecord::from(texts.to_vec())]);
    }
}
