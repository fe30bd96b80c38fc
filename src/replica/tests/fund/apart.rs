//! What tablets that worked apart can do to a request, an entry or a loan: nobody is paid whom nobody approved, and what
//! was done twice is found and settled with one press.

use domain::fund::standard;
use domain::records::Loan;
use domain::records::{AccountKind, Entry, Purpose, Request, RequestState, RequestStep};
use domain::value::Fen;
use domain::{Fault, Id};
use replica::command::{RepayLoan, ReverseEntry, SaveRequest, SettleFinding};
use replica::query::findings::{Finding, Remedy, findings};
use replica::query::fund::entries_of;

use crate::tablet::{SUN, Tablet, ZHAO, asks, id, pay, payment, receipt, today};

fn state_of(tablet: &Tablet, request: Id<Request>) -> Option<RequestState> {
    tablet.store.state().get(request).and_then(|request| request.state)
}

fn reverse(entry: Id<Entry>) -> ReverseEntry {
    ReverseEntry { entry, on: today(), reason: "记错".into(), posted_by: "王会计".into() }
}

fn repay(loan: Id<Loan>, fen: i64) -> RepayLoan {
    let (account, on, amount) = (standard(AccountKind::Bank), today(), Fen(fen));
    let (narration, voucher, posted_by) = ("还款".into(), String::new(), String::new());
    RepayLoan { loan, account, on, amount, narration, voucher, posted_by }
}

fn found(tablet: &Tablet) -> Vec<Finding> {
    findings(&tablet.store.state(), today(), u64::MAX / 2)
}

/// Both take in what the other has.
fn meet(one: &Tablet, other: &Tablet) {
    one.take(other);
    other.take(one);
    assert_eq!(found(one), found(other), "both find the same");
}

fn settle(tablet: &Tablet, remedy: Remedy) {
    tablet.run(&SettleFinding { remedy, reason: "两处同时记账".into() });
}

/// What came first of two, by the order of changes.
fn in_order(tablet: &Tablet, entries: [Id<Entry>; 2]) -> [Id<Entry>; 2] {
    let state = tablet.store.state();
    let made = |entry: Id<Entry>| (state.made(domain::Kind::Entry, entry.raw()), entry);
    let [a, b] = entries;
    if made(a) < made(b) { [a, b] } else { [b, a] }
}

/// A request that was returned, and two tablets that know of it.
fn returned(yuan: i64) -> ([Tablet; 2], Id<Request>) {
    let [one, other, _] = Tablet::three();
    one.run(&receipt(10, AccountKind::Fiscal, None, 100_000));
    let request = one.draft(asks(ZHAO, Purpose::Illness, yuan));
    one.approve(request);
    one.run(&one.step(request, RequestStep::Return, "陈书记"));
    other.take(&one);
    ([one, other], request)
}

#[test]
fn nobody_is_paid_whom_nobody_approved() {
    let changed =
        [("another household", asks(SUN, Purpose::Illness, 500)), ("another use", asks(ZHAO, Purpose::Schooling, 500))];
    for (what, request) in changed {
        let ([one, other], id) = returned(500);
        one.run(&SaveRequest { id: Some(id), request });
        other.approve(id);
        other.take(&one);
        assert_eq!(state_of(&other, id), Some(RequestState::Approved));
        assert_eq!(other.refused(&pay(id)), [(None, Fault::ChangedSince)], "{what}");
    }
}

#[test]
fn a_signature_from_before_it_was_returned_counts_no_more() {
    let [one, other, _] = Tablet::three();
    one.run(&receipt(10, AccountKind::Fiscal, None, 100_000));
    let request = one.draft(asks(ZHAO, Purpose::Illness, 20_000));
    one.run(&one.step(request, RequestStep::Submit, "王会计"));
    one.run(&one.step(request, RequestStep::Review, "李主任"));
    other.take(&one);
    one.run(&one.step(request, RequestStep::Return, "李主任"));
    other.run(&other.step(request, RequestStep::Approve, "陈书记"));
    one.take(&other);
    one.run(&one.step(request, RequestStep::Submit, "王会计"));
    one.run(&one.step(request, RequestStep::Review, "李主任"));
    one.run(&one.step(request, RequestStep::Approve, "刘县长"));
    assert_eq!(state_of(&one, request), Some(RequestState::Reviewed), "it needs two since it was handed in again");
}

#[test]
fn one_of_two_payments_reversed_leaves_the_request_paid() {
    let ([one, other], request) = returned(500);
    one.approve(request);
    other.take(&one);
    one.run(&pay(request));
    let second: Id<Entry> = other.made(&pay(request));
    one.take(&other);
    one.run(&reverse(second));
    assert_eq!(state_of(&one, request), Some(RequestState::Paid));
    assert!(one.tries(&one.step(request, RequestStep::Verify, "周巡查")));
}

