//! The browser: the only crate that names it. It implements what `replica` asks of a disk, a tablet and the world, and
//! the porter of `exchange`. It must never decide anything about records, and never take down the page: what the browser
//! refuses is an answer. Off the browser it is empty.
#![cfg(target_arch = "wasm32")]

mod announcement;
mod books;
mod breath;
mod camera;
mod device;
mod events;
mod failure;
mod given;
mod indexed_db;
mod location;
mod mirror;
mod page;
mod panic;
mod pictures;
mod porter;
mod preference;
mod quota;
mod second_copy;
mod share;
mod signer;
mod touch;
mod worker;
mod world;
mod writer;

pub use device::BrowserDevice;
pub use indexed_db::IndexedDbStorage;
pub use panic::{PanicPage, install_panic_page, show_panic_page};
pub use porter::BrowserPorter;
pub use worker::serve;
pub use world::BrowserWorld;

use std::rc::Rc;

/// The tablet that this page runs on. Once per page: it listens to the window for as long as the page lives.
#[must_use]
pub fn start() -> Rc<BrowserDevice> {
    let device = BrowserDevice::new();
    page::watch(device.events());
    given::watch(device.events());
    device.touches().watch();
    Rc::new(device)
}
