//! Plans of a year: nothing that is in force sees a draft; what is adopted comes at once and goes with one undo; tablets
//! that plan side by side come together.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::rc::Rc;

use domain::records::*;
use domain::{Date, Fault, Id, Problem, Uuid};
use futures::executor::block_on;
use proptest::prelude::*;
use replica::command::{
    AdoptPlan, CopyPlan, MoveSession, PlanSession, RepeatSession, SavePlan, SavePlanned, SettleFinding, SettlePlan,
    Source, Which,
};
use replica::query::training::{self, demand, plan};
use replica::query::{due, findings, targets};
use replica::testing::TestWorld;
use replica::{ChangeId, Command, Intent, MemoryStorage, Refusal, State, Store};
use time::Duration;

/// 1 December 2026.
fn today() -> Date {
    Date::from_ordinal_date(2026, 335).expect("a day")
}

/// A day of the year that is planned.
fn day(ordinal: u16) -> Date {
    Date::from_ordinal_date(2027, ordinal).expect("a day")
}

fn raw<T>(id: u128) -> Id<T> {
    Id::new(Uuid::from_u128(id))
}

struct Office(Store);

impl Office {
    fn new(tablet: u64) -> Self {
        let world = Rc::new(TestWorld::new(today(), tablet));
        let store = block_on(Store::open(Rc::new(MemoryStorage::default()), world)).expect("opens");
        let county = Division { name: "梨树县".into(), level: Some(DivisionLevel::County), ..Division::default() };
        let crops = Specialty { name: "种植技术".into(), position: 1, is_technology: true };
        let course = Course { title: "水稻".into(), specialty: Some(raw(10)), hours: 16, ..Course::default() };
        let site = Site { name: "基地".into(), division: Some(raw(1)), seats: 40, ..Site::default() };
        let case = Case { village: Some(raw(1)), stage: Some(Stage::Confirmed), ..Case::default() };
        let mut records: Vec<(Uuid, AnyRecord)> = Vec::new();
        let mut add = |id: u128, record: AnyRecord| records.push((Uuid::from_u128(id), record));
        add(1, county.into());
        add(10, crops.into());
        add(11, course.into());
        add(12, Instructor { name: "韩老师".into(), ..Instructor::default() }.into());
        add(13, site.into());
        add(14, case.into());
        for id in 100..160 {
            add(id, Member { case: Some(raw(14)), name: format!("学员{id}"), ..Member::default() }.into());
        }
        block_on(store.fill(Intent::SetUp, &records)).expect("fills");
        Self(store)
    }

    fn run(&self, command: &dyn Command) -> ChangeId {
        block_on(self.0.run(command)).expect("saves").change.expect("a change")
    }

    fn refusal(&self, command: &dyn Command) -> Vec<Fault> {
        match block_on(self.0.run(command)) {
            Err(Refusal::Problems(problems)) => problems.into_iter().map(|Problem { fault, .. }| fault).collect(),
            other => panic!("refused: {other:?}"),
        }
    }

    fn plan(&self, name: &str) -> Id<Plan> {
        self.run(&SavePlan { id: None, plan: Plan { name: name.into(), year: 2027, ..Plan::default() } });
        self.0.state().all::<Plan>().iter().last().expect("the plan").0
    }

    fn planned(&self, plan: Id<Plan>, session: Session) -> Id<PlannedSession> {
        self.run(&SavePlanned { id: None, plan, session });
        self.0.state().all::<PlannedSession>().iter().last().expect("the session").0
    }

    fn figures(&self, plan: Id<Plan>) -> plan::Figures {
        plan::figures(&self.0.state(), plan)
    }

    fn days(&self, plan: Id<Plan>) -> Vec<Option<Date>> {
        plan::lines(&self.0.state(), plan).into_iter().map(|line| line.planned.starts_on).collect()
    }
}

fn session(ordinal: u16, room: &str) -> Session {
    Session {
        course: Some(raw(11)),
        site: Some(raw(13)),
        room: room.into(),
        starts_on: Some(day(ordinal)),
        ends_on: Some(day(ordinal + 1)),
        seats: 30,
        minimum: 10,
        ..Session::default()
    }
}

