//! What comes from outside: first examined (a dry run that writes nothing), then accepted whole, or not at all.
//! A change can only add. What is forged or unreadable refuses the whole; what contradicts itself is set aside.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Kind, Uuid};

use super::{FORKS_SLOT, Refusal, Store, write_slot};
use crate::change::{DecodeError, Hash, Signed, is_genuine};
use crate::fork::{Forks, first_contradiction};
use crate::query::{conflicts, findings};
use crate::state::{KindSet, Outcome};
use crate::{ChangeId, Frame, ReplicaId, State, StorageError, Vector};

/// How many changes are looked at between two breaths.
const CHUNK: usize = 500;

/// Why nothing can be taken from what came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// The change of that number, from 1, is none.
    Malformed(usize),
    /// A newer version wrote it.
    Newer(u8),
    /// It is of another installation's scope.
    OtherScope(u32),
    /// A change is not signed by the replica that it names.
    Forged(ChangeId),
    /// The one who waits has ended it.
    Cancelled,
    /// The storage failed.
    Storage(StorageError),
}

impl From<StorageError> for ImportError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

/// What accepting would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Changes that are new here.
    pub changes: usize,
    /// Changes that were here before.
    pub known: usize,
    /// Records that they make.
    pub added: usize,
    /// Records that were here and that they touch.
    pub changed: usize,
    /// Fields that will stand with more than one value and do not now.
    pub conflicts: usize,
    /// Findings that there will be and are not now.
    pub findings: usize,
    /// Chains that turn out to have forked, or earlier than was known.
    pub forks: Vec<ChangeId>,
    /// Changes whose predecessors are missing: they wait for an earlier bundle and are not taken.
    pub waiting: usize,
    /// Values that a newer version of the app will show.
    pub newer: usize,
}

/// An examined import, to be accepted or dropped.
pub struct Import {
    /// What accepting it would do.
    pub report: Report,
    state: State,
    frames: Vec<Frame>,
    forks: Forks,
    /// What was known when it was examined.
    base: (Vector, Forks),
    /// The ends of the chains that came.
    shown: Vec<ChangeId>,
}

impl std::fmt::Debug for Import {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Import({:?})", self.report)
    }
}

type Chains = BTreeMap<ReplicaId, Vec<Signed>>;

/// What is to be done with the changes that came.
#[derive(Default)]
struct Sorted {
    fresh: Vec<Signed>,
    forks: Forks,
    known: usize,
    waiting: usize,
}

impl Store {
    /// Examines changes that came from outside, and writes nothing. `step` hears how many of how many are looked at, and
    /// ends it by answering `false`.
    ///
    /// # Errors
    /// Why nothing can be taken.
    pub async fn examine(
        &self,
        changes: &[Vec<u8>],
        mut step: impl AsyncFnMut(usize, usize) -> bool,
    ) -> Result<Import, ImportError> {
        let total = changes.len() * 2;
        let mut chains = Chains::new();
        for (number, bytes) in changes.iter().enumerate() {
            if number % CHUNK == 0 && !step(number, total).await {
                return Err(ImportError::Cancelled);
            }
            let signed = decode(bytes, number + 1)?;
            chains.entry(signed.change.id.replica).or_default().push(signed);
        }
        let shown = chains.values_mut().filter_map(in_order).collect();
        let sorted = self.sort(chains).await?;
        let before = self.forks.borrow().cuts.clone();
        let mut state = match sorted.forks.cuts == before {
            true => self.state.borrow().clone(),
            false => self.refolded(&sorted.forks).await?,
        };
        for (number, signed) in sorted.fresh.iter().enumerate() {
            if number % CHUNK == 0 && !step(changes.len() + number, total).await {
                return Err(ImportError::Cancelled);
            }
            state.fold(&signed.change, signed.hash);
        }
        let report = self.report(&sorted, &state);
        let base = (self.state.borrow().vector().clone(), self.forks.borrow().clone());
        let frames = sorted.fresh.iter().map(Signed::frame).collect();
        Ok(Import { report, state, frames, forks: sorted.forks, base, shown })
    }

    /// Takes an examined import in, whole: it is on the disk when this answers. `from` is the tablet that it came from.
    ///
    /// # Errors
    /// `Overtaken` when something was saved since it was examined (examine it again); what the disk says. Then nothing
    /// has changed.
    pub async fn accept(&self, import: Import, from: ReplicaId) -> Result<KindSet, Refusal> {
        let _turn = self.gate.lock().await;
        if import.base.0 != *self.state.borrow().vector() || import.base.1 != *self.forks.borrow() {
            return Err(Refusal::Overtaken);
        }
        if self.is_past || !self.broken.borrow().is_empty() {
            return Err(Refusal::Storage(StorageError::ReadOnly));
        }
        let is_forked = import.forks != *self.forks.borrow();
        if let Err(error) = self.keep(&import, is_forked).await {
            if is_forked {
                self.take_back(&import.forks).await;
            }
            return Err(Refusal::Storage(error));
        }
        // It is taken. What follows can fail without harm: a snapshot with other cuts is not read, and what a peer knows
        // it will show again.
        if is_forked {
            let _ = self.storage.clear_pieces().await;
            self.own.replace(None);
            self.pieces.take();
        }
        self.tail.set(self.tail.get() + import.frames.len() as u64);
        self.forks.replace(import.forks);
        self.state.replace(import.state);
        if is_forked {
            crate::snapshot::set_all_dirty(&mut self.state.borrow_mut());
        }
        let _ = self.learn(from, &import.shown).await;
        Ok(Kind::ALL.iter().copied().fold(KindSet::default(), KindSet::with))
    }

