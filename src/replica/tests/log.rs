//! Looking back: which changes a day brought, whose they are, what they took back, what a removed record was called, and
//! the state as it was on a day, which nothing moves.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::rc::Rc;

use domain::records::*;
use domain::{Date, Id, Kind, Record, Uuid, civil_day};
use futures::executor::block_on;
use replica::command::{NameTablet, RemoveRecord, SaveStaff, SettleFinding};
use replica::history::{Deed, deed};
use replica::query::authors::{Author, author, digits, staff};
use replica::query::findings::Remedy;
use replica::testing::TestWorld;
use replica::{ChangeId, Command, Intent, MemoryStorage, Refusal, Storage, StorageError, Store};

/// 23 November 2026, and days around it.
fn day(number: u16) -> Date {
    Date::from_ordinal_date(2026, 327 + number).expect("a day")
}

/// A tablet whose clock is set by hand.
struct Office {
    store: Store,
    world: Rc<TestWorld>,
    disk: Rc<MemoryStorage>,
}

impl Office {
    fn new() -> Self {
        let (world, disk) = (Rc::new(TestWorld::new(day(0), 1)), Rc::new(MemoryStorage::default()));
        Self { store: open(&world, &disk), world, disk }
    }

    fn reopened(self) -> Self {
        Self { store: open(&self.world, &self.disk), ..self }
    }

    /// Runs a command at noon of a day.
    fn run(&self, number: u16, command: &dyn Command) -> ChangeId {
        self.world.set_now(civil_day::begin(day(number)) + 12 * 3_600_000);
        block_on(self.store.run(command)).expect("saves").change.expect("a change")
    }

    fn deeds(&self, number: u16) -> Vec<Deed> {
        let ids = self.store.state().made_between(civil_day::begin(day(number)), civil_day::end(day(number)) + 1);
        block_on(self.store.read(&ids)).expect("reads").iter().map(deed).collect()
    }

    fn at(&self, number: u16) -> Store {
        let past = block_on(self.store.at(civil_day::end(day(number)), day(number), async |_, _| true));
        past.expect("reads").expect("is carried to its end")
    }
}

fn open(world: &Rc<TestWorld>, disk: &Rc<MemoryStorage>) -> Store {
    block_on(Store::open(Rc::clone(disk) as Rc<dyn Storage>, Rc::clone(world) as _)).expect("opens")
}

fn named(name: &str) -> Staff {
    Staff { name: name.into(), ..Staff::default() }
}

fn person(name: &str) -> SaveStaff {
    SaveStaff { id: None, staff: named(name) }
}

fn names(store: &Store) -> Vec<String> {
    store.state().all::<Staff>().iter().map(|(_, person)| person.name.clone()).collect()
}

#[test]
fn a_day_lists_its_changes_the_latest_first() {
    let tablet = Office::new();
    let first = tablet.run(0, &person("one"));
    let second = tablet.run(1, &person("two"));
    let third = tablet.run(1, &person("three"));
    let of = |number| tablet.deeds(number).iter().map(|deed| deed.change).collect::<Vec<_>>();
    assert_eq!([of(0), of(1), of(2)], [vec![first], vec![third, second], vec![]]);
    assert_eq!(tablet.deeds(0)[0].intent, Intent::SaveStaff.number());
}

#[test]
fn a_change_of_many_records_is_listed_once() {
    let tablet = Office::new();
    let made = tablet.run(0, &person("one"));
    let id = tablet.store.state().all::<Staff>().iter().next().expect("a person").0;
    tablet.run(0, &SaveStaff { id: Some(id), staff: named("two") });
    block_on(tablet.store.fill(Intent::SetUp, &(1..50).map(record).collect::<Vec<_>>())).expect("fills");
    let deeds = tablet.deeds(0);
    assert_eq!(deeds.iter().map(|deed| deed.records.len()).collect::<Vec<_>>(), [49, 1, 1]);
    assert_eq!(deeds[2].change, made);
}

fn record(number: u128) -> (Uuid, domain::AnyRecord) {
    (Uuid::from_u128(number), Specialty { name: format!("{number}"), ..Specialty::default() }.into())
}

