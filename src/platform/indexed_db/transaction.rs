//! A transaction that writes one store. It is done when the browser says `complete`, and not a moment earlier.

use idb::ObjectStore;
use js_sys::Promise;
use replica::StorageError;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbTransaction, IdbTransactionDurability, IdbTransactionMode, IdbTransactionOptions};

use super::connection::Connection;
use crate::failure::Failure;

/// How long the browser waits before it says `complete`.
#[derive(Clone, Copy)]
pub(super) enum Durability {
    /// Until it has reached the disk.
    Strict,
    /// Until the operating system has it: a power cut may lose it.
    Relaxed,
}

/// Dropped without [`Transaction::commit`], it writes nothing. (Left alone, the browser would commit what it has.)
pub(super) struct Transaction {
    inner: IdbTransaction,
    is_committed: bool,
    store: ObjectStore,
    /// The event that ended it. Heard from the beginning, as it may end before anybody waits for it.
    end: Promise,
}

impl Transaction {
    pub(super) fn write(connection: &Connection, store: &str, durability: Durability) -> Result<Self, Failure> {
        let options = IdbTransactionOptions::new();
        options.set_durability(match durability {
            Durability::Strict => IdbTransactionDurability::Strict,
            Durability::Relaxed => IdbTransactionDurability::Relaxed,
        });
        let mode = IdbTransactionMode::Readwrite;
        let inner = connection.database().transaction_with_str_and_mode_and_options(store, mode, &options)?;
        let end = Promise::new(&mut |resolve, _| {
            inner.set_oncomplete(Some(&resolve));
            // A full disk is told here, and only here.
            inner.set_onabort(Some(&resolve));
        });
        let store = ObjectStore::from(inner.object_store(store)?);
        Ok(Self { inner, is_committed: false, store, end })
    }

    pub(super) const fn store(&self) -> &ObjectStore {
        &self.store
    }

    /// Waits until everything is written.
    pub(super) async fn commit(mut self) -> Result<(), Failure> {
        self.is_committed = true;
        // Only saves the browser a wait; if the transaction has ended already, its end says how.
        let _ = idb::Transaction::from(self.inner.clone()).commit();
        let event = JsFuture::from(self.end.clone()).await?;
        if event.unchecked_into::<Event>().type_() == "complete" {
            return Ok(());
        }
        Err(match self.inner.error() {
            Some(error) => Failure::Thrown(error.into()),
            None => Failure::Refused(StorageError::Other("the transaction was aborted".into())),
        })
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        if !self.is_committed {
            // It fails only if it was aborted already.
            let _ = self.inner.abort();
        }
    }
}
