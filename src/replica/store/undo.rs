//! Undo: a change taken back as a new change, if nothing stands on it yet. The log is never shortened.

use domain::schema::REMOVED;
use domain::{Fault, Kind, Problem, Value};

use super::{Refusal, Saved, Store};
use crate::change::{FieldOp, RecordOps};
use crate::state::{Cell, kept};
use crate::{Change, ChangeId, Intent, State, StorageError};

impl Store {
    /// Undoes a change as a new change: every field gets the value that the change replaced; a record that it made is
    /// removed. Changes of one field are undone one after the other, the latest first.
    ///
    /// # Errors
    /// `Overtaken` when a field shows another value by now, `Problems` when the change made what is made once; then
    /// nothing has changed.
    pub async fn undo(&self, id: ChangeId) -> Result<Saved, Refusal> {
        let _turn = self.gate.lock().await;
        let change = self.read(&[id]).await?.pop().ok_or(StorageError::Damaged)?;
        if change.records.iter().any(is_made_once) {
            return Err(Refusal::Problems(vec![Problem::of_entry(Fault::MadeOnce)]));
        }
        let mut records = Vec::new();
        for ops in &change.records {
            records.push(self.reversal(&change, ops).await?);
        }
        self.write(Intent::Undo, vec![records]).await
    }

    async fn reversal(&self, change: &Change, ops: &RecordOps) -> Result<RecordOps, Refusal> {
        if !self.still_shows(ops) {
            return Err(Refusal::Overtaken);
        }
        let mut fields = Vec::new();
        if self.is_made_by(change.id, ops) {
            if self.has_more_than(ops) {
                return Err(Refusal::Overtaken);
            }
            fields.push(removal(&self.state.borrow(), ops));
        } else {
            for op in &ops.fields {
                let cell = Cell { kind: ops.kind, id: ops.id, number: op.number };
                let value = self.value_before(cell, op).await?;
                fields.push(FieldOp { number: op.number, value, replaces: self.state.borrow().standing(cell) });
            }
        }
        Ok(RecordOps { kind: ops.kind, id: ops.id, fields })
    }

    /// Whether every field still has the value that these ops gave it, or has it again, and no other beside it.
    fn still_shows(&self, ops: &RecordOps) -> bool {
        let state = self.state.borrow();
        ops.fields.iter().all(|op| {
            let cell = Cell { kind: ops.kind, id: ops.id, number: op.number };
            let value =
                Kind::from_number(ops.kind).map_or_else(|| op.value.clone(), |kind| kept(kind, op.number, &op.value));
            state.standing(cell).len() == 1 && state.value(cell) == value
        })
    }

    /// Whether the record has values that these ops did not give it; that it was removed is one.
    fn has_more_than(&self, ops: &RecordOps) -> bool {
        let state = self.state.borrow();
        let fields = Kind::from_number(ops.kind).map_or(&[][..], Kind::fields);
        let numbers = fields.iter().map(|field| field.number).chain([REMOVED]);
        let others = numbers.filter(|number| ops.fields.iter().all(|op| op.number != *number));
        let mut cells = others.map(|number| Cell { kind: ops.kind, id: ops.id, number });
        cells.any(|cell| state.value(cell) != Value::Empty)
    }

    fn is_made_by(&self, change: ChangeId, ops: &RecordOps) -> bool {
        let touched = Kind::from_number(ops.kind).map(|kind| self.state.borrow().touched(kind, ops.id));
        touched.is_some_and(|touched| touched.first() == Some(&change))
    }

    async fn value_before(&self, cell: Cell, op: &FieldOp) -> Result<Value, Refusal> {
        let Some(id) = op.replaces.first() else { return Ok(Value::Empty) };
        let before = self.read(&[*id]).await?;
        let ops =
            before.iter().flat_map(|change| &change.records).filter(|ops| ops.kind == cell.kind && ops.id == cell.id);
        let found = ops.flat_map(|ops| &ops.fields).find(|field| field.number == cell.number);
        Ok(found.map(|field| field.value.clone()).unwrap_or_default())
    }
}

/// Postings of the fund are taken back by another posting.
fn is_made_once(ops: &RecordOps) -> bool {
    Kind::from_number(ops.kind).is_some_and(Kind::is_made_once)
}

fn removal(state: &State, ops: &RecordOps) -> FieldOp {
    let cell = Cell { kind: ops.kind, id: ops.id, number: REMOVED };
    FieldOp { number: cell.number, value: Value::Text("undo".into()), replaces: state.standing(cell) }
}
