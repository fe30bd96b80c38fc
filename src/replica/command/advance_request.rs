//! Brings a request one step further, refuses it or returns it. Paying has a command of its own, because it posts.

use domain::records::{Request, RequestField, RequestState, RequestStep, Staff};
use domain::value::Fen;
use domain::{Date, Fault, Id, Problem};

use super::save_request::check_request;
use super::{Command, Draft, Intent};
use crate::State;
use crate::query::fund;

/// Who signs a step: a person of the staff, or a name where the books know no staff.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Signatory {
    /// The person.
    pub staff: Option<Id<Staff>>,
    /// The name, where there is no such person.
    pub name: String,
}

impl Signatory {
    /// The name as the record will hold it.
    pub(super) fn name(&self, state: &State) -> String {
        let person = self.staff.and_then(|id| state.get(id));
        person.map_or(self.name.trim(), |person| person.name.trim()).to_owned()
    }

    /// Whether the signatory may do a step.
    pub(super) fn check(&self, state: &State, step: RequestStep) -> Option<Problem> {
        let is_missing = self.name(state).is_empty();
        let fault = if is_missing { Fault::Missing } else { Fault::NotYourStep };
        let may = !is_missing && fund::may(state, step, &fund::roles_held(state, self.staff));
        (!may).then(|| Problem::at(signature(step), fault))
    }

    /// Whether it is who approved a request first.
    fn approved(&self, state: &State, request: &Request) -> bool {
        let has_approved = !request.approved_by.is_empty() && request.approved_as == fund::check_code(request);
        let is_same = self.staff.is_some() && self.staff == request.approver;
        has_approved && (is_same || request.approved_by == self.name(state))
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
    pub by: Signatory,
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
                problems.extend(self.check_second(state, request));
            }
            _ => {}
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let is_large = draft.state().get(self.id).is_some_and(|request| fund::needs_second(draft.state(), request));
        let name = self.by.name(draft.state());
        draft.update(self.id, |request| self.apply(request, name, is_large));
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
    fn check_second(&self, state: &State, request: &Request) -> Option<Problem> {
        let first = || Fault::SecondPerson(request.approved_by.clone());
        self.by.approved(state, request).then(|| Problem::at(RequestField::seconded_by, first()))
    }

    fn apply(&self, request: &mut Request, name: String, is_large: bool) {
        let (on, note) = (Some(self.on), self.note.clone());
        match self.step {
            RequestStep::Submit => {
                // Whoever signed what was handed in before has to sign this.
                withdraw_approval(request);
                (request.submitted_by, request.submitted_on) = (name, on);
                request.state = Some(RequestState::Submitted);
            }
            RequestStep::Review => {
                (request.reviewed_by, request.reviewed_on, request.review) = (name, on, note);
                request.state = Some(RequestState::Reviewed);
            }
            RequestStep::Approve => self.approve(request, name, is_large),
            RequestStep::Verify => {
                (request.verified_by, request.verified_on, request.verification) = (name, on, note);
                request.state = Some(RequestState::Verified);
            }
            _ => {
                let is_refused = self.step == RequestStep::Refuse;
                (request.answered_by, request.answered_on, request.answer) = (name, on, note);
                withdraw_approval(request);
                request.state = Some(if is_refused { RequestState::Refused } else { RequestState::Returned });
            }
        }
    }

    /// A large sum is approved when the second person has signed; both sign for the same household, use and terms.
    fn approve(&self, request: &mut Request, name: String, is_large: bool) {
        let code = fund::check_code(request);
        let is_first = request.approved_by.is_empty() || request.approved_as != code;
        if is_first {
            withdraw_approval(request);
            (request.approved_by, request.approved_on, request.approver) = (name, Some(self.on), self.by.staff);
            (request.approved, request.approved_as) = (request.amount, code);
        } else {
            (request.seconded_by, request.seconded_on) = (name, Some(self.on));
        }
        if !(is_first && is_large) {
            request.state = Some(RequestState::Approved);
        }
    }
}

fn withdraw_approval(request: &mut Request) {
    (request.approved_by, request.approved_on, request.approver) = (String::new(), None, None);
    (request.seconded_by, request.seconded_on) = (String::new(), None);
    (request.approved, request.approved_as) = (Fen(0), String::new());
}
