//! The same set of changes gives the same state, whatever the order, the repetition and the road.
//! Tablets here are the production code; only their clocks and their chance are counters.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::rc::Rc;

use domain::records::{Case, Cause, Division, DivisionLevel, Member, Relation};
use domain::{Date, Id, Kind, Uuid, Value};
use futures::executor::block_on;
use proptest::prelude::*;
use replica::change::{FieldOp, RecordOps};
use replica::command::{Place, RegisterCase, ReviseCase};
use replica::state::Outcome;
use replica::testing::TestWorld;
use replica::testing::hash_of;
use replica::{Change, ChangeId, MemoryStorage, ReplicaId, Saved, State, Store, Timestamp, World};

fn today() -> Date {
    Date::from_ordinal_date(2026, 327).expect("a day")
}

/// What a tablet does to one field of one of two records, having seen some of what the others did.
#[derive(Clone, Debug)]
struct Step {
    replica: usize,
    record: u8,
    number: u16,
    value: i64,
    /// Which of the other replicas' changes it has seen, as a count for each.
    seen: Vec<usize>,
    /// How far its wall clock is off.
    skew: u64,
}

fn step() -> impl Strategy<Value = Step> {
    let seen = proptest::collection::vec(0usize..8, 3);
    (0usize..3, 0u8..2, 1u16..4, 0i64..5, seen, 0u64..1000)
        .prop_map(|(replica, record, number, value, seen, skew)| Step { replica, record, number, value, seen, skew })
}

/// Tablets that write fields with known, unknown and newer numbers, and kinds of which this version knows nothing.
fn changes_of(steps: &[Step]) -> Vec<Vec<Change>> {
    let mut chains: Vec<Vec<Change>> = vec![vec![]; 3];
    let mut states = [State::default(), State::default(), State::default()];
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
    let replica = ReplicaId([u8::try_from(step.replica).expect("few") + 1; 16]);
    let id = ChangeId { replica, seq: u32::try_from(chain.len()).expect("few") + 1 };
    let kind = if step.record == 0 { Kind::Case.number() } else { 60 };
    let record = Uuid::from_u128(u128::from(step.record) + 1);
    let number = if step.number == 3 { 50 } else { step.number };
    let replaces = seen.heads(kind, record, number);
    let value = if number == 2 { Value::Text(step.value.to_string()) } else { Value::Int(step.value) };
    let fields = vec![FieldOp { number, value, replaces }];
    let mut clock = seen.clock();
    let time = clock.tick(1_000_000 + step.skew);
    let previous = chain.last().map_or([0; 32], hash_of);
    let records = vec![RecordOps { kind, id: record, fields }];
    Change { scope: 0, id, previous, time, author: None, intent: 0, records }
}

