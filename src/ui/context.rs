//! What every screen can ask for: the desk (records), the language, the tablet. One accessor each, never a bare look-up.

mod asked;
mod desk;
mod draft;
mod keys;
mod selection;
mod tablet;
mod words;

pub(crate) use asked::{provide_searches, use_asked, use_searches};
pub(crate) use desk::{Desk, provide_desk, refusal_sentence, storage_sentence, use_desk};
pub(crate) use draft::{Draft, Pages, keep_draft};
pub(crate) use keys::{OpenLock, provide_keys, use_keys};
pub(crate) use selection::{Selection, provide_picked, use_picked};
pub(crate) use tablet::{GivenError, Tablet, provide_tablet, use_tablet};
pub(crate) use words::{Wording, provide_wording, use_language, use_wording};
