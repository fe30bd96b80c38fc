//! What a store does with what it has: undo, the past, what was carried out, conflicts and findings settled, a disk that
//! is damaged under its seal, and the witness beside it.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod tablet;

use std::rc::Rc;

use domain::records::{Member, Need, NeedField, Relation};
use domain::schema::REMOVED;
use domain::{AnyRecord, Fault as Wrong, Id, Kind, Uuid, Value};
use futures::executor::block_on;
use proptest::prelude::*;
use replica::change::Signed;
use replica::command::{RemoveRecord, SettleConflict, SettleFinding};
use replica::query::conflicts::conflicts;
use replica::query::findings::{Finding, Remedy, findings};
use replica::testing::{Disk, Fault, TestWorld};
use replica::{
    ChangeId, DataKey, Frame, Intent, Refusal, SealedStorage, State, Storage, StorageError, Store, Vector, Witness,
};
use tablet::{Hand, SetField, Tablet, bytes_of, today};

fn undone(tablet: &Tablet, change: ChangeId) -> Result<ChangeId, Refusal> {
    block_on(tablet.store.undo(change)).map(|saved| saved.change.expect("a change"))
}

#[test]
fn the_last_edit_is_undone_and_one_that_others_stand_on_is_not() {
    let tablet = Tablet::new(1);
    tablet.name(1, "a");
    let [b, c] = [tablet.name(1, "b"), tablet.name(1, "c")];
    assert_eq!(undone(&tablet, b), Err(Refusal::Overtaken));
    undone(&tablet, c).expect("the last one");
    assert_eq!(tablet.shown(1).as_deref(), Some("b"));
    undone(&tablet, b).expect("now it is the last one");
    assert_eq!(tablet.shown(1).as_deref(), Some("a"));
    assert_eq!(tablet.store.state().vector().total(), 5, "the log is never shortened");
}

#[test]
fn what_others_wrote_beside_it_or_over_it_is_never_undone() {
    let (here, there) = (Tablet::new(1), Tablet::new(2));
    here.name(1, "a");
    there.merge(&here);
    let mine = here.name(1, "mine");
    there.name(1, "yours");
    here.merge(&there);
    let before = here.hash();
    assert_eq!(undone(&here, mine), Err(Refusal::Overtaken), "two values stand");
    assert_eq!(here.hash(), before);
}

#[test]
fn a_record_that_is_gone_is_not_made_undone_once_more() {
    let tablet = Tablet::new(1);
    let made = tablet.name(1, "a");
    let undo = undone(&tablet, made).expect("undoes");
    assert_eq!(undone(&tablet, made), Err(Refusal::Overtaken), "it was undone before");
    undone(&tablet, undo).expect("undoes the undo");
    tablet.remove(1);
    assert_eq!(undone(&tablet, made), Err(Refusal::Overtaken), "somebody removed it, for a reason");
}

#[test]
fn an_undo_is_undone_where_no_and_nothing_are_the_same() {
    let (tablet, course) = (Tablet::new(1), 5);
    tablet.run(&SetField(Kind::Course, course, 1, Value::Text("Welding".into()))).expect("saves");
    let set = tablet.run(&SetField(Kind::Course, course, 3, Value::Bool(true))).expect("saves");
    let undo = undone(&tablet, set.change.expect("a change")).expect("undoes");
    undone(&tablet, undo).expect("undoes the undo");
}

#[test]
fn a_removal_is_undone() {
    let tablet = Tablet::new(1);
    tablet.name(1, "a");
    let removal = tablet.remove(1);
    assert_eq!(tablet.shown(1), None);
    undone(&tablet, removal).expect("undoes");
    assert_eq!(tablet.shown(1).as_deref(), Some("a"));
}

/// The fold of all changes on a disk up to that moment, each chain in its order.
fn folded(disk: &Disk, millis: u64) -> State {
    let mut state = State::default();
    for frame in disk.files.borrow().log.values() {
        let signed = Signed::decode(&frame.bytes).expect("a change");
        if signed.change.time.millis() <= millis {
            state.fold(&signed.change, signed.hash);
        }
    }
    state
}

