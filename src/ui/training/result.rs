//! What came of a session: who passed, certificates, what trainees thought of it, and what became of them.

pub(super) mod certificates;
pub(super) mod form;
pub(super) mod list;
