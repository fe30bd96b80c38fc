//! The income of households by year, and the poverty line that it is held against.

pub(super) mod form;
pub(super) mod line_form;
pub(super) mod lines;
pub(super) mod part;
