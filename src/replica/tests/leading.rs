//! Enrolment planned for a whole village, who leads whom, and what came of it: each household counted once.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::rc::Rc;

use domain::records::{
    Case, Cooperative, Demonstration, DemonstrationState, Division, DivisionLevel, Income, Labour, Member, Membership,
    MembershipField, MembershipState, Need, NeedKind, RadiationLink, Relation, Stage,
};
use domain::value::Fen;
use domain::{AnyRecord, Date, Fault, Field, FieldRef, Id, Uuid};
use futures::executor::block_on;
use replica::command::{AdmitMembers, PlanMemberships};
use replica::query::prosperity::{self, NetworkFilter, Reason};
use replica::testing::TestWorld;
use replica::{Command, Intent, MemoryStorage, Refusal, Saved, Store, World};

fn day(year: i32, ordinal: u16) -> Date {
    Date::from_ordinal_date(year, ordinal).expect("a day")
}

fn today() -> Date {
    day(2026, 330)
}

fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn id<T>(number: u128) -> Id<T> {
    Id::new(uuid(number))
}

fn division(number: u128, name: &str, level: DivisionLevel, parent: Option<u128>) -> (Uuid, AnyRecord) {
    let parent = parent.map(id);
    (uuid(number), Division { name: name.into(), code: format!("{number:03}"), level: Some(level), parent }.into())
}

/// A household of the village with that number, with its head.
fn household(number: u128, name: &str, village: u128, industry: &str, labour: Labour) -> [(Uuid, AnyRecord); 2] {
    let (stage, stage_since) = (Some(Stage::Supported), Some(day(2025, 100)));
    let file = Case { village: Some(id(village)), stage, stage_since, industry: industry.into(), ..Case::default() };
    let (case, relation, labour) = (Some(id(number)), Some(Relation::Head), Some(labour));
    let head = Member { case, name: name.into(), relation, labour, ..Member::default() };
    [(uuid(number), file.into()), (uuid(1000 + number), head.into())]
}

fn cooperative(number: u128, name: &str, village: u128, industry: &str, capacity: u32) -> (Uuid, AnyRecord) {
    let (name, village, industry) = (name.to_owned(), Some(id(village)), industry.to_owned());
    (uuid(number), Cooperative { name, village, industry, capacity, ..Cooperative::default() }.into())
}

/// A county with two villages of a township and one of another; five households and two cooperatives.
fn records() -> Vec<(Uuid, AnyRecord)> {
    let mut records = vec![
        division(1, "甲县", DivisionLevel::County, None),
        division(11, "东镇", DivisionLevel::Township, Some(1)),
        division(12, "西镇", DivisionLevel::Township, Some(1)),
        division(21, "一村", DivisionLevel::Village, Some(11)),
        division(22, "二村", DivisionLevel::Village, Some(11)),
        division(23, "三村", DivisionLevel::Village, Some(12)),
        cooperative(31, "一村养鹅社", 21, "养鹅", 2),
        cooperative(32, "二村食用菌社", 22, "食用菌", 0),
    ];
    records.extend(household(41, "赵一", 21, "养鹅", Labour::Ordinary));
    records.extend(household(42, "钱二", 21, "养鹅", Labour::Skilled));
    records.extend(household(43, "孙三", 21, "食用菌", Labour::Ordinary));
    records.extend(household(44, "李四", 22, "食用菌", Labour::Ordinary));
    records.extend(household(45, "周五", 23, "养鹅", Labour::Ordinary));
    let need = Need { case: Some(id(43)), kind: Some(NeedKind::Employment), ..Need::default() };
    records.push((uuid(51), need.into()));
    records
}

fn store(records: &[(Uuid, AnyRecord)]) -> Store {
    let world: Rc<dyn World> = Rc::new(TestWorld::new(today(), 1));
    let store = block_on(Store::open(Rc::new(MemoryStorage::default()), world)).expect("opens");
    block_on(store.fill(Intent::SetUp, records)).expect("fills");
    store
}

fn run(store: &Store, command: &dyn Command) -> Saved {
    block_on(store.run(command)).expect("saves")
}

fn undo(store: &Store, saved: &Saved) {
    block_on(store.undo(saved.change.expect("a change"))).expect("undoes");
}

fn refused(store: &Store, command: &dyn Command, expected: &[(Option<FieldRef>, usize, Fault)]) {
    let Err(Refusal::Problems(problems)) = block_on(store.run(command)) else { panic!("refused: {expected:?}") };
    let found: Vec<_> = problems.into_iter().map(|problem| (problem.field, problem.row, problem.fault)).collect();
    assert_eq!(found, expected);
}

