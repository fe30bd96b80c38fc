//! The replica: changes, their fold, its snapshot and its storage; commands that write and queries that read.
//! The state is a pure fold over the set of changes. Merging never fails, never drops and never makes an op.
//!
//! A [`Store`] holds a [`State`] in memory and a [`Storage`] on disk. [`Store::run`] checks a command, writes its
//! change durably, and only then folds it, so that nothing is on the screen that is not on the disk.

pub mod change;
pub mod clock;
pub mod command;
pub mod copy_log;
pub mod copy_slots;
pub mod device;
pub mod fork;
pub mod history;
pub mod keyring;
pub mod memory;
pub mod opening;
pub mod outside;
pub mod photo;
pub mod query;
pub mod recovery;
pub mod seal;
pub mod sealed;
pub mod second_copy;
pub mod signer;
pub mod snapshot;
pub mod state;
pub mod storage;
pub mod store;
pub mod table;
#[doc(hidden)]
pub mod testing;
pub mod vault;
pub mod vector;
pub mod witness;
pub mod world;

pub use change::{Change, ChangeId, ReplicaId};
pub use clock::{Clock, Timestamp};
pub use command::{Command, Intent};
pub use device::{Access, Books, Camera, Device, DeviceEvent, Fix, GivenFile, NoCamera, NoFix, OpenBooks, Preference};
pub use history::Event;
pub use keyring::Keyring;
pub use memory::MemoryStorage;
pub use outside::Pending;
pub use photo::{PhotoStorage, Picture, PictureError};
pub use seal::{DataKey, Sealer};
pub use sealed::SealedStorage;
pub use second_copy::SecondCopy;
pub use signer::Signer;
pub use state::State;
pub use storage::{Frame, Storage, StorageError};
pub use store::{Import, ImportError, PhotosTaken, Refusal, Report, Saved, Store};
pub use vector::Vector;
pub use witness::Witness;
pub use world::World;
