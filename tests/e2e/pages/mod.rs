//! Bangfu's screens as a person knows them: what they are called, what can be done there. The only place of the
//! end-to-end tests that knows labels.

mod books;
mod casework;
mod opening;
mod requests;
mod shell;
mod transfer;

pub use books::{BACK, Books, FORWARD, Receipt};
pub use casework::{Casework, HOUSEHOLD, INITIALS, NUMBER};
pub use opening::{Answer, FirstOpening, LockScreen, PASSPHRASE, PERSON};
pub use requests::Requests;
pub use shell::Shell;
pub use transfer::{BUNDLE_PASSPHRASE, Transfer, open_bundle};
