//! What comes from outside: the dry run tells what accepting does and writes nothing; what is refused leaves everything
//! as it was; what was accepted is on the disk, whole.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod tablet;

use domain::{Kind, Uuid, Value};
use futures::executor::block_on;
use proptest::prelude::*;
use replica::query::conflicts::conflicts;
use replica::query::findings::{Finding, findings};
use replica::testing::{Fault, replica, sign};
use replica::{ChangeId, ImportError, Refusal, StorageError, Timestamp};
use tablet::{Hand, Tablet, bytes_of, today};

/// Tries changes that must be refused: the disk and the state stay as they were.
#[track_caller]
fn check_refused(tablet: &Tablet, changes: &[Vec<u8>], expected: &ImportError) {
    let (hash, files) = (tablet.hash(), tablet.disk.files.borrow().clone());
    assert_eq!(tablet.examine(changes).expect_err("is refused"), *expected);
    assert_eq!(tablet.hash(), hash);
    assert_eq!(*tablet.disk.files.borrow(), files);
}

#[test]
fn the_dry_run_tells_what_accepting_does_and_writes_nothing() {
    let (here, there) = (Tablet::new(1), Tablet::new(2));
    here.name(1, "old");
    there.merge(&here);
    here.name(1, "from here");
    there.name(1, "from there");
    there.name(2, "new");
    let (hash, files) = (here.hash(), here.disk.files.borrow().clone());
    let import = here.examine(&there.all()).expect("can be taken");
    assert_eq!(here.hash(), hash, "a dry run");
    assert_eq!(*here.disk.files.borrow(), files);
    let said = &import.report;
    assert_eq!((said.changes, said.known, said.added, said.changed), (2, 1, 1, 1));
    assert_eq!((said.conflicts, said.findings, said.waiting, said.newer), (1, 0, 0, 0));
    assert!(said.forks.is_empty());
    block_on(here.store.accept(import, there.own())).expect("is taken");
    assert_eq!(conflicts(&here.store.state()).len(), 1);
    assert_eq!(here.store.state().vector().total(), 4);
    assert_eq!(here.reopened().state().canonical_hash(), here.hash(), "it is on the disk");
}

#[test]
fn the_dry_run_counts_findings_and_what_a_newer_version_will_show() {
    let (here, mut hand) = (Tablet::new(1), Hand::new(7));
    hand.millis = 4_000_000_000_000;
    let ahead = hand.name(1, "ahead");
    let newer =
        [hand.set(999, 1, 1, Value::Int(1), vec![]), hand.set(Kind::Staff.number(), 1, 40, Value::Int(1), vec![])];
    let said = here.take(&bytes_of(&[&[ahead], newer.as_slice()].concat()));
    assert_eq!((said.findings, said.newer), (1, 2));
    let found = findings(&here.store.state(), today(), 1_790_000_000_000);
    assert!(matches!(found[..], [Finding::ClockInDoubt { .. }]), "{found:?}");
}

#[test]
fn a_moment_of_the_far_future_is_taken_shown_and_beaten_by_the_next_edit() {
    let (here, mut hand) = (Tablet::new(1), Hand::new(7));
    hand.millis = 200_000_000_000_000;
    here.take(&bytes_of(&[hand.name(1, "from the year 8307")]));
    here.name(1, "now");
    assert_eq!(here.shown(1).as_deref(), Some("now"));
    assert_eq!(conflicts(&here.store.state()), vec![]);
}

#[test]
fn the_same_bundle_again_is_nothing() {
    let (here, there) = (Tablet::new(1), Tablet::new(2));
    there.name(1, "a");
    there.name(1, "b");
    here.merge(&there);
    let (hash, log) = (here.hash(), here.disk.files.borrow().log.clone());
    let again = here.merge(&there);
    assert_eq!((again.changes, again.known, again.added, again.changed), (0, 2, 0, 0));
    assert_eq!((here.hash(), &here.disk.files.borrow().log), (hash, &log));
}

#[test]
fn a_change_that_comes_twice_in_a_bundle_and_out_of_order_counts_once() {
    let (here, mut hand) = (Tablet::new(1), Hand::new(7));
    let [a, b, c] = [hand.name(1, "a"), hand.name(1, "b"), hand.name(1, "c")];
    let said = here.take(&bytes_of(&[c.clone(), a.clone(), b, a, c]));
    assert_eq!((said.changes, said.waiting), (3, 0));
    assert_eq!(here.store.state().vector().seq(hand.replica()), 3);
}

#[test]
fn a_cancelled_import_leaves_nothing() {
    let (here, there) = (Tablet::new(1), Tablet::new(2));
    (0..700).for_each(|turn| there.names(turn % 5, &[&format!("{turn}")]));
    let changes = there.all();
    let files = here.disk.files.borrow().clone();
    for most in 0..3 {
        let mut heard = 0;
        let step = async |done: usize, total: usize| {
            assert!(done <= total);
            heard += 1;
            heard <= most
        };
        assert_eq!(block_on(here.store.examine(&changes, step)).expect_err("is ended"), ImportError::Cancelled);
        assert_eq!(*here.disk.files.borrow(), files);
    }
    assert_eq!(here.take(&changes).changes, 700, "and can be tried again");
}