fn at(store: &Store, millis: u64) -> Result<Option<Store>, StorageError> {
    block_on(store.at(millis, today(), async |_, _| true))
}

#[test]
fn the_past_is_the_fold_of_what_had_been_made() {
    let (here, there) = (Tablet::new(1), Tablet::new(2));
    for turn in 0..20 {
        here.world.set_now(1_790_000_000_000 + turn * 1000);
        there.world.set_now(1_790_000_000_500 + turn * 900);
        here.name(u128::from(turn % 3), &format!("here {turn}"));
        there.name(u128::from(turn % 4), &format!("there {turn}"));
        if turn % 6 == 5 {
            here.merge(&there);
            there.merge(&here);
        }
    }
    for millis in (1_790_000_000_000..1_790_000_021_000).step_by(700) {
        let past = at(&here.store, millis).expect("reads").expect("to its end");
        assert_eq!(past.state().canonical_hash(), folded(&here.disk, millis).canonical_hash(), "at {millis}");
    }
    let now = at(&here.store, u64::MAX).expect("reads").expect("to its end");
    assert_eq!(now.state().canonical_hash(), here.hash());
}

#[test]
fn nothing_is_written_into_the_past() {
    let (here, there) = (Tablet::new(1), Tablet::new(2));
    here.name(1, "a");
    there.name(1, "b");
    let past = at(&here.store, u64::MAX).expect("reads").expect("to its end");
    let refused = Refusal::Storage(StorageError::ReadOnly);
    let files = here.disk.files.borrow().clone();
    assert!(past.is_past());
    assert_eq!(block_on(past.run(&SetField(Kind::Staff, 1, 1, Value::Text("c".into())))), Err(refused.clone()));
    assert_eq!(block_on(past.fill(Intent::SetUp, &[])).map(|saved| saved.change), Err(refused.clone()));
    let import = block_on(past.examine(&there.all(), async |_, _| true)).expect("can be looked at");
    assert_eq!(block_on(past.accept(import, there.own())), Err(refused));
    assert_eq!(block_on(past.tidy()), Ok(false));
    assert_eq!(*here.disk.files.borrow(), files);
    let ended = block_on(here.store.at(u64::MAX, today(), async |_, _| false)).expect("reads");
    assert!(ended.is_none(), "it can be ended");
}

#[test]
fn what_is_not_outside_is_counted_and_dated() {
    let (here, there) = (Tablet::new(1), Tablet::new(2));
    assert_eq!(block_on(here.store.pending()).expect("reads"), replica::Pending::default());
    here.world.set_now(1_800_000_000_000);
    here.names(1, &["a", "b"]);
    let pending = block_on(here.store.pending()).expect("reads");
    let first = [ChangeId { replica: here.own(), seq: 1 }];
    let first = block_on(here.store.read(&first)).expect("reads")[0].time.millis();
    assert_eq!((pending.changes, pending.since, pending.carried_at), (2, Some(first), None));

    let (_, vector) = block_on(here.store.outgoing(None)).expect("reads");
    here.name(1, "after the bundle was made");
    block_on(here.store.carried(&vector)).expect("writes");
    assert_eq!(here.store.not_outside(), 1);
    let pending = block_on(here.reopened().pending()).expect("reads");
    assert_eq!((pending.changes, pending.carried_at.is_some()), (1, true), "it is remembered");

    there.merge(&here);
    here.merge(&there);
    assert_eq!(here.store.not_outside(), 0, "what comes back in a bundle lies outside");
}

#[test]
fn a_peer_gets_what_it_has_not_shown_to_know() {
    let (here, there) = (Tablet::new(1), Tablet::new(2));
    there.names(1, &["a", "b"]);
    let import = here.examine(&there.all()).expect("can be taken");
    block_on(here.store.accept(import, there.own())).expect("is taken");
    here.name(2, "of here");
    there.name(1, "c");
    let (lacking, _) = block_on(here.store.outgoing(Some(there.own()))).expect("reads");
    assert_eq!(lacking.len(), 1);
    assert_eq!(block_on(here.store.outgoing(Some(here.own()))).expect("reads").0.len(), 3, "a stranger gets all");
    there.take(&lacking);
    assert_eq!(there.shown(2).as_deref(), Some("of here"));
}

