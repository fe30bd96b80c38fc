//! Photos as bytes: a picture as the tablet hands it over, the pieces it lies in, and what a storage promises for them.
//! They lie beside the log: whoever opens the books or saves a text never reads or writes one of them.

use std::ops::Range;

use async_trait::async_trait;
use domain::records::Photo;
use domain::{Date, Uuid};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::StorageError;

/// A piece is at most so long: browsers keep rows beyond 64 KB in files of their own, which "cleaners" delete.
pub const PIECE: usize = 48 * 1024;
/// The largest photo that is kept, in bytes; so it fits into one item of a bundle.
pub const LARGEST: usize = 900_000;

/// A picture that was made ready: small, upright, and without what a camera writes into it.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// The photo, as JPEG.
    pub bytes: Vec<u8>,
    /// A small one of it, as JPEG.
    pub thumbnail: Vec<u8>,
    /// How many points it is wide.
    pub width: u32,
    /// How many points it is high.
    pub height: u32,
    /// The day that its file is of.
    pub taken_on: Option<Date>,
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({} bytes, {} by {})", self.bytes.len(), self.width, self.height)
    }
}

/// Why a file gives no picture. It says the file's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureError {
    /// The browser knows no such picture.
    NotAPicture(String),
    /// It is larger than this tablet can take.
    TooLarge(String),
}

impl Picture {
    /// The record with what is known of the picture.
    #[must_use]
    pub fn describe(&self, photo: &Photo) -> Photo {
        Photo {
            taken_on: photo.taken_on.or(self.taken_on),
            size: number(self.bytes.len()),
            width: self.width,
            height: self.height,
            digest: digest(&self.bytes),
            pieces: number(self.pieces().len()),
            thumbnail_digest: digest(&self.thumbnail),
            ..photo.clone()
        }
    }

    /// The pieces in which it lies: the small picture first, so that a list reads nothing else.
    #[must_use]
    pub fn pieces(&self) -> Vec<Vec<u8>> {
        pieces(&self.thumbnail, &self.bytes)
    }
}

fn number(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}

/// The small picture, then the photo, cut.
pub(crate) fn pieces(thumbnail: &[u8], photo: &[u8]) -> Vec<Vec<u8>> {
    std::iter::once(thumbnail).chain(photo.chunks(PIECE)).map(<[u8]>::to_vec).collect()
}

/// The SHA-256 of some bytes, in hexadecimal digits, as other tools print it.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A photo on its way from tablet to tablet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoFile {
    /// The photo.
    pub id: Uuid,
    /// The small one of it.
    pub thumbnail: Vec<u8>,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl PhotoFile {
    /// Whether these are the bytes that the record speaks of.
    #[must_use]
    pub fn is_of(&self, photo: &Photo) -> bool {
        digest(&self.bytes) == photo.digest && digest(&self.thumbnail) == photo.thumbnail_digest
    }
}

/// Where the bytes of photos lie. What one call writes stands or falls together.
#[async_trait(?Send)]
pub trait PhotoStorage {
    /// Keeps the pieces of a photo, in the place of those it had. When it answers, they survive a kill and a power cut.
    async fn write_photo(&self, id: Uuid, pieces: &[Vec<u8>]) -> Result<(), StorageError>;
    /// Those pieces of a photo that are there, each with its number, in order.
    async fn read_photo(&self, id: Uuid, numbers: Range<u32>) -> Result<Vec<(u32, Vec<u8>)>, StorageError>;
    /// The photos of which there is a piece, in the order of their ids.
    async fn photos(&self) -> Result<Vec<Uuid>, StorageError>;
    /// Throws a photo's pieces away.
    async fn drop_photo(&self, id: Uuid) -> Result<(), StorageError>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_the_small_picture_and_then_the_photo() {
        let check = |length: usize, expected: &[usize]| {
            let lengths: Vec<usize> = pieces(&[7; 5], &vec![1; length]).iter().map(Vec::len).collect();
            assert_eq!(lengths, expected, "{length}");
        };
        check(1, &[5, 1]);
        check(PIECE, &[5, PIECE]);
        check(2 * PIECE + 3, &[5, PIECE, PIECE, 3]);
    }

    #[test]
    fn a_digest_is_what_other_tools_print() {
        assert_eq!(digest(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