fn plan(pairs: &[(u128, u128)]) -> PlanMemberships {
    PlanMemberships { plan: pairs.iter().map(|(case, one)| (id(*case), id(*one))).collect(), planned_on: None }
}

#[test]
fn a_village_is_planned_with_those_in_need_first() {
    let store = store(&records());
    let found = prosperity::planning(&store.state(), id(21), today());
    let told: Vec<_> =
        found.unenrolled.iter().map(|one| (one.name.as_str(), one.best.map(|id| id.raw().as_u128()))).collect();
    assert_eq!(told, [("孙三", Some(32)), ("钱二", Some(31)), ("赵一", Some(31))]);
    let reasons: Vec<&[Reason]> = found.unenrolled.iter().map(|one| one.reasons.as_slice()).collect();
    assert_eq!(reasons[0], [Reason::SameTownship, Reason::SameIndustry, Reason::InNeed]);
    assert_eq!(reasons[1], [Reason::SameVillage, Reason::SameIndustry, Reason::Skilled]);
    assert_eq!(reasons[2], [Reason::SameVillage, Reason::SameIndustry]);
    assert_eq!(found.villages, []);
    let county = prosperity::planning(&store.state(), id(1), today());
    assert_eq!(county.unenrolled.len(), 5);
    assert_eq!(
        county.villages.iter().map(|(_, name, count)| (name.as_str(), *count)).collect::<Vec<_>>(),
        [("西镇三村", 1)]
    );
    let rooms: Vec<_> = county.seats.iter().map(|seat| seat.room).collect();
    assert_eq!(rooms, [None, Some(2)]);
}

#[test]
fn places_are_given_out_one_by_one() {
    let store = store(&records());
    run(&store, &plan(&[(45, 31)]));
    let found = prosperity::planning(&store.state(), id(21), today());
    let best: Vec<_> = found.unenrolled.iter().map(|one| one.best.map(|id| id.raw().as_u128())).collect();
    assert_eq!(best, [Some(32), Some(31), Some(32)], "one place was left, and the next household has another");
}

#[test]
fn a_plan_is_made_and_adopted_in_one_change_each() {
    let store = store(&records());
    let planned = run(&store, &plan(&[(41, 31), (42, 31), (43, 32)]));
    undo(&store, &planned);
    assert_eq!(prosperity::taken(&store.state(), id(31)), 0);
    run(&store, &plan(&[(41, 31), (42, 31), (43, 32)]));
    let found = prosperity::planning(&store.state(), id(21), today());
    assert_eq!((found.unenrolled.len(), found.planned.len()), (0, 3));
    let ids: Vec<_> = found.planned.iter().map(|line| line.id).collect();
    let admitted = run(&store, &AdmitMembers { ids: ids.clone(), on: today() });
    let in_force = |store: &Store| {
        let state = store.state();
        state.all::<Membership>().iter().filter(|(_, one)| one.state == Some(MembershipState::InForce)).count()
    };
    assert_eq!(in_force(&store), 3);
    let closed = [0, 1, 2].map(|row| (Some(MembershipField::state.reference()), row, Fault::StepClosed));
    refused(&store, &AdmitMembers { ids, on: today() }, &closed);
    undo(&store, &admitted);
    assert_eq!(in_force(&store), 0);
}

#[test]
fn a_plan_that_cannot_be_is_refused_with_the_household_or_the_cooperative() {
    let store = store(&records());
    let field = Some(MembershipField::case.reference());
    refused(&store, &plan(&[]), &[(field, 0, Fault::Missing)]);
    refused(&store, &plan(&[(41, 31), (41, 32)]), &[(field, 1, Fault::Twice)]);
    refused(&store, &plan(&[(41, 99)]), &[(field, 0, Fault::Gone)]);
    let full = (Some(MembershipField::cooperative.reference()), 2, Fault::CooperativeFull(2));
    refused(&store, &plan(&[(41, 31), (42, 31), (45, 31)]), &[full]);
    run(&store, &plan(&[(41, 31)]));
    refused(&store, &plan(&[(41, 31)]), &[(field, 0, Fault::AlreadyMember("一村养鹅社".into()))]);
    let future = AdmitMembers { ids: vec![id(7)], on: day(2026, 331) };
    refused(&store, &future, &[(Some(MembershipField::joined_on.reference()), 0, Fault::InFuture)]);
    refused(&store, &AdmitMembers { ids: vec![], on: today() }, &[(None, 0, Fault::Missing)]);
    refused(
        &store,
        &AdmitMembers { ids: vec![id(7)], on: today() },
        &[(Some(MembershipField::state.reference()), 0, Fault::Gone)],
    );
    let many: Vec<(u128, u128)> = (0..301).map(|number| (10_000 + number, 32)).collect();
    refused(&store, &plan(&many), &[(field, 0, Fault::TooMany(300))]);
}