#[test]
fn a_conflict_is_settled_by_a_value_that_fits_and_stays_settled_everywhere() {
    let (here, there) = (Tablet::new(1), Tablet::new(2));
    here.name(1, "a");
    there.merge(&here);
    here.name(1, "mine");
    there.name(1, "yours");
    here.merge(&there);
    there.merge(&here);
    let settle = |value| SettleConflict { kind: Kind::Staff, id: Uuid::from_u128(1), number: 1, value };
    assert!(matches!(here.run(&settle(Value::Int(3))), Err(Refusal::Problems(_))), "no name");
    let values: Vec<Value> = conflicts(&here.store.state())[0].heads.iter().map(|head| head.value.clone()).collect();
    assert_eq!(values.len(), 2);
    here.run(&settle(values[1].clone())).expect("settles");
    there.merge(&here);
    for tablet in [&here, &there] {
        assert_eq!(conflicts(&tablet.store.state()), vec![]);
        assert_eq!(tablet.shown(1).map(Value::Text), Some(values[1].clone()));
    }
    let Err(Refusal::Problems(problems)) = here.run(&settle(values[0].clone())) else { panic!("nothing to settle") };
    assert_eq!(problems[0].fault, Wrong::StepClosed);
    assert_eq!(here.hash(), there.hash());
}

#[test]
fn two_who_settle_apart_make_a_new_conflict_and_lose_nothing() {
    let (here, there) = (Tablet::new(1), Tablet::new(2));
    here.name(1, "mine");
    there.name(1, "yours");
    here.merge(&there);
    there.merge(&here);
    let settle = |text: &str| SettleConflict {
        kind: Kind::Staff,
        id: Uuid::from_u128(1),
        number: 1,
        value: Value::Text(text.into()),
    };
    here.run(&settle("one")).expect("settles");
    there.run(&settle("other")).expect("settles");
    here.merge(&there);
    let stand = conflicts(&here.store.state());
    let values: Vec<&Value> = stand[0].heads.iter().map(|head| &head.value).collect();
    assert_eq!(values, [&Value::Text("other".into()), &Value::Text("one".into())], "the later one is shown");
}

/// A household of one whose need is overdue.
fn overdue() -> (Tablet, Finding) {
    let tablet = Tablet::new(1);
    let case = Uuid::from_u128(1);
    let member = Member { case: Some(Id::new(case)), relation: Some(Relation::Head), ..Member::default() };
    let need = Need { case: Some(Id::new(case)), due_on: today().previous_day(), ..Need::default() };
    let records: [(Uuid, AnyRecord); 3] = [
        (case, domain::records::Case { group: "1".into(), ..Default::default() }.into()),
        (Uuid::from_u128(2), member.into()),
        (Uuid::from_u128(3), need.into()),
    ];
    block_on(tablet.store.fill(Intent::SetUp, &records)).expect("fills");
    let finding = found(&tablet).pop().expect("the need is overdue");
    (tablet, finding)
}

fn found(tablet: &Tablet) -> Vec<Finding> {
    findings(&tablet.store.state(), today(), 1_790_000_000_000)
}

#[test]
fn every_remedy_of_a_finding_settles_it_everywhere_and_drops_nothing() {
    for remedy in overdue().1.remedies() {
        let (tablet, _) = overdue();
        let log = tablet.disk.files.borrow().log.len();
        let settle = SettleFinding { remedy: remedy.clone(), reason: "as agreed".into() };
        tablet.run(&settle).expect("settles");
        let other = Tablet::new(2);
        other.merge(&tablet);
        assert_eq!((found(&tablet), found(&other)), (vec![], vec![]), "{remedy:?}");
        assert_eq!(tablet.disk.files.borrow().log.len(), log + 1);
    }
}

