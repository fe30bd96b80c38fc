//! What waits for a person of the staff, and whom a request waits for.

use domain::Id;
use domain::Sorting as _;
use domain::fund::check_code;
use domain::records::{Request, RequestStep, Staff};

use super::duties::{may, roles_held, roles_of};
use super::requests::{RequestLine, waiting_for};
use crate::State;

/// The requests whose next step a person may do, the oldest first. Whoever approved one first is not asked again.
#[must_use]
pub fn waits_for(state: &State, staff: Option<Id<Staff>>) -> Vec<RequestLine> {
    let mut lines = waiting_for(state, &roles_held(state, staff));
    let is_half = |line: &RequestLine| line.steps.first() == Some(&RequestStep::Approve);
    lines.retain(|line| !(is_half(line) && has_approved(&line.request, staff)));
    lines
}

/// Whether that person approved it, as it is now, as the first of two.
#[must_use]
pub fn has_approved(request: &Request, staff: Option<Id<Staff>>) -> bool {
    staff.is_some() && request.approver == staff && request.approved_as == check_code(request)
}

/// The steps of a request that a person may do now, the one that leads on first.
#[must_use]
pub fn steps_for(state: &State, line: &RequestLine, staff: Option<Id<Staff>>) -> Vec<RequestStep> {
    let roles = roles_held(state, staff);
    let is_open = |step: &&RequestStep| {
        may(state, **step, &roles) && !(**step == RequestStep::Approve && has_approved(&line.request, staff))
    };
    line.steps.iter().filter(is_open).copied().collect()
}

/// Who of the staff may do a step, by name; nobody while no person has a duty.
#[must_use]
pub fn who_may(state: &State, step: RequestStep) -> Vec<(Id<Staff>, String)> {
    let roles = roles_of(state, step);
    let all = state.all::<Staff>().iter();
    let able = all.filter(|(_, person)| person.duties.iter().any(|role| roles.contains(role)));
    let mut names: Vec<(Id<Staff>, String)> = able.map(|(id, person)| (id, person.name.clone())).collect();
    names.arrange_by_cached_key(|(_, name)| domain::pinyin::sort_key(name));
    names
}

/// Whether the work is shared out: somebody of the staff has a duty.
#[must_use]
pub fn is_shared_out(state: &State) -> bool {
    state.all::<Staff>().iter().any(|(_, person)| !person.duties.is_empty())
}
