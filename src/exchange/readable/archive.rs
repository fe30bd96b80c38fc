//! All tables in one zip: for people a CSV each, for programs a file of JSON lines each in a folder beside, and a text
//! that says what is what. They are stored as they are: a packer would weigh more than it saves on a tablet. The dates in
//! it are those of the format's first day, for there is no clock here.

use std::collections::BTreeSet;
use std::io::{Cursor, Write};

use ::zip::write::{SimpleFileOptions, ZipWriter};
use ::zip::{CompressionMethod, DateTime};
use serde::{Deserialize, Serialize};

use super::{Table, csv, json_lines};

/// Why tables make no zip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ZipError {
    /// Two tables have the same name or word.
    SameName,
    /// A name or word is empty, or longer than the format has room for.
    Name,
    /// It is larger than the format has room for: 4 GB.
    TooLarge,
}

/// A zip that takes one table after the other, so that a screen can say how far it is.
pub struct Archive {
    writer: ZipWriter<Cursor<Vec<u8>>>,
    names: BTreeSet<String>,
}

impl Archive {
    /// Begins with `readme.txt`. Its text should say that amounts in CSV are yuan and in JSON lines fen, that a tab
    /// behind a long number and an apostrophe before a sign keep a spreadsheet from altering them, and what is personal.
    ///
    /// # Errors
    /// When the text is larger than the format has room for.
    pub fn begin(readme: &str) -> Result<Self, ZipError> {
        let mut archive = Self { writer: ZipWriter::new(Cursor::new(Vec::new())), names: BTreeSet::new() };
        // As old editors want it: with the mark and with both ends of a line.
        let lines: String = readme.lines().map(|line| format!("{line}\r\n")).collect();
        archive.file("readme.txt", format!("\u{feff}{lines}").as_bytes())?;
        Ok(archive)
    }

    /// Adds a table, as `WORD.csv` and as `json/NAME.jsonl`.
    ///
    /// # Errors
    /// When the name or word is taken, empty or too long, or the table too large.
    pub fn table(&mut self, table: &Table) -> Result<(), ZipError> {
        self.file(&format!("{}.csv", file_name(&table.word)?), &csv(table))?;
        self.file(&format!("json/{}.jsonl", file_name(&table.name)?), &json_lines(table))
    }

    /// The bytes of the zip.
    ///
    /// # Errors
    /// When it is larger than the format has room for.
    pub fn finish(self) -> Result<Vec<u8>, ZipError> {
        Ok(self.writer.finish().map_err(|_| ZipError::TooLarge)?.into_inner())
    }

    fn file(&mut self, name: &str, bytes: &[u8]) -> Result<(), ZipError> {
        if !self.names.insert(name.to_lowercase()) {
            return Err(ZipError::SameName);
        }
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::default());
        self.writer.start_file(name, options).map_err(|_| ZipError::TooLarge)?;
        self.writer.write_all(bytes).map_err(|_| ZipError::TooLarge)
    }
}

/// The word without the signs that some system forbids in the name of a file.
fn file_name(word: &str) -> Result<String, ZipError> {
    let is_forbidden = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
    let name: String = word.trim_matches([' ', '.']).chars().map(|c| if is_forbidden(c) { '_' } else { c }).collect();
    if name.is_empty() || name.len() > 200 { Err(ZipError::Name) } else { Ok(name) }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::super::{Cell, Column};
    use super::*;

    fn table(name: &str, word: &str) -> Table {
        let columns = vec![Column { name: "amount_fen".into(), word: "金额（元）".into() }];
        Table { name: name.into(), word: word.into(), columns, rows: vec![vec![Cell::Money(1_205)]] }
    }

    fn archive(tables: &[Table]) -> Result<Vec<u8>, ZipError> {
        let mut archive = Archive::begin("一\n二")?;
        tables.iter().try_for_each(|table| archive.table(table))?;
        archive.finish()
    }

    fn files(bytes: &[u8]) -> Vec<(String, String)> {
        let mut archive = ::zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let count = archive.len();
        let file = |at| {
            let mut entry = archive.by_index(at).unwrap();
            let mut text = String::new();
            entry.read_to_string(&mut text).unwrap();
            (entry.name().to_owned(), text)
        };
        (0..count).map(file).collect()
    }

    #[test]
    fn every_table_is_there_for_people_and_for_programs() {
        let expected = [
            ("readme.txt", "\u{feff}一\r\n二\r\n"),
            ("户.csv", "\u{feff}金额（元）\r\n12.05\r\n"),
            ("json/cases.jsonl", "{\"table\":\"cases\",\"amount_fen\":1205}\n"),
        ];
        let expected = expected.map(|(name, text)| (name.to_owned(), text.to_owned()));
        assert_eq!(files(&archive(&[table("cases", "户")]).unwrap()), expected);
        assert_eq!(files(&archive(&[]).unwrap()), expected[..1]);
    }

    #[test]
    fn names_say_that_they_are_utf8() {
        let bytes = archive(&[table("cases", "户")]).unwrap();
        let at = bytes.windows(4).rposition(|window| window == "户.".as_bytes()).unwrap();
        assert_eq!(bytes[at - 46 + 9] & 0x08, 0x08, "bit 11 of the flags in the directory");
    }

    #[test]
    fn the_same_tables_give_the_same_zip() {
        assert_eq!(archive(&[table("a", "甲")]), archive(&[table("a", "甲")]));
    }

    #[test]
    fn names_are_names() {
        let check = |word: &str, expected: Result<&str, ZipError>| {
            assert_eq!(file_name(word), expected.map(str::to_owned), "{word}");
        };
        check("入户走访/帮扶", Ok("入户走访_帮扶"));
        check("../..", Ok("_"));
        check("a:b*\u{7}", Ok("a_b__"));
        check("", Err(ZipError::Name));
        check(" . ", Err(ZipError::Name));
        check(&"x".repeat(201), Err(ZipError::Name));
        assert_eq!(archive(&[table("a", "甲"), table("b", "甲")]), Err(ZipError::SameName));
        assert_eq!(archive(&[table("a", "甲"), table("a", "乙")]), Err(ZipError::SameName));
    }
}
