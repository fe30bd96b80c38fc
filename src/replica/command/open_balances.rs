//! Enters what the fund had before the ledger began: money, loans outstanding, and from which sources they are.
//! Both sides must be equal. All of it is one change of balanced entries against the opening account.

use domain::fund::{self, Class, Terms};
use domain::records::{Account, AccountKind, Case, Entry, EntryField, Purpose};
use domain::value::Fen;
use domain::{Date, Fault, Id, Problem};

use super::pay_request::write_loan;
use super::posting::{check_postings, class};
use super::save_request::check_terms;
use super::{Command, Draft, Intent};
use crate::State;
use crate::query::fund::Ledger;

/// What is left of a source.
#[derive(Clone, Debug, PartialEq)]
pub struct OpeningSource {
    /// The source.
    pub source: Id<Account>,
    /// What it is earmarked for.
    pub earmark: Option<Purpose>,
    /// Who gave it.
    pub party: String,
    /// How much.
    pub amount: Fen,
}

/// A loan that was given before.
#[derive(Clone, Debug, PartialEq)]
pub struct OpeningLoan {
    /// To whom.
    pub case: Id<Case>,
    /// What for.
    pub purpose: Option<Purpose>,
    /// What is still owed, and how it is paid back from now on.
    pub terms: Terms,
}

/// Enters what the fund had before the ledger began.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenBalances {
    /// The day.
    pub on: Date,
    /// The money, by account. In problems its rows come first, then those of the loans, then those of the sources.
    pub money: Vec<(Id<Account>, Fen)>,
    /// The loans.
    pub loans: Vec<OpeningLoan>,
    /// Where all of that is from.
    pub sources: Vec<OpeningSource>,
    /// What the entries shall say.
    pub narration: String,
    /// Who enters it.
    pub posted_by: String,
}

impl Command for OpenBalances {
    fn intent(&self) -> Intent {
        Intent::OpenBalances
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let opening = fund::standard(AccountKind::Opening);
        let is_open = |posting: &crate::query::fund::Posting| posting.debit == opening || posting.credit == opening;
        if Ledger::of(state).standing().any(is_open) {
            return vec![Problem::of_entry(Fault::StepClosed)];
        }
        let mut problems = self.check_classes(state);
        if problems.is_empty() {
            problems = check_postings(state, &self.entries(), today);
        }
        let loans = (self.money.len()..).zip(&self.loans);
        problems.extend(loans.flat_map(|(row, loan)| check_terms(loan.terms).into_iter().map(move |p| p.in_row(row))));
        if self.narration.trim().is_empty() {
            problems.push(Problem::at(EntryField::narration, Fault::Missing));
        }
        let has = self.money.iter().map(|(_, fen)| fen.0).chain(self.loans.iter().map(|loan| loan.terms.principal.0));
        let (has, from) = (has.sum(), self.sources.iter().map(|source| source.amount.0).sum());
        if has != from {
            problems.push(Problem::of_entry(Fault::Uneven { has: Fen(has), from: Fen(from) }));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let loans = self.money.len()..self.money.len() + self.loans.len();
        for (row, entry) in self.entries().into_iter().enumerate() {
            let loan = loans.contains(&row).then(|| &self.loans[row - loans.start]);
            let loan = loan.map(|loan| write_loan(draft, loan.terms, loan.purpose, Some(loan.case), None));
            draft.create(&Entry { loan, ..entry });
        }
    }
}

impl OpenBalances {
    /// The entries: money, then loans, then sources.
    fn entries(&self) -> Vec<Entry> {
        let opening = fund::standard(AccountKind::Opening);
        let entry = |debit, credit, amount| Entry {
            on: Some(self.on),
            narration: self.narration.clone(),
            debit: Some(debit),
            credit: Some(credit),
            amount,
            posted_by: self.posted_by.clone(),
            ..Entry::default()
        };
        let money = self.money.iter().map(|(account, fen)| entry(*account, opening, *fen));
        let lent = fund::standard(AccountKind::Loans);
        let loans = self.loans.iter().map(|loan| Entry {
            case: Some(loan.case),
            purpose: loan.purpose,
            ..entry(lent, opening, loan.terms.principal)
        });
        let sources = self.sources.iter().map(|source| Entry {
            purpose: source.earmark,
            party: source.party.clone(),
            ..entry(opening, source.source, source.amount)
        });
        money.chain(loans).chain(sources).collect()
    }

    fn check_classes(&self, state: &State) -> Vec<Problem> {
        let money = self.money.iter().map(|(account, _)| (EntryField::debit, *account, Class::Money));
        let first = self.money.len() + self.loans.len();
        let sources = self.sources.iter().map(|source| (EntryField::credit, source.source, Class::Source));
        let rows = (0..).zip(money).chain((first..).zip(sources));
        let wrong = rows.filter(|(_, (_, account, is))| class(state, Some(*account)) != Some(*is));
        wrong.map(|(row, (field, ..))| Problem::at(field, Fault::NotInList).in_row(row)).collect()
    }
}