fn leader(number: u128, name: &str) -> (Uuid, AnyRecord) {
    let (state, village) = (Some(DemonstrationState::Chosen), Some(id(21)));
    (
        uuid(number),
        Demonstration {
            name: name.into(),
            village,
            industry: "养鹅".into(),
            year: 2026,
            state,
            ..Demonstration::default()
        }
        .into(),
    )
}

fn link(number: u128, leader: u128, case: Option<u128>, name: &str, gain: i64) -> (Uuid, AnyRecord) {
    let (demonstration, case, since) = (Some(id(leader)), case.map(id), Some(day(2026, 30)));
    (
        uuid(number),
        RadiationLink { demonstration, case, name: name.into(), since, gain: Fen(gain), ..RadiationLink::default() }
            .into(),
    )
}

fn income(number: u128, case: u128, year: u32, wage: i64) -> (Uuid, AnyRecord) {
    (uuid(number), Income { case: Some(id(case)), year, wage: Fen(wage), ..Income::default() }.into())
}

/// Two leaders who both lead the first household; one of them leads a neighbour, too.
fn led_store() -> Store {
    let mut all = records();
    all.extend([leader(61, "马甲"), leader(62, "牛乙")]);
    all.push(link(71, 61, Some(41), "", 300_000));
    all.push(link(72, 62, Some(41), "", 500_000));
    all.push(link(73, 61, None, "邻居", 200_000));
    all.push(link(74, 62, Some(42), "", 0));
    all.extend([income(81, 41, 2024, 1_000_000), income(82, 41, 2025, 1_200_000), income(83, 41, 2026, 2_000_000)]);
    all.push(income(84, 42, 2026, 900_000));
    store(&all)
}

#[test]
fn the_picture_shows_a_household_once_and_whom_nobody_leads() {
    let store = led_store();
    let filter = NetworkFilter { year: 2026, ..NetworkFilter::default() };
    let found = prosperity::network(&store.state(), &filter);
    assert_eq!((found.hubs.len(), found.led.len(), found.links.len(), found.alone.len()), (2, 3, 4, 3));
    let first = found.led.iter().find(|one| one.case == Some(id(41))).expect("led");
    let gains: Vec<i64> = first.links.iter().map(|at| found.links[*at].gain.0).collect();
    assert_eq!(gains, [500_000, 300_000], "the link that counts comes first");
    let elsewhere = NetworkFilter { county: Some(id(2)), ..filter.clone() };
    let none = prosperity::network(&store.state(), &elsewhere);
    assert_eq!((none.hubs.len(), none.alone.len(), none.counties.len()), (0, 0, 0));
    let of_geese = NetworkFilter { industry: "养鹅".into(), ..filter };
    assert_eq!(prosperity::network(&store.state(), &of_geese).alone.len(), 1);
    assert_eq!(prosperity::industries_of(&store.state(), 2026), ["养鹅"]);
    assert_eq!(prosperity::chosen_years(&store.state()), [2026]);
}

#[test]
fn a_gain_counts_once_and_the_lines_add_up() {
    let store = led_store();
    let lines = prosperity::demonstration_outcomes(&store.state(), 2026);
    let told: Vec<_> = lines
        .iter()
        .map(|line| (line.name.as_str(), line.outcome.households, line.outcome.gain.0, line.elsewhere))
        .collect();
    assert_eq!(told, [("牛乙", 2, 500_000, 0), ("马甲", 1, 200_000, 1)]);
    let sum = prosperity::sum_of_outcomes(&lines);
    assert_eq!((sum.households, sum.inside, sum.lifted, sum.gain, sum.with_gain), (3, 2, 0, Fen(700_000), 2));
    assert_eq!((sum.with_income, sum.mean_before(), sum.mean_after()), (1, Fen(1_200_000), Fen(2_000_000)));
    assert_eq!(sum.mean_gain(), Fen(350_000));
    run(&store, &plan(&[(41, 31)]));
    let planned = prosperity::planning(&store.state(), id(21), today()).planned;
    assert_eq!(prosperity::sum_of_outcomes(&prosperity::cooperative_outcomes(&store.state())).households, 0);
    run(&store, &AdmitMembers { ids: vec![planned[0].id], on: today() });
    let lines = prosperity::cooperative_outcomes(&store.state());
    assert_eq!((lines[0].outcome.households, lines[0].outcome.mean_after()), (1, Fen(2_000_000)));
}
