//! The trace: from which receipts each payment was made, to the fen. Pure, and the same on every tablet.
//!
//! Money comes in as receipts, stands in slices until it is drawn, and goes out as payments. A payment draws on the
//! receipt or on the source that it names; where it names none, on money earmarked for its use first, then on money
//! without an earmark; of these the oldest first. Money earmarked for another use is never drawn. What cannot be drawn
//! waits, and later receipts serve it. What is paid back of a loan is a receipt that carries on the source and the
//! earmark of the money that was lent, the first lent first, so that a donation for start-ups stays one.

use std::collections::{BTreeMap, VecDeque};

use domain::Sorting as _;
use domain::fund::Class;
use domain::records::{Account, Case, Entry, Loan, Purpose};
use domain::value::Fen;
use domain::{Date, Id};

use super::ledger::{Ledger, Posting};
use crate::State;
use crate::query::cases;

/// Money of one receipt that made up part of one payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Flow {
    /// The entry by which it came in (last).
    pub receipt: Id<Entry>,
    /// The entry by which it came into the fund at first: the same, unless it was lent and came back since.
    pub root: Id<Entry>,
    /// The source.
    pub source: Option<Id<Account>>,
    /// The entry by which it went out.
    pub payment: Id<Entry>,
    /// How much.
    pub fen: Fen,
}

/// Money of one receipt that was not spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Left {
    /// The entry by which it came in (last).
    pub receipt: Id<Entry>,
    /// The entry by which it came into the fund at first.
    pub root: Id<Entry>,
    /// The source.
    pub source: Option<Id<Account>>,
    /// What it is earmarked for.
    pub earmark: Option<Purpose>,
    /// How much.
    pub fen: Fen,
}

/// The whole trace. For each receipt the flows and what is left add up to it; for each payment the flows and what is
/// uncovered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trace {
    /// What went where.
    pub flows: Vec<Flow>,
    /// What is left.
    pub left: Vec<Left>,
    /// Payments that no receipt covers, and by how much.
    pub uncovered: Vec<(Id<Entry>, Fen)>,
    /// All receipts.
    pub receipts: Vec<(Id<Entry>, Fen)>,
    /// All payments.
    pub payments: Vec<(Id<Entry>, Fen)>,
}

impl Trace {
    /// The trace of a ledger.
    #[must_use]
    pub fn of(ledger: &Ledger) -> Self {
        let mut tracing =
            Tracing { ledger, open: Vec::new(), waiting: Vec::new(), lent: BTreeMap::new(), trace: Self::default() };
        ledger.standing().for_each(|posting| tracing.follow(posting));
        tracing.finish()
    }

    /// How much is uncovered in all.
    #[must_use]
    pub fn short(&self) -> Fen {
        Fen(self.uncovered.iter().map(|(_, fen)| fen.0).sum())
    }
}

/// The flows of a state.
#[must_use]
pub fn flows(state: &State) -> Vec<Flow> {
    Trace::of(&Ledger::of(state)).flows
}

struct Tracing<'a> {
    ledger: &'a Ledger,
    /// Money that was not drawn, oldest receipts first.
    open: Vec<Left>,
    /// Payments that wait for money.
    waiting: Vec<(&'a Posting, i64)>,
    /// What each loan was made of, and is not paid back.
    lent: BTreeMap<Option<Id<Loan>>, VecDeque<Left>>,
    trace: Trace,
}

impl<'a> Tracing<'a> {
    fn follow(&mut self, posting: &'a Posting) {
        let brings = is_outside(self.ledger.class(posting.credit));
        let takes = is_outside(self.ledger.class(posting.debit));
        if brings {
            self.trace.receipts.push((posting.id, posting.amount));
        }
        if takes {
            self.trace.payments.push((posting.id, posting.amount));
        }
        match (brings, takes) {
            (false, false) => {}
            (true, false) => {
                let slices = self.slices(posting);
                self.open.extend(slices);
                self.serve();
            }
            (false, true) => {
                let short = self.draw(posting, posting.amount.0);
                self.wait(posting, short);
            }
            (true, true) => {
                // What goes from one side straight to another, as a loan written off, pays itself.
                let slices = self.slices(posting);
                slices.into_iter().for_each(|slice| self.pay(posting, slice));
            }
        }
    }

    /// The money that a posting brings: fresh, or what a loan was made of.
    fn slices(&mut self, posting: &Posting) -> Vec<Left> {
        let (mut slices, mut owed) = (Vec::new(), posting.amount.0);
        if self.ledger.class(posting.credit) == Class::Loans {
            let lent = self.lent.entry(posting.entry.loan).or_default();
            while let Some(first) = lent.front_mut().filter(|_| owed > 0) {
                let fen = owed.min(first.fen.0);
                slices.push(Left { receipt: posting.id, fen: Fen(fen), ..*first });
                first.fen.0 -= fen;
                owed -= fen;
                if first.fen.0 == 0 {
                    lent.pop_front();
                }
            }
        }
        if owed > 0 {
            slices.push(self.fresh(posting, owed));
        }
        slices
    }