    /// What forked is known before any of it lies in the log: there it would look like damage.
    async fn keep(&self, import: &Import, is_forked: bool) -> Result<(), StorageError> {
        if is_forked {
            write_slot(&*self.storage, FORKS_SLOT, &import.forks).await?;
        }
        self.storage.append(&import.frames).await
    }

    /// Takes back what may have been written of forks. Where that fails, too, memory and disk differ: nothing more is
    /// written until the disk is read anew.
    async fn take_back(&self, forks: &Forks) {
        let before = self.forks.borrow().clone();
        if write_slot(&*self.storage, FORKS_SLOT, &before).await.is_err() {
            self.broken.replace(forks.iter().collect());
        }
    }

    async fn sort(&self, chains: Chains) -> Result<Sorted, ImportError> {
        let mut sorted = Sorted { forks: self.forks.borrow().clone(), ..Sorted::default() };
        for (replica, chain) in chains {
            match self.link(replica, &chain).await? {
                Some(from) => sorted.take(chain, from, self.state.borrow().vector().seq(replica)),
                None => self.set_aside(replica, chain, &mut sorted).await?,
            }
        }
        Ok(sorted)
    }

    /// How many changes from the front of the chain are known or connect to what is known; nothing when it contradicts
    /// what is known, or itself.
    async fn link(&self, replica: ReplicaId, chain: &[Signed]) -> Result<Option<usize>, ImportError> {
        if self.forks.borrow().cuts.contains_key(&replica) {
            return Ok(None);
        }
        let (seq, hash) = {
            let state = self.state.borrow();
            (state.vector().seq(replica), state.vector().hash(replica))
        };
        let known = chain.partition_point(|signed| signed.change.id.seq <= seq);
        if !self.is_ours(&chain[..known], seq, hash).await? {
            return Ok(None);
        }
        let Some(connected) = connected(&chain[known..], seq, hash) else { return Ok(None) };
        match forged(&chain[known..]) {
            Some(id) => Err(ImportError::Forged(id)),
            None if has_two_at_one_place(chain) => Ok(None),
            None => Ok(Some(known + connected)),
        }
    }

    /// Whether changes at known places are those that are here. The last one of a run without a gap vouches for all of it.
    async fn is_ours(&self, known: &[Signed], seq: u32, hash: Hash) -> Result<bool, ImportError> {
        let follows = |a: &Signed, b: &Signed| a.change.id.seq + 1 == b.change.id.seq;
        let mut ends = Vec::new();
        for run in known.chunk_by(follows) {
            if run.windows(2).any(|pair| pair[0].hash != pair[1].change.previous) {
                return Ok(false);
            }
            ends.extend(run.last());
        }
        if let Some(last) = ends.pop_if(|last| last.change.id.seq == seq)
            && last.hash != hash
        {
            return Ok(false);
        }
        let ids: Vec<ChangeId> = ends.iter().map(|end| end.change.id).collect();
        let ours = self.storage.read(&ids).await?;
        Ok(ours.len() == ends.len() && ours.iter().zip(&ends).all(|(frame, end)| frame.bytes == end.bytes))
    }

    /// Sets a chain aside from its first contradiction on. Only what its replica signed counts as one.
    async fn set_aside(&self, replica: ReplicaId, chain: Vec<Signed>, sorted: &mut Sorted) -> Result<(), ImportError> {
        if let Some(id) = forged(&chain) {
            return Err(ImportError::Forged(id));
        }
        let ours = self.log().await?.into_iter().filter(|frame| frame.id.replica == replica);
        let ours: BTreeMap<u32, Signed> =
            ours.filter_map(|frame| Some((frame.id.seq, Signed::decode(&frame.bytes).ok()?))).collect();
        let kept = sorted.forks.others.iter().filter_map(|bytes| Signed::decode(bytes).ok());
        let kept: Vec<Signed> = kept.filter(|signed| signed.change.id.replica == replica).collect();
        if let Some(seq) = first_contradiction(ours.values().chain(&kept).chain(&chain)) {
            sorted.forks.cut(replica, seq);
        }
        let cut = sorted.forks.cuts.get(&replica).copied().unwrap_or(u32::MAX);
        let mut taken: BTreeMap<u32, Hash> = ours.iter().map(|(seq, signed)| (*seq, signed.hash)).collect();
        let mut next = 1;
        for signed in chain {
            let seq = signed.change.id.seq;
            while taken.contains_key(&next) {
                next += 1;
            }
            // What counts never lies in the log without its predecessor.
            if seq > next && seq < cut && !taken.contains_key(&seq) {
                sorted.waiting += 1;
                continue;
            }
            match *taken.entry(seq).or_insert(signed.hash) {
                hash if hash != signed.hash => sorted.forks.keep(signed.bytes),
                _ if ours.contains_key(&seq) => sorted.known += 1,
                _ => sorted.fresh.push(signed),
            }
        }
        Ok(())
    }

