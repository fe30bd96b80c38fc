//! Distance classes: one broadcast, many places, each with its own roll; the places follow the broadcast's time.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::rc::Rc;

use domain::records::*;
use domain::{AnyRecord, Date, Fault, Id, Uuid};
use futures::executor::block_on;
use replica::command::{AdmitAtDoor, CancelSession, OpenPlaces, PlanSession};
use replica::query::training;
use replica::testing::TestWorld;
use replica::{Command, Intent, MemoryStorage, Refusal, Store};

fn id<T>(number: u128) -> Id<T> {
    Id::new(Uuid::from_u128(number))
}

fn today() -> Date {
    Date::from_ordinal_date(2026, 327).expect("a day")
}

/// A broadcast from site 30, three other sites, a course and an instructor; members 1 to 3.
struct Broadcast(Store);

impl Broadcast {
    fn new() -> Self {
        let store = block_on(Store::open(Rc::new(MemoryStorage::default()), Rc::new(TestWorld::new(today(), 1))));
        let store = store.expect("opens");
        let site = |name: &str, seats| Site { name: name.into(), seats, ..Site::default() };
        let course = Course { title: "办公自动化".into(), method: Some(Method::Distance), ..Course::default() };
        let mut records: Vec<(Uuid, AnyRecord)> = vec![
            (Uuid::from_u128(20), course.into()),
            (Uuid::from_u128(30), site("公主岭职教中心", 300).into()),
            (Uuid::from_u128(31), site("范家屯站", 40).into()),
            (Uuid::from_u128(32), site("怀德站", 0).into()),
            (Uuid::from_u128(33), site("响水站", 25).into()),
            (Uuid::from_u128(40), Instructor { name: "孙长林".into(), ..Instructor::default() }.into()),
            (Uuid::from_u128(50), session().into()),
        ];
        for number in 1..=3 {
            records.push((Uuid::from_u128(number), Member { name: format!("人{number}"), ..Member::default() }.into()));
        }
        block_on(store.fill(Intent::SetUp, &records)).expect("fills");
        Self(store)
    }

    fn run(&self, command: &impl Command) -> Result<(), Vec<Fault>> {
        match block_on(self.0.run(command)) {
            Ok(_) => Ok(()),
            Err(Refusal::Problems(problems)) => Err(problems.into_iter().map(|problem| problem.fault).collect()),
            Err(other) => panic!("{other:?}"),
        }
    }

    fn open(&self, sites: &[u128]) -> Result<(), Vec<Fault>> {
        self.run(&OpenPlaces { session: id(50), sites: sites.iter().map(|site| id(*site)).collect() })
    }

    fn place(&self, site: u128) -> (Id<Session>, Session) {
        let state = self.0.state();
        let found = training::places_of(&state, id(50)).find(|(_, place)| place.site == Some(id(site)));
        found.map(|(id, place)| (id, place.clone())).expect("a place")
    }
}

fn session() -> Session {
    Session {
        course: Some(id(20)),
        term: 2,
        site: Some(id(30)),
        room: "演播室".into(),
        starts_on: Some(today()),
        ends_on: Some(today()),
        begins_at: 540,
        seats: 100,
        minimum: 20,
        instructor: Some(id(40)),
        state: Some(SessionState::Planned),
        ..Session::default()
    }
}

#[test]
fn places_are_opened_in_one_go_and_each_has_its_own_roll() {
    let broadcast = Broadcast::new();
    assert_eq!(broadcast.open(&[31, 32]), Ok(()));
    let (first, one) = broadcast.place(31);
    let (second, two) = broadcast.place(32);
    assert_eq!((one.seats, two.seats), (40, 100), "the site's seats, or else the broadcast's");
    assert_eq!((one.course, one.term, one.starts_on, one.instructor), (Some(id(20)), 2, Some(today()), Some(id(40))));
    assert_eq!((one.room.as_str(), one.minimum), ("", 0));
    let time = training::roll_times(&one)[0];
    let admit = |session, member| broadcast.run(&AdmitAtDoor { session, member: id(member), time });
    assert_eq!([admit(first, 1), admit(first, 2), admit(second, 3)], [Ok(()), Ok(()), Ok(())]);
    let places = training::places(&broadcast.0.state(), id(50));
    assert_eq!(places.iter().map(|place| place.attended).sum::<usize>(), 3);
    assert_eq!(training::roll(&broadcast.0.state(), first, time).len(), 2);
    assert!(matches!(admit(second, 1).expect_err("somewhere else")[0], Fault::Clash { .. }), "nobody is in two places");
}

#[test]
fn a_site_follows_a_broadcast_once_and_a_place_has_no_places() {
    let broadcast = Broadcast::new();
    assert_eq!(broadcast.open(&[]), Err(vec![Fault::Missing]));
    assert_eq!(broadcast.open(&[31, 31]), Err(vec![Fault::PlaceThere("范家屯站".into())]));
    assert_eq!(broadcast.open(&[30]), Err(vec![Fault::PlaceThere("公主岭职教中心".into())]));
    assert_eq!(broadcast.open(&[99]), Err(vec![Fault::Gone]));
    assert_eq!(broadcast.open(&[31]), Ok(()));
    let place = broadcast.place(31).0;
    assert_eq!(broadcast.run(&OpenPlaces { session: place, sites: vec![id(33)] }), Err(vec![Fault::PlaceOfBroadcast]));
    assert_eq!(broadcast.run(&CancelSession { id: id(50) }), Ok(()));
    assert_eq!(broadcast.open(&[33]), Err(vec![Fault::SessionClosed]));
}

#[test]
fn places_follow_when_the_broadcast_is_put_off() {
    let broadcast = Broadcast::new();
    broadcast.open(&[31]).expect("it opens");
    let later = today().saturating_add(time::Duration::days(7));
    let moved = Session { starts_on: Some(later), ends_on: Some(later), begins_at: 780, ..session() };
    assert_eq!(
        broadcast.run(&PlanSession { id: Some(id(50)), session: moved }),
        Ok(()),
        "its instructor is not in two places"
    );
    let (place, one) = broadcast.place(31);
    assert_eq!((one.starts_on, one.begins_at, one.site, one.seats), (Some(later), 780, Some(id(31)), 40));
    let alone = Session { seats: 50, begins_at: 600, ..one };
    assert_eq!(broadcast.run(&PlanSession { id: Some(place), session: alone }), Ok(()));
    let one = broadcast.place(31).1;
    assert_eq!((one.seats, one.begins_at), (50, 780), "its seats are its own, its hour is the broadcast's");
}
