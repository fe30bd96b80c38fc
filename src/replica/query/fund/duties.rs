//! Who may do what for the fund, and what postings stand on. While nobody of the staff has a duty, an office has not
//! shared out the work: then everybody has all of them. Two persons above the limit are two persons even then.

use domain::fund::{duty_of, standard_roles};
use domain::records::{Entry, FundRole, Instalment, Loan, Request, RequestState, RequestStep, Staff};
use domain::{Choice, Id, Kind, Uuid};

use crate::State;

/// Who may do a step.
#[must_use]
pub fn roles_of(state: &State, step: RequestStep) -> Vec<FundRole> {
    let set = state.get(duty_of(step)).map(|duty| duty.roles.clone());
    set.filter(|roles| !roles.is_empty()).unwrap_or_else(|| standard_roles(step).to_vec())
}

/// What somebody does for the fund; nobody is somebody who has no record among the staff.
#[must_use]
pub fn roles_held(state: &State, staff: Option<Id<Staff>>) -> Vec<FundRole> {
    if !super::waiting::is_shared_out(state) {
        return FundRole::ALL.to_vec();
    }
    staff.and_then(|id| state.get(id)).map(|person| person.duties.clone()).unwrap_or_default()
}

/// Whether somebody with these roles may do a step.
#[must_use]
pub fn may(state: &State, step: RequestStep, roles: &[FundRole]) -> bool {
    roles_of(state, step).iter().any(|role| roles.contains(role))
}

/// Whether a record has to stay: postings stand on it, or it was handed in.
#[must_use]
pub fn is_held(state: &State, kind: Kind, id: Uuid) -> bool {
    match kind {
        Kind::Account => {
            is_posted(state, |entry| [entry.debit, entry.credit, entry.source].contains(&Some(Id::new(id))))
        }
        Kind::Request => {
            state.get(Id::new(id)).is_some_and(was_handed_in)
                || is_posted(state, |entry| entry.request == Some(Id::new(id)))
        }
        Kind::Loan => is_loan_posted(state, Id::new(id)),
        Kind::Instalment => {
            let loan = state.get(Id::<Instalment>::new(id)).and_then(|instalment| instalment.loan);
            loan.is_some_and(|loan| is_loan_posted(state, loan))
        }
        _ => false,
    }
}

fn is_loan_posted(state: &State, loan: Id<Loan>) -> bool {
    is_posted(state, |entry| entry.loan == Some(loan))
}

fn was_handed_in(request: &Request) -> bool {
    !matches!(request.state, None | Some(RequestState::Drafted | RequestState::Returned))
}

/// Whether there is such an entry, removed or not: what was posted counts.
fn is_posted(state: &State, is_it: impl Fn(&Entry) -> bool) -> bool {
    state.all::<Entry>().rows().iter().any(|row| is_it(&row.value))
}
