//! Training: each command taken, refused for the right reason and undone; who is offered a seat, and who moves up.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::cell::Cell;
use std::rc::Rc;

use domain::records::*;
use domain::{Date, Fault, Id, Problem, Uuid};
use futures::executor::block_on;
use replica::command::{
    CancelSession, EnrolMembers, PlanSession, SaveCourse, SaveInstructor, SaveSite, SaveTarget, SettleEnrolment,
};
use replica::query::training::{self, Phase, Reason, candidates, roster};
use replica::query::{directory::Directory, targets};
use replica::testing::TestWorld;
use replica::{ChangeId, Command, Intent, MemoryStorage, Refusal, Store};

/// 23 November 2026.
fn today() -> Date {
    Date::from_ordinal_date(2026, 327).expect("a day")
}

fn in_days(days: i64) -> Date {
    today().saturating_add(time::Duration::days(days))
}

/// A store with two counties, and counters for what tests add.
struct Office {
    store: Store,
    next: Cell<u128>,
}

const HERE: u128 = 1;
const THERE: u128 = 2;

impl Office {
    fn new() -> Self {
        let world = Rc::new(TestWorld::new(today(), 1));
        let store = block_on(Store::open(Rc::new(MemoryStorage::default()), world)).expect("opens");
        let office = Self { store, next: Cell::new(100) };
        for (id, name) in [(HERE, "梨树县"), (THERE, "双辽市")] {
            let county = Division { name: name.into(), level: Some(DivisionLevel::County), ..Division::default() };
            office.add_as(id, county);
        }
        let crops = Specialty { name: "种植技术".into(), position: 1, is_technology: true };
        office.add_as(10, crops);
        let course = Course { title: "水稻".into(), specialty: Some(raw(10)), from_age: 16, ..Course::default() };
        office.add_as(11, course);
        office.add_as(12, Instructor { name: "韩老师".into(), ..Instructor::default() });
        let site = Site { name: "基地".into(), division: Some(raw(HERE)), seats: 40, ..Site::default() };
        office.add_as(13, site);
        office
    }

    fn add_as<T: Into<AnyRecord>>(&self, id: u128, record: T) -> Id<T> {
        block_on(self.store.fill(Intent::SetUp, &[(Uuid::from_u128(id), record.into())])).expect("fills");
        raw(id)
    }

    fn add<T: Into<AnyRecord>>(&self, record: T) -> Id<T> {
        self.next.set(self.next.get() + 1);
        self.add_as(self.next.get(), record)
    }

    fn run(&self, command: &dyn Command) -> ChangeId {
        block_on(self.store.run(command)).expect("saves").change.expect("a change")
    }

    fn undo(&self, change: ChangeId) {
        block_on(self.store.undo(change)).expect("undoes");
    }

    fn refusal(&self, command: &dyn Command) -> Vec<Problem> {
        match block_on(self.store.run(command)) {
            Err(Refusal::Problems(problems)) => problems,
            other => panic!("refused: {other:?}"),
        }
    }

    #[track_caller]
    fn check_refused(&self, command: &dyn Command, expected: &Fault) {
        let problems = self.refusal(command);
        assert!(problems.iter().any(|problem| problem.fault == *expected), "{expected:?} in {problems:?}");
    }

    fn session(&self, session: Session) -> Id<Session> {
        self.run(&PlanSession { id: None, session });
        self.store.state().all::<Session>().iter().last().expect("the session").0
    }

    fn member(&self, name: &str) -> Id<Member> {
        self.member_of(name, HERE, Member::default())
    }

    fn member_of(&self, name: &str, county: u128, member: Member) -> Id<Member> {
        let case = self.add(Case { village: Some(raw(county)), stage: Some(Stage::Confirmed), ..Case::default() });
        self.add(Member { name: name.into(), case: Some(case), ..member })
    }

    fn enrol(&self, session: Id<Session>, members: &[Id<Member>]) -> ChangeId {
        self.run(&EnrolMembers { session, members: members.to_vec(), may_wait: true })
    }

    fn names(&self, session: Id<Session>) -> [Vec<String>; 3] {
        let roster = roster(&self.store.state(), session);
        [roster.seated, roster.waiting, roster.withdrawn].map(|all| all.into_iter().map(|one| one.name).collect())
    }

    fn enrolment(&self, session: Id<Session>, member: Id<Member>) -> Id<Enrolment> {
        let state = self.store.state();
        let mut all = training::enrolments(&state, session);
        all.find(|(_, one)| one.member == Some(member)).expect("enrolled").0
    }
}

fn raw<T>(id: u128) -> Id<T> {
    Id::new(Uuid::from_u128(id))
}

