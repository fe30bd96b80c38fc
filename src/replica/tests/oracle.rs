//! The fold beside a plain interpreter of its rules: after any history, in any order, over any restart, both mean the same.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod tablet;

use std::collections::BTreeSet;

use domain::records::{Member, MemberField};
use domain::schema::REMOVED;
use domain::{Id, Kind, Record as _, Uuid, Value};
use proptest::prelude::*;
use replica::change::{FieldOp, RecordOps, Signed};
use replica::snapshot::{self, Pieces};
use replica::testing::{Naive, hash_of};
use replica::{Change, ChangeId, ReplicaId, State, Timestamp};
use tablet::{Hand, Tablet, bytes_of};

/// What a tablet writes, having seen some of what the others did.
#[derive(Clone, Debug)]
struct Step {
    replica: usize,
    /// Which fields, with which values; no tablet writes one twice, and a hostile one may.
    writes: Vec<(usize, usize)>,
    /// How many changes of the others it has seen.
    seen: Vec<usize>,
    /// What its wall clock says; a broken one runs backwards.
    wall: u64,
    is_broken: bool,
    /// Claims to replace changes that it may never have seen.
    claims: Vec<(usize, u32)>,
}

const REPLICAS: usize = 4;
/// Known fields, a reference, a removal, and fields and kinds of a newer version.
const FIELDS: [(u16, u16); 9] =
    [(5, 1), (5, 2), (11, 1), (11, 12), (32, 3), (5, 50), (60, 1), (5, REMOVED), (60, REMOVED)];

fn value(at: usize) -> Value {
    let values = [
        Value::Empty,
        Value::Text("a".into()),
        Value::Text(String::new()),
        Value::Id(Uuid::from_u128(1)),
        Value::Id(Uuid::from_u128(2)),
        Value::Bool(false),
        Value::Bool(true),
        Value::Int(1),
    ];
    values[at % values.len()].clone()
}

fn step() -> impl Strategy<Value = Step> {
    let writes = proptest::collection::vec((0usize..FIELDS.len() * 2, 0usize..8), 1..3);
    let seen = proptest::collection::vec(0usize..9, REPLICAS);
    let claims = prop_oneof![4 => Just(vec![]), 1 => proptest::collection::vec((0usize..REPLICAS, 1u32..6), 1..3)];
    (0usize..REPLICAS, writes, seen, 0u64..6, any::<bool>(), claims).prop_map(
        |(replica, writes, seen, wall, is_broken, claims)| Step { replica, writes, seen, wall, is_broken, claims },
    )
}

fn replica_at(at: usize) -> ReplicaId {
    ReplicaId([u8::try_from(at).expect("few") + 1; 16])
}

fn chains_of(steps: &[Step]) -> Vec<Vec<Change>> {
    let mut chains: Vec<Vec<Change>> = vec![vec![]; REPLICAS];
    let mut states = vec![State::default(); REPLICAS];
    for step in steps {
        for (other, chain) in chains.iter().enumerate() {
            let known = if other == step.replica { chain.len() } else { step.seen[other].min(chain.len()) };
            for change in &chain[..known] {
                states[step.replica].fold(change, hash_of(change));
            }
        }
        let change = change_of(step, &states[step.replica], &chains[step.replica]);
        chains[step.replica].push(change);
    }
    chains
}

fn change_of(step: &Step, seen: &State, chain: &[Change]) -> Change {
    let records = step.writes.iter().map(|(place, at)| {
        let ((kind, number), id) = (FIELDS[place / 2], Uuid::from_u128(1 + (*place as u128) % 2));
        let mut replaces = seen.heads(kind, id, number);
        replaces.extend(step.claims.iter().map(|(at, seq)| ChangeId { replica: replica_at(*at), seq: *seq }));
        RecordOps { kind, id, fields: vec![FieldOp { number, value: value(*at), replaces }] }
    });
    let time = match step.is_broken {
        true => Timestamp::new(1000 + step.wall, 0),
        false => seen.clock().tick(1000 + step.wall),
    };
    let id = ChangeId { replica: replica_at(step.replica), seq: u32::try_from(chain.len()).expect("few") + 1 };
    let previous = chain.last().map_or([0; 32], hash_of);
    Change { scope: 0, id, previous, time, author: None, intent: 0, records: records.collect() }
}

/// Folds all chains in an order that the numbers choose; some changes come twice, and some choices are a restart.
fn delivered(chains: &[Vec<Change>], choices: &[usize]) -> State {
    let (mut state, mut pieces) = (State::default(), Pieces::default());
    let mut on_disk = std::collections::BTreeMap::new();
    let mut next = vec![0; chains.len()];
    for choice in choices.iter().copied().chain((0..chains.len()).cycle()) {
        if next.iter().zip(chains).all(|(next, chain)| *next == chain.len()) {
            return state;
        }
        if choice >= chains.len() {
            on_disk.extend(snapshot::write(&mut state, &mut pieces));
            let pieces_on_disk: Vec<(u32, Vec<u8>)> = on_disk.clone().into_iter().collect();
            (state, pieces) = snapshot::read(&pieces_on_disk).expect("a snapshot just written");
            continue;
        }
        // An index that was made before is kept up.
        let _ = state.referring::<Member>(MemberField::case, Uuid::from_u128(1)).count();
        if let Some(change) = chains[choice].get(next[choice]) {
            state.fold(change, hash_of(change));
            state.fold(change, hash_of(change));
            next[choice] += 1;
        }
    }
    state
}

