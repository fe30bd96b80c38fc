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
    let columns = table.columns.iter().map(|column| text(&column.word)).collect();
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
        Cell::Written { word, .. } | Cell::Bool { word, .. } => text(word),
        Cell::Money(fen) => Yuan(*fen).to_string(),
        Cell::Date(date) => Iso(*date).to_string(),
        Cell::Choice(choice) => text(&choice.word),
        Cell::Choices(choices) => {
            text(&choices.iter().map(|choice| choice.word.as_str()).collect::<Vec<_>>().join("; "))
        }
        Cell::Reference { name, .. } => text(name),
    }
}

/// A text that a spreadsheet would run gets an apostrophe before it; Chinese editions also run the wide signs. One that
/// it would round or shorten gets a tab behind it, by which the spreadsheet takes it for text and which nobody sees.
fn text(text: &str) -> String {
    let runs = ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
    if text.starts_with(runs) {
        format!("'{text}")
    } else if is_rounded(text) {
        format!("{text}\t")
    } else {
        text.to_owned()
    }
}

/// Whether a spreadsheet would take it for a number and not keep every digit: identity numbers, accounts, codes that
/// begin with 0.
fn is_rounded(text: &str) -> bool {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    is_number && (text.len() > 11 || (text.len() > 1 && text.starts_with('0')))
}

#[cfg(test)]
mod tests {
    use domain::{Date, Uuid};

    use super::super::{Choice, Column};
    use super::*;

    fn check(rows: Vec<Vec<Cell>>, expected: &str) {
        let table = Table { columns: ["a", "b"].map(column).to_vec(), rows, ..Table::default() };
        assert_eq!(String::from_utf8(csv(&table)).unwrap(), format!("\u{feff}a,b\r\n{expected}"));
    }

    fn column(word: &str) -> Column {
        Column { name: "never seen".into(), word: word.into() }
    }

    fn cell(text: &str) -> Cell {
        Cell::Text(text.into())
    }

    fn choice(word: &str) -> Choice {
        Choice { number: 1, word: word.into() }
    }

    #[test]
    fn values_stand_as_people_write_them() {
        let date = Date::from_ordinal_date(2026, 32).unwrap();
        check(vec![vec![Cell::Int(-7), Cell::Money(-1_205)]], "-7,-12.05\r\n");
        check(vec![vec![Cell::Bool { value: true, word: "是".into() }, Cell::Date(date)]], "是,2026-02-01\r\n");
        check(vec![vec![Cell::Empty, Cell::Choices(vec![choice("甲"), choice("乙")])]], ",甲; 乙\r\n");
        check(vec![vec![Cell::Choice(choice("丙")), Cell::Written { value: 540, word: "9:00".into() }]], "丙,9:00\r\n");
        check(vec![vec![Cell::Reference { id: Uuid::nil(), name: "张三".into() }, Cell::Empty]], "张三,\r\n");
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
        check(vec![vec![Cell::Choices(vec![choice("=1"), choice("2")]), cell("'=1")]], "'=1; 2,'=1\r\n");
    }

    #[test]
    fn no_digit_is_lost() {
        check(
            vec![vec![cell("220303199001011234"), cell("22030319900101123X")]],
            "220303199001011234\t,22030319900101123X\r\n",
        );
        check(vec![vec![cell("13800138000"), cell("0434")]], "13800138000,0434\t\r\n");
        check(vec![vec![cell("0"), cell("0434-3290000")]], "0,0434-3290000\r\n");
    }

    #[test]
    fn a_column_is_no_formula() {
        let table = Table { columns: vec![column("=1")], ..Table::default() };
        assert_eq!(csv(&table), "\u{feff}'=1\r\n".as_bytes());
    }

    #[test]
    fn what_is_written_is_read() {
        let texts = ["", " ", "四平市\r\n铁东区", "\"", ",", "'", "a\u{0}b", "\u{2028}"];
        let columns = (0..texts.len()).map(|number| column(&number.to_string())).collect();
        let table = Table { columns, rows: vec![texts.map(cell).to_vec()], ..Table::default() };
        let bytes = csv(&table);
        let mut reader = ::csv::Reader::from_reader(&bytes[MARK.len()..]);
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows, [::csv::StringRecord::from(texts.to_vec())]);
    }
}
