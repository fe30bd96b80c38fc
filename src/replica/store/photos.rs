//! Photos in the store: the bytes first, durably, and then the change that names them, so that no photo that was saved is
//! without its bytes. What was written for a change that never came is thrown away at the next opening.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use domain::records::Photo;
use domain::{Fault, Id, Problem, Uuid};
use futures::lock::Mutex;

use super::{Refusal, Saved, Store, read_hint, write_slot};
use crate::command::AddPhoto;
use crate::photo::{LARGEST, Picture, digest};
use crate::query::photos;
use crate::world::new_uuid;
use crate::{Command as _, StorageError};

/// The slot that names the photos whose bytes may lie here without a change.
const BEGUN_SLOT: &str = "photos/begun";

/// What the store remembers of photos on their way.
#[derive(Default)]
pub(super) struct Begun {
    /// Held while a photo is on its way to the disk.
    gate: Mutex<()>,
    /// Those that this store began.
    ids: RefCell<BTreeSet<Uuid>>,
}

impl Store {
    /// Adds a photo: its pieces, then the change.
    ///
    /// # Errors
    /// `Problems` when the check finds any, `Storage` when the disk refuses; then the records are as they were.
    pub async fn add_photo(&self, photo: &Photo, picture: &Picture) -> Result<(Id<Photo>, Saved), Refusal> {
        if self.is_past || !self.broken.borrow().is_empty() {
            return Err(Refusal::Storage(StorageError::ReadOnly));
        }
        let id = new_uuid(&*self.world);
        let command = AddPhoto { id: Id::new(id), photo: picture.describe(photo) };
        let mut problems = command.check(&self.state.borrow(), self.world.today());
        if picture.bytes.is_empty() || picture.bytes.len() > LARGEST {
            problems.push(Problem::of_entry(Fault::TooLong(LARGEST)));
        }
        if !problems.is_empty() {
            return Err(Refusal::Problems(problems));
        }
        let _turn = self.photos.gate.lock().await;
        self.begin(id).await?;
        self.storage.write_photo(id, &picture.pieces()).await?;
        let saved = self.run(&command).await;
        match &saved {
            Ok(_) => self.settle(&[id]).await,
            Err(Refusal::Problems(_)) => {
                let _ = self.storage.drop_photo(id).await;
                self.settle(&[id]).await;
            }
            // The disk may have taken the change and not said so: the next opening will see.
            Err(_) => {}
        }
        saved.map(|saved| (Id::new(id), saved))
    }

    async fn begin(&self, id: Uuid) -> Result<(), StorageError> {
        let mut begun: Vec<Uuid> = read_hint(&*self.storage, BEGUN_SLOT).await?;
        begun.push(id);
        self.photos.ids.borrow_mut().insert(id);
        write_slot(&*self.storage, BEGUN_SLOT, &begun).await
    }

    /// These are no longer on their way. Where that cannot be written, the next opening sees it by itself.
    async fn settle(&self, ids: &[Uuid]) {
        if let Ok(mut begun) = read_hint::<Vec<Uuid>>(&*self.storage, BEGUN_SLOT).await {
            begun.retain(|id| !ids.contains(id));
            let _ = write_slot(&*self.storage, BEGUN_SLOT, &begun).await;
        }
    }

    /// Throws away the bytes of photos that were begun before this opening and never saved. To be called when nobody waits.
    ///
    /// # Errors
    /// What the storage says; it can be done another time.
    pub async fn tidy_photos(&self) -> Result<usize, StorageError> {
        if self.is_past || !self.broken.borrow().is_empty() {
            return Ok(0);
        }
        let _turn = self.photos.gate.lock().await;
        let mut begun: Vec<Uuid> = read_hint(&*self.storage, BEGUN_SLOT).await?;
        begun.retain(|id| !self.photos.ids.borrow().contains(id));
        let is_orphan = |id: &&Uuid| !photos::is_known(&self.state.borrow(), Id::new(**id));
        let orphans: Vec<Uuid> = begun.iter().filter(is_orphan).copied().collect();
        for id in &orphans {
            self.storage.drop_photo(*id).await?;
        }
        if !begun.is_empty() {
            self.settle(&begun).await;
        }
        Ok(orphans.len())
    }

    /// A small picture of a photo; nothing where its bytes are not here, or not what they were.
    ///
    /// # Errors
    /// What the storage says.
    pub async fn thumbnail(&self, id: Id<Photo>) -> Result<Option<Vec<u8>>, StorageError> {
        let Some(photo) = self.state.borrow().get(id).cloned() else { return Ok(None) };
        let bytes = self.photo_bytes(id, 0..1).await?;
        Ok(bytes.filter(|bytes| digest(bytes) == photo.thumbnail_digest))
    }

    /// A photo; nothing where its bytes are not here, or not what they were.
    ///
    /// # Errors
    /// What the storage says.
    pub async fn picture(&self, id: Id<Photo>) -> Result<Option<Vec<u8>>, StorageError> {
        let Some(photo) = self.state.borrow().get(id).cloned() else { return Ok(None) };
        let bytes = self.photo_bytes(id, 1..photo.pieces).await?;
        Ok(bytes.filter(|bytes| digest(bytes) == photo.digest))
    }

    /// The bytes of those pieces, if all of them are here.
    async fn photo_bytes(&self, id: Id<Photo>, numbers: Range<u32>) -> Result<Option<Vec<u8>>, StorageError> {
        let pieces = self.storage.read_photo(id.raw(), numbers.clone()).await?;
        let is_whole = pieces.iter().map(|(number, _)| *number).eq(numbers);
        Ok(is_whole.then(|| pieces.into_iter().flat_map(|(_, bytes)| bytes).collect()))
    }

    /// The photos that stand here and whose bytes are, or are not, on this tablet.
    ///
    /// # Errors
    /// What the storage says.
    pub async fn photos_here(&self) -> Result<[Vec<(Id<Photo>, Photo)>; 2], StorageError> {
        let here: BTreeSet<Uuid> = self.storage.photos().await?.into_iter().collect();
        let (here, lacking) =
            photos::all(&self.state.borrow()).into_iter().partition(|(id, _)| here.contains(&id.raw()));
        Ok([here, lacking])
    }
}
