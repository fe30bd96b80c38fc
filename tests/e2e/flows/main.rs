//! The end-to-end flows: real Chromium, the release build, a real server. One binary, so that it links once.

mod books;
mod harness;
mod inbox;
mod main_job;
mod offline;
mod shell;
mod shots;
