//! What leaves this tablet: everything, or what another tablet lacks; and what has not left it yet.

use std::collections::BTreeMap;

use super::{OUTSIDE_SLOT, Store, read_hint, write_slot};
use crate::outside::Pending;
use crate::{ChangeId, Frame, ReplicaId, StorageError, Vector};

/// The slot that remembers what other tablets have shown to know.
const PEERS_SLOT: &str = "peers";

/// For each other tablet, how far it knew each chain when its last bundle came.
pub(crate) type Peers = BTreeMap<ReplicaId, BTreeMap<ReplicaId, u32>>;

impl Store {
    /// All changes as bytes, forked ones too; with a peer, those that it has not shown to know.
    ///
    /// # Errors
    /// What the storage says; `Damaged` while the log has a place that cannot be read.
    pub async fn outgoing(&self, peer: Option<ReplicaId>) -> Result<(Vec<Vec<u8>>, Vector), StorageError> {
        let known = match peer {
            Some(peer) => self.peers().await?.remove(&peer).unwrap_or_default(),
            None => BTreeMap::new(),
        };
        let forks = self.forks.borrow().clone();
        // Of a chain that forked, a peer may know the other half: it gets both.
        let is_forked = |id: ChangeId| forks.cuts.get(&id.replica).is_some_and(|cut| id.seq >= *cut);
        let is_lacking = |id: ChangeId| known.get(&id.replica).is_none_or(|seq| id.seq > *seq) || is_forked(id);
        let vector = self.state.borrow().vector().clone();
        let frames = self.whole_log().await?;
        if frames.iter().any(|frame| frame.bytes.is_empty()) {
            return Err(StorageError::Damaged);
        }
        let log = frames.into_iter().filter(|frame| is_lacking(frame.id)).map(|Frame { bytes, .. }| bytes);
        Ok((log.chain(forks.others.iter().cloned()).collect(), vector))
    }

    /// Remembers that everything up to the vector lies outside now. The past remembers nothing.
    ///
    /// # Errors
    /// What the storage says.
    pub async fn carried(&self, vector: &Vector) -> Result<(), StorageError> {
        if self.is_past {
            return Err(StorageError::ReadOnly);
        }
        self.outside.borrow_mut().carry(vector, self.world.now());
        let outside = self.outside.borrow().clone();
        write_slot(&*self.storage, OUTSIDE_SLOT, &outside).await
    }

    /// How many changes are not outside this tablet.
    #[must_use]
    pub fn not_outside(&self) -> u64 {
        self.outside.borrow().lacking(self.state.borrow().vector())
    }

    /// How many changes are not outside this tablet, and since when.
    ///
    /// # Errors
    /// What the storage says.
    pub async fn pending(&self) -> Result<Pending, StorageError> {
        let (changes, first, carried_at) = {
            let (outside, state) = (self.outside.borrow(), self.state.borrow());
            (outside.lacking(state.vector()), outside.first_lacking(state.vector()), outside.carried_at())
        };
        let since = self.read(&first).await?.iter().map(|change| change.time.millis()).min();
        Ok(Pending { changes, since, carried_at })
    }

    /// The tablets that bundles came from, and what they knew.
    ///
    /// # Errors
    /// What the storage says.
    pub async fn peers(&self) -> Result<Peers, StorageError> {
        read_hint(&*self.storage, PEERS_SLOT).await
    }

    /// Remembers what a peer has shown to know, and that it lies outside.
    pub(super) async fn learn(&self, peer: ReplicaId, shown: &[ChangeId]) -> Result<(), StorageError> {
        let mut peers = self.peers().await?;
        let knows = peers.entry(peer).or_default();
        for id in shown {
            let seq = knows.entry(id.replica).or_default();
            *seq = id.seq.max(*seq);
            self.outside.borrow_mut().reach(*id);
        }
        let outside = self.outside.borrow().clone();
        write_slot(&*self.storage, PEERS_SLOT, &peers).await?;
        write_slot(&*self.storage, OUTSIDE_SLOT, &outside).await
    }
}
