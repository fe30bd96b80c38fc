//! Real Chromium against a real static server, driven over the DevTools protocol. Knows nothing of Bangfu's screens.
//! Nothing here sleeps: everything waits for what a person would see, up to one deadline.

mod axe;
mod browser;
mod cdp;
mod day;
mod film;
mod key;
mod locator;
mod page;
mod server;

pub use axe::Violation;
pub use browser::{Browser, Profile, copy_folder};
pub use film::{Film, Grid};
pub use locator::Locator;
pub use page::Page;
pub use server::Server;

use std::{env, path::PathBuf};

/// The checkout's root.
#[must_use]
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The release build that all flows run against.
///
/// # Panics
/// If there is none.
#[must_use]
pub fn dist() -> PathBuf {
    let dist = root().join("dist");
    assert!(dist.join("sw.js").is_file(), "there is no release build in dist/: run ./dev build first");
    dist
}

/// Where `./dev` keeps tools that are not part of the machine.
fn tools() -> PathBuf {
    let home = || PathBuf::from(env::var_os("HOME").unwrap_or_default()).join(".cache/bangfu");
    env::var_os("BANGFU_TOOLS").map_or_else(home, PathBuf::from)
}
