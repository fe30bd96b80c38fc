//! The store: a state in memory over a storage on disk. It checks, writes durably, and only then shows.
//! One writer at a time; what it answers as saved is on the disk.

use std::cell::{Ref, RefCell};
use std::rc::Rc;

use domain::{AnyRecord, Kind, Problem, Uuid, Value};
use futures::lock::Mutex;

use crate::change::{FieldOp, Hash, RecordOps};
use crate::command::{Draft, drafted_records};
use crate::snapshot::{self, Pieces};
use crate::state::{Cell, KindSet, Outcome};
use crate::{Change, ChangeId, Command, Event, Frame, Intent, ReplicaId, State, Storage, StorageError, World, history};

/// The slot that holds this incarnation's id.
const REPLICA_SLOT: &str = "replica";
/// How many changes may lie beyond the snapshot before it is written anew.
const TAIL: u64 = 200;

/// What was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The change; nothing when there was nothing to write.
    pub change: Option<ChangeId>,
    /// What was meant.
    pub intent: Intent,
    /// The kinds of record that it wrote.
    pub kinds: KindSet,
}

/// Why nothing was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The entry is wrong.
    Problems(Vec<Problem>),
    /// The disk refused.
    Storage(StorageError),
    /// Later edits stand on what was to be undone.
    Overtaken,
}

impl From<StorageError> for Refusal {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

/// A state in memory over a storage on disk.
pub struct Store {
    storage: Rc<dyn Storage>,
    world: Rc<dyn World>,
    state: RefCell<State>,
    own: RefCell<Option<ReplicaId>>,
    pieces: RefCell<Pieces>,
    tail: RefCell<u64>,
    /// Held while a change is on its way to the disk, so that the next is checked against its result.
    gate: Mutex<()>,
}

impl Store {
    /// Reads the snapshot, if it is good, and folds what lies beyond it.
    ///
    /// # Errors
    /// What the storage says; `Damaged` when a chain on the disk does not hold together.
    pub async fn open(storage: Rc<dyn Storage>, world: Rc<dyn World>) -> Result<Self, StorageError> {
        let (state, pieces) = snapshot::read(&storage.read_pieces().await?).unwrap_or_default();
        let own = storage.slot(REPLICA_SLOT).await?.and_then(|bytes| bytes.try_into().ok()).map(ReplicaId);
        let store = Self {
            storage,
            world,
            state: RefCell::new(state),
            own: RefCell::new(own),
            pieces: RefCell::new(pieces),
            tail: RefCell::new(0),
            gate: Mutex::new(()),
        };
        store.catch_up().await?;
        Ok(store)
    }

    /// The state as it is now.
    pub fn state(&self) -> Ref<'_, State> {
        self.state.borrow()
    }

    /// The storage, for drafts and settings.
    #[must_use]
    pub fn storage(&self) -> Rc<dyn Storage> {
        Rc::clone(&self.storage)
    }

    /// The world, for the day and for new ids.
    #[must_use]
    pub fn world(&self) -> Rc<dyn World> {
        Rc::clone(&self.world)
    }

    /// Folds what is on the disk and not yet in memory, as another tab or a bundle has written it.
    ///
    /// # Errors
    /// What the storage says; `Damaged` when a chain does not hold together.
    pub async fn catch_up(&self) -> Result<KindSet, StorageError> {
        let known = self.state.borrow().vector().clone();
        let frames = self.storage.read_after(&known).await?;
        let mut kinds = KindSet::default();
        for frame in frames {
            let (change, hash) = Change::decode(&frame.bytes).map_err(|_| StorageError::Damaged)?;
            kinds = kinds.union(kinds_of(&change));
            self.fold(&change, hash)?;
        }
        Ok(kinds)
    }

    /// Checks a command, writes its change durably, and folds it.
    ///
    /// # Errors
    /// `Problems` when the check finds any, `Storage` when the disk refuses; then nothing has changed.
    pub async fn run(&self, command: &dyn Command) -> Result<Saved, Refusal> {
        let _turn = self.gate.lock().await;
        let records = {
            let state = self.state.borrow();
            let problems = command.check(&state, self.world.today());
            if !problems.is_empty() {
                return Err(Refusal::Problems(problems));
            }
            let mut draft = Draft::new(&state, &*self.world);
            command.write(&mut draft);
            draft.into_records()
        };
        self.write(command.intent(), vec![records]).await
    }

    /// Undoes a change as a new change: every field gets the value that the change replaced; a record that it made is
    /// removed. Changes of one field are undone one after the other, the latest first.
    ///
    /// # Errors
    /// `Overtaken` when a field shows another value by now; then nothing has changed.
    pub async fn undo(&self, id: ChangeId) -> Result<Saved, Refusal> {
        let _turn = self.gate.lock().await;
        let change = self.read(&[id]).await?.pop().ok_or(StorageError::Damaged)?;
        let mut records = Vec::new();
        for ops in &change.records {
            records.push(self.reversal(&change, ops).await?);
        }
        self.write(Intent::Undo, vec![records]).await
    }

