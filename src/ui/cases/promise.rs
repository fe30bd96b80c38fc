//! Promises: what is due of them, what was kept, and the form that revises one.

pub(crate) mod card;
pub(super) mod form;
pub(crate) mod keep;
