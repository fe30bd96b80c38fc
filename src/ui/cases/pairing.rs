//! Helpers and pairing: who helps, how much room each has, which cases wait, and who was responsible for a case when.
//! Nothing here decides who may help whom; the replica does.

pub(super) mod board;
pub(super) mod end;
pub(super) mod hand_over;
pub(super) mod helper_form;
pub(super) mod helper_list;
pub(super) mod helper_page;
pub(super) mod part;
mod reasons;
mod spread;
