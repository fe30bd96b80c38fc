//! Posts an entry by hand: money received from a source, spent on a use, given back, or moved from one place to
//! another. Loans and what was there before the ledger have commands of their own.

use domain::fund::Class;
use domain::records::{AccountKind, Entry, EntryField};
use domain::{Date, Fault, Problem};

use super::posting::{check_postings, class};
use super::{Command, Draft, Intent};
use crate::State;
use crate::query::fund;

/// Posts an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct PostEntry {
    /// The entry. What only a payment has (source, receipt) is left out of anything else.
    pub entry: Entry,
}

impl Command for PostEntry {
    fn intent(&self) -> Intent {
        Intent::PostEntry
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let mut problems = Vec::new();
        if self.entry.narration.trim().is_empty() {
            problems.push(Problem::at(EntryField::narration, Fault::Missing));
        }
        problems.extend(self.check_sides(state));
        problems.extend(self.check_source(state));
        if problems.is_empty() {
            problems = check_postings(state, std::slice::from_ref(&self.entry), today);
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let is_payment = class(draft.state(), self.entry.debit) != Some(Class::Money);
        let only_paid = |entry: Entry| Entry { source: None, receipt: None, ..entry };
        let entry = Entry { request: None, loan: None, reverses: None, ..self.entry.clone() };
        draft.create(&if is_payment { entry } else { only_paid(entry) });
    }
}

impl PostEntry {
    fn check_sides(&self, state: &State) -> Option<Problem> {
        let sides = (class(state, self.entry.debit)?, class(state, self.entry.credit)?);
        let debit = self.entry.debit.and_then(|id| fund::account(state, id)).and_then(|account| account.kind);
        let fits = match sides {
            (Class::Money, Class::Money | Class::Source) | (Class::Source, Class::Money) => true,
            (Class::Use, Class::Money) => debit != Some(AccountKind::WrittenOff),
            _ => false,
        };
        (!fits).then(|| Problem::at(EntryField::debit, Fault::SidesDoNotFit))
    }

    fn check_source(&self, state: &State) -> Option<Problem> {
        if self.entry.source.is_some() && class(state, self.entry.source) != Some(Class::Source) {
            return Some(Problem::at(EntryField::source, Fault::NotInList));
        }
        let receipt = self.entry.receipt.map(|id| state.get(id));
        let is_receipt =
            receipt.is_none_or(|entry| entry.is_some_and(|entry| class(state, entry.credit) == Some(Class::Source)));
        (!is_receipt).then(|| Problem::at(EntryField::receipt, Fault::NotInList))
    }
}
