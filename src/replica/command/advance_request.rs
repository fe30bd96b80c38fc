//! Brings a request one step further, refuses it or returns it. Paying has a command of its own, because it posts.

use domain::records::{FundRole, Request, RequestField, RequestState, RequestStep};
use domain::{Date, Fault, Id, Problem};

use super::save_request::check_request;
use super::{Command, Draft, Intent};
use crate::State;
use crate::query::fund;

/// Who signs a step: the name, and what this person does for the fund.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Signer {
    /// The name.
    pub name: String,
    /// The roles.
    pub roles: Vec<FundRole>,
}

impl Signer {
    /// Whether the signer may do a step.
    pub(super) fn check(&self, state: &State, step: RequestStep) -> Option<Problem> {
        let is_missing = self.name.trim().is_empty();
        let fault = if is_missing { Fault::Missing } else { Fault::NotYourStep };
        let may = !is_missing && fund::may(state, step, &self.roles);
        (!may).then(|| Problem::at(signature(step), fault))
    }
}

/// The field that holds who did a step.
const fn signature(step: RequestStep) -> RequestField {
    match step {
        RequestStep::Submit => RequestField::submitted_by,
        RequestStep::Review => RequestField::reviewed_by,
        RequestStep::Approve => RequestField::approved_by,
        RequestStep::Pay => RequestField::paid_by,
        RequestStep::Verify => RequestField::verified_by,
        _ => RequestField::answered_by,
    }
}

/// The next step of a request, other than paying it.
#[derive(Clone, Debug, PartialEq)]
pub struct AdvanceRequest {
    /// Which.
    pub id: Id<Request>,
    /// The step.
    pub step: RequestStep,
    /// Who does it.
    pub by: Signer,
    /// The day.
    pub on: Date,
    /// What was found (review, verification), or why it is refused or returned.
    pub note: String,
}

impl Command for AdvanceRequest {
    fn intent(&self) -> Intent {
        match self.step {
            RequestStep::Submit => Intent::SubmitRequest,
            RequestStep::Review => Intent::ReviewRequest,
            RequestStep::Approve => Intent::ApproveRequest,
            RequestStep::Verify => Intent::VerifyRequest,
            RequestStep::Refuse => Intent::RefuseRequest,
            _ => Intent::ReturnRequest,
        }
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let Some(request) = state.get(self.id) else { return vec![Problem::of_entry(Fault::Gone)] };
        if self.step == RequestStep::Pay || !fund::open_steps(request.state).contains(&self.step) {
            return vec![Problem::of_entry(Fault::StepClosed)];
        }
        let mut problems: Vec<Problem> = self.by.check(state, self.step).into_iter().collect();
        if self.on > today {
            problems.push(Problem::at(RequestField::answered_on, Fault::InFuture));
        }
        problems.extend(self.check_note());
        match self.step {
            RequestStep::Submit => problems.extend(check_request(state, Some(self.id), request, today)),
            RequestStep::Approve => {
                problems.extend(check_request(state, Some(self.id), request, today));
                problems.extend(self.check_second(request));
            }
            _ => {}
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let is_large = draft.state().get(self.id).is_some_and(|request| fund::needs_second(draft.state(), request));
        draft.update(self.id, |request| self.apply(request, is_large));
    }
}

impl AdvanceRequest {
    fn check_note(&self) -> Option<Problem> {
        let field = match self.step {
            RequestStep::Refuse | RequestStep::Return => RequestField::answer,
            RequestStep::Verify => RequestField::verification,
            _ => return None,
        };
        self.note.trim().is_empty().then(|| Problem::at(field, Fault::Missing))
    }

    /// Who approved it first cannot be the second.
    fn check_second(&self, request: &Request) -> Option<Problem> {
        let first = request.approved_by.trim();
        let is_same = !first.is_empty() && first == self.by.name.trim();
        is_same.then(|| Problem::at(RequestField::seconded_by, Fault::SecondPerson(first.to_owned())))
    }

    fn apply(&self, request: &mut Request, is_large: bool) {
        let (name, on, note) = (self.by.name.trim().to_owned(), Some(self.on), self.note.clone());
        match self.step {
            RequestStep::Submit => {
                (request.submitted_by, request.submitted_on) = (name, on);
                request.state = Some(RequestState::Submitted);
            }
            RequestStep::Review => {
                (request.reviewed_by, request.reviewed_on, request.review) = (name, on, note);
                request.state = Some(RequestState::Reviewed);
            }
            RequestStep::Approve => approve(request, name, on, is_large),
            RequestStep::Verify => {
                (request.verified_by, request.verified_on, request.verification) = (name, on, note);
                request.state = Some(RequestState::Verified);
            }
            _ => {
                let is_refused = self.step == RequestStep::Refuse;
                (request.answered_by, request.answered_on, request.answer) = (name, on, note);
                (request.approved_by, request.approved_on) = (String::new(), None);
                (request.seconded_by, request.seconded_on) = (String::new(), None);
                request.state = Some(if is_refused { RequestState::Refused } else { RequestState::Returned });
            }
        }
    }
}

/// A large sum is approved when the second person has signed.
fn approve(request: &mut Request, name: String, on: Option<Date>, is_large: bool) {
    let is_first = request.approved_by.is_empty();
    if is_first {
        (request.approved_by, request.approved_on) = (name, on);
    } else {
        (request.seconded_by, request.seconded_on) = (name, on);
    }
    if !(is_first && is_large) {
        request.state = Some(RequestState::Approved);
    }
}
