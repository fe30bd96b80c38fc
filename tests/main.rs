//! The native tests of the whole: the tree keeps its rules, and flows run across the crates.

mod flows;
mod tidy;
