//! Visits written up in one change: needs met and heard of, promises made and kept, the place; and what a promise is
//! afterwards: due, late, kept, revised, of a helper.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::rc::Rc;

use domain::records::{
    Case, Division, DivisionLevel, Helper, HelperKind, Member, Need, NeedField, NeedKind, NeedState, Pairing, Promise,
    PromiseField, Relation, Stage, Visit, VisitField,
};
use domain::value::Degrees;
use domain::{AnyRecord, Date, Fault, Field, FieldRef, Id, Kind, Record, Uuid};
use futures::executor::block_on;
use replica::command::{JoinCases, Joining, KeepPromise, RecordVisit, SaveNeed, SavePromise};
use replica::query::due::{self, NeedDay};
use replica::query::{cases, needs, promises, rounds};
use replica::testing::TestWorld;
use replica::{Command, Intent, MemoryStorage, Refusal, Saved, Store, World};

/// A day of 2026, counted from 1.
fn day(ordinal: i64) -> Date {
    Date::from_ordinal_date(2026, 1).expect("a day").saturating_add(time::Duration::days(ordinal - 1))
}

const TODAY: i64 = 330;

fn id<T: Record>(number: u128) -> Id<T> {
    Id::new(Uuid::from_u128(number))
}

fn at(field: impl Field) -> Option<FieldRef> {
    Some(field.reference())
}

struct Tablet(Store);

impl Tablet {
    /// Two households in one village; the first has a helper, and needs a school place and a doctor.
    fn new() -> Self {
        let world: Rc<dyn World> = Rc::new(TestWorld::new(day(TODAY), 1));
        let tablet = Self(block_on(Store::open(Rc::new(MemoryStorage::default()), world)).expect("opens"));
        let village = Division { name: "东岗村".into(), level: Some(DivisionLevel::Village), ..Division::default() };
        tablet.fill(11, village);
        for (number, name) in [(101, "赵永发"), (102, "孙桂兰")] {
            let (village, stage) = (Some(id(11)), Some(Stage::Supported));
            tablet.fill(number, Case { village, stage, group: "三组".into(), ..Case::default() });
            let (case, relation) = (Some(id(number)), Some(Relation::Head));
            tablet.fill(number + 1000, Member { case, name: name.into(), relation, ..Member::default() });
        }
        tablet.fill(21, Helper { kind: Some(HelperKind::Cadre), name: "王站长".into(), ..Helper::default() });
        let (helper, case, since) = (Some(id(21)), Some(id(101)), Some(day(20)));
        tablet.fill(31, Pairing { helper, case, since, ..Pairing::default() });
        tablet.fill(41, need(101, NeedKind::Schooling, 300));
        tablet.fill(42, need(101, NeedKind::Medical, 320));
        tablet.fill(43, need(102, NeedKind::Housing, 300));
        tablet
    }

    fn fill<T: Into<AnyRecord>>(&self, number: u128, record: T) {
        block_on(self.0.fill(Intent::SetUp, &[(Uuid::from_u128(number), record.into())])).expect("fills");
    }

    fn run(&self, command: &dyn Command) -> Saved {
        block_on(self.0.run(command)).expect("saves")
    }

    fn undo(&self, saved: &Saved) {
        block_on(self.0.undo(saved.change.expect("a change"))).expect("undoes");
    }

    /// What speaks against a command, with its row; nothing when it was done.
    fn refused(&self, command: &dyn Command) -> Vec<(Option<FieldRef>, usize, Fault)> {
        match block_on(self.0.run(command)) {
            Ok(_) => vec![],
            Err(Refusal::Problems(all)) => all.into_iter().map(|one| (one.field, one.row, one.fault)).collect(),
            Err(refusal) => panic!("{refusal:?}"),
        }
    }

    fn need(&self, number: u128) -> Need {
        self.0.state().get(id::<Need>(number)).cloned().expect("the need")
    }

    fn promises(&self) -> Vec<Promise> {
        promises::of_case(&self.0.state(), id(101)).into_iter().map(|line| line.promise).collect()
    }
}

fn need(case: u128, kind: NeedKind, asked: i64) -> Need {
    let (case, asked_on) = (Some(id(case)), Some(day(asked)));
    Need { case, kind: Some(kind), state: Some(NeedState::Asked), asked_on, ..Need::default() }
}

