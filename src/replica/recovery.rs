//! Recovery: all that can still be read, from the database, the second copy and bundles, gathered and written anew as a
//! new incarnation. What the database still holds is first completed in the second copy, and only then is the database
//! thrown away, so that a kill at any moment leaves one of them whole.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::change::{Hash, Signed};
use crate::fork::{FORKS_SLOT, Forks};
use crate::sealed::{open_frame, seal_frame};
use crate::vault::{VAULT_SLOT, Vault};
use crate::{
    Books, ChangeId, DataKey, Device, Frame, ImportError, Keyring, MemoryStorage, PhotosTaken, Preference, Refusal,
    ReplicaId, Report, Sealer, SecondCopy, Storage, StorageError, Store, Vector, Witness, World,
};

/// What lies on this tablet, still under its seal.
#[derive(Default)]
pub struct Wreck {
    vaults: Vec<Vault>,
    here: Vec<Frame>,
    copy: Vec<Frame>,
    forks: Vec<Vec<u8>>,
}

/// What could be read, as the changes of the books.
#[derive(Default)]
pub struct Rescue {
    changes: BTreeMap<(ChangeId, Hash), Vec<u8>>,
    /// Photos of bundles. Those of this tablet stay where they are: they lie in a database of their own.
    photos: Vec<Vec<u8>>,
    /// How many changes the database gave.
    pub here: usize,
    /// How many changes the second copy gave.
    pub copied: usize,
    /// How many rows of the database could not be read.
    pub damaged_here: usize,
    /// How many records of the second copy could not be read.
    pub damaged_copy: usize,
}

/// Why the books could not be written anew. What lay on the tablet still lies there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecoveryError {
    /// The changes do not hold.
    Changes(ImportError),
    /// The disk refused.
    Storage(StorageError),
}

impl From<StorageError> for RecoveryError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

impl From<ImportError> for RecoveryError {
    fn from(error: ImportError) -> Self {
        Self::Changes(error)
    }
}

impl From<Refusal> for RecoveryError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Storage(error) => Self::Storage(error),
            _ => Self::Storage(StorageError::Damaged),
        }
    }
}

impl Wreck {
    /// Reads whatever can be read. A place that fails gives nothing: the others may have it.
    pub async fn of(storage: &dyn Storage, copy: Option<&dyn SecondCopy>) -> Self {
        let content = match copy {
            Some(copy) => copy.read().await.unwrap_or_default(),
            None => crate::second_copy::CopyContent::default(),
        };
        let slot = |key: &str| content.slots.iter().rev().find(|(name, _)| name == key).map(|(_, bytes)| bytes.clone());
        let here = [storage.slot(VAULT_SLOT).await.ok().flatten(), slot(VAULT_SLOT)];
        let forks = [storage.slot(FORKS_SLOT).await.ok().flatten(), slot(FORKS_SLOT)];
        Self {
            vaults: here.into_iter().flatten().filter_map(|bytes| Vault::decode(&bytes).ok()).collect(),
            here: storage.read_after(&Vector::default()).await.unwrap_or_default(),
            copy: content.frames,
            forks: forks.into_iter().flatten().collect(),
        }
    }

    /// The vault that opens it: the one of the database, else that of the second copy.
    #[must_use]
    pub fn vault(&self) -> Option<&Vault> {
        self.vaults.first()
    }

    /// Whether nothing lies here but what is remembered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.here.is_empty() && self.copy.is_empty()
    }

    /// Opens what can be opened.
    #[must_use]
    pub fn rescue(&self, key: &DataKey) -> Rescue {
        let sealer = Sealer::new(key);
        let mut rescue = Rescue::default();
        (rescue.here, rescue.damaged_here) = rescue.take(&sealer, &self.here);
        (rescue.copied, rescue.damaged_copy) = rescue.take(&sealer, &self.copy);
        for bytes in &self.forks {
            let opened = sealer.open(&[b"slot".as_slice(), FORKS_SLOT.as_bytes()].concat(), bytes).ok();
            let forks = opened.and_then(|crate::seal::Unsealed(bytes)| postcard::from_bytes::<Forks>(&bytes).ok());
            forks.into_iter().flat_map(|forks| forks.others).for_each(|bytes| rescue.add(bytes));
        }
        rescue
    }
}

impl Rescue {
    fn take(&mut self, sealer: &Sealer, frames: &[Frame]) -> (usize, usize) {
        let before = self.changes.len();
        let mut damaged = 0;
        for frame in frames {
            let bytes = open_frame(sealer, frame).bytes;
            match Signed::decode(&bytes) {
                Ok(signed) => drop(self.changes.insert((signed.change.id, signed.hash), bytes)),
                Err(_) => damaged += 1,
            }
        }
        (self.changes.len() - before, damaged)
    }

