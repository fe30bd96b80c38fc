//! The disk: IndexedDB. What it acknowledges of the log and of slots has been flushed to the disk by the browser
//! (`durability: "strict"`); the snapshot, which can always be computed anew, is written without that wait.
//! Nothing but requests of the database is ever awaited inside a transaction.

mod connection;
mod log;
mod photos;
mod row;
mod run;
mod transaction;

use std::ops::Range;

use async_trait::async_trait;
use domain::Uuid;
use idb::KeyRange;
use replica::{ChangeId, Frame, PhotoStorage, Storage, StorageError, Vector};
use wasm_bindgen::prelude::JsValue;

use crate::failure::Failure;
use connection::Connection;
use photos::PhotoDatabase;
use transaction::{Durability, Transaction};

/// Runs of changes, as in [`run`].
const CHANGES: &str = "changes";
/// Pieces of the snapshot, by number.
const SNAPSHOT: &str = "snapshot";
/// Slots, by name.
const SLOTS: &str = "slots";

/// A storage in a database of the browser. It is closed when it is dropped.
pub struct IndexedDbStorage(Connection, PhotoDatabase);

impl IndexedDbStorage {
    /// Opens the database of that name, making it if it is not there. `closed` is called when the browser or another
    /// tab has closed it; everything is answered with errors then.
    ///
    /// # Errors
    /// `Newer` for a database that a newer version made, `Unavailable` where there is none, and what the browser says.
    pub async fn open(name: &str, closed: impl Fn() + 'static) -> Result<Self, StorageError> {
        let connection = Connection::open(name, &[CHANGES, SNAPSHOT, SLOTS], closed).await?;
        Ok(Self(connection, PhotoDatabase::of(name)))
    }

    /// Deletes the database of that name, closing it in the tabs that have it open.
    ///
    /// # Errors
    /// What the browser says, or that another tab does not let go of it; it will be deleted when that tab is gone.
    pub async fn delete(name: &str) -> Result<(), StorageError> {
        Ok(connection::delete(name).await?)
    }

    /// Deletes the photos that belong to the database of that name. They lie in one of their own: it is opened when a photo
    /// is asked for, and stays when the books are written anew.
    ///
    /// # Errors
    /// As in [`IndexedDbStorage::delete`].
    pub async fn delete_photos(name: &str) -> Result<(), StorageError> {
        Ok(connection::delete(&photos::name(name)).await?)
    }

    /// Closes the database, after what is being written.
    pub fn close(&self) {
        self.0.close();
        self.1.close();
    }

    fn write(&self, store: &str, durability: Durability) -> Result<Transaction, Failure> {
        Transaction::write(&self.0, store, durability)
    }

    /// Those slots whose names begin so.
    pub(crate) async fn slots_under(&self, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, Failure> {
        let store = self.0.read(SLOTS)?;
        // No name has this character in it, and none that it could have comes after.
        let end = JsValue::from_str(&format!("{prefix}\u{ffff}"));
        let range = KeyRange::bound(&JsValue::from_str(prefix), &end, None, None)?;
        let (keys, values) =
            (store.get_all_keys(Some(range.clone().into()), None)?, store.get_all(Some(range.into()), None)?);
        let (keys, values) = futures::future::try_join(keys.into_future(), values.into_future()).await?;
        let slot = |(key, value): (&JsValue, &JsValue)| {
            Ok((key.as_string().ok_or(StorageError::Damaged)?, row::to_bytes(value)?))
        };
        keys.iter().zip(&values).map(slot).collect()
    }

    async fn store_pieces(&self, pieces: &[(u32, Vec<u8>)]) -> Result<(), Failure> {
        let transaction = self.write(SNAPSHOT, Durability::Relaxed)?;
        for (number, bytes) in pieces {
            transaction.store().put(&row::to_value(bytes), Some(&JsValue::from(*number)))?;
        }
        transaction.commit().await
    }

    async fn delete_pieces(&self) -> Result<(), Failure> {
        let transaction = self.write(SNAPSHOT, Durability::Relaxed)?;
        transaction.store().clear()?;
        transaction.commit().await
    }

    async fn load_pieces(&self) -> Result<Vec<(u32, Vec<u8>)>, Failure> {
        let store = self.0.read(SNAPSHOT)?;
        let (keys, values) = (store.get_all_keys(None, None)?, store.get_all(None, None)?);
        let (keys, values) = futures::future::try_join(keys.into_future(), values.into_future()).await?;
        keys.iter().zip(&values).map(|(key, value)| Ok((row::to_number(key)?, row::to_bytes(value)?))).collect()
    }

    async fn load_slot(&self, key: &str) -> Result<Option<Vec<u8>>, Failure> {
        let value = self.0.read(SLOTS)?.get(JsValue::from_str(key))?.await?;
        value.as_ref().map(row::to_bytes).transpose()
    }

    async fn store_slot(&self, key: &str, content: Option<&[u8]>) -> Result<(), Failure> {
        let transaction = self.write(SLOTS, Durability::Strict)?;
        let key = JsValue::from_str(key);
        match content {
            Some(bytes) => drop(transaction.store().put(&row::to_value(bytes), Some(&key))?),
            None => drop(transaction.store().delete(key)?),
        }
        transaction.commit().await
    }
}

#[async_trait(?Send)]
impl PhotoStorage for IndexedDbStorage {
    async fn write_photo(&self, id: Uuid, pieces: &[Vec<u8>]) -> Result<(), StorageError> {
        Ok(self.1.write(id, pieces).await?)
    }

    async fn read_photo(&self, id: Uuid, numbers: Range<u32>) -> Result<Vec<(u32, Vec<u8>)>, StorageError> {
        Ok(self.1.read(id, numbers).await?)
    }

    async fn photos(&self) -> Result<Vec<Uuid>, StorageError> {
        Ok(self.1.ids().await?)
    }

    async fn drop_photo(&self, id: Uuid) -> Result<(), StorageError> {
        Ok(self.1.write(id, &[]).await?)
    }
}

#[async_trait(?Send)]
impl Storage for IndexedDbStorage {
    async fn append(&self, frames: &[Frame]) -> Result<(), StorageError> {
        Ok(log::append(&self.0, frames).await?)
    }

    async fn read_after(&self, known: &Vector) -> Result<Vec<Frame>, StorageError> {
        Ok(log::read_after(&self.0, known).await?)
    }

    async fn read(&self, ids: &[ChangeId]) -> Result<Vec<Frame>, StorageError> {
        Ok(log::read(&self.0, ids).await?)
    }

    async fn read_pieces(&self) -> Result<Vec<(u32, Vec<u8>)>, StorageError> {
        Ok(self.load_pieces().await?)
    }

    async fn write_pieces(&self, pieces: &[(u32, Vec<u8>)]) -> Result<(), StorageError> {
        Ok(self.store_pieces(pieces).await?)
    }

    async fn clear_pieces(&self) -> Result<(), StorageError> {
        Ok(self.delete_pieces().await?)
    }

    async fn slot(&self, key: &str) -> Result<Option<Vec<u8>>, StorageError> {
        Ok(self.load_slot(key).await?)
    }

    async fn set_slot(&self, key: &str, content: Option<&[u8]>) -> Result<(), StorageError> {
        Ok(self.store_slot(key, content).await?)
    }
}
