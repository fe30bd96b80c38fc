//! The payload of a bundle, inside the lock: magic, a version byte, and blocks. The first item in the blocks is the head
//! (postcard), then come the changes, then the photos. That nothing was altered is the lock's to say; here nothing may be
//! misread, and an older version must never be read as this one.

use std::io::{Read, Write};

use serde::{Deserialize, Serialize};

use crate::blocks::{self, MAX_BLOCK, MAX_ITEM, Reader, Writer, cost, damage};
use crate::lock::want_of_memory;
use crate::{Bundle, PackError, Progress, UnpackError};

const MAGIC: &[u8] = b"bangfu bundle\n";
/// A bundle without photos, as every version of the app opens it.
pub(crate) const PLAIN: u8 = 1;
/// A bundle with photos. The greatest version that this code knows.
pub(crate) const WITH_PHOTOS: u8 = 2;

#[derive(Serialize, Deserialize)]
struct Head {
    scope: u32,
    made_at: u64,
    from: [u8; 16],
    changes: u32,
}

/// What stands behind the head of a bundle with photos.
#[derive(Serialize, Deserialize)]
struct PhotoHead {
    photos: u32,
}

/// Refuses what could not be decoded, before any work is done.
pub(crate) fn check(bundle: &Bundle) -> Result<(), PackError> {
    let is_too_large = |item: &Vec<u8>| item.len() > MAX_ITEM;
    if bundle.changes.iter().chain(&bundle.photos).any(is_too_large) { Err(PackError::TooLarge) } else { Ok(()) }
}

/// What every payload of that version begins with.
pub(crate) fn start(version: u8) -> Vec<u8> {
    [MAGIC, &[version]].concat()
}

/// A payload that is being written.
pub(crate) struct Encoding<'a, W> {
    writer: Writer<W>,
    changes: &'a [Vec<u8>],
    photos: &'a [Vec<u8>],
    done: usize,
    all: usize,
    /// What the items cost whoever reads them.
    cost: usize,
}

impl<'a, W: Write> Encoding<'a, W> {
    /// Writes the head.
    pub(crate) fn begin(bundle: &'a Bundle, mut out: W) -> Result<Self, PackError> {
        let head = head_of(bundle)?;
        let version = if bundle.photos.is_empty() { PLAIN } else { WITH_PHOTOS };
        out.write_all(&start(version)).map_err(want_of_memory)?;
        let mut writer = Writer::after(out);
        writer.item(&head).map_err(want_of_memory)?;
        let all = bundle.changes.iter().chain(&bundle.photos).map(Vec::len).sum();
        Ok(Self { writer, changes: &bundle.changes, photos: &bundle.photos, done: 0, all, cost: cost(&head) })
    }

    /// Writes items of about a block and says whether there are more.
    pub(crate) fn step(&mut self) -> Result<bool, PackError> {
        let mut written = 0;
        while written < MAX_BLOCK {
            let Some(item) = self.next_item() else { return Ok(false) };
            self.writer.item(item).map_err(want_of_memory)?;
            self.cost += cost(item);
            self.done += item.len();
            written += cost(item);
        }
        Ok(!self.changes.is_empty() || !self.photos.is_empty())
    }

    fn next_item(&mut self) -> Option<&'a Vec<u8>> {
        let left = if self.changes.is_empty() { &mut self.photos } else { &mut self.changes };
        let (item, later) = left.split_first()?;
        *left = later;
        Some(item)
    }

    pub(crate) fn progress(&self) -> Progress {
        Progress { done: self.done, all: self.all }
    }

    /// The payload, and what its items cost.
    pub(crate) fn finish(mut self) -> Result<(W, usize), PackError> {
        while self.step()? {}
        Ok((self.writer.finish().map_err(want_of_memory)?, self.cost))
    }
}

