//! Whatever is posted, reversed, lent, paid back and merged: every trial balance is zero, every trace is complete to
//! the fen, and tablets that know the same say the same.

use std::collections::BTreeMap;

use domain::fund::{Class, standard};
use domain::records::{AccountKind, Entry, Loan, Purpose, Request, RequestKind, RequestState};
use domain::value::Fen;
use domain::{Choice, Date, Id};
use futures::executor::block_on;
use proptest::prelude::*;
use replica::State;
use replica::command::{PostEntry, RepayLoan, ReverseEntry, SaveRequest, SettleFinding};
use replica::query::findings::{Finding, findings};
use replica::query::fund::{self, Ledger, Trace};

use crate::tablet::{SUN, Tablet, ZHAO, asks, asks_loan, day, entry, pay, payment, receipt, today};

const SOURCES: [AccountKind; 4] =
    [AccountKind::Fiscal, AccountKind::Donation, AccountKind::PartyDues, AccountKind::Consolidated];

/// What somebody does on a tablet; it may be refused.
#[derive(Clone, Debug)]
enum Act {
    Receive {
        source: usize,
        earmark: Option<Purpose>,
        on: u16,
        yuan: i64,
    },
    Spend {
        purpose: Purpose,
        on: u16,
        yuan: i64,
        source: Option<usize>,
        receipt: Option<usize>,
    },
    Move {
        on: u16,
        yuan: i64,
    },
    Reverse {
        which: usize,
    },
    Lend {
        yuan: i64,
        instalments: u32,
    },
    Repay {
        which: usize,
        fen: i64,
    },
    Grant {
        purpose: Purpose,
        yuan: i64,
    },
    /// Pays a request that another tablet may have paid already.
    PayAgain {
        which: usize,
    },
    WriteOff {
        which: usize,
        yuan: i64,
    },
    /// An entry that no command would make, as a newer version or a hostile hand might.
    Stray {
        debit: AccountKind,
        credit: AccountKind,
        on: u16,
        yuan: i64,
        reverses: Option<usize>,
    },
    /// Takes in what another tablet has.
    Exchange {
        from: usize,
    },
}

fn purpose() -> impl Strategy<Value = Purpose> {
    proptest::sample::select(Purpose::ALL)
}

fn kind() -> impl Strategy<Value = AccountKind> {
    proptest::sample::select(AccountKind::ALL)
}

fn act() -> impl Strategy<Value = Act> {
    let maybe = || proptest::option::weighted(0.3, 0usize..4);
    let (on, yuan) = (|| 1u16..327, || 1i64..5000);
    prop_oneof![
        4 => (0usize..4, proptest::option::of(purpose()), on(), yuan())
            .prop_map(|(source, earmark, on, yuan)| Act::Receive { source, earmark, on, yuan }),
        5 => (purpose(), on(), yuan(), maybe(), maybe())
            .prop_map(|(purpose, on, yuan, source, receipt)| Act::Spend { purpose, on, yuan, source, receipt }),
        1 => (on(), yuan()).prop_map(|(on, yuan)| Act::Move { on, yuan }),
        3 => (0usize..30).prop_map(|which| Act::Reverse { which }),
        2 => (yuan(), 1u32..5).prop_map(|(yuan, instalments)| Act::Lend { yuan, instalments }),
        2 => (0usize..5, 1i64..200_000).prop_map(|(which, fen)| Act::Repay { which, fen }),
        1 => (purpose(), yuan()).prop_map(|(purpose, yuan)| Act::Grant { purpose, yuan }),
        1 => (0usize..5).prop_map(|which| Act::PayAgain { which }),
        1 => (0usize..5, yuan()).prop_map(|(which, yuan)| Act::WriteOff { which, yuan }),
        2 => (0usize..3).prop_map(|from| Act::Exchange { from }),
    ]
}

fn stray() -> impl Strategy<Value = Act> {
    (kind(), kind(), 1u16..327, -2i64..5000, proptest::option::of(0usize..30))
        .prop_map(|(debit, credit, on, yuan, reverses)| Act::Stray { debit, credit, on, yuan, reverses })
}