#[test]
fn an_import_is_taken_whole_or_not_at_all() {
    let (here, there) = (Tablet::new(1), Tablet::new(2));
    here.name(1, "here");
    (0..5).for_each(|record| there.names(record, &["there"]));
    let (hash, files) = (here.hash(), here.disk.files.borrow().clone());
    let import = here.examine(&there.all()).expect("can be taken");
    here.disk.order(0, Fault::Refused);
    let refused = block_on(here.store.accept(import, there.own()));
    assert_eq!(refused, Err(Refusal::Storage(StorageError::Full)));
    assert_eq!(here.hash(), hash);
    assert_eq!(*here.disk.files.borrow(), files);
    here.name(2, "writing goes on");
    here.merge(&there);
    assert_eq!(here.store.state().vector().total(), 7);
}

#[test]
fn a_save_since_the_examination_overtakes_the_import() {
    let (here, there) = (Tablet::new(1), Tablet::new(2));
    there.name(1, "there");
    let import = here.examine(&there.all()).expect("can be taken");
    here.name(1, "here");
    assert_eq!(block_on(here.store.accept(import, there.own())), Err(Refusal::Overtaken));
    assert_eq!(here.shown(1).as_deref(), Some("here"));
}

#[test]
fn a_gap_waits_for_the_bundle_that_fills_it() {
    let (here, mut hand) = (Tablet::new(1), Hand::new(7));
    let [a, b, c] = [hand.name(1, "a"), hand.name(2, "b"), hand.name(3, "c")];
    let hash = here.hash();
    let said = here.take(&bytes_of(&[b.clone(), c.clone()]));
    assert_eq!((said.changes, said.waiting), (0, 2));
    assert_eq!(here.hash(), hash);
    assert!(here.reopened().broken().is_empty());
    let said = here.take(&bytes_of(&[a, c.clone()]));
    assert_eq!((said.changes, said.waiting), (1, 1));
    assert_eq!(here.take(&bytes_of(&[b, c])).changes, 2);
}

#[test]
fn forged_foreign_newer_and_cut_bytes_are_refused_by_name() {
    let (here, mut hand) = (Tablet::new(1), Hand::new(7));
    here.name(1, "here");
    let good = [hand.name(1, "a"), hand.name(2, "b")];
    let bundle = |bad: Vec<u8>| vec![good[0].bytes.clone(), good[1].bytes.clone(), bad];

    let mut forged = good[1].bytes.clone();
    forged[40] ^= 1;
    let name = ChangeId { replica: hand.replica(), seq: 2 };
    check_refused(&here, &[good[0].bytes.clone(), forged], &ImportError::Forged(name));

    let next = hand.name(3, "c");
    let stolen = sign(8, next.change.clone());
    check_refused(&here, &bundle(stolen.bytes), &ImportError::Malformed(3));

    let mut newer = next.bytes.clone();
    newer[0] = 3;
    check_refused(&here, &bundle(newer), &ImportError::Newer(3));

    check_refused(&here, &bundle(next.bytes[..next.bytes.len() - 1].to_vec()), &ImportError::Malformed(3));
    check_refused(&here, &bundle(vec![]), &ImportError::Malformed(3));
    check_refused(&here, &bundle([next.bytes.as_slice(), &[0]].concat()), &ImportError::Malformed(3));

    hand.scope = 110_000;
    check_refused(&here, &bundle(hand.name(4, "d").bytes), &ImportError::OtherScope(110_000));
}

#[test]
fn a_forged_predecessor_is_found_by_the_hash_that_its_successor_names() {
    let (here, mut hand) = (Tablet::new(1), Hand::new(7));
    let good = [hand.name(1, "a"), hand.name(2, "b")];
    let mut forged = good[0].bytes.clone();
    let end = forged.len() - 2;
    forged[end] ^= 1;
    let (hash, log) = (here.hash(), here.disk.files.borrow().log.clone());
    assert!(here.examine(&[forged, good[1].bytes.clone()]).is_err());
    assert_eq!((here.hash(), &here.disk.files.borrow().log), (hash, &log));
}

#[test]
fn what_waits_is_verified_before_anything_is_learnt_from_it() {
    let here = Tablet::new(1);
    here.name(1, "only here");
    let known = here.all().remove(0);
    let mut forged = replica::change::Signed::decode(&known).expect("a change").change;
    forged.id.seq = 4_000_000_000;
    // Anybody has a tablet's public key, from its bundles, and nobody its signature.
    let body = [&known[..97], &postcard_of(&forged)].concat();
    let examined = here.examine(&[body]);
    assert_eq!(examined.expect_err("is refused"), ImportError::Forged(forged.id));
    assert_eq!(here.store.not_outside(), 1);
}

