//! What the store remembers beside its log, in slots: what must be read, and what is only a hint.

use crate::{Storage, StorageError};

/// What a slot keeps, or its beginning.
pub(super) async fn read_slot<T: serde::de::DeserializeOwned + Default>(
    storage: &dyn Storage,
    key: &str,
) -> Result<T, StorageError> {
    match storage.slot(key).await? {
        Some(bytes) => postcard::from_bytes(&bytes).map_err(|_| StorageError::Damaged),
        None => Ok(T::default()),
    }
}

/// What a slot keeps that can be learnt again: damaged, it is as if it were empty.
pub(super) async fn read_hint<T: serde::de::DeserializeOwned + Default>(
    storage: &dyn Storage,
    key: &str,
) -> Result<T, StorageError> {
    match read_slot(storage, key).await {
        Err(StorageError::Damaged) => Ok(T::default()),
        read => read,
    }
}

pub(super) async fn write_slot(
    storage: &dyn Storage,
    key: &str,
    value: &impl serde::Serialize,
) -> Result<(), StorageError> {
    storage.set_slot(key, Some(&postcard::to_stdvec(value).unwrap_or_default())).await
}