#[test]
fn a_settled_finding_comes_back_when_its_reason_changes() {
    let (tablet, finding) = overdue();
    tablet.run(&SettleFinding { remedy: Remedy::Accept(finding.key()), reason: "late".into() }).expect("settles");
    let due_on = today().previous_day().and_then(|day| day.previous_day()).expect("a day");
    let (id, field) = (Id::new(Uuid::from_u128(3)), NeedField::due_on as u16);
    tablet.run(&SetField(Kind::Need, 3, field, Value::Date(due_on.to_julian_day()))).expect("saves");
    assert_eq!(found(&tablet).len(), 1);
    let gone = RemoveRecord::<Need> { id, reason: "twice".into() };
    tablet.run(&gone).expect("removes");
    let met = SettleFinding { remedy: Remedy::Met(id), reason: String::new() };
    assert!(matches!(tablet.run(&met), Err(Refusal::Problems(_))), "what is gone is not settled");
}

#[test]
fn a_household_has_one_name_on_every_tablet() {
    let [one, other] = [1, 2].map(|seed| {
        let mut hand = Hand::new(u8::try_from(seed).expect("small") + 6);
        let (kind, record) = (Kind::Member.number(), u128::from(seed + 1_u32));
        let fields = [(1, Value::Id(Uuid::from_u128(9))), (2, Value::Text(format!("head {seed}"))), (3, Value::Int(1))];
        fields.map(|(number, value)| hand.set(kind, record, number, value, vec![])).to_vec()
    });
    let (here, there) = (Tablet::new(1), Tablet::new(2));
    here.take(&bytes_of(&[one.clone(), other.clone()].concat()));
    there.take(&bytes_of(&other));
    there.take(&bytes_of(&one));
    let name = |tablet: &Tablet| replica::query::cases::name(&tablet.store.state(), Id::new(Uuid::from_u128(9)));
    assert_eq!(name(&here), name(&there));
    assert!(!name(&here).is_empty());
}

/// A tablet whose storage is sealed, with a few changes, some of them in a snapshot.
fn sealed(disk: &Rc<Disk>) -> Rc<dyn Storage> {
    Rc::new(SealedStorage::new(Rc::clone(disk) as Rc<dyn Storage>, &DataKey::new([7; 32])))
}

fn open_sealed(disk: &Rc<Disk>) -> Result<Store, StorageError> {
    open_drawing(disk, 3)
}

/// Opens sealed books on a tablet that draws its chances from that seed.
fn open_drawing(disk: &Rc<Disk>, seed: u64) -> Result<Store, StorageError> {
    block_on(Store::open(sealed(disk), Rc::new(TestWorld::new(today(), seed))))
}

fn write(store: &Store, record: u128, name: &str) -> Result<replica::Saved, Refusal> {
    block_on(store.run(&SetField(Kind::Staff, record, 1, Value::Text(name.into()))))
}

fn sealed_books() -> (Rc<Disk>, Store) {
    let disk = Rc::new(Disk::default());
    let store = open_sealed(&disk).expect("opens");
    for turn in 0..6 {
        write(&store, turn % 2, &format!("{turn}")).expect("saves");
    }
    (disk, store)
}

fn long_books() -> (Rc<Disk>, Store) {
    let disk = Rc::new(Disk::default());
    let store = open_sealed(&disk).expect("opens");
    for turn in 0..200 {
        write(&store, turn % 7, &format!("{turn}")).expect("saves");
    }
    (disk, store)
}

fn books_with_a_snapshot() -> (Rc<Disk>, Store) {
    let (disk, store) = long_books();
    assert_eq!(block_on(store.tidy()), Ok(true));
    (disk, store)
}

#[derive(Clone, Copy, Debug)]
enum Damage {
    Flip(usize),
    Cut(usize),
    SwapWithNext,
    Drop,
}

fn damaged() -> impl Strategy<Value = Damage> {
    prop_oneof![
        (0usize..3000).prop_map(Damage::Flip),
        (0usize..400).prop_map(Damage::Cut),
        Just(Damage::SwapWithNext),
        Just(Damage::Drop),
    ]
}

