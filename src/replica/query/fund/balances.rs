//! Balances: of every account at a day, of each source and use, and the statement of one account.
//! Every figure is a sum over the set of entries; nothing is kept.

use std::collections::BTreeMap;

use domain::Sorting as _;
use domain::fund::Class;
use domain::records::{Account, AccountKind, Entry, Purpose};
use domain::value::Fen;
use domain::{Date, Id};

use super::journal::who;
use super::ledger::{Ledger, effect, narration};
use super::trace::Trace;
use crate::State;

/// The trial balance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trial {
    /// The accounts, in the order of the chart, then by name.
    pub lines: Vec<TrialLine>,
}

/// An account in the trial balance.
#[derive(Clone, Debug, PartialEq)]
pub struct TrialLine {
    /// The account.
    pub account: Id<Account>,
    /// What it stands for.
    pub kind: Option<AccountKind>,
    /// Its own name; empty when its kind says all.
    pub name: String,
    /// What it gained.
    pub debit: Fen,
    /// What it gave.
    pub credit: Fen,
}

impl TrialLine {
    /// What it gained less what it gave.
    #[must_use]
    pub const fn balance(&self) -> Fen {
        Fen(self.debit.0 - self.credit.0)
    }
}

impl Trial {
    /// What all gained less what all gave: always zero.
    #[must_use]
    pub fn difference(&self) -> Fen {
        Fen(self.lines.iter().map(|line| line.balance().0).sum())
    }
}

/// The trial balance at the end of a day.
#[must_use]
pub fn trial(state: &State, day: Date) -> Trial {
    let ledger = Ledger::of(state);
    let mut turnover: BTreeMap<Id<Account>, (i64, i64)> = BTreeMap::new();
    for posting in ledger.postings().iter().filter(|posting| posting.on <= day) {
        turnover.entry(posting.debit).or_default().0 += posting.amount.0;
        turnover.entry(posting.credit).or_default().1 += posting.amount.0;
    }
    let line = |(account, (debit, credit))| {
        let found = ledger.accounts().get(&account);
        let name = found.map(|account| account.name.clone()).unwrap_or_default();
        TrialLine { account, kind: ledger.kind(account), name, debit: Fen(debit), credit: Fen(credit) }
    };
    let mut lines: Vec<TrialLine> = turnover.into_iter().map(line).collect();
    lines.arrange_by(|a, b| (a.kind, &a.name, a.account).cmp(&(b.kind, &b.name, b.account)));
    Trial { lines }
}

/// A source: what came, what went, what is left.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceLine {
    /// The account; nothing for money whose source is not known.
    pub source: Option<Id<Account>>,
    /// What it stands for.
    pub kind: Option<AccountKind>,
    /// Its own name; empty when its kind says all.
    pub name: String,
    /// What came from it.
    pub received: Fen,
    /// What is lent out of it and did not come back.
    pub lent: Fen,
    /// What was spent of it.
    pub spent: Fen,
    /// What is left, by what it is earmarked for.
    pub left: BTreeMap<Option<Purpose>, Fen>,
}

impl SourceLine {
    /// What is left in all: what was received, less what is lent and spent.
    #[must_use]
    pub fn left_in_all(&self) -> Fen {
        Fen(self.left.values().map(|fen| fen.0).sum())
    }
}

/// What is left of each source at the end of a day, in the order of the chart.
#[must_use]
pub fn sources(state: &State, day: Date) -> Vec<SourceLine> {
    let ledger = Ledger::of(state).until(day);
    let trace = Trace::of(&ledger);
    let mut lines: BTreeMap<Option<Id<Account>>, SourceLine> = BTreeMap::new();
    let sources = ledger.accounts().keys().filter(|id| ledger.class(**id) == Class::Source);
    for id in sources {
        lines.insert(Some(*id), source_line(&ledger, Some(*id)));
    }
    let mut line = |source: Option<Id<Account>>, change: &dyn Fn(&mut SourceLine)| {
        change(lines.entry(source).or_insert_with(|| source_line(&ledger, source)));
    };
    for flow in &trace.flows {
        let (comes_back, goes_out) = (is_repayment(&ledger, flow.receipt), is_lending(&ledger, flow.payment));
        line(flow.source, &|line| {
            let fen = flow.fen.0;
            *(if comes_back { &mut line.lent.0 } else { &mut line.received.0 }) += if comes_back { -fen } else { fen };
            *(if goes_out { &mut line.lent.0 } else { &mut line.spent.0 }) += fen;
        });
    }
    for left in &trace.left {
        let comes_back = is_repayment(&ledger, left.receipt);
        line(left.source, &|line| {
            let fen = left.fen.0;
            *(if comes_back { &mut line.lent.0 } else { &mut line.received.0 }) += if comes_back { -fen } else { fen };
            line.left.entry(left.earmark).or_default().0 += fen;
        });
    }
    let mut lines: Vec<SourceLine> = lines.into_values().collect();
    lines.arrange_by(|a, b| (a.kind, &a.name, a.source).cmp(&(b.kind, &b.name, b.source)));
    lines
}

