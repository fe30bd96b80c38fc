//! Books that are open in this tab: their storage, behind the right to write, their second copy, and the announcements to
//! other tabs.
//! It must never let a tab write that has not the right to.

use std::ops::Range;
use std::rc::Rc;

use async_trait::async_trait;
use domain::Uuid;
use replica::{Access, Books, ChangeId, DeviceEvent, Frame, PhotoStorage, Storage, StorageError, Vector};

use crate::announcement::Announcements;
use crate::events::Events;
use crate::indexed_db::IndexedDbStorage;
use crate::mirror::{Keeper, KeptCopy, Orders};
use crate::second_copy::WorkerCopy;
use crate::worker::Client;
use crate::writer::WriteRight;

/// The name that the books go by in the browser.
pub(crate) const fn name(books: Books) -> &'static str {
    match books {
        Books::Real => "bangfu/books",
        Books::Demonstration => "bangfu/demonstration",
    }
}

/// Open books. They are closed, and the right to write them passes on, when the last handle is dropped.
pub(crate) struct SharedStorage {
    storage: Rc<IndexedDbStorage>,
    right: WriteRight,
    announcements: Announcements,
    copy: Option<Copy>,
}

/// The second copy of the books, and the road to the one that keeps it.
struct Copy {
    files: WorkerCopy,
    orders: Orders,
}

impl SharedStorage {
    /// Opens books. Those that this page threw away it may be writing anew: then it knows that the copy holds more.
    pub(crate) async fn open(
        books: Books,
        events: &Events,
        worker: &Client,
        were_discarded: bool,
    ) -> Result<Self, StorageError> {
        let name = name(books);
        let (orders, waiting) = Orders::road();
        let right = claim(name, events, &orders).await;
        let storage = Rc::new(IndexedDbStorage::open(name, pass_on_when_closed(&right, events, &orders)).await?);
        let copy = (books == Books::Real).then(|| Copy { files: WorkerCopy::new(worker.clone(), name), orders });
        if let Some(copy) = &copy {
            let log = Rc::downgrade(&storage);
            let keeper = Keeper::new(copy.files.clone(), log, right.is_held_now(), events.clone());
            keeper.with_more_known(were_discarded).start(waiting);
        }
        Ok(Self { storage, right, announcements: Announcements::open(name, events.clone()), copy })
    }

    /// The second copy, for the one tab that writes the books.
    pub(crate) fn second_copy(&self) -> Result<KeptCopy, StorageError> {
        let copy = self.copy.as_ref().ok_or(StorageError::Unavailable)?;
        self.check_right()?;
        Ok(KeptCopy::new(copy.files.clone(), copy.orders.clone(), self.right.is_held_now()))
    }

    fn order(&self, order: impl FnOnce(&Orders)) {
        if let Some(copy) = &self.copy {
            order(&copy.orders);
        }
    }

    pub(crate) fn access(&self) -> Access {
        if self.right.is_held() { Access::Writer } else { Access::Follower }
    }

    /// Closes the books although there are handles; these are answered with errors from now on.
    pub(crate) fn close(&self) {
        self.storage.close();
    }

    /// Passes the right to write on.
    pub(crate) fn give_up(&self) {
        self.right.give_up();
        // Its files pass on with it.
        self.order(Orders::compare);
    }

    fn check_right(&self) -> Result<(), StorageError> {
        if self.right.is_held() { Ok(()) } else { Err(StorageError::ReadOnly) }
    }
}

/// Takes the right, or waits for it.
async fn claim(name: &str, events: &Events, orders: &Orders) -> WriteRight {
    let (events, orders) = (events.clone(), orders.clone());
    let gained = move || {
        orders.compare();
        events.tell(DeviceEvent::BecameWriter);
    };
    WriteRight::claim(&format!("{name}/writer"), gained).await
}

/// What is to be done when the browser or another tab has closed the books.
fn pass_on_when_closed(right: &WriteRight, events: &Events, orders: &Orders) -> impl Fn() + 'static {
    let (pass_on, events, orders) = (right.pass_on(), events.clone(), orders.clone());
    move || {
        pass_on();
        orders.compare();
        events.tell(DeviceEvent::Closed);
    }
}

#[async_trait(?Send)]
impl PhotoStorage for SharedStorage {
    async fn write_photo(&self, id: Uuid, pieces: &[Vec<u8>]) -> Result<(), StorageError> {
        self.check_right()?;
        self.storage.write_photo(id, pieces).await
    }

    async fn read_photo(&self, id: Uuid, numbers: Range<u32>) -> Result<Vec<(u32, Vec<u8>)>, StorageError> {
        self.storage.read_photo(id, numbers).await
    }

    async fn photos(&self) -> Result<Vec<Uuid>, StorageError> {
        self.storage.photos().await
    }

    async fn drop_photo(&self, id: Uuid) -> Result<(), StorageError> {
        self.check_right()?;
        self.storage.drop_photo(id).await
    }
}

#[async_trait(?Send)]
impl Storage for SharedStorage {
    async fn append(&self, frames: &[Frame]) -> Result<(), StorageError> {
        self.check_right()?;
        self.storage.append(frames).await?;
        self.order(|orders| orders.frames(frames));
        self.announcements.appended();
        Ok(())
    }

    async fn read_after(&self, known: &Vector) -> Result<Vec<Frame>, StorageError> {
        self.storage.read_after(known).await
    }

    async fn read(&self, ids: &[ChangeId]) -> Result<Vec<Frame>, StorageError> {
        self.storage.read(ids).await
    }

    async fn read_pieces(&self) -> Result<Vec<(u32, Vec<u8>)>, StorageError> {
        self.storage.read_pieces().await
    }

    async fn write_pieces(&self, pieces: &[(u32, Vec<u8>)]) -> Result<(), StorageError> {
        self.check_right()?;
        self.storage.write_pieces(pieces).await
    }

    async fn clear_pieces(&self) -> Result<(), StorageError> {
        self.check_right()?;
        self.storage.clear_pieces().await
    }

    async fn slot(&self, key: &str) -> Result<Option<Vec<u8>>, StorageError> {
        self.storage.slot(key).await
    }

    async fn set_slot(&self, key: &str, content: Option<&[u8]>) -> Result<(), StorageError> {
        self.check_right()?;
        self.storage.set_slot(key, content).await?;
        self.order(|orders| orders.slot(key, content));
        Ok(())
    }
}
