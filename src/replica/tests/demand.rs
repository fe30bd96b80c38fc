//! Who needs training, counted against a plain count; random registers.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::rc::Rc;

use domain::records::*;
use domain::{Date, Id, Uuid};
use futures::executor::block_on;
use proptest::prelude::*;
use replica::query::training::demand::{self, Sought};
use replica::testing::TestWorld;
use replica::{Intent, MemoryStorage, Store};

/// 1 December 2026.
fn today() -> Date {
    Date::from_ordinal_date(2026, 335).expect("a day")
}

fn raw<T>(id: u128) -> Id<T> {
    Id::new(Uuid::from_u128(id))
}

/// Somebody of the register: county, wish, trainings, and what may stand in the way.
#[derive(Clone, Debug)]
struct Someone {
    county: u128,
    wish: &'static str,
    trainings: u128,
    has_left: bool,
    can_work: bool,
    age: i32,
}

impl Someone {
    fn is_counted(&self) -> bool {
        !self.has_left && self.can_work && (16..=70).contains(&self.age)
    }
}

fn someone() -> impl Strategy<Value = Someone> {
    let wish = prop::sample::select(vec!["", "种植技术", "水稻", "电焊", "想学电焊", "跳舞"]);
    (1_u128..3, wish, 0_u128..5, prop::bool::weighted(0.1), prop::bool::weighted(0.9), 10_i32..80).prop_map(
        |(county, wish, trainings, has_left, can_work, age)| Someone {
            county,
            wish,
            trainings,
            has_left,
            can_work,
            age,
        },
    )
}

fn register(people: &[Someone]) -> Store {
    let world = Rc::new(TestWorld::new(today(), 1));
    let store = block_on(Store::open(Rc::new(MemoryStorage::default()), world)).expect("opens");
    let mut records: Vec<(Uuid, AnyRecord)> = Vec::new();
    let mut add = |id: u128, record: AnyRecord| records.push((Uuid::from_u128(id), record));
    for (id, name) in [(1, "梨树县"), (2, "双辽市")] {
        let level = Some(DivisionLevel::County);
        add(id, Division { name: name.into(), code: id.to_string(), level, ..Division::default() }.into());
    }
    for (id, name) in [(10, "种植技术"), (11, "电焊")] {
        add(id, Specialty { name: name.into(), position: 1, is_technology: id == 10 }.into());
    }
    add(12, Course { title: "水稻".into(), specialty: Some(raw(10)), ..Course::default() }.into());
    for term in 0..5 {
        let day = Date::from_ordinal_date(2026, 20 + u16::try_from(term).unwrap_or(0) * 7).ok();
        let session = Session { course: Some(raw(12)), starts_on: day, ends_on: day, seats: 99, ..Session::default() };
        add(20 + term, session.into());
    }
    for (number, one) in (0_u128..).zip(people) {
        let stage = if one.has_left { Stage::Left } else { Stage::Confirmed };
        add(1000 + number, Case { village: Some(raw(one.county)), stage: Some(stage), ..Case::default() }.into());
        let born_on = Date::from_ordinal_date(2026 - one.age, 1).ok();
        let labour = Some(if one.can_work { Labour::Ordinary } else { Labour::Lost });
        let (case, wish) = (Some(raw(1000 + number)), one.wish.to_owned());
        add(2000 + number, Member { case, born_on, labour, wish, ..Member::default() }.into());
        for time in 0..one.trainings {
            let (session, member, state) =
                (Some(raw(20 + time)), Some(raw(2000 + number)), Some(EnrolmentState::Attended));
            add(10_000 + number * 10 + time, Enrolment { session, member, state, ..Enrolment::default() }.into());
        }
    }
    block_on(store.fill(Intent::SetUp, &records)).expect("fills");
    store
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn everybody_is_counted_once_and_every_number_leads_to_its_people(people in prop::collection::vec(someone(), 1..40)) {
        let store = register(&people);
        let state = store.state();
        let demand = demand::demand(&state, 2026, today());
        let counted = || people.iter().filter(|one| one.is_counted());
        let lacking: usize = counted().map(|one| 3_usize.saturating_sub(one.trainings as usize)).sum();
        prop_assert_eq!(demand.all.people, counted().count());
        prop_assert_eq!(demand.all.lacking(), lacking);
        prop_assert_eq!(demand.counties.iter().map(|county| county.tally.people).sum::<usize>(), demand.all.people);
        let wishing = counted().filter(|one| !one.wish.is_empty() && one.trainings < 3).count();
        prop_assert_eq!(demand.specialties.iter().map(demand::SpecialtyDemand::total).sum::<usize>(), wishing);
        for county in &demand.counties {
            for (had, count) in county.tally.had.iter().enumerate() {
                let sought = Sought { county: county.county, had: Some(had), specialty: None };
                prop_assert_eq!(demand::trainees(&state, sought, 2026, today()).len(), *count);
            }
            for one in demand.specialties.iter().filter(|one| one.specialty.is_some()) {
                let place = demand.counties.iter().position(|other| other.county == county.county).expect("a place");
                let sought = Sought { county: county.county, specialty: one.specialty, had: None };
                prop_assert_eq!(demand::trainees(&state, sought, 2026, today()).len(), one.wishing[place]);
            }
        }
    }
}

#[test]
fn wishes_find_their_specialty_by_name_by_course_and_within_a_sentence() {
    let one = |wish| Someone { county: 1, wish, trainings: 0, has_left: false, can_work: true, age: 40 };
    let store = register(&[one("水稻"), one("想学电焊"), one("跳舞"), one("")]);
    let demand = demand::demand(&store.state(), 2026, today());
    let found: Vec<(&str, usize)> = demand.specialties.iter().map(|one| (one.name.as_str(), one.wishing[0])).collect();
    assert_eq!(found, [("种植技术", 1), ("电焊", 1), ("", 1)]);
    assert_eq!(demand.counties.len(), 2, "a county without people is there: {demand:?}");
}

#[test]
fn who_was_trained_least_and_wishes_most_stands_first() {
    let one = |wish, trainings| Someone { county: 1, wish, trainings, has_left: false, can_work: true, age: 40 };
    let store = register(&[one("电焊", 2), one("", 0), one("电焊", 0)]);
    let people = demand::trainees(&store.state(), Sought::default(), 2026, today());
    let order: Vec<_> = people.iter().map(|one| (one.trainings, one.wish.as_str())).collect();
    assert_eq!(order, [(0, "电焊"), (0, ""), (2, "电焊")]);
}
