//! The tablet as the app sees it: which books are open in this tab, and doors to everything else in this crate.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::{Rc, Weak};

use async_trait::async_trait;
use domain::{AnyRecord, Date, Uuid};
use js_sys::JsString;
use replica::vault::Cost;
use replica::{
    Books, Camera, Device, DeviceEvent, Fix, NoCamera, NoFix, OpenBooks, Preference, SecondCopy, StorageError,
};

use crate::books::SharedStorage;
use crate::events::Events;
use crate::indexed_db::IndexedDbStorage;
use crate::touch::Touches;
use crate::worker::{Answer, Client, Request};
use crate::{books, breath, camera, location, page, preference, quota, share};

/// The tablet, as far as a browser has one.
#[derive(Default)]
pub struct BrowserDevice {
    events: Events,
    touches: Touches,
    worker: Client,
    open: RefCell<HashMap<Books, Weak<SharedStorage>>>,
    /// Books that were thrown away and not opened since.
    discarded: RefCell<HashSet<Books>>,
}

impl BrowserDevice {
    /// A tablet that has not yet begun to listen to the window.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn events(&self) -> &Events {
        &self.events
    }

    pub(crate) fn touches(&self) -> &Touches {
        &self.touches
    }

    fn already_open(&self, books: Books) -> Option<Rc<SharedStorage>> {
        self.open.borrow().get(&books).and_then(Weak::upgrade)
    }
}

#[async_trait(?Send)]
impl Device for BrowserDevice {
    async fn open(&self, books: Books) -> Result<OpenBooks, StorageError> {
        // Opened twice, this tab would stand in line behind itself.
        if let Some(storage) = self.already_open(books) {
            return Ok(OpenBooks { access: storage.access(), storage });
        }
        let were_discarded = self.discarded.borrow_mut().remove(&books);
        let storage = Rc::new(SharedStorage::open(books, &self.events, &self.worker, were_discarded).await?);
        self.open.borrow_mut().insert(books, Rc::downgrade(&storage));
        Ok(OpenBooks { access: storage.access(), storage })
    }

    async fn discard(&self, books: Books) -> Result<(), StorageError> {
        let open = self.open.borrow_mut().remove(&books).and_then(|open| open.upgrade());
        open.iter().for_each(|open| open.close());
        // The second copy and the photos stay: they are there for the day on which this was a mistake.
        let mut deleted = IndexedDbStorage::delete(books::name(books)).await;
        if books == Books::Demonstration {
            deleted = deleted.and(IndexedDbStorage::delete_photos(books::name(books)).await);
        }
        // Not earlier: a tab that follows would get the right to write books that are on their way out.
        open.iter().for_each(|open| open.give_up());
        deleted?;
        self.discarded.borrow_mut().insert(books);
        if books == Books::Real {
            // The witness speaks of these books: without them it would tell of a loss.
            preference::set_preference(Preference::Witness, None);
        }
        Ok(())
    }

    async fn second_copy(&self, books: Books) -> Result<Rc<dyn SecondCopy>, StorageError> {
        if books == Books::Demonstration {
            return Err(StorageError::Unavailable);
        }
        // Whoever has not opened the books does not write them.
        let open = self.already_open(books).ok_or(StorageError::ReadOnly)?;
        Ok(Rc::new(open.second_copy()?))
    }

    async fn calibrate(&self) -> Result<Cost, StorageError> {
        match self.worker.ask(Request::Calibrate).await? {
            Answer::Cost(cost) => Ok(cost),
            other => Err(other.into_error()),
        }
    }

    async fn derive(&self, passphrase: &str, salt: &[u8; 16], cost: Cost) -> Result<[u8; 32], StorageError> {
        let passphrase = normalised(passphrase).into_bytes();
        match self.worker.ask(Request::Derive { passphrase, salt: *salt, cost }).await? {
            Answer::Key(key) => Ok(key),
            other => Err(other.into_error()),
        }
    }

    async fn demonstration(&self, today: Date) -> Result<Vec<(Uuid, AnyRecord)>, StorageError> {
        // By a worker of its own: its memory is given back when it ends.
        match Client::default().ask(Request::Tell(today)).await? {
            Answer::Told(telling) => telling.into_records().ok_or(StorageError::Damaged),
            other => Err(other.into_error()),
        }
    }

    async fn persist(&self) -> bool {
        quota::persist().await
    }

    async fn usage(&self) -> Option<u64> {
        quota::usage().await
    }

    async fn breathe(&self) {
        breath::breathe().await;
    }

    fn preference(&self, name: Preference) -> Option<String> {
        preference::preference(name)
    }

    fn set_preference(&self, name: Preference, value: Option<&str>) -> bool {
        preference::set_preference(name, value)
    }

    fn listen(&self, listener: Box<dyn Fn(DeviceEvent)>) {
        self.events.listen(listener.into());
    }

    fn dress(&self, language: &str, theme: Option<&str>, text_size: Option<&str>) {
        page::dress(language, theme, text_size);
    }

    fn base_path(&self) -> String {
        page::base_path()
    }

    fn update(&self) {
        page::accept_update();
    }

    fn reload(&self) {
        page::reload();
    }

    fn print(&self) {
        page::print();
    }

    fn download(&self, name: &str, media_type: &str, content: &[u8]) -> bool {
        page::download(name, media_type, content)
    }

    fn can_share(&self) -> bool {
        share::can_share()
    }

    async fn share(&self, name: &str, media_type: &str, content: &[u8]) -> bool {
        share::share(name, media_type, content).await
    }

    fn idle_millis(&self) -> u64 {
        self.touches.idle_millis()
    }

    async fn locate(&self) -> Result<Fix, NoFix> {
        location::locate().await
    }

    async fn open_camera(&self, screen: &str, is_front: bool) -> Result<Box<dyn Camera>, NoCamera> {
        Ok(Box::new(camera::open(screen, is_front, self.touches.clone()).await?))
    }

    fn browser(&self) -> String {
        page::browser()
    }
}

/// The form in which a passphrase is the same whichever keyboard it was typed on (NFKC).
fn normalised(passphrase: &str) -> String {
    JsString::from(passphrase).normalize("NFKC").into()
}