/// All changes, in an order that the numbers choose, each chain in its own order, some twice.
fn delivered(chains: &[Vec<Change>], choices: &[usize]) -> State {
    let mut state = State::default();
    let mut next = vec![0; chains.len()];
    let mut choices = choices.iter().copied().cycle();
    while next.iter().zip(chains).any(|(next, chain)| *next < chain.len()) {
        let at = choices.next().unwrap_or(0) % chains.len();
        let Some(change) = chains[at].get(next[at]) else {
            next.rotate_left(0);
            let open = (0..chains.len()).find(|at| next[*at] < chains[*at].len()).expect("one is open");
            let change = &chains[open][next[open]];
            assert_eq!(state.fold(change, hash_of(change)), Outcome::Folded);
            next[open] += 1;
            continue;
        };
        assert_eq!(state.fold(change, hash_of(change)), Outcome::Folded);
        assert_eq!(state.fold(change, hash_of(change)), Outcome::Known);
        next[at] += 1;
    }
    state
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn order_and_repetition_make_no_difference(
        steps in proptest::collection::vec(step(), 1..14),
        one in proptest::collection::vec(0usize..3, 1..20),
        two in proptest::collection::vec(0usize..3, 1..20),
    ) {
        let chains = changes_of(&steps);
        let (one, two) = (delivered(&chains, &one), delivered(&chains, &two));
        prop_assert_eq!(one.canonical_hash(), two.canonical_hash());
    }

    #[test]
    fn a_restart_from_the_snapshot_makes_no_difference(
        steps in proptest::collection::vec(step(), 1..14),
        order in proptest::collection::vec(0usize..3, 1..20),
        cut in 0usize..14,
    ) {
        let chains = changes_of(&steps);
        let part: Vec<Vec<Change>> = chains.iter().map(|chain| chain[..cut.min(chain.len())].to_vec()).collect();
        let mut state = delivered(&part, &order);
        let pieces = replica::snapshot::write(&mut state, &mut replica::snapshot::Pieces::default());
        let (mut again, _) = replica::snapshot::read(&pieces).expect("a snapshot just written");
        prop_assert_eq!(again.canonical_hash(), state.canonical_hash());
        for change in chains.iter().flatten() {
            again.fold(change, hash_of(change));
        }
        prop_assert_eq!(again.canonical_hash(), delivered(&chains, &order).canonical_hash());
    }

    #[test]
    fn what_was_seen_and_replaced_never_comes_back(steps in proptest::collection::vec(step(), 1..14)) {
        let chains = changes_of(&steps);
        let state = delivered(&chains, &[0, 1, 2]);
        let all: Vec<&Change> = chains.iter().flatten().collect();
        for change in &all {
            for (ops, op) in change.records.iter().flat_map(|ops| ops.fields.iter().map(move |op| (ops, op))) {
                let heads = state.heads(ops.kind, ops.id, op.number);
                prop_assert!(op.replaces.iter().all(|replaced| !heads.contains(replaced)));
            }
        }
    }
}

fn store(seed: u64) -> (Rc<MemoryStorage>, Store) {
    let storage = Rc::new(MemoryStorage::default());
    let world: Rc<dyn World> = Rc::new(TestWorld::new(today(), seed));
    let store = block_on(Store::open(storage.clone(), world)).expect("an empty storage opens");
    (storage, store)
}

fn registered(store: &Store) -> (Id<Case>, Saved) {
    let county = Division { name: "梨树县".into(), level: Some(DivisionLevel::County), ..Division::default() };
    let county_id = Uuid::from_u128(5);
    block_on(store.fill(replica::Intent::SetUp, &[(county_id, county.into())])).expect("fills");
    let place =
        Place { county: Some(Id::new(county_id)), township: "十家堡镇".into(), village: "东岗村".into() };
    let head = Member { name: "赵永发".into(), relation: Some(Relation::Head), ..Member::default() };
    let case = Case { main_cause: Some(Cause::Illness), ..Case::default() };
    let saved = block_on(store.run(&RegisterCase { place, case, members: vec![head], needs: vec![] }));
    let id = store.state().all::<Case>().iter().next().expect("the case").0;
    (id, saved.expect("registers"))
}

fn revised(store: &Store, id: Id<Case>, cause: Cause) -> Saved {
    let case = Case { main_cause: Some(cause), ..store.state().get(id).expect("the case").clone() };
    let county = Some(Id::new(Uuid::from_u128(5)));
    let place = Place { county, township: "十家堡镇".into(), village: "东岗村".into() };
    block_on(store.run(&ReviseCase { id, place, case })).expect("revises")
}

#[test]
fn a_store_survives_being_reopened() {
    let (storage, store) = store(1);
    let (id, _) = registered(&store);
    revised(&store, id, Cause::Funds);
    let again = block_on(Store::open(storage, store.world())).expect("opens again");
    assert_eq!(again.state().canonical_hash(), store.state().canonical_hash());
    assert_eq!(again.state().get(id).expect("the case").main_cause, Some(Cause::Funds));
}

