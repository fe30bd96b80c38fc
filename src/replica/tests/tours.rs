//! Tours: planned, ordered, told and signed. Each command accepted, refused with the right fault and undone; and that what
//! a guide shows names no led household.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::rc::Rc;

use domain::records::{
    Case, Cooperative, Demonstration, DemonstrationState, Division, DivisionLevel, Income, Member, RadiationLink,
    Relation, Site, SiteKind, Specialty, Stage, Stop, StopField, Support, Tour, TourField, TourState, Visitor,
    VisitorField,
};
use domain::value::Fen;
use domain::{AnyRecord, Date, Fault, Field, FieldRef, Id, Uuid};
use futures::executor::block_on;
use replica::command::{AddStops, OrderStops, RemoveRecord, SaveStop, SaveTour, SettleTour, SignVisitor, TieVisitor};
use replica::query::prosperity::tours::{self, Closed, Phase, PlaceFilter, PlaceKind, StopPlace, What};
use replica::testing::TestWorld;
use replica::{Command, Intent, MemoryStorage, Refusal, Saved, Store, World};

fn day(ordinal: u16) -> Date {
    Date::from_ordinal_date(2026, ordinal).expect("a day")
}

fn today() -> Date {
    day(327)
}

fn id<T>(number: u128) -> Id<T> {
    Id::new(Uuid::from_u128(number))
}

fn division(number: u128, name: &str, level: DivisionLevel, parent: u128) -> (Uuid, AnyRecord) {
    let parent = Some(id(parent));
    (Uuid::from_u128(number), Division { name: name.into(), level: Some(level), parent, ..Division::default() }.into())
}

fn led(number: u128, village: u128, stage: Stage) -> Vec<(Uuid, AnyRecord)> {
    let (village, phone) = (Some(id(village)), format!("1540434{number:04}"));
    let file = Case { village, stage: Some(stage), phone: phone.clone(), ..Case::default() };
    let (case, name) = (Some(id(100 + number)), format!("困难户{number}"));
    let head = Member { case, name, phone, relation: Some(Relation::Head), ..Member::default() };
    let income = Income { case, year: 2025, business: Fen(600_000), ..Income::default() };
    let link = RadiationLink {
        demonstration: Some(id(400)),
        case,
        support: vec![Support::Technique],
        since: Some(day(60)),
        gain: Fen(500_000),
        ..RadiationLink::default()
    };
    vec![
        (Uuid::from_u128(100 + number), file.into()),
        (Uuid::from_u128(200 + number), head.into()),
        (Uuid::from_u128(300 + number), income.into()),
        (Uuid::from_u128(500 + number), link.into()),
    ]
}

/// Three villages in two counties; a demonstration household that leads four, a cooperative, a base.
fn store() -> Store {
    let world: Rc<dyn World> = Rc::new(TestWorld::new(today(), 1));
    let store = block_on(Store::open(Rc::new(MemoryStorage::default()), world)).expect("opens");
    let mut records = vec![
        division(1, "梨树县", DivisionLevel::County, 9),
        division(2, "双辽市", DivisionLevel::County, 9),
        division(3, "十家堡镇", DivisionLevel::Township, 1),
        division(4, "卧虎镇", DivisionLevel::Township, 2),
        division(11, "东岗村", DivisionLevel::Village, 3),
        division(12, "西河村", DivisionLevel::Village, 3),
        division(13, "青石村", DivisionLevel::Village, 4),
    ];
    let household = Demonstration {
        name: "赵大户".into(),
        village: Some(id(11)),
        industry: "食用菌栽培".into(),
        year: 2026,
        state: Some(DemonstrationState::Chosen),
        chosen_on: Some(day(40)),
        reach: 20,
        ..Demonstration::default()
    };
    records.push((Uuid::from_u128(400), household.into()));
    for (number, village, stage) in
        [(1, 11, Stage::Lifted), (2, 11, Stage::Supported), (3, 11, Stage::Lifted), (4, 12, Stage::Confirmed)]
    {
        records.extend(led(number, village, stage));
    }
    let cooperative = Cooperative {
        name: "青石养鹅合作社".into(),
        village: Some(id(13)),
        industry: "大鹅养殖".into(),
        ..Cooperative::default()
    };
    let site =
        |name: &str, kind| Site { name: name.into(), kind: Some(kind), division: Some(id(12)), ..Site::default() };
    records.push((Uuid::from_u128(600), cooperative.into()));
    records.push((Uuid::from_u128(700), site("西河实践基地", SiteKind::PracticeBase).into()));
    records.push((Uuid::from_u128(701), site("西河服务点", SiteKind::ServicePoint).into()));
    records.push((Uuid::from_u128(800), Specialty { name: "食用菌栽培".into(), ..Specialty::default() }.into()));
    block_on(store.fill(Intent::SetUp, &records)).expect("fills");
    store
}

