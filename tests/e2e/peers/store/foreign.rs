//! What comes from another tablet: a signed chain of changes, each of one field that was seen and replaced. How it is
//! taken in is said here only: as a bundle is, examined and then accepted.

use domain::Uuid;
use platform::BrowserWorld;
use replica::change::{FieldOp, RecordOps};
use replica::signer::{SeedSigner, replica_of};
use replica::store::SCOPE;
use replica::{Change, ChangeId, Intent, ReplicaId, Signer, State, Store, World};
use wasm_bindgen::prelude::*;

use crate::records::Edit;
use crate::{Records, told};

/// A chain of another tablet.
#[wasm_bindgen]
pub struct Foreign {
    from: ReplicaId,
    changes: Vec<Vec<u8>>,
}

#[wasm_bindgen]
impl Foreign {
    /// How many changes.
    #[must_use]
    pub fn count(&self) -> usize {
        self.changes.len()
    }
}

impl Foreign {
    /// The edits of a round, by a tablet of that round that had seen the state.
    pub(crate) async fn made(store: &Store, records: &Records, round: u8) -> Result<Self, JsError> {
        let signer = SeedSigner::new(&[round + 1; 32]);
        let from = replica_of(&signer.public_key());
        let mut clock = store.state().clock();
        let mut previous = [0; 32];
        let mut changes = Vec::new();
        let edited = edited(&store.state(), records, round);
        for (seq, record) in (1..).zip(edited) {
            let (id, time) = (ChangeId { replica: from, seq }, clock.tick(BrowserWorld.now()));
            let intent = Intent::SaveMember.number();
            let change = Change { scope: SCOPE, id, previous, time, author: None, intent, records: vec![record] };
            let signed = change.sign(&signer).await.ok_or_else(|| JsError::new("it does not sign"))?;
            previous = signed.hash;
            changes.push(signed.bytes);
        }
        Ok(Self { from, changes })
    }

    /// Looks the chain through, writes it durably and folds it. All of it must be news, and none of it a conflict.
    pub(crate) async fn merge_into(self, store: &Store) -> Result<(), JsError> {
        let import = store.examine(&self.changes, async |_, _| true).await.map_err(told)?;
        let report = &import.report;
        if report.changes != self.changes.len() || report.conflicts > 0 || report.waiting > 0 {
            return Err(told(report));
        }
        store.accept(import, self.from).await.map(drop).map_err(told)
    }
}

fn edited(state: &State, records: &Records, round: u8) -> Vec<RecordOps> {
    records.edits(round).map(|edit| ops(state, edit)).collect()
}

fn ops(state: &State, edit: Edit<'_>) -> RecordOps {
    let (kind, id): (u16, Uuid) = (edit.record.kind().number(), edit.id);
    let replaces = state.heads(kind, id, edit.number);
    RecordOps { kind, id, fields: vec![FieldOp { number: edit.number, value: edit.value, replaces }] }
}
