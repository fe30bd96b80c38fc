//! A tablet of a newer version: it writes kinds, fields, values and intents of which this version knows nothing.

use std::collections::BTreeMap;

use domain::{Uuid, Value};
use futures::FutureExt as _;
use replica::change::{FieldOp, Hash, RecordOps, Signed};
use replica::signer::{SeedSigner, replica_of};
use replica::store::SCOPE;
use replica::{Change, ChangeId, ReplicaId, Signer as _, State};

use crate::chance::Chance;
use crate::save::{CANARY, value};
use crate::world::BEGIN;

/// A tablet of a newer version: its key, its chain, and what it has seen.
pub struct Newer {
    signer: SeedSigner,
    chain: Vec<Signed>,
    seen: State,
}

impl Newer {
    /// A tablet with the key of that seed.
    #[must_use]
    pub fn new(chance: &Chance) -> Self {
        let mut seed = [0; 32];
        seed[..8].copy_from_slice(&chance.bits().to_be_bytes());
        Self { signer: SeedSigner::new(&seed), chain: Vec::new(), seen: State::default() }
    }

    /// Its name.
    #[must_use]
    pub fn replica(&self) -> ReplicaId {
        replica_of(&self.signer.public_key())
    }

    /// Writes a change; answers its hash and name.
    pub fn write(&mut self, chance: &Chance) -> Option<(Hash, ChangeId)> {
        let id = ChangeId { replica: self.replica(), seq: u32::try_from(self.chain.len()).ok()? + 1 };
        let records = (0..=chance.below(2)).map(|_| self.ops(chance)).collect();
        let time = self.seen.clock().tick(BEGIN + chance.below(1_000_000) as u64);
        let previous = self.chain.last().map_or([0; 32], |last| last.hash);
        let change = Change { scope: SCOPE, id, previous, time, author: None, intent: 900, records };
        let signed = change.sign(&self.signer).now_or_never()??;
        self.seen.fold(&signed.change, signed.hash);
        self.chain.push(signed.clone());
        Some((signed.hash, id))
    }

    fn ops(&self, chance: &Chance) -> RecordOps {
        let (kind, number) = *chance.one(&[(60, 1), (60, 2), (61, 0), (5, 40), (5, 1), (10, 62), (11, 1)]);
        let id = Uuid::from_u128(1 + chance.below(12) as u128);
        let value = if chance.is(1, 3) { Value::Text(format!("{CANARY} newer")) } else { value(chance, number) };
        RecordOps { kind, id, fields: vec![FieldOp { number, value, replaces: self.seen.heads(kind, id, number) }] }
    }

    /// Sees what others wrote.
    pub fn hear(&mut self, changes: &[Vec<u8>]) {
        let signed = changes.iter().filter_map(|bytes| Signed::decode(bytes).ok());
        let ordered: BTreeMap<(ReplicaId, u32), Signed> =
            signed.map(|signed| ((signed.change.id.replica, signed.change.id.seq), signed)).collect();
        for signed in ordered.values() {
            self.seen.fold(&signed.change, signed.hash);
        }
    }

    /// All that it wrote.
    #[must_use]
    pub fn all(&self) -> Vec<Vec<u8>> {
        self.chain.iter().map(|signed| signed.bytes.clone()).collect()
    }
}