/// Everything that anybody is shown who does not look at plans.
fn in_force(state: &State) -> String {
    let (from, until) = (Date::MIN, Date::MAX);
    let all = (
        training::sessions_between(state, from, until, None),
        training::open_sessions(state, today(), None),
        due::sessions_between(state, from, until),
        training::courses(state, today()),
        targets::progress(state, 2027),
        findings::findings(state, today(), u64::MAX / 2),
        demand::demand(state, 2027, today()),
        training::next_term(state, Some(raw(11))),
        state.all::<Session>().iter().count(),
        plan::figures_in_force(state, 2027),
    );
    format!("{all:?}")
}

#[test]
fn nothing_in_force_sees_a_draft_and_one_undo_takes_back_what_was_adopted() {
    let office = Office::new(1);
    office.run(&PlanSession { id: None, session: session(40, "1教室") });
    let before = in_force(&office.0.state());
    let plan = office.plan("草案");
    let planned = office.planned(plan, session(60, "1教室"));
    office.planned(plan, session(90, "2教室"));
    assert_eq!(in_force(&office.0.state()), before, "a draft is nowhere");

    let change = office.run(&AdoptPlan { id: plan });
    let held = office.0.state().get(planned.in_force()).cloned().expect("the session");
    assert_eq!(
        (held.starts_on, held.seats, held.term, held.state),
        (Some(day(60)), 30, 2, Some(SessionState::Planned))
    );
    assert_eq!(office.0.state().all::<Session>().iter().count(), 3);
    let adopted = office.0.state().get(plan).cloned().expect("the plan");
    assert_eq!((adopted.state, adopted.adopted_on), (Some(PlanState::Adopted), Some(today())));

    block_on(office.0.undo(change)).expect("undoes");
    assert_eq!(in_force(&office.0.state()), before, "all are taken back");
    assert!(office.0.state().get(plan).is_some_and(Plan::is_open));
    office.run(&AdoptPlan { id: plan });
    assert_eq!(office.0.state().all::<Session>().iter().count(), 3, "and adopted again");
}

#[test]
fn a_room_or_an_instructor_in_two_places_is_shown_and_stands_in_the_way_of_adopting() {
    let office = Office::new(1);
    let taught = |ordinal, room| Session { instructor: Some(raw(12)), ..session(ordinal, room) };
    office.run(&PlanSession { id: None, session: taught(61, "1教室") });
    let plan = office.plan("草案");
    let first = office.planned(plan, taught(60, "1教室"));
    office.planned(plan, session(60, "2教室"));
    office.planned(plan, session(61, "2教室"));
    // Room and instructor with the session in force; the two of the plan with each other.
    assert_eq!(office.figures(plan).clashes, 4);
    let lines = plan::lines(&office.0.state(), plan);
    let of_first = lines.iter().find(|line| line.id == first).expect("the line");
    assert!(of_first.clashes.iter().all(|clash| clash.is_in_force), "{of_first:?}");
    assert_eq!(office.refusal(&AdoptPlan { id: plan }), [Fault::PlanClashes(4)]);
    office.run(&MoveSession { which: Which::Planned(first), day: day(70) });
    assert_eq!(office.figures(plan).clashes, 2);
    assert_eq!(plan::lines(&office.0.state(), plan).last().and_then(|line| line.planned.ends_on), Some(day(71)));
}

#[test]
fn bad_entries_have_their_sentence() {
    let office = Office::new(1);
    let plan = office.plan("草案");
    let refused = |session: Session, expected: &[Fault]| {
        assert_eq!(office.refusal(&SavePlanned { id: None, plan, session }), expected);
    };
    refused(Session::default(), &[Fault::Missing, Fault::Missing, Fault::Missing, Fault::Missing]);
    refused(Session { ends_on: Some(day(3)), ..session(9, "") }, &[Fault::EndsBeforeStart]);
    refused(Session { minimum: 31, ..session(9, "") }, &[Fault::MinimumAboveSeats]);
    refused(Session { starts_on: Some(today()), ..session(9, "") }, &[Fault::NotOfYear(2027)]);
    assert_eq!(office.refusal(&AdoptPlan { id: plan }), [Fault::PlanEmpty]);
    let again = Plan { name: "草案".into(), year: 2027, ..Plan::default() };
    assert_eq!(office.refusal(&SavePlan { id: None, plan: again }), [Fault::NameTaken("草案".into())]);
    let id = office.planned(plan, session(9, ""));
    office.run(&SettlePlan { id: plan, is_dropped: true });
    refused(session(9, ""), &[Fault::PlanClosed]);
    assert_eq!(office.refusal(&AdoptPlan { id: plan }), [Fault::PlanClosed]);
    assert_eq!(office.refusal(&MoveSession { which: Which::Planned(id), day: day(5) }), [Fault::PlanClosed]);
}