fn promised(what: &str, by: &str, due: i64) -> Promise {
    Promise { what: what.into(), by: by.into(), due_on: Some(day(due)), ..Promise::default() }
}

/// A visit on a day to the first household, with nothing but its report.
fn made(on: i64) -> RecordVisit {
    let visit = Visit {
        case: Some(id(101)),
        done_on: Some(day(on)),
        visitor: "王站长".into(),
        report: "豆子收完了".into(),
        ..Visit::default()
    };
    RecordVisit { visit, ..RecordVisit::default() }
}

/// A visit on which much happened.
fn eventful() -> RecordVisit {
    let plain = made(310);
    let heard = Need { kind: Some(NeedKind::Employment), note: "想在镇上找活".into(), ..Need::default() };
    RecordVisit {
        visit: Visit { latitude: Some(Degrees(4_317_123)), longitude: Some(Degrees(12_437_001)), ..plain.visit },
        met: vec![(id(41), "助学金已发".into()), (id(42), String::new())],
        needs: vec![heard],
        promises: vec![promised("送豆种", "", 340), promised("问镇上的活", "村支书", 320)],
        ..RecordVisit::default()
    }
}

#[test]
fn one_change_holds_all_that_a_visit_brought_and_one_press_takes_it_back() {
    let tablet = Tablet::new();
    let before = tablet.0.state().canonical_hash();
    let saved = tablet.run(&eventful());
    assert_eq!((tablet.need(41).state, tablet.need(41).met_on), (Some(NeedState::Met), Some(day(310))));
    assert_eq!(tablet.need(41).outcome, "助学金已发");
    assert_eq!(tablet.need(42).met_on, Some(day(320)), "never before it was asked");
    let heard =
        cases::needs(&tablet.0.state(), id(101)).into_iter().find(|(_, one)| one.state == Some(NeedState::Asked));
    assert_eq!(heard.map(|(_, need)| (need.kind, need.asked_on)), Some((Some(NeedKind::Employment), Some(day(310)))));
    let made: Vec<(String, String, Option<Id<Helper>>)> =
        tablet.promises().into_iter().map(|one| (one.what, one.by, one.helper)).collect();
    let expected = [("问镇上的活", "村支书", None), ("送豆种", "王站长", Some(id(21)))];
    assert_eq!(made, expected.map(|(what, by, helper)| (what.into(), by.into(), helper)));
    let (_, visit) = cases::visits(&tablet.0.state(), id(101)).remove(0);
    assert_eq!((visit.latitude, visit.longitude), (Some(Degrees(4_317_123)), Some(Degrees(12_437_001))));

    tablet.undo(&saved);
    assert_eq!(tablet.need(41).state, Some(NeedState::Asked));
    assert!(tablet.promises().is_empty() && cases::visits(&tablet.0.state(), id(101)).is_empty());
    assert_eq!(cases::needs(&tablet.0.state(), id(101)).len(), 2);
    assert_ne!(tablet.0.state().canonical_hash(), before, "the history keeps it");
}

#[test]
fn what_is_wrong_is_said_in_its_row() {
    let tablet = Tablet::new();
    let check = |change: fn(&mut RecordVisit), expected: &[(Option<FieldRef>, usize, Fault)]| {
        let mut command = eventful();
        change(&mut command);
        assert_eq!(tablet.refused(&command), expected);
    };
    check(|one| one.needs[0].kind = None, &[(at(NeedField::kind), 0, Fault::Missing)]);
    check(|one| one.promises[1].what = " ".into(), &[(at(PromiseField::what), 1, Fault::Missing)]);
    check(|one| one.promises[0].due_on = Some(day(309)), &[(at(PromiseField::due_on), 0, Fault::EndsBeforeStart)]);
    check(|one| one.visit.visitor.clear(), &[(at(PromiseField::by), 0, Fault::Missing)]);
    check(|one| one.met.push((id(43), String::new())), &[(None, 0, Fault::Gone)]);
    check(|one| one.needs[0].member = Some(id(1102)), &[(at(NeedField::member), 0, Fault::OtherHousehold)]);
    check(|one| one.needs = vec![need(101, NeedKind::Other, 300); 21], &[(None, 0, Fault::TooMany(20))]);
    check(|one| one.visit.report.clear(), &[(at(VisitField::report), 0, Fault::Missing)]);
    tablet.run(&eventful());
    let again = RecordVisit { met: vec![(id(41), String::new())], ..made(312) };
    assert_eq!(tablet.refused(&again), [(None, 0, Fault::NeedMet)]);
}

