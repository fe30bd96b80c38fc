//! Helpers and pairings: each command accepted, refused with the right fault, and undone; who is suggested first and
//! why; the chain of responsibility; and what a merge of two tablets makes of it.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::rc::Rc;

use domain::records::{
    Case, Division, DivisionLevel, Helper, HelperField, HelperKind, Member, Need, NeedKind, NeedState, Pairing,
    PairingField, Relation, Stage, Visit,
};
use domain::{AnyRecord, Date, Fault, Field, FieldRef, Id, Record, Uuid};
use futures::executor::block_on;
use replica::command::{EndPairing, HandOver, PairCase, PairEach, SaveHelper};
use replica::command::{RemoveRecord, SettleFinding};
use replica::query::divisions::Nearness;
use replica::query::findings::{Finding, Remedy, findings};
use replica::query::pairing::{self, Reason};
use replica::testing::TestWorld;
use replica::{Command, Intent, MemoryStorage, Refusal, Saved, Storage, Store, World};

fn day(ordinal: u16) -> Date {
    Date::from_ordinal_date(2026, ordinal).expect("a day")
}

fn today() -> Date {
    day(327)
}

fn id<T: Record>(number: u128) -> Id<T> {
    Id::new(Uuid::from_u128(number))
}

struct Tablet {
    storage: Rc<MemoryStorage>,
    store: Store,
}

impl Tablet {
    fn new(seed: u64) -> Self {
        let storage = Rc::new(MemoryStorage::default());
        let world: Rc<dyn World> = Rc::new(TestWorld::new(today(), seed));
        let store = block_on(Store::open(storage.clone(), world)).expect("opens");
        Self { storage, store }
    }

    fn fill<T: Into<AnyRecord>>(&self, number: u128, record: T) {
        block_on(self.store.fill(Intent::SetUp, &[(Uuid::from_u128(number), record.into())])).expect("fills");
    }

    fn run(&self, command: &dyn Command) -> Saved {
        block_on(self.store.run(command)).expect("saves")
    }

    fn refused(&self, command: &dyn Command) -> Vec<(Option<FieldRef>, Fault)> {
        let Err(Refusal::Problems(problems)) = block_on(self.store.run(command)) else { panic!("not refused") };
        problems.into_iter().map(|problem| (problem.field, problem.fault)).collect()
    }

    /// Takes in what the other has.
    fn take(&self, other: &Self) {
        let known = self.store.state().vector().clone();
        let frames = block_on(other.storage.read_after(&known)).expect("reads");
        block_on(self.storage.append(&frames)).expect("appends");
        block_on(self.store.catch_up()).expect("catches up");
    }

    fn pairing(&self, case: Id<Case>) -> Id<Pairing> {
        pairing::responsible(&self.store.state(), case).first().expect("a helper").0
    }
}

fn at(field: impl Field) -> Option<FieldRef> {
    Some(field.reference())
}

fn division(name: &str, level: DivisionLevel, parent: Option<u128>) -> Division {
    Division { name: name.into(), level: Some(level), parent: parent.map(id), ..Division::default() }
}

fn helper(name: &str, place: u128, capacity: u32, skills: &[NeedKind]) -> Helper {
    let (kind, division, skills) = (Some(HelperKind::Cadre), Some(id(place)), skills.to_vec());
    Helper { kind, name: name.into(), division, capacity, skills, ..Helper::default() }
}

/// A county with two townships, a village in each; three cases, four helpers.
fn tablet() -> Tablet {
    let tablet = Tablet::new(1);
    tablet.fill(1, division("梨树县", DivisionLevel::County, None));
    tablet.fill(2, division("十家堡镇", DivisionLevel::Township, Some(1)));
    tablet.fill(3, division("郭家店镇", DivisionLevel::Township, Some(1)));
    tablet.fill(11, division("东岗村", DivisionLevel::Village, Some(2)));
    tablet.fill(12, division("青石村", DivisionLevel::Village, Some(3)));
    for (number, name, village, stage) in [
        (101, "赵永发", 11, Stage::Supported),
        (102, "孙桂兰", 12, Stage::Confirmed),
        (103, "李长山", 11, Stage::Left),
        (104, "周玉梅", 11, Stage::Lifted),
    ] {
        let case = Case { village: Some(id(village)), stage: Some(stage), ..Case::default() };
        tablet.fill(number, Case { industry: "食用菌".into(), ..case });
        let (case, relation) = (Some(id(number)), Some(Relation::Head));
        tablet.fill(number + 100, Member { case, name: name.into(), relation, ..Member::default() });
    }
    let (case, kind) = (Some(id(101)), Some(NeedKind::Schooling));
    tablet.fill(301, Need { case, kind, state: Some(NeedState::Asked), ..Need::default() });
    tablet.fill(401, helper("陈书记", 3, 2, &[NeedKind::Schooling]));
    tablet.fill(402, helper("王站长", 2, 1, &[]));
    tablet.fill(403, helper("刘主任", 11, 0, &[NeedKind::Medical]));
    tablet.fill(404, Helper { industry: "食用菌".into(), ..helper("高老师", 2, 1, &[NeedKind::Schooling]) });
    tablet
}