#[test]
fn a_request_paid_apart_is_found_and_one_payment_reversed() {
    let ([one, other], request) = returned(500);
    one.approve(request);
    other.take(&one);
    let paid: [Id<Entry>; 2] = [one.made(&pay(request)), other.made(&pay(request))];
    meet(&one, &other);
    let [first, last] = in_order(&one, paid);
    let [finding] = found(&one).try_into().expect("one finding");
    let Finding::PaidTwice { request: twice, name, payments } = &finding else { panic!("{finding:?}") };
    assert_eq!((*twice, name.as_str()), (request, "赵永发"));
    assert_eq!(payments.iter().map(|spent| spent.entry).collect::<Vec<_>>(), [first, last]);
    assert_eq!(finding.remedies(), [Remedy::Reverse(last), Remedy::Accept(finding.key())]);
    settle(&one, Remedy::Reverse(last));
    meet(&one, &other);
    assert_eq!(found(&one), []);
    assert_eq!(one.balance(AccountKind::Illness), 50_000);
    assert_eq!(state_of(&other, request), Some(RequestState::Paid));
}

#[test]
fn an_entry_reversed_apart_is_found_and_the_later_reversal_reversed() {
    let [one, other, _] = Tablet::three();
    one.run(&receipt(10, AccountKind::Fiscal, None, 1000));
    let wrong: Id<Entry> = one.made(&payment(20, AccountKind::Illness, ZHAO, 300));
    other.take(&one);
    let reversals: [Id<Entry>; 2] = [one.made(&reverse(wrong)), other.made(&reverse(wrong))];
    meet(&one, &other);
    assert_eq!(one.balance(AccountKind::Bank), 130_000, "money that nobody has");
    let [_, last] = in_order(&one, reversals);
    let [finding] = found(&one).try_into().expect("one finding");
    assert!(matches!(&finding, Finding::ReversedTwice { entry, .. } if entry.entry == wrong), "{finding:?}");
    assert_eq!(finding.remedies(), [Remedy::Reverse(last)]);
    settle(&other, Remedy::Reverse(last));
    meet(&one, &other);
    assert_eq!((found(&one), one.balance(AccountKind::Bank)), (vec![], 100_000));
}

#[test]
fn a_payment_reversed_apart_is_paid_again_by_one() {
    let ([one, other], request) = returned(500);
    one.approve(request);
    let paid: Id<Entry> = one.made(&pay(request));
    other.take(&one);
    one.run(&reverse(paid));
    other.run(&reverse(paid));
    meet(&one, &other);
    assert!(one.tries(&pay(request)), "a reversal that stands pays nothing");
    let twice = |finding: &Finding| matches!(finding, Finding::PaidTwice { .. });
    assert!(!found(&one).iter().any(twice));
}

#[test]
fn a_loan_paid_back_apart_is_found_and_one_repayment_reversed() {
    let [one, other, _] = Tablet::three();
    one.run(&receipt(10, AccountKind::Fiscal, None, 1000));
    let loan: Id<Loan> = one.lend(ZHAO, 1000, 1, 0);
    other.take(&one);
    let back: [Id<Entry>; 2] = [one.made(&repay(loan, 100_000)), other.made(&repay(loan, 60_000))];
    meet(&one, &other);
    let [_, last] = in_order(&one, back);
    let [finding] = found(&one).try_into().expect("one finding");
    let Finding::Overpaid { loan: which, over, .. } = &finding else { panic!("{finding:?}") };
    assert_eq!((*which, *over), (loan, Fen(60_000)));
    assert_eq!(finding.remedies(), [Remedy::Reverse(last), Remedy::Accept(finding.key())]);
    settle(&one, finding.remedies()[1].clone());
    meet(&one, &other);
    assert_eq!(found(&other), [], "the money was really received");
    settle(&other, Remedy::Reverse(last));
    assert_eq!(found(&other), []);
}

#[test]
fn a_loan_taken_back_here_and_paid_back_there_is_found() {
    let [one, other, _] = Tablet::three();
    one.run(&receipt(10, AccountKind::Fiscal, None, 1000));
    let loan: Id<Loan> = one.lend(ZHAO, 1000, 1, 0);
    let paid = entries_of(&one.store.state(), id(ZHAO));
    let paid = paid.first().map(|posting| posting.id).expect("paid out");
    other.take(&one);
    one.run(&reverse(paid));
    let back: Id<Entry> = other.made(&repay(loan, 40_000));
    meet(&one, &other);
    let [finding] = found(&one).try_into().expect("one finding");
    assert!(matches!(&finding, Finding::Overpaid { over: Fen(40_000), .. }), "{finding:?}");
    settle(&one, Remedy::Reverse(back));
    assert_eq!(found(&one), []);
}

#[test]
fn a_loan_paid_back_on_three_tablets_is_settled_step_by_step() {
    let tablets = Tablet::three();
    tablets[0].run(&receipt(10, AccountKind::Fiscal, None, 1000));
    let loan: Id<Loan> = tablets[0].lend(ZHAO, 1000, 1, 0);
    tablets[1].take(&tablets[0]);
    tablets[2].take(&tablets[0]);
    tablets.iter().for_each(|tablet| {
        tablet.run(&repay(loan, 100_000));
    });
    tablets[0].take(&tablets[1]);
    tablets[0].take(&tablets[2]);
    let over = || {
        let found = found(&tablets[0]);
        let Some(Finding::Overpaid { over, .. }) = found.first() else { return None };
        Some((over.0, found[0].remedies()[0].clone()))
    };
    for expected in [200_000, 100_000] {
        let (fen, remedy) = over().expect("a finding");
        assert_eq!(fen, expected);
        settle(&tablets[0], remedy);
    }
    assert_eq!((found(&tablets[0]), tablets[0].balance(AccountKind::Loans)), (vec![], 0));
}
