//! What the flows and the benchmark share: a harness that knows browsers but not Bangfu, and page models that know
//! Bangfu's screens by role and label. It must never look for anything that a screen reader could not find.

pub mod harness;
pub mod pages;
