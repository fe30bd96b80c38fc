//! Loans: what is owed, which instalments are settled, and which are due. What was paid is read from the ledger; the
//! instalments only say when it should be.

use domain::Sorting as _;
use domain::fund::Class;
use domain::records::{Case, Instalment, InstalmentField, Loan};
use domain::value::Fen;
use domain::{Date, Id};

use super::ledger::{Ledger, Posting};
use crate::State;
use crate::query::cases;

/// A loan and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct LoanLine {
    /// The loan.
    pub id: Id<Loan>,
    /// To whom.
    pub case: Option<Id<Case>>,
    /// What the case is called.
    pub name: String,
    /// How much was lent.
    pub principal: Fen,
    /// When.
    pub lent_on: Option<Date>,
    /// How much of the principal is owed.
    pub owed: Fen,
    /// How much of it was paid back.
    pub repaid: Fen,
    /// How much of it was written off.
    pub written_off: Fen,
    /// How much interest and fees were paid.
    pub charges_paid: Fen,
    /// The instalments, the next ones after those that are settled.
    pub instalments: Vec<InstalmentLine>,
}

/// An instalment and what is left of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InstalmentLine {
    /// The instalment.
    pub id: Id<Instalment>,
    /// 1, 2, 3 …
    pub number: u32,
    /// By when.
    pub due_on: Option<Date>,
    /// The principal to be paid with it.
    pub principal: Fen,
    /// The interest and fee to be paid with it.
    pub charge: Fen,
    /// How much of its principal is not paid.
    pub principal_left: Fen,
    /// How much of its interest and fee is not paid.
    pub charge_left: Fen,
}

impl InstalmentLine {
    /// What is not paid of it.
    #[must_use]
    pub const fn left(&self) -> Fen {
        Fen(self.principal_left.0 + self.charge_left.0)
    }

    /// Whether it should have been paid by a day and was not.
    #[must_use]
    pub fn is_late(&self, day: Date) -> bool {
        self.left().0 > 0 && self.due_on.is_some_and(|due_on| due_on < day)
    }
}

/// An instalment that is due.
#[derive(Clone, Debug, PartialEq)]
pub struct Reminder {
    /// The loan.
    pub loan: Id<Loan>,
    /// To whom.
    pub case: Option<Id<Case>>,
    /// What the case is called.
    pub name: String,
    /// Which instalment.
    pub number: u32,
    /// By when.
    pub due_on: Date,
    /// How much is not paid of it.
    pub left: Fen,
}

/// How much of a loan's principal is owed.
#[must_use]
pub fn owed(ledger: &Ledger, loan: Id<Loan>) -> Fen {
    let of_loan = ledger.postings().iter().filter(|posting| posting.entry.loan == Some(loan));
    let lends = |posting: &Posting| if ledger.class(posting.debit) == Class::Loans { posting.amount.0 } else { 0 };
    let takes = |posting: &Posting| if ledger.class(posting.credit) == Class::Loans { posting.amount.0 } else { 0 };
    Fen(of_loan.map(|posting| lends(posting) - takes(posting)).sum())
}

/// A loan as its page shows it.
#[must_use]
pub fn loan(state: &State, id: Id<Loan>) -> Option<LoanLine> {
    line(state, &Ledger::of(state), id, state.get(id)?)
}

/// All loans, those still owed first, then by day.
#[must_use]
pub fn loans(state: &State) -> Vec<LoanLine> {
    let ledger = Ledger::of(state);
    let all = state.all::<Loan>().iter();
    let mut lines: Vec<LoanLine> = all.filter_map(|(id, loan)| line(state, &ledger, id, loan)).collect();
    lines.arrange_by_key(|line| (line.owed.0 <= 0, line.lent_on, line.id));
    lines
}

