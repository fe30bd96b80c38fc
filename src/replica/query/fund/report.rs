//! Reports of the books: every account with what it had, gained and gave in a period; each source from the beginning
//! of a period to its end; and what is checked before a period is closed.

use std::collections::BTreeMap;

use domain::Sorting as _;
use domain::fund::Class;
use domain::records::{Account, Entry, Purpose};
use domain::value::Fen;
use domain::{Date, Id};

use super::balances::{SourceLine, sources};
use super::closings::Period;
use super::journal::Side;
use super::ledger::Ledger;
use super::trace::Trace;
use crate::State;

/// Whether the books were begun: an account was set up, or something was posted.
#[must_use]
pub fn is_begun(state: &State) -> bool {
    state.all::<Account>().iter().next().is_some() || state.all::<Entry>().iter().next().is_some()
}

/// Whether what was there before the ledger was entered.
#[must_use]
pub fn is_opened(state: &State) -> bool {
    let ledger = Ledger::of(state);
    ledger
        .standing()
        .any(|posting| [posting.debit, posting.credit].iter().any(|account| ledger.class(*account) == Class::Opening))
}

/// The years in which something was posted, the latest first.
#[must_use]
pub fn years(state: &State) -> Vec<i32> {
    let mut years: Vec<i32> = Ledger::of(state).postings().iter().map(|posting| posting.on.year()).collect();
    years.sort_unstable_by(|one, two| two.cmp(one));
    years.dedup();
    years
}

/// An account over a period. Amounts of the side that gains are above zero.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountLine {
    /// The account.
    pub side: Side,
    /// Where it stands.
    pub class: Class,
    /// What it had before.
    pub before: Fen,
    /// What it gained.
    pub debit: Fen,
    /// What it gave.
    pub credit: Fen,
    /// From which day nothing is posted to it.
    pub closed_on: Option<Date>,
}

impl AccountLine {
    /// What it has at the end.
    #[must_use]
    pub const fn after(&self) -> Fen {
        Fen(self.before.0 + self.debit.0 - self.credit.0)
    }

    /// The same as people say it of that side: what came from a source is not below zero.
    #[must_use]
    pub const fn said(&self) -> Fen {
        match self.class {
            Class::Source | Class::Opening => Fen(-self.after().0),
            _ => self.after(),
        }
    }

    /// Whether nothing was ever posted to it until then.
    #[must_use]
    pub const fn is_untouched(&self) -> bool {
        self.before.0 == 0 && self.debit.0 == 0 && self.credit.0 == 0
    }
}

/// Every account over a period, in the order of the chart, then by name. Without a first day it begins with the ledger.
#[must_use]
pub fn account_lines(state: &State, from: Option<Date>, until: Date) -> Vec<AccountLine> {
    let ledger = Ledger::of(state);
    let mut lines: BTreeMap<Id<Account>, AccountLine> = BTreeMap::new();
    for (id, account) in ledger.accounts() {
        lines.insert(*id, AccountLine { closed_on: account.closed_on, ..blank(&ledger, *id) });
    }
    for posting in ledger.postings().iter().filter(|posting| posting.on <= until) {
        let is_before = from.is_some_and(|from| posting.on < from);
        for (account, sign) in [(posting.debit, 1), (posting.credit, -1)] {
            let line = lines.entry(account).or_insert_with(|| blank(&ledger, account));
            match (is_before, sign) {
                (true, sign) => line.before.0 += sign * posting.amount.0,
                (false, 1) => line.debit.0 += posting.amount.0,
                (false, _) => line.credit.0 += posting.amount.0,
            }
        }
    }
    let mut lines: Vec<AccountLine> = lines.into_values().collect();
    lines.arrange_by(|a, b| {
        (a.side.kind, &a.side.name, a.side.account).cmp(&(b.side.kind, &b.side.name, b.side.account))
    });
    lines
}

fn blank(ledger: &Ledger, account: Id<Account>) -> AccountLine {
    let (side, class) = (Side::of(ledger, account), ledger.class(account));
    AccountLine { side, class, before: Fen(0), debit: Fen(0), credit: Fen(0), closed_on: None }
}

