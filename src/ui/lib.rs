//! The screens. Leptos components over commands and queries of the replica; the truth is never in a signal.
//! Names no web binding: what the browser must do goes through the ports that `main` hands in.

#![recursion_limit = "256"]
#![expect(unreachable_pub, reason = "the component macro makes what it makes public")]

mod app;
mod area;
mod areas;
mod author;
mod cases;
mod context;
mod entry;
mod fund;
mod history;
mod inbox;
mod log;
mod opening;
mod past;
mod photos;
mod prosperity;
mod record;
mod requests;
mod route;
mod settings;
mod shell;
mod today;
mod training;
mod transfer;
mod values;
pub mod widget;

pub use app::{App, Ports};
pub use areas::{Areas, Draw, Load};