fn spoil(bytes: &mut Vec<u8>, how: Damage) {
    match how {
        Damage::Flip(bit) => {
            let bit = bit % (bytes.len() * 8);
            bytes[bit / 8] ^= 1 << (bit % 8);
        }
        Damage::Cut(length) => bytes.truncate(length % bytes.len()),
        Damage::SwapWithNext | Damage::Drop => bytes.clear(),
    }
}

fn spoil_log(disk: &Disk, at: usize, how: Damage) {
    let mut files = disk.files.borrow_mut();
    let names: Vec<ChangeId> = files.log.keys().copied().collect();
    let (one, next) = (names[at % names.len()], names[(at + 1) % names.len()]);
    match how {
        Damage::Drop => {
            files.log.remove(&one);
        }
        Damage::SwapWithNext => {
            let [a, b] = [one, next].map(|name| files.log[&name].clone());
            files.log.insert(one, Frame { bytes: b.bytes, ..a.clone() });
            files.log.insert(next, Frame { bytes: a.bytes, ..b });
        }
        _ => spoil(&mut files.log.get_mut(&one).expect("is there").bytes, how),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_damaged_log_is_noticed_and_nothing_else_is_read_from_it(at in 0usize..6, how in damaged()) {
        let (disk, store) = sealed_books();
        let witness = Witness::of(&store.state(), 1);
        spoil_log(&disk, at, how);
        let again = open_sealed(&disk).expect("opens as far as it holds");
        let is_noticed = !again.broken().is_empty() || witness.remembers_more_than(&again.state());
        prop_assert!(is_noticed);
        let length = again.state().vector().total();
        let mut prefix = State::default();
        let replica = store.own_replica().expect("it has written");
        let ids: Vec<ChangeId> = (1..=u32::try_from(length).expect("few")).map(|seq| ChangeId { replica, seq }).collect();
        for frame in block_on(sealed(&sealed_books().0).read(&ids)).expect("reads") {
            let signed = Signed::decode(&frame.bytes).expect("a change");
            prefix.fold(&signed.change, signed.hash);
        }
        prop_assert_eq!(again.state().canonical_hash(), prefix.canonical_hash(), "what is read is what was written");
        if !again.broken().is_empty() {
            prop_assert_eq!(write(&again, 1, "x"), Err(Refusal::Storage(StorageError::ReadOnly)));
            if let Ok((_, vector)) = block_on(again.outgoing(None)) {
                prop_assert_eq!(vector.total(), length, "no more is said to be carried out than is whole");
            }
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(30))]

    #[test]
    fn a_damaged_snapshot_is_thrown_away(at in 0usize..3, how in damaged()) {
        let (disk, store) = books_with_a_snapshot();
        {
            let mut files = disk.files.borrow_mut();
            let names: Vec<u32> = files.pieces.keys().copied().collect();
            let (one, next) = (names[at % names.len()], names[(at + 1) % names.len()]);
            match how {
                Damage::Drop => { files.pieces.remove(&one); }
                Damage::SwapWithNext => {
                    let [a, b] = [one, next].map(|name| files.pieces[&name].clone());
                    files.pieces.extend([(one, b), (next, a)]);
                }
                _ => spoil(files.pieces.get_mut(&one).expect("is there"), how),
            }
        }
        let again = open_sealed(&disk).expect("opens");
        prop_assert!(again.broken().is_empty());
        prop_assert_eq!(again.state().canonical_hash(), store.state().canonical_hash());
    }
}

#[test]
fn a_log_damaged_under_its_snapshot_is_noticed_before_it_is_carried_out_or_looked_back_at() {
    for how in [Damage::Flip(9), Damage::Cut(3), Damage::SwapWithNext, Damage::Drop] {
        let (disk, store) = books_with_a_snapshot();
        spoil_log(&disk, 50, how);
        let again = open_sealed(&disk).expect("opens with its snapshot");
        assert_eq!(again.state().canonical_hash(), store.state().canonical_hash(), "the snapshot is whole");
        assert_eq!(block_on(again.outgoing(None)).err(), Some(StorageError::Damaged), "{how:?}");
        assert_eq!(at(&again, u64::MAX).err(), Some(StorageError::Damaged), "{how:?}");
    }
}

#[test]
fn books_open_when_what_can_be_learnt_again_is_damaged() {
    let (disk, store) = sealed_books();
    let (bundle, vector) = block_on(store.outgoing(None)).expect("reads");
    block_on(store.carried(&vector)).expect("writes");
    let other = Tablet::new(9);
    other.take(&bundle);
    other.name(1, "of another");
    let before = store.own_replica();
    for slot in ["outside", "peers", "replica"] {
        disk.files.borrow_mut().slots.entry(slot.into()).or_insert(vec![1]).push(1);
    }
    let again = open_drawing(&disk, 4).expect("opens");
    assert_eq!(again.not_outside(), 6, "rather too much than too little");
    let import = block_on(again.examine(&other.all(), async |_, _| true)).expect("can be taken");
    block_on(again.accept(import, other.own())).expect("is taken");
    write(&again, 1, "goes on").expect("saves");
    assert_ne!(again.own_replica(), before, "under a new name");
}

#[test]
fn what_is_known_of_forks_is_never_guessed() {
    let (disk, store) = sealed_books();
    drop(store);
    disk.files.borrow_mut().slots.insert("keep/forks".into(), vec![1; 60]);
    assert_eq!(open_sealed(&disk).err(), Some(StorageError::Damaged));
}

#[test]
fn a_save_that_the_disk_refused_is_nowhere_and_the_next_is_whole() {
    for fault in [Fault::Refused, Fault::Torn(0)] {
        let (disk, store) = sealed_books();
        disk.order(0, fault);
        assert!(matches!(write(&store, 1, "refused"), Err(Refusal::Storage(_))));
        write(&store, 1, "taken").expect("saves");
        let again = open_sealed(&disk).expect("opens");
        assert!(again.broken().is_empty());
        assert_eq!(again.state().canonical_hash(), store.state().canonical_hash());
        assert_eq!(again.state().vector().total(), 7);
    }
}

#[test]
fn a_save_that_was_written_but_not_answered_is_there_after_a_restart() {
    let (disk, store) = sealed_books();
    disk.order(0, Fault::Unanswered);
    assert!(write(&store, 1, "unheard").is_err());
    assert!(
        matches!(write(&store, 1, "next"), Err(Refusal::Storage(StorageError::Taken(_)))),
        "it is never written over"
    );
    let again = open_sealed(&disk).expect("opens");
    assert!(again.broken().is_empty());
    assert_eq!(again.state().vector().total(), 7);
    write(&again, 1, "next").expect("saves");
}

#[test]
fn a_snapshot_that_could_not_be_written_is_written_later_and_whole() {
    for fault in [Fault::Refused, Fault::Torn(1), Fault::Torn(2), Fault::Unanswered] {
        let (disk, store) = long_books();
        disk.order(0, fault);
        assert!(block_on(store.tidy()).is_err());
        let between = open_sealed(&disk).expect("opens");
        assert_eq!(between.state().canonical_hash(), store.state().canonical_hash(), "{fault:?}");
        assert_eq!(block_on(store.tidy()), Ok(true), "{fault:?}");
        let again = open_sealed(&disk).expect("opens");
        assert_eq!(again.state().canonical_hash(), store.state().canonical_hash(), "{fault:?}");
    }
}

#[test]
fn a_removed_record_is_removed_by_a_reason_and_stays_in_the_log() {
    let tablet = Tablet::new(1);
    tablet.name(1, "a");
    tablet.remove(1);
    assert_eq!(tablet.shown(1), None);
    assert_eq!(tablet.store.state().heads(Kind::Staff.number(), Uuid::from_u128(1), REMOVED).len(), 1);
    assert_eq!(block_on(tablet.store.history(Kind::Staff, Uuid::from_u128(1))).expect("reads").len(), 2);
    assert_eq!(block_on(tablet.disk.read_after(&Vector::default())).expect("reads").len(), 2);
}
