//! Takes in what is paid back of a loan: interest and fee go to the fund's returns, principal back to what was lent.

use domain::fund;
use domain::records::{Account, AccountKind, Entry, EntryField, Loan};
use domain::value::Fen;
use domain::{Date, Fault, Id, Problem};

use super::posting::{check_amount, check_money, check_postings};
use super::{Command, Draft, Intent};
use crate::State;
use crate::query::fund::{loan, split};

/// Takes in a repayment, of one instalment, of part of one, or of more.
#[derive(Clone, Debug, PartialEq)]
pub struct RepayLoan {
    /// Which loan.
    pub loan: Id<Loan>,
    /// Into which account.
    pub account: Id<Account>,
    /// The day.
    pub on: Date,
    /// How much.
    pub amount: Fen,
    /// What the entries shall say.
    pub narration: String,
    /// The number of the voucher.
    pub voucher: String,
    /// Who takes it in.
    pub posted_by: String,
}

impl Command for RepayLoan {
    fn intent(&self) -> Intent {
        Intent::RepayLoan
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let Some(found) = loan(state, self.loan) else { return vec![Problem::of_entry(Fault::Gone)] };
        if let Some(fault) = check_amount(self.amount) {
            return vec![Problem::at(EntryField::amount, fault)];
        }
        if found.lent_on.is_some_and(|lent_on| self.on < lent_on) {
            return vec![Problem::at(EntryField::on, Fault::EndsBeforeStart)];
        }
        if let Some(problem) = check_money(state, EntryField::debit, self.account) {
            return vec![problem];
        }
        let (charges, principal) = split(&found, self.on, self.amount);
        if charges.0 + principal.0 < self.amount.0 {
            let owed = Fen(charges.0 + principal.0);
            return vec![Problem::at(EntryField::amount, Fault::AboveOwed { owed })];
        }
        let mut problems = check_postings(state, &self.entries(state), today);
        // Two entries of one press: what is wrong with both is said once.
        problems.dedup_by(|one, two| (one.field, &one.fault) == (two.field, &two.fault));
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let entries = self.entries(draft.state());
        entries.iter().for_each(|entry| {
            draft.create(entry);
        });
    }
}

impl RepayLoan {
    /// The entries: the charges, then the principal; each only if there is any.
    fn entries(&self, state: &State) -> Vec<Entry> {
        let Some(found) = loan(state, self.loan) else { return Vec::new() };
        let purpose = state.get(self.loan).and_then(|loan| loan.purpose);
        let (charges, principal) = split(&found, self.on, self.amount);
        let entry = |kind, amount, purpose| Entry {
            on: Some(self.on),
            narration: self.narration.clone(),
            debit: Some(self.account),
            credit: Some(fund::standard(kind)),
            amount,
            purpose,
            case: found.case,
            loan: Some(self.loan),
            voucher: self.voucher.clone(),
            party: found.name.clone(),
            posted_by: self.posted_by.clone(),
            ..Entry::default()
        };
        let entries = [entry(AccountKind::Returns, charges, None), entry(AccountKind::Loans, principal, purpose)];
        entries.into_iter().filter(|entry| entry.amount.0 > 0).collect()
    }
}
