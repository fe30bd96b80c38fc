//! The readable way out: tables of plain values, as files that spreadsheets and other programs open without Bangfu.
//! CSV is for people and speaks their language; JSON lines are for programs and lose nothing. The words come from
//! whoever asks: here no language is known.

mod archive;
mod comma;
mod lines;
mod records;

use std::fmt;

use domain::{Date, Uuid};
use serde::{Deserialize, Serialize};

pub use archive::{Archive, ZipError};
pub use comma::csv;
pub use lines::json_lines;
pub use records::{Described, Words, table};

/// A table: every row has a cell for every column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What programs call it; it never changes.
    pub name: String,
    /// What people call its rows.
    pub word: String,
    /// The columns, left to right.
    pub columns: Vec<Column>,
    /// The rows, top to bottom.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// What programs call it; it never changes.
    pub name: String,
    /// What people call it.
    pub word: String,
}

/// One value: for programs, and beside it what people write in its place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cell {
    /// Nothing is known.
    #[default]
    Empty,
    /// Text as typed.
    Text(String),
    /// A whole number.
    Int(i64),
    /// A whole number that people write in another way, such as a time of day.
    Written {
        /// The number.
        value: i64,
        /// What people write.
        word: String,
    },
    /// Money in fen. People get it in yuan, as a number that a spreadsheet adds up.
    Money(i64),
    /// Yes or no.
    Bool {
        /// Which.
        value: bool,
        /// The word for it.
        word: String,
    },
    /// A civil date.
    Date(Date),
    /// One of a list of choices.
    Choice(Choice),
    /// Several of them, in order.
    Choices(Vec<Choice>),
    /// Another record.
    Reference {
        /// Which.
        id: Uuid,
        /// Its name; empty when nobody knows it.
        name: String,
    },
}

/// A choice of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Its number.
    pub number: i64,
    /// The word for it.
    pub word: String,
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