fn naive(chains: &[Vec<Change>]) -> Naive {
    let mut naive = Naive::default();
    chains.iter().flatten().for_each(|change| naive.add_as(change, hash_of(change)));
    naive
}

/// The members that refer to a record, by looking at every one.
fn check_references(state: &State) {
    for id in [1, 2].map(Uuid::from_u128) {
        let by_index: BTreeSet<Id<Member>> =
            state.referring::<Member>(MemberField::case, id).map(|(member, _)| member).collect();
        let all = state.all::<Member>().iter();
        let by_looking: BTreeSet<Id<Member>> = all
            .filter(|(_, member)| member.get(MemberField::case as u16) == Value::Id(id))
            .map(|(member, _)| member)
            .collect();
        assert_eq!(by_index, by_looking);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_fold_means_what_the_rules_say(
        steps in proptest::collection::vec(step(), 1..20),
        one in proptest::collection::vec(0usize..REPLICAS + 1, 1..30),
        two in proptest::collection::vec(0usize..REPLICAS + 1, 1..30),
    ) {
        let chains = chains_of(&steps);
        let (one, two) = (delivered(&chains, &one), delivered(&chains, &two));
        prop_assert_eq!(naive(&chains).difference(&one), None);
        prop_assert_eq!(naive(&chains).difference(&two), None);
        prop_assert_eq!(one.canonical_hash(), two.canonical_hash());
        check_references(&one);
        check_references(&two);
    }
}

/// Chains whose keys are in the test's hands, and whose clones wrote, too.
fn forked_chains(turns: &[(usize, u8, bool)]) -> Vec<Signed> {
    let mut hands: Vec<Hand> = vec![Hand::new(7), Hand::new(8)];
    let mut all = Vec::new();
    for (at, record, clones) in turns {
        let at = at % hands.len();
        if *clones && hands.len() < 6 {
            let copy = hands[at].copy();
            hands.push(copy);
        }
        hands[at].millis += at as u64;
        all.push(hands[at].name(u128::from(*record), &format!("{at} {}", all.len())));
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn forks_are_cut_where_the_rules_say_whatever_the_bundles(
        turns in proptest::collection::vec((0usize..6, 0u8..3, prop::bool::weighted(0.3)), 1..18),
        bundles in proptest::collection::vec(proptest::collection::vec(0usize..18, 1..8), 0..5),
    ) {
        let all = forked_chains(&turns);
        let mut naive = Naive::default();
        all.iter().for_each(|signed| naive.add(signed));
        let (here, at_once) = (Tablet::new(1), Tablet::new(2));
        for bundle in bundles {
            let bundle: Vec<Signed> = bundle.into_iter().map(|at| all[at % all.len()].clone()).collect();
            here.take(&bytes_of(&bundle));
            let again = here.reopened();
            prop_assert!(again.broken().is_empty());
            prop_assert_eq!(again.state().canonical_hash(), here.hash());
        }
        here.take(&bytes_of(&all));
        at_once.take(&bytes_of(&all));
        prop_assert_eq!(naive.difference(&here.store.state()), None);
        prop_assert_eq!(here.hash(), at_once.hash());
        let cuts: Vec<ChangeId> = here.store.forks();
        for seed in [7, 8] {
            let replica = Hand::new(seed).replica();
            let cut = cuts.iter().find(|cut| cut.replica == replica).map(|cut| cut.seq);
            prop_assert_eq!(cut, naive.cut(replica));
        }
        let held: BTreeSet<Vec<u8>> = here.all().into_iter().collect();
        prop_assert!(all.iter().all(|signed| held.contains(&signed.bytes)), "nothing is thrown away");
    }
}

#[test]
fn the_plain_interpreter_itself_tells_a_difference() {
    let mut hand = Hand::new(7);
    let [a, b] = [hand.name(1, "a"), hand.name(1, "b")];
    let mut naive = Naive::default();
    naive.add(&a);
    let (mut short, mut whole) = (State::default(), State::default());
    [&a, &b].iter().for_each(|signed| {
        whole.fold(&signed.change, signed.hash);
    });
    assert!(naive.difference(&short).is_some());
    short.fold(&a.change, a.hash);
    assert_eq!(naive.difference(&short), None);
    assert!(naive.difference(&whole).is_some());
    assert_eq!(Kind::Staff.number(), 5, "the fields above are those of the staff");
}

#[test]
fn a_field_that_one_change_writes_twice_stands_the_same_in_any_order() {
    let (mut one, mut other) = (Hand::new(7), Hand::new(8));
    let (kind, id) = (Kind::Staff.number(), Uuid::from_u128(1));
    let write = |text: &str, replaces: Vec<ChangeId>| {
        let fields = vec![FieldOp { number: 1, value: Value::Text(text.into()), replaces }];
        RecordOps { kind, id, fields }
    };
    let twice = one.write(vec![write("a", vec![]), write("b", vec![])]);
    other.millis += 5;
    let over = other.write(vec![write("c", vec![twice.change.id])]);
    let (mut first, mut last) = (State::default(), State::default());
    for (state, order) in [(&mut first, [&twice, &over]), (&mut last, [&over, &twice])] {
        for signed in order {
            state.fold(&signed.change, signed.hash);
        }
        assert_eq!(state.heads(kind, id, 1), [over.change.id]);
    }
    assert_eq!(first.canonical_hash(), last.canonical_hash());
}
