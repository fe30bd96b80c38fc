//! One tablet: the production store over a sealed disk, the second copy beside it, and the witness; killed, started anew,
//! and recovered as the app does it.

use std::rc::Rc;

use futures::executor::block_on;
use replica::change::Hash;
use replica::sealed::open_frame;
use replica::second_copy::KEPT_TWICE;
use replica::testing::{Disk, Fault, Files};
use replica::{
    ChangeId, Command, DataKey, ImportError, Refusal, ReplicaId, Saved, SealedStorage, Sealer, Storage, StorageError,
    Store, Vector, Witness, World as _,
};

use crate::chance::Chance;
use crate::world::TabletWorld;

/// What a start found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// All is there.
    Whole,
    /// Chains on the disk break off.
    Broken,
    /// The witness remembers more.
    Shorter,
    /// Something that cannot be done without is damaged.
    Refused,
}

/// A tablet.
pub struct Tablet {
    /// Its disk.
    pub disk: Rc<Disk>,
    /// The second copy: the log, and the slots that are kept twice.
    pub copy: Files,
    /// Its clock and chance.
    pub world: Rc<TabletWorld>,
    /// Its store.
    pub store: Store,
    /// A part of the log is damaged under its snapshot, and nobody knows.
    pub is_hurt: bool,
    /// A write was not answered: what is on the disk may be more than what is in memory.
    pub is_vague: bool,
    /// The last change that was saved here.
    pub last: Option<ChangeId>,
    key: [u8; 32],
    witness: Option<Witness>,
    /// What was there when something was last acknowledged.
    sure: (Hash, Vector),
    /// What it showed when that was last looked at.
    shown: Hash,
}

/// Something that the store promised did not hold.
pub type Broken = String;

/// Fails with a sentence.
macro_rules! hold {
    ($condition:expr, $($sentence:tt)+) => {
        if !$condition {
            return Err(format!($($sentence)+));
        }
    };
}
pub(crate) use hold;

fn open(disk: &Rc<Disk>, key: &[u8; 32], world: &Rc<TabletWorld>) -> Result<Store, StorageError> {
    let below: Rc<dyn Storage> = disk.clone();
    let sealed = SealedStorage::new(below, &DataKey::new(*key));
    block_on(Store::open(Rc::new(sealed), world.clone()))
}

