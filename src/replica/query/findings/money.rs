//! Money that tablets spent, reversed or took in without knowing of each other. No posting is dropped: a person reverses
//! one, or says why it is as it should be (the bank lends, money is on its way, it was really paid twice).

use std::collections::BTreeSet;

use domain::Id;
use domain::records::Entry;

use super::{Finding, Spent};
use crate::State;
use crate::query::cases;
use crate::query::fund::{self, Below, Ledger, below_zero, overpaid, paid_twice, reversed_twice};

/// All that a merge made of the fund: what was done twice first, because it may be why an account is below zero.
pub(super) fn found(state: &State) -> Vec<Finding> {
    if state.all::<Entry>().rows().is_empty() {
        return Vec::new();
    }
    let ledger = Ledger::of(state);
    let mut found = twice(state, &ledger);
    found.extend(below(state, &ledger));
    found
}

/// What is done once and was done more than once.
fn twice(state: &State, ledger: &Ledger) -> Vec<Finding> {
    let all = |entries: Vec<Id<Entry>>| -> Vec<Spent> {
        entries.into_iter().filter_map(|entry| spent(state, ledger, entry)).collect()
    };
    let name = |spent: &[Spent]| spent.first().map(|spent| spent.name.clone()).unwrap_or_default();
    let paid = paid_twice(state).into_iter().map(|(request, entries)| {
        let payments = all(entries);
        Finding::PaidTwice { request, name: name(&payments), payments }
    });
    let reversed = reversed_twice(state).into_iter().filter_map(|(entry, reversals)| {
        Some(Finding::ReversedTwice { entry: spent(state, ledger, entry)?, reversals: all(reversals) })
    });
    let overpaid = overpaid(ledger).into_iter().map(|found| {
        let (loan, over, repayments) = (found.loan, found.over, all(found.repayments));
        Finding::Overpaid { loan, name: name(&repayments), over, repayments }
    });
    reversed.chain(paid).chain(overpaid).collect()
}

/// Money accounts below zero, and sources of which more was spent than they gave. Where an account says it already, the
/// source is not listed once more.
fn below(state: &State, ledger: &Ledger) -> Vec<Finding> {
    let found = below_zero(state);
    let (money, sources): (Vec<&Below>, Vec<&Below>) = found.iter().partition(|below| is_money(ledger, below));
    let said: BTreeSet<Id<Entry>> = money.iter().flat_map(|below| beyond(below)).collect();
    let unsaid = sources.into_iter().filter(|below| !beyond(below).all(|entry| said.contains(&entry)));
    money.iter().copied().chain(unsaid).map(|below| one_below(state, ledger, below)).collect()
}

fn is_money(ledger: &Ledger, below: &Below) -> bool {
    below.account.is_some_and(|account| ledger.class(account) == domain::fund::Class::Money)
}

/// The payments for which there was nothing left.
fn beyond(below: &Below) -> impl Iterator<Item = Id<Entry>> + '_ {
    below.entries.iter().filter(|contender| contender.is_beyond).map(|contender| contender.entry)
}

fn one_below(state: &State, ledger: &Ledger, below: &Below) -> Finding {
    let account = below.account.and_then(|id| ledger.accounts().get(&id));
    Finding::BelowZero {
        account: below.account,
        kind: account.and_then(|account| account.kind),
        name: account.map(|account| account.name.clone()).unwrap_or_default(),
        short: below.short,
        beyond: beyond(below).filter_map(|entry| spent(state, ledger, entry)).collect(),
    }
}

fn spent(state: &State, ledger: &Ledger, entry: Id<Entry>) -> Option<Spent> {
    let posting = ledger.posting(entry)?;
    let case = posting.entry.case;
    let name = if case.is_some() { cases::name_of(state, case) } else { posting.entry.party.clone() };
    Some(Spent {
        entry: posting.id,
        on: posting.on,
        name,
        narration: fund::narration(&posting.entry).to_owned(),
        fen: posting.amount,
    })
}
