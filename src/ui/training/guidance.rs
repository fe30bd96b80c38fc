//! Guidance teams and their home visits, and science brought to the countryside.

pub(super) mod outreach;
pub(super) mod outreach_form;
pub(super) mod team;
pub(super) mod team_form;
pub(super) mod teams;
