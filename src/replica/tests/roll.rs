//! The roll: called at two doors, merged, taken back; who passed, and which certificates may be issued.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::rc::Rc;

use domain::records::*;
use domain::{Date, Fault, Id, Uuid};
use futures::executor::block_on;
use replica::command::{
    AdmitAtDoor, AskMember, CallRoll, CloseRoll, EnrolMembers, FollowUpTraining, IssueCertificates, PassAll,
    RecordResult, SettleEnrolment,
};
use replica::query::training::{self, Answers, RollTime};
use replica::query::{conflicts, due};
use replica::testing::TestWorld;
use replica::{Command, Intent, MemoryStorage, Refusal, Store};

/// 23 November 2026.
fn today() -> Date {
    Date::from_ordinal_date(2026, 327).expect("a day")
}

fn yesterday() -> Date {
    today().previous_day().expect("a day")
}

struct Class {
    store: Store,
    session: Id<Session>,
    members: Vec<Id<Member>>,
}

impl Class {
    /// A session of two days, yesterday and today, with `seats` seats of which three are taken.
    fn new(seats: u32) -> Self {
        let storage = Rc::new(MemoryStorage::default());
        let store = block_on(Store::open(storage, Rc::new(TestWorld::new(today(), 1)))).expect("opens");
        let id = |number: u128| Uuid::from_u128(number);
        let session = Id::<Session>::new(id(1));
        let members: Vec<Id<Member>> = (10..15).map(|number| Id::new(id(number))).collect();
        let mut records = vec![(session.raw(), two_days(seats).into())];
        let named = ["赵永发", "钱玉兰", "孙长林", "李志强", "周德福"];
        for (member, name) in members.iter().zip(named) {
            let born_on = Date::from_ordinal_date(1980, 1).ok();
            let member_of = Member { name: name.into(), born_on, ..Member::default() };
            records.push((member.raw(), member_of.into()));
        }
        for (place, member) in members.iter().take(3).enumerate() {
            let (session, member, state) = (Some(session), Some(*member), Some(EnrolmentState::Enrolled));
            let enrolment = Enrolment { session, member, state, ..Enrolment::default() };
            records.push((id(20 + place as u128), enrolment.into()));
        }
        block_on(store.fill(Intent::SetUp, &records)).expect("fills");
        Self { store, session, members }
    }

    fn time(&self, place: usize) -> RollTime {
        self.store.state().get(self.session).map(training::roll_times).expect("a session")[place]
    }

    fn run(&self, command: &impl Command) -> Result<(), Vec<Fault>> {
        match block_on(self.store.run(command)) {
            Ok(_) => Ok(()),
            Err(Refusal::Problems(problems)) => Err(problems.into_iter().map(|problem| problem.fault).collect()),
            Err(other) => panic!("{other:?}"),
        }
    }

    fn call(&self, member: usize, place: usize, presence: Option<Presence>) -> Result<(), Vec<Fault>> {
        let (session, member, time) = (self.session, self.members[member], self.time(place));
        self.run(&CallRoll { session, member, time, presence, reason: String::new(), signature: None })
    }

    fn enrolment(&self, member: usize) -> (Id<Enrolment>, Enrolment) {
        let state = self.store.state();
        let mut all = training::enrolments(&state, self.session);
        let found = all.find(|(_, one)| one.member == Some(self.members[member]));
        found.map(|(id, one)| (id, one.clone())).expect("an enrolment")
    }

    fn standing(&self, member: usize) -> Option<EnrolmentState> {
        self.enrolment(member).1.state
    }
}

fn two_days(seats: u32) -> Session {
    Session {
        starts_on: Some(yesterday()),
        ends_on: Some(today()),
        begins_at: 8 * 60 + 30,
        seats,
        state: Some(SessionState::Planned),
        ..Session::default()
    }
}

#[test]
fn the_half_days_follow_from_days_and_hour() {
    let check = |begins_at, ends: i64, expected: &[HalfDay]| {
        let ends_on = today().checked_add(time::Duration::days(ends));
        let session = Session { starts_on: Some(today()), ends_on, begins_at, ..Session::default() };
        let halves: Vec<HalfDay> = training::roll_times(&session).into_iter().map(|time| time.half).collect();
        assert_eq!(halves, expected, "{begins_at} {ends}");
    };
    use HalfDay::{Afternoon, Evening, Morning};
    check(0, 0, &[Morning, Afternoon]);
    check(9 * 60, 1, &[Morning, Afternoon, Morning, Afternoon]);
    check(13 * 60, 1, &[Afternoon, Afternoon]);
    check(18 * 60, 0, &[Evening]);
    check(9 * 60, -3, &[Morning, Afternoon]);
    assert_eq!(training::roll_times(&Session::default()), vec![]);
}

