//! What a payment can be made from: the accounts that hold money, and the money that may be spent on a purpose, by
//! source and by receipt.

use std::collections::BTreeMap;

use domain::Sorting as _;
use domain::fund::Class;
use domain::records::{Account, AccountKind, Entry, Purpose};
use domain::value::Fen;
use domain::{Date, Id};

use super::ledger::Ledger;
use super::trace::Trace;
use crate::State;

/// An account that holds money.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyLine {
    /// The account.
    pub account: Id<Account>,
    /// What it stands for.
    pub kind: Option<AccountKind>,
    /// Its own name; empty when its kind says all.
    pub name: String,
    /// What it has.
    pub balance: Fen,
}

/// The accounts that hold money and are not closed by a day, those with the most first.
#[must_use]
pub fn money_accounts(state: &State, day: Date) -> Vec<MoneyLine> {
    let ledger = Ledger::of(state);
    let open = ledger.accounts().iter().filter(|(id, account)| {
        ledger.class(**id) == Class::Money && account.closed_on.is_none_or(|closed| closed > day)
    });
    let line = |(id, account): (&Id<Account>, &Account)| MoneyLine {
        account: *id,
        kind: account.kind,
        name: account.name.clone(),
        balance: ledger.balance(*id),
    };
    let mut lines: Vec<MoneyLine> = open.map(line).collect();
    lines.arrange_by_key(|line| (std::cmp::Reverse(line.balance), line.kind, line.account));
    lines
}

/// Money that may be spent on a purpose.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawable {
    /// The source.
    pub source: Option<Id<Account>>,
    /// What the source stands for.
    pub kind: Option<AccountKind>,
    /// Its own name; empty when its kind says all.
    pub name: String,
    /// The receipt; nothing for all that is left of the source.
    pub receipt: Option<Id<Entry>>,
    /// The day of the receipt.
    pub on: Option<Date>,
    /// Who gave it.
    pub party: String,
    /// What it is earmarked for.
    pub earmark: Option<Purpose>,
    /// How much is left.
    pub left: Fen,
}

/// The money that may be spent on a purpose: each source, then each receipt that is earmarked for it.
#[must_use]
pub fn drawable(state: &State, purpose: Option<Purpose>) -> Vec<Drawable> {
    let ledger = Ledger::of(state);
    let left = Trace::of(&ledger).left;
    let fitting = || left.iter().filter(|slice| slice.earmark.is_none() || slice.earmark == purpose);
    let mut sources: BTreeMap<Option<Id<Account>>, i64> = BTreeMap::new();
    fitting().for_each(|slice| *sources.entry(slice.source).or_default() += slice.fen.0);
    let of_source = |(source, fen): (Option<Id<Account>>, i64)| one(&ledger, source, None, None, fen);
    let mut receipts: BTreeMap<(Id<Entry>, Option<Id<Account>>), i64> = BTreeMap::new();
    for slice in fitting().filter(|slice| slice.earmark.is_some()) {
        *receipts.entry((slice.receipt, slice.source)).or_default() += slice.fen.0;
    }
    let of_receipt = |((receipt, source), fen)| one(&ledger, source, Some(receipt), purpose, fen);
    let known = sources.into_iter().filter(|(source, _)| source.is_some());
    known.map(of_source).chain(receipts.into_iter().map(of_receipt)).filter(|line| line.left.0 > 0).collect()
}

fn one(
    ledger: &Ledger,
    source: Option<Id<Account>>,
    receipt: Option<Id<Entry>>,
    earmark: Option<Purpose>,
    fen: i64,
) -> Drawable {
    let account = source.and_then(|id| ledger.accounts().get(&id));
    let posting = receipt.and_then(|id| ledger.posting(id));
    Drawable {
        source,
        kind: account.and_then(|account| account.kind),
        name: account.map(|account| account.name.clone()).unwrap_or_default(),
        receipt,
        on: posting.map(|posting| posting.on),
        party: posting.map(|posting| posting.entry.party.clone()).unwrap_or_default(),
        earmark,
        left: Fen(fen),
    }
}
