//! What moved of a loan, and what a household got from the fund and paid back to it, posting by posting.

use domain::fund::Class;
use domain::records::{Case, Entry, Loan};
use domain::value::Fen;
use domain::{Date, Id};

use super::ledger::{Ledger, Posting};
use super::requests::entries_of;
use crate::State;

/// What a posting did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoveKind {
    /// Money was lent.
    Lent,
    /// Principal came back.
    Principal,
    /// Interest or a fee came in.
    Charge,
    /// What was owed was taken as lost.
    WrittenOff,
    /// Money was given.
    Granted,
}

/// A posting of a loan or of a household.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyMove {
    /// The entry.
    pub id: Id<Entry>,
    /// Its day.
    pub on: Date,
    /// What it did.
    pub what: MoveKind,
    /// How much.
    pub amount: Fen,
    /// The entry itself.
    pub entry: Entry,
    /// Whether it is neither reversed nor a reversal.
    pub stands: bool,
}

/// What moved of a loan, in the order of the ledger.
#[must_use]
pub fn moves_of_loan(state: &State, loan: Id<Loan>) -> Vec<MoneyMove> {
    let ledger = Ledger::of(state);
    let of_loan = ledger.postings().iter().filter(|posting| posting.entry.loan == Some(loan));
    of_loan.filter_map(|posting| movement(&ledger, posting)).collect()
}

/// What a household got and paid back, in the order of the ledger.
#[must_use]
pub fn moves_of_case(state: &State, case: Id<Case>) -> Vec<MoneyMove> {
    let postings = entries_of(state, case);
    let ledger = if postings.is_empty() { Ledger::default() } else { Ledger::of(state) };
    postings.iter().filter_map(|posting| movement(&ledger, posting)).collect()
}

fn movement(ledger: &Ledger, posting: &Posting) -> Option<MoneyMove> {
    let what = match (ledger.class(posting.debit), ledger.class(posting.credit)) {
        (Class::Loans, _) => MoveKind::Lent,
        (Class::Use, Class::Loans) => MoveKind::WrittenOff,
        (_, Class::Loans) => MoveKind::Principal,
        (Class::Use, _) => MoveKind::Granted,
        (_, Class::Source) => MoveKind::Charge,
        _ => return None,
    };
    let (id, on, amount) = (posting.id, posting.on, posting.amount);
    Some(MoneyMove { id, on, what, amount, entry: posting.entry.clone(), stands: ledger.stands(id) })
}
