//! Several files in one zip. They are stored as they are: a packer would weigh more than it saves on a tablet. The
//! dates in it are those of the format's first day, for there is no clock here.

use std::io::{Cursor, Write};

use ::zip::result::ZipResult;
use ::zip::write::{SimpleFileOptions, ZipWriter};
use ::zip::{CompressionMethod, DateTime};

/// Why files make no zip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZipError {
    /// Two files have the same name.
    SameName,
    /// A name is empty or longer than the format has room for.
    Name,
    /// A file is larger than the format has room for: 4 GB.
    TooLarge,
}

/// The files, by their names, as a zip.
///
/// # Errors
/// When a name is taken, empty or too long, or a file too large.
pub fn zip(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, ZipError> {
    if files.iter().any(|(name, _)| name.is_empty() || name.len() > usize::from(u16::MAX)) {
        return Err(ZipError::Name);
    }
    let mut names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    if names.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(ZipError::SameName);
    }
    write(files).map_err(|_| ZipError::TooLarge)
}

fn write(files: &[(String, Vec<u8>)]) -> ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(name.as_str(), options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn file(name: &str, bytes: &[u8]) -> (String, Vec<u8>) {
        (name.to_owned(), bytes.to_vec())
    }

    fn check(files: &[(String, Vec<u8>)]) {
        let mut archive = ::zip::ZipArchive::new(Cursor::new(zip(files).unwrap())).unwrap();
        assert_eq!(archive.len(), files.len());
        for (at, (name, bytes)) in files.iter().enumerate() {
            let mut entry = archive.by_index(at).unwrap();
            let mut read = Vec::new();
            entry.read_to_end(&mut read).unwrap();
            assert_eq!((entry.name(), &read), (name.as_str(), bytes));
        }
    }

    #[test]
    fn what_is_written_is_read() {
        check(&[]);
        check(&[file("空.csv", b"")]);
        check(&[file("档案/户.csv", "一".as_bytes()), file("a b.txt", &[0; 70_000])]);
    }

    #[test]
    fn names_say_that_they_are_utf8() {
        let bytes = zip(&[file("户.csv", b"x")]).unwrap();
        assert_eq!(bytes[7] & 0x08, 0x08, "bit 11 of the local header's flags");
    }

    #[test]
    fn the_same_files_give_the_same_zip() {
        let files = [file("a", b"1"), file("b", b"2")];
        assert_eq!(zip(&files), zip(&files));
    }

    #[test]
    fn names_are_names() {
        assert_eq!(zip(&[file("a", b"1"), file("b", b""), file("a", b"2")]), Err(ZipError::SameName));
        assert_eq!(zip(&[file("", b"1")]), Err(ZipError::Name));
        assert_eq!(zip(&[file(&"x".repeat(70_000), b"1")]), Err(ZipError::Name));
    }
}
