//! What tablets that worked apart can do to a request, an entry or a loan: nobody is paid whom nobody approved, and what
//! was done twice is found and settled with one press.

use domain::records::{AccountKind, Entry, Purpose, Request, RequestState, RequestStep};
use domain::{Fault, Id};
use replica::command::SaveRequest;

use crate::tablet::{SUN, Tablet, ZHAO, asks, pay, receipt};

fn state_of(tablet: &Tablet, request: Id<Request>) -> Option<RequestState> {
    tablet.store.state().get(request).and_then(|request| request.state)
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
    let (on, reason, posted_by) = (crate::tablet::today(), "付了两次".into(), String::new());
    one.run(&replica::command::ReverseEntry { entry: second, on, reason, posted_by });
    assert_eq!(state_of(&one, request), Some(RequestState::Paid));
    assert!(one.tries(&one.step(request, RequestStep::Verify, "周巡查")));
}
