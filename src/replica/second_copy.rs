//! What the replica asks of the second copy: the same sealed frames in a file of another format than the database, with
//! another way to fail. It is written after the database and never read while that is whole; it must never be an
//! authority over the database, only a place to recover from.

use std::collections::BTreeMap;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use crate::{Frame, ReplicaId, StorageError, Vector};

/// Slots under this prefix are needed to read anything at all, so they lie in the second copy, too.
pub const KEPT_TWICE: &str = "keep/";

/// How much lies in the second copy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyExtent {
    /// For each replica of which something lies there, how many changes of its chain do so without a gap, from the
    /// first; none where the first itself is missing.
    pub heads: BTreeMap<ReplicaId, u32>,
    /// Bytes that could not be read as frames: a torn end, a flipped bit.
    pub unreadable: u64,
}

impl CopyExtent {
    /// The same as a vector, to be asked what lies beyond; the hashes are not known.
    #[must_use]
    pub fn vector(&self) -> Vector {
        Vector::of_heads(&self.heads)
    }
}

/// All that the second copy holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyContent {
    /// Every frame that reads whole, as it was appended, each name once.
    pub frames: Vec<Frame>,
    /// The slots, by name.
    pub slots: Vec<(String, Vec<u8>)>,
    /// Bytes that could not be read as frames.
    pub unreadable: u64,
}

/// The second copy of some books.
#[async_trait(?Send)]
pub trait SecondCopy {
    /// How much lies there.
    async fn extent(&self) -> Result<CopyExtent, StorageError>;
    /// Appends frames, flushed to the disk when it answers.
    async fn append(&self, frames: &[Frame]) -> Result<(), StorageError>;
    /// Keeps a slot, over what it held.
    async fn keep_slot(&self, key: &str, content: &[u8]) -> Result<(), StorageError>;
    /// Reads everything.
    async fn read(&self) -> Result<CopyContent, StorageError>;
    /// Throws it away, to be written anew.
    async fn clear(&self) -> Result<(), StorageError>;
}
