//! What the app needs of the tablet beyond a disk: which books are open, who may write, preferences, keys, files, the
//! app's update. Implemented by `platform`; nothing personal may pass through preferences or file names.

use std::rc::Rc;

use async_trait::async_trait;
use domain::value::Degrees;
use domain::{AnyRecord, Date, Uuid};

use crate::vault::Cost;
use crate::{Picture, PictureError, SecondCopy, Storage, StorageError};

/// Which books: the real ones, or the demonstration, each in a storage of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Books {
    /// The office's own records.
    Real,
    /// The demonstration.
    Demonstration,
}

/// Who may write: one tab at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// This tab writes.
    Writer,
    /// Another tab writes; this one follows.
    Follower,
    /// Nobody writes: there is less in the books than is remembered of them.
    Reader,
}

/// Books that were opened.
pub struct OpenBooks {
    /// Where they lie.
    pub storage: Rc<dyn Storage>,
    /// Whether this tab may write.
    pub access: Access,
}

/// A file that a person gave: picked, dropped on the page, or opened with the app.
#[derive(Clone, PartialEq, Eq)]
pub struct GivenFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub content: Vec<u8>,
}

impl std::fmt::Debug for GivenFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "GivenFile({} bytes)", self.content.len())
    }
}

/// Where the tablet is, as it says itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Degrees north.
    pub latitude: Degrees,
    /// Degrees east.
    pub longitude: Degrees,
    /// How far off it may be, in metres.
    pub within: u32,
}

/// Why it is not known where the tablet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoFix {
    /// The person, or the tablet's settings, do not allow it.
    Refused,
    /// It cannot be found out here.
    Unavailable,
    /// It took too long.
    TooSlow,
}

/// Why nothing is seen through the camera.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCamera {
    /// The person, or the tablet's settings, do not allow it.
    Refused,
    /// There is none, or none is given to this page.
    Missing,
    /// Another app has it.
    Busy,
}

/// A camera that is open. It shows what it sees in the page until it is dropped.
#[async_trait(?Send)]
pub trait Camera {
    /// Looks once, a moment from now: the texts of all codes that it sees. Pictures are neither kept nor sent.
    async fn look(&self) -> Vec<String>;
}

/// What happens around the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeviceEvent {
    /// Another tab appended changes to these books.
    Appended,
    /// The tab that wrote is gone: this one writes now.
    BecameWriter,
    /// The books were thrown away by another tab (the demonstration ended).
    Closed,
    /// A new version of the app lies ready.
    UpdateReady,
    /// The network came (`true`) or went.
    Network(bool),
    /// A person gave a file, by whichever road.
    File(GivenFile),
    /// … and it is larger than anything that this app makes.
    FileTooLarge,
    /// … and the browser could not read it.
    FileUnreadable,
    /// A person gave pictures in the field of that name; so many, and they are being made ready.
    PicturesGiven(String, usize),
    /// One of them is ready, or is none.
    Picture(String, Result<Picture, PictureError>),
    /// The second copy does not take what was saved: until it does, there is one copy on this tablet.
    CopyFailed(StorageError),
    /// The second copy holds all that was saved.
    CopyComplete,
    /// The second copy holds changes that the books lack.
    CopyHasMore,
}

/// The names of preferences; their values are short texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// `zh-Hans`, `zh-Hant` or `en`.
    Language,
    /// `large`, `larger`; nothing means normal.
    TextSize,
    /// `light`, `dark`; nothing means the system's.
    Theme,
    /// `demonstration` while it is open.
    Books,
    /// The witness: installation, number of changes, head hash, time (as text).
    Witness,
    /// After how many minutes without a touch the app locks itself, as text.
    LockAfter,
    /// Which columns the list of cases has, by number.
    CaseColumns,
    /// How many copies of the demonstration are loaded; `./dev bench` sets it to measure a large installation.
    MeasuredCopies,
}

/// The tablet.
#[async_trait(?Send)]
pub trait Device {
    /// Opens books, making them if they are not there.
    async fn open(&self, books: Books) -> Result<OpenBooks, StorageError>;
    /// Throws books away, with all that belongs to them.
    async fn discard(&self, books: Books) -> Result<(), StorageError>;
    /// The second copy of books; only for the tab that writes them. The demonstration has none.
    async fn second_copy(&self, books: Books) -> Result<Rc<dyn SecondCopy>, StorageError>;
    /// How much work Argon2id may be on this tablet, to take about a second; never below 19 MiB and two passes (OWASP).
    async fn calibrate(&self) -> Result<Cost, StorageError>;
    /// The key that Argon2id makes of a passphrase (NFKC, UTF-8).
    async fn derive(&self, passphrase: &str, salt: &[u8; 16], cost: Cost) -> Result<[u8; 32], StorageError>;
    /// The records of the demonstration as it stands on a day, in an order in which each stands after those that it
    /// refers to.
    async fn demonstration(&self, today: Date) -> Result<Vec<(Uuid, AnyRecord)>, StorageError>;
    /// Asks the browser to keep the storage; whether it agreed.
    async fn persist(&self) -> bool;
    /// Bytes used by this origin, as far as the browser tells.
    async fn usage(&self) -> Option<u64>;
    /// Lets go of the thread, so that the screen is painted and a press is heard.
    async fn breathe(&self);
    /// A preference.
    fn preference(&self, name: Preference) -> Option<String>;
    /// Sets a preference; `None` forgets it. Answers whether the browser keeps it.
    fn set_preference(&self, name: Preference, value: Option<&str>) -> bool;
    /// Hears of what happens; one listener, the last one given.
    fn listen(&self, listener: Box<dyn Fn(DeviceEvent)>);
    /// Marks the page with a language, a theme and a text size (attributes of the root element).
    fn dress(&self, language: &str, theme: Option<&str>, text_size: Option<&str>);
    /// The path under which the app is hosted, without a slash at its end.
    fn base_path(&self) -> String;
    /// Runs the new version that lies ready: activates it and loads the page anew.
    fn update(&self);
    /// Loads the page anew.
    fn reload(&self);
    /// Opens the print dialog for the page as it is.
    fn print(&self);
    /// Hands a file to the user as a download.
    fn download(&self, name: &str, media_type: &str, content: &[u8]) -> bool;
    /// Whether files can be handed to another app.
    fn can_share(&self) -> bool;
    /// How long ago a person last touched the screen or the keyboard, in milliseconds. Before the first touch: since the
    /// page was opened.
    fn idle_millis(&self) -> u64;
    /// Hands a file to another app that the user picks; whether it was taken. Only right after a press.
    async fn share(&self, name: &str, media_type: &str, content: &[u8]) -> bool;
    /// Where the tablet is. Asked only after a press: the browser may ask the person in its turn.
    async fn locate(&self) -> Result<Fix, NoFix>;
    /// Opens the camera at the back of the tablet, or the one at its front, and shows what it sees in the `video` element
    /// of that id. Asked only after a press: the browser may ask the person in its turn.
    async fn open_camera(&self, screen: &str, is_front: bool) -> Result<Box<dyn Camera>, NoCamera>;
    /// The version of the browser's engine, for the page about the app.
    fn browser(&self) -> String;
}
