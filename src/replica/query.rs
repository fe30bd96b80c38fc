//! Queries: read-only views over the state. They answer with values, in the order in which a screen shows them.
//! A query never writes, never reads the clock (the day is an argument), and never makes text for people.

pub mod cases;
pub mod directory;
pub mod divisions;
pub mod due;
pub mod duplicates;
pub mod prosperity;
pub mod targets;
pub mod training;
