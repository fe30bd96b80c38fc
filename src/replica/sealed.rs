//! A storage under a seal: what it is given is sealed before it reaches the disk below, and opened on the way back.
//! Nothing but the vault passes through unsealed.
//!
//! A frame whose seal is broken comes back without bytes, so that one damaged row does not hide all others: no change has
//! no bytes, and whoever reads it says so.

use std::ops::Range;
use std::rc::Rc;

use async_trait::async_trait;
use domain::Uuid;

use crate::seal::Unsealed;
use crate::vault::VAULT_SLOT;
use crate::{ChangeId, DataKey, Frame, PhotoStorage, Sealer, Storage, StorageError, Vector};

/// A storage whose content is sealed.
pub struct SealedStorage {
    below: Rc<dyn Storage>,
    sealer: Sealer,
}

impl SealedStorage {
    /// Seals what goes into `below`.
    #[must_use]
    pub fn new(below: Rc<dyn Storage>, key: &DataKey) -> Self {
        Self { below, sealer: Sealer::new(key) }
    }
}

/// Seals a frame, as it lies in the log and in the second copy.
#[must_use]
pub fn seal_frame(sealer: &Sealer, frame: &Frame) -> Frame {
    Frame { bytes: sealer.seal(&frame_place(frame), &frame.bytes), ..*frame }
}

/// Opens a frame; without bytes if its seal is broken.
#[must_use]
pub fn open_frame(sealer: &Sealer, frame: &Frame) -> Frame {
    let opened = sealer.open(&frame_place(frame), &frame.bytes);
    Frame { bytes: opened.map(|Unsealed(bytes)| bytes).unwrap_or_default(), ..*frame }
}

fn frame_place(frame: &Frame) -> Vec<u8> {
    [b"frame".as_slice(), &frame.scope.to_be_bytes(), &frame.id.replica.0, &frame.id.seq.to_be_bytes()].concat()
}

fn piece_place(number: u32) -> Vec<u8> {
    [b"piece".as_slice(), &number.to_be_bytes()].concat()
}

fn slot_place(key: &str) -> Vec<u8> {
    [b"slot".as_slice(), key.as_bytes()].concat()
}

fn photo_place(id: Uuid, number: u32) -> Vec<u8> {
    [b"photo".as_slice(), id.as_bytes(), &number.to_be_bytes()].concat()
}

#[async_trait(?Send)]
impl PhotoStorage for SealedStorage {
    async fn write_photo(&self, id: Uuid, pieces: &[Vec<u8>]) -> Result<(), StorageError> {
        let seal = |(number, piece): (u32, &Vec<u8>)| self.sealer.seal(&photo_place(id, number), piece);
        self.below.write_photo(id, &(0..).zip(pieces).map(seal).collect::<Vec<_>>()).await
    }

    /// A piece whose seal is broken is left out: then the photo is not whole.
    async fn read_photo(&self, id: Uuid, numbers: Range<u32>) -> Result<Vec<(u32, Vec<u8>)>, StorageError> {
        let pieces = self.below.read_photo(id, numbers).await?.into_iter();
        let opened = pieces.filter_map(|(number, bytes)| {
            let Unsealed(bytes) = self.sealer.open(&photo_place(id, number), &bytes).ok()?;
            Some((number, bytes))
        });
        Ok(opened.collect())
    }

    async fn photos(&self) -> Result<Vec<Uuid>, StorageError> {
        self.below.photos().await
    }

    async fn drop_photo(&self, id: Uuid) -> Result<(), StorageError> {
        self.below.drop_photo(id).await
    }
}

#[async_trait(?Send)]
impl Storage for SealedStorage {
    async fn append(&self, frames: &[Frame]) -> Result<(), StorageError> {
        let sealed: Vec<Frame> = frames.iter().map(|frame| seal_frame(&self.sealer, frame)).collect();
        self.below.append(&sealed).await
    }

    async fn read_after(&self, known: &Vector) -> Result<Vec<Frame>, StorageError> {
        let frames = self.below.read_after(known).await?;
        Ok(frames.iter().map(|frame| open_frame(&self.sealer, frame)).collect())
    }

    async fn read(&self, ids: &[ChangeId]) -> Result<Vec<Frame>, StorageError> {
        let frames = self.below.read(ids).await?;
        Ok(frames.iter().map(|frame| open_frame(&self.sealer, frame)).collect())
    }

    /// A piece whose seal is broken is left out: without it the snapshot is thrown away.
    async fn read_pieces(&self) -> Result<Vec<(u32, Vec<u8>)>, StorageError> {
        let pieces = self.below.read_pieces().await?.into_iter();
        let opened = pieces.filter_map(|(number, bytes)| {
            let Unsealed(bytes) = self.sealer.open(&piece_place(number), &bytes).ok()?;
            Some((number, bytes))
        });
        Ok(opened.collect())
    }

