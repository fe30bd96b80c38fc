//! Money spent on two tablets at once: found on each alike, settled by a reversal or by a person's word, and never said
//! twice.

use domain::Id;
use domain::fund::standard;
use domain::records::{AccountKind, Entry, Purpose, RequestState};
use domain::value::Fen;
use replica::command::{PostEntry, SettleFinding};
use replica::query::findings::{Finding, Remedy, findings};

use crate::tablet::{SUN, Tablet, ZHAO, asks, entry, pay, payment, receipt, today};

use AccountKind::{Bank, Cash, Donation, Fiscal, Illness, Schooling};

fn found(tablet: &Tablet) -> Vec<Finding> {
    findings(&tablet.store.state(), today(), u64::MAX / 2)
}

/// What is below zero, by how much, and whose payments came last.
fn below(tablet: &Tablet) -> Vec<(Option<AccountKind>, i64, Vec<Id<Entry>>)> {
    let below = found(tablet).into_iter().map(|finding| {
        let Finding::BelowZero { kind, short, beyond, .. } = finding else { panic!("of money: {finding:?}") };
        (kind, short.0, beyond.into_iter().map(|spent| spent.entry).collect())
    });
    below.collect()
}

fn settle(tablet: &Tablet, remedy: Remedy) {
    tablet.run(&SettleFinding { remedy, reason: "两处同时支出".into() });
}

/// Two tablets that each spent 700 of the same 1,000 yuan, and know of each other now; the payment that came last.
fn overspent() -> ([Tablet; 3], Id<Entry>) {
    let tablets = Tablet::three();
    tablets[0].run(&receipt(10, Fiscal, None, 1000));
    tablets[1].take(&tablets[0]);
    let paid: [Id<Entry>; 2] =
        [(0, ZHAO), (1, SUN)].map(|(at, case)| tablets[at].made(&payment(20, Illness, case, 700)));
    tablets[0].take(&tablets[1]);
    tablets[1].take(&tablets[0]);
    let time = |entry: Id<Entry>| tablets[0].store.state().made(domain::Kind::Entry, entry.raw());
    let last = if time(paid[0]) < time(paid[1]) { paid[1] } else { paid[0] };
    (tablets, last)
}

#[test]
fn an_account_below_zero_is_found_alike_and_said_once() {
    let (tablets, last) = overspent();
    let expected = vec![(Some(Bank), 40_000, vec![last])];
    assert_eq!((below(&tablets[0]), below(&tablets[1])), (expected.clone(), expected));
    let [finding] = found(&tablets[0]).try_into().expect("one");
    assert_eq!(finding.remedies(), [Remedy::Reverse(last), Remedy::Accept(finding.key())]);
}

#[test]
fn a_reversal_settles_it_and_so_does_money() {
    let (tablets, last) = overspent();
    settle(&tablets[1], Remedy::Reverse(last));
    tablets[0].take(&tablets[1]);
    assert_eq!((found(&tablets[0]), found(&tablets[1])), (vec![], vec![]));
    assert_eq!((tablets[0].balance(Bank), tablets[0].balance(Illness)), (30_000, 70_000));
    let again = SettleFinding { remedy: Remedy::Reverse(last), reason: "两处同时支出".into() };
    assert_eq!(tablets[0].refused(&again), [(None, domain::Fault::AlreadyReversed)]);

    let (tablets, _) = overspent();
    tablets[0].run(&receipt(30, Donation, None, 400));
    assert_eq!(found(&tablets[0]), [], "what came since covers it");
}

#[test]
fn what_was_accepted_comes_back_when_it_is_another_sum() {
    let (tablets, _) = overspent();
    let [finding] = found(&tablets[0]).try_into().expect("one");
    settle(&tablets[0], Remedy::Accept(finding.key()));
    assert_eq!(found(&tablets[0]), []);
    let more = Entry { amount: Fen(1), ..payment(21, Illness, ZHAO, 1).entry };
    tablets[0].fill(77, more);
    assert_eq!(below(&tablets[0]).len(), 1);
}

