//! The store: a state in memory over a storage on disk. It checks, signs, writes durably, and only then shows.
//! One writer at a time; what it answers as saved is on the disk.

use std::cell::{Cell as Flag, Ref, RefCell};
use std::rc::Rc;

use domain::{AnyRecord, Kind, Problem, Uuid};
use futures::lock::Mutex;

use crate::change::{RecordOps, Signed};
use crate::command::{Draft, drafted_records};
use crate::fork::{FORKS_SLOT, Forks};
use crate::outside::{OUTSIDE_SLOT, Outside};
use crate::signer::replica_of;
use crate::snapshot::{self, Pieces};
use crate::state::{KindSet, Outcome};
use crate::{
    Change, ChangeId, Command, Event, Frame, Intent, Signer, State, Storage, StorageError, Vector, World, history,
};

mod aside;
mod carry;
mod import;
mod own;
mod past;
mod photo_bundles;
mod photos;
mod slots;
mod undo;

use slots::{read_hint, read_slot, write_slot};

pub use import::{Import, ImportError, Report};
pub use photo_bundles::PhotosTaken;

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
    /// The keeper of the key did not sign.
    Unsigned,
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
    own: RefCell<Option<Rc<dyn Signer>>>,
    author: Flag<Option<Uuid>>,
    pieces: RefCell<Pieces>,
    tail: Flag<u64>,
    forks: RefCell<Forks>,
    outside: RefCell<Outside>,
    /// Where chains on the disk break off: what is there and beyond could not be read.
    broken: RefCell<Vec<ChangeId>>,
    /// A state of the past, in which nothing is written.
    is_past: bool,
    photos: photos::Begun,
    /// Held while a change is on its way to the disk, so that the next is checked against its result.
    gate: Mutex<()>,
}

