//! A storage in memory: for tests, and the plain model of what the trait asks for. Nothing in it outlives the process.

use std::cell::RefCell;
use std::collections::BTreeMap;

use async_trait::async_trait;

use crate::{ChangeId, Frame, Storage, StorageError, Vector};

/// A disk that is a few maps.
#[derive(Default)]
pub struct MemoryStorage {
    log: RefCell<BTreeMap<ChangeId, Frame>>,
    pieces: RefCell<BTreeMap<u32, Vec<u8>>>,
    slots: RefCell<BTreeMap<String, Vec<u8>>>,
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
