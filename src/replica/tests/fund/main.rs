//! The fund: the ledger and its trace, requests and loans, and what holds whatever is posted and however it is merged.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod apart;
mod books;
mod findings;
mod ledger;
mod loans;
mod properties;
mod requests;
mod tablet;
mod trace;
mod waiting;