#[test]
fn a_source_that_two_drew_on_is_found_though_the_bank_has_money() {
    let tablets = Tablet::three();
    tablets[0].run(&receipt(10, Donation, None, 500));
    tablets[0].run(&receipt(10, Fiscal, Some(Purpose::Schooling), 5000));
    tablets[1].take(&tablets[0]);
    let draw = |case, yuan| {
        let spent = payment(20, Illness, case, yuan).entry;
        PostEntry { entry: Entry { source: Some(standard(Donation)), ..spent } }
    };
    tablets[0].run(&draw(ZHAO, 400));
    tablets[1].run(&draw(SUN, 300));
    tablets[0].take(&tablets[1]);
    let sums: Vec<_> = below(&tablets[0]).into_iter().map(|(kind, short, _)| (kind, short)).collect();
    assert_eq!(sums, [(Some(Donation), 20_000)]);
}

#[test]
fn money_moved_out_of_an_account_twice_is_found_there() {
    let tablets = Tablet::three();
    tablets[0].run(&receipt(10, Fiscal, None, 1000));
    tablets[1].take(&tablets[0]);
    tablets[0].run(&PostEntry { entry: entry(20, Cash, Bank, 900) });
    tablets[1].run(&payment(20, Schooling, SUN, 900));
    tablets[1].take(&tablets[0]);
    let found: Vec<_> = below(&tablets[1]).into_iter().map(|(kind, short, _)| (kind, short)).collect();
    assert_eq!(found, [(Some(Bank), 80_000)], "all of the money is still in the fund");
}

#[test]
fn a_request_paid_twice_stays_paid_when_one_payment_is_reversed() {
    let tablets = Tablet::three();
    tablets[0].run(&receipt(10, Fiscal, None, 5000));
    let request = tablets[0].draft(asks(ZHAO, Purpose::Illness, 700));
    tablets[0].approve(request);
    tablets[1].take(&tablets[0]);
    let paid: [Id<Entry>; 2] = [0, 1].map(|at: usize| tablets[at].made(&pay(request)));
    tablets[0].take(&tablets[1]);
    tablets[1].take(&tablets[0]);
    assert_eq!(found(&tablets[0]), found(&tablets[1]));
    let [finding] = found(&tablets[0]).try_into().expect("one");
    let Finding::PaidTwice { name, ref payments, .. } = finding.clone() else { panic!("paid twice: {finding:?}") };
    let entries: Vec<Id<Entry>> = payments.iter().map(|spent| spent.entry).collect();
    assert_eq!((name.as_str(), entries.len()), ("赵永发", 2));
    assert!(paid.iter().all(|entry| entries.contains(entry)));
    let remedies = finding.remedies();
    assert_eq!(remedies, [Remedy::Reverse(entries[1]), Remedy::Accept(finding.key())]);
    settle(&tablets[0], remedies[0].clone());
    let state_of = |tablet: &Tablet| tablet.store.state().get(request).and_then(|request| request.state);
    assert_eq!((found(&tablets[0]), state_of(&tablets[0])), (vec![], Some(RequestState::Paid)));
    settle(&tablets[0], Remedy::Reverse(entries[0]));
    assert_eq!(state_of(&tablets[0]), Some(RequestState::Approved), "now it is paid by nothing");
}

#[test]
fn a_payment_reversed_by_a_finding_is_a_request_to_be_paid_again() {
    let tablets = Tablet::three();
    tablets[0].run(&receipt(10, Fiscal, None, 1000));
    let request = tablets[0].draft(asks(ZHAO, Purpose::Illness, 700));
    tablets[0].approve(request);
    tablets[1].take(&tablets[0]);
    tablets[1].run(&payment(20, Schooling, SUN, 700));
    let paid: Id<Entry> = tablets[0].made(&pay(request));
    tablets[0].take(&tablets[1]);
    settle(&tablets[0], Remedy::Reverse(paid));
    assert_eq!(found(&tablets[0]), []);
    let state = tablets[0].store.state();
    assert_eq!(state.get(request).and_then(|request| request.state), Some(RequestState::Approved));
}
