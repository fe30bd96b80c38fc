//! What comes from another tablet: a chain of changes, each of one field that was seen and replaced. How it is taken in
//! is said here only.

use domain::Uuid;
use platform::BrowserWorld;
use replica::change::{FieldOp, RecordOps};
use replica::{Change, ChangeId, Frame, Intent, ReplicaId, State, StorageError, Store, World};
use wasm_bindgen::prelude::*;

use crate::Records;
use crate::records::Edit;

/// The scope of an installation that has one, as the store has it.
const SCOPE: u32 = 220_300;

/// A chain of another tablet.
#[wasm_bindgen]
pub struct Foreign {
    frames: Vec<Frame>,
}

#[wasm_bindgen]
impl Foreign {
    /// How many changes.
    #[must_use]
    pub fn count(&self) -> usize {
        self.frames.len()
    }
}

impl Foreign {
    /// The edits of a round, by a tablet that had seen the state.
    pub(crate) fn made(state: &State, records: &Records, round: u8) -> Self {
        let replica = ReplicaId([round + 1; 16]);
        let mut clock = state.clock();
        let mut previous = [0; 32];
        let frames = (1..).zip(records.edits(round)).map(|(seq, edit)| {
            let time = clock.tick(BrowserWorld.now());
            let id = ChangeId { replica, seq };
            let intent = Intent::SaveMember.number();
            let change =
                Change { scope: SCOPE, id, previous, time, author: None, intent, records: vec![ops(state, edit)] };
            previous = change.hash();
            Frame { scope: SCOPE, id, bytes: change.encode() }
        });
        Self { frames: frames.collect() }
    }

    /// Writes the changes durably and folds them.
    pub(crate) async fn merge_into(self, store: &Store) -> Result<(), StorageError> {
        store.storage().append(&self.frames).await?;
        store.catch_up().await.map(drop)
    }
}

fn ops(state: &State, edit: Edit<'_>) -> RecordOps {
    let (kind, id): (u16, Uuid) = (edit.record.kind().number(), edit.id);
    let replaces = state.heads(kind, id, edit.number);
    RecordOps { kind, id, fields: vec![FieldOp { number: edit.number, value: edit.value, replaces }] }
}