/// Does it; answers whether it was done.
fn done(tablets: &[Tablet; 3], at: usize, act: &Act, number: u128) -> bool {
    let tablet = &tablets[at];
    match act {
        Act::Receive { source, earmark, on, yuan } => {
            let received = receipt(*on, SOURCES[*source], *earmark, *yuan);
            // Only so that a fen is never a whole yuan.
            tablet.tries(&PostEntry { entry: Entry { amount: Fen(yuan * 100 + 37), ..received.entry } })
        }
        Act::Spend { purpose, on, yuan, source, receipt } => {
            let spent = payment(*on, purpose.account(), if yuan % 2 == 0 { ZHAO } else { SUN }, *yuan);
            let source = source.map(|source| standard(SOURCES[source]));
            let receipt = receipt.and_then(|which| receipts(tablet).get(which).copied());
            tablet.tries(&PostEntry { entry: Entry { source, receipt, ..spent.entry } })
        }
        Act::Move { on, yuan } => {
            tablet.tries(&PostEntry { entry: entry(*on, AccountKind::Cash, AccountKind::Bank, *yuan) })
        }
        Act::Reverse { which } => nth_posting(tablet, *which).is_some_and(|entry| {
            let (reason, posted_by) = ("记错".into(), "王会计".into());
            tablet.tries(&ReverseEntry { entry, on: today(), reason, posted_by })
        }),
        Act::Lend { yuan, instalments } => {
            let request = tablet.draft(asks_loan(ZHAO, *yuan, *instalments, 360));
            tablet.approve(request);
            tablet.tries(&pay(request))
        }
        Act::Grant { purpose, yuan } => {
            let request = tablet.draft(asks(SUN, *purpose, *yuan));
            tablet.approve(request);
            tablet.tries(&pay(request))
        }
        Act::PayAgain { which } => nth_request(tablet, *which).is_some_and(|request| tablet.tries(&pay(request))),
        Act::WriteOff { which, yuan } => nth_loan(tablet, *which).is_some_and(|loan| {
            let request =
                Request { kind: Some(RequestKind::WriteOff), loan: Some(loan), ..asks(ZHAO, Purpose::StartUp, *yuan) };
            tablet.tries(&SaveRequest { id: None, request }) && {
                let request = last_draft(tablet);
                tablet.approve(request);
                tablet.tries(&pay(request))
            }
        }),
        Act::Repay { which, fen } => nth_loan(tablet, *which).is_some_and(|loan| {
            let (account, on, amount) = (standard(AccountKind::Bank), today(), Fen(*fen));
            let (narration, voucher, posted_by) = ("还款".into(), String::new(), String::new());
            tablet.tries(&RepayLoan { loan, account, on, amount, narration, voucher, posted_by })
        }),
        Act::Stray { debit, credit, on, yuan, reverses } => {
            let reverses = reverses.and_then(|which| nth_posting(tablet, which));
            let stray = Entry { reverses, loan: nth_loan(tablet, 0), ..entry(*on, *debit, *credit, *yuan) };
            tablet.fill(10_000 + number, stray);
            true
        }
        Act::Exchange { from } => {
            tablet.take(&tablets[*from]);
            true
        }
    }
}

fn nth_posting(tablet: &Tablet, which: usize) -> Option<Id<Entry>> {
    Ledger::of(&tablet.store.state()).postings().get(which).map(|posting| posting.id)
}

fn receipts(tablet: &Tablet) -> Vec<Id<Entry>> {
    let ledger = Ledger::of(&tablet.store.state());
    let receipts = ledger.standing().filter(|posting| ledger.class(posting.credit) == Class::Source);
    receipts.map(|posting| posting.id).collect()
}

fn nth_request(tablet: &Tablet, which: usize) -> Option<Id<Request>> {
    tablet.store.state().all::<Request>().iter().nth(which).map(|(id, _)| id)
}

fn last_draft(tablet: &Tablet) -> Id<Request> {
    let state = tablet.store.state();
    let drafts = state.all::<Request>().iter().filter(|(_, request)| request.state == Some(RequestState::Drafted));
    drafts.last().map(|(id, _)| id).expect("a draft")
}

fn nth_loan(tablet: &Tablet, which: usize) -> Option<Id<Loan>> {
    tablet.store.state().all::<Loan>().iter().nth(which).map(|(id, _)| id)
}