fn pair(helper: u128, case: u128) -> PairCase {
    let (promised, note) = ("每月走访一次".into(), String::new());
    PairCase { helper: id(helper), case: id(case), since: Some(day(100)), promised, note }
}

#[test]
fn a_helper_needs_kind_name_and_place_and_is_there_once() {
    let tablet = tablet();
    let missing = [HelperField::kind, HelperField::name, HelperField::division].map(|f| (at(f), Fault::Missing));
    assert_eq!(tablet.refused(&SaveHelper { id: None, helper: Helper::default() }), missing);
    let twice = SaveHelper { id: None, helper: helper("王站长", 2, 1, &[]) };
    assert_eq!(tablet.refused(&twice), [(at(HelperField::name), Fault::NameTaken("王站长".into()))]);
    tablet.run(&SaveHelper { id: None, helper: helper("王站长", 3, 1, &[]) });
    assert_eq!(pairing::helpers(&tablet.store.state()).len(), 5, "another township's 王站长 is another person");
}

#[test]
fn a_helper_cannot_shrink_below_the_cases_it_has() {
    let tablet = tablet();
    tablet.run(&pair(401, 101));
    tablet.run(&pair(401, 102));
    let smaller = SaveHelper { id: Some(id(401)), helper: helper("陈书记", 3, 1, &[]) };
    assert_eq!(tablet.refused(&smaller), [(at(HelperField::capacity), Fault::CapacityBelowPaired(2))]);
    let left = Helper { left_on: Some(today()), ..helper("陈书记", 3, 2, &[]) };
    let left = tablet.refused(&SaveHelper { id: Some(id(401)), helper: left });
    assert_eq!(left, [(at(HelperField::capacity), Fault::CapacityBelowPaired(2))]);
}

#[test]
fn one_case_has_one_helper_and_who_it_is_is_said() {
    let tablet = tablet();
    assert_eq!(pairing::unpaired(&tablet.store.state()).len(), 2, "not the lifted, not the closed");
    let saved = tablet.run(&pair(402, 101));
    let taken = Fault::AlreadyPaired { helper: "王站长".into(), since: Some(day(100)) };
    assert_eq!(tablet.refused(&pair(403, 101)), [(at(PairingField::case), taken)]);
    assert_eq!(tablet.refused(&pair(402, 102)), [(at(PairingField::helper), Fault::HelperFull(1))]);
    assert_eq!(tablet.refused(&pair(403, 103)), [(at(PairingField::case), Fault::CaseClosed)]);
    let gone = [(at(PairingField::case), Fault::Gone), (at(PairingField::helper), Fault::Gone)];
    assert_eq!(tablet.refused(&pair(1, 2)), gone);
    assert_eq!(pairing::unpaired(&tablet.store.state()).len(), 1);
    assert_eq!(pairing::with_room(&tablet.store.state()).len(), 3, "one is full");
    block_on(tablet.store.undo(saved.change.expect("a change"))).expect("undoes");
    assert_eq!(pairing::unpaired(&tablet.store.state()).len(), 2);
}

#[test]
fn suggestions_say_place_skill_and_load() {
    let tablet = tablet();
    tablet.run(&pair(401, 102));
    let state = tablet.store.state();
    let found = pairing::suggestions(&state, id(101));
    let names: Vec<&str> = found.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["刘主任", "高老师", "王站长", "陈书记"]);
    assert_eq!(found[0].reasons, [Reason::SameVillage, Reason::Free]);
    let industry = Reason::Industry("食用菌".into());
    let skill = Reason::Skill(NeedKind::Schooling);
    assert_eq!(found[1].reasons, [Reason::SameTownship, skill.clone(), industry, Reason::Free]);
    assert_eq!(found[3].reasons, [Reason::SameCounty, skill, Reason::Load { paired: 1, most: 2 }]);
    assert_eq!((found[3].nearness, found[3].obstacle.clone()), (Nearness::County, None));
}