impl Store {
    /// Reads the snapshot, if it is good, and folds what lies beyond it. A chain that breaks off on the disk is folded as
    /// far as it holds: see [`Store::broken`].
    ///
    /// # Errors
    /// What the storage says.
    pub async fn open(storage: Rc<dyn Storage>, world: Rc<dyn World>) -> Result<Self, StorageError> {
        let forks: Forks = read_slot(&*storage, FORKS_SLOT).await?;
        let outside: Outside = read_hint(&*storage, OUTSIDE_SLOT).await?;
        let kept = snapshot::read(&storage.read_pieces().await?).filter(|(state, _)| *state.cuts() == forks.cuts);
        let (state, pieces) = kept.unwrap_or_else(|| (State::with_cuts(forks.cuts.clone()), Pieces::default()));
        let store = Self {
            storage,
            world,
            state: RefCell::new(state),
            own: RefCell::default(),
            author: Flag::default(),
            pieces: RefCell::new(pieces),
            tail: Flag::default(),
            forks: RefCell::new(forks),
            outside: RefCell::new(outside),
            broken: RefCell::default(),
            is_past: false,
            photos: photos::Begun::default(),
            gate: Mutex::new(()),
        };
        store.fold_tail().await?;
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

    /// Where chains on the disk break off, by damage or loss. While there is any, nothing should be written.
    #[must_use]
    pub fn broken(&self) -> Vec<ChangeId> {
        self.broken.borrow().clone()
    }

    /// The chains that forked, and from where on they are set aside.
    #[must_use]
    pub fn forks(&self) -> Vec<ChangeId> {
        self.forks.borrow().iter().collect()
    }

    /// Who writes from now on.
    pub fn set_author(&self, staff: Option<Uuid>) {
        self.author.set(staff);
    }

    /// Who writes.
    #[must_use]
    pub fn author(&self) -> Option<Uuid> {
        self.author.get()
    }

    /// Folds what is on the disk and not yet in memory, as another tab has written it. The past stays as it was.
    ///
    /// # Errors
    /// What the storage says.
    pub async fn catch_up(&self) -> Result<KindSet, StorageError> {
        if self.is_past {
            return Ok(KindSet::default());
        }
        let forks: Forks = read_slot(&*self.storage, FORKS_SLOT).await?;
        if forks.cuts != *self.state.borrow().cuts() {
            self.state.replace(State::with_cuts(forks.cuts.clone()));
            self.own.replace(None);
            self.pieces.take();
        }
        self.forks.replace(forks);
        self.fold_tail().await
    }

    async fn fold_tail(&self) -> Result<KindSet, StorageError> {
        let known = self.state.borrow().vector().clone();
        let mut broken = Vec::new();
        let mut kinds = KindSet::default();
        for frame in self.storage.read_after(&known).await? {
            let outcome = Signed::decode(&frame.bytes).map(|signed| {
                kinds = kinds.union(kinds_of(&signed.change));
                self.fold(&signed)
            });
            if !matches!(outcome, Ok(Outcome::Folded | Outcome::Known | Outcome::Aside)) {
                broken.push(frame.id);
            }
        }
        broken.dedup_by_key(|id| id.replica);
        self.broken.replace(broken);
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
        if self.tail.get() < TAIL || self.is_past || !self.broken.borrow().is_empty() {
            return Ok(false);
        }
        let _turn = self.gate.lock().await;
        let pieces = snapshot::write(&mut self.state.borrow_mut(), &mut self.pieces.borrow_mut());
        self.tail.set(0);
        let written = self.storage.write_pieces(&pieces).await;
        if written.is_err() {
            snapshot::set_all_dirty(&mut self.state.borrow_mut());
            self.tail.set(TAIL);
        }
        written.map(|()| true)
    }

    /// Those changes, in the order asked.
    ///
    /// # Errors
    /// What the storage says; `Damaged` when one of them cannot be read.
    pub async fn read(&self, ids: &[ChangeId]) -> Result<Vec<Change>, StorageError> {
        Ok(self.read_signed(ids).await?.into_iter().map(|signed| signed.change).collect())
    }

    async fn read_signed(&self, ids: &[ChangeId]) -> Result<Vec<Signed>, StorageError> {
        let frames = self.storage.read(ids).await?;
        let decoded = frames.iter().map(|frame| Signed::decode(&frame.bytes));
        decoded.collect::<Result<_, _>>().map_err(|_| StorageError::Damaged)
    }

    async fn write(&self, intent: Intent, batches: Vec<Vec<RecordOps>>) -> Result<Saved, Refusal> {
        if self.is_past || !self.broken.borrow().is_empty() {
            return Err(Refusal::Storage(StorageError::ReadOnly));
        }
        let batches: Vec<_> =
            batches.into_iter().filter(|records| records.iter().any(|ops| !ops.fields.is_empty())).collect();
        let mut saved = Saved { change: None, intent, kinds: KindSet::default() };
        if batches.is_empty() {
            return Ok(saved);
        }
        let changes = self.chain(intent, batches).await?;
        self.storage.append(&changes.iter().map(Signed::frame).collect::<Vec<_>>()).await?;
        for signed in &changes {
            self.fold(signed);
            saved.change = Some(signed.change.id);
            saved.kinds = saved.kinds.union(kinds_of(&signed.change));
        }
        Ok(saved)
    }

    /// The next changes of this replica's chain.
    async fn chain(&self, intent: Intent, batches: Vec<Vec<RecordOps>>) -> Result<Vec<Signed>, Refusal> {
        let signer = self.own_signer().await?;
        let replica = replica_of(&signer.public_key());
        let (mut seq, mut previous, mut clock) = {
            let state = self.state.borrow();
            (state.vector().seq(replica), state.vector().hash(replica), state.clock())
        };
        let mut changes = Vec::new();
        for records in batches {
            seq += 1;
            let (id, time) = (ChangeId { replica, seq }, clock.tick(self.world.now()));
            let (author, intent) = (self.author.get(), intent.number());
            let change = Change { scope: SCOPE, id, previous, time, author, intent, records };
            let signed = change.sign(&*signer).await.ok_or(Refusal::Unsigned)?;
            previous = signed.hash;
            changes.push(signed);
        }
        Ok(changes)
    }

    fn fold(&self, signed: &Signed) -> Outcome {
        self.tail.set(self.tail.get() + 1);
        self.state.borrow_mut().fold(&signed.change, signed.hash)
    }

    /// All frames of the log that are there.
    async fn log(&self) -> Result<Vec<Frame>, StorageError> {
        self.storage.read_after(&Vector::default()).await
    }

    /// All frames of the log; `Damaged` when one that counts is not there or cannot be read. (A start with a snapshot reads
    /// only what lies beyond it.)
    async fn whole_log(&self) -> Result<Vec<Frame>, StorageError> {
        let vector = self.state.borrow().vector().clone();
        let frames = self.log().await?;
        let counted = frames.iter().filter(|frame| vector.has(frame.id) && !frame.bytes.is_empty()).count();
        if counted as u64 == vector.total() { Ok(frames) } else { Err(StorageError::Damaged) }
    }
}

/// The scope of an installation that has one: the city of Siping (GB/T 2260).
pub const SCOPE: u32 = 220_300;

pub(crate) fn kinds_of(change: &Change) -> KindSet {
    let kinds = change.records.iter().filter_map(|ops| Kind::from_number(ops.kind));
    kinds.fold(KindSet::default(), KindSet::with)
}
