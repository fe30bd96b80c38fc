//! Keeps the second copy of the books that this tab writes. What the database has taken goes on to the copy, in order,
//! and nobody waits for it. When that fails, or nobody knows how far the copy reaches, it is compared with the
//! database, and what it lacks is appended; that it holds more is told. It must never write over a copy of other books:
//! they may have to be recovered.

use std::cell::{Cell, RefCell};
use std::rc::Weak;

use async_trait::async_trait;
use futures::StreamExt;
use futures::channel::mpsc::{self, UnboundedReceiver, UnboundedSender};
use futures::channel::oneshot;
use futures::future::ready;
use replica::second_copy::{CopyContent, CopyExtent, KEPT_TWICE};
use replica::{ChangeId, DeviceEvent, Frame, SecondCopy, Storage, StorageError, Vector};
use wasm_bindgen_futures::spawn_local;

use crate::breath;
use crate::events::Events;
use crate::indexed_db::IndexedDbStorage;
use crate::second_copy::WorkerCopy;

/// The copy is first compared after the page had time to show itself, unless somebody waits for it.
const AFTER_START_MILLIS: u32 = 1_000;

/// What the copy is to take.
enum Job {
    /// Whatever it lacks.
    Compare,
    /// Frames that the database has taken.
    Frames(Vec<Frame>),
    /// A slot that the database has filled.
    Slot(String, Vec<u8>),
    /// Nothing: it is dropped when all that was ordered before is done, and somebody waits for that.
    Turn { _waits: oneshot::Sender<()> },
}

/// Orders to the one that keeps the copy; clones lead to the same one.
#[derive(Clone)]
pub(crate) struct Orders(UnboundedSender<Job>);

impl Orders {
    /// Makes the road for orders; what waits on it is done once a keeper has been started.
    pub(crate) fn road() -> (Self, Waiting) {
        let (orders, waiting) = mpsc::unbounded();
        (Self(orders), Waiting(waiting))
    }

    pub(crate) fn compare(&self) {
        self.send(Job::Compare);
    }

    pub(crate) fn frames(&self, frames: &[Frame]) {
        self.send(Job::Frames(frames.to_vec()));
    }

    /// Passes those slots on that are kept twice. An emptied one stays in the copy: absence is no authority.
    pub(crate) fn slot(&self, key: &str, content: Option<&[u8]>) {
        if let (true, Some(content)) = (key.starts_with(KEPT_TWICE), content) {
            self.send(Job::Slot(key.to_owned(), content.to_vec()));
        }
    }

    /// Answers when all that was ordered before is done, or has failed.
    pub(crate) async fn turn(&self) {
        let (waits, turn) = oneshot::channel();
        self.send(Job::Turn { _waits: waits });
        // Nothing is said; it is dropped.
        let _ = turn.await;
    }

    fn send(&self, job: Job) {
        // Nobody hears it after the books were closed.
        let _ = self.0.unbounded_send(job);
    }
}

/// Orders that wait.
pub(crate) struct Waiting(UnboundedReceiver<Job>);

/// The one that keeps the copy.
pub(crate) struct Keeper {
    copy: WorkerCopy,
    log: Weak<IndexedDbStorage>,
    /// Whether this tab has the right to write.
    is_writer: Box<dyn Fn() -> bool>,
    events: Events,
    /// Whether it is known that the copy holds what it was given.
    is_even: Cell<bool>,
    told: RefCell<Option<DeviceEvent>>,
    /// Whether it is known that the copy holds more.
    is_more_known: Cell<bool>,
}

impl Keeper {
    pub(crate) fn new(
        copy: WorkerCopy,
        log: Weak<IndexedDbStorage>,
        is_writer: impl Fn() -> bool + 'static,
        events: Events,
    ) -> Self {
        let (is_writer, is_even) = (Box::new(is_writer), Cell::new(false));
        Self { copy, log, is_writer, events, is_even, told: RefCell::default(), is_more_known: Cell::new(false) }
    }

    /// Whether it is no news to this page that the copy holds more.
    pub(crate) fn with_more_known(self, is_known: bool) -> Self {
        self.is_more_known.set(is_known);
        self
    }

    /// Compares, then does what is ordered, one after the other, until nobody can order anything more.
    pub(crate) fn start(self, waiting: Waiting) {
        spawn_local(async move {
            let mut waiting = waiting.0;
            let turn = rest(&mut waiting).await;
            self.keep(Job::Compare).await;
            drop(turn);
            self.work(waiting).await;
            self.copy.release().await;
        });
    }

    async fn work(&self, mut waiting: UnboundedReceiver<Job>) {
        while let Some(job) = waiting.next().await {
            let mut found_with_it = Vec::new();
            if !self.is_even.get() {
                // The comparison finds what these would bring. Turns among them come when it is done.
                found_with_it.extend(std::iter::from_fn(|| waiting.try_recv().ok()));
            }
            self.keep(job).await;
            drop(found_with_it);
        }
    }

    /// Does the job if this tab writes; lets go of the files if it does not.
    async fn keep(&self, job: Job) {
        if (self.is_writer)() {
            self.take(&job).await;
        }
        if !(self.is_writer)() {
            self.is_even.set(false);
            self.copy.release().await;
        }
    }