/// A source over a period.
#[derive(Clone, Debug, PartialEq)]
pub struct SourcePeriod {
    /// The source; nothing for money whose source is not known.
    pub source: Option<Id<Account>>,
    /// The account as a line names it.
    pub side: Side,
    /// What was left of it before.
    pub before: Fen,
    /// What came from it.
    pub received: Fen,
    /// What is lent out of it and did not come back; below zero where more came back.
    pub lent: Fen,
    /// What was spent of it.
    pub spent: Fen,
    /// What is left at the end, by what it is earmarked for.
    pub left: BTreeMap<Option<Purpose>, Fen>,
}

impl SourcePeriod {
    /// What is left in all.
    #[must_use]
    pub fn left_in_all(&self) -> Fen {
        Fen(self.left.values().map(|fen| fen.0).sum())
    }
}

/// Each source over a period: what was left before, less and more, makes what is left at the end.
#[must_use]
pub fn source_periods(state: &State, from: Option<Date>, until: Date) -> Vec<SourcePeriod> {
    let before = from.and_then(Date::previous_day).map(|day| sources(state, day)).unwrap_or_default();
    let of = |source| before.iter().find(|line: &&SourceLine| line.source == source);
    let period = |line: SourceLine| {
        let then = of(line.source);
        let less = |now: Fen, of: fn(&SourceLine) -> Fen| Fen(now.0 - then.map_or(0, |then| of(then).0));
        SourcePeriod {
            source: line.source,
            side: Side { account: line.source.unwrap_or_default(), kind: line.kind, name: line.name },
            before: then.map_or(Fen(0), SourceLine::left_in_all),
            received: less(line.received, |then| then.received),
            lent: less(line.lent, |then| then.lent),
            spent: less(line.spent, |then| then.spent),
            left: line.left,
        }
    };
    sources(state, until).into_iter().map(period).collect()
}

/// What is looked at before a period is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// The period is over.
    Over,
    /// What all gained equals what all gave.
    Balanced,
    /// No account of money is below zero.
    NothingBelowZero,
    /// Every payment has a source.
    Covered,
    /// Every entry has its day, both sides and an amount.
    NoFaulty,
    /// What lies before is closed.
    EarlierClosed,
}

/// What is looked at before a period is closed, and whether it is as it should be.
#[must_use]
pub fn checks(state: &State, period: Period, today: Date) -> Vec<(Check, bool)> {
    let Some(last) = period.last_day() else { return Vec::new() };
    let ledger = Ledger::of(state).until(last);
    let lines = account_lines(state, None, last);
    let sum: i64 = lines.iter().map(|line| line.after().0).sum();
    let below = lines.iter().any(|line| line.class == Class::Money && line.after().0 < 0);
    let earlier = open_months(state, last).into_iter().any(|open| !period.has_month(open) && open < period);
    vec![
        (Check::Over, last < today),
        (Check::Balanced, sum == 0),
        (Check::NothingBelowZero, !below),
        (Check::Covered, Trace::of(&ledger).short().0 == 0),
        (Check::NoFaulty, ledger.faulty().is_empty()),
        (Check::EarlierClosed, !earlier),
    ]
}

impl Period {
    /// Whether a month lies in it.
    fn has_month(self, month: Self) -> bool {
        self.year == month.year && (self.month == 0 || self.month == month.month)
    }
}

/// The months with postings that are not closed, the earliest first.
#[must_use]
pub fn open_months(state: &State, until: Date) -> Vec<Period> {
    let ledger = Ledger::of(state);
    let days = ledger.postings().iter().map(|posting| posting.on).filter(|on| *on <= until);
    let open = days.filter(|on| !super::is_closed(state, *on));
    let mut months: Vec<Period> = open.map(month_of).collect();
    months.sort_unstable();
    months.dedup();
    months
}

/// The month of a day.
#[must_use]
pub fn month_of(day: Date) -> Period {
    Period { year: day.year(), month: u32::from(u8::from(day.month())) }
}