fn postcard_of(change: &replica::Change) -> Vec<u8> {
    let whole = sign(7, replica::Change { id: ChangeId { replica: replica(7), ..change.id }, ..change.clone() });
    let mut body = whole.bytes[97..].to_vec();
    let at = body.windows(16).position(|window| *window == replica(7).0).expect("the name is there");
    body[at..at + 16].copy_from_slice(&change.id.replica.0);
    body
}

#[test]
fn an_import_that_is_on_the_disk_is_said_to_be_taken_whatever_fails_after_it() {
    for writes in 1..4 {
        let (here, there) = (Tablet::new(1), Tablet::new(2));
        there.name(1, "there");
        let import = here.examine(&there.all()).expect("can be taken");
        here.disk.order(writes, Fault::Refused);
        let taken = block_on(here.store.accept(import, there.own()));
        assert_eq!(taken.is_ok(), here.reopened().state().vector().total() == 1, "fault after {writes} writes");
        assert_eq!(here.reopened().state().canonical_hash(), here.hash(), "fault after {writes} writes");
    }
}

#[test]
fn values_that_mean_the_same_hash_the_same_in_any_order() {
    let reason = |value: Value| (Kind::Staff.number(), 0, value);
    let (text, number) = (|text: &str| Value::Text(text.into()), Kind::Session.number());
    let pairs = [
        (reason(Value::Int(5)), text("moved")),
        (reason(text("")), text("moved")),
        ((Kind::Staff.number(), 1, text("")), text("b")),
        ((Kind::Target.number(), 2, Value::Int(0)), Value::Int(2026)),
        ((Kind::Course.number(), 3, Value::Empty), Value::Bool(true)),
        ((number, 1, Value::Empty), Value::Id(Uuid::from_u128(4))),
    ];
    for ((kind, field, one), other) in pairs {
        let (mut first, mut second) = (Hand::new(7), Hand::new(8));
        second.millis += 5;
        let base = bytes_of(&[first.set(kind, 9, field, one, vec![])]);
        let beside = bytes_of(&[second.set(kind, 9, field, other, vec![])]);
        let (here, there) = (Tablet::new(1), Tablet::new(2));
        here.take(&base);
        here.take(&beside);
        there.take(&beside);
        there.take(&base);
        assert_eq!(here.hash(), there.hash(), "kind {kind}, field {field}");
        assert_eq!(conflicts(&here.store.state()), conflicts(&there.store.state()));
        assert_eq!(here.reopened().state().canonical_hash(), here.hash());
    }
}

#[test]
fn moments_of_one_millisecond_stand_in_one_order() {
    let moment = Timestamp::new(1_790_000_000_000, 0);
    let (here, there) = (Tablet::new(1), Tablet::new(2));
    let bundles = [7, 8].map(|seed| bytes_of(&[Hand::new(seed).name(1, &format!("by {seed}"))]));
    here.take(&bundles[0]);
    here.take(&bundles[1]);
    there.take(&bundles[1]);
    there.take(&bundles[0]);
    let later = if replica(7) > replica(8) { "by 7" } else { "by 8" };
    assert_eq!(here.shown(1).as_deref(), Some(later));
    assert_eq!(there.shown(1).as_deref(), Some(later));
    assert!(here.store.state().clock().latest() >= moment);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn hostile_bundles_are_answered_and_never_change_a_thing_they_must_not(
        order in proptest::collection::vec((0usize..6, 0usize..4000, 0u8..8, 0usize..5), 1..8),
    ) {
        let (here, mut hand) = (Tablet::new(1), Hand::new(7));
        here.name(1, "here");
        let good: Vec<Vec<u8>> = (0u128..6).map(|record| hand.name(record, "there").bytes).collect();
        let bundle: Vec<Vec<u8>> = order.into_iter().map(|(at, byte, bit, how)| hostile(&good[at], byte, bit, how)).collect();
        let before = here.hash();
        if let Ok(import) = here.examine(&bundle) {
            let taken = import.report.changes;
            prop_assert!(block_on(here.store.accept(import, hand.replica())).is_ok());
            prop_assert_eq!(here.store.state().vector().total(), 1 + taken as u64);
            for frame in here.disk.files.borrow().log.values() {
                let is_good = good.contains(&frame.bytes) || frame.id.replica == here.own();
                prop_assert!(is_good, "only what was signed lies in the log");
            }
        } else {
            prop_assert_eq!(here.hash(), before);
        }
        let again = here.reopened();
        prop_assert!(again.broken().is_empty());
        prop_assert_eq!(again.state().canonical_hash(), here.hash());
    }
}

fn hostile(good: &[u8], byte: usize, bit: u8, how: usize) -> Vec<u8> {
    let mut bytes = good.to_vec();
    let at = byte % bytes.len();
    match how {
        0 => bytes.truncate(at),
        1 => bytes[at] ^= 1 << bit,
        2 => bytes.insert(at, bit),
        _ => {}
    }
    bytes
}
