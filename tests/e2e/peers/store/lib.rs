//! The store as one of the peers that `./dev bench` measures in one page: the real replica, sealed, over the real
//! IndexedDB, without the app. It also makes the records, so that all peers hold the same ones. It must never measure: the page
//! has the only clock. Off the browser it is empty.
#![cfg(target_arch = "wasm32")]

mod foreign;
mod records;

pub use foreign::Foreign;
pub use records::Records;

use std::rc::Rc;

use domain::{for_each_kind, records as kinds};
use platform::{BrowserWorld, IndexedDbStorage};
use replica::command::RecordVisit;
use replica::world::random_key;
use replica::{DataKey, Intent, SealedStorage, State, Storage, StorageError, Store};
use wasm_bindgen::prelude::*;

/// The slot with the data key. The app keeps it wrapped by a passphrase, which is slow on purpose and not the store's.
const KEY_SLOT: &str = "key";

/// An open store.
#[wasm_bindgen]
pub struct Peer {
    store: Store,
}

#[wasm_bindgen]
impl Peer {
    /// Opens the database of that name: all its records are in memory then.
    ///
    /// # Errors
    /// What the disk says.
    pub async fn open(name: String) -> Result<Self, JsError> {
        let disk = Rc::new(IndexedDbStorage::open(&name, || ()).await.map_err(told)?);
        let key = data_key(&*disk).await.map_err(told)?;
        let storage = Rc::new(SealedStorage::new(disk, &key));
        let store = Store::open(storage, Rc::new(BrowserWorld)).await.map_err(told)?;
        Ok(Self { store })
    }

    /// How many records are in memory.
    #[must_use]
    pub fn count(&self) -> usize {
        count(&self.store.state())
    }

    /// Writes a stretch of the records, durably.
    ///
    /// # Errors
    /// What the disk says.
    pub async fn load(&self, records: &Records, from: usize, to: usize) -> Result<(), JsError> {
        self.store.fill(Intent::LoadDemonstration, records.stretch(from, to)).await.map(drop).map_err(told)
    }

    /// Writes the snapshot, which the app does when nobody waits.
    ///
    /// # Errors
    /// What the disk says.
    pub async fn tidy(&self) -> Result<(), JsError> {
        self.store.tidy().await.map(drop).map_err(told)
    }

    /// Saves a visit as a person does: checked, durable, folded.
    ///
    /// # Errors
    /// What speaks against it.
    pub async fn save(&self, records: &Records, number: u32) -> Result<(), JsError> {
        let command = RecordVisit { visit: records.new_visit(number), ..RecordVisit::default() };
        self.store.run(&command).await.map(drop).map_err(told)
    }

    /// What another tablet, which had all these records, has changed meanwhile.
    ///
    /// # Errors
    /// That its key does not sign.
    pub async fn foreign(&self, records: &Records, round: u8) -> Result<Foreign, JsError> {
        Foreign::made(&self.store, records, round).await
    }

    /// Takes in what another tablet has changed.
    ///
    /// # Errors
    /// What the disk says, or that a chain does not hold together.
    pub async fn merge(&self, foreign: Foreign) -> Result<(), JsError> {
        foreign.merge_into(&self.store).await
    }
}

/// The key of this database, a random one at first.
async fn data_key(disk: &dyn Storage) -> Result<DataKey, StorageError> {
    if let Some(key) = disk.slot(KEY_SLOT).await?.and_then(|bytes| DataKey::from_bytes(&bytes)) {
        return Ok(key);
    }
    let key = random_key(&BrowserWorld);
    disk.set_slot(KEY_SLOT, Some(&key)).await?;
    Ok(DataKey::new(key))
}

pub(crate) fn told(error: impl std::fmt::Debug) -> JsError {
    JsError::new(&format!("{error:?}"))
}

macro_rules! counts {
    ($($(#[$meta:meta])* $kind:ident = $number:literal, $table:ident;)+) => {
        fn count(state: &State) -> usize {
            [$(state.all::<kinds::$kind>().iter().count()),+].iter().sum()
        }
    };
}
for_each_kind!(counts);
