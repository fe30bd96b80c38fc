//! Which incarnation this is, and its key: made at the first change, kept in a slot, never part of a backup.

use std::rc::Rc;

use super::Store;
use crate::signer::replica_of;
use crate::world::random_key;
use crate::{ReplicaId, Signer, StorageError};

/// The slot that holds the seed of this incarnation's key.
const REPLICA_SLOT: &str = "replica";

impl Store {
    /// This incarnation, if it has written anything.
    #[must_use]
    pub fn own_replica(&self) -> Option<ReplicaId> {
        self.own.borrow().as_ref().map(|signer| replica_of(&signer.public_key()))
    }

    /// This incarnation, if it has ever written anything.
    ///
    /// # Errors
    /// What the storage says.
    pub async fn incarnation(&self) -> Result<Option<ReplicaId>, StorageError> {
        match self.own_replica() {
            Some(own) => Ok(Some(own)),
            None => Ok(self.kept_signer().await?.map(|signer| replica_of(&signer.public_key()))),
        }
    }

    /// This incarnation, made now if there is none yet.
    ///
    /// # Errors
    /// What the storage says.
    pub async fn begun_incarnation(&self) -> Result<ReplicaId, StorageError> {
        Ok(replica_of(&self.own_signer().await?.public_key()))
    }

    /// The key of this incarnation, a new one at the first change and after its chain has forked.
    pub(super) async fn own_signer(&self) -> Result<Rc<dyn Signer>, StorageError> {
        if let Some(own) = self.own.borrow().clone() {
            return Ok(own);
        }
        let own = match self.kept_signer().await? {
            Some(own) => own,
            None => self.new_incarnation().await?,
        };
        self.own.replace(Some(Rc::clone(&own)));
        Ok(own)
    }

    async fn kept_signer(&self) -> Result<Option<Rc<dyn Signer>>, StorageError> {
        let kept = match self.storage.slot(REPLICA_SLOT).await {
            // Its own key lost, a tablet goes on under a new name.
            Err(StorageError::Damaged) => None,
            kept => kept?.and_then(|bytes| bytes.try_into().ok()),
        };
        let Some(seed) = kept else { return Ok(None) };
        Ok(Some(self.world.signer(&seed).await).filter(|signer| !self.is_cut(&**signer)))
    }

    async fn new_incarnation(&self) -> Result<Rc<dyn Signer>, StorageError> {
        let seed = random_key(&*self.world);
        self.storage.set_slot(REPLICA_SLOT, Some(&seed)).await?;
        Ok(self.world.signer(&seed).await)
    }

    fn is_cut(&self, signer: &dyn Signer) -> bool {
        self.forks.borrow().cuts.contains_key(&replica_of(&signer.public_key()))
    }
}
