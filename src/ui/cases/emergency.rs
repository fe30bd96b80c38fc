//! Emergencies: reported in a few fields from anywhere, counted down, followed up, and closed with a result.

pub(super) mod card;
pub(super) mod list;
pub(super) mod next;
pub(super) mod page;
pub(super) mod report;