fn household() -> StopPlace {
    StopPlace::Demonstration(id(400))
}

fn cooperative() -> StopPlace {
    StopPlace::Cooperative(id(600))
}

fn base() -> StopPlace {
    StopPlace::Site(id(700))
}

fn run(store: &Store, command: &dyn Command) -> Saved {
    block_on(store.run(command)).expect("saves")
}

fn undo(store: &Store, saved: &Saved) {
    block_on(store.undo(saved.change.expect("a change"))).expect("undoes");
}

fn refused(store: &Store, command: &dyn Command, expected: &[(Option<FieldRef>, Fault)]) {
    let Err(Refusal::Problems(problems)) = block_on(store.run(command)) else { panic!("refused: {expected:?}") };
    let found: Vec<_> = problems.into_iter().map(|problem| (problem.field, problem.fault)).collect();
    assert_eq!(found, expected);
}

fn at(field: impl Field) -> Option<FieldRef> {
    Some(field.reference())
}

fn tour() -> Tour {
    Tour {
        title: "食用菌一日行".into(),
        planned_on: Some(today()),
        begins_at: 510,
        leader: "李站长".into(),
        ..Tour::default()
    }
}

fn planned(store: &Store) -> Id<Tour> {
    run(store, &SaveTour { id: None, tour: tour() });
    store.state().all::<Tour>().iter().last().expect("a tour").0
}

/// A tour from the household to the cooperative far away, and back to the base near the household.
fn with_stops(store: &Store) -> (Id<Tour>, Vec<Id<Stop>>) {
    let tour = planned(store);
    run(store, &AddStops { tour, places: vec![household(), cooperative(), base()] });
    let order = tours::stops(&store.state(), tour).into_iter().map(|(id, _)| id).collect();
    (tour, order)
}

fn revised(store: &Store, stop: Id<Stop>, change: impl FnOnce(&mut Stop)) {
    let mut record = store.state().get(stop).expect("there").clone();
    change(&mut record);
    run(store, &SaveStop { id: stop, stop: record });
}

#[test]
fn a_tour_is_planned_and_settled() {
    let store = store();
    let missing = [TourField::title, TourField::planned_on, TourField::begins_at, TourField::leader];
    let empty = SaveTour { id: None, tour: Tour::default() };
    refused(&store, &empty, &missing.map(|field| (at(field), Fault::Missing)));
    let id = planned(&store);
    assert_eq!(tours::today(&store.state(), today()).len(), 1);
    let cancelled = run(&store, &SettleTour { id, state: TourState::Cancelled });
    let phase = |store: &Store| tours::line(&store.state(), id, today()).expect("a line").phase;
    assert_eq!(phase(&store), Phase::Cancelled);
    let stopping = AddStops { tour: id, places: vec![base()] };
    refused(&store, &stopping, &[(None, Fault::StepClosed)]);
    undo(&store, &cancelled);
    run(&store, &SettleTour { id, state: TourState::Held });
    assert_eq!(phase(&store), Phase::Past);
    refused(&store, &SettleTour { id, state: TourState::Cancelled }, &[(None, Fault::StepClosed)]);
    let later = Tour { planned_on: Some(day(330)), ..tour() };
    run(&store, &SaveTour { id: Some(id), tour: later });
    let early = [(at(TourField::planned_on), Fault::InFuture)];
    refused(&store, &SettleTour { id, state: TourState::Held }, &early);
}

#[test]
fn stops_are_added_each_once() {
    let store = store();
    let (tour, order) = with_stops(&store);
    assert_eq!(order.len(), 3);
    refused(&store, &AddStops { tour, places: vec![base()] }, &[(None, Fault::Twice)]);
    let gone = StopPlace::Site(id(999));
    refused(&store, &AddStops { tour, places: vec![gone] }, &[(None, Fault::Gone)]);
    let removed = run(&store, &RemoveRecord { id: order[1], reason: String::new() });
    assert_eq!(tours::day(&store.state(), tour).stops.len(), 2);
    undo(&store, &removed);
    assert_eq!(tours::day(&store.state(), tour).stops.len(), 3);
}