#[test]
fn undo_is_a_new_change_that_brings_the_old_value_back() {
    let (_, store) = store(1);
    let (id, registration) = registered(&store);
    let revision = revised(&store, id, Cause::Funds).change.expect("a change");
    let undone = block_on(store.undo(revision)).expect("undoes").change.expect("a change");
    assert_eq!(store.state().get(id).expect("the case").main_cause, Some(Cause::Illness));
    block_on(store.undo(undone)).expect("undoes the undo");
    assert_eq!(store.state().get(id).expect("the case").main_cause, Some(Cause::Funds));

    let refused = block_on(store.undo(registration.change.expect("a change")));
    assert_eq!(refused, Err(replica::Refusal::Overtaken), "a later edit stands on it");
    assert_eq!(block_on(store.history(Kind::Case, id.raw())).expect("history").len(), 4);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn undoing_all_in_reverse_leads_back_step_by_step(turns in proptest::collection::vec(0usize..4, 1..10)) {
        let causes = [Cause::Illness, Cause::Funds, Cause::Labour, Cause::Disaster];
        let (_, store) = store(1);
        let (id, _) = registered(&store);
        let shown = || store.state().get(id).expect("the case").main_cause;
        let mut done = Vec::new();
        for turn in turns {
            let before = shown();
            if let Some(change) = revised(&store, id, causes[turn]).change {
                done.push((change, before));
            }
        }
        let steps = done.len();
        for (change, before) in done.into_iter().rev() {
            prop_assert!(block_on(store.undo(change)).is_ok());
            prop_assert_eq!(shown(), before);
        }
        let history = block_on(store.history(Kind::Case, id.raw())).expect("history");
        prop_assert_eq!(history.len(), 1 + 2 * steps, "every step and its undo is in the history");
        let last = history.last().and_then(|event| event.edits.iter().find(|edit| edit.number == 4)).map(|edit| edit.after.clone());
        let now = store.state().get(id).map(|case| domain::Record::get(case, 4)).expect("the case");
        prop_assert!(last.is_none() || last == Some(now), "the history ends with what is shown");
    }
}

#[test]
fn a_registration_undone_is_gone_and_comes_back() {
    let (_, store) = store(1);
    let (id, registration) = registered(&store);
    let undone = block_on(store.undo(registration.change.expect("a change"))).expect("undoes");
    assert!(store.state().get(id).is_none());
    assert_eq!(store.state().all::<Member>().iter().count(), 0);
    block_on(store.undo(undone.change.expect("a change"))).expect("undoes the undo");
    assert!(store.state().get(id).is_some());
    assert_eq!(store.state().all::<Member>().iter().count(), 1);
}

#[test]
fn saving_what_is_there_writes_nothing() {
    let (_, store) = store(1);
    let (id, _) = registered(&store);
    let before = store.state().vector().total();
    assert_eq!(revised(&store, id, Cause::Illness).change, None);
    assert_eq!(store.state().vector().total(), before);
}

#[test]
fn the_clock_passes_what_it_has_seen() {
    let mut clock = State::default().clock();
    clock.see(Timestamp::new(5_000_000_000_000, 0));
    assert!(clock.tick(1_000) > Timestamp::new(5_000_000_000_000, 0));
}

#[test]
fn a_snapshot_is_only_a_cache() {
    let (storage, store) = store(1);
    let (id, _) = registered(&store);
    (0..250).for_each(|turn| {
        revised(&store, id, if turn % 2 == 0 { Cause::Funds } else { Cause::Illness });
    });
    assert_eq!(block_on(store.tidy()), Ok(true), "enough lies beyond the snapshot");
    let fast = block_on(Store::open(storage.clone(), store.world())).expect("opens");
    assert_eq!(fast.state().canonical_hash(), store.state().canonical_hash());
    let damaged = vec![(1 << 16 | 10 << 16, vec![1, 2, 3]), (0, vec![9; 40])];
    block_on(replica::Storage::write_pieces(&*storage, &damaged)).expect("writes");
    let anew = block_on(Store::open(storage, store.world())).expect("opens with a damaged snapshot");
    assert_eq!(anew.state().canonical_hash(), store.state().canonical_hash());
}
