//! The bytes of photos, in a database of their own: it is opened when the first photo is asked for, so that nobody who opens
//! the books waits for it, and it stays where it is when the books are written anew. A row is a piece; its key is the id of
//! the photo and the number of the piece, the greatest byte first.

use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

use domain::Uuid;
use futures::lock::Mutex;
use idb::KeyRange;
use js_sys::{ArrayBuffer, Uint8Array};
use replica::StorageError;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;

use super::connection::Connection;
use super::row::{to_bytes, to_value};
use super::transaction::{Durability, Transaction};
use crate::failure::Failure;

/// Pieces of photos.
const PHOTOS: &str = "photos";
const KEY_BYTES: usize = 20;

/// The name of the database that holds the photos of another one.
pub(super) fn name(books: &str) -> String {
    format!("{books}/photos")
}

/// A database of photos, opened when it is needed.
pub(super) struct PhotoDatabase {
    name: String,
    open: Mutex<Option<Rc<Connection>>>,
    /// Whether the browser or another tab closed the one that is open.
    is_lost: Rc<Cell<bool>>,
    /// Whether it must not be opened any more.
    is_closed: Cell<bool>,
}

impl PhotoDatabase {
    pub(super) fn of(books: &str) -> Self {
        let (open, is_lost, is_closed) = (Mutex::new(None), Rc::default(), Cell::new(false));
        Self { name: name(books), open, is_lost, is_closed }
    }

    /// Closes it, after what is being written; everything is answered with errors then.
    pub(super) fn close(&self) {
        self.is_closed.set(true);
        if let Some(open) = self.open.try_lock().and_then(|mut open| open.take()) {
            open.close();
        }
    }

    async fn connection(&self) -> Result<Rc<Connection>, Failure> {
        let mut open = self.open.lock().await;
        if self.is_closed.get() {
            return Err(StorageError::Other("the photos are closed".into()).into());
        }
        if let Some(open) = open.as_ref().filter(|_| !self.is_lost.get()) {
            return Ok(Rc::clone(open));
        }
        self.is_lost.set(false);
        let is_lost = Rc::clone(&self.is_lost);
        let connection = Rc::new(Connection::open(&self.name, &[PHOTOS], move || is_lost.set(true)).await?);
        open.replace(Rc::clone(&connection));
        Ok(connection)
    }

    /// Puts pieces in the place of those that a photo had.
    pub(super) async fn write(&self, id: Uuid, pieces: &[Vec<u8>]) -> Result<(), Failure> {
        let connection = self.connection().await?;
        let transaction = Transaction::write(&connection, PHOTOS, Durability::Strict)?;
        transaction.store().delete(range(id, 0..u32::MAX)?)?;
        for (number, piece) in (0..).zip(pieces) {
            transaction.store().put(&to_value(piece), Some(&key(id, number)))?;
        }
        transaction.commit().await
    }

    pub(super) async fn read(&self, id: Uuid, numbers: Range<u32>) -> Result<Vec<(u32, Vec<u8>)>, Failure> {
        if numbers.is_empty() {
            return Ok(Vec::new());
        }
        let connection = self.connection().await?;
        let store = connection.read(PHOTOS)?;
        let range = range(id, numbers)?;
        let (keys, values) =
            (store.get_all_keys(Some(range.clone().into()), None)?, store.get_all(Some(range.into()), None)?);
        let (keys, values) = futures::future::try_join(keys.into_future(), values.into_future()).await?;
        keys.iter().zip(&values).map(|(key, value)| Ok((of_key(key)?.1, to_bytes(value)?))).collect()
    }

    /// The photos of which there is a piece.
    pub(super) async fn ids(&self) -> Result<Vec<Uuid>, Failure> {
        let connection = self.connection().await?;
        let keys = connection.read(PHOTOS)?.get_all_keys(None, None)?.await?;
        let mut ids = keys.iter().map(|key| Ok(of_key(key)?.0)).collect::<Result<Vec<Uuid>, Failure>>()?;
        ids.dedup();
        Ok(ids)
    }
}

fn key(id: Uuid, number: u32) -> JsValue {
    let mut bytes = [0; KEY_BYTES];
    bytes[..16].copy_from_slice(id.as_bytes());
    bytes[16..].copy_from_slice(&number.to_be_bytes());
    Uint8Array::from(bytes.as_slice()).into()
}

/// The keys of those pieces of a photo.
fn range(id: Uuid, numbers: Range<u32>) -> Result<KeyRange, Failure> {
    Ok(KeyRange::bound(&key(id, numbers.start), &key(id, numbers.end), None, Some(true))?)
}

fn of_key(key: &JsValue) -> Result<(Uuid, u32), Failure> {
    let buffer = key.dyn_ref::<ArrayBuffer>().ok_or(StorageError::Damaged)?;
    let bytes: [u8; KEY_BYTES] = Uint8Array::new(buffer).to_vec().try_into().map_err(|_| StorageError::Damaged)?;
    let (id, number) = bytes.split_at(16);
    let id = Uuid::from_slice(id).map_err(|_| StorageError::Damaged)?;
    let number = number.try_into().map_err(|_| StorageError::Damaged)?;
    Ok((id, u32::from_be_bytes(number)))
}