/// A session next week, with three seats.
fn planned() -> Session {
    Session {
        course: Some(raw(11)),
        site: Some(raw(13)),
        room: "1教室".into(),
        starts_on: Some(in_days(7)),
        ends_on: Some(in_days(8)),
        seats: 3,
        instructor: Some(raw(12)),
        ..Session::default()
    }
}

fn settle(id: Id<Enrolment>, state: EnrolmentState) -> SettleEnrolment {
    SettleEnrolment { id, state, reason: String::new() }
}

#[test]
fn courses_sites_and_instructors_are_saved_once() {
    let office = Office::new();
    let course = Course { title: "电焊".into(), specialty: Some(raw(10)), ..Course::default() };
    let saved = office.run(&SaveCourse { id: None, course: course.clone() });
    office.check_refused(&SaveCourse { id: None, course: course.clone() }, &Fault::NameTaken("电焊".into()));
    office.check_refused(&SaveCourse { id: None, course: Course::default() }, &Fault::Missing);
    office.undo(saved);
    assert_eq!(training::courses(&office.store.state(), today()).len(), 1);

    let site =
        Site {
            name: "基地".into(), kind: Some(SiteKind::TrainingBase), division: Some(raw(HERE)), ..Site::default()
        };
    office.check_refused(&SaveSite { id: None, site: site.clone() }, &Fault::NameTaken("基地".into()));
    office.check_refused(&SaveSite { id: None, site: Site { kind: None, ..site.clone() } }, &Fault::Missing);
    let saved = office.run(&SaveSite { id: None, site: Site { name: "二号基地".into(), ..site } });
    let counties = training::sites_by_county(&office.store.state());
    assert_eq!(counties.iter().map(|county| county.sites.len()).collect::<Vec<_>>(), [0, 2]);
    assert_eq!(counties[1].count(SiteKind::TrainingBase), 1);
    office.undo(saved);

    office.check_refused(&SaveInstructor { id: None, instructor: Instructor::default() }, &Fault::Missing);
    office.run(&SaveInstructor {
        id: Some(raw(12)),
        instructor: Instructor { name: "韩文".into(), ..Instructor::default() },
    });
    assert_eq!(office.store.state().get::<Instructor>(raw(12)).expect("there").name, "韩文");
}

#[test]
fn targets_are_set_for_a_year() {
    let office = Office::new();
    let target = Target { indicator: Some(Indicator::MembersTrained), year: 2026, value: 2000, division: None };
    office.check_refused(
        &SaveTarget { id: None, target: Target { year: 26, ..target.clone() } },
        &Fault::OutOfRange { least: 2000, most: 2100 },
    );
    let saved = office.run(&SaveTarget { id: None, target });
    let session = office.session(planned());
    let (one, two) = (office.member("赵一"), office.member("钱二"));
    office.enrol(session, &[one, two]);
    let trained = |indicator| {
        let all = targets::progress(&office.store.state(), 2026);
        all.into_iter().find(|one| one.indicator == indicator).map(|one| (one.reached, one.target)).expect("counted")
    };
    assert_eq!(trained(Indicator::MembersTrained), (2, Some(2000)));
    assert_eq!(trained(Indicator::RuralTrained), (2, None));
    assert_eq!(trained(Indicator::TrainingsEach), (100, None));
    office.undo(saved);
    assert_eq!(trained(Indicator::MembersTrained), (2, None));
}

#[test]
fn a_session_needs_its_course_site_day_and_seats() {
    let office = Office::new();
    let problems = office.refusal(&PlanSession { id: None, session: Session::default() });
    let fields: Vec<_> = problems.iter().filter_map(|problem| problem.field).collect();
    let needed = [SessionField::course, SessionField::site, SessionField::starts_on, SessionField::seats];
    assert_eq!(fields, needed.map(Into::into));
    let backwards = Session { ends_on: Some(in_days(3)), ..planned() };
    office.check_refused(&PlanSession { id: None, session: backwards }, &Fault::EndsBeforeStart);
    office.check_refused(
        &PlanSession { id: None, session: Session { minimum: 4, ..planned() } },
        &Fault::MinimumAboveSeats,
    );

    let id = office.session(Session { ends_on: None, ..planned() });
    let session = office.store.state().get(id).expect("planned").clone();
    assert_eq!((session.term, session.ends_on, session.state), (1, Some(in_days(7)), Some(SessionState::Planned)));
    assert_eq!(training::next_term(&office.store.state(), Some(raw(11))), 2);
}

