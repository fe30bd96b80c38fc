//! What goes out of a tablet and comes into it: bundles between tablets, and tables that people and other programs read.
//! Bytes in, values out: it must never know the replica, read a clock or name the browser, and no bytes make it panic.

mod blocks;
pub mod bundle;
mod bytes;
mod calendar;
mod codes;
mod job;
mod lock;
mod payload;
mod porter;
pub mod readable;
#[doc(hidden)]
pub mod testing;

pub use bundle::{
    Bundle, Key, KeyKind, Lock, PackError, Packing, Progress, UnpackError, Unpacking, beginning, key_kind,
    new_identity, pack, unpack,
};
pub use bytes::Bytes;
pub use calendar::{Event, icalendar};
pub use codes::read_codes;
pub use job::{Job, Outcome, Workbench};
pub use porter::{Porter, PorterError};
pub use readable::{Archive, Cell, Described, Table, Words, ZipError};
