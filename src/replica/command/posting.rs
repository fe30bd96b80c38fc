//! What is checked of every posting, whichever command makes it: its parts, its day, and that nothing goes below zero.

use domain::fund::{Class, MOST};
use domain::records::{Entry, EntryField};
use domain::value::Fen;
use domain::{Date, Fault, Id, Problem};

use crate::State;
use crate::query::fund::{self, Ledger, Trace, is_outside};

/// What speaks against posting these entries together. Each problem is in the row of its entry.
pub(super) fn check_postings(state: &State, entries: &[Entry], today: Date) -> Vec<Problem> {
    let rows = entries.iter().enumerate();
    let problems: Vec<Problem> = rows
        .flat_map(|(row, entry)| check_parts(state, entry, today).into_iter().map(move |p| p.in_row(row)))
        .collect();
    if problems.is_empty() { check_cover(state, entries) } else { problems }
}

fn check_parts(state: &State, entry: &Entry, today: Date) -> Vec<Problem> {
    let mut problems: Vec<Problem> = check_day(state, entry.on, today).into_iter().collect();
    problems.extend(check_amount(entry.amount).map(|fault| Problem::at(EntryField::amount, fault)));
    for (field, account) in [(EntryField::debit, entry.debit), (EntryField::credit, entry.credit)] {
        let found = account.map(|id| fund::account(state, id));
        match found {
            None => problems.push(Problem::at(field, Fault::Missing)),
            Some(Some(account)) if account.closed_on.is_none_or(|closed| Some(closed) > entry.on) => {}
            Some(_) => problems.push(Problem::at(field, Fault::Gone)),
        }
    }
    if entry.debit.is_some() && entry.debit == entry.credit {
        problems.push(Problem::at(EntryField::credit, Fault::SameAccount));
    }
    if entry.case.is_some_and(|case| state.get(case).is_none()) {
        problems.push(Problem::at(EntryField::case, Fault::Gone));
    }
    problems
}

/// A day that can be posted to: there, not after today, not in a closed period.
pub(super) fn check_day(state: &State, on: Option<Date>, today: Date) -> Option<Problem> {
    let fault = match on {
        None => Fault::Missing,
        Some(on) if on > today => Fault::InFuture,
        Some(on) if fund::is_closed(state, on) => Fault::PeriodClosed,
        Some(_) => return None,
    };
    Some(Problem::at(EntryField::on, fault))
}

/// An amount that can be posted.
pub(super) const fn check_amount(amount: Fen) -> Option<Fault> {
    match amount.0 {
        0 => Some(Fault::Missing),
        ..0 => Some(Fault::NotMoney),
        fen if fen > MOST.0 => Some(Fault::OutOfRange { least: 0, most: MOST.0 / 100 }),
        _ => None,
    }
}

/// Nothing may go below zero by these entries: no money account from their day on, and no source.
fn check_cover(state: &State, entries: &[Entry]) -> Vec<Problem> {
    let before = Ledger::of(state);
    let after = before.with(entries);
    let overdrawn = entries.iter().enumerate().find_map(|(row, entry)| {
        let (account, on) = (entry.credit?, entry.on?);
        let (had, has) = (before.least_from(account, on), after.least_from(account, on));
        let is_overdrawn = before.class(account) == Class::Money && has < Fen(0) && has < had;
        is_overdrawn.then(|| {
            let name = before.accounts().get(&account).map(|account| account.name.clone()).unwrap_or_default();
            let fault = Fault::AboveBalance { account: name, left: had.max(Fen(0)) };
            Problem::at(EntryField::amount, fault).in_row(row)
        })
    });
    let uncovered = || {
        let more = Trace::of(&after).short().0 - Trace::of(&before).short().0;
        let is_paid = |entry: &&Entry| entry.debit.is_some_and(|debit| is_outside(after.class(debit)));
        let asked: i64 = entries.iter().filter(is_paid).map(|entry| entry.amount.0).sum();
        let left = Fen((asked - more).max(0));
        (more > 0).then(|| Problem::at(EntryField::amount, Fault::AboveSource { left }))
    };
    overdrawn.or_else(uncovered).into_iter().collect()
}

/// An account that holds money; whether it is there at all is said elsewhere.
pub(super) fn check_money(state: &State, field: EntryField, account: Id<domain::records::Account>) -> Option<Problem> {
    let is_other = class(state, Some(account)).is_some_and(|class| class != Class::Money);
    is_other.then(|| Problem::at(field, Fault::SidesDoNotFit))
}

/// The side on which an account stands.
pub(super) fn class(state: &State, account: Option<Id<domain::records::Account>>) -> Option<Class> {
    let account = fund::account(state, account?);
    account.map(|account| fund::class(Some(&account)))
}
