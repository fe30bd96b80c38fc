//! The readable way out: tables of plain values, as files that spreadsheets and other programs open without Bangfu.
//! What is in a table, and in which words, is decided by whoever makes it; here it must only come out unaltered.

mod archive;
mod comma;
mod lines;

use std::fmt;

use domain::Date;

pub use archive::{ZipError, zip};
pub use comma::csv;
pub use lines::json_lines;

/// A table: every row has a cell for every column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What its rows are.
    pub name: String,
    /// The columns, left to right.
    pub columns: Vec<String>,
    /// The rows, top to bottom.
    pub rows: Vec<Vec<Cell>>,
}

/// One value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known.
    #[default]
    Empty,
    /// Text as typed.
    Text(String),
    /// A whole number.
    Int(i64),
    /// Money in fen; it comes out in yuan.
    Money(i64),
    /// Yes or no.
    Bool(bool),
    /// A civil date.
    Date(Date),
    /// Several texts, in order.
    List(Vec<String>),
}

/// Fen as yuan with two decimals, such as -0.05.
struct Yuan(i64);

impl fmt::Display for Yuan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let fen = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", fen / 100, fen % 100)
    }
}

/// A date as ISO 8601 has it.
struct Iso(Date);

impl fmt::Display for Iso {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), u8::from(self.0.month()), self.0.day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fen_come_out_in_yuan() {
        let check = |fen, expected: &str| assert_eq!(Yuan(fen).to_string(), expected);
        check(0, "0.00");
        check(5, "0.05");
        check(-5, "-0.05");
        check(300_000_000, "3000000.00");
        check(-123_456, "-1234.56");
        check(i64::MIN, "-92233720368547758.08");
    }

    #[test]
    fn dates_come_out_in_iso() {
        let date = Date::from_ordinal_date(987, 60).unwrap();
        assert_eq!(Iso(date).to_string(), "0987-03-01");
    }
}