    async fn take(&self, job: &Job) {
        let is_even = self.is_even.get();
        let done = match job {
            Job::Frames(frames) if is_even => self.copy.append(frames).await,
            Job::Slot(key, content) if is_even => self.copy.keep_slot(key, content).await,
            Job::Turn { .. } if is_even => Ok(()),
            _ => self.compare().await,
        };
        self.is_even.set(done.is_ok());
        // What fails because the books are being closed concerns nobody.
        if (self.is_writer)() {
            self.tell(done.map_or_else(DeviceEvent::CopyFailed, |()| DeviceEvent::CopyComplete));
        }
    }

    async fn compare(&self) -> Result<(), StorageError> {
        let Some(log) = self.log.upgrade() else { return Ok(()) };
        let extent = self.copy.extent().await?;
        if is_of_other_books(&extent, &log).await? {
            self.tell_of_more(!extent.heads.is_empty());
            return Err(StorageError::Other("the second copy is of other books".into()));
        }
        self.copy.append(&log.read_after(&extent.vector()).await?).await?;
        // What was appended may have closed a gap, before which a chain seemed to end.
        let has_more = has_more(&self.copy.extent().await?, &log).await?;
        self.tell_of_more(has_more);
        self.keep_slots(&log, has_more).await
    }

    /// Keeps all slots; in a copy that holds more, which may be the newer one, only those that it has not.
    async fn keep_slots(&self, log: &IndexedDbStorage, has_more: bool) -> Result<(), StorageError> {
        let there = if has_more { self.copy.read().await?.slots } else { Vec::new() };
        for (key, content) in log.slots_under(KEPT_TWICE).await? {
            if there.iter().all(|(name, _)| *name != key) {
                self.copy.keep_slot(&key, &content).await?;
            }
        }
        Ok(())
    }

    /// Somebody has to look, once: it is not for this module to judge which of both is right.
    fn tell_of_more(&self, has_more: bool) {
        if has_more && (self.is_writer)() && !self.is_more_known.replace(true) {
            self.events.tell(DeviceEvent::CopyHasMore);
        }
    }

    /// Only what is news.
    fn tell(&self, event: DeviceEvent) {
        let told = self.told.replace(Some(event.clone()));
        if told.as_ref() != Some(&event) {
            self.events.tell(event);
        }
    }
}

/// Waits until the page had time, or until somebody waits for his turn. The comparison that follows finds what the other
/// orders would bring.
async fn rest(waiting: &mut UnboundedReceiver<Job>) -> Option<Job> {
    let mut turns = waiting.filter(|job| ready(matches!(job, Job::Turn { .. })));
    breath::within(AFTER_START_MILLIS, turns.next()).await.flatten()
}

/// Whether something lies in the copy, and no chain of it is in the database.
async fn is_of_other_books(extent: &CopyExtent, log: &IndexedDbStorage) -> Result<bool, StorageError> {
    if extent.heads.is_empty() {
        return Ok(extent.unreadable > 0 && log.read_after(&Vector::default()).await?.is_empty());
    }
    let firsts: Vec<ChangeId> = extent.heads.keys().map(|replica| ChangeId { replica: *replica, seq: 1 }).collect();
    Ok(log.read(&firsts).await?.is_empty())
}

/// Whether a chain goes on in the copy beyond what the database has of it.
async fn has_more(extent: &CopyExtent, log: &IndexedDbStorage) -> Result<bool, StorageError> {
    let ends = extent.heads.iter().filter(|(_, seq)| **seq > 0);
    let ends: Vec<ChangeId> = ends.map(|(replica, seq)| ChangeId { replica: *replica, seq: *seq }).collect();
    Ok(log.read(&ends).await?.len() < ends.len())
}

/// The copy as the app sees it: whatever it asks comes after what was saved before. It answers only while this tab writes.
pub(crate) struct KeptCopy {
    copy: WorkerCopy,
    orders: Orders,
    is_writer: Box<dyn Fn() -> bool>,
}

impl KeptCopy {
    pub(crate) fn new(copy: WorkerCopy, orders: Orders, is_writer: impl Fn() -> bool + 'static) -> Self {
        Self { copy, orders, is_writer: Box::new(is_writer) }
    }

    async fn in_turn(&self) -> Result<&WorkerCopy, StorageError> {
        self.orders.turn().await;
        if (self.is_writer)() { Ok(&self.copy) } else { Err(StorageError::ReadOnly) }
    }
}

#[async_trait(?Send)]
impl SecondCopy for KeptCopy {
    async fn extent(&self) -> Result<CopyExtent, StorageError> {
        self.in_turn().await?.extent().await
    }

    async fn append(&self, frames: &[Frame]) -> Result<(), StorageError> {
        self.in_turn().await?.append(frames).await
    }

    async fn keep_slot(&self, key: &str, content: &[u8]) -> Result<(), StorageError> {
        self.in_turn().await?.keep_slot(key, content).await
    }

    async fn read(&self) -> Result<CopyContent, StorageError> {
        self.in_turn().await?.read().await
    }

    /// Throws it away, and writes anew what the database holds. What is asked later comes on top of that.
    async fn clear(&self) -> Result<(), StorageError> {
        self.in_turn().await?.clear().await?;
        self.orders.compare();
        Ok(())
    }
}
