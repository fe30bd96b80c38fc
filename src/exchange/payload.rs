//! The payload of a bundle, inside the lock: magic, a version byte, and blocks. The first item in the blocks is the head
//! (postcard), each further one a change. That nothing was altered is the lock's to say; here nothing may be misread,
//! and an older version must never be read as this one.

use std::io::{Read, Write};

use serde::{Deserialize, Serialize};

use crate::blocks::{self, MAX_BLOCK, MAX_ITEM, Reader, Writer, cost, damage};
use crate::lock::want_of_memory;
use crate::{Bundle, PackError, Progress, UnpackError};

const MAGIC: &[u8] = b"bangfu bundle\n";
/// The version that this code writes, and the only one there was.
const VERSION: u8 = 1;

#[derive(Serialize, Deserialize)]
struct Head {
    scope: u32,
    made_at: u64,
    from: [u8; 16],
    changes: u32,
}

/// Refuses what could not be decoded, before any work is done.
pub(crate) fn check(bundle: &Bundle) -> Result<(), PackError> {
    let is_too_large = |change: &Vec<u8>| change.len() > MAX_ITEM;
    if bundle.changes.iter().any(is_too_large) { Err(PackError::TooLarge) } else { Ok(()) }
}

/// What every payload of this version begins with.
pub(crate) fn start() -> Vec<u8> {
    [MAGIC, &[VERSION]].concat()
}

/// A payload that is being written.
pub(crate) struct Encoding<'a, W> {
    writer: Writer<W>,
    changes: &'a [Vec<u8>],
    done: usize,
    all: usize,
    /// What the items cost whoever reads them.
    cost: usize,
}

impl<'a, W: Write> Encoding<'a, W> {
    /// Writes the head.
    pub(crate) fn begin(bundle: &'a Bundle, mut out: W) -> Result<Self, PackError> {
        let changes = u32::try_from(bundle.changes.len()).map_err(|_| PackError::TooLarge)?;
        let head = Head { scope: bundle.scope, made_at: bundle.made_at, from: bundle.from, changes };
        let head = postcard::to_stdvec(&head).map_err(|_| PackError::TooLarge)?;
        out.write_all(&start()).map_err(want_of_memory)?;
        let mut writer = Writer::after(out);
        writer.item(&head).map_err(want_of_memory)?;
        let all = bundle.changes.iter().map(Vec::len).sum();
        Ok(Self { writer, changes: &bundle.changes, done: 0, all, cost: cost(&head) })
    }

    /// Writes changes of about a block and says whether there are more.
    pub(crate) fn step(&mut self) -> Result<bool, PackError> {
        let mut written = 0;
        while let ([change, later @ ..], true) = (self.changes, written < MAX_BLOCK) {
            self.writer.item(change).map_err(want_of_memory)?;
            self.changes = later;
            self.cost += cost(change);
            self.done += change.len();
            written += cost(change);
        }
        Ok(!self.changes.is_empty())
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

/// A payload that is being read.
pub(crate) struct Decoding<R> {
    reader: Reader<R>,
    bundle: Bundle,
    /// How many changes are still to come.
    left: u32,
    file: usize,
}

impl<R: Read> Decoding<R> {
    /// Reads the head of a payload that comes from a file of that many bytes.
    pub(crate) fn begin(mut payload: R, file: usize) -> Result<Self, UnpackError> {
        read_start(&mut payload)?;
        let mut reader = Reader::new(payload, file);
        let item = reader.item()?;
        let (head, rest) = postcard::take_from_bytes::<Head>(&item).map_err(|_| UnpackError::Damaged)?;
        if !rest.is_empty() {
            return Err(UnpackError::Damaged);
        }
        let bundle = Bundle { scope: head.scope, made_at: head.made_at, from: head.from, changes: Vec::new() };
        Ok(Self { reader, bundle, left: head.changes, file })
    }

    /// Reads changes of about a block and says whether there are more. The end is looked for with the last one.
    pub(crate) fn step(&mut self) -> Result<bool, UnpackError> {
        let mut read = 0;
        while self.left > 0 && read < MAX_BLOCK {
            let change = self.reader.item()?;
            read += cost(&change);
            self.bundle.changes.push(change);
            self.left -= 1;
        }
        Ok(self.left > 0)
    }

    pub(crate) fn progress(&self) -> Progress {
        let done = if self.left == 0 { self.file } else { self.reader.read().min(self.file) };
        Progress { done, all: self.file }
    }

    /// The bundle: all of it, or nothing.
    pub(crate) fn finish(mut self) -> Result<Bundle, UnpackError> {
        while self.step()? {}
        self.reader.end()?;
        Ok(self.bundle)
    }
}

/// Magic and version. What is too short for them is something else, unless the lock says that a piece is missing.
fn read_start(payload: &mut impl Read) -> Result<(), UnpackError> {
    let mut start = Vec::new();
    payload.take(MAGIC.len() as u64 + 1).read_to_end(&mut start).map_err(damage)?;
    match start.strip_prefix(MAGIC) {
        Some([VERSION]) => Ok(()),
        Some([version]) if *version > VERSION => Err(UnpackError::Newer(*version)),
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