fn line(state: &State, ledger: &Ledger, id: Id<Loan>, loan: &Loan) -> Option<LoanLine> {
    let sum = |is_it: &dyn Fn(&Posting) -> bool| {
        let of_loan = ledger.standing().filter(|posting| posting.entry.loan == Some(id));
        Fen(of_loan.filter(|posting| is_it(posting)).map(|posting| posting.amount.0).sum())
    };
    let is_taken = |posting: &Posting| ledger.class(posting.credit) == Class::Loans;
    let is_written_off = |posting: &Posting| is_taken(posting) && ledger.class(posting.debit) == Class::Use;
    let repaid = sum(&|posting| is_taken(posting) && !is_written_off(posting));
    let written_off = sum(&is_written_off);
    let charges_paid = sum(&|posting| ledger.class(posting.credit) == Class::Source);
    let owed = owed(ledger, id);
    let settled = (repaid.0 + written_off.0, if owed.0 > 0 { charges_paid.0 } else { i64::MAX });
    Some(LoanLine {
        id,
        case: loan.case,
        name: cases::name_of(state, loan.case),
        principal: loan.principal,
        lent_on: loan.lent_on,
        owed,
        repaid,
        written_off,
        charges_paid,
        instalments: instalments(state, id, settled),
    })
}

/// The instalments, with what was settled (principal, charges) counted towards the first ones first. When nothing is
/// owed any more, the charges of instalments to come fall away.
fn instalments(state: &State, loan: Id<Loan>, settled: (i64, i64)) -> Vec<InstalmentLine> {
    let mut all: Vec<_> = state.referring::<Instalment>(InstalmentField::loan, loan.raw()).collect();
    all.arrange_by_key(|(id, instalment)| (instalment.due_on, instalment.number, *id));
    let (mut principal, mut charges) = settled;
    let line = |(id, instalment): (Id<Instalment>, &Instalment)| {
        let paid = (principal.min(instalment.principal.0), charges.min(instalment.charge.0));
        (principal, charges) = (principal - paid.0, charges - paid.1);
        InstalmentLine {
            id,
            number: instalment.number,
            due_on: instalment.due_on,
            principal: instalment.principal,
            charge: instalment.charge,
            principal_left: Fen(instalment.principal.0 - paid.0),
            charge_left: Fen(instalment.charge.0 - paid.1),
        }
    };
    all.into_iter().map(line).collect()
}

/// How a repayment is split: (charges, principal). Instalment by instalment, each one's charge before its principal;
/// charges only of those due by that day and of the next one, so that whoever pays early pays no later interest.
/// What is more than both is left over.
#[must_use]
pub fn split(loan: &LoanLine, on: Date, amount: Fen) -> (Fen, Fen) {
    let (mut left, mut charges, mut principal) = (amount.0, 0, 0);
    let mut is_next = true;
    for instalment in loan.instalments.iter().filter(|instalment| instalment.left().0 > 0) {
        let is_due = instalment.due_on.is_none_or(|due_on| due_on <= on);
        let charge = if is_due || is_next { left.min(instalment.charge_left.0) } else { 0 };
        let part = (left - charge).min(instalment.principal_left.0);
        (left, charges, principal) = (left - charge - part, charges + charge, principal + part);
        is_next &= is_due;
    }
    (Fen(charges), Fen(principal))
}

/// The instalments not paid that are due until a day, the oldest first.
#[must_use]
pub fn reminders(state: &State, until: Date) -> Vec<Reminder> {
    let mut due: Vec<Reminder> = Vec::new();
    for line in loans(state).into_iter().filter(|line| line.owed.0 > 0) {
        let open = line.instalments.iter().filter(|instalment| instalment.left().0 > 0);
        due.extend(open.filter_map(|instalment| {
            let due_on = instalment.due_on.filter(|day| *day <= until)?;
            let (loan, case, name) = (line.id, line.case, line.name.clone());
            Some(Reminder { loan, case, name, number: instalment.number, due_on, left: instalment.left() })
        }));
    }
    due.arrange_by_key(|line| (line.due_on, line.loan, line.number));
    due
}