#[test]
fn an_undo_says_what_it_took_back() {
    let tablet = Office::new();
    tablet.run(0, &person("one"));
    let id = tablet.store.state().all::<Staff>().iter().next().expect("a person").0;
    let second = tablet.run(0, &SaveStaff { id: Some(id), staff: named("two") });
    block_on(tablet.store.undo(second)).expect("undoes");
    let deeds = tablet.deeds(0);
    assert_eq!(deeds[0].undone, [second]);
    assert!(deeds[1..].iter().all(|deed| deed.undone.is_empty()), "only an undo takes back: {deeds:?}");
}

#[test]
fn a_removed_record_keeps_its_name() {
    let tablet = Office::new();
    tablet.run(0, &person("one"));
    let (id, _) = tablet.store.state().all::<Staff>().iter().next().map(|(id, c)| (id, c.clone())).expect("a person");
    tablet.run(0, &RemoveRecord { id, reason: String::new() });
    let state = tablet.store.state();
    assert_eq!(state.title(Kind::Staff, id.raw()), "");
    assert_eq!(state.title_ever(Kind::Staff, id.raw()), "one");
}

#[test]
fn an_author_is_a_person_or_else_a_tablet() {
    let tablet = Office::new();
    let replica = tablet.run(0, &person("Li")).replica;
    let (id, name) = staff(&tablet.store.state()).pop().expect("a person");
    assert_eq!(name, "Li");
    let digits = digits(replica);
    let of = |author_id| author(&tablet.store.state(), author_id, replica);
    assert_eq!(of(None), Author::Unnamed(digits[..4].to_owned()));
    assert_eq!(of(Some(Uuid::nil())), Author::Unnamed(digits[..4].to_owned()));
    let here = Tablet { name: "office".into(), replica: digits, ..Tablet::default() };
    tablet.run(0, &NameTablet { id: None, tablet: here });
    assert_eq!(author(&tablet.store.state(), None, replica), Author::Tablet("office".into()));
    assert_eq!(author(&tablet.store.state(), Some(id), replica), Author::Staff("Li".into()));
    tablet.run(0, &RemoveRecord::<Staff> { id: Id::new(id), reason: "left".into() });
    assert_eq!(author(&tablet.store.state(), Some(id), replica), Author::Staff("Li".into()));
}

#[test]
fn a_tablet_knows_its_own_changes_after_it_was_closed() {
    let tablet = Office::new();
    assert_eq!(block_on(tablet.store.incarnation()), Ok(None));
    let replica = tablet.run(0, &person("one")).replica;
    let tablet = tablet.reopened();
    assert_eq!(tablet.store.own_replica(), None);
    assert_eq!(block_on(tablet.store.incarnation()), Ok(Some(replica)));
}

#[test]
fn the_past_is_what_was_and_nothing_moves_it() {
    let tablet = Office::new();
    tablet.run(0, &person("one"));
    tablet.run(1, &person("two"));
    let past = tablet.at(0);
    assert_eq!((names(&past), past.world().today()), (vec!["one".to_owned()], day(0)));
    assert_eq!(block_on(past.run(&person("three"))), Err(Refusal::Storage(StorageError::ReadOnly)));
    block_on(past.catch_up()).expect("there is nothing to do");
    assert_eq!(names(&past), ["one"]);
    assert_eq!(names(&tablet.at(1)), ["one", "two"]);
}

#[test]
fn a_member_removed_by_a_finding_is_gone_without_a_reason_too() {
    let tablet = Office::new();
    let member = Member { name: "Zhao".into(), ..Member::default() };
    block_on(tablet.store.fill(Intent::SetUp, &[(Uuid::from_u128(7), member.into())])).expect("fills");
    let remedy = Remedy::RemoveMember(Id::new(Uuid::from_u128(7)));
    tablet.run(0, &SettleFinding { remedy, reason: String::new() });
    assert_eq!(tablet.store.state().all::<Member>().iter().count(), 0);
    assert_eq!(tablet.store.state().title_ever(Member::KIND, Uuid::from_u128(7)), "Zhao");
}

#[test]
fn a_need_met_by_a_finding_is_met_today() {
    let tablet = Office::new();
    block_on(
        tablet.store.fill(Intent::SetUp, &[(Uuid::from_u128(7), Need { note: "x".into(), ..Need::default() }.into())]),
    )
    .expect("fills");
    let id: Id<Need> = Id::new(Uuid::from_u128(7));
    tablet.run(0, &SettleFinding { remedy: Remedy::Met(id), reason: String::new() });
    let need = tablet.store.state().get(id).cloned().expect("the need");
    assert_eq!((need.state, need.met_on), (Some(NeedState::Met), Some(day(0))));
}