fn source_line(ledger: &Ledger, source: Option<Id<Account>>) -> SourceLine {
    let account = source.and_then(|id| ledger.accounts().get(&id));
    SourceLine {
        source,
        kind: account.and_then(|account| account.kind),
        name: account.map(|account| account.name.clone()).unwrap_or_default(),
        received: Fen(0),
        lent: Fen(0),
        spent: Fen(0),
        left: BTreeMap::new(),
    }
}

/// Whether an entry brings back money of a loan (paid back or written off).
fn is_repayment(ledger: &Ledger, id: Id<Entry>) -> bool {
    ledger.posting(id).is_some_and(|posting| ledger.class(posting.credit) == Class::Loans)
}

fn is_lending(ledger: &Ledger, id: Id<Entry>) -> bool {
    ledger.posting(id).is_some_and(|posting| ledger.class(posting.debit) == Class::Loans)
}

/// What was spent or lent of a source through an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpentLine {
    /// The source.
    pub source: Option<Id<Account>>,
    /// The account through which it went: a use, or loans outstanding.
    pub account: Id<Account>,
    /// How much.
    pub fen: Fen,
}

/// What was spent of each source through each use, until the end of a day. Money paid back is not taken off: it is
/// spent again, and counted again.
#[must_use]
pub fn by_source_and_use(state: &State, day: Date) -> Vec<SpentLine> {
    spent_since(state, None, day)
}

/// The same for what was paid from a day on.
#[must_use]
pub fn spent_since(state: &State, from: Option<Date>, until: Date) -> Vec<SpentLine> {
    let ledger = Ledger::of(state).until(until);
    let paid = ledger.standing().filter(|one| from.is_none_or(|from| one.on >= from));
    let accounts: BTreeMap<Id<Entry>, Id<Account>> = paid.map(|one| (one.id, one.debit)).collect();
    let mut cells: BTreeMap<(Option<Id<Account>>, Id<Account>), i64> = BTreeMap::new();
    for flow in Trace::of(&ledger).flows {
        if let Some(account) = accounts.get(&flow.payment) {
            *cells.entry((flow.source, *account)).or_default() += flow.fen.0;
        }
    }
    cells.into_iter().map(|((source, account), fen)| SpentLine { source, account, fen: Fen(fen) }).collect()
}

/// A line of an account's statement.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementLine {
    /// The entry.
    pub entry: Id<Entry>,
    /// Its day.
    pub on: Date,
    /// What it was, where it says more than its accounts do.
    pub narration: String,
    /// The household that it is about, by name, or else who gave or got it.
    pub who: String,
    /// The number of the voucher.
    pub voucher: String,
    /// The account on the other side.
    pub against: Id<Account>,
    /// What the account gained; below zero for what it gave.
    pub change: Fen,
    /// What it has after that.
    pub balance: Fen,
    /// Whether the entry was reversed, or reverses one.
    pub is_cancelled: bool,
}

/// The statement of an account, in the order of the ledger.
#[must_use]
pub fn statement(state: &State, account: Id<Account>) -> Vec<StatementLine> {
    let ledger = Ledger::of(state);
    let touching = ledger.postings().iter().filter(|posting| posting.debit == account || posting.credit == account);
    let mut balance = 0;
    let line = |posting: &super::Posting| {
        let change = effect(posting, account);
        balance += change;
        StatementLine {
            entry: posting.id,
            on: posting.on,
            narration: narration(&posting.entry).to_owned(),
            who: who(state, posting),
            voucher: posting.entry.voucher.clone(),
            against: if posting.debit == account { posting.credit } else { posting.debit },
            change: Fen(change),
            balance: Fen(balance),
            is_cancelled: !ledger.stands(posting.id),
        }
    };
    touching.map(line).collect()
}