#[test]
fn a_room_and_an_instructor_are_in_one_place_at_a_time() {
    let office = Office::new();
    let first = office.session(planned());
    let taken = |what: &str| Fault::Occupied { what: what.into(), session: "水稻 1".into() };
    let same_days = Session { starts_on: Some(in_days(8)), ends_on: Some(in_days(9)), ..planned() };
    office.check_refused(&PlanSession { id: None, session: same_days.clone() }, &taken("1教室"));
    let other_room = Session { room: "2教室".into(), ..same_days.clone() };
    office.check_refused(&PlanSession { id: None, session: other_room.clone() }, &taken("韩老师"));
    office.session(Session { instructor: None, ..other_room });

    let own = office.store.state().get(first).expect("planned").clone();
    office.run(&PlanSession { id: Some(first), session: Session { note: "带身份证".into(), ..own } });
    office.run(&CancelSession { id: first });
    office.session(Session { starts_on: Some(in_days(7)), ends_on: Some(in_days(7)), ..planned() });
}

#[test]
fn a_cancelled_session_takes_nobody_and_comes_back() {
    let office = Office::new();
    let (session, member) = (office.session(planned()), office.member("赵一"));
    office.enrol(session, &[member]);
    let cancelled = office.run(&CancelSession { id: session });
    let phase = || training::line(&office.store.state(), session).expect("there").phase(today());
    assert_eq!(phase(), Phase::Cancelled);
    office.check_refused(&CancelSession { id: session }, &Fault::StepClosed);
    let late = office.member("钱二");
    let enrol = EnrolMembers { session, members: vec![late], may_wait: false };
    office.check_refused(&enrol, &Fault::SessionClosed);
    assert_eq!(training::trainings_of(&office.store.state(), member, 2026).count(), 0);
    office.undo(cancelled);
    assert_eq!((phase(), office.names(session)[0].len()), (Phase::Coming, 1));
}

#[test]
fn enrolling_is_all_or_nothing_and_one_change() {
    let office = Office::new();
    let session = office.session(planned());
    let people: Vec<Id<Member>> = ["赵一", "钱二", "孙三", "李四"].map(|name| office.member(name)).into();
    let enrol = |members: &[Id<Member>], may_wait| EnrolMembers { session, members: members.to_vec(), may_wait };
    office.check_refused(&enrol(&[], false), &Fault::Missing);
    office.check_refused(&enrol(&people, false), &Fault::Full(3));
    office.check_refused(&enrol(&[people[0], people[0]], false), &Fault::Twice);
    assert_eq!(office.names(session), [vec![], vec![], Vec::<String>::new()]);

    let enrolled = office.run(&enrol(&people, true));
    assert_eq!(
        office.names(session)[..2],
        [vec!["赵一", "钱二", "孙三"], vec!["李四"]].map(|all| all.into_iter().map(String::from).collect::<Vec<_>>())
    );
    office.check_refused(&enrol(&people[..1], true), &Fault::AlreadyEnrolled("赵一".into()));
    office.undo(enrolled);
    assert_eq!(office.names(session)[0].len(), 0);
}

#[test]
fn who_cannot_come_is_refused_by_name() {
    let office = Office::new();
    let (session, member) = (office.session(planned()), office.member("赵一"));
    let other = office.session(Session { room: String::new(), instructor: None, ..planned() });
    office.enrol(other, &[member]);
    let enrol = |member| EnrolMembers { session, members: vec![member], may_wait: false };
    let clash = Fault::Clash { name: "赵一".into(), session: "水稻 2".into(), from: in_days(7), until: in_days(8) };
    office.check_refused(&enrol(member), &clash);
    let child = office.member_of("小明", HERE, Member { born_on: Some(in_days(-4000)), ..Member::default() });
    office.check_refused(&enrol(child), &Fault::TooYoung { name: "小明".into(), from_age: 16 });
    let gone = office.add(Case { stage: Some(Stage::Left), ..Case::default() });
    let gone = office.add(Member { name: "旧".into(), case: Some(gone), ..Member::default() });
    office.check_refused(&enrol(gone), &Fault::CaseClosed);
    office.check_refused(&enrol(raw(999)), &Fault::Gone);
}

#[test]
fn a_freed_seat_goes_to_whoever_waited_longest() {
    let office = Office::new();
    let session = office.session(planned());
    let people: Vec<Id<Member>> = ["赵一", "钱二", "孙三", "李四", "周五"].map(|name| office.member(name)).into();
    office.enrol(session, &people);
    let first = office.enrolment(session, people[0]);
    let withdrawn = office.run(&settle(first, EnrolmentState::Withdrawn));
    assert_eq!(office.names(session), [vec!["钱二", "孙三", "李四"], vec!["周五"], vec!["赵一"]].map(owned));
    office.check_refused(&settle(first, EnrolmentState::Enrolled), &Fault::Full(3));
    office.undo(withdrawn);
    assert_eq!(office.names(session)[1], owned(vec!["李四", "周五"]));

    let more = Session { seats: 4, ..office.store.state().get(session).expect("planned").clone() };
    office.run(&PlanSession { id: Some(session), session: more.clone() });
    assert_eq!(office.names(session)[1], owned(vec!["周五"]));
    let fewer = Session { seats: 3, ..more };
    office.check_refused(&PlanSession { id: Some(session), session: fewer }, &Fault::SeatsBelowEnrolled(4));
}

