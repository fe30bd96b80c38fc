//! Pays an approved request: the step and its entry are one change. A loan is made with its instalments; a loan that
//! is written off moves from what is outstanding to what was lost.

use domain::fund::{self, Terms};
use domain::records::{
    Account, AccountKind, Case, Entry, EntryField, Instalment, Loan, Purpose, Request, RequestField, RequestKind,
    RequestState, RequestStep,
};
use domain::value::Fen;
use domain::{Date, Fault, Id, Problem};

use super::advance_request::Signatory;
use super::posting::{check_money, check_postings};
use super::save_request::{check_request, terms};
use super::{Command, Draft, Intent};
use crate::State;
use crate::query::fund::{Ledger, check_code, is_paid, needs_second, open_steps};

/// Pays a request.
#[derive(Clone, Debug, PartialEq)]
pub struct PayRequest {
    /// Which.
    pub id: Id<Request>,
    /// From which account; of no account when a loan is written off.
    pub account: Id<Account>,
    /// The day.
    pub on: Date,
    /// Who pays.
    pub by: Signatory,
    /// The number of the voucher.
    pub voucher: String,
    /// The source to draw on; nothing to let the rule choose.
    pub source: Option<Id<Account>>,
    /// The receipt to draw on; nothing to let the rule choose.
    pub receipt: Option<Id<Entry>>,
}

impl Command for PayRequest {
    fn intent(&self) -> Intent {
        Intent::PayRequest
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let Some(request) = state.get(self.id) else { return vec![Problem::of_entry(Fault::Gone)] };
        if is_paid(&Ledger::of(state), self.id) {
            return vec![Problem::of_entry(Fault::AlreadyPaid)];
        }
        if !open_steps(request.state).contains(&RequestStep::Pay) {
            return vec![Problem::of_entry(Fault::StepClosed)];
        }
        let mut problems: Vec<Problem> = self.by.check(state, RequestStep::Pay).into_iter().collect();
        problems.extend(check_request(state, Some(self.id), request, today));
        if needs_second(state, request) && request.seconded_by.is_empty() {
            let first = Fault::SecondPerson(request.approved_by.clone());
            problems.push(Problem::at(RequestField::seconded_by, first));
        }
        if request.approved != request.amount {
            problems.push(Problem::at(RequestField::amount, Fault::ApprovedOther(request.approved)));
        } else if request.approved_as != check_code(request) {
            problems.push(Problem::of_entry(Fault::ChangedSince));
        }
        if request.kind != Some(RequestKind::WriteOff) {
            problems.extend(check_money(state, EntryField::credit, self.account));
        }
        if request.approved_on.is_some_and(|approved| self.on < approved) {
            problems.push(Problem::at(EntryField::on, Fault::EndsBeforeStart));
        }
        match self.entry(state, request) {
            Some(entry) if problems.is_empty() => check_postings(state, &[entry], today),
            _ => problems,
        }
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let Some(request) = draft.state().get(self.id).cloned() else { return };
        let Some(entry) = self.entry(draft.state(), &request) else { return };
        let name = self.by.name(draft.state());
        let loan = match request.kind {
            Some(RequestKind::Loan) => {
                Some(write_loan(draft, terms(&request, self.on), request.purpose, request.case, Some(self.id)))
            }
            _ => entry.loan,
        };
        draft.create(&Entry { loan, ..entry });
        draft.update(self.id, |request| {
            request.state = Some(RequestState::Paid);
            (request.paid_by, request.paid_on) = (name, Some(self.on));
        });
    }
}

impl PayRequest {
    fn entry(&self, state: &State, request: &Request) -> Option<Entry> {
        let lent = fund::standard(AccountKind::Loans);
        let (debit, credit, loan) = match request.kind? {
            RequestKind::Grant => (fund::standard(request.purpose?.account()), self.account, None),
            RequestKind::Loan => (lent, self.account, None),
            RequestKind::WriteOff => (fund::standard(AccountKind::WrittenOff), lent, request.loan),
            _ => return None,
        };
        Some(Entry {
            on: Some(self.on),
            debit: Some(debit),
            credit: Some(credit),
            amount: request.amount,
            purpose: request.purpose,
            source: self.source,
            receipt: self.receipt,
            case: request.case,
            request: Some(self.id),
            loan,
            voucher: self.voucher.clone(),
            posted_by: self.by.name(state),
            ..Entry::default()
        })
    }
}

/// A loan with its instalments; the entry that pays it out is its maker's to write.
pub(super) fn write_loan(
    draft: &mut Draft<'_>,
    terms: Terms,
    purpose: Option<Purpose>,
    case: Option<Id<Case>>,
    request: Option<Id<Request>>,
) -> Id<Loan> {
    let (principal, lent_on) = (terms.principal, Some(terms.lent_on));
    let (months, rate, note) = (terms.months, terms.rate, String::new());
    let loan = draft.create(&Loan { case, request, principal, lent_on, months, rate, purpose, note });
    for (number, due) in (1..).zip(fund::schedule(terms)) {
        let (due_on, principal, charge): (_, Fen, Fen) = (Some(due.on), due.principal, due.charge);
        let loan = Some(loan);
        draft.create(&Instalment { loan, number, due_on, principal, charge, reason: String::new() });
    }
    loan
}