#[test]
fn a_tap_marks_and_a_second_tap_takes_it_back() {
    let class = Class::new(30);
    assert_eq!(class.call(0, 2, Some(Presence::Present)), Ok(()));
    assert_eq!(class.standing(0), Some(EnrolmentState::Attended));
    assert_eq!(class.call(0, 2, None), Ok(()));
    assert_eq!(class.standing(0), Some(EnrolmentState::Enrolled));
    assert_eq!(class.call(0, 2, Some(Presence::Missing)), Ok(()));
    assert_eq!(class.standing(0), Some(EnrolmentState::Absent));
    assert_eq!(class.call(0, 3, Some(Presence::Late)), Ok(()));
    assert_eq!(class.standing(0), Some(EnrolmentState::Attended), "there once is taking part");
    let roll = training::roll(&class.store.state(), class.session, class.time(3));
    assert_eq!(roll.iter().filter(|line| line.presence.is_some()).count(), 1);
}

#[test]
fn who_has_no_seat_and_what_is_no_time_is_refused() {
    let class = Class::new(30);
    assert_eq!(class.call(4, 0, Some(Presence::Present)), Err(vec![Fault::NoSeat]));
    let other = RollTime { on: today().next_day().expect("a day"), half: HalfDay::Morning };
    let (session, member) = (class.session, class.members[0]);
    let call = |time| CallRoll { session, member, time, presence: None, reason: String::new(), signature: None };
    assert_eq!(class.run(&call(other)), Err(vec![Fault::NotOfSession]));
    let gone = CallRoll { session: Id::new(Uuid::from_u128(99)), ..call(class.time(0)) };
    assert_eq!(class.run(&gone), Err(vec![Fault::Gone]));
}

#[test]
fn a_walk_in_gets_a_seat_and_a_mark_or_a_sentence() {
    let class = Class::new(4);
    let (session, time) = (class.session, class.time(2));
    let admit = |member: usize| AdmitAtDoor { session, member: class.members[member], time };
    assert_eq!(class.run(&admit(3)), Ok(()));
    assert_eq!(class.standing(3), Some(EnrolmentState::Attended));
    assert_eq!(class.run(&admit(4)), Err(vec![Fault::NoSeatAtDoor(4)]));
    let Err(faults) = class.run(&admit(0)) else { panic!("enrolled already") };
    assert!(faults.iter().any(|fault| matches!(fault, Fault::AlreadyEnrolled(_))), "{faults:?}");
}

#[test]
fn two_doors_write_one_record_and_agree() {
    let (north, south) = (Class::new(30), Class::new(30));
    for member in 0..3 {
        north.call(member, 2, Some(Presence::Present)).expect("it is marked");
    }
    south.call(2, 2, Some(Presence::Present)).expect("it is marked");
    let id = |class: &Class| training::attendance_id(class.session, class.members[2], class.time(2));
    assert_eq!(id(&north), id(&south));
    assert!(conflicts::conflicts(&north.store.state()).is_empty());
}

#[test]
fn the_end_of_the_roll_makes_absent_who_never_came() {
    let class = Class::new(30);
    class.call(0, 0, Some(Presence::Present)).expect("it is marked");
    class.call(1, 0, Some(Presence::Excused)).expect("it is marked");
    assert_eq!(class.run(&CloseRoll { session: class.session }), Ok(()));
    assert_eq!(
        [0, 1, 2].map(|member| class.standing(member)),
        [Some(EnrolmentState::Attended), Some(EnrolmentState::Absent), Some(EnrolmentState::Absent)]
    );
    assert_eq!(class.store.state().get(class.session).and_then(|session| session.state), Some(SessionState::Held));
    assert_eq!(class.call(2, 3, Some(Presence::Late)), Ok(()), "the roll can still be mended");
}

#[test]
fn no_certificate_without_attendance_and_a_pass() {
    let class = Class::new(30);
    class.call(0, 0, Some(Presence::Present)).expect("it is marked");
    let id = |member| class.enrolment(member).0;
    let issue = |member| class.run(&IssueCertificates { enrolments: vec![id(member)] });
    assert_eq!(issue(0), Err(vec![Fault::NotPassed]));
    assert_eq!(issue(1), Err(vec![Fault::NeverThere]));
    let result =
        |member, mark, outcome| RecordResult { id: id(member), mark, outcome, rating: 5, opinion: "好".into() };
    assert_eq!(class.run(&result(1, 80, Some(Outcome::Passed))), Err(vec![Fault::NeverThere]));
    assert_eq!(class.run(&result(0, 101, None)), Err(vec![Fault::OutOfRange { least: 0, most: 100 }]));
    assert_eq!(class.run(&PassAll { enrolments: vec![id(0)] }), Ok(()));
    assert_eq!(issue(0), Ok(()));
    let number = class.enrolment(0).1.certificate;
    assert_eq!((number.len(), &number[..6]), (17, "SP2026"));
    assert_eq!(training::certificate(&class.store.state(), &number), Some(id(0)));
    assert_eq!(issue(0), Err(vec![Fault::CertificateIssued(number.clone())]));
    assert_eq!(class.run(&result(0, 40, Some(Outcome::Failed))), Err(vec![Fault::CertificateIssued(number)]));
}

