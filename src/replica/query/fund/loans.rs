//! Loans: what is owed, which instalments are settled, and which are due. What was paid is read from the ledger; the
//! instalments only say when it should be.

use std::collections::BTreeMap;

use domain::Sorting as _;
use domain::fund::Class;
use domain::records::{Case, Entry, Instalment, InstalmentField, Loan, LoanField};
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

/// What the ledger says of a loan, in fen.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    lent: i64,
    repaid: i64,
    written_off: i64,
    charges: i64,
}

impl Sums {
    const fn owed(self) -> i64 {
        self.lent - self.repaid - self.written_off
    }

    fn add(&mut self, ledger: &Ledger, posting: &Posting) {
        let part = match (ledger.class(posting.debit), ledger.class(posting.credit)) {
            (Class::Loans, _) => &mut self.lent,
            (Class::Use, Class::Loans) => &mut self.written_off,
            (_, Class::Loans) => &mut self.repaid,
            (_, Class::Source) => &mut self.charges,
            _ => return,
        };
        *part += posting.amount.0;
    }
}

/// The sums of all loans, in one walk through the ledger.
fn sums(ledger: &Ledger) -> BTreeMap<Id<Loan>, Sums> {
    let mut loans: BTreeMap<Id<Loan>, Sums> = BTreeMap::new();
    for posting in ledger.standing() {
        if let Some(loan) = posting.entry.loan {
            loans.entry(loan).or_default().add(ledger, posting);
        }
    }
    loans
}

fn sums_of(ledger: &Ledger, loan: Id<Loan>) -> Sums {
    let mut sums = Sums::default();
    let of_loan = ledger.standing().filter(|posting| posting.entry.loan == Some(loan));
    of_loan.for_each(|posting| sums.add(ledger, posting));
    sums
}

/// How much of a loan's principal is owed.
#[must_use]
pub fn owed(ledger: &Ledger, loan: Id<Loan>) -> Fen {
    Fen(sums_of(ledger, loan).owed())
}

/// A loan of which more came back than was lent.
#[derive(Clone, Debug, PartialEq)]
pub struct Overpaid {
    /// The loan.
    pub loan: Id<Loan>,
    /// By how much.
    pub over: Fen,
    /// What came back, the one that came first first.
    pub repayments: Vec<Id<Entry>>,
}

/// A finding: loans of which more came back than was lent.
#[must_use]
pub fn overpaid(ledger: &Ledger) -> Vec<Overpaid> {
    let over = sums(ledger).into_iter().filter(|(_, sums)| sums.owed() < 0);
    over.map(|(loan, sums)| Overpaid { loan, over: Fen(-sums.owed()), repayments: repayments(ledger, loan) }).collect()
}

/// What came back of a loan, or was written off, in the order of who came first.
fn repayments(ledger: &Ledger, loan: Id<Loan>) -> Vec<Id<Entry>> {
    let of_loan = ledger.standing().filter(|posting| posting.entry.loan == Some(loan));
    let mut back: Vec<&Posting> = of_loan.filter(|posting| ledger.class(posting.credit) == Class::Loans).collect();
    back.sort_by_key(|posting| (posting.made, posting.id));
    back.into_iter().map(|posting| posting.id).collect()
}

/// A loan as its page shows it.
#[must_use]
pub fn loan(state: &State, id: Id<Loan>) -> Option<LoanLine> {
    let loan = state.get(id)?;
    Some(line(state, sums_of(&Ledger::of(state), id), id, loan))
}

/// All loans, those still owed first, then by day.
#[must_use]
pub fn loans(state: &State) -> Vec<LoanLine> {
    let sums = sums(&Ledger::of(state));
    let of = |id: Id<Loan>| sums.get(&id).copied().unwrap_or_default();
    let mut lines: Vec<LoanLine> = state.all::<Loan>().iter().map(|(id, loan)| line(state, of(id), id, loan)).collect();
    lines.arrange_by_key(|line| (line.owed.0 <= 0, line.lent_on, line.id));
    lines
}

/// The loans of a case, those still owed first.
#[must_use]
pub fn loans_of(state: &State, case: Id<Case>) -> Vec<LoanLine> {
    let is_any = state.referring::<Loan>(LoanField::case, case.raw()).next().is_some();
    let all = if is_any { loans(state) } else { vec![] };
    all.into_iter().filter(|line| line.case == Some(case)).collect()
}

fn line(state: &State, sums: Sums, id: Id<Loan>, loan: &Loan) -> LoanLine {
    let charges = if sums.owed() > 0 { sums.charges } else { i64::MAX };
    LoanLine {
        id,
        case: loan.case,
        name: cases::name_of(state, loan.case),
        principal: loan.principal,
        lent_on: loan.lent_on,
        owed: Fen(sums.owed()),
        repaid: Fen(sums.repaid),
        written_off: Fen(sums.written_off),
        charges_paid: Fen(sums.charges),
        instalments: instalments(state, id, (sums.repaid + sums.written_off, charges)),
    }
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
