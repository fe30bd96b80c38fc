//! The end-to-end flows: real Chromium, the release build, a real server. One binary, so that it links once.

mod books;
mod casework;
mod damage;
mod fund;
mod harness;
mod inbox;
mod joining;
mod joins;
mod kills;
mod leading;
mod lists;
mod main_job;
mod offline;
mod photos;
mod registration;
mod requests;
mod ring;
mod roll;
mod saving;
mod sheet;
mod shell;
mod shots;
mod tours;
mod visits;
