//! The keys of the open books: who opened them, and the way to lock them. Books without a vault (the demonstration)
//! have none.

use std::rc::Rc;

use leptos::prelude::*;
use replica::{Keyring, Storage};

/// The open lock of some books, and where they lie.
#[derive(Clone)]
pub(crate) struct OpenLock {
    /// The keyring.
    pub(crate) keyring: Rc<Keyring>,
    /// The storage below the seal: the vault lies there.
    pub(crate) below: Rc<dyn Storage>,
}

/// A handle to the keys.
#[derive(Clone, Copy)]
pub(crate) struct Keys {
    open: StoredValue<Option<OpenLock>, LocalStorage>,
    lock: Callback<()>,
}

impl Keys {
    /// The open lock, where there is one.
    pub(crate) fn open(self) -> Option<OpenLock> {
        self.open.get_value()
    }

    /// Locks the books.
    pub(crate) fn lock(self) {
        self.lock.run(());
    }
}

/// Provides the keys of the books that are open.
pub(crate) fn provide_keys(open: Option<OpenLock>, lock: Callback<()>) -> Keys {
    let keys = Keys { open: StoredValue::new_local(open), lock };
    provide_context(keys);
    keys
}

/// The keys.
#[expect(clippy::expect_used, reason = "whoever opens the books provides them before any page is made")]
pub(crate) fn use_keys() -> Keys {
    use_context().expect("the opening provides the keys")
}
