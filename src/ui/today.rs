//! Today: what is due, and on a new tablet how to begin.

mod page;
mod welcome;

pub(crate) use page::TodayPage;
