//! What a porter is asked to do, as messages, and the doing of it. Whoever takes a message to another thread brings back
//! the outcome; nothing is kept between two jobs but an archive that was begun.

use serde::{Deserialize, Serialize};

use crate::{
    Archive, Bundle, Bytes, Key, KeyKind, Lock, PackError, Packing, Progress, Table, UnpackError, Unpacking, ZipError,
    bytes, lock, read_codes,
};

/// So many pieces of about 64 KiB are done between two words about how far it is.
const PIECES: usize = 16;

/// What is to be done.
#[derive(Serialize, Deserialize)]
pub enum Job<'a> {
    /// To look which sort of key a bundle wants.
    KeyKind(#[serde(serialize_with = "bytes::serialize")] &'a [u8]),
    /// To lock a bundle, and to read back what was locked.
    Pack {
        /// The bundle.
        bundle: Bundle,
        /// What locks it.
        lock: Lock,
    },
    /// To open a bundle.
    Unpack {
        /// Its bytes.
        #[serde(serialize_with = "bytes::serialize")]
        bytes: &'a [u8],
        /// What opens it.
        key: Key,
    },
    /// To make a new key for a tablet.
    NewIdentity,
    /// To begin an archive with this text; one that was begun before is thrown away.
    BeginArchive(&'a str),
    /// To put a table into it.
    AddTable(Table),
    /// To close it.
    FinishArchive,
    /// To read the codes in a picture.
    ReadCodes {
        /// How many points a row has.
        width: u32,
        /// How many rows there are.
        height: u32,
        /// How bright each point is, row by row.
        #[serde(serialize_with = "bytes::serialize")]
        brightness: &'a [u8],
    },
}

/// What came of a job.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// The sort of key.
    KeyKind(Result<KeyKind, UnpackError>),
    /// The bytes of a bundle.
    Packed(Result<Bytes, PackError>),
    /// The bundle.
    Unpacked(Result<Bundle, UnpackError>),
    /// The key of a tablet.
    Identity {
        /// What it keeps to itself.
        identity: String,
        /// What it tells others.
        recipient: String,
    },
    /// The archive was begun, or the table is in it.
    Archiving(Result<(), ZipError>),
    /// The bytes of the archive.
    Archived(Result<Bytes, ZipError>),
    /// No archive was begun.
    NoArchive,
    /// The texts of the codes.
    Codes(Vec<String>),
}

/// Where jobs are done.
#[derive(Default)]
pub struct Workbench {
    archive: Option<Archive>,
}

impl Workbench {
    /// Does a job, and says now and then how far it is.
    pub fn work(&mut self, job: Job<'_>, follow: &dyn Fn(Progress)) -> Outcome {
        match job {
            Job::KeyKind(bytes) => Outcome::KeyKind(lock::key_kind(bytes)),
            Job::Pack { bundle, lock } => Outcome::Packed(pack(&bundle, &lock, follow).map(Bytes)),
            Job::Unpack { bytes, key } => Outcome::Unpacked(unpack(bytes, &key, follow)),
            Job::NewIdentity => {
                let (identity, recipient) = lock::new_identity();
                Outcome::Identity { identity, recipient }
            }
            Job::BeginArchive(readme) => Outcome::Archiving(self.begin(readme)),
            Job::AddTable(table) => match &mut self.archive {
                Some(archive) => Outcome::Archiving(archive.table(&table)),
                None => Outcome::NoArchive,
            },
            Job::ReadCodes { width, height, brightness } => Outcome::Codes(read_codes(width, height, brightness)),
            Job::FinishArchive => match self.archive.take() {
                Some(archive) => Outcome::Archived(archive.finish().map(Bytes)),
                None => Outcome::NoArchive,
            },
        }
    }

    fn begin(&mut self, readme: &str) -> Result<(), ZipError> {
        self.archive = Some(Archive::begin(readme)?);
        Ok(())
    }
}

/// Packs, then opens what was packed.
fn pack(bundle: &Bundle, lock: &Lock, follow: &dyn Fn(Progress)) -> Result<Vec<u8>, PackError> {
    let mut packing = Packing::begin(bundle, lock)?;
    let mut pieces = Pieces::default();
    while packing.step()? {
        pieces.count(|| follow(half(0, packing.progress())));
    }
    let bytes = packing.finish()?;
    let follow = |part| follow(half(1, part));
    if reads_back(&bytes, lock, bundle, &follow) { Ok(bytes) } else { Err(PackError::Different) }
}

/// Part of a half as part of the whole, so many halves being done.
fn half(before: usize, part: Progress) -> Progress {
    Progress { done: before * part.all + part.done, all: 2 * part.all }
}

/// Whether the bytes open and hold the bundle. What is locked for another tablet cannot be opened here: of it, only that
/// it begins as it must.
fn reads_back(bytes: &[u8], lock: &Lock, bundle: &Bundle, follow: &dyn Fn(Progress)) -> bool {
    match lock {
        Lock::Passphrase(passphrase) => {
            unpack(bytes, &Key::Passphrase(passphrase.clone()), follow).is_ok_and(|read| read == *bundle)
        }
        Lock::Recipients(_) => lock::key_kind(bytes) == Ok(KeyKind::Identity),
    }
}

fn unpack(bytes: &[u8], key: &Key, follow: &dyn Fn(Progress)) -> Result<Bundle, UnpackError> {
    let mut unpacking = Unpacking::begin(bytes, key)?;
    let mut pieces = Pieces::default();
    while unpacking.step()? {
        pieces.count(|| follow(unpacking.progress()));
    }
    unpacking.finish()
}

/// Counts pieces, so that not every one is spoken of.
#[derive(Default)]
struct Pieces(usize);

impl Pieces {
    fn count(&mut self, speak: impl FnOnce()) {
        self.0 += 1;
        if self.0.is_multiple_of(PIECES) {
            speak();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_back_is_compared() {
        let bundle =
            |change| Bundle { scope: 1, made_at: 2, from: [3; 16], changes: vec![vec![change]], photos: vec![] };
        let lock = Lock::Passphrase("x".into());
        let bytes = pack(&bundle(1), &lock, &|_| ()).unwrap();
        let check = |bytes: &[u8], lock: &Lock, change, expected| {
            assert_eq!(reads_back(bytes, lock, &bundle(change), &|_| ()), expected);
        };
        check(&bytes, &lock, 1, true);
        check(&bytes, &lock, 2, false);
        check(&bytes[1..], &lock, 1, false);
        check(&bytes, &Lock::Passphrase("y".into()), 1, false);
        check(&bytes, &Lock::Recipients(vec![]), 1, false);
    }
}
