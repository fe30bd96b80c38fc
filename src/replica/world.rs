//! What a replica needs of the world: the time, the day, and chance. The only door through which they come in.

use domain::Date;

/// The outside, as the replica sees it.
pub trait World {
    /// Milliseconds since 1970, UTC, as the wall clock says; it may be wrong.
    fn now(&self) -> u64;
    /// Today's civil date where the tablet is.
    fn today(&self) -> Date;
    /// 128 bits that nobody can guess.
    fn random(&self) -> [u8; 16];
}

/// A new id, version 7: time first, so that ids made together lie together.
pub fn new_uuid(world: &dyn World) -> domain::Uuid {
    let random = world.random();
    let mut tail = [0; 10];
    tail.copy_from_slice(&random[..10]);
    uuid::Builder::from_unix_timestamp_millis(world.now(), &tail).into_uuid()
}