fn owned(names: Vec<&str>) -> Vec<String> {
    names.into_iter().map(String::from).collect()
}

#[test]
fn who_came_is_settled_from_the_first_day_on() {
    let office = Office::new();
    let (coming, member) = (office.session(planned()), office.member("赵一"));
    let running = Session { starts_on: Some(today()), ends_on: Some(in_days(1)), seats: 1, ..planned() };
    let running = office.session(running);
    office.enrol(coming, &[member]);
    let early = settle(office.enrolment(coming, member), EnrolmentState::Attended);
    office.check_refused(&early, &Fault::StepClosed);

    let (one, two) = (office.member("钱二"), office.member("孙三"));
    office.enrol(running, &[one, two]);
    let came = office.run(&settle(office.enrolment(running, one), EnrolmentState::Attended));
    assert_eq!(roster(&office.store.state(), running).seated[0].state, Some(EnrolmentState::Attended));
    office.undo(came);
    office.run(&settle(office.enrolment(running, one), EnrolmentState::Absent));
    assert_eq!(training::trainings_of(&office.store.state(), one, 2026).count(), 0);
    let waiting = settle(office.enrolment(running, two), EnrolmentState::Attended);
    office.check_refused(&waiting, &Fault::StepClosed);
}

#[test]
fn the_best_reasons_come_first_and_the_impossible_last() {
    let office = Office::new();
    let session = office.session(planned());
    let wishing = |wish: &str| Member { wish: wish.into(), ..Member::default() };
    let far = office.member_of("远", THERE, wishing("种植技术"));
    let near = office.member("近");
    let wishes = office.member_of("想", HERE, wishing("种植技术"));
    let old = office.member_of("老", HERE, Member { born_on: Some(in_days(-30_000)), ..wishing("水稻") });
    let enrolled = office.member_of("已", HERE, wishing("水稻"));
    office.enrol(session, &[enrolled]);
    let all = candidates(&office.store.state(), session, today());
    let order: Vec<Id<Member>> = all.iter().map(|one| one.member).collect();
    assert_eq!(order, [wishes, near, far, old, enrolled]);
    assert_eq!(all[0].reasons, [Reason::Wish("种植技术".into()), Reason::Near]);
    assert_eq!(all[4].obstacle, Some(Fault::AlreadyEnrolled("已".into())));
    assert_eq!((all[4].trainings, all[3].is_of_age), (1, false));
    for one in &all {
        let state = office.store.state();
        let held = state.get(session).expect("planned");
        assert_eq!(training::obstacle(&state, session, held, one.member, today()), one.obstacle);
    }
}

#[test]
fn open_sessions_are_those_that_take_people() {
    let office = Office::new();
    let past = Session { starts_on: Some(in_days(-9)), ends_on: Some(in_days(-8)), ..planned() };
    office.session(past);
    let open = office.session(planned());
    let lines = training::open_sessions(&office.store.state(), today(), None);
    assert_eq!(lines.iter().map(|line| line.id).collect::<Vec<_>>(), [open]);
    assert_eq!(training::open_sessions(&office.store.state(), today(), Some(raw(999))).len(), 0);
    assert_eq!(training::courses(&office.store.state(), today())[0].next, Some(in_days(7)));
}

/// Run with `--release -- --ignored --nocapture`; the budget is 30 ms on a desk machine.
#[test]
#[ignore = "prints how long it takes at the demonstration's size"]
fn the_time_that_candidates_take() {
    let office = Office::new();
    let records = demonstration::demonstration(today()).into_records();
    block_on(office.store.fill(Intent::LoadDemonstration, &records)).expect("fills");
    let state = office.store.state();
    let timed = |what: &str, work: &dyn Fn() -> usize| {
        #[expect(clippy::disallowed_methods, reason = "nothing here depends on the time; it is what is printed")]
        let times: Vec<_> = (0..10).map(|_| (std::time::Instant::now(), work()).0.elapsed()).collect();
        println!("{what}: {:?}, best of 10, of {}", times.iter().min(), work());
    };
    let session = training::open_sessions(&state, today(), None).last().expect("one is open").id;
    timed("candidates", &|| candidates(&state, session, today()).len());
    timed("targets", &|| targets::progress(&state, 2026).len());
    let directory = Directory::new(&state);
    timed("search", &|| directory.search("zh").count());
}
