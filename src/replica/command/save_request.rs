//! Drafts a request to the fund, and revises it while it is a draft or was returned.

use domain::fund::{MOST, Terms};
use domain::records::{Emergency, Need, Request, RequestField, RequestKind, RequestState, Stage};
use domain::value::Fen;
use domain::{Date, Fault, Id, Problem};

use super::posting::check_amount;
use super::{Command, Draft, Intent};
use crate::State;
use crate::query::fund::{self, Ledger};

/// For how long the fund lends at most, in months.
const MONTHS: u32 = 120;
/// The highest interest of a year, in hundredths of a percent.
const RATE: u32 = 2400;

/// Drafts or revises a request.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveRequest {
    /// Which; nothing for a new one.
    pub id: Option<Id<Request>>,
    /// What is asked for. Its state and who did which step stay as they are.
    pub request: Request,
}

impl Command for SaveRequest {
    fn intent(&self) -> Intent {
        Intent::SaveRequest
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let before = self.id.map(|id| state.get(id));
        match before {
            Some(None) => return vec![Problem::of_entry(Fault::Gone)],
            Some(Some(before)) if !is_draft(before) => return vec![Problem::of_entry(Fault::StepClosed)],
            _ => {}
        }
        check_request(state, self.id, &self.request, today)
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let asked = self.request.clone();
        let Some(id) = self.id else {
            let (state, drafted_on) = (Some(RequestState::Drafted), Some(draft.today()));
            draft.create(&asked_only(&asked, Request { state, drafted_on, ..Request::default() }));
            return;
        };
        draft.update(id, |there| *there = asked_only(&asked, there.clone()));
    }
}

/// Drafts a request for the relief of an emergency: the emergency names it from then on.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestRelief {
    /// The emergency.
    pub emergency: Id<Emergency>,
    /// What is asked for.
    pub request: Request,
}

impl Command for RequestRelief {
    fn intent(&self) -> Intent {
        Intent::SaveRequest
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let Some(emergency) = state.get(self.emergency) else { return vec![Problem::of_entry(Fault::Gone)] };
        let mut problems = check_request(state, None, &self.request, today);
        if self.request.case.is_some() && emergency.case != self.request.case {
            problems.push(Problem::at(RequestField::case, Fault::NotInList));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let (state, drafted_on) = (Some(RequestState::Drafted), Some(draft.today()));
        let done = Request { state, drafted_on, ..Request::default() };
        let request = draft.create(&asked_only(&self.request, done));
        draft.update(self.emergency, |emergency| emergency.request = Some(request));
    }
}

fn is_draft(request: &Request) -> bool {
    matches!(request.state, Some(RequestState::Drafted | RequestState::Returned))
}

/// What is asked for in the one, with what was done in the other.
fn asked_only(asked: &Request, done: Request) -> Request {
    Request {
        case: asked.case,
        kind: asked.kind,
        purpose: asked.purpose,
        amount: asked.amount,
        grounds: asked.grounds.clone(),
        need: asked.need,
        months: asked.months,
        instalments: asked.instalments,
        rate: asked.rate,
        fee: asked.fee,
        loan: asked.loan,
        ..done
    }
}

/// What speaks against a request, whoever hands it in.
pub(super) fn check_request(state: &State, id: Option<Id<Request>>, request: &Request, today: Date) -> Vec<Problem> {
    let missing = [
        (RequestField::kind, request.kind.is_none()),
        (RequestField::purpose, request.purpose.is_none() && request.kind != Some(RequestKind::WriteOff)),
        (RequestField::grounds, request.grounds.trim().is_empty()),
    ];
    let missing = missing.into_iter().filter(|(_, is_missing)| *is_missing);
    let mut problems: Vec<Problem> = missing.map(|(field, _)| Problem::at(field, Fault::Missing)).collect();
    problems.extend(check_amount(request.amount).map(|fault| Problem::at(RequestField::amount, fault)));
    problems.extend(check_case(state, request));
    match request.kind {
        Some(RequestKind::Loan) => problems.extend(check_terms(terms(request, today))),
        Some(RequestKind::WriteOff) => problems.extend(check_write_off(state, request)),
        _ => {}
    }
    let left = fund::ceiling_left(state, id, request, today.year()).filter(|left| request.amount > *left);
    problems.extend(left.map(|left| Problem::at(RequestField::amount, Fault::AboveCeiling { left })));
    problems
}

fn check_case(state: &State, request: &Request) -> Option<Problem> {
    let case = request.case.map(|case| state.get(case));
    let need: Option<Option<&Need>> = request.need.map(|need| state.get(need));
    let fault = match case {
        None => Fault::Missing,
        Some(None) => Fault::Gone,
        // What a household that left still owes may be written off.
        Some(Some(case)) if case.stage == Some(Stage::Left) && request.kind != Some(RequestKind::WriteOff) => {
            Fault::CaseClosed
        }
        Some(Some(_)) if need.is_some_and(|need| need.is_none_or(|need| need.case != request.case)) => {
            return Some(Problem::at(RequestField::need, Fault::Gone));
        }
        Some(Some(_)) => return None,
    };
    Some(Problem::at(RequestField::case, fault))
}

/// The terms of the loan that a request asks for, were it lent on a day.
pub(super) const fn terms(request: &Request, lent_on: Date) -> Terms {
    Terms {
        principal: request.amount,
        lent_on,
        months: request.months,
        instalments: request.instalments,
        rate: request.rate,
        fee: request.fee,
    }
}

/// What speaks against the terms of a loan.
pub(super) fn check_terms(terms: Terms) -> Vec<Problem> {
    let within = |field, number: u32, least: u32, most: u32| {
        let out = Fault::OutOfRange { least: i64::from(least), most: i64::from(most) };
        (!(least..=most).contains(&number)).then(|| Problem::at(field, out))
    };
    let fee = !(0..=MOST.0).contains(&terms.fee.0);
    let problems = [
        within(RequestField::months, terms.months, 1, MONTHS),
        within(RequestField::instalments, terms.instalments, 1, terms.months.clamp(1, MONTHS)),
        within(RequestField::rate, terms.rate, 0, RATE),
        fee.then(|| Problem::at(RequestField::fee, Fault::NotMoney)),
    ];
    problems.into_iter().flatten().collect()
}

fn check_write_off(state: &State, request: &Request) -> Option<Problem> {
    let Some((id, loan)) = request.loan.and_then(|id| Some((id, state.get(id)?))) else {
        return Some(Problem::at(RequestField::loan, Fault::Missing));
    };
    if loan.case != request.case {
        return Some(Problem::at(RequestField::loan, Fault::NotInList));
    }
    let owed = fund::owed(&Ledger::of(state), id).max(Fen(0));
    (request.amount > owed).then(|| Problem::at(RequestField::amount, Fault::AboveOwed { owed }))
}
