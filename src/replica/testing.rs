//! The acceptance suite that every [`Storage`] passes; a world, a disk and a plain fold for tests. Not part of the
//! product's interface.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::cell::Cell;

use domain::{Date, Uuid, Value};
use futures::FutureExt as _;

use crate::change::{FieldOp, RecordOps, Signed};
use crate::signer::{SeedSigner, replica_of};
use crate::store::SCOPE;
use crate::{Change, ChangeId, Frame, ReplicaId, Signer as _, Storage, StorageError, Timestamp, Vector, World};

mod disk;
mod naive;

pub use disk::{Disk, Fault, Files};
pub use naive::Naive;

/// A world whose clock and chance are counters.
pub struct TestWorld {
    millis: Cell<u64>,
    chance: Cell<u64>,
    today: Date,
}

impl TestWorld {
    /// A world on that day; tablets with other seeds draw other chances.
    #[must_use]
    pub fn new(today: Date, seed: u64) -> Self {
        Self { millis: Cell::new(1_790_000_000_000), chance: Cell::new(seed << 32), today }
    }

    /// Sets the wall clock.
    pub fn set_now(&self, millis: u64) {
        self.millis.set(millis);
    }
}

#[async_trait::async_trait(?Send)]
impl World for TestWorld {
    fn now(&self) -> u64 {
        self.millis.set(self.millis.get() + 1);
        self.millis.get()
    }

    fn today(&self) -> Date {
        self.today
    }

    fn random(&self) -> [u8; 16] {
        self.chance.set(self.chance.get() + 1);
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&self.chance.get().wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
        bytes[8..].copy_from_slice(&self.chance.get().to_be_bytes());
        bytes
    }
}

/// A chain of signed changes by one replica, each setting one name.
#[must_use]
pub fn signed_chain(replica: u8, length: u32) -> Vec<Signed> {
    let mut previous = [0; 32];
    (1..=length)
        .map(|seq| {
            let signed = sign(replica, rename(replica, seq, previous));
            previous = signed.hash;
            signed
        })
        .collect()
}

/// Such a chain as frames.
#[must_use]
pub fn chain(replica: u8, length: u32) -> Vec<Frame> {
    signed_chain(replica, length).iter().map(Signed::frame).collect()
}

/// The replica of that seed.
#[must_use]
pub fn replica(seed: u8) -> ReplicaId {
    replica_of(&SeedSigner::new(&[seed; 32]).public_key())
}

/// Signs a change with the key of that seed, whoever it names.
///
/// # Panics
/// Never: the key is at hand.
#[must_use]
pub fn sign(seed: u8, change: Change) -> Signed {
    let signed = change.sign(&SeedSigner::new(&[seed; 32])).now_or_never();
    signed.flatten().expect("the key is at hand")
}

/// A hash that stands in for that of a signed change, where signing is not what is tested.
///
/// # Panics
/// Never: a change has a form.
#[must_use]
pub fn hash_of(change: &Change) -> [u8; 32] {
    use sha2::Digest as _;
    sha2::Sha256::digest(postcard::to_allocvec(change).expect("a change has a form")).into()
}

fn rename(seed: u8, seq: u32, previous: [u8; 32]) -> Change {
    let id = ChangeId { replica: replica(seed), seq };
    let field = FieldOp { number: 1, value: Value::Text(format!("name {seq}")), replaces: vec![] };
    let records = vec![RecordOps { kind: 1, id: Uuid::from_u128(u128::from(seq)), fields: vec![field] }];
    Change { scope: SCOPE, id, previous, time: Timestamp::new(u64::from(seq), 0), author: None, intent: 0, records }
}

/// What every storage promises. The storage given is empty at the beginning.
///
/// # Panics
/// When the storage breaks a promise.
pub async fn storage_contract(storage: &dyn Storage) {
    log_contract(storage).await;
    pieces_contract(storage).await;
    slots_contract(storage).await;
    photos_contract(storage).await;
}

