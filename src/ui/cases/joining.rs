//! Files of one household: which may be, how two of them differ, and the one that they become. Nothing is joined unless a
//! person has seen both side by side.

pub(super) mod doubles;
pub(super) mod form;
pub(super) mod gone;
mod persons;
