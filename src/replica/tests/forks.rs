//! Forks: one tablet's files in two places, and both go on. Every tablet sets the same part aside, whatever the order and
//! the road; both go on under new names; nothing is thrown away and nothing breaks.

mod tablet;

use std::collections::BTreeSet;

use domain::Value;
use futures::executor::block_on;
use replica::query::conflicts::conflicts;
use replica::testing::{Fault, replica};
use replica::{ChangeId, Refusal, ReplicaId};
use tablet::{Hand, Tablet, bytes_of};

/// A tablet that wrote three changes, and its clone; each goes on, differently, from the fourth on.
fn clones() -> (Tablet, Tablet) {
    let one = Tablet::new(1);
    (1..4).for_each(|record| one.names(record, &["before"]));
    let other = one.cloned(2);
    one.names(1, &["a", "b", "c"]);
    other.names(2, &["x", "y"]);
    (one, other)
}

/// All bytes that a tablet would carry out, as a set.
fn held(tablet: &Tablet) -> BTreeSet<Vec<u8>> {
    tablet.all().into_iter().collect()
}

#[test]
fn both_halves_are_set_aside_from_the_first_contradiction_and_shown() {
    let (one, other) = clones();
    let replica = one.own();
    let (theirs, mut all) = (other.all(), held(&one));
    all.extend(theirs.iter().cloned());
    let said = one.take(&theirs);
    assert_eq!(said.forks, vec![ChangeId { replica, seq: 4 }]);
    other.merge(&one);
    for tablet in [&one, &other] {
        assert_eq!(tablet.store.forks(), vec![ChangeId { replica, seq: 4 }]);
        assert_eq!(tablet.store.state().vector().seq(replica), 3, "what stands before the fork counts");
        assert_eq!(tablet.shown(1).as_deref(), Some("before"));
        assert_eq!(held(tablet), all, "nothing is thrown away");
        assert_eq!(tablet.reopened().state().canonical_hash(), tablet.hash());
        assert!(tablet.reopened().broken().is_empty());
    }
    assert_eq!(one.hash(), other.hash());
}

#[test]
fn a_tablet_whose_chain_forked_goes_on_under_a_new_name() {
    let (one, other) = clones();
    let before = one.own();
    one.merge(&other);
    other.merge(&one);
    let (mine, yours) = (one.name(1, "after"), other.name(2, "after"));
    assert_ne!(mine.replica, before);
    assert_ne!(mine.replica, yours.replica);
    assert_eq!((mine.seq, yours.seq), (1, 1));
    assert_eq!(one.reopened().own_replica(), None, "it has written nothing since it was opened");
    one.merge(&other);
    other.merge(&one);
    assert_eq!(one.hash(), other.hash());
    assert_eq!((one.shown(1).as_deref(), one.shown(2).as_deref()), (Some("after"), Some("after")));
}

#[test]
fn the_same_is_set_aside_whatever_the_order() {
    let (one, other) = clones();
    let (ours, theirs) = (one.all(), other.all());
    let roads: [Vec<&[Vec<u8>]>; 5] = [
        vec![&ours, &theirs],
        vec![&theirs, &ours],
        vec![&ours[..2], &theirs, &ours],
        vec![&ours[..5], &theirs[..4], &ours, &theirs],
        vec![&theirs[3..], &ours, &theirs],
    ];
    let tablets = roads.map(|road| {
        let tablet = Tablet::new(9);
        road.iter().for_each(|bundle| {
            tablet.take(bundle);
        });
        tablet
    });
    let both: Vec<Vec<u8>> = ours.iter().chain(&theirs).cloned().collect();
    let at_once = Tablet::new(9);
    at_once.take(&both);
    for (road, tablet) in tablets.iter().enumerate() {
        assert_eq!(tablet.hash(), at_once.hash(), "road {road}");
        assert_eq!(held(tablet), held(&at_once), "road {road}");
        assert_eq!(tablet.reopened().state().canonical_hash(), tablet.hash(), "road {road}");
    }
}

#[test]
fn an_earlier_contradiction_moves_the_cut_to_the_front() {
    let (mut hand, mut twin, mut third) = (Hand::new(7), Hand::new(7), Hand::new(7));
    let start = hand.name(1, "start");
    (twin.seq, twin.previous) = (hand.seq, hand.previous);
    let [two, three] = [hand.name(1, "two"), hand.name(1, "three")];
    let other_two = twin.name(1, "other two");
    (third.seq, third.previous) = (3, two.hash);
    let other_three = third.name(1, "other three");
    let here = Tablet::new(1);
    here.take(&bytes_of(&[start, two, three, other_three]));
    assert_eq!(here.store.forks(), vec![ChangeId { replica: hand.replica(), seq: 3 }]);
    assert_eq!(here.shown(1).as_deref(), Some("two"));
    let said = here.take(&bytes_of(&[other_two]));
    assert_eq!(said.forks, vec![ChangeId { replica: hand.replica(), seq: 2 }]);
    assert_eq!(here.shown(1).as_deref(), Some("start"));
    assert_eq!(here.reopened().state().canonical_hash(), here.hash());
}