#[test]
fn a_series_is_saved_whole_and_a_plan_that_is_too_full_is_refused() {
    let office = Office::new(1);
    let plan = office.plan("草案");
    let id = office.planned(plan, session(9, "1教室"));
    office.run(&RepeatSession { which: Which::Planned(id), days: vec![day(16), day(23)] });
    assert_eq!(office.days(plan), [9, 16, 23].map(|ordinal| Some(day(ordinal))));
    let days: Vec<Date> = (0..=plan::MOST).map(|_| day(30)).collect();
    assert_eq!(office.refusal(&RepeatSession { which: Which::Planned(id), days }), [Fault::PlanFull(plan::MOST)]);
    office.run(&AdoptPlan { id: plan });
    let terms: Vec<u32> = office.0.state().all::<Session>().iter().map(|(_, one)| one.term).collect();
    assert_eq!(terms, [1, 2, 3]);
    office.run(&RepeatSession { which: Which::InForce(id.in_force()), days: vec![day(40)] });
    assert_eq!(office.0.state().all::<Session>().iter().last().map(|(_, one)| one.term), Some(4));
    let taken = RepeatSession { which: Which::InForce(id.in_force()), days: vec![day(40)] };
    assert!(matches!(office.refusal(&taken)[..], [Fault::Occupied { .. }]));
}

#[test]
fn the_fullest_plan_is_adopted_in_one_change() {
    let office = Office::new(1);
    let plan = office.plan("草案");
    let id = office.planned(plan, session(1, ""));
    let days: Vec<Date> = (1..plan::MOST).map(|number| day(u16::try_from(number % 360).unwrap_or(0) + 1)).collect();
    for days in days.chunks(100) {
        office.run(&RepeatSession { which: Which::Planned(id), days: days.to_vec() });
    }
    let change = office.run(&AdoptPlan { id: plan });
    assert_eq!(office.0.state().all::<Session>().iter().count(), plan::MOST);
    block_on(office.0.undo(change)).expect("undoes");
    assert_eq!(office.0.state().all::<Session>().iter().count(), 0);
}

#[test]
fn a_year_is_copied_into_the_next_with_its_weekdays() {
    let office = Office::new(1);
    let of_year = |ordinal: u16| Date::from_ordinal_date(2026, ordinal).expect("a day");
    for ordinal in [1, 100, 364] {
        let (starts_on, ends_on) = (Some(of_year(ordinal)), Some(of_year(ordinal)));
        office.run(&PlanSession { id: None, session: Session { starts_on, ends_on, ..session(9, "") } });
    }
    let plan = Plan { name: "明年".into(), year: 2027, ..Plan::default() };
    office.run(&CopyPlan { source: Source::Year(2026), plan: plan.clone() });
    let id = office.0.state().all::<Plan>().iter().last().expect("the plan").0;
    let days: Vec<Date> = office.days(id).into_iter().flatten().collect();
    let weekdays: Vec<_> = days.iter().map(|day| day.weekday()).collect();
    assert_eq!(weekdays, [1, 100, 364].map(|ordinal| of_year(ordinal).weekday()));
    assert!(days.iter().all(|day| day.year() == 2027), "{days:?}");
    let elsewhere = Plan { name: "别县".into(), division: Some(raw(999)), ..plan };
    office.run(&CopyPlan { source: Source::Plan(id), plan: elsewhere });
    let copy = office.0.state().all::<Plan>().iter().last().expect("the copy").0;
    assert_eq!(office.figures(copy).sessions, 0, "only what is held in the county comes along");
}

