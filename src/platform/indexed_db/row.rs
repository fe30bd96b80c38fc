//! How things lie in the database. A row's key is 24 bytes: scope, replica, place in the chain, numbers with the greatest
//! byte first, so that the order of keys is the order of chains. Values are bytes as they were given: what they are and
//! how they are sealed is known above.

use js_sys::{ArrayBuffer, Uint8Array};
use replica::{ChangeId, Frame, ReplicaId, StorageError};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;

use crate::failure::Failure;

/// The bytes of a place.
pub(super) const PLACE_BYTES: usize = 24;

/// Where a change lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) scope: u32,
    pub(super) id: ChangeId,
}

impl Place {
    pub(super) const fn of(frame: &Frame) -> Self {
        Self { scope: frame.scope, id: frame.id }
    }

    /// Before the first change of a scope.
    pub(super) const fn start_of(scope: u32) -> Self {
        Self { scope, id: ChangeId { replica: ReplicaId([0; 16]), seq: 0 } }
    }

    /// No change of the scope lies beyond.
    pub(super) const fn end_of(scope: u32) -> Self {
        Self { scope, id: ChangeId { replica: ReplicaId([u8::MAX; 16]), seq: u32::MAX } }
    }

    /// Another place in the same chain.
    pub(super) const fn at(self, seq: u32) -> Self {
        Self { id: ChangeId { seq, ..self.id }, ..self }
    }

    /// No change of its chain lies beyond.
    pub(super) const fn end(self) -> Self {
        self.at(u32::MAX)
    }

    pub(super) fn is_followed_by(self, other: Self) -> bool {
        self.id.seq.checked_add(1).is_some_and(|seq| self.at(seq) == other)
    }

    pub(super) fn to_bytes(self) -> [u8; PLACE_BYTES] {
        let mut bytes = [0; PLACE_BYTES];
        bytes[..4].copy_from_slice(&self.scope.to_be_bytes());
        bytes[4..20].copy_from_slice(&self.id.replica.0);
        bytes[20..].copy_from_slice(&self.id.seq.to_be_bytes());
        bytes
    }

    /// The place that the bytes begin with, and the rest of them.
    pub(super) fn split_from(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let (scope, rest) = bytes.split_first_chunk()?;
        let (replica, rest) = rest.split_first_chunk()?;
        let (seq, rest) = rest.split_first_chunk()?;
        let id = ChangeId { replica: ReplicaId(*replica), seq: u32::from_be_bytes(*seq) };
        Some((Self { scope: u32::from_be_bytes(*scope), id }, rest))
    }

    pub(super) fn to_key(self) -> JsValue {
        Uint8Array::from(self.to_bytes().as_slice()).into()
    }

    pub(super) fn from_key(key: &JsValue) -> Result<Self, Failure> {
        let buffer = key.dyn_ref::<ArrayBuffer>().ok_or(StorageError::Damaged)?;
        match Self::split_from(&Uint8Array::new(buffer).to_vec()) {
            Some((place, [])) => Ok(place),
            _ => Err(StorageError::Damaged.into()),
        }
    }
}

/// The value that keeps those bytes.
pub(super) fn to_value(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

/// The bytes that the value keeps.
pub(super) fn to_bytes(value: &JsValue) -> Result<Vec<u8>, Failure> {
    let bytes = value.dyn_ref::<Uint8Array>().ok_or(StorageError::Damaged)?;
    Ok(bytes.to_vec())
}

/// The number that is the key.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "compared with what it was")]
pub(super) fn to_number(key: &JsValue) -> Result<u32, Failure> {
    let float = key.as_f64().ok_or(StorageError::Damaged)?;
    let number = float as u32;
    if f64::from(number).to_bits() == float.to_bits() { Ok(number) } else { Err(StorageError::Damaged.into()) }
}
