//! Keeps the second copy of the books that this tab writes. What the database has taken goes on to the copy, in order,
//! and nobody waits for it. When that fails, or nobody knows how far the copy reaches, it is compared with the
//! database, and what it lacks is appended. It must never write over a copy of other books: they may have to be recovered.

use std::cell::{Cell, RefCell};
use std::rc::Weak;

use async_trait::async_trait;
use futures::StreamExt;
use futures::channel::mpsc::{self, UnboundedReceiver, UnboundedSender};
use replica::second_copy::{CopyContent, CopyExtent, KEPT_TWICE};
use replica::{ChangeId, DeviceEvent, Frame, SecondCopy, Storage, StorageError};
use wasm_bindgen_futures::spawn_local;

use crate::breath;
use crate::events::Events;
use crate::indexed_db::IndexedDbStorage;
use crate::second_copy::WorkerCopy;

/// The copy is first compared after the page had time to show itself.
const AFTER_START_MILLIS: u32 = 1_000;

/// What the copy is to take.
enum Job {
    /// Whatever it lacks.
    Compare,
    /// Frames that the database has taken.
    Frames(Vec<Frame>),
    /// A slot that the database has filled.
    Slot(String, Vec<u8>),
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
}

impl Keeper {
    pub(crate) fn new(
        copy: WorkerCopy,
        log: Weak<IndexedDbStorage>,
        is_writer: impl Fn() -> bool + 'static,
        events: Events,
    ) -> Self {
        let is_writer = Box::new(is_writer);
        Self { copy, log, is_writer, events, is_even: Cell::new(false), told: RefCell::default() }
    }

    /// Does what is ordered, one after the other, until nobody can order anything more.
    pub(crate) fn start(self, waiting: Waiting) {
        spawn_local(async move {
            breath::sleep(AFTER_START_MILLIS).await;
            self.work(waiting.0).await;
            self.copy.release().await;
        });
    }

    async fn work(&self, mut waiting: UnboundedReceiver<Job>) {
        while let Some(job) = waiting.next().await {
            if !self.is_even.get() {
                // The comparison finds what these would bring.
                while waiting.try_recv().is_ok() {}
            }
            if (self.is_writer)() {
                self.take(job).await;
            }
            if !(self.is_writer)() {
                self.is_even.set(false);
                self.copy.release().await;
            }
        }
    }

    async fn take(&self, job: Job) {
        let done = match job {
            Job::Frames(frames) if self.is_even.get() => self.copy.append(&frames).await,
            Job::Slot(key, content) if self.is_even.get() => self.copy.keep_slot(&key, &content).await,
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
            return Err(StorageError::Other("the second copy is of other books".into()));
        }
        self.copy.append(&log.read_after(&extent.vector()).await?).await?;
        for (key, content) in log.slots_under(KEPT_TWICE).await? {
            self.copy.keep_slot(&key, &content).await?;
        }
        Ok(())
    }

    /// Only what is news.
    fn tell(&self, event: DeviceEvent) {
        let told = self.told.replace(Some(event.clone()));
        if told.as_ref() != Some(&event) {
            self.events.tell(event);
        }
    }
}

/// Whether the copy holds chains, and the database none of them.
async fn is_of_other_books(extent: &CopyExtent, log: &IndexedDbStorage) -> Result<bool, StorageError> {
    let firsts: Vec<ChangeId> = extent.heads.keys().map(|replica| ChangeId { replica: *replica, seq: 1 }).collect();
    Ok(!firsts.is_empty() && log.read(&firsts).await?.is_empty())
}

/// The copy as the app sees it. When it is thrown away, it is written anew.
pub(crate) struct KeptCopy {
    copy: WorkerCopy,
    orders: Orders,
}

impl KeptCopy {
    pub(crate) const fn new(copy: WorkerCopy, orders: Orders) -> Self {
        Self { copy, orders }
    }
}

#[async_trait(?Send)]
impl SecondCopy for KeptCopy {
    async fn extent(&self) -> Result<CopyExtent, StorageError> {
        self.copy.extent().await
    }

    async fn append(&self, frames: &[Frame]) -> Result<(), StorageError> {
        self.copy.append(frames).await
    }

    async fn keep_slot(&self, key: &str, content: &[u8]) -> Result<(), StorageError> {
        self.copy.keep_slot(key, content).await
    }

    async fn read(&self) -> Result<CopyContent, StorageError> {
        self.copy.read().await
    }

    async fn clear(&self) -> Result<(), StorageError> {
        self.copy.clear().await?;
        self.orders.compare();
        Ok(())
    }
}
