//! Guidance teams: their home visits with advice and a day to look again, and science brought to villages.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::rc::Rc;

use domain::records::*;
use domain::{AnyRecord, Date, Fault, Id, Uuid};
use futures::executor::block_on;
use replica::command::{RecordVisit, SaveGuidanceTeam, SaveOutreach};
use replica::query::{due, guidance};
use replica::testing::TestWorld;
use replica::{Command, Intent, MemoryStorage, Refusal, Store};

fn id<T>(number: u128) -> Id<T> {
    Id::new(Uuid::from_u128(number))
}

fn today() -> Date {
    Date::from_ordinal_date(2026, 327).expect("a day")
}

fn in_days(days: i64) -> Option<Date> {
    Some(today().saturating_add(time::Duration::days(days)))
}

/// A county (1) with a village (3), a case (10), and a team (20).
fn store() -> Store {
    let store = block_on(Store::open(Rc::new(MemoryStorage::default()), Rc::new(TestWorld::new(today(), 1))));
    let store = store.expect("opens");
    let division = |name: &str, level, parent: Option<u128>| Division {
        name: name.into(),
        level: Some(level),
        parent: parent.map(id),
        ..Division::default()
    };
    let records: Vec<(Uuid, AnyRecord)> = vec![
        (Uuid::from_u128(1), division("梨树县", DivisionLevel::County, None).into()),
        (Uuid::from_u128(2), division("十家堡镇", DivisionLevel::Township, Some(1)).into()),
        (Uuid::from_u128(3), division("东岗村", DivisionLevel::Village, Some(2)).into()),
        (Uuid::from_u128(10), Case { village: Some(id(3)), ..Case::default() }.into()),
        (Uuid::from_u128(20), team("果树指导组").into()),
    ];
    block_on(store.fill(Intent::SetUp, &records)).expect("fills");
    store
}

fn team(name: &str) -> GuidanceTeam {
    GuidanceTeam { name: name.into(), county: Some(id(1)), ..GuidanceTeam::default() }
}

fn run(store: &Store, command: &impl Command) -> Result<(), Vec<Fault>> {
    match block_on(store.run(command)) {
        Ok(_) => Ok(()),
        Err(Refusal::Problems(problems)) => Err(problems.into_iter().map(|problem| problem.fault).collect()),
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn a_team_has_a_name_of_its_own_in_its_county() {
    let store = store();
    let save = |team| run(&store, &SaveGuidanceTeam { id: None, team });
    assert_eq!(save(GuidanceTeam::default()), Err(vec![Fault::Missing, Fault::Missing]));
    assert_eq!(save(team("果树指导组")), Err(vec![Fault::NameTaken("果树指导组".into())]));
    assert_eq!(save(GuidanceTeam { county: Some(id(9)), ..team("果树指导组") }), Ok(()), "another county has its own");
    let gone = SaveGuidanceTeam { id: Some(id(99)), team: team("养鸡指导组") };
    assert_eq!(run(&store, &gone), Err(vec![Fault::Gone]));
    assert_eq!(guidance::teams(&store.state(), today()).len(), 2);
}

#[test]
fn a_day_to_look_again_is_due_by_itself() {
    let store = store();
    let visit = |look_again_on| Visit {
        case: Some(id(10)),
        done_on: Some(today()),
        report: "看了果园".into(),
        team: Some(id(20)),
        advice: "修剪、施肥".into(),
        look_again_on,
        ..Visit::default()
    };
    let record = |look_again_on| run(&store, &RecordVisit { visit: visit(look_again_on), ..RecordVisit::default() });
    assert_eq!(record(Some(today())), Err(vec![Fault::LookAgainBefore]));
    assert_eq!(record(in_days(10)), Ok(()));
    let due = due::visits_until(&store.state(), in_days(10).expect("a day"));
    assert_eq!((due.len(), due[0].purpose.as_str(), Some(due[0].planned_on)), (1, "修剪、施肥", in_days(10)));
    let made = guidance::visits_of(&store.state(), id(20));
    assert_eq!(
        made.iter().map(|line| line.visit.done_on).collect::<Vec<_>>(),
        [None, Some(today())],
        "what is due is first"
    );
    let again = RecordVisit { id: Some(made[1].id), visit: visit(in_days(10)), ..RecordVisit::default() };
    assert_eq!(run(&store, &again), Ok(()));
    assert_eq!(guidance::visits_of(&store.state(), id(20)).len(), 2, "it is planned once");
    let line = &guidance::teams(&store.state(), today())[0];
    assert_eq!((line.visits, line.next), (1, in_days(10)));
}

#[test]
fn science_goes_to_a_village_and_nobody_comes_before_the_day() {
    let store = store();
    let event = |village, on, headcount| Outreach {
        on,
        village: Some(id(village)),
        topic: "果树修剪".into(),
        team: Some(id(20)),
        headcount,
        ..Outreach::default()
    };
    let save = |outreach| run(&store, &SaveOutreach { id: None, outreach });
    assert_eq!(save(Outreach::default()), Err(vec![Fault::Missing, Fault::Missing, Fault::Missing]));
    assert_eq!(save(event(1, in_days(0), 0)), Err(vec![Fault::NotAVillage]));
    assert_eq!(save(event(3, in_days(1), 40)), Err(vec![Fault::NotYetHeld]));
    assert_eq!(save(event(3, in_days(0), 9_999)), Err(vec![Fault::OutOfRange { least: 0, most: 5_000 }]));
    assert_eq!(save(event(3, in_days(1), 0)), Ok(()));
    assert_eq!(save(event(3, in_days(-3), 86)), Ok(()));
    let all = guidance::outreaches(&store.state(), Some(id(20)));
    let said: Vec<_> = all.iter().map(|line| (line.county.as_str(), line.outreach.headcount)).collect();
    assert_eq!(said, [("梨树县", 0), ("梨树县", 86)], "the newest first");
    assert_eq!(guidance::teams(&store.state(), today())[0].outreaches, 1, "what lies ahead does not count");
}