async fn log_contract(storage: &dyn Storage) {
    let (one, two) = (self::chain(1, 300), self::chain(2, 3));
    assert_eq!(storage.read_after(&Vector::default()).await, Ok(vec![]), "a new storage is empty");
    storage.append(&one[..2]).await.expect("appends");
    storage.append(&one[2..]).await.expect("appends many");
    storage.append(&two).await.expect("appends another chain");
    storage.append(&two).await.expect("the same again is nothing");

    let (lower, upper) = if one[0].id < two[0].id { (&one, &two) } else { (&two, &one) };
    let all: Vec<Frame> = lower.iter().chain(upper).cloned().collect();
    assert_eq!(storage.read_after(&Vector::default()).await.as_ref(), Ok(&all), "reads all, each chain in order");
    let mut known = Vector::default();
    let chain = |seq| ChangeId { replica: replica(1), seq };
    (1..=299).for_each(|seq| known.advance(chain(seq), [0; 32], Timestamp::default()));
    let after: Vec<Frame> = all.iter().filter(|frame| !known.has(frame.id)).cloned().collect();
    assert_eq!(storage.read_after(&known).await, Ok(after), "reads what lies beyond the vector");

    let missing = ChangeId { replica: replica(3), seq: 1 };
    let asked = [two[1].id, missing, one[0].id];
    assert_eq!(storage.read(&asked).await, Ok(vec![two[1].clone(), one[0].clone()]), "reads by name, in order");

    let forged = Frame { bytes: vec![1, 2, 3], ..two[2].clone() };
    let fresh = self::chain(4, 1).remove(0);
    let refused = storage.append(&[fresh.clone(), forged]).await;
    assert_eq!(refused, Err(StorageError::Taken(two[2].id)), "a taken place is refused");
    assert_eq!(storage.read(&[two[2].id, fresh.id]).await, Ok(vec![two[2].clone()]), "all of it or nothing");
}

async fn pieces_contract(storage: &dyn Storage) {
    assert_eq!(storage.read_pieces().await, Ok(vec![]), "no snapshot yet");
    storage.write_pieces(&[(7, vec![7; 100_000]), (1, vec![1])]).await.expect("writes pieces");
    storage.write_pieces(&[(1, vec![2])]).await.expect("writes over a piece");
    assert_eq!(storage.read_pieces().await, Ok(vec![(1, vec![2]), (7, vec![7; 100_000])]), "reads pieces");
    storage.clear_pieces().await.expect("clears");
    assert_eq!(storage.read_pieces().await, Ok(vec![]), "the snapshot is gone");
}

async fn slots_contract(storage: &dyn Storage) {
    assert_eq!(storage.slot("draft/a").await, Ok(None));
    storage.set_slot("draft/a", Some(b"typed")).await.expect("fills");
    storage.set_slot("draft/a", Some(b"typed more")).await.expect("fills again");
    storage.set_slot("draft/b", Some(b"")).await.expect("fills with nothing");
    assert_eq!(storage.slot("draft/a").await, Ok(Some(b"typed more".to_vec())));
    assert_eq!(storage.slot("draft/b").await, Ok(Some(vec![])));
    storage.set_slot("draft/a", None).await.expect("empties");
    assert_eq!(storage.slot("draft/a").await, Ok(None));
}

async fn photos_contract(storage: &dyn Storage) {
    let (one, two, three) = (Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(u128::MAX));
    assert_eq!(storage.photos().await, Ok(vec![]), "no photo yet");
    assert_eq!(storage.read_photo(one, 0..9).await, Ok(vec![]));
    storage.write_photo(two, &[vec![2], vec![7; 60_000], vec![]]).await.expect("writes pieces");
    storage.write_photo(three, &[vec![3]]).await.expect("writes another");
    storage.write_photo(one, &[vec![1], vec![1]]).await.expect("writes a third");
    assert_eq!(storage.photos().await, Ok(vec![one, two, three]));
    assert_eq!(storage.read_photo(two, 0..1).await, Ok(vec![(0, vec![2])]), "a piece alone");
    assert_eq!(storage.read_photo(two, 1..9).await, Ok(vec![(1, vec![7; 60_000]), (2, vec![])]), "those beyond");
    storage.write_photo(two, &[vec![4]]).await.expect("writes over it");
    assert_eq!(storage.read_photo(two, 0..9).await, Ok(vec![(0, vec![4])]), "nothing is left of what was there");
    storage.drop_photo(two).await.expect("throws it away");
    storage.drop_photo(two).await.expect("what is not there is thrown away easily");
    assert_eq!(storage.photos().await, Ok(vec![one, three]));
    assert_eq!(storage.read_photo(two, 0..9).await, Ok(vec![]));
    assert_eq!(storage.read_photo(one, 0..9).await, Ok(vec![(0, vec![1]), (1, vec![1])]));
}
