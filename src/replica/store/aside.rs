//! What forks set aside, and its way back in: when a person has seen it, each change is made once more under this tablet's
//! own name. It replaces what it replaced the first time and nothing else, so that what was written meanwhile stands
//! beside it for a person to choose. Nothing comes in twice, whichever tablet lets it in.

use std::collections::{BTreeMap, BTreeSet};

use domain::records::{Settlement, SettlementField};
use domain::{Field as _, FieldValue as _, Id, Kind, Uuid};

use super::{Refusal, Saved, Store};
use crate::change::{FieldOp, Hash, MOST_BYTES, RecordOps, Signed};
use crate::signer::replica_of;
use crate::{ChangeId, Intent, ReplicaId, State, StorageError};

/// What the mark of a change that came back in may add to its bytes.
const MARK_BYTES: usize = 4096;

impl Store {
    /// The changes of forked chains that do not count and did not come back in yet: of one chain after the other, the
    /// earliest places first.
    ///
    /// # Errors
    /// What the storage says.
    pub async fn aside(&self) -> Result<Vec<Signed>, StorageError> {
        let mut aside = self.ever_aside().await?;
        aside.retain(|signed| !is_back(&self.state.borrow(), signed.hash));
        Ok(aside)
    }

    async fn ever_aside(&self) -> Result<Vec<Signed>, StorageError> {
        if self.forks.borrow().cuts.is_empty() {
            return Ok(vec![]);
        }
        let known = self.state.borrow().vector().clone();
        let beyond = self.storage.read_after(&known).await?;
        let forks = self.forks.borrow();
        let bytes = beyond.iter().map(|frame| &frame.bytes).chain(&forks.others);
        let is_cut = |ChangeId { replica, seq }| forks.cuts.get(&replica).is_some_and(|cut| seq >= *cut);
        let aside = bytes.filter_map(|bytes| Signed::decode(bytes).ok()).filter(|signed| is_cut(signed.change.id));
        let places: BTreeMap<(ChangeId, Hash), Signed> =
            aside.map(|signed| ((signed.change.id, signed.hash), signed)).collect();
        Ok(places.into_values().collect())
    }

    /// Lets in what a fork set aside of a replica's chain, both halves of it.
    ///
    /// # Errors
    /// What the storage says; then nothing has changed.
    pub async fn adopt_aside(&self, replica: ReplicaId) -> Result<Saved, Refusal> {
        let _turn = self.gate.lock().await;
        let ever = self.ever_aside().await?;
        let own = replica_of(&self.own_signer().await?.public_key());
        let made = {
            let state = self.state.borrow();
            // No version of the app makes changes that leave no room for a mark.
            let is_due = |signed: &&Signed| {
                signed.change.id.replica == replica
                    && signed.bytes.len() <= MOST_BYTES - MARK_BYTES
                    && !is_back(&state, signed.hash)
            };
            let due: Vec<&Signed> = ever.iter().filter(is_due).collect();
            let again = Again::of(&state, &ever, &due, own);
            due.into_iter().map(|signed| again.made(signed)).collect()
        };
        self.write(Intent::AdoptAside, made).await
    }
}

/// Changes that are made again, and the names that they get.
struct Again<'a> {
    state: &'a State,
    ever: BTreeMap<Hash, &'a Signed>,
    names: BTreeMap<Hash, ChangeId>,
}

impl<'a> Again<'a> {
    /// The next changes of `own` will be those that are due, in that order.
    fn of(state: &'a State, ever: &'a [Signed], due: &[&Signed], own: ReplicaId) -> Self {
        let first = state.vector().seq(own) + 1;
        let names = due.iter().zip(first..).map(|(signed, seq)| (signed.hash, ChangeId { replica: own, seq }));
        Self { state, ever: ever.iter().map(|signed| (signed.hash, signed)).collect(), names: names.collect() }
    }

    fn made(&self, signed: &Signed) -> Vec<RecordOps> {
        let mut records = signed.change.records.clone();
        for op in records.iter_mut().flat_map(|ops| &mut ops.fields) {
            let replaced: BTreeSet<ChangeId> = op.replaces.iter().map(|id| self.named_now(signed, *id)).collect();
            op.replaces = replaced.into_iter().collect();
        }
        records.push(mark_of(signed.hash));
        records
    }

    /// What a change that was replaced is called now, if it came before in the same half of the chain.
    fn named_now(&self, signed: &Signed, replaced: ChangeId) -> ChangeId {
        let before = std::iter::successors(self.before(signed), |signed| self.before(signed));
        let found = before.into_iter().find(|before| before.change.id == replaced);
        found.and_then(|found| self.name(found.hash)).unwrap_or(replaced)
    }

    fn before(&self, signed: &Signed) -> Option<&'a Signed> {
        self.ever.get(&signed.change.previous).copied()
    }

    /// The change that is made of it now, or was made when it came back in.
    fn name(&self, hash: Hash) -> Option<ChangeId> {
        let came_back = || self.state.made(Kind::Settlement, name_of(hash));
        self.names.get(&hash).copied().or_else(|| came_back().map(|(_, replica, seq)| ChangeId { replica, seq }))
    }
}

/// The record that says that a change came back in: the same on every tablet.
fn mark_of(hash: Hash) -> RecordOps {
    let finding: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    let value = format!("aside {finding}").to_value();
    let field = FieldOp { number: SettlementField::finding.reference().number, value, replaces: vec![] };
    RecordOps { kind: Kind::Settlement.number(), id: name_of(hash), fields: vec![field] }
}

fn name_of(hash: Hash) -> Uuid {
    let (half, _) = hash.split_at(16);
    Uuid::from_slice(half).unwrap_or_default()
}

fn is_back(state: &State, hash: Hash) -> bool {
    state.get(Id::<Settlement>::new(name_of(hash))).is_some()
}
