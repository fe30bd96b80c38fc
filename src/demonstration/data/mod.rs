//! Flat tables of words: what the invented people, places and papers are made of. No logic, and no real person.

pub(crate) mod casework;
pub(crate) mod fund;
pub(crate) mod guidance;
pub(crate) mod households;
pub(crate) mod names;
pub(crate) mod places;
pub(crate) mod prosperity;
pub(crate) mod tours;
pub(crate) mod training;
pub(crate) mod visits;
