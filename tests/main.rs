//! The native tests of the whole: the tree keeps its rules, and flows run across the crates.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod corpus;
mod flows;
mod tidy;
mod trainings;