    fn fresh(&self, posting: &Posting, fen: i64) -> Left {
        let is_source = self.ledger.class(posting.credit) == Class::Source;
        Left {
            receipt: posting.id,
            root: posting.id,
            source: is_source.then_some(posting.credit),
            earmark: if is_source { posting.entry.purpose } else { None },
            fen: Fen(fen),
        }
    }

    /// Lets new money serve the payments that wait, the first in front.
    fn serve(&mut self) {
        for (posting, short) in std::mem::take(&mut self.waiting) {
            let short = self.draw(posting, short);
            self.wait(posting, short);
        }
    }

    fn wait(&mut self, posting: &'a Posting, short: i64) {
        if short > 0 {
            self.waiting.push((posting, short));
        }
    }

    /// Draws money for a payment; answers how much is short.
    fn draw(&mut self, posting: &Posting, wanted: i64) -> i64 {
        let demand = Demand::of(self.ledger, posting);
        let mut wanted = wanted;
        for is_earmarked in [true, false] {
            for at in 0..self.open.len() {
                let slice = self.open[at];
                if wanted == 0 || slice.earmark.is_some() != is_earmarked || !demand.fits(&slice) {
                    continue;
                }
                let fen = wanted.min(slice.fen.0);
                self.open[at].fen.0 -= fen;
                wanted -= fen;
                self.pay(posting, Left { fen: Fen(fen), ..slice });
            }
        }
        self.open.retain(|slice| slice.fen.0 > 0);
        wanted
    }

    fn pay(&mut self, posting: &Posting, slice: Left) {
        let Left { receipt, root, source, fen, .. } = slice;
        self.trace.flows.push(Flow { receipt, root, source, payment: posting.id, fen });
        if self.ledger.class(posting.debit) == Class::Loans {
            self.lent.entry(posting.entry.loan).or_default().push_back(slice);
        }
    }

    fn finish(mut self) -> Trace {
        self.trace.left = self.open;
        self.trace.uncovered = self.waiting.iter().map(|(posting, short)| (posting.id, Fen(*short))).collect();
        self.trace
    }
}

/// Whether money that goes there has left the pool, or comes into it from there.
#[must_use]
pub const fn is_outside(class: Class) -> bool {
    matches!(class, Class::Source | Class::Use | Class::Loans)
}

/// Which money a payment may draw on.
struct Demand {
    receipt: Option<Id<Entry>>,
    source: Option<Id<Account>>,
    /// What it is for; nothing where any money will do, as when a source takes its money back.
    purpose: Option<Purpose>,
    is_returned: bool,
}

impl Demand {
    fn of(ledger: &Ledger, posting: &Posting) -> Self {
        let is_returned = ledger.class(posting.debit) == Class::Source;
        let purpose = ledger.kind(posting.debit).and_then(domain::records::AccountKind::purpose);
        Self {
            receipt: posting.entry.receipt,
            source: if is_returned { Some(posting.debit) } else { posting.entry.source },
            purpose: purpose.or(posting.entry.purpose),
            is_returned,
        }
    }

    fn fits(&self, slice: &Left) -> bool {
        let is_of_receipt = self.receipt.is_none_or(|receipt| slice.receipt == receipt || slice.root == receipt);
        let is_of_source = self.source.is_none_or(|source| slice.source == Some(source));
        let is_free = self.is_returned || slice.earmark.is_none() || slice.earmark == self.purpose;
        is_of_receipt && is_of_source && is_free
    }
}

/// Somebody whom money of a receipt reached.
#[derive(Clone, Debug, PartialEq)]
pub struct Reached {
    /// The payment.
    pub payment: Id<Entry>,
    /// Its day.
    pub on: Date,
    /// The case, where the payment is for one.
    pub case: Option<Id<Case>>,
    /// What the case is called, or who else got it.
    pub name: String,
    /// The account through which it went.
    pub account: Id<Account>,
    /// How much of the receipt.
    pub fen: Fen,
    /// How much of that came back since, of a loan.
    pub returned: Fen,
}