#[test]
fn who_cannot_is_suggested_last_with_the_reason() {
    let tablet = tablet();
    tablet.run(&pair(403, 102));
    let left = Helper { left_on: Some(today()), ..helper("王站长", 2, 1, &[]) };
    tablet.run(&SaveHelper { id: Some(id(402)), helper: left });
    let found = pairing::suggestions(&tablet.store.state(), id(101));
    let obstacles: Vec<_> = found.into_iter().map(|one| (one.name, one.obstacle)).collect();
    assert_eq!(obstacles[2], ("刘主任".into(), Some(Fault::HelperFull(1))));
    assert_eq!(obstacles[3], ("王站长".into(), Some(Fault::HelperLeft)));
}

#[test]
fn a_hand_over_keeps_the_chain_of_responsibility() {
    let tablet = tablet();
    tablet.run(&pair(402, 101));
    for (number, done_on) in [(501, 120), (502, 200), (503, 201)] {
        let (case, done_on) = (Some(id(101)), Some(day(done_on)));
        tablet.fill(number, Visit { case, done_on, ..Visit::default() });
    }
    let pairing = tablet.pairing(id(101));
    let over = |helper: u128, on: u16, reason: &str| HandOver {
        pairing,
        helper: id(helper),
        on: day(on),
        reason: reason.into(),
        promised: "联系学校".into(),
        note: String::new(),
    };
    let wrong = [
        (at(PairingField::until), Fault::EndsBeforeStart),
        (at(PairingField::reason), Fault::Missing),
        (at(PairingField::helper), Fault::Twice),
    ];
    assert_eq!(tablet.refused(&over(402, 99, " ")), wrong);
    assert_eq!(tablet.refused(&over(404, 328, "调离")), [(at(PairingField::until), Fault::InFuture)]);
    let saved = tablet.run(&over(404, 200, "调离"));
    assert_eq!(
        tablet.refused(&over(403, 200, "调离")),
        [
            (None, Fault::StepClosed),
            (at(PairingField::case), Fault::AlreadyPaired { helper: "高老师".into(), since: Some(day(200)) }),
        ]
    );

    let chain = pairing::responsibility(&tablet.store.state(), id(101));
    let told: Vec<_> = chain.iter().map(|one| (one.name.as_str(), one.until, one.visits)).collect();
    assert_eq!(told, [("王站长", Some(day(200)), 1), ("高老师", None, 2)], "the day itself is the next one's");
    assert_eq!((chain[0].reason.as_str(), chain[1].is_handed_over), ("调离", true));
    block_on(tablet.store.undo(saved.change.expect("a change"))).expect("undoes both in one");
    assert_eq!(pairing::responsibility(&tablet.store.state(), id(101)).len(), 1);
    assert_eq!(tablet.pairing(id(101)), pairing);
}

#[test]
fn an_ended_pairing_leaves_the_case_without_a_helper() {
    let tablet = tablet();
    tablet.run(&pair(402, 101));
    let pairing = tablet.pairing(id(101));
    tablet.run(&EndPairing { pairing, on: today(), reason: "已脱贫".into() });
    assert_eq!(pairing::unpaired(&tablet.store.state()).len(), 2);
    assert_eq!(pairing::load(&tablet.store.state(), id(402)), 0);
    let again = EndPairing { pairing, on: today(), reason: "已脱贫".into() };
    assert_eq!(tablet.refused(&again), [(None, Fault::StepClosed)]);
}

#[test]
fn two_helpers_after_a_merge_are_found_in_the_order_of_who_came_first() {
    let (one, two) = (tablet(), Tablet::new(2));
    two.take(&one);
    one.run(&pair(402, 101));
    two.run(&pair(403, 101));
    two.run(&pair(402, 102));
    one.take(&two);
    two.take(&one);
    let found = pairing::doubled(&one.store.state());
    assert_eq!(found, pairing::doubled(&two.store.state()), "the same on every tablet");
    let names: Vec<_> = found[0].pairings.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!((found.len(), found[0].name.as_str(), names.len()), (1, "赵永发", 2));
    let made = |at: usize| {
        let id = found[0].pairings[at].0.raw();
        block_on(one.store.history(domain::Kind::Pairing, id)).expect("history")[0].time
    };
    assert!(made(0) < made(1), "who came first stands in front");
    let over: Vec<_> = pairing::overloaded(&one.store.state()).into_iter().map(|line| line.name).collect();
    assert_eq!(over, ["王站长"], "each tablet saw room");

    one.run(&EndPairing { pairing: found[0].pairings[1].0, on: today(), reason: "重复".into() });
    assert!(pairing::doubled(&one.store.state()).is_empty());
}

