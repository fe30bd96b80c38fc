//! The version vector: how far each replica's chain is known, with the hash of its last change.
//! It never shrinks; it is the whole of the exchange protocol.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::change::Hash;
use crate::{ChangeId, ReplicaId, Timestamp};

/// For each replica, the last change known of its chain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vector {
    heads: BTreeMap<ReplicaId, Head>,
}

/// The last change known of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Head {
    seq: u32,
    hash: Hash,
    time: Timestamp,
}

const fn head_at(seq: u32) -> Head {
    Head { seq, hash: [0; 32], time: Timestamp::new(0, 0) }
}

impl Vector {
    /// A vector of chains whose lengths are known and whose hashes are not; good only to ask what lies beyond.
    pub(crate) fn of_heads(heads: &BTreeMap<ReplicaId, u32>) -> Self {
        Self { heads: heads.iter().map(|(replica, seq)| (*replica, head_at(*seq))).collect() }
    }

    /// The number of changes known of that replica.
    #[must_use]
    pub fn seq(&self, replica: ReplicaId) -> u32 {
        self.heads.get(&replica).map_or(0, |head| head.seq)
    }

    /// The hash of the last change known of that replica; zero when there is none.
    #[must_use]
    pub fn hash(&self, replica: ReplicaId) -> Hash {
        self.heads.get(&replica).map_or([0; 32], |head| head.hash)
    }

    /// When the last change known of that replica was made.
    #[must_use]
    pub fn time(&self, replica: ReplicaId) -> Timestamp {
        self.heads.get(&replica).map_or(Timestamp::default(), |head| head.time)
    }

    /// Whether that change is known.
    #[must_use]
    pub fn has(&self, id: ChangeId) -> bool {
        id.seq <= self.seq(id.replica)
    }

    /// The replicas known, with the number of their changes.
    pub fn iter(&self) -> impl Iterator<Item = ChangeId> {
        self.heads.iter().map(|(replica, head)| ChangeId { replica: *replica, seq: head.seq })
    }

    /// How many changes are known in all.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.heads.values().map(|head| u64::from(head.seq)).sum()
    }

    /// Takes the next change of a chain; its caller has checked that it is the next.
    pub(crate) fn advance(&mut self, id: ChangeId, hash: Hash, time: Timestamp) {
        debug_assert_eq!(self.seq(id.replica) + 1, id.seq, "chains are contiguous");
        self.heads.insert(id.replica, Head { seq: id.seq, hash, time });
    }
}
