//! Money that tablets spent without knowing of each other. No posting is dropped: a person reverses one, or says why it
//! is as it should be (the bank lends, money is on its way).

use std::collections::BTreeSet;

use domain::Id;
use domain::records::Entry;

use super::{Finding, Spent};
use crate::State;
use crate::query::cases;
use crate::query::fund::{Below, Contender, Ledger, below_zero};

/// Money accounts below zero, and sources of which more was spent than they gave. Where an account says it already, the
/// source is not listed once more.
pub(super) fn below(state: &State) -> Vec<Finding> {
    let found = below_zero(state);
    if found.is_empty() {
        return Vec::new();
    }
    let ledger = Ledger::of(state);
    let (money, sources): (Vec<&Below>, Vec<&Below>) = found.iter().partition(|below| is_money(&ledger, below));
    let said: BTreeSet<Id<Entry>> = money.iter().flat_map(|below| beyond(below)).collect();
    let unsaid = sources.into_iter().filter(|below| !beyond(below).all(|entry| said.contains(&entry)));
    money.iter().copied().chain(unsaid).map(|below| finding(state, &ledger, below)).collect()
}

fn is_money(ledger: &Ledger, below: &Below) -> bool {
    below.account.is_some_and(|account| ledger.class(account) == domain::fund::Class::Money)
}

/// The payments for which there was nothing left.
fn beyond(below: &Below) -> impl Iterator<Item = Id<Entry>> + '_ {
    below.entries.iter().filter(|contender| contender.is_beyond).map(|contender| contender.entry)
}

fn finding(state: &State, ledger: &Ledger, below: &Below) -> Finding {
    let account = below.account.and_then(|id| ledger.accounts().get(&id));
    let late = below.entries.iter().filter(|contender| contender.is_beyond);
    Finding::BelowZero {
        account: below.account,
        kind: account.and_then(|account| account.kind),
        name: account.map(|account| account.name.clone()).unwrap_or_default(),
        short: below.short,
        beyond: late.filter_map(|contender| spent(state, ledger, contender)).collect(),
    }
}

fn spent(state: &State, ledger: &Ledger, contender: &Contender) -> Option<Spent> {
    let posting = ledger.posting(contender.entry)?;
    let case = posting.entry.case;
    let name = if case.is_some() { cases::name_of(state, case) } else { posting.entry.party.clone() };
    Some(Spent {
        entry: posting.id,
        on: posting.on,
        name,
        narration: posting.entry.narration.clone(),
        fen: contender.fen,
    })
}
