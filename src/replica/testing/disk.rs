//! A disk for tests that can be told to fail, and whose files can be looked into, damaged and copied. What a sound disk
//! promises it keeps, until a fault is ordered.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::Range;

use async_trait::async_trait;
use domain::Uuid;

use crate::{ChangeId, Frame, PhotoStorage, Storage, StorageError, Vector};

/// What lies on a disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// The log.
    pub log: BTreeMap<ChangeId, Frame>,
    /// The snapshot.
    pub pieces: BTreeMap<u32, Vec<u8>>,
    /// The slots.
    pub slots: BTreeMap<String, Vec<u8>>,
    /// The pieces of photos.
    pub photos: BTreeMap<(Uuid, u32), Vec<u8>>,
}

/// How a write fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is written, and it says so.
    Refused,
    /// All is written, but nobody hears of it.
    Unanswered,
    /// Only so many of the parts are written.
    Torn(usize),
}

/// A disk of maps that fails when told to.
#[derive(Default)]
pub struct Disk {
    /// What lies on it.
    pub files: RefCell<Files>,
    /// The fault to come, and how many writes go well before it.
    ordered: Cell<Option<(u32, Fault)>>,
}

impl Disk {
    /// A disk with those files.
    #[must_use]
    pub fn of(files: Files) -> Self {
        Self { files: RefCell::new(files), ordered: Cell::default() }
    }

    /// A copy of its files, as a cloned tablet has them.
    #[must_use]
    pub fn copy(&self) -> Self {
        Self::of(self.files.borrow().clone())
    }

    /// Orders a fault: so many writes go well, the next one fails, and those after it go well again.
    pub fn order(&self, writes: u32, fault: Fault) {
        self.ordered.set(Some((writes, fault)));
    }

    /// Takes the order back; answers whether it was still to come.
    pub fn calm(&self) -> bool {
        self.ordered.take().is_some()
    }

    /// Changes the bytes of a frame.
    pub fn damage(&self, id: ChangeId, how: impl FnOnce(&mut Vec<u8>)) {
        if let Some(frame) = self.files.borrow_mut().log.get_mut(&id) {
            how(&mut frame.bytes);
        }
    }

    fn next(&self) -> Option<Fault> {
        let (writes, fault) = self.ordered.take()?;
        match writes.checked_sub(1) {
            Some(left) => {
                self.ordered.set(Some((left, fault)));
                None
            }
            None => Some(fault),
        }
    }

    /// Writes as many of the parts as the next fault lets through.
    fn write(&self, parts: usize, write: impl FnOnce(&mut Files, usize)) -> Result<(), StorageError> {
        let (written, answer) = match self.next() {
            None => (parts, Ok(())),
            Some(Fault::Refused) => return Err(StorageError::Full),
            Some(Fault::Unanswered) => (parts, Err(StorageError::Other("no answer".into()))),
            Some(Fault::Torn(most)) => (parts.saturating_sub(1).min(most), Err(StorageError::Other("torn".into()))),
        };
        write(&mut self.files.borrow_mut(), written);
        answer
    }
}

#[async_trait(?Send)]
impl PhotoStorage for Disk {
    async fn write_photo(&self, id: Uuid, pieces: &[Vec<u8>]) -> Result<(), StorageError> {
        self.write(pieces.len(), |files, most| {
            files.photos.retain(|(of, _), _| *of != id);
            files.photos.extend((0..).zip(&pieces[..most]).map(|(number, piece)| ((id, number), piece.clone())));
        })
    }

    async fn read_photo(&self, id: Uuid, numbers: Range<u32>) -> Result<Vec<(u32, Vec<u8>)>, StorageError> {
        let photos = &self.files.borrow().photos;
        Ok(numbers.filter_map(|number| Some((number, photos.get(&(id, number))?.clone()))).collect())
    }

    async fn photos(&self) -> Result<Vec<Uuid>, StorageError> {
        let mut ids: Vec<Uuid> = self.files.borrow().photos.keys().map(|(id, _)| *id).collect();
        ids.dedup();
        Ok(ids)
    }

    async fn drop_photo(&self, id: Uuid) -> Result<(), StorageError> {
        self.write(1, |files, most| {
            if most == 1 {
                files.photos.retain(|(of, _), _| *of != id);
            }
        })
    }
}

#[async_trait(?Send)]
impl Storage for Disk {
    async fn append(&self, frames: &[Frame]) -> Result<(), StorageError> {
        let is_other =
            |frame: &&Frame| self.files.borrow().log.get(&frame.id).is_some_and(|there| there.bytes != frame.bytes);
        if let Some(frame) = frames.iter().find(is_other) {
            return Err(StorageError::Taken(frame.id));
        }
        self.write(frames.len(), |files, most| {
            files.log.extend(frames[..most].iter().map(|frame| (frame.id, frame.clone())));
        })
    }

    async fn read_after(&self, known: &Vector) -> Result<Vec<Frame>, StorageError> {
        Ok(self.files.borrow().log.values().filter(|frame| !known.has(frame.id)).cloned().collect())
    }

    async fn read(&self, ids: &[ChangeId]) -> Result<Vec<Frame>, StorageError> {
        Ok(ids.iter().filter_map(|id| self.files.borrow().log.get(id).cloned()).collect())
    }

    async fn read_pieces(&self) -> Result<Vec<(u32, Vec<u8>)>, StorageError> {
        Ok(self.files.borrow().pieces.iter().map(|(number, bytes)| (*number, bytes.clone())).collect())
    }

    async fn write_pieces(&self, pieces: &[(u32, Vec<u8>)]) -> Result<(), StorageError> {
        self.write(pieces.len(), |files, most| files.pieces.extend(pieces[..most].iter().cloned()))
    }

    async fn clear_pieces(&self) -> Result<(), StorageError> {
        self.write(1, |files, most| {
            if most == 1 {
                files.pieces.clear()
            }
        })
    }

    async fn slot(&self, key: &str) -> Result<Option<Vec<u8>>, StorageError> {
        Ok(self.files.borrow().slots.get(key).cloned())
    }

    async fn set_slot(&self, key: &str, content: Option<&[u8]>) -> Result<(), StorageError> {
        self.write(1, |files, most| {
            if most == 1 {
                match content {
                    Some(bytes) => files.slots.insert(key.to_owned(), bytes.to_vec()),
                    None => files.slots.remove(key),
                };
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_contract_while_no_fault_is_ordered() {
        futures::executor::block_on(crate::testing::storage_contract(&Disk::default()));
    }

    #[test]
    fn fails_as_ordered_and_only_then() {
        let (disk, frames) = (Disk::default(), crate::testing::chain(1, 3));
        let append = |frames: &[Frame]| futures::executor::block_on(disk.append(frames));
        disk.order(1, Fault::Refused);
        assert_eq!(append(&frames[..1]), Ok(()));
        assert_eq!(append(&frames[1..]), Err(StorageError::Full));
        assert_eq!(disk.files.borrow().log.len(), 1);
        disk.order(0, Fault::Torn(1));
        assert!(append(&frames[1..]).is_err());
        assert_eq!(disk.files.borrow().log.len(), 2, "one of two was written");
        disk.order(0, Fault::Unanswered);
        assert!(append(&frames).is_err());
        assert_eq!(disk.files.borrow().log.len(), 3);
        assert!(!disk.calm());
    }
}