#[test]
fn a_day_runs_from_stop_to_stop() {
    let store = store();
    let (tour, order) = with_stops(&store);
    let hours = |store: &Store| {
        let day = tours::day(&store.state(), tour);
        day.stops.iter().map(|stop| (stop.arrives, stop.leaves, stop.is_estimated)).collect::<Vec<_>>()
    };
    // Another county is an hour away, and back.
    assert_eq!(hours(&store), [(510, 535, false), (595, 620, true), (680, 705, true)]);
    revised(&store, order[1], |stop| stop.travel = 40);
    assert_eq!(hours(&store), [(510, 535, false), (575, 600, false), (660, 685, true)]);
    run(&store, &OrderStops { tour, order: vec![order[1], order[0], order[2]] });
    // What was said of the way there holds for the way back; the base lies in the household's township.
    assert_eq!(hours(&store), [(510, 535, false), (575, 600, false), (615, 640, true)]);
}

#[test]
fn a_closed_door_is_seen_and_a_better_order_is_offered() {
    let store = store();
    let (tour, order) = with_stops(&store);
    let better = tours::suggestion(&store.state(), tour).expect("a shorter way");
    assert_eq!((better.shorter, better.opened), (45, 0));
    assert_eq!(better.order, [order[0], order[2], order[1]]);
    revised(&store, order[0], |stop| stop.opens_at = 600);
    revised(&store, order[2], |stop| stop.closes_at = 560);
    let closed = |store: &Store| {
        let day = tours::day(&store.state(), tour);
        day.stops.iter().filter_map(|stop| stop.closed).collect::<Vec<_>>()
    };
    assert_eq!(closed(&store), [Closed::NotYet(600), Closed::Shut(560)]);
    let better = tours::suggestion(&store.state(), tour).expect("open doors");
    assert_eq!((better.opened, better.order.first()), (2, Some(&order[2])));
    let saved = run(&store, &OrderStops { tour, order: better.order });
    assert_eq!((closed(&store), tours::suggestion(&store.state(), tour)), (vec![], None));
    undo(&store, &saved);
    assert_eq!(closed(&store).len(), 2);
}

#[test]
fn an_order_names_each_stop_once() {
    let store = store();
    let (tour, order) = with_stops(&store);
    for wrong in [vec![order[0], order[1]], vec![order[0], order[1], order[1]], vec![]] {
        refused(&store, &OrderStops { tour, order: wrong }, &[(None, Fault::Gone)]);
    }
    let stop = store.state().get(order[0]).expect("there").clone();
    let save = |stop: Stop| SaveStop { id: order[0], stop };
    let never = Stop { opens_at: 600, closes_at: 540, stay: 0, ..stop.clone() };
    let faults = [(at(StopField::stay), Fault::Missing), (at(StopField::closes_at), Fault::EndsBeforeStart)];
    refused(&store, &save(never), &faults);
    let long = Fault::OutOfRange { least: 0, most: 480 };
    refused(&store, &save(Stop { travel: 999, ..stop }), &[(at(StopField::travel), long)]);
}

#[test]
fn a_guide_tells_counts_and_never_names_the_led() {
    let store = store();
    let (tour, _) = with_stops(&store);
    let stories = tours::stories(&store.state(), tour, today());
    let What::Household(leading) = &stories[0].what else { panic!("a household") };
    assert_eq!((leading.led, leading.lifted, leading.reach), (4, 2, 20));
    assert_eq!(leading.gain, Some(Fen(500_000)));
    assert_eq!(leading.incomes, Some([Fen(600_000), Fen(1_100_000)]));
    assert_eq!(leading.villages, [("东岗村".to_owned(), 3), ("西河村".to_owned(), 1)]);
    assert_eq!(leading.supports, [(Support::Technique, 4)]);
    let What::Site(taught) = &stories[2].what else { panic!("a site") };
    assert_eq!((taught.leaders, taught.led), (1, 4));
    let told = format!("{stories:?}");
    for private in ["困难户", "1540434"] {
        assert!(!told.contains(private), "{private} in {told}");
    }
}

#[test]
fn an_average_over_too_few_is_not_told() {
    let store = store();
    let (tour, _) = with_stops(&store);
    for number in [1, 2] {
        run(&store, &RemoveRecord { id: id::<RadiationLink>(500 + number), reason: String::new() });
    }
    let What::Household(leading) = tours::stories(&store.state(), tour, today()).remove(0).what else {
        panic!("a household")
    };
    assert_eq!((leading.led, leading.gain, leading.incomes), (2, None, None));
}