/// What one tablet has and the other has not goes over, both ways.
fn meet(a: &Office, b: &Office) {
    for (from, to) in [(a, b), (b, a)] {
        let (changes, _) = block_on(from.0.outgoing(None)).expect("goes out");
        let import = block_on(to.0.examine(&changes, async |_, _| true)).expect("can be taken");
        block_on(to.0.accept(import, replica::testing::replica(99))).expect("is taken");
    }
}

#[test]
fn two_tablets_that_adopt_one_plan_make_the_same_sessions() {
    let (a, b) = (Office::new(1), Office::new(2));
    let plan = a.plan("草案");
    a.planned(plan, session(60, "1教室"));
    meet(&a, &b);
    a.run(&AdoptPlan { id: plan });
    b.planned(plan, session(90, "2教室"));
    meet(&a, &b);
    assert_eq!(plan::left_out(&a.0.state(), plan).len(), 1, "what was added elsewhere is said to be left out");
    a.run(&AdoptPlan { id: plan });
    meet(&a, &b);
    for office in [&a, &b] {
        assert_eq!(office.0.state().all::<Session>().iter().count(), 2);
        assert_eq!(plan::left_out(&office.0.state(), plan).len(), 0);
    }
}

#[test]
fn a_room_that_two_tablets_gave_away_is_found_and_one_session_can_be_cancelled() {
    let (a, b) = (Office::new(1), Office::new(2));
    a.run(&PlanSession { id: None, session: session(40, "1教室") });
    b.run(&PlanSession { id: None, session: session(41, "1教室") });
    meet(&a, &b);
    let found = |office: &Office| {
        let all = findings::findings(&office.0.state(), today(), 0);
        all.into_iter().find(|one| matches!(one, findings::Finding::Occupied { .. }))
    };
    let finding = found(&a).expect("is found");
    assert_eq!(found(&b), Some(finding.clone()), "the same on both");
    let findings::Finding::Occupied { what, days, .. } = &finding else { panic!("{finding:?}") };
    assert_eq!((what.as_str(), *days), ("1教室", (day(41), day(41))));
    let remedy = finding.remedies().swap_remove(0);
    a.run(&SettleFinding { remedy, reason: String::new() });
    assert_eq!(found(&a), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn figures_and_bars_say_what_a_plain_count_says(days in prop::collection::vec((1_u16..350, 1_u32..50), 1..20)) {
        let office = Office::new(1);
        let plan = office.plan("草案");
        for (ordinal, seats) in &days {
            office.planned(plan, Session { seats: *seats, minimum: 0, ..session(*ordinal, "") });
        }
        let (figures, seats) = (office.figures(plan), days.iter().map(|(_, seats)| seats).sum::<u32>());
        prop_assert_eq!((figures.sessions, figures.seats, figures.technology), (days.len(), seats, seats));
        prop_assert_eq!((figures.hours, figures.counties), (16 * days.len() as u32, 1));
        prop_assert_eq!((figures.clashes, figures.untaught), (0, days.len()));
        let state = office.0.state();
        let demand = demand::demand(&state, 2026, today());
        let covered = plan::coverage(&state, &demand, 2027, Some(plan));
        prop_assert_eq!((covered.seats, covered.people), (seats, seats.min(60)));
        prop_assert_eq!(plan::coverage(&state, &demand, 2027, None).seats, 0);
        drop(state);
        office.run(&AdoptPlan { id: plan });
        let (state, held) = (office.0.state(), plan::figures_in_force(&office.0.state(), 2027));
        prop_assert_eq!((held.sessions, held.seats, held.hours), (figures.sessions, figures.seats, figures.hours));
        prop_assert_eq!(plan::coverage(&state, &demand, 2027, Some(plan)).seats, seats, "nothing counts twice");
    }
}

#[test]
fn a_session_that_is_moved_keeps_its_length_and_its_people() {
    let office = Office::new(1);
    office.run(&PlanSession { id: None, session: session(40, "1教室") });
    let id = office.0.state().all::<Session>().iter().last().expect("the session").0;
    let to = day(40).saturating_add(Duration::WEEK);
    office.run(&MoveSession { which: Which::InForce(id), day: to });
    let moved = office.0.state().get(id).cloned().expect("the session");
    assert_eq!((moved.starts_on, moved.ends_on, moved.term), (Some(to), Some(to.saturating_add(Duration::DAY)), 1));
}
