//! The files of courses, sites and instructors: what was held, who took part, for how many hours, with what result.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::rc::Rc;

use domain::records::*;
use domain::{AnyRecord, Date, Id, Uuid};
use futures::executor::block_on;
use replica::query::training::{self, FileOf, Totals};
use replica::testing::TestWorld;
use replica::{Intent, MemoryStorage, Store};

fn id<T>(number: u128) -> Id<T> {
    Id::new(Uuid::from_u128(number))
}

fn day(year: i32, ordinal: u16) -> Date {
    Date::from_ordinal_date(year, ordinal).expect("a day")
}

/// A course of 24 hours in growing mushrooms, held in two years at one site; another course there; one cancelled.
fn store() -> Store {
    let store = block_on(Store::open(Rc::new(MemoryStorage::default()), Rc::new(TestWorld::new(day(2026, 327), 1))));
    let store = store.expect("opens");
    let specialty = |name: &str| Specialty { name: name.into(), ..Specialty::default() };
    let course = |title: &str, specialty, hours| Course {
        title: title.into(),
        specialty: Some(id(specialty)),
        hours,
        ..Course::default()
    };
    let session = |course, instructor, starts_on, state| Session {
        course: Some(id(course)),
        site: Some(id(30)),
        instructor: Some(id(instructor)),
        starts_on: Some(starts_on),
        begins_at: 540,
        state: Some(state),
        ..Session::default()
    };
    let mut records: Vec<(Uuid, AnyRecord)> = vec![
        (Uuid::from_u128(10), specialty("食用菌").into()),
        (Uuid::from_u128(11), specialty("汽车维修").into()),
        (Uuid::from_u128(20), course("食用菌栽培", 10, 24).into()),
        (Uuid::from_u128(21), course("汽车修理", 11, 8).into()),
        (Uuid::from_u128(50), session(20, 40, day(2025, 30), SessionState::Held).into()),
        (Uuid::from_u128(51), session(20, 41, day(2026, 30), SessionState::Held).into()),
        (Uuid::from_u128(52), session(21, 40, day(2026, 10), SessionState::Held).into()),
        (Uuid::from_u128(53), session(20, 40, day(2026, 60), SessionState::Cancelled).into()),
    ];
    for number in 1..=3 {
        records.push((Uuid::from_u128(number), Member { name: format!("人{number}"), ..Member::default() }.into()));
    }
    let takes_part = [(50, 1), (50, 2), (51, 1), (51, 3), (52, 3), (53, 2)];
    for (number, (session, member)) in (100..).zip(takes_part) {
        records.push((Uuid::from_u128(number), enrolment(session, member).into()));
    }
    block_on(store.fill(Intent::SetUp, &records)).expect("fills");
    store
}

fn enrolment(session: u128, member: u128) -> Enrolment {
    let is_absent = session == 51 && member == 3;
    Enrolment {
        session: Some(id(session)),
        member: Some(id(member)),
        state: Some(if is_absent { EnrolmentState::Absent } else { EnrolmentState::Attended }),
        outcome: (!is_absent).then_some(Outcome::Passed),
        certificate: if member == 1 { format!("SP{session}") } else { String::new() },
        rating: if session == 50 { 3 + u32::try_from(member).expect("small") % 2 } else { 0 },
        ..Enrolment::default()
    }
}

#[test]
fn a_file_says_what_was_held_and_what_came_of_it() {
    let store = store();
    let state = store.state();
    let course = training::holdings(&state, FileOf::Course(id(20)));
    assert_eq!(course.iter().map(|one| one.line.id).collect::<Vec<_>>(), [id(51), id(50)], "the newest first");
    assert_eq!(training::years(&course), [2026, 2025]);
    let expected =
        Totals { sessions: 2, times: 3, people: 2, hours: 48, passed: 3, certificates: 2, rating: Some(350) };
    assert_eq!(training::totals(&course), expected);
    let of_instructor = training::holdings(&state, FileOf::Instructor(id(40)));
    assert_eq!(training::totals(&of_instructor).hours, 32);
    assert_eq!(training::totals(&training::holdings(&state, FileOf::Instructor(id(99)))), Totals::default());
}

#[test]
fn a_site_s_table_goes_by_specialty_in_the_order_in_which_each_was_taught_first() {
    let store = store();
    let site = training::holdings(&store.state(), FileOf::Site(id(30)));
    let table: Vec<_> =
        training::by_specialty(&site).into_iter().map(|one| (one.name, one.sessions, one.people)).collect();
    assert_eq!(table, [("食用菌".to_owned(), 2, 2), ("汽车维修".to_owned(), 1, 1)]);
}

#[test]
fn a_session_is_as_long_each_day_as_its_course_s_hours_come_to() {
    let store = store();
    let timing = |number| training::timing(&store.state(), id(number));
    let one = timing(50).expect("it has a day");
    assert_eq!((one.on, one.days, one.begins_at, one.minutes), (day(2025, 30), 1, Some(540), 480), "no day is longer");
    assert_eq!(timing(52).map(|one| one.minutes), Some(360));
    assert_eq!(timing(53), None, "it is cancelled");
    assert_eq!(timing(99), None);
}
