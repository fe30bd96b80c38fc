//! Opening, closing and deleting a database. A tab must never stand in the way of another one that deletes the database
//! or opens it in a newer version: it closes its own connection and tells.

use std::pin::pin;
use std::rc::Rc;

use futures::channel::oneshot;
use futures::future::{Either, select};
use idb::{Database, DatabaseEvent, Factory, ObjectStore, ObjectStoreParams, TransactionMode};
use replica::StorageError;
use web_sys::IdbDatabase;

use crate::breath;
use crate::failure::Failure;

/// The version of the stores' layout. A newer one adds stores and takes none away.
const VERSION: u32 = 1;

/// How long other tabs may take to finish what they are writing when a database is deleted.
const LETTING_GO_MILLIS: u32 = 5_000;

/// An open database.
pub(super) struct Connection {
    database: IdbDatabase,
    /// The same, with the ears that idb keeps.
    watched: Database,
}

impl Connection {
    /// Opens a database with those stores, making what is not there.
    pub(super) async fn open(
        name: &str,
        stores: &'static [&'static str],
        closed: impl Fn() + 'static,
    ) -> Result<Self, Failure> {
        let opened = request(name, stores).await.map_err(Failure::while_opening)?;
        let database = IdbDatabase::from(opened);
        Ok(Self { watched: watch(&database, closed), database })
    }

    pub(super) const fn database(&self) -> &IdbDatabase {
        &self.database
    }

    /// A store, for as long as requests of it are awaited one after the other.
    pub(super) fn read(&self, store: &str) -> Result<ObjectStore, Failure> {
        Ok(self.watched.transaction(&[store], TransactionMode::ReadOnly)?.object_store(store)?)
    }

    pub(super) fn close(&self) {
        self.database.close();
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.set_onversionchange(None);
        self.database.set_onclose(None);
        self.close();
    }
}

async fn request(name: &str, stores: &'static [&'static str]) -> Result<Database, Failure> {
    let mut request = Factory::new()?.open(name, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        // If a store cannot be made, using it will say so.
        if let Ok(database) = event.database() {
            make_stores(&database, stores);
        }
    });
    Ok(request.await?)
}

fn make_stores(database: &Database, stores: &[&str]) {
    let there = database.store_names();
    for store in stores {
        if !there.iter().any(|name| name == store) {
            let _ = database.create_object_store(store, ObjectStoreParams::new());
        }
    }
}

fn watch(database: &IdbDatabase, closed: impl Fn() + 'static) -> Database {
    let mut watched = Database::from(database.clone());
    let closed = Rc::new(closed);
    let (database, tell) = (database.clone(), Rc::clone(&closed));
    watched.on_version_change(move |_| {
        database.close();
        tell();
    });
    watched.on_close(move |_| closed());
    watched
}

/// Deletes a database.
pub(super) async fn delete(name: &str) -> Result<(), Failure> {
    let mut request = Factory::new()?.delete(name)?;
    let (tell, blocked) = oneshot::channel::<()>();
    request.on_blocked(move |_| {
        let _ = tell.send(());
    });
    let too_long = pin!(async {
        // Never told means never blocked.
        match blocked.await {
            Ok(()) => breath::sleep(LETTING_GO_MILLIS).await,
            Err(_) => futures::future::pending().await,
        }
    });
    match select(request.into_future(), too_long).await {
        Either::Left((deleted, _)) => Ok(deleted?),
        Either::Right(_) => Err(StorageError::Other("another tab holds the database".into()).into()),
    }
}