    async fn refolded(&self, forks: &Forks) -> Result<State, StorageError> {
        let mut state = State::with_cuts(forks.cuts.clone());
        for frame in self.log().await? {
            let signed = Signed::decode(&frame.bytes).map_err(|_| StorageError::Damaged)?;
            if let Outcome::Early | Outcome::Fork = state.fold(&signed.change, signed.hash) {
                return Err(StorageError::Damaged);
            }
        }
        Ok(state)
    }

    fn report(&self, sorted: &Sorted, after: &State) -> Report {
        let before = self.state.borrow();
        let (added, changed): (BTreeSet<_>, BTreeSet<_>) =
            touched(&sorted.fresh, after.vector()).partition(|(kind, id)| before.touched(*kind, *id).is_empty());
        let (now, today) = (self.world.now(), self.world.today());
        let found: BTreeSet<String> =
            findings::findings(&before, today, now).iter().map(findings::Finding::key).collect();
        let will = findings::findings(after, today, now);
        let stood: BTreeSet<_> = conflicts::conflicts(&before).iter().map(conflicts::Conflict::place).collect();
        let stand = conflicts::conflicts(after);
        let cuts = self.forks.borrow().cuts.clone();
        Report {
            changes: sorted.fresh.len(),
            known: sorted.known,
            added: added.len(),
            changed: changed.len(),
            conflicts: stand.iter().filter(|conflict| !stood.contains(&conflict.place())).count(),
            findings: will.iter().filter(|finding| !found.contains(&finding.key())).count(),
            forks: sorted.forks.iter().filter(|fork| cuts.get(&fork.replica) != Some(&fork.seq)).collect(),
            waiting: sorted.waiting,
            newer: after.foreign_count().saturating_sub(before.foreign_count()),
        }
    }
}

impl Sorted {
    /// Takes the connected front of a chain.
    fn take(&mut self, chain: Vec<Signed>, connected: usize, seq: u32) {
        self.waiting += chain.len() - connected;
        for signed in chain.into_iter().take(connected) {
            match signed.change.id.seq > seq {
                true => self.fresh.push(signed),
                false => self.known += 1,
            }
        }
    }
}

fn decode(bytes: &[u8], number: usize) -> Result<Signed, ImportError> {
    let signed = Signed::decode(bytes).map_err(|error| match error {
        DecodeError::Version(version) => ImportError::Newer(version),
        DecodeError::Malformed => ImportError::Malformed(number),
    })?;
    match signed.change.scope {
        super::SCOPE => Ok(signed),
        scope => Err(ImportError::OtherScope(scope)),
    }
}

/// Puts a chain in order, each change once; answers its end.
fn in_order(chain: &mut Vec<Signed>) -> Option<ChangeId> {
    chain.sort_by_key(|signed| (signed.change.id.seq, signed.hash));
    chain.dedup_by(|a, b| a.hash == b.hash);
    chain.last().map(|signed| signed.change.id)
}

/// How many changes follow one another from that place on; nothing when one names another predecessor.
fn connected(chain: &[Signed], mut seq: u32, mut hash: Hash) -> Option<usize> {
    for (number, signed) in chain.iter().enumerate() {
        if signed.change.id.seq != seq + 1 {
            return Some(number);
        }
        if signed.change.previous != hash {
            return None;
        }
        (seq, hash) = (seq + 1, signed.hash);
    }
    Some(chain.len())
}

fn has_two_at_one_place(chain: &[Signed]) -> bool {
    chain.windows(2).any(|pair| pair[0].change.id.seq == pair[1].change.id.seq)
}

/// Whether all is signed: the last change of a run vouches for all of it. Answers the first that is not.
fn forged(chain: &[Signed]) -> Option<ChangeId> {
    let follows = |a: &Signed, b: &Signed| a.change.id.seq + 1 == b.change.id.seq && a.hash == b.change.previous;
    let mut ends = chain.chunk_by(follows).filter_map(<[Signed]>::last);
    ends.find(|end| !is_genuine(&end.bytes)).map(|end| end.change.id)
}

/// The records that changes touch, as far as they count.
fn touched(changes: &[Signed], counted: &Vector) -> impl Iterator<Item = (Kind, Uuid)> {
    let changes = changes.iter().filter(|signed| counted.has(signed.change.id));
    let records = changes.flat_map(|signed| &signed.change.records);
    records.filter_map(|ops| Kind::from_number(ops.kind).map(|kind| (kind, ops.id)))
}
