//! The porter: whoever does the heavy work with what goes out and comes in. It locks, packs, opens and zips beside the
//! page, so that the page's program need not hold what that takes. It must never judge what is in a bundle.

use std::convert::Infallible;

use async_trait::async_trait;

use crate::{Bundle, Key, KeyKind, Lock, PackError, Progress, Table, UnpackError, ZipError};

/// Whoever does the heavy work. Who drops what is awaited calls the work off.
#[async_trait(?Send)]
pub trait Porter {
    /// Which sort of key a bundle wants; what its end is like is not looked at.
    async fn key_kind(&self, bytes: &[u8]) -> Result<KeyKind, PorterError<UnpackError>>;

    /// The bytes of a bundle, locked and read back.
    async fn pack(
        &self,
        bundle: Bundle,
        lock: Lock,
        follow: &dyn Fn(Progress),
    ) -> Result<Vec<u8>, PorterError<PackError>>;

    /// The bundle in the bytes, all of it or nothing.
    async fn unpack(
        &self,
        bytes: &[u8],
        key: Key,
        follow: &dyn Fn(Progress),
    ) -> Result<Bundle, PorterError<UnpackError>>;

    /// A new key for a tablet: the identity, which it keeps to itself, and the recipient, which it tells others.
    async fn new_identity(&self) -> Result<(String, String), PorterError<Infallible>>;

    /// A zip of the tables, with a text that says what they are. Each table is taken when the one before is in.
    async fn archive(
        &self,
        readme: &str,
        tables: &mut dyn Iterator<Item = Table>,
    ) -> Result<Vec<u8>, PorterError<ZipError>>;
}

/// Why a porter brings nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PorterError<E> {
    /// The page is of another version than whoever would do the work.
    OtherVersion,
    /// The work was not done, for this reason in the browser's words. It says nothing about what was given.
    Failed(String),
    /// The work was done, and what was given is refused.
    Refused(E),
}
