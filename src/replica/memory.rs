//! A storage in memory: for tests, and the plain model of what the trait asks for. Nothing in it outlives the process.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

use async_trait::async_trait;
use domain::Uuid;

use crate::{ChangeId, Frame, PhotoStorage, Storage, StorageError, Vector};

/// A disk that is a few maps.
#[derive(Default)]
pub struct MemoryStorage {
    log: RefCell<BTreeMap<ChangeId, Frame>>,
    pieces: RefCell<BTreeMap<u32, Vec<u8>>>,
    slots: RefCell<BTreeMap<String, Vec<u8>>>,
    photos: RefCell<BTreeMap<(Uuid, u32), Vec<u8>>>,
}

#[async_trait(?Send)]
impl PhotoStorage for MemoryStorage {
    async fn write_photo(&self, id: Uuid, pieces: &[Vec<u8>]) -> Result<(), StorageError> {
        let mut photos = self.photos.borrow_mut();
        photos.retain(|(of, _), _| *of != id);
        photos.extend((0..).zip(pieces).map(|(number, piece)| ((id, number), piece.clone())));
        Ok(())
    }

    async fn read_photo(&self, id: Uuid, numbers: Range<u32>) -> Result<Vec<(u32, Vec<u8>)>, StorageError> {
        let photos = self.photos.borrow();
        Ok(numbers.filter_map(|number| Some((number, photos.get(&(id, number))?.clone()))).collect())
    }

    async fn photos(&self) -> Result<Vec<Uuid>, StorageError> {
        let mut ids: Vec<Uuid> = self.photos.borrow().keys().map(|(id, _)| *id).collect();
        ids.dedup();
        Ok(ids)
    }

    async fn drop_photo(&self, id: Uuid) -> Result<(), StorageError> {
        self.photos.borrow_mut().retain(|(of, _), _| *of != id);
        Ok(())
    }
}

#[async_trait(?Send)]
impl Storage for MemoryStorage {
    async fn append(&self, frames: &[Frame]) -> Result<(), StorageError> {
        let mut log = self.log.borrow_mut();
        let is_other = |frame: &&Frame| log.get(&frame.id).is_some_and(|there| there.bytes != frame.bytes);
        if let Some(frame) = frames.iter().find(is_other) {
            return Err(StorageError::Taken(frame.id));
        }
        log.extend(frames.iter().map(|frame| (frame.id, frame.clone())));
        Ok(())
    }

    async fn read_after(&self, known: &Vector) -> Result<Vec<Frame>, StorageError> {
        Ok(self.log.borrow().values().filter(|frame| !known.has(frame.id)).cloned().collect())
    }

    async fn read(&self, ids: &[ChangeId]) -> Result<Vec<Frame>, StorageError> {
        let log = self.log.borrow();
        Ok(ids.iter().filter_map(|id| log.get(id).cloned()).collect())
    }

    async fn read_pieces(&self) -> Result<Vec<(u32, Vec<u8>)>, StorageError> {
        Ok(self.pieces.borrow().iter().map(|(number, bytes)| (*number, bytes.clone())).collect())
    }

    async fn write_pieces(&self, pieces: &[(u32, Vec<u8>)]) -> Result<(), StorageError> {
        self.pieces.borrow_mut().extend(pieces.iter().cloned());
        Ok(())
    }

    async fn clear_pieces(&self) -> Result<(), StorageError> {
        self.pieces.borrow_mut().clear();
        Ok(())
    }

    async fn slot(&self, key: &str) -> Result<Option<Vec<u8>>, StorageError> {
        Ok(self.slots.borrow().get(key).cloned())
    }

    async fn set_slot(&self, key: &str, content: Option<&[u8]>) -> Result<(), StorageError> {
        let mut slots = self.slots.borrow_mut();
        match content {
            Some(bytes) => slots.insert(key.to_owned(), bytes.to_vec()),
            None => slots.remove(key),
        };
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_contract() {
        futures::executor::block_on(crate::testing::storage_contract(&MemoryStorage::default()));
    }
}