#[test]
fn a_promise_is_due_then_late_then_kept() {
    let tablet = Tablet::new();
    tablet.run(&eventful());
    let due = |until: i64| -> Vec<(String, Option<i64>)> {
        let lines = promises::due_until(&tablet.0.state(), day(until));
        lines.into_iter().map(|line| (line.promise.what.clone(), line.days(day(TODAY)))).collect()
    };
    assert_eq!(due(TODAY), [("问镇上的活".to_owned(), Some(-10))]);
    assert_eq!(due(TODAY + 10).len(), 2);
    let line = promises::due_until(&tablet.0.state(), day(TODAY)).remove(0);
    assert_eq!((line.name.as_str(), line.place.as_str(), line.made_on), ("赵永发", "东岗村三组", Some(day(310))));

    let keep = |on: i64| KeepPromise { id: line.id, on: day(on), outcome: "已介绍到保洁公司".into() };
    assert_eq!(tablet.refused(&keep(331)), [(at(PromiseField::kept_on), 0, Fault::InFuture)]);
    assert_eq!(tablet.refused(&keep(309)), [(at(PromiseField::kept_on), 0, Fault::EndsBeforeStart)]);
    let saved = tablet.run(&keep(330));
    assert_eq!(due(TODAY + 10).len(), 1);
    assert_eq!(tablet.promises().last().map(|one| one.outcome.clone()), Some("已介绍到保洁公司".into()));
    assert_eq!(tablet.refused(&keep(330)), [(None, 0, Fault::PromiseKept)]);
    tablet.undo(&saved);
    assert_eq!(due(TODAY + 10).len(), 2);
    let gone = KeepPromise { id: id(999), on: day(330), outcome: String::new() };
    assert_eq!(tablet.refused(&gone), [(None, 0, Fault::Gone)]);
}

#[test]
fn a_promise_is_kept_on_the_next_visit_and_counts_for_its_helper() {
    let tablet = Tablet::new();
    tablet.run(&eventful());
    let of_helper = || promises::of_helper(&tablet.0.state(), id(21));
    let line = of_helper().remove(0);
    assert_eq!((line.promise.what.as_str(), line.promise.kept_on), ("送豆种", None));
    let next = RecordVisit { kept: vec![(line.id, "送到 20 斤".into())], ..made(325) };
    let saved = tablet.run(&next);
    assert_eq!(of_helper()[0].promise.kept_on, Some(day(325)));
    assert_eq!(tablet.refused(&next), [(None, 0, Fault::PromiseKept)]);
    tablet.undo(&saved);
    let handed = Promise { by: "村支书".into(), ..of_helper()[0].promise.clone() };
    tablet.run(&SavePromise { id: line.id, promise: handed });
    assert!(of_helper().is_empty(), "whoever promised it now is no helper");
    let title = tablet.0.state().title(Kind::Promise, line.id.raw());
    assert_eq!(title, "送豆种");
}

#[test]
fn what_a_need_is_for_belongs_to_its_household() {
    let tablet = Tablet::new();
    let schooling = |member: u128| Need {
        member: Some(id(member)),
        place: "梨树一中".into(),
        begins_on: Some(day(400)),
        ..need(101, NeedKind::Schooling, 300)
    };
    let save = |need: Need| SaveNeed { id: Some(id(41)), need };
    assert_eq!(tablet.refused(&save(schooling(1102))), [(at(NeedField::member), 0, Fault::OtherHousehold)]);
    assert_eq!(tablet.refused(&save(schooling(999))), [(at(NeedField::member), 0, Fault::Gone)]);
    tablet.run(&save(schooling(1101)));
    assert_eq!(tablet.need(41).place, "梨树一中");
}

#[test]
fn what_was_promised_to_a_file_that_is_joined_moves_with_it() {
    let tablet = Tablet::new();
    tablet.run(&eventful());
    let members = vec![Joining { member: id(1101), same: None, relation: Some(Relation::Sibling) }];
    let (keep, other) = (id(102), id(101));
    tablet.run(&JoinCases { keep, other, taken: vec![], members, reason: "同一户".into() });
    assert_eq!(promises::of_case(&tablet.0.state(), keep).len(), 2);
}