    async fn write_pieces(&self, pieces: &[(u32, Vec<u8>)]) -> Result<(), StorageError> {
        let seal = |(number, bytes): &(u32, Vec<u8>)| (*number, self.sealer.seal(&piece_place(*number), bytes));
        self.below.write_pieces(&pieces.iter().map(seal).collect::<Vec<_>>()).await
    }

    async fn clear_pieces(&self) -> Result<(), StorageError> {
        self.below.clear_pieces().await
    }

    async fn slot(&self, key: &str) -> Result<Option<Vec<u8>>, StorageError> {
        let Some(content) = self.below.slot(key).await? else { return Ok(None) };
        if key == VAULT_SLOT {
            return Ok(Some(content));
        }
        let opened = self.sealer.open(&slot_place(key), &content);
        opened.map(|Unsealed(bytes)| Some(bytes)).map_err(|_| StorageError::Damaged)
    }

    async fn set_slot(&self, key: &str, content: Option<&[u8]>) -> Result<(), StorageError> {
        let sealed = content.filter(|_| key != VAULT_SLOT).map(|bytes| self.sealer.seal(&slot_place(key), bytes));
        self.below.set_slot(key, sealed.as_deref().or(content)).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MemoryStorage;
    use crate::testing::chain;
    use futures::executor::block_on;

    fn sealed(below: &Rc<MemoryStorage>, key: u8) -> SealedStorage {
        SealedStorage::new(Rc::clone(below) as Rc<dyn Storage>, &DataKey::new([key; 32]))
    }

    #[test]
    fn keeps_the_contract() {
        block_on(crate::testing::storage_contract(&sealed(&Rc::default(), 1)));
    }

    #[test]
    fn nothing_lies_open_below_it_but_the_vault() {
        let below = Rc::new(MemoryStorage::default());
        let storage = sealed(&below, 1);
        block_on(storage.append(&chain(1, 3))).expect("appends");
        block_on(storage.set_slot("draft/a", Some(b"canary"))).expect("fills");
        block_on(storage.set_slot(VAULT_SLOT, Some(b"vault"))).expect("fills");
        block_on(storage.write_pieces(&[(1, b"canary".to_vec())])).expect("writes");
        block_on(storage.write_photo(Uuid::nil(), &[b"canary".to_vec()])).expect("writes");
        let frames = block_on(below.read_after(&Vector::default())).expect("reads");
        let mut bytes: Vec<u8> = frames.into_iter().flat_map(|frame| frame.bytes).collect();
        bytes.extend(block_on(below.slot("draft/a")).expect("reads").expect("is there"));
        bytes.extend(block_on(below.read_pieces()).expect("reads").remove(0).1);
        bytes.extend(block_on(below.read_photo(Uuid::nil(), 0..1)).expect("reads").remove(0).1);
        for word in [b"canary".as_slice(), b"name "] {
            assert!(!bytes.windows(word.len()).any(|window| window == word));
        }
        assert_eq!(block_on(below.slot(VAULT_SLOT)), Ok(Some(b"vault".to_vec())));
    }

    #[test]
    fn a_frame_in_another_s_place_and_a_wrong_key_are_noticed() {
        let below = Rc::new(MemoryStorage::default());
        let frames = chain(1, 2);
        block_on(sealed(&below, 1).append(&frames[..1])).expect("appends");
        let first = block_on(below.read_after(&Vector::default())).expect("reads").remove(0);
        block_on(below.append(&[Frame { id: frames[1].id, ..first }])).expect("appends");
        let read = block_on(sealed(&below, 1).read_after(&Vector::default())).expect("reads");
        assert_eq!(read[0], frames[0]);
        assert!(read[1].bytes.is_empty(), "it was copied from another place");
        let foreign = block_on(sealed(&below, 2).read_after(&Vector::default())).expect("reads");
        assert!(foreign.iter().all(|frame| frame.bytes.is_empty()));
    }

    #[test]
    fn a_piece_of_a_photo_in_another_s_place_is_left_out() {
        let below = Rc::new(MemoryStorage::default());
        let storage = sealed(&below, 1);
        let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
        block_on(storage.write_photo(one, &[vec![1], vec![2]])).expect("writes");
        let pieces = block_on(below.read_photo(one, 0..2)).expect("reads");
        let swapped: Vec<Vec<u8>> = pieces.iter().rev().map(|(_, bytes)| bytes.clone()).collect();
        block_on(below.write_photo(two, &[pieces[0].1.clone()])).expect("writes");
        assert_eq!(block_on(storage.read_photo(one, 0..2)), Ok(vec![(0, vec![1]), (1, vec![2])]));
        assert_eq!(block_on(storage.read_photo(two, 0..1)), Ok(vec![]), "another photo's");
        block_on(below.write_photo(one, &swapped)).expect("writes");
        assert_eq!(block_on(storage.read_photo(one, 0..2)), Ok(vec![]), "another number");
    }
}
