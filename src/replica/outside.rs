//! What has been carried out of this tablet: how far each chain lies in a bundle that was handed to a person, or came in
//! one. What lies beyond it would be lost with the tablet, so every screen says how much that is, and since when.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{ChangeId, ReplicaId, Vector};

/// The slot that keeps it.
pub(crate) const OUTSIDE_SLOT: &str = "outside";

/// How far each chain is known to lie outside.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outside {
    heads: BTreeMap<ReplicaId, u32>,
    /// When something was last carried out, in milliseconds since 1970.
    carried_at: Option<u64>,
}

/// What is not outside yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pending {
    /// How many changes.
    pub changes: u64,
    /// When the first of them was made, in milliseconds since 1970.
    pub since: Option<u64>,
    /// When something was last carried out.
    pub carried_at: Option<u64>,
}

impl Outside {
    /// Takes in that everything up to the vector was carried out.
    pub(crate) fn carry(&mut self, vector: &Vector, now: u64) {
        vector.iter().for_each(|head| self.reach(head));
        self.carried_at = Some(now);
    }

    /// Takes in that a chain lies outside up to that change.
    pub(crate) fn reach(&mut self, id: ChangeId) {
        let seq = self.heads.entry(id.replica).or_default();
        *seq = id.seq.max(*seq);
    }

    /// How many changes are not outside.
    pub(crate) fn lacking(&self, vector: &Vector) -> u64 {
        vector.iter().map(|head| u64::from(head.seq.saturating_sub(self.seq(head.replica)))).sum()
    }

    /// The first change of each chain that is not outside.
    pub(crate) fn first_lacking(&self, vector: &Vector) -> Vec<ChangeId> {
        let lacking = vector.iter().filter(|head| head.seq > self.seq(head.replica));
        lacking.map(|head| ChangeId { seq: self.seq(head.replica) + 1, ..head }).collect()
    }

    pub(crate) const fn carried_at(&self) -> Option<u64> {
        self.carried_at
    }

    fn seq(&self, replica: ReplicaId) -> u32 {
        self.heads.get(&replica).copied().unwrap_or(0)
    }
}