#[test]
fn a_household_of_the_register_is_shown_without_its_name() {
    let store = store();
    let own = Demonstration {
        case: Some(id(104)),
        industry: "大鹅养殖".into(),
        year: 2026,
        state: Some(DemonstrationState::Chosen),
        ..Demonstration::default()
    };
    block_on(store.fill(Intent::SetUp, &[(Uuid::from_u128(401), own.into())])).expect("fills");
    let tour = planned(&store);
    run(&store, &AddStops { tour, places: vec![StopPlace::Demonstration(id(401))] });
    let told = tours::stories(&store.state(), tour, today()).remove(0);
    assert_eq!((told.name.as_str(), told.village.as_str()), ("", "西河村"));
    let office = tours::day(&store.state(), tour).stops.remove(0).place.expect("a place");
    assert_eq!((office.name.as_str(), office.phone.as_str()), ("困难户4", "15404340004"));
}

#[test]
fn places_are_found_by_county_industry_and_kind() {
    let store = store();
    let found = |filter: PlaceFilter| {
        let lines = tours::place_lines(&store.state(), &filter, today());
        lines.into_iter().map(|line| line.place).collect::<Vec<_>>()
    };
    assert_eq!(found(PlaceFilter::default()), [household(), cooperative(), base()]);
    assert_eq!(found(PlaceFilter { county: Some(id(2)), ..PlaceFilter::default() }), [cooperative()]);
    assert_eq!(found(PlaceFilter { industry: "食用菌栽培".into(), ..PlaceFilter::default() }), [household()]);
    assert_eq!(found(PlaceFilter { kind: Some(PlaceKind::Site), ..PlaceFilter::default() }), [base()]);
    assert_eq!(found(PlaceFilter { typed: "qingshi".into(), ..PlaceFilter::default() }), [cooperative()]);
    assert_eq!(tours::industries(&store.state()).len(), 2);
}

fn visitor(tour: Id<Tour>, name: &str, phone: &str) -> Visitor {
    let (name, phone) = (name.to_owned(), phone.to_owned());
    Visitor { tour: Some(tour), name, phone, specialty: Some(id(800)), ..Visitor::default() }
}

#[test]
fn who_is_in_the_register_has_the_wish_kept_there() {
    let store = store();
    let (tour, order) = with_stops(&store);
    refused(&store, &SignVisitor { visitor: visitor(tour, "", "") }, &[(at(VisitorField::name), Fault::Missing)]);
    let elsewhere = Visitor { stop: Some(id(9)), ..visitor(tour, "困难户1", "") };
    refused(&store, &SignVisitor { visitor: elsewhere }, &[(at(VisitorField::stop), Fault::Gone)]);
    let own = Visitor { stop: Some(order[0]), words: "学到了".into(), ..visitor(tour, "困难户1", "15404340001") };
    let wish = |store: &Store, number: u128| store.state().get(id::<Member>(200 + number)).expect("there").wish.clone();
    let saved = run(&store, &SignVisitor { visitor: own.clone() });
    assert_eq!(wish(&store, 1), "食用菌栽培");
    undo(&store, &saved);
    assert_eq!((wish(&store, 1).as_str(), tours::tally(&store.state(), tour).visitors), ("", 0));
    run(&store, &SignVisitor { visitor: own });
    run(&store, &SignVisitor { visitor: Visitor { subject: "养鹅".into(), ..visitor(tour, "孙经理", "13800000000") } });
    let tally = tours::tally(&store.state(), tour);
    assert_eq!((tally.visitors, tally.words, tally.wishes, tally.members), (2, 1, 2, 1));
    assert_eq!(tally.best, Some(("赵大户".to_owned(), 1)));
    let inquiry = tours::visitors(&store.state(), tour).remove(0);
    assert_eq!((inquiry.visitor.member, inquiry.wish.as_str()), (None, "食用菌栽培、养鹅"));
    refused(&store, &TieVisitor { id: inquiry.id, member: None }, &[(at(VisitorField::member), Fault::Missing)]);
    run(&store, &TieVisitor { id: inquiry.id, member: Some(id(202)) });
    assert_eq!((wish(&store, 2).as_str(), tours::tally(&store.state(), tour).members), ("食用菌栽培、养鹅", 2));
}
