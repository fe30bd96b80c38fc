//! Photos between tablets: which bytes go out, which are taken in, and which have been outside already.

use std::collections::BTreeSet;

use domain::records::Photo;
use domain::{Id, Uuid};

use super::{Store, read_hint, write_slot};
use crate::StorageError;
use crate::photo::{self, PhotoFile};

/// The slot that remembers the photos whose bytes lie outside this tablet.
const CARRIED_SLOT: &str = "photos/carried";

/// What came of photos in a bundle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PhotosTaken {
    /// Taken in.
    pub taken: usize,
    /// Here already.
    pub known: usize,
    /// Not what any record here speaks of.
    pub foreign: usize,
}

impl Store {
    /// The photos whose bytes were carried out of this tablet, or came from another one.
    ///
    /// # Errors
    /// What the storage says.
    pub async fn photos_carried(&self) -> Result<BTreeSet<Uuid>, StorageError> {
        read_hint(&*self.storage, CARRIED_SLOT).await
    }

    /// Remembers that the bytes of these lie outside now.
    ///
    /// # Errors
    /// What the storage says.
    pub async fn carry_photos(&self, ids: &[Id<Photo>]) -> Result<(), StorageError> {
        if ids.is_empty() || self.is_past {
            return Ok(());
        }
        let mut carried = self.photos_carried().await?;
        carried.extend(ids.iter().map(|id| id.raw()));
        write_slot(&*self.storage, CARRIED_SLOT, &carried).await
    }

    /// Of the photos in a bundle, how many are not whole on this tablet. Whether a record speaks of them is not looked at.
    ///
    /// # Errors
    /// What the storage says.
    pub async fn lacking_photos(&self, files: &[Vec<u8>]) -> Result<usize, StorageError> {
        let mut lacking = 0;
        for file in files {
            let Ok(file) = postcard::from_bytes::<PhotoFile>(file) else { continue };
            lacking += usize::from(!self.is_whole(Id::new(file.id)).await?);
        }
        Ok(lacking)
    }

    async fn is_whole(&self, id: Id<Photo>) -> Result<bool, StorageError> {
        Ok(self.thumbnail(id).await?.is_some() && self.picture(id).await?.is_some())
    }

    /// A photo with its bytes, for a bundle; nothing where they are not here.
    ///
    /// # Errors
    /// What the storage says.
    pub async fn outgoing_photo(&self, id: Id<Photo>) -> Result<Option<Vec<u8>>, StorageError> {
        let (Some(thumbnail), Some(bytes)) = (self.thumbnail(id).await?, self.picture(id).await?) else {
            return Ok(None);
        };
        Ok(postcard::to_stdvec(&PhotoFile { id: id.raw(), thumbnail, bytes }).ok())
    }

    /// Takes in the bytes of a photo that came in a bundle, if a record here speaks of them.
    ///
    /// # Errors
    /// What the storage says.
    pub async fn take_photo(&self, file: &[u8], taken: &mut PhotosTaken) -> Result<(), StorageError> {
        if self.is_past || !self.broken.borrow().is_empty() {
            return Err(StorageError::ReadOnly);
        }
        let Some(file) = self.recognised(file) else {
            taken.foreign += 1;
            return Ok(());
        };
        if self.is_whole(Id::new(file.id)).await? {
            taken.known += 1;
            return Ok(());
        }
        self.storage.write_photo(file.id, &photo::pieces(&file.thumbnail, &file.bytes)).await?;
        taken.taken += 1;
        // It lies on the tablet that it came from, too.
        self.carry_photos(&[Id::new(file.id)]).await
    }

    /// The file of a photo that stands here and has these very bytes.
    fn recognised(&self, file: &[u8]) -> Option<PhotoFile> {
        let file: PhotoFile = postcard::from_bytes(file).ok()?;
        let is_of = self.state.borrow().get(Id::<Photo>::new(file.id)).is_some_and(|photo| file.is_of(photo));
        is_of.then_some(file)
    }
}
