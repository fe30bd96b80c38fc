//! What the replica needs of a disk: a log of frames that is durable once it answers, pieces of a snapshot that may be
//! thrown away, and small slots for drafts and settings; the bytes of photos beside them. Implemented here in memory and in `platform` in the browser.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use crate::{ChangeId, PhotoStorage, Vector};

/// A change as it lies on disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// The scope of its chain.
    pub scope: u32,
    /// Its name.
    pub id: ChangeId,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why the disk refused. Nothing that was there before is harmed by any of these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StorageError {
    /// No room is left.
    Full,
    /// This browser keeps nothing (private mode, storage switched off).
    Unavailable,
    /// The database was made by a newer version of the app.
    Newer,
    /// Another tab holds the right to write.
    ReadOnly,
    /// That change is there already, with other bytes.
    Taken(ChangeId),
    /// What was read is not what was written.
    Damaged,
    /// Something else, in the browser's words.
    Other(String),
}

/// A disk. What one call writes stands or falls together.
#[async_trait(?Send)]
pub trait Storage: PhotoStorage {
    /// Appends changes to the log. When it answers, they survive a kill and a power cut.
    /// The same change again is nothing.
    async fn append(&self, frames: &[Frame]) -> Result<(), StorageError>;
    /// The changes beyond the vector, each chain in order.
    async fn read_after(&self, known: &Vector) -> Result<Vec<Frame>, StorageError>;
    /// Those changes, in the order asked; a change that is not there is left out.
    async fn read(&self, ids: &[ChangeId]) -> Result<Vec<Frame>, StorageError>;
    /// All pieces of the snapshot, by number.
    async fn read_pieces(&self) -> Result<Vec<(u32, Vec<u8>)>, StorageError>;
    /// Writes pieces of the snapshot, over those of the same number.
    async fn write_pieces(&self, pieces: &[(u32, Vec<u8>)]) -> Result<(), StorageError>;
    /// Throws the snapshot away.
    async fn clear_pieces(&self) -> Result<(), StorageError>;
    /// The content of a slot.
    async fn slot(&self, key: &str) -> Result<Option<Vec<u8>>, StorageError>;
    /// Fills a slot; `None` empties it.
    async fn set_slot(&self, key: &str, content: Option<&[u8]>) -> Result<(), StorageError>;
}
