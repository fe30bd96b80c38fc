//! Reverses an entry: posts its opposite, which names it. The entry itself stays as it is.

use domain::fund::Class;
use domain::records::{Entry, EntryField, Instalment, InstalmentField, Loan, Request, RequestState};
use domain::{Date, Fault, Id, Problem};

use super::posting::{check_postings, class};
use super::{Command, Draft, Intent};
use crate::State;
use crate::query::fund::{self, Ledger};

/// Reverses an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct ReverseEntry {
    /// Which.
    pub entry: Id<Entry>,
    /// The day of the reversal.
    pub on: Date,
    /// Why.
    pub reason: String,
    /// Who reverses it.
    pub posted_by: String,
}

impl Command for ReverseEntry {
    fn intent(&self) -> Intent {
        Intent::ReverseEntry
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let ledger = Ledger::of(state);
        let Some(posting) = ledger.posting(self.entry) else { return vec![Problem::of_entry(Fault::Gone)] };
        if !ledger.stands(self.entry) {
            return vec![Problem::of_entry(Fault::AlreadyReversed)];
        }
        let mut problems = Vec::new();
        if self.reason.trim().is_empty() {
            problems.push(Problem::at(EntryField::narration, Fault::Missing));
        }
        if self.on < posting.on {
            problems.push(Problem::at(EntryField::on, Fault::EndsBeforeStart));
        }
        let reversal = self.reversal(&posting.entry);
        let goes_below = |loan| {
            let owed = fund::owed(&ledger.with([&reversal]), loan);
            owed.0 < 0 && owed < fund::owed(&ledger, loan)
        };
        if posting.entry.loan.is_some_and(goes_below) {
            // What was paid back has to be reversed before what was lent.
            problems.push(Problem::of_entry(Fault::StepClosed));
        }
        problems.extend(check_postings(state, &[reversal], today));
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let ledger = Ledger::of(draft.state());
        let Some(posting) = ledger.posting(self.entry) else { return };
        let reversal = self.reversal(&posting.entry);
        draft.create(&reversal);
        let pays_out = class(draft.state(), posting.entry.debit) == Some(Class::Loans);
        if let Some(loan) = posting.entry.loan.filter(|_| pays_out) {
            self.take_back(draft, loan);
        }
        // Tablets apart may have paid it twice: then it is paid still.
        let is_unpaid = |request: &Id<Request>| !fund::is_paid(&ledger.with([&reversal]), *request);
        if let Some(request) = posting.entry.request.filter(is_unpaid) {
            draft.update(request, |request| {
                request.state = Some(RequestState::Approved);
                (request.paid_by, request.paid_on) = (String::new(), None);
                (request.verified_by, request.verified_on) = (String::new(), None);
            });
        }
    }
}

impl ReverseEntry {
    fn reversal(&self, entry: &Entry) -> Entry {
        Entry {
            on: Some(self.on),
            narration: self.reason.clone(),
            debit: entry.credit,
            credit: entry.debit,
            reverses: Some(self.entry),
            source: None,
            receipt: None,
            voucher: String::new(),
            posted_by: self.posted_by.clone(),
            ..entry.clone()
        }
    }

    /// A loan that was never paid out is none.
    fn take_back(&self, draft: &mut Draft<'_>, loan: Id<Loan>) {
        let instalments = draft.state().referring::<Instalment>(InstalmentField::loan, loan.raw());
        let instalments: Vec<_> = instalments.map(|(id, _)| id).collect();
        instalments.into_iter().for_each(|id| draft.remove(id, &self.reason));
        draft.remove(loan, &self.reason);
    }
}
