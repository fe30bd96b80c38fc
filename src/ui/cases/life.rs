//! The life of a case on its page: where it stands, the steps it took, its notices, and the steps that are open now.

pub(super) mod card;
pub(super) mod notice_form;
pub(super) mod step_form;
