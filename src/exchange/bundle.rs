//! A bundle: what travels between tablets, by stick, by mail or by cable. It is an age file, so that other tools open
//! it too, around a payload that is described in `payload.rs`. The changes in it are opaque here: whether they are
//! signed, known and in order is for the replica to judge, after all of them are out.

use serde::{Deserialize, Serialize};

use crate::{blocks, lock, payload};

/// Changes of one scope, on their way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bundle {
    /// The scope of the changes: a division's code.
    pub scope: u32,
    /// When it was made, in milliseconds since 1970.
    pub made_at: u64,
    /// The replica that made it.
    pub from: [u8; 16],
    /// The changes, as they lie in the log.
    #[serde(with = "crate::bytes::list")]
    pub changes: Vec<Vec<u8>>,
    /// Photos, as the replica packs them; opaque here, too.
    #[serde(with = "crate::bytes::list")]
    pub photos: Vec<Vec<u8>>,
}

/// What locks a bundle.
#[derive(Clone, Serialize, Deserialize)]
pub enum Lock {
    /// A passphrase that people tell each other.
    Passphrase(String),
    /// The tablets that may open it, by their `age1…`.
    Recipients(Vec<String>),
}

/// What opens a bundle.
#[derive(Clone, Serialize, Deserialize)]
pub enum Key {
    /// The passphrase.
    Passphrase(String),
    /// A tablet's own `AGE-SECRET-KEY-1…`.
    Identity(String),
}

/// Which sort of key a bundle wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeyKind {
    /// A person must be asked for the passphrase.
    Passphrase,
    /// A tablet's own key may fit.
    Identity,
}

/// Why a bundle cannot be packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PackError {
    /// The passphrase is empty.
    NoPassphrase,
    /// There is no recipient.
    NoRecipient,
    /// There are more recipients than a bundle names.
    TooManyRecipients,
    /// This recipient, counted from 0, is no `age1…`.
    BadRecipient(usize),
    /// It is more than [`unpack`] would accept.
    TooLarge,
    /// What was read back is not what was packed.
    Different,
}

/// Why bytes give no bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum UnpackError {
    /// They are something else: another sort of file.
    NotABundle,
    /// The passphrase is not the one, or the key is of the wrong sort or none at all.
    WrongKey,
    /// It was locked for other tablets.
    NotForThisTablet,
    /// A newer Bangfu made it, with this version of the format.
    Newer(u8),
    /// It is cut, or was altered on its way.
    Damaged,
    /// It claims more memory or time than any bundle needs.
    TooLarge,
}

/// How far a packing or an unpacking is, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Done.
    pub done: usize,
    /// To do, with what is done.
    pub all: usize,
}

/// The bytes of a bundle, locked: a [`Packing`] in one go.
///
/// # Errors
/// When the lock is none, or the bundle is larger than [`unpack`] would accept.
pub fn pack(bundle: &Bundle, lock: &Lock) -> Result<Vec<u8>, PackError> {
    Packing::begin(bundle, lock)?.finish()
}

/// What must be asked of the person before [`unpack`]; nothing is decrypted.
///
/// # Errors
/// When the bytes do not begin like a bundle.
pub fn key_kind(bytes: &[u8]) -> Result<KeyKind, UnpackError> {
    lock::key_kind(bytes)
}

/// As much of the bytes as [`key_kind`] looks at. This one needs nothing of what a lock is made of.
///
/// # Errors
/// When there are more bytes than any bundle has.
pub fn beginning(bytes: &[u8]) -> Result<&[u8], UnpackError> {
    lock::beginning(bytes)
}

/// The bundle in the bytes, all of it or nothing: an [`Unpacking`] in one go. Memory stays within a small multiple of
/// the bytes, whatever they claim.
///
/// # Errors
/// When they are no bundle, when the key does not fit, or when they are damaged.
pub fn unpack(bytes: &[u8], key: &Key) -> Result<Bundle, UnpackError> {
    Unpacking::begin(bytes, key)?.finish()
}

/// A new key for a tablet: the identity, which it keeps to itself, and the recipient, which it tells others.
#[must_use]
pub fn new_identity() -> (String, String) {
    lock::new_identity()
}

/// A bundle on its way into bytes, a piece at a time, so that a screen can say how far it is. Who drops it cancels it.
pub struct Packing<'a> {
    encoding: payload::Encoding<'a, lock::Sealing>,
}

impl<'a> Packing<'a> {
    /// Locks. With a passphrase this is the longest step: scrypt with 32 MiB, about a tenth of a second on a desk.
    ///
    /// # Errors
    /// When the lock is none, or a change is too large.
    pub fn begin(bundle: &'a Bundle, lock: &Lock) -> Result<Self, PackError> {
        payload::check(bundle)?;
        Ok(Self { encoding: payload::Encoding::begin(bundle, lock::seal(lock)?)? })
    }

    /// Packs about 64 KiB of changes and says whether there are more.
    ///
    /// # Errors
    /// When the bundle is larger than [`unpack`] would accept.
    pub fn step(&mut self) -> Result<bool, PackError> {
        self.encoding.step()
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.encoding.progress()
    }

    /// The bytes. What is left to do is done now.
    ///
    /// # Errors
    /// When the bundle is larger than [`unpack`] would accept.
    pub fn finish(self) -> Result<Vec<u8>, PackError> {
        let (sealing, cost) = self.encoding.finish()?;
        let bytes = lock::sealed(sealing)?;
        if cost > blocks::allowance(bytes.len()) { Err(PackError::TooLarge) } else { Ok(bytes) }
    }
}

/// A bundle on its way out of bytes, a piece at a time. Nothing of it can be had before all of it is there.
pub struct Unpacking<'a> {
    decoding: payload::Decoding<lock::Opened<'a>>,
}

impl<'a> Unpacking<'a> {
    /// Unlocks. With a passphrase this is the longest step, as in [`Packing::begin`].
    ///
    /// # Errors
    /// When the bytes are no bundle or the key does not fit.
    pub fn begin(bytes: &'a [u8], key: &Key) -> Result<Self, UnpackError> {
        Ok(Self { decoding: payload::Decoding::begin(lock::open(bytes, key)?, bytes.len())? })
    }

    /// Unpacks about 64 KiB of changes and says whether there are more.
    ///
    /// # Errors
    /// When the bytes are damaged, or claim too much.
    pub fn step(&mut self) -> Result<bool, UnpackError> {
        self.decoding.step()
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.decoding.progress()
    }

    /// The bundle. What is left to do is done now.
    ///
    /// # Errors
    /// When the bytes are damaged, or claim too much.
    pub fn finish(self) -> Result<Bundle, UnpackError> {
        self.decoding.finish()
    }
}