#[test]
fn three_months_later_a_trainee_is_asked() {
    let class = Class::new(30);
    class.call(0, 0, Some(Presence::Present)).expect("it is marked");
    let id = class.enrolment(0).0;
    class.run(&PassAll { enrolments: vec![id] }).expect("it is recorded");
    class.run(&IssueCertificates { enrolments: vec![id] }).expect("it is issued");
    let in_days = |days| today().saturating_add(time::Duration::days(days));
    let due = |day| training::to_follow_up(&class.store.state(), day);
    assert_eq!((due(in_days(89)).len(), due(in_days(90)).len()), (0, 1));
    let follow = |employment, on| FollowUpTraining { id, employment, employer: "长春一汽".into(), on };
    assert_eq!(class.run(&follow(None, None)), Err(vec![Fault::Missing]));
    assert_eq!(class.run(&follow(Some(Employment::Employed), Some(in_days(1)))), Err(vec![Fault::InFuture]));
    assert_eq!(class.run(&follow(Some(Employment::Employed), None)), Ok(()));
    assert_eq!(due(in_days(90)), vec![]);
}

#[test]
fn the_roll_stays_with_the_half_day_that_is_being_called() {
    let class = Class::new(30);
    let now = |day| training::roll_time_now(&class.store.state(), class.session, day);
    assert_eq!(now(today()), Some(class.time(2)));
    class.call(0, 2, Some(Presence::Present)).expect("it is marked");
    assert_eq!(now(today()), Some(class.time(2)), "a reload stays there");
    class.call(0, 3, Some(Presence::Present)).expect("it is marked");
    assert_eq!(now(today()), Some(class.time(3)));
    assert_eq!(now(yesterday().previous_day().expect("a day")), Some(class.time(0)));
    assert_eq!(now(today().next_day().expect("a day")), Some(class.time(3)));
    assert!(due::sessions_between(&class.store.state(), today(), today()).len() == 1);
}

#[test]
fn who_is_asked_by_phone_is_counted_and_may_be_asked_again() {
    let class = Class::new(3);
    let id = |member| class.enrolment(member).0;
    let ask = |member, answer, needs_ride| class.run(&AskMember { id: id(member), answer, needs_ride });
    let answers = || training::roster(&class.store.state(), class.session).answers();
    assert_eq!(answers(), Answers { open: 3, ..Answers::default() });
    assert_eq!(ask(0, Some(Answer::Comes), true), Ok(()));
    assert_eq!(ask(1, Some(Answer::Declines), true), Ok(()));
    assert_eq!(ask(2, Some(Answer::Unreached), false), Ok(()));
    assert_eq!(answers(), Answers { come: 1, decline: 1, unreached: 1, open: 0, rides: 1 });
    assert_eq!(ask(2, None, false), Ok(()));
    assert_eq!(answers().open, 1, "the answer was taken back");
    let gone = AskMember { id: Id::new(Uuid::from_u128(99)), answer: None, needs_ride: false };
    assert_eq!(class.run(&gone), Err(vec![Fault::Gone]));
}

#[test]
fn who_says_no_can_give_the_seat_to_who_waits_and_think_again() {
    let class = Class::new(3);
    let waiting = EnrolMembers { session: class.session, members: vec![class.members[3]], may_wait: true };
    assert_eq!(class.run(&waiting), Ok(()));
    assert_eq!(class.standing(3), Some(EnrolmentState::Waiting));
    let id = class.enrolment(1).0;
    let settle = |state| class.run(&SettleEnrolment { id, state, reason: String::new() });
    assert_eq!(class.run(&AskMember { id, answer: Some(Answer::Declines), needs_ride: false }), Ok(()));
    assert_eq!(settle(EnrolmentState::Withdrawn), Ok(()));
    assert_eq!(class.standing(3), Some(EnrolmentState::Enrolled), "the first who waits has the seat");
    let again = AskMember { id, answer: Some(Answer::Comes), needs_ride: false };
    assert_eq!(class.run(&again), Err(vec![Fault::NoSeat]), "who withdrew is not asked");
    let other = class.enrolment(3).0;
    assert_eq!(
        class.run(&SettleEnrolment { id: other, state: EnrolmentState::Withdrawn, reason: String::new() }),
        Ok(())
    );
    assert_eq!(settle(EnrolmentState::Enrolled), Ok(()));
    assert_eq!(class.enrolment(1).1.answer, None, "who comes back has thought again");
}

#[test]
fn who_is_asked_later_is_said_with_what_one_needs_to_call() {
    let class = Class::new(30);
    class.call(0, 0, Some(Presence::Present)).expect("it is marked");
    let id = class.enrolment(0).0;
    class.run(&PassAll { enrolments: vec![id] }).expect("it is recorded");
    class.run(&IssueCertificates { enrolments: vec![id] }).expect("it is issued");
    let later = today().saturating_add(time::Duration::days(120));
    let due = training::follow_ups(&class.store.state(), later);
    let [one] = due.as_slice() else { panic!("{due:?}") };
    assert_eq!((one.id, one.name.as_str(), one.ended_on), (id, "赵永发", Some(today())));
}
