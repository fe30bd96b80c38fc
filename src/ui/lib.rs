//! The screens. Leptos components over commands and queries of the replica; the truth is never in a signal.
//! Names no web binding: what the browser must do goes through the ports that `main` hands in.

#![recursion_limit = "256"]
#![expect(unreachable_pub, reason = "the component macro makes what it makes public")]

mod app;
mod cases;
mod context;
mod entry;
mod history;
mod prosperity;
mod route;
mod settings;
mod shell;
mod today;
mod training;
pub mod widget;

pub use app::{App, Ports};
