//! What a merge, or a hand that should not, made of the ledger: accounts and sources below zero, entries reversed twice,
//! written over, or posted to a closed day. Each is a task for a person; nothing is dropped.

use std::collections::BTreeMap;

use domain::Sorting as _;
use domain::fund::Class;
use domain::records::{Account, Closing, Entry};
use domain::value::Fen;
use domain::{Id, Kind};

use super::closings::Period;
use super::ledger::{Ledger, Posting};
use super::trace::Trace;
use crate::State;

/// An account below zero, or a source that cannot cover what was spent of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Below {
    /// The account: money, or a source; nothing for all sources together.
    pub account: Option<Id<Account>>,
    /// By how much.
    pub short: Fen,
    /// The payments from it, in the order of who came first.
    pub entries: Vec<Contender>,
}

/// A payment that drew on an account that is below zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contender {
    /// The entry.
    pub entry: Id<Entry>,
    /// How much it took.
    pub fen: Fen,
    /// Whether the account had it no more when it came.
    pub is_beyond: bool,
}

/// A finding: money accounts and sources below zero.
#[must_use]
pub fn below_zero(state: &State) -> Vec<Below> {
    let ledger = Ledger::of(state);
    let money = ledger.accounts().keys().filter(|id| ledger.class(**id) == Class::Money);
    let mut found: Vec<Below> = money.filter_map(|id| overdrawn(&ledger, *id)).collect();
    found.extend(overspent(&ledger));
    found
}

fn overdrawn(ledger: &Ledger, account: Id<Account>) -> Option<Below> {
    let balance = ledger.balance(account).0;
    if balance >= 0 {
        return None;
    }
    let standing = || ledger.standing();
    let gained = standing().filter(|posting| posting.debit == account).map(|posting| posting.amount.0).sum();
    let payments = standing().filter(|posting| posting.credit == account).map(|posting| (posting, posting.amount.0));
    Some(Below { account: Some(account), short: Fen(-balance), entries: contenders(payments.collect(), gained) })
}

/// Sources that payments named and that cannot cover them; and what all together cannot cover.
fn overspent(ledger: &Ledger) -> Vec<Below> {
    let trace = Trace::of(ledger);
    let mut by_source: BTreeMap<Option<Id<Account>>, i64> = BTreeMap::new();
    for (id, short) in &trace.uncovered {
        if let Some(posting) = ledger.posting(*id) {
            *by_source.entry(drawn_on(ledger, posting)).or_default() += short.0;
        }
    }
    let below = |(account, short): (Option<Id<Account>>, i64)| {
        let payments: Vec<_> = payments_from(ledger, &trace, account);
        let covered = payments.iter().map(|(_, fen)| fen).sum::<i64>() - short;
        Below { account, short: Fen(short), entries: contenders(payments, covered) }
    };
    by_source.into_iter().map(below).collect()
}

/// The source that a payment names, by itself or by a receipt of it.
fn drawn_on(ledger: &Ledger, posting: &Posting) -> Option<Id<Account>> {
    let of_receipt = || ledger.posting(posting.entry.receipt?).map(|receipt| receipt.credit);
    let is_returned = ledger.class(posting.debit) == Class::Source;
    if is_returned { Some(posting.debit) } else { posting.entry.source.or_else(of_receipt) }
}

fn payments_from<'a>(ledger: &'a Ledger, trace: &Trace, account: Option<Id<Account>>) -> Vec<(&'a Posting, i64)> {
    let payments = trace.payments.iter().filter_map(|(id, fen)| Some((ledger.posting(*id)?, fen.0)));
    payments.filter(|(posting, _)| drawn_on(ledger, posting) == account).collect()
}

/// Payments in the order of who came first, against what there was for all of them.
fn contenders(mut payments: Vec<(&Posting, i64)>, covered: i64) -> Vec<Contender> {
    payments.arrange_by_key(|(posting, _)| (posting.made, posting.id));
    let mut left = covered;
    let contender = |(posting, fen): (&Posting, i64)| {
        left -= fen;
        Contender { entry: posting.id, fen: Fen(fen), is_beyond: left < 0 }
    };
    payments.into_iter().map(contender).collect()
}

/// A finding: entries that more than one reversal reverses, each with the reversals, who came first in front.
/// The first counts; the others are postings like any, and should be reversed.
#[must_use]
pub fn reversed_twice(state: &State) -> Vec<(Id<Entry>, Vec<Id<Entry>>)> {
    let ledger = Ledger::of(state);
    let mut reversals: BTreeMap<Id<Entry>, Vec<&Posting>> = BTreeMap::new();
    // A reversal that was reversed is out of the way.
    for posting in ledger.postings().iter().filter(|posting| ledger.reversal_of(posting.id).is_none()) {
        if let Some(target) = posting.entry.reverses {
            reversals.entry(target).or_default().push(posting);
        }
    }
    let several = reversals.into_iter().filter(|(_, reversals)| reversals.len() > 1);
    let sorted = several.map(|(target, mut reversals)| {
        reversals.arrange_by_key(|posting| (posting.made, posting.id));
        (target, reversals.into_iter().map(|posting| posting.id).collect())
    });
    sorted.collect()
}

/// A finding: entries that a later change wrote over or removed. An entry is made once.
#[must_use]
pub fn altered(state: &State) -> Vec<Id<Entry>> {
    let rows = state.all::<Entry>().rows().iter();
    let touched = rows.filter(|row| row.touched().nth(1).is_some()).map(|row| Id::new(row.id));
    let mut altered: Vec<_> = touched.collect();
    altered.sort_unstable();
    altered
}

/// An entry of a closed day that may have come after the closing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Late {
    /// The entry.
    pub entry: Id<Entry>,
    /// The closing.
    pub closing: Id<Closing>,
}

/// A finding: periods whose money or loans are no longer what they were when they were closed, with the entries that
/// may be why: those made later than the closing, or on other tablets.
#[must_use]
pub fn after_closing(state: &State) -> Vec<Late> {
    let ledger = Ledger::of(state);
    let mut late = Vec::new();
    for (id, closing) in super::closed(state) {
        let Some(last) = Period::of(&closing).last_day() else { continue };
        let then = ledger.until(last);
        if (then.balance_of(Class::Money), then.balance_of(Class::Loans)) == (closing.money, closing.lent) {
            continue;
        }
        let made = state.made(Kind::Closing, id.raw());
        let is_unknown = |posting: &Posting| posting.made > made || posting.made.map(|m| m.1) != made.map(|m| m.1);
        let entries = then.postings().iter().filter(|posting| is_unknown(posting)).map(|posting| posting.id);
        late.extend(entries.map(|entry| Late { entry, closing: id }));
    }
    late
}