#[test]
fn the_round_of_a_day_goes_by_village_group_and_distance() {
    let tablet = Tablet::new();
    let place = |number: u128, name: &str, group: &str| {
        tablet.fill(number, Case { village: Some(id(11)), group: group.into(), ..Case::default() });
        let (case, relation) = (Some(id(number)), Some(Relation::Head));
        tablet.fill(number + 1000, Member { case, name: name.into(), relation, ..Member::default() });
    };
    let seen = |number: u128, case: u128, north: i32| {
        let (latitude, longitude) = (Some(Degrees(4_300_000 + north)), Some(Degrees(12_400_000)));
        let (case, done_on) = (Some(id(case)), Some(day(200)));
        tablet.fill(number, Visit { case, done_on, latitude, longitude, ..Visit::default() });
    };
    let plan = |number: u128, case: u128, on: i64| {
        let visit =
            Visit { case: Some(id(case)), planned_on: Some(day(on)), visitor: "王站长".into(), ..Visit::default() };
        tablet.fill(number, visit);
    };
    for (number, name, group) in
        [(201, "丁一", "十组"), (202, "乙二", "一组"), (203, "甲三", "一组"), (204, "丙四", "一组")]
    {
        place(number, name, group);
    }
    seen(301, 202, 900);
    seen(302, 203, 100);
    seen(303, 204, 110);
    for (number, case, on) in
        [(401, 201, TODAY), (402, 202, TODAY), (403, 203, TODAY - 4), (404, 204, TODAY), (405, 101, TODAY + 1)]
    {
        plan(number, case, on);
    }
    let stops = rounds::day::stops(&tablet.0.state(), day(TODAY));
    let names: Vec<(&str, Option<u32>, i64)> =
        stops.iter().map(|stop| (stop.name.as_str(), stop.metres, stop.missed(day(TODAY)))).collect();
    let expected = [("丙四", None, 0), ("甲三", Some(11), 4), ("乙二", Some(890), 0), ("丁一", None, 0)];
    assert_eq!(names, expected);
    assert_eq!(rounds::day::visitors(&stops), [("王站长".to_owned(), 4)]);

    let visit = Visit { case: Some(id(204)), planned_on: Some(day(TODAY)), ..made(TODAY).visit };
    tablet.run(&RecordVisit { id: Some(id(404)), visit, ..RecordVisit::default() });
    let stops = rounds::day::stops(&tablet.0.state(), day(TODAY));
    assert_eq!(stops.iter().map(|stop| stop.is_done).collect::<Vec<_>>(), [true, false, false, false]);
    assert!(rounds::day::stops(&tablet.0.state(), day(TODAY + 1)).iter().all(|stop| stop.visit != id(404)));
}

#[test]
fn needs_are_listed_and_counted_and_fall_due() {
    let tablet = Tablet::new();
    let term = Need { begins_on: Some(day(335)), due_on: Some(day(325)), ..need(101, NeedKind::Schooling, 300) };
    tablet.run(&SaveNeed { id: Some(id(41)), need: term });
    let days: Vec<(NeedDay, Date)> =
        due::needs_until(&tablet.0.state(), day(337)).into_iter().map(|due| (due.what, due.on)).collect();
    assert_eq!(days, [(NeedDay::Deadline, day(325)), (NeedDay::Begins, day(335))]);
    assert_eq!(due::needs_until(&tablet.0.state(), day(330)).len(), 1);

    let lines = needs::all(&tablet.0.state());
    let first = &lines[0];
    assert_eq!((first.name.as_str(), first.helper.as_str(), first.is_late(day(TODAY))), ("赵永发", "王站长", true));
    let count = |kind| needs::count(lines.iter(), kind, day(TODAY));
    assert_eq!(count(None), needs::Count { by_state: [3, 0, 0], late: 1 });
    assert_eq!(count(Some(NeedKind::Housing)), needs::Count { by_state: [1, 0, 0], late: 0 });
    tablet.run(&RecordVisit { met: vec![(id(41), String::new())], ..made(329) });
    let lines = needs::all(&tablet.0.state());
    assert_eq!(needs::count(lines.iter(), Some(NeedKind::Schooling), day(TODAY)).by_state, [0, 0, 1]);
    assert!(due::needs_until(&tablet.0.state(), day(337)).is_empty());
}