impl Tablet {
    /// A new tablet.
    ///
    /// # Errors
    /// When even that fails.
    pub fn new(seed: u64) -> Result<Self, Broken> {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_be_bytes());
        Self::over(Rc::default(), key, seed)
    }

    fn over(disk: Rc<Disk>, key: [u8; 32], seed: u64) -> Result<Self, Broken> {
        let world = Rc::new(TabletWorld::new(seed));
        let store = open(&disk, &key, &world).map_err(|error| format!("a new tablet: {error:?}"))?;
        let sure = (store.state().canonical_hash(), store.state().vector().clone());
        let (copy, witness, last, shown) = (Files::default(), None, None, sure.0);
        Ok(Self { disk, copy, world, store, is_hurt: false, is_vague: false, last, key, witness, sure, shown })
    }

    /// A tablet that begins as an image of this one.
    ///
    /// # Errors
    /// When the image does not open as this one is.
    pub fn cloned(&self, seed: u64) -> Result<Self, Broken> {
        let mut clone = Self::over(Rc::new(self.disk.copy()), self.key, seed)?;
        clone.copy = self.copy.clone();
        clone.witness.clone_from(&self.witness);
        hold!(clone.hash() == self.hash(), "an image shows something else");
        Ok(clone)
    }

    /// Its canonical hash.
    #[must_use]
    pub fn hash(&self) -> Hash {
        self.store.state().canonical_hash()
    }

    /// Under which name it writes.
    #[must_use]
    pub fn name(&self) -> ReplicaId {
        self.store.own_replica().unwrap_or(ReplicaId([0; 16]))
    }

    /// Runs a command; answers what was acknowledged.
    ///
    /// # Errors
    /// When a refusal changed anything.
    pub fn run(&mut self, command: &dyn Command) -> Result<Vec<(Hash, ChangeId)>, Broken> {
        let before = self.store.state().vector().clone();
        let answer = block_on(self.store.run(command));
        self.heard(answer, &before)
    }

    /// Takes in what the store answered to a save.
    ///
    /// # Errors
    /// When a refusal changed anything, or what was saved is not there.
    pub fn heard(&mut self, answer: Result<Saved, Refusal>, before: &Vector) -> Result<Vec<(Hash, ChangeId)>, Broken> {
        match answer {
            Ok(Saved { change: None, .. }) => Ok(vec![]),
            Ok(Saved { change: Some(id), .. }) => {
                let first = before.seq(id.replica) + 1;
                let ids: Vec<ChangeId> = (first..=id.seq).map(|seq| ChangeId { seq, ..id }).collect();
                self.last = Some(id);
                self.acknowledged();
                self.hashes_of(&ids)
            }
            Err(refusal) => {
                hold!(self.hash() == self.shown, "{refusal:?} changed something");
                let is_expected = matches!(refusal, Refusal::Storage(_) | Refusal::Overtaken);
                hold!(is_expected, "a save was refused with {refusal:?}");
                self.is_vague |= matches!(refusal, Refusal::Storage(_));
                Ok(vec![])
            }
        }
    }

    fn hashes_of(&self, ids: &[ChangeId]) -> Result<Vec<(Hash, ChangeId)>, Broken> {
        let frames = block_on(self.store.storage().read(ids)).map_err(|error| format!("reading: {error:?}"))?;
        hold!(frames.len() == ids.len(), "what was just saved is not on the disk");
        let decoded = frames.iter().map(|frame| replica::change::Signed::decode(&frame.bytes));
        let hashes = decoded.zip(ids).map(|(signed, id)| Ok((signed.map_err(|e| format!("{id:?}: {e:?}"))?.hash, *id)));
        hashes.collect()
    }

    /// Takes changes in. `is_sound` says whether nothing in them was tampered with: then they must be taken.
    ///
    /// # Errors
    /// When a refusal changed anything, or there was no reason for it.
    pub fn take(
        &mut self,
        changes: &[Vec<u8>],
        from: ReplicaId,
        is_sound: bool,
    ) -> Result<Option<ImportError>, Broken> {
        let before = self.store.state().vector().clone();
        let import = match block_on(self.store.examine(changes, async |_, _| true)) {
            Ok(import) => import,
            Err(error) => {
                hold!(self.hash() == self.shown, "{error:?} changed something");
                let is_known = matches!(error, ImportError::Storage(_)) && (self.is_hurt || self.is_vague);
                hold!(!is_sound || is_known, "a sound bundle was refused with {error:?}");
                return Ok(Some(error));
            }
        };
        hold!(*self.store.state().vector() == before, "an examination changed something");
        match block_on(self.store.accept(import, from)) {
            Ok(_) => self.acknowledged(),
            Err(refusal) => {
                hold!(self.hash() == self.shown, "{refusal:?} changed something");
                hold!(matches!(refusal, Refusal::Storage(_)), "an import was refused with {refusal:?}");
                self.is_vague = true;
            }
        }
        Ok(None)
    }

    /// After an acknowledgement: the second copy and the witness follow.
    fn acknowledged(&mut self) {
        let files = self.disk.files.borrow();
        for (id, frame) in &files.log {
            self.copy.log.entry(*id).or_insert_with(|| frame.clone());
        }
        let kept = files.slots.iter().filter(|(key, _)| key.starts_with(KEPT_TWICE));
        self.copy.slots.extend(kept.map(|(key, content)| (key.clone(), content.clone())));
        drop(files);
        let state = self.store.state();
        self.witness = Some(Witness::of(&state, self.world.now()));
        self.sure = (state.canonical_hash(), state.vector().clone());
        self.shown = self.sure.0;
    }

    /// Ends the app and starts it anew.
    pub fn start(&mut self) -> Start {
        self.disk.calm();
        self.last = None;
        match open(&self.disk, &self.key, &self.world) {
            Ok(store) => self.store = store,
            Err(_) => return Start::Refused,
        }
        let is_shorter = self.witness.as_ref().is_some_and(|witness| witness.remembers_more_than(&self.store.state()));
        match self.store.broken().is_empty() {
            false => Start::Broken,
            true if is_shorter => Start::Shorter,
            true => Start::Whole,
        }
    }

    /// Whether what was acknowledged is there, after a start that found all whole.
    ///
    /// # Errors
    /// When something else is there.
    pub fn check_whole(&mut self) -> Result<(), Broken> {
        if !self.is_vague {
            hold!(self.hash() == self.sure.0, "after a start it shows something else");
        }
        self.is_vague = false;
        let forks = self.store.forks();
        for head in self.sure.1.iter() {
            let is_forked = forks.iter().any(|fork| fork.replica == head.replica);
            let is_there = self.store.state().vector().seq(head.replica) >= head.seq;
            hold!(is_there || is_forked, "after a start the chain of {:?} is shorter", head.replica);
        }
        self.acknowledged();
        Ok(())
    }

    /// Recovers from the second copy, under a new name; from the files themselves, or by importing what they hold.
    ///
    /// # Errors
    /// When not all that was acknowledged is there then.
    pub fn recover(&mut self, chance: &Chance) -> Result<(), Broken> {
        let slots = self.copy.slots.clone();
        let files = Files { log: self.copy.log.clone(), slots, ..Files::default() };
        self.disk = Rc::new(Disk::of(files));
        let started = self.start();
        hold!(matches!(started, Start::Whole | Start::Shorter), "the second copy: {started:?}");
        self.is_hurt = false;
        if chance.is(1, 2) {
            let (all, _) =
                block_on(self.store.outgoing(None)).map_err(|error| format!("the second copy: {error:?}"))?;
            self.disk = Rc::default();
            self.copy = Files::default();
            self.start();
            self.take(&all, self.name(), true)?;
        }
        self.check_whole()
    }

    /// How many frames of the second copy cannot be read; with those that are missing.
    #[must_use]
    pub fn unreadable_in_copy(&self) -> usize {
        let sealer = Sealer::new(&DataKey::new(self.key));
        let damaged = self.copy.log.values().filter(|frame| open_frame(&sealer, frame).bytes.is_empty()).count();
        let files = self.disk.files.borrow();
        damaged + files.log.keys().filter(|id| !self.copy.log.contains_key(id)).count()
    }

    /// Whether the second copy holds changes that the log does not.
    #[must_use]
    pub fn lacks_what_was_copied(&self) -> bool {
        let files = self.disk.files.borrow();
        self.copy.log.keys().any(|id| !files.log.contains_key(id))
    }

    /// Another tab over the same disk.
    ///
    /// # Errors
    /// When it does not open.
    pub fn follower(&self) -> Result<Store, Broken> {
        open(&self.disk, &self.key, &self.world).map_err(|error| format!("a follower: {error:?}"))
    }

    /// Orders a fault for one of the next writes.
    pub fn order_fault(&self, chance: &Chance) {
        let fault = *chance.one(&[Fault::Refused, Fault::Unanswered, Fault::Torn(0), Fault::Torn(1), Fault::Torn(9)]);
        self.disk.order(u32::try_from(chance.below(4)).unwrap_or(0), fault);
    }
}
