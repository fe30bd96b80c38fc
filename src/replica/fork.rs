//! Forks: two signed changes of one replica at one place in its chain, as when a tablet's storage was cloned and both
//! clones wrote. From the first such place on the whole chain is set aside, whichever half came first, and a person is
//! told. Nothing picks one; nothing is thrown away.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::change::{Hash, Signed};
use crate::state::Cuts;
use crate::{ChangeId, ReplicaId};

/// The slot that keeps what is known of forks.
pub const FORKS_SLOT: &str = "keep/forks";

/// What is known of forks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forks {
    /// Where chains forked.
    pub(crate) cuts: Cuts,
    /// Changes whose place in the log another one holds, as bytes.
    pub(crate) others: Vec<Vec<u8>>,
}

impl Forks {
    /// The chains that forked, and from where on they are set aside.
    pub fn iter(&self) -> impl Iterator<Item = ChangeId> {
        self.cuts.iter().map(|(replica, seq)| ChangeId { replica: *replica, seq: *seq })
    }

    /// Takes in that a chain forked there, or earlier than was known.
    pub(crate) fn cut(&mut self, replica: ReplicaId, seq: u32) {
        let cut = self.cuts.entry(replica).or_insert(seq);
        *cut = seq.min(*cut);
    }

    /// Keeps a change whose place in the log is taken.
    pub(crate) fn keep(&mut self, bytes: Vec<u8>) {
        if !self.others.contains(&bytes) {
            self.others.push(bytes);
            self.others.sort_unstable();
        }
    }
}

/// The first place at which changes of one chain contradict each other: two stand there, or the next one names another
/// predecessor than the one that does. It depends on the set alone.
pub(crate) fn first_contradiction<'a>(chain: impl IntoIterator<Item = &'a Signed>) -> Option<u32> {
    let mut places: BTreeMap<u32, BTreeSet<Hash>> = BTreeMap::new();
    for signed in chain {
        let id = signed.change.id;
        places.entry(id.seq).or_default().insert(signed.hash);
        if id.seq > 1 {
            places.entry(id.seq - 1).or_default().insert(signed.change.previous);
        }
    }
    places.into_iter().find(|(_, hashes)| hashes.len() > 1).map(|(seq, _)| seq)
}