/// Every trial balance is zero, and every trace complete.
fn check(state: &State) {
    for day in [day(1), day(100), day(200), today()] {
        assert_eq!(fund::trial(state, day).difference(), Fen(0), "on {day}");
        check_trace(&Ledger::of(state).until(day));
        check_sources(state, day);
    }
    let (ledger, trace) = (Ledger::of(state), Trace::of(&Ledger::of(state)));
    for (receipt, fen) in &trace.receipts {
        // What a receipt reached, less what came back, and what is left of it, are the whole of it.
        let reached = fund::reached(state, &ledger, &trace, *receipt);
        let is_root = trace.flows.iter().any(|flow| flow.root == *receipt && flow.receipt == *receipt)
            || trace.left.iter().any(|left| left.root == *receipt && left.receipt == *receipt);
        let out: i64 = reached.iter().map(|one| one.fen.0 - one.returned.0).sum();
        let left: i64 = trace.left.iter().filter(|left| left.root == *receipt).map(|left| left.fen.0).sum();
        let own: i64 =
            trace.flows.iter().filter(|f| f.receipt == *receipt && f.root == *receipt).map(|f| f.fen.0).sum();
        let own_left: i64 =
            trace.left.iter().filter(|l| l.receipt == *receipt && l.root == *receipt).map(|l| l.fen.0).sum();
        assert!(own + own_left <= fen.0);
        assert_eq!(if is_root { out + left } else { 0 }, own + own_left, "all of a receipt is somewhere");
    }
    for (payment, fen) in &trace.payments {
        let origins: i64 = fund::origins(&ledger, &trace, *payment).iter().map(|origin| origin.fen.0).sum();
        let short: i64 = trace.uncovered.iter().filter(|(id, _)| id == payment).map(|(_, fen)| fen.0).sum();
        assert_eq!(origins + short, fen.0, "all of a payment is from somewhere");
    }
}

/// What a source gave is what was spent and lent of it and what is left, on every day.
fn check_sources(state: &State, day: Date) {
    let ledger = Ledger::of(state).until(day);
    for line in fund::sources(state, day) {
        let went = line.spent.0 + line.lent.0 + line.left_in_all().0;
        assert_eq!(line.received.0, went, "{:?} on {day}", line.kind);
        let Some(source) = line.source else { continue };
        let gave: i64 =
            ledger.standing().filter(|posting| posting.credit == source).map(|posting| posting.amount.0).sum();
        assert_eq!(line.received.0, gave, "{:?} on {day}", line.kind);
    }
}

fn check_trace(ledger: &Ledger) {
    let trace = Trace::of(ledger);
    let mut receipts: BTreeMap<Id<Entry>, i64> = BTreeMap::new();
    let mut payments: BTreeMap<Id<Entry>, i64> = BTreeMap::new();
    for flow in &trace.flows {
        assert!(flow.fen.0 > 0);
        *receipts.entry(flow.receipt).or_default() += flow.fen.0;
        *payments.entry(flow.payment).or_default() += flow.fen.0;
    }
    for left in &trace.left {
        assert!(left.fen.0 > 0);
        *receipts.entry(left.receipt).or_default() += left.fen.0;
    }
    for (payment, short) in &trace.uncovered {
        assert!(short.0 > 0);
        *payments.entry(*payment).or_default() += short.0;
    }
    assert_eq!(receipts, trace.receipts.iter().map(|(id, fen)| (*id, fen.0)).collect());
    assert_eq!(payments, trace.payments.iter().map(|(id, fen)| (*id, fen.0)).collect());
    let at_hand = ledger.balance_of(Class::Money).0 + ledger.balance_of(Class::Opening).0;
    let left: i64 = trace.left.iter().map(|left| left.fen.0).sum();
    assert_eq!(at_hand, left - trace.short().0, "what is at hand is what is left");
}

/// Money with an earmark went nowhere else, however often it was lent and came back.
fn check_earmarks(state: &State) {
    let ledger = Ledger::of(state);
    for flow in Trace::of(&ledger).flows {
        let (Some(root), Some(payment)) = (ledger.posting(flow.root), ledger.posting(flow.payment)) else { continue };
        let kind = ledger.kind(payment.debit).expect("an account");
        let went = kind.purpose().or(payment.entry.purpose);
        let is_bound = kind != AccountKind::WrittenOff && kind.class() != Class::Source;
        if let Some(earmark) = root.entry.purpose.filter(|_| is_bound) {
            assert_eq!(went, Some(earmark));
        }
    }
}

/// Everybody takes in what everybody has, each in an order of its own.
fn exchange(tablets: &[Tablet; 3]) {
    for (at, from) in [(0, 1), (0, 2), (2, 1), (2, 0), (1, 2), (1, 0)] {
        tablets[at].take(&tablets[from]);
    }
}

