//! What a replica needs of the world: the time, the day, chance, and a keeper of its key. The only door through which
//! they come in.

use std::rc::Rc;

use async_trait::async_trait;
use domain::Date;

use crate::Signer;
use crate::signer::SeedSigner;

/// The outside, as the replica sees it.
#[async_trait(?Send)]
pub trait World {
    /// Milliseconds since 1970, UTC, as the wall clock says; it may be wrong.
    fn now(&self) -> u64;
    /// Today's civil date where the tablet is.
    fn today(&self) -> Date;
    /// 128 bits that nobody can guess.
    fn random(&self) -> [u8; 16];
    /// A signer with the key of that seed; where there is a better keeper of keys, the seed is shown to it once.
    async fn signer(&self, seed: &[u8; 32]) -> Rc<dyn Signer> {
        Rc::new(SeedSigner::new(seed))
    }
}

/// 256 bits that nobody can guess.
pub fn random_key(world: &dyn World) -> [u8; 32] {
    let mut key = [0; 32];
    key[..16].copy_from_slice(&world.random());
    key[16..].copy_from_slice(&world.random());
    key
}

/// A new id, version 7: time first, so that ids made together lie together.
pub fn new_uuid(world: &dyn World) -> domain::Uuid {
    let random = world.random();
    let mut tail = [0; 10];
    tail.copy_from_slice(&random[..10]);
    uuid::Builder::from_unix_timestamp_millis(world.now(), &tail).into_uuid()
}
