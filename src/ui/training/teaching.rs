//! What is taught, where and by whom: lists, and a form for each.

pub(super) mod course_form;
pub(super) mod courses;
mod form;
pub(super) mod instructor_form;
pub(super) mod instructors;
mod network;
pub(super) mod site_form;
pub(super) mod sites;