    /// What was done to a record, oldest first.
    ///
    /// # Errors
    /// What the storage says.
    pub async fn history(&self, kind: Kind, id: Uuid) -> Result<Vec<Event>, StorageError> {
        let touched = self.state.borrow().touched(kind, id);
        Ok(history::events_of(kind, id, &self.read(&touched).await?))
    }

    /// Writes records made elsewhere with their ids, in as many changes as they need.
    ///
    /// # Errors
    /// What the disk says.
    pub async fn fill(&self, intent: Intent, records: &[(Uuid, AnyRecord)]) -> Result<Saved, Refusal> {
        let _turn = self.gate.lock().await;
        self.write(intent, drafted_records(records)).await
    }

    /// Writes the snapshot if enough lies beyond it. To be called when nobody waits.
    ///
    /// # Errors
    /// What the disk says; the snapshot can be written again later.
    pub async fn tidy(&self) -> Result<bool, StorageError> {
        if *self.tail.borrow() < TAIL {
            return Ok(false);
        }
        let _turn = self.gate.lock().await;
        let pieces = snapshot::write(&mut self.state.borrow_mut(), &mut self.pieces.borrow_mut());
        self.tail.replace(0);
        let written = self.storage.write_pieces(&pieces).await;
        if written.is_err() {
            snapshot::set_all_dirty(&mut self.state.borrow_mut());
            self.tail.replace(TAIL);
        }
        written.map(|()| true)
    }

    async fn read(&self, ids: &[ChangeId]) -> Result<Vec<Change>, StorageError> {
        let frames = self.storage.read(ids).await?;
        let decoded = frames.iter().map(|frame| Change::decode(&frame.bytes).map(|(change, _)| change));
        decoded.collect::<Result<_, _>>().map_err(|_| StorageError::Damaged)
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
            state.standing(cell).len() == 1 && state.value(cell) == op.value
        })
    }

    /// Whether the record has values that these ops did not give it.
    fn has_more_than(&self, ops: &RecordOps) -> bool {
        let state = self.state.borrow();
        let fields = Kind::from_number(ops.kind).map_or(&[][..], Kind::fields);
        let others = fields.iter().filter(|field| ops.fields.iter().all(|op| op.number != field.number));
        let mut cells = others.map(|field| Cell { kind: ops.kind, id: ops.id, number: field.number });
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

    async fn write(&self, intent: Intent, batches: Vec<Vec<RecordOps>>) -> Result<Saved, Refusal> {
        let batches: Vec<_> =
            batches.into_iter().filter(|records| records.iter().any(|ops| !ops.fields.is_empty())).collect();
        if batches.is_empty() {
            return Ok(Saved { change: None, intent, kinds: KindSet::default() });
        }
        let changes = self.chain(intent, batches).await?;
        let frame = |change: &Change| Frame { scope: change.scope, id: change.id, bytes: change.encode() };
        self.storage.append(&changes.iter().map(frame).collect::<Vec<_>>()).await?;
        let mut saved = Saved { change: None, intent, kinds: KindSet::default() };
        for change in &changes {
            self.fold(change, change.hash())?;
            saved.change = Some(change.id);
            saved.kinds = saved.kinds.union(kinds_of(change));
        }
        Ok(saved)
    }

    /// The next changes of this replica's chain.
    async fn chain(&self, intent: Intent, batches: Vec<Vec<RecordOps>>) -> Result<Vec<Change>, StorageError> {
        let replica = self.own_replica().await?;
        let state = self.state.borrow();
        let (mut seq, mut previous) = (state.vector().seq(replica), state.vector().hash(replica));
        let mut clock = state.clock;
        let changes = batches.into_iter().map(|records| {
            seq += 1;
            let time = clock.tick(self.world.now());
            let id = ChangeId { replica, seq };
            let change = Change { scope: SCOPE, id, previous, time, author: None, intent: intent.number(), records };
            previous = change.hash();
            change
        });
        Ok(changes.collect())
    }

    async fn own_replica(&self) -> Result<ReplicaId, StorageError> {
        if let Some(own) = *self.own.borrow() {
            return Ok(own);
        }
        let own = ReplicaId(self.world.random());
        self.storage.set_slot(REPLICA_SLOT, Some(&own.0)).await?;
        self.own.replace(Some(own));
        Ok(own)
    }

    fn fold(&self, change: &Change, hash: Hash) -> Result<(), StorageError> {
        let outcome = self.state.borrow_mut().fold(change, hash);
        *self.tail.borrow_mut() += 1;
        match outcome {
            Outcome::Folded | Outcome::Known => Ok(()),
            Outcome::Early | Outcome::Fork => Err(StorageError::Damaged),
        }
    }
}

/// The scope of an installation that has one: the city of Siping (GB/T 2260).
const SCOPE: u32 = 220_300;

fn kinds_of(change: &Change) -> KindSet {
    let kinds = change.records.iter().filter_map(|ops| Kind::from_number(ops.kind));
    kinds.fold(KindSet::default(), KindSet::with)
}

fn removal(state: &State, ops: &RecordOps) -> FieldOp {
    let cell = Cell { kind: ops.kind, id: ops.id, number: domain::schema::REMOVED };
    FieldOp { number: cell.number, value: Value::Text("undo".into()), replaces: state.standing(cell) }
}