#[test]
fn a_fork_seen_before_its_beginning_breaks_nothing() {
    let (mut hand, mut twin) = (Hand::new(7), Hand::new(7));
    let start: Vec<_> = ["1", "2", "3", "4"].iter().map(|name| hand.name(1, name)).collect();
    (twin.seq, twin.previous) = (hand.seq, hand.previous);
    let (five, other_five) = (hand.name(1, "5"), twin.name(1, "other 5"));
    let here = Tablet::new(1);
    here.take(&bytes_of(&[five, other_five]));
    let said = here.take(&bytes_of(&start[2..3]));
    assert_eq!((said.changes, said.waiting), (0, 1), "its predecessors are missing");
    assert!(here.reopened().broken().is_empty(), "nothing lies in the log without its predecessor");
    here.take(&bytes_of(&start));
    assert_eq!(here.shown(1).as_deref(), Some("4"));
    assert_eq!(here.reopened().state().canonical_hash(), here.hash());
}

#[test]
fn a_forked_chain_is_carried_whole_even_to_one_who_knew_its_other_half() {
    let (one, other) = clones();
    let replica = one.own();
    let (ours, theirs) = (one.all(), other.all());
    // A third tablet has what the first wrote, and says so to the second.
    let third = Tablet::new(3);
    third.take(&ours);
    let import = other.examine(&third.all()).expect("can be taken");
    let peer = self::replica(50);
    block_on(other.store.accept(import, peer)).expect("is taken");
    let (lacking, _) = block_on(other.store.outgoing(Some(peer))).expect("reads");
    third.take(&lacking);
    assert_eq!(third.store.forks(), vec![ChangeId { replica, seq: 4 }]);
    assert_eq!(third.hash(), other.hash());
    assert!(theirs.iter().all(|change| held(&third).contains(change)));
}

#[test]
fn an_import_examined_before_a_fork_was_accepted_is_overtaken() {
    let (mut hand, mut twin) = (Hand::new(7), Hand::new(7));
    let here = Tablet::new(1);
    here.name(1, "here");
    let (one, other) = (hand.name(2, "one"), twin.name(2, "other"));
    // The chain forks at its first place: how far chains are known stays the same.
    let fork = here.examine(&bytes_of(&[one, other])).expect("can be taken");
    let nothing = here.examine(&[]).expect("can be taken");
    block_on(here.store.accept(fork, replica(50))).expect("is taken");
    assert_eq!(block_on(here.store.accept(nothing, replica(50))), Err(Refusal::Overtaken));
    assert_eq!(here.store.forks().len(), 1);
    assert_eq!(here.all().len(), 3, "both halves are kept");
}

#[test]
fn a_fork_is_taken_whole_or_not_at_all_whichever_write_fails() {
    for writes in 0..6 {
        let (one, other) = clones();
        let (hash, theirs) = (one.hash(), other.all());
        let import = one.examine(&theirs).expect("can be taken");
        one.disk.order(writes, Fault::Refused);
        let taken = block_on(one.store.accept(import, other.own())).is_ok();
        assert!(taken || one.hash() == hash, "a refusal changes nothing ({writes} writes)");
        assert_eq!(
            one.reopened().state().canonical_hash(),
            one.hash(),
            "memory is what the disk says ({writes} writes)"
        );
        one.disk.calm();
        one.name(3, "writing goes on");
        one.take(&theirs);
        other.merge(&one);
        assert_eq!(one.hash(), other.hash(), "{writes} writes");
        assert_eq!(one.reopened().state().canonical_hash(), one.hash());
        assert!(one.reopened().broken().is_empty());
    }
}

#[test]
fn the_same_fork_again_is_nothing() {
    let (one, other) = clones();
    let theirs = other.all();
    one.take(&theirs);
    let log = one.disk.files.borrow().log.clone();
    let said = one.take(&theirs);
    assert_eq!((said.changes, said.forks.len(), said.added, said.changed), (0, 0, 0, 0));
    assert_eq!(one.disk.files.borrow().log, log);
}

#[test]
fn what_is_set_aside_is_not_counted_as_adding() {
    let (one, other) = clones();
    other.names(77, &["only", "in what is", "set aside"]);
    let said = one.merge(&other);
    assert_eq!((said.added, said.changed), (0, 0));
}

#[test]
fn a_tablet_that_follows_sees_the_fork() {
    let (one, other) = clones();
    let follower = Tablet::over(one.disk.clone(), 5);
    one.merge(&other);
    block_on(follower.store.catch_up()).expect("catches up");
    assert_eq!(follower.hash(), one.hash());
    assert_eq!(follower.store.forks(), one.store.forks());
    assert_ne!(follower.name(1, "as the writer").replica, other.own());
}