/// Whom the money of a receipt reached, the first in front. Money that was lent, came back and was paid again is
/// listed each time, with what came back.
#[must_use]
pub fn reached(state: &State, ledger: &Ledger, trace: &Trace, receipt: Id<Entry>) -> Vec<Reached> {
    let mut by_payment: BTreeMap<Id<Entry>, i64> = BTreeMap::new();
    for flow in trace.flows.iter().filter(|flow| flow.root == receipt) {
        *by_payment.entry(flow.payment).or_default() += flow.fen.0;
    }
    let mut back = returned(ledger, trace, receipt);
    let paid = ledger.standing().filter_map(|posting| Some((posting, *by_payment.get(&posting.id)?)));
    let reached = paid.map(|(posting, fen)| {
        let is_lent = ledger.class(posting.debit) == Class::Loans;
        let back = back.entry(posting.entry.loan).or_default();
        let returned = if is_lent { fen.min(*back) } else { 0 };
        *back -= returned;
        one_reached(state, posting, fen, returned)
    });
    reached.collect()
}

fn one_reached(state: &State, posting: &Posting, fen: i64, returned: i64) -> Reached {
    let case = posting.case;
    let name = if case.is_some() { cases::name_of(state, case) } else { posting.entry.party.clone() };
    let (payment, on, account) = (posting.id, posting.on, posting.debit);
    Reached { payment, on, case, name, account, fen: Fen(fen), returned: Fen(returned) }
}

/// How much of a receipt's money came back of each loan.
fn returned(ledger: &Ledger, trace: &Trace, root: Id<Entry>) -> BTreeMap<Option<Id<Loan>>, i64> {
    let loans: BTreeMap<Id<Entry>, Option<Id<Loan>>> = ledger
        .standing()
        .filter(|posting| ledger.class(posting.credit) == Class::Loans)
        .map(|posting| (posting.id, posting.entry.loan))
        .collect();
    let flows = trace.flows.iter().filter(|flow| flow.root == root).map(|flow| (flow.receipt, flow.fen.0));
    let left = trace.left.iter().filter(|left| left.root == root).map(|left| (left.receipt, left.fen.0));
    let again = flows.chain(left).filter(|(receipt, _)| *receipt != root);
    let mut back = BTreeMap::new();
    for (receipt, fen) in again {
        if let Some(loan) = loans.get(&receipt) {
            *back.entry(*loan).or_default() += fen;
        }
    }
    back
}

/// Where money of a payment came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// The entry by which it came into the fund.
    pub receipt: Id<Entry>,
    /// Its day.
    pub on: Option<Date>,
    /// The source.
    pub source: Option<Id<Account>>,
    /// Who gave it.
    pub party: String,
    /// How much.
    pub fen: Fen,
}

/// Where the money of a payment came from at first, the oldest in front.
#[must_use]
pub fn origins(ledger: &Ledger, trace: &Trace, payment: Id<Entry>) -> Vec<Origin> {
    let mut by_root: BTreeMap<(Id<Entry>, Option<Id<Account>>), i64> = BTreeMap::new();
    for flow in trace.flows.iter().filter(|flow| flow.payment == payment) {
        *by_root.entry((flow.root, flow.source)).or_default() += flow.fen.0;
    }
    let origin = |((receipt, source), fen): (_, i64)| {
        let posting = ledger.posting(receipt);
        let party = posting.map(|posting| posting.entry.party.clone()).unwrap_or_default();
        Origin { receipt, on: posting.map(|posting| posting.on), source, party, fen: Fen(fen) }
    };
    let mut origins: Vec<Origin> = by_root.into_iter().map(origin).collect();
    origins.arrange_by_key(|origin| (origin.on, origin.receipt));
    origins
}

/// Where an entry's money went, and where it came from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Traced {
    /// Whom it reached, for money that came in.
    pub reached: Vec<Reached>,
    /// What of it is left, by what it is earmarked for.
    pub left: Vec<(Option<Purpose>, Fen)>,
    /// Where it came from, for money that went out.
    pub origins: Vec<Origin>,
    /// How much of what went out no receipt covers.
    pub uncovered: Fen,
}

/// The trace of one entry; nothing for one that was reversed, or that only moves money.
#[must_use]
pub fn traced(state: &State, entry: Id<Entry>) -> Option<Traced> {
    let ledger = Ledger::of(state);
    let trace = Trace::of(&ledger);
    let is_in = |all: &[(Id<Entry>, Fen)]| all.iter().any(|(id, _)| *id == entry);
    if !is_in(&trace.receipts) && !is_in(&trace.payments) {
        return None;
    }
    let mut left: BTreeMap<Option<Purpose>, i64> = BTreeMap::new();
    for slice in trace.left.iter().filter(|left| left.root == entry) {
        *left.entry(slice.earmark).or_default() += slice.fen.0;
    }
    Some(Traced {
        reached: reached(state, &ledger, &trace, entry),
        left: left.into_iter().map(|(earmark, fen)| (earmark, Fen(fen))).collect(),
        origins: origins(&ledger, &trace, entry),
        uncovered: Fen(trace.uncovered.iter().filter(|(id, _)| *id == entry).map(|(_, fen)| fen.0).sum()),
    })
}