fn found(tablet: &Tablet) -> Vec<Finding> {
    findings(&tablet.store.state(), today(), u64::MAX / 2)
}

#[test]
fn one_of_three_helpers_stays_whichever_is_ended() {
    for keeps in 0..3 {
        let tablets = [tablet(), Tablet::new(2), Tablet::new(3)];
        tablets[1].take(&tablets[0]);
        tablets[2].take(&tablets[0]);
        for (tablet, helper) in tablets.iter().zip([402, 403, 404]) {
            tablet.run(&pair(helper, 101));
        }
        for (at, from) in [(0, 1), (0, 2), (2, 1), (2, 0), (1, 2), (1, 0)] {
            tablets[at].take(&tablets[from]);
        }
        let first = found(&tablets[0]);
        assert!(tablets.iter().all(|tablet| found(tablet) == first), "the same on every tablet");
        let [finding] = first.as_slice() else { panic!("one finding: {first:?}") };
        let Finding::TwoHelpers { name, pairings, .. } = finding else { panic!("of helpers: {finding:?}") };
        assert_eq!((name.as_str(), pairings.len()), ("赵永发", 3));
        let stays = pairings[keeps].pairing;
        let remedies = finding.remedies();
        assert_eq!(remedies[0], Remedy::EndPairing(pairings[2].pairing), "who came last is ended first");
        for remedy in remedies.into_iter().filter(|remedy| *remedy != Remedy::EndPairing(stays)) {
            let settle = SettleFinding { remedy, reason: "一户一人".into() };
            tablets[1].run(&settle);
            assert_eq!(tablets[1].refused(&settle), [(None, Fault::Gone)], "what has ended does not end again");
        }
        tablets[2].take(&tablets[1]);
        assert_eq!((found(&tablets[1]), found(&tablets[2])), (vec![], vec![]));
        let responsible = pairing::responsible(&tablets[2].store.state(), id(101));
        assert_eq!(responsible.into_iter().map(|(id, _)| id).collect::<Vec<_>>(), [stays]);
        let ended = pairing::responsibility(&tablets[2].store.state(), id(101));
        assert_eq!(ended.iter().filter(|link| link.until == Some(today()) && link.reason == "一户一人").count(), 2);
    }
}

#[test]
fn a_case_that_is_gone_has_no_helpers_too_many() {
    let (one, two) = (tablet(), Tablet::new(2));
    two.take(&one);
    one.run(&pair(402, 101));
    two.run(&pair(403, 101));
    one.take(&two);
    assert_eq!(found(&one).len(), 1);
    one.run(&RemoveRecord::<Case> { id: id(101), reason: "重复".into() });
    assert_eq!(found(&one), []);
}

/// Each case goes to the best who has room left when its turn comes; one change pairs all, and one press takes it back.
#[test]
fn many_cases_are_spread_over_helpers_with_room() {
    let tablet = tablet();
    let seen = |cases: &[u128]| {
        let cases: Vec<Id<Case>> = cases.iter().map(|number| id(*number)).collect();
        let spread = pairing::spread(&tablet.store.state(), &cases);
        let pairs: Vec<_> = spread.pairs.iter().map(|one| (one.helper.helper, one.case)).collect();
        let names: Vec<String> = spread.pairs.iter().map(|one| format!("{} {}", one.name, one.helper.name)).collect();
        (pairs, names, spread.left.len())
    };
    let (pairs, names, left) = seen(&[101, 104, 103, 102]);
    assert_eq!(names, ["赵永发 刘主任", "周玉梅 高老师", "孙桂兰 陈书记"], "the closed one is not asked");
    assert_eq!(left, 0);
    let saved = tablet.run(&PairEach { pairs: pairs.clone() });
    assert_eq!(pairing::unpaired(&tablet.store.state()).len(), 0);
    assert_eq!(seen(&[101, 102]).1, Vec::<String>::new(), "who has a helper is not asked");
    let twice = PairEach { pairs: vec![pairs[0], pairs[0]] };
    assert_eq!(tablet.refused(&twice), [(at(PairingField::case), Fault::Twice)]);
    block_on(tablet.store.undo(saved.change.expect("a change"))).expect("undoes");
    assert_eq!(pairing::unpaired(&tablet.store.state()).len(), 2);
    let over = PairEach { pairs: vec![(id(402), id(101)), (id(402), id(102))] };
    assert_eq!(tablet.refused(&over), [(at(PairingField::helper), Fault::HelperFull(1))]);
}
