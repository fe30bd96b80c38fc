//! The inbox: what the coming together of tablets left for a person to decide, the most urgent first: chains that forked,
//! fields written differently in two places, rules that a merge broke. What is settled leaves at once, and comes back by undo.

mod conflict;
mod finding;
mod fork;
mod glance;
mod page;
mod waiting;

pub(crate) use glance::InboxCard;
pub(crate) use page::InboxPage;