/// What the same changes say is the same on every tablet, and after every restart.
fn assert_same(tablets: &[Tablet; 3]) {
    let said = |state: &State| {
        let findings = findings(state, today(), u64::MAX / 2);
        (
            fund::flows(state),
            fund::trial(state, today()),
            fund::sources(state, today()),
            fund::paid_twice(state),
            findings,
        )
    };
    let first = said(&tablets[0].store.state());
    for tablet in &tablets[1..] {
        assert_eq!(said(&tablet.store.state()), first);
    }
    assert_eq!(said(&tablets[0].reopened().state()), first, "folded anew");
    block_on(tablets[1].store.tidy()).expect("writes a snapshot");
    assert_eq!(said(&tablets[1].reopened().state()), first, "from a snapshot");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn apart_and_together_every_fen_is_accounted_for(
        acts in proptest::collection::vec((0usize..3, act()), 1..24),
    ) {
        let tablets = Tablet::three();
        for (at, act) in &acts {
            done(&tablets, *at, act, 0);
            check(&tablets[*at].store.state());
        }
        exchange(&tablets);
        tablets.iter().for_each(|tablet| {
            check(&tablet.store.state());
            check_earmarks(&tablet.store.state());
        });
        assert_same(&tablets);
    }

    #[test]
    fn a_tablet_alone_never_goes_below_zero(acts in proptest::collection::vec(act(), 1..24)) {
        let tablets = Tablet::three();
        for act in &acts {
            done(&tablets, 0, act, 0);
        }
        let state = tablets[0].store.state();
        prop_assert_eq!(fund::below_zero(&state), vec![]);
        prop_assert_eq!(fund::reversed_twice(&state), vec![]);
        for kind in [AccountKind::Bank, AccountKind::Cash, AccountKind::Loans] {
            prop_assert!(Ledger::of(&state).least_from(standard(kind), day(1)) >= Fen(0), "{:?}", kind);
        }
    }

    #[test]
    fn entries_that_nobody_should_have_made_break_no_sum(
        acts in proptest::collection::vec((0usize..3, prop_oneof![act(), stray()]), 1..24),
    ) {
        let tablets = Tablet::three();
        for (number, (at, act)) in (1..).zip(&acts) {
            done(&tablets, *at, act, number);
        }
        exchange(&tablets);
        tablets.iter().for_each(|tablet| check(&tablet.store.state()));
        assert_same(&tablets);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever tablets did apart, pressing the first remedy that can be pressed comes to an end, and keeps every sum.
    #[test]
    fn what_is_found_can_be_settled(acts in proptest::collection::vec((0usize..3, act()), 1..24)) {
        let tablets = Tablet::three();
        for (at, act) in &acts {
            done(&tablets, *at, act, 0);
        }
        exchange(&tablets);
        let tablet = &tablets[0];
        let pressed = (0..100).find(|_| !settles_one(tablet));
        prop_assert!(pressed.is_some(), "it comes to an end");
        check(&tablet.store.state());
        let left = findings(&tablet.store.state(), today(), u64::MAX / 2);
        prop_assert!(left.iter().all(|finding| matches!(finding, Finding::ReversedTwice { .. })), "{:?}", left);
        exchange(&tablets);
        assert_same(&tablets);
    }
}

/// Settles the first finding that can be settled; answers whether there was one.
fn settles_one(tablet: &Tablet) -> bool {
    let found = findings(&tablet.store.state(), today(), u64::MAX / 2);
    let mut remedies = found.iter().flat_map(Finding::remedies);
    remedies.any(|remedy| tablet.tries(&SettleFinding { remedy, reason: "核对".into() }))
}

#[test]
fn the_same_money_spent_twice_apart_is_found() {
    let tablets = Tablet::three();
    tablets[0].run(&receipt(10, AccountKind::Donation, Some(Purpose::Schooling), 1000));
    tablets[1].take(&tablets[0]);
    let first: Id<Entry> = tablets[0].made(&payment(20, AccountKind::Schooling, ZHAO, 700));
    // The second tablet's clock is behind, and its day before: who came first is told by the clock that saw the receipt.
    let second: Id<Entry> = tablets[1].made(&payment(15, AccountKind::Schooling, SUN, 800));
    exchange(&tablets);
    assert_same(&tablets);
    let state = tablets[0].store.state();
    let found = fund::below_zero(&state);
    let short: Vec<_> = found.iter().map(|below| (below.account, below.short)).collect();
    assert_eq!(short, [(Some(standard(AccountKind::Bank)), Fen(50_000)), (None, Fen(50_000))]);
    let time = |entry: Id<Entry>| crate::tablet::time_of(&tablets[0], domain::Kind::Entry, entry.raw());
    let in_order = if time(first) < time(second) { [first, second] } else { [second, first] };
    for below in &found {
        let order: Vec<_> = below.entries.iter().map(|one| one.entry).collect();
        assert_eq!(order, in_order);
        assert_eq!(below.entries.iter().map(|one| one.is_beyond).collect::<Vec<_>>(), [false, true]);
    }
}
