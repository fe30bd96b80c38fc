//! The end-to-end flows: real Chromium, the release build, a real server. One binary, so that it links once.

mod books;
mod casework;
mod damage;
mod harness;
mod inbox;
mod kills;
mod main_job;
mod offline;
mod ring;
mod shell;
mod shots;
