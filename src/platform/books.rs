//! Books that are open in this tab: their storage, behind the right to write, and the announcements to other tabs.
//! It must never let a tab write that has not the right to.

use async_trait::async_trait;
use replica::{Access, Books, ChangeId, DeviceEvent, Frame, Storage, StorageError, Vector};

use crate::announcement::Announcements;
use crate::events::Events;
use crate::indexed_db::IndexedDbStorage;
use crate::writer::WriteRight;

/// The name that the books go by in the browser.
pub(crate) const fn name(books: Books) -> &'static str {
    match books {
        Books::Real => "bangfu/real",
        Books::Demonstration => "bangfu/demonstration",
    }
}

/// Open books. They are closed, and the right to write them passes on, when the last handle is dropped.
pub(crate) struct SharedStorage {
    storage: IndexedDbStorage,
    right: WriteRight,
    announcements: Announcements,
}

impl SharedStorage {
    pub(crate) async fn open(books: Books, events: &Events) -> Result<Self, StorageError> {
        let name = name(books);
        let gained = events.clone();
        let right = WriteRight::claim(&format!("{name}/writer"), move || gained.tell(DeviceEvent::BecameWriter)).await;
        let (closed, pass_on) = (events.clone(), right.pass_on());
        let closed = move || {
            pass_on();
            closed.tell(DeviceEvent::Closed);
        };
        let storage = IndexedDbStorage::open(name, closed).await?;
        Ok(Self { storage, right, announcements: Announcements::open(name, events.clone()) })
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
    }

    fn check_right(&self) -> Result<(), StorageError> {
        if self.right.is_held() { Ok(()) } else { Err(StorageError::ReadOnly) }
    }
}

#[async_trait(?Send)]
impl Storage for SharedStorage {
    async fn append(&self, frames: &[Frame]) -> Result<(), StorageError> {
        self.check_right()?;
        self.storage.append(frames).await?;
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
        self.storage.set_slot(key, content).await
    }
}
