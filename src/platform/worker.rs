//! The worker: what would hold up the page (Argon2id) or is not given to it (files with a flush) is done by a second
//! program beside it. `client` is the page's side and `server` the worker's; between them go the requests of `message`.
//! The page's program must never call the server's side: what only that calls is not linked into it.

mod argon;
mod client;
mod copy_file;
mod message;
mod opfs;
mod server;

pub(crate) use client::Client;
pub(crate) use message::{Answer, CopyRequest, Request};
pub use server::serve;