    fn add(&mut self, bytes: Vec<u8>) {
        if let Ok(signed) = Signed::decode(&bytes) {
            self.changes.insert((signed.change.id, signed.hash), bytes);
        }
    }

    /// Adds the changes of a bundle.
    pub fn add_bundle(&mut self, changes: Vec<Vec<u8>>) {
        changes.into_iter().for_each(|bytes| self.add(bytes));
    }

    /// Adds the photos of a bundle.
    pub fn add_photos(&mut self, photos: Vec<Vec<u8>>) {
        self.photos.extend(photos);
    }

    /// How many changes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.changes.len()
    }

    /// Whether nothing could be read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    fn bytes(&self) -> Vec<Vec<u8>> {
        self.changes.values().cloned().collect()
    }

    /// The books as they would be, in memory, and what is in them.
    ///
    /// # Errors
    /// Why the changes do not hold.
    pub async fn tried(
        &self,
        world: Rc<dyn World>,
        step: impl AsyncFnMut(usize, usize) -> bool,
    ) -> Result<(Store, Report), RecoveryError> {
        let store = Store::open(Rc::<MemoryStorage>::default(), world).await?;
        let import = store.examine(&self.bytes(), step).await?;
        let report = import.report.clone();
        store.accept(import, ReplicaId([0; 16])).await?;
        Ok((store, report))
    }

    /// Writes the books anew under the keyring, in the place of what lies there.
    ///
    /// # Errors
    /// Why it could not be done. What could be read still lies on the tablet.
    pub async fn rebuild(
        &self,
        device: &dyn Device,
        world: Rc<dyn World>,
        keyring: &Keyring,
        step: impl AsyncFnMut(usize, usize) -> bool,
    ) -> Result<(), RecoveryError> {
        let (tried, _) = self.tried(Rc::clone(&world), step).await?;
        let witness = Witness::of(&tried.state(), world.now());
        self.complete_copy(device, keyring).await?;
        device.discard(Books::Real).await?;
        // From here on an empty database is known for what it is.
        device.set_preference(Preference::Witness, Some(&witness.to_string()));
        let raw = device.open(Books::Real).await?.storage;
        keyring.keep(&*raw).await?;
        let store = Store::open(keyring.sealed(raw), world).await?;
        let import = store.examine(&self.bytes(), async |_, _| true).await?;
        store.accept(import, ReplicaId([0; 16])).await?;
        let mut taken = PhotosTaken::default();
        for file in &self.photos {
            store.take_photo(file, &mut taken).await?;
        }
        Ok(())
    }

    /// Brings everything that could be read, and the vault that opens it, into the second copy.
    async fn complete_copy(&self, device: &dyn Device, keyring: &Keyring) -> Result<(), StorageError> {
        let _open = device.open(Books::Real).await?;
        let copy = device.second_copy(Books::Real).await?;
        let content = copy.read().await?;
        let sealer = Sealer::new(keyring.key());
        let is_ours = content.frames.iter().any(|frame| !open_frame(&sealer, frame).bytes.is_empty());
        if !is_ours && (!content.frames.is_empty() || content.unreadable > 0) {
            // Under a key that nobody has any more.
            copy.clear().await?;
        }
        let vault = Rc::new(MemoryStorage::default());
        keyring.keep(&*vault).await?;
        let vault = vault.slot(VAULT_SLOT).await?.unwrap_or_default();
        copy.keep_slot(VAULT_SLOT, &vault).await?;
        copy.append(&self.lacking(&sealer, &content.frames)).await
    }

    /// The frames that the second copy has not.
    fn lacking(&self, sealer: &Sealer, there: &[Frame]) -> Vec<Frame> {
        let is_whole = |frame: &&Frame| !open_frame(sealer, frame).bytes.is_empty();
        let whole: std::collections::BTreeSet<ChangeId> = there.iter().filter(is_whole).map(|frame| frame.id).collect();
        let mut lacking: BTreeMap<ChangeId, Frame> = BTreeMap::new();
        for bytes in self.changes.values() {
            let Ok(signed) = Signed::decode(bytes) else { continue };
            if !whole.contains(&signed.change.id) {
                lacking.entry(signed.change.id).or_insert_with(|| seal_frame(sealer, &signed.frame()));
            }
        }
        lacking.into_values().collect()
    }
}
