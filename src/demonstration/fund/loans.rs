//! Loans: lent on requests, paid back by instalments; some are late, one instalment was put off, one loan was written off
//! and another is asked to be.

use domain::fund::{Terms, schedule, standard};
use domain::records::{AccountKind, Entry, Instalment, Loan, Purpose, Request, RequestKind, RequestState};
use domain::value::Fen;
use domain::{Date, Id};

use super::{Making, entry, yuan};
use crate::calendar::after;
use crate::data::fund::{DEFERRED, REPAID, WRITTEN_OFF};
use crate::number::id;

/// How many loans were given in the year.
const LOANS: usize = 36;
/// Of these, which are late, and which will be written off.
const LATE: [usize; 5] = [4, 9, 15, 22, 27];
const LOST: usize = 2;
const ASKED_TO_BE_LOST: usize = 9;
/// Of the late ones, which had its first open instalment put off.
const PUT_OFF: usize = 15;

impl Making<'_> {
    /// Lends, and takes in what came back.
    pub(super) fn lend(&mut self) {
        let borrowers = self.asking(Purpose::StartUp, LOANS, 900);
        for (place, household) in borrowers.into_iter().enumerate() {
            let is_early = place == LOST || LATE.contains(&place);
            let amount = if place == LOST { yuan(5_000) } else { yuan(i64::from(self.dice.between(5, 20)) * 1000) };
            let (most, least) = if is_early { (330, 220) } else { (330, 24) };
            let drafted_on = self.some_draft_day(household, most, least);
            let request = self.request(household, RequestKind::Loan, Purpose::StartUp, amount, drafted_on);
            let (own, request) = self.paid(request);
            let loan = self.loan(own, &request);
            self.pay(own, &request, AccountKind::Loans, AccountKind::Bank, Some(loan));
            self.instalments(loan, &request, place);
        }
    }

    fn loan(&mut self, own: Id<Request>, request: &Request) -> Id<Loan> {
        let loan = id(u32::try_from(self.fund.loans.len() + 1).unwrap_or(u32::MAX));
        let record = Loan {
            case: request.case,
            request: Some(own),
            principal: request.amount,
            lent_on: request.paid_on,
            months: request.months,
            rate: request.rate,
            purpose: request.purpose,
            note: String::new(),
        };
        self.fund.loans.push((loan, record));
        loan
    }

    /// The instalments, and what was paid of those that are due.
    fn instalments(&mut self, loan: Id<Loan>, request: &Request, place: usize) {
        let lent_on = request.paid_on.unwrap_or(self.today);
        let paid_at_most = match place {
            LOST => 0,
            place if LATE.contains(&place) => 1,
            _ => usize::MAX,
        };
        let mut is_put_off = place != PUT_OFF;
        for (number, due) in (1u32..).zip(schedule(terms(request, lent_on))) {
            let is_paid = due.on < self.today && (number as usize) <= paid_at_most;
            let puts_off = !is_paid && !is_put_off;
            is_put_off |= puts_off;
            let instalment = Instalment {
                loan: Some(loan),
                number,
                due_on: Some(if puts_off { after(due.on.max(self.today), 30) } else { due.on }),
                principal: due.principal,
                charge: due.charge,
                reason: if puts_off { DEFERRED.to_owned() } else { String::new() },
            };
            let own = id(u32::try_from(self.fund.instalments.len() + 1).unwrap_or(u32::MAX));
            self.fund.instalments.push((own, instalment));
            if is_paid {
                let on = after(due.on, -self.dice.between(0, 3)).max(lent_on);
                self.repay(loan, request, on, due.charge, due.principal);
            }
        }
    }

    /// The entries of a repayment: interest to the returns, principal back to what was lent.
    fn repay(&mut self, loan: Id<Loan>, request: &Request, on: Date, charge: Fen, principal: Fen) {
        let name = self.households.iter().find(|one| Some(one.id) == request.case).map_or("", |one| one.head());
        let name = name.to_owned();
        let parts = [(AccountKind::Returns, charge, None), (AccountKind::Loans, principal, request.purpose)];
        for (kind, amount, purpose) in parts.into_iter().filter(|(_, amount, _)| amount.0 > 0) {
            let posting = entry(on, REPAID, AccountKind::Bank, kind, amount);
            self.postings.push(Entry { purpose, case: request.case, loan: Some(loan), party: name.clone(), ..posting });
        }
    }

    /// One loan was written off; another one is asked to be.
    pub(super) fn write_off(&mut self) {
        for (place, is_done) in [(LOST, true), (ASKED_TO_BE_LOST, false)] {
            let Some((loan, record)) = self.fund.loans.get(place).cloned() else { continue };
            let owed = record.principal.0 - self.paid_back(loan);
            let drafted_on = after(self.today, if is_done { -40 } else { -6 });
            let request = Request {
                case: record.case,
                kind: Some(RequestKind::WriteOff),
                amount: Fen(owed),
                grounds: WRITTEN_OFF.to_owned(),
                state: Some(RequestState::Drafted),
                drafted_on: Some(drafted_on),
                loan: Some(loan),
                ..Request::default()
            };
            let own = self.next_request();
            let state = if is_done { RequestState::Approved } else { RequestState::Submitted };
            let mut request = self.brought_to(request, state, 0);
            if is_done {
                let on = request.seconded_on.or(request.approved_on).map(|on| after(on, 1));
                (request.state, request.paid_on) = (Some(RequestState::Paid), on);
                request.paid_by = crate::data::fund::CASHIER.to_owned();
                self.pay(own, &request, AccountKind::WrittenOff, AccountKind::Loans, Some(loan));
            }
            self.fund.write_offs.push((own, request));
        }
    }

    fn paid_back(&self, loan: Id<Loan>) -> i64 {
        let lent = Some(standard(AccountKind::Loans));
        let back = self.postings.iter().filter(|posting| posting.loan == Some(loan) && posting.credit == lent);
        back.map(|posting| posting.amount.0).sum()
    }
}

const fn terms(request: &Request, lent_on: Date) -> Terms {
    Terms {
        principal: request.amount,
        lent_on,
        months: request.months,
        instalments: request.instalments,
        rate: request.rate,
        fee: request.fee,
    }
}