fn head_of(bundle: &Bundle) -> Result<Vec<u8>, PackError> {
    let count = |items: &[Vec<u8>]| u32::try_from(items.len()).map_err(|_| PackError::TooLarge);
    let (changes, photos) = (count(&bundle.changes)?, count(&bundle.photos)?);
    let head = Head { scope: bundle.scope, made_at: bundle.made_at, from: bundle.from, changes };
    let mut bytes = postcard::to_stdvec(&head).map_err(|_| PackError::TooLarge)?;
    if photos > 0 {
        bytes.extend(postcard::to_stdvec(&PhotoHead { photos }).map_err(|_| PackError::TooLarge)?);
    }
    Ok(bytes)
}

/// A payload that is being read.
pub(crate) struct Decoding<R> {
    reader: Reader<R>,
    bundle: Bundle,
    /// How many changes, and then how many photos, are still to come.
    left: [u32; 2],
    file: usize,
}

impl<R: Read> Decoding<R> {
    /// Reads the head of a payload that comes from a file of that many bytes.
    pub(crate) fn begin(mut payload: R, file: usize) -> Result<Self, UnpackError> {
        let version = read_start(&mut payload)?;
        let mut reader = Reader::new(payload, file);
        let item = reader.item()?;
        let (head, rest) = postcard::take_from_bytes::<Head>(&item).map_err(|_| UnpackError::Damaged)?;
        let photos = photos_in(version, rest)?;
        let (changes, no_photos) = (Vec::new(), Vec::new());
        let bundle = Bundle { scope: head.scope, made_at: head.made_at, from: head.from, changes, photos: no_photos };
        Ok(Self { reader, bundle, left: [head.changes, photos], file })
    }

    /// Reads items of about a block and says whether there are more. The end is looked for with the last one.
    pub(crate) fn step(&mut self) -> Result<bool, UnpackError> {
        let mut read = 0;
        while self.left != [0, 0] && read < MAX_BLOCK {
            let item = self.reader.item()?;
            read += cost(&item);
            match &mut self.left {
                [0, photos] => {
                    self.bundle.photos.push(item);
                    *photos -= 1;
                }
                [changes, _] => {
                    self.bundle.changes.push(item);
                    *changes -= 1;
                }
            }
        }
        Ok(self.left != [0, 0])
    }

    pub(crate) fn progress(&self) -> Progress {
        let done = if self.left == [0, 0] { self.file } else { self.reader.read().min(self.file) };
        Progress { done, all: self.file }
    }

    /// The bundle: all of it, or nothing.
    pub(crate) fn finish(mut self) -> Result<Bundle, UnpackError> {
        while self.step()? {}
        self.reader.end()?;
        Ok(self.bundle)
    }
}

/// How many photos there are, as what stands behind the head says. A bundle with photos has some.
fn photos_in(version: u8, behind: &[u8]) -> Result<u32, UnpackError> {
    match (version, behind) {
        (PLAIN, []) => Ok(0),
        (PLAIN, _) => Err(UnpackError::Damaged),
        _ => match postcard::take_from_bytes(behind) {
            Ok((PhotoHead { photos: photos @ 1.. }, [])) => Ok(photos),
            _ => Err(UnpackError::Damaged),
        },
    }
}

/// Magic and version. What is too short for them is something else, unless the lock says that a piece is missing.
fn read_start(payload: &mut impl Read) -> Result<u8, UnpackError> {
    let mut start = Vec::new();
    payload.take(MAGIC.len() as u64 + 1).read_to_end(&mut start).map_err(damage)?;
    match start.strip_prefix(MAGIC) {
        Some([version @ (PLAIN | WITH_PHOTOS)]) => Ok(*version),
        Some([version]) if *version > WITH_PHOTOS => Err(UnpackError::Newer(*version)),
        Some(_) => Err(UnpackError::Damaged),
        None => Err(UnpackError::NotABundle),
    }
}

/// The bundle in a payload that lies open.
pub(crate) fn decode(payload: &[u8]) -> Result<Bundle, UnpackError> {
    Decoding::begin(payload, payload.len())?.finish()
}

/// The payload of a bundle, open.
pub(crate) fn encode(bundle: &Bundle) -> Result<Vec<u8>, PackError> {
    check(bundle)?;
    let (payload, cost) = Encoding::begin(bundle, Vec::new())?.finish()?;
    if cost > blocks::allowance(payload.len()) { Err(PackError::TooLarge) } else { Ok(payload) }
}
