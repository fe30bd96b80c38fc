//! The widgets every screen is built from. They know no domain and hold no language: every text comes in as a prop.
//! They must never name a web binding, a route or a record.

pub mod button;
pub mod calendar;
pub mod dialog;
pub mod field;
pub mod flow;
pub mod form;
pub mod glass;
pub mod icon;
pub mod list;
pub mod meter;
pub mod notice;
pub mod page;
pub mod pointer;
pub mod qr;
mod reveal;
pub mod split;
pub mod steps;
pub mod table;
pub mod task;

use std::sync::atomic::{AtomicUsize, Ordering};

/// An element id that no other widget of this page has, for ties such as `aria-describedby`.
pub(crate) fn fresh_id(stem: &str) -> String {
    static NEXT: AtomicUsize = AtomicUsize::new(1);
    format!("{stem}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}
