//! What the browser refuses of its database and its files, in the storage's words. Which of its many errors mean what is
//! said here only.

use replica::StorageError;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use web_sys::DomException;

/// A refusal: the browser's own, or one that was decided in this module.
#[derive(Debug)]
pub(crate) enum Failure {
    Thrown(JsValue),
    Refused(StorageError),
}

impl Failure {
    /// The same, where it happened while a database was being opened.
    pub(crate) fn while_opening(self) -> Self {
        match &self {
            // Firefox in private windows, and browsers that were told to store nothing.
            Self::Thrown(value) if name(value) == "InvalidStateError" => Self::Refused(StorageError::Unavailable),
            _ => self,
        }
    }
}

impl From<Failure> for StorageError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(error) => error,
            Failure::Thrown(value) => match name(&value).as_str() {
                "QuotaExceededError" => Self::Full,
                "VersionError" => Self::Newer,
                "SecurityError" => Self::Unavailable,
                // A store that is not there; a value whose file is gone or cannot be read.
                "NotFoundError" | "NotReadableError" | "DataError" | "DataCloneError" => Self::Damaged,
                _ => Self::Other(words(&value)),
            },
        }
    }
}

impl From<StorageError> for Failure {
    fn from(error: StorageError) -> Self {
        Self::Refused(error)
    }
}

impl From<JsValue> for Failure {
    fn from(value: JsValue) -> Self {
        Self::Thrown(value)
    }
}

impl From<idb::Error> for Failure {
    fn from(error: idb::Error) -> Self {
        use idb::Error as E;
        match error {
            E::IndexedDbNotFound(_) => Self::Refused(StorageError::Unavailable),
            E::DomException(exception) => Self::Thrown(exception.into()),
            E::AddFailed(value)
            | E::ClearFailed(value)
            | E::DeleteFailed(value)
            | E::GetAllFailed(value)
            | E::GetAllKeysFailed(value)
            | E::GetFailed(value)
            | E::GetKeyFailed(value)
            | E::IndexedDbDeleteFailed(value)
            | E::IndexedDbOpenFailed(value)
            | E::ObjectStoreNotFound(value)
            | E::TransactionOpenFailed(value)
            | E::UpdateFailed(value) => Self::Thrown(value),
            other => Self::Refused(StorageError::Other(other.to_string())),
        }
    }
}

pub(crate) fn name(value: &JsValue) -> String {
    value.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default()
}

fn words(value: &JsValue) -> String {
    match value.dyn_ref::<DomException>() {
        Some(exception) => format!("{}: {}", exception.name(), exception.message()),
        None => format!("{value:?}"),
    }
}