#[test]
fn a_tablet_that_follows_keeps_what_was_set_aside_meanwhile() {
    let (one, other) = clones();
    let third = one.cloned(3);
    one.merge(&other);
    let follower = Tablet::over(one.disk.clone(), 5);
    third.name(9, "of a third clone");
    one.merge(&third);
    block_on(follower.store.catch_up()).expect("catches up");
    let (mut hand, mut twin) = (Hand::new(7), Hand::new(7));
    follower.take(&bytes_of(&[hand.name(2, "one"), twin.name(2, "other")]));
    assert!(
        third.all().iter().all(|change| held(&follower).contains(change)),
        "as the writer it writes none of it over"
    );
}

/// What is set aside on a tablet, by the names that it gives.
fn aside(tablet: &Tablet) -> Vec<String> {
    let aside = tablet.aside();
    let ops = aside.iter().flat_map(|signed| &signed.change.records).flat_map(|ops| &ops.fields);
    ops.map(|op| if let Value::Text(name) = &op.value { name.clone() } else { String::new() }).collect()
}

/// The clones, knowing of each other, and the chain that forked.
fn reunited() -> (Tablet, Tablet, ReplicaId) {
    let (one, other) = clones();
    let replica = one.own();
    one.merge(&other);
    other.merge(&one);
    (one, other, replica)
}

fn disputed(tablet: &Tablet) -> Vec<Vec<Value>> {
    let found = conflicts(&tablet.store.state());
    found.into_iter().map(|conflict| conflict.heads.into_iter().map(|head| head.value).collect()).collect()
}

#[test]
fn what_was_set_aside_comes_back_in_once() {
    let (one, other, replica) = reunited();
    assert_eq!(aside(&one).into_iter().collect::<BTreeSet<_>>(), ["a", "b", "c", "x", "y"].map(String::from).into());
    one.adopt(replica);
    assert_eq!((one.shown(1).as_deref(), one.shown(2).as_deref()), (Some("c"), Some("y")));
    assert_eq!(disputed(&one), Vec::<Vec<Value>>::new(), "what nobody wrote since is in no conflict");
    other.merge(&one);
    assert_eq!(one.hash(), other.hash());
    for tablet in [&one, &other] {
        assert_eq!(aside(tablet), Vec::<String>::new());
        let before = tablet.hash();
        tablet.adopt(replica);
        assert_eq!(tablet.hash(), before, "it comes in once");
        assert_eq!(tablet.reopened().state().canonical_hash(), before);
    }
}

#[test]
fn two_tablets_that_let_it_in_at_once_agree() {
    let (one, other, replica) = reunited();
    one.adopt(replica);
    other.adopt(replica);
    one.merge(&other);
    other.merge(&one);
    assert_eq!(one.hash(), other.hash());
    assert_eq!(disputed(&one), Vec::<Vec<Value>>::new());
    assert_eq!((one.shown(1).as_deref(), one.shown(2).as_deref()), (Some("c"), Some("y")));
}

#[test]
fn what_was_written_meanwhile_stands_beside_what_comes_back() {
    let (one, _, replica) = reunited();
    one.name(1, "after");
    one.adopt(replica);
    let texts = |names: [&str; 2]| names.map(|name| Value::Text(name.into())).to_vec();
    assert_eq!(disputed(&one), [texts(["c", "after"])]);
}

#[test]
fn both_halves_of_one_field_stand_beside_each_other() {
    let one = Tablet::new(1);
    one.name(1, "before");
    let other = one.cloned(2);
    one.name(1, "here");
    other.name(1, "there");
    let replica = one.own();
    one.merge(&other);
    one.adopt(replica);
    let both: Vec<BTreeSet<String>> =
        disputed(&one).into_iter().map(|values| values.iter().map(|value| format!("{value:?}")).collect()).collect();
    assert_eq!(both, [["Text(\"here\")", "Text(\"there\")"].map(String::from).into()]);
}

#[test]
fn what_the_clone_writes_on_follows_what_came_back() {
    let (one, other) = clones();
    let replica = one.own();
    let (early, fork) = (other.all(), other.name(2, "z"));
    one.take(&early);
    one.adopt(replica);
    assert_eq!(one.shown(2).as_deref(), Some("y"));
    assert_eq!(fork.replica, replica, "the clone knows of nothing yet");
    one.merge(&other);
    assert_eq!(aside(&one), ["z"]);
    one.adopt(replica);
    assert_eq!(one.shown(2).as_deref(), Some("z"));
    assert_eq!(disputed(&one), Vec::<Vec<Value>>::new(), "it replaces what its own half had written");
}
