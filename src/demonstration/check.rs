//! The demonstration as a whole: the programme's figures, and that no record contradicts another.

mod casework;
mod fund;
mod prosperity;
mod register;
mod tours;
mod training;

use std::collections::{HashMap, HashSet};

use domain::records::{
    Account, AnyRecord, Case, CaseStep, Closing, Cooperative, Course, Demonstration, Division, DivisionLevel,
    Emergency, Enrolment, EnrolmentState, Entry, Helper, Income, Indicator, Instalment, Loan, Member, Membership, Need,
    Notice, Pairing, PovertyLine, Promise, RadiationLink, Request, Session, Site, SiteKind, Specialty, Stage, Stop,
    Tour, Visit, Visitor,
};
use domain::{Date, Id, Kind, Record, Uuid, Value};
use proptest::prelude::*;

use crate::calendar::{after, day};
use crate::data::places::COUNTIES;
use crate::{defaults, demonstration, targets};

/// The records of each kind, by id and in their order.
struct World {
    today: Date,
    records: Vec<(Uuid, AnyRecord)>,
}

macro_rules! of_kind {
    ($($name:ident: $kind:ident),+ $(,)?) => {
        impl World {$(
            fn $name(&self) -> impl Iterator<Item = (Id<$kind>, &$kind)> {
                self.records.iter().filter_map(|(id, record)| match record {
                    AnyRecord::$kind(record) => Some((Id::new(*id), record)),
                    _ => None,
                })
            }
        )+}
    };
}
of_kind! {
    divisions: Division, sites: Site, cases: Case, members: Member, needs: Need, visits: Visit,
    specialties: Specialty, courses: Course, sessions: Session, enrolments: Enrolment,
    helpers: Helper, pairings: Pairing, notices: Notice, steps: CaseStep, emergencies: Emergency, incomes: Income,
    promises: Promise,
    lines: PovertyLine, cooperatives: Cooperative, memberships: Membership, demonstrations: Demonstration, links: RadiationLink,
    accounts: Account, entries: Entry, requests: Request, loans: Loan, instalments: Instalment, closings: Closing,
    tours: Tour, stops: Stop, visitors: Visitor,
}

fn world(today: Date) -> World {
    World { today, records: demonstration(today).into_records() }
}

fn by_id<'a, T: 'a>(all: impl Iterator<Item = (Id<T>, &'a T)>) -> HashMap<Id<T>, &'a T> {
    all.collect()
}

impl World {
    fn year(&self) -> i32 {
        self.today.year()
    }

    fn is_this_year(&self, session: &Session) -> bool {
        session.starts_on.is_some_and(|date| date.year() == self.year())
    }

    /// This year's sessions with those who take part, or will.
    fn trained(&self) -> Vec<(Id<Session>, &Session, Id<Member>)> {
        let sessions = by_id(self.sessions());
        let counts =
            |state| matches!(state, EnrolmentState::Enrolled | EnrolmentState::Attended | EnrolmentState::Absent);
        self.enrolments()
            .filter(|(_, enrolment)| enrolment.state.is_some_and(counts))
            .map(|(_, enrolment)| {
                let own = enrolment.session.expect("a session");
                (own, sessions[&own], enrolment.member.expect("a member"))
            })
            .filter(|(_, session, _)| self.is_this_year(session))
            .collect()
    }
}

fn check(today: Date) {
    let world = world(today);
    references_come_earlier(&world);
    the_register_has_its_size(&world);
    register::households_make_sense(&world);
    register::identity_numbers_are_valid_and_unique(&world);
    register::needs_follow_their_cases(&world);
    training::sessions_leave_the_seasons_alone(&world);
    training::the_year_trains_its_members(&world);
    training::distance_education_has_its_terms(&world);
    training::nobody_is_in_two_places(&world);
    training::results_follow_attendance(&world);
    prosperity::cooperatives_have_room(&world);
    prosperity::demonstration_households_lead(&world);
    prosperity::next_year_has_three_candidates_for_each_place(&world);
    tours::tours_lead_from_stop_to_stop(&world);
    register::visits_are_due(&world);
    register::promises_are_made_on_visits(&world);
    register::forms_are_whole(&world);
    casework::helpers_have_room(&world);
    casework::lives_are_in_order(&world);
    casework::emergencies_are_due(&world);
    casework::who_was_lifted_earns_enough(&world);
    fund::three_million_yuan_came_in(&world);
    fund::no_account_is_ever_below_zero(&world);
    fund::requests_stand_in_every_state(&world);
    fund::what_is_paid_was_approved(&world);
    fund::loans_come_back_by_instalments(&world);
    fund::closed_months_are_over(&world);
    nothing_happened_after_today(&world);
    no_text_has_holes(&world);
}

fn references_come_earlier(world: &World) {
    let mut seen: HashMap<Uuid, Kind> = HashMap::new();
    for (id, record) in &world.records {
        for field in record.kind().fields() {
            let (domain::ValueType::Id(kind), Value::Id(of)) = (field.value_type, record.get(field.number)) else {
                continue;
            };
            assert_eq!(seen.get(&of), Some(&kind), "{} of {record:?}", field.name);
        }
        assert_eq!(seen.insert(*id, record.kind()), None, "{record:?}");
    }
}

fn the_register_has_its_size(world: &World) {
    assert_eq!(world.cases().count(), 3054);
    let this_year = |case: &Case| case.stage_since.is_some_and(|date| date.year() == world.year());
    let supported = world
        .cases()
        .filter(|(_, case)| matches!(case.stage, Some(Stage::Supported | Stage::Lifted)) && this_year(case));
    assert_eq!(supported.count(), 300);
    assert!(world.cases().all(|(_, case)| case.stage != Some(Stage::Supported) || this_year(case)));
    assert!((40_000..=65_000).contains(&world.records.len()), "{}", world.records.len());
    let level = |level| world.divisions().filter(|(_, division)| division.level == Some(level)).count();
    assert_eq!((level(DivisionLevel::City), level(DivisionLevel::County)), (1, 6));
    assert_eq!(level(DivisionLevel::Village), world.cooperatives().count());
    let kind = |kind| world.sites().filter(|(_, site)| site.kind == Some(kind)).count();
    assert_eq!((kind(SiteKind::Centre), kind(SiteKind::TrainingBase)), (1, 9));
    assert!(kind(SiteKind::PracticeBase) >= 30);
}

/// Days that lie in the future are only those of plans.
fn nothing_happened_after_today(world: &World) {
    const PLANS: [&str; 7] = ["planned_on", "due_on", "starts_on", "ends_on", "to", "begins_on", "look_again_on"];
    let today = world.today.to_julian_day();
    // Science is brought to a village on a day; nobody is counted until it was.
    let is_to_come = |record: &AnyRecord| matches!(record, AnyRecord::Outreach(outreach) if outreach.headcount == 0);
    for (_, record) in world.records.iter().filter(|(_, record)| !is_to_come(record)) {
        for field in record.kind().fields().iter().filter(|field| !PLANS.contains(&field.name)) {
            if let Value::Date(date) = record.get(field.number) {
                assert!(date <= today, "{} of {record:?}", field.name);
            }
        }
    }
}

fn no_text_has_holes(world: &World) {
    for (_, record) in &world.records {
        for field in record.kind().fields() {
            if let Value::Text(text) = record.get(field.number) {
                let has_hole = text.contains(['{', '}', ':']) || text.starts_with(['，', '。']) || text.contains("  ");
                assert!(!has_hole && text == text.trim(), "{} of {record:?}", field.name);
            }
        }
    }
}

#[test]
fn the_programme_holds_on_awkward_days() {
    for (year, month, date) in
        [(2026, 11, 23), (2026, 1, 1), (2026, 12, 31), (2028, 2, 29), (2027, 4, 30), (2029, 9, 30)]
    {
        check(day(year, month, date));
    }
}

#[test]
fn the_same_day_gives_the_same_records() {
    let today = day(2026, 11, 23);
    assert!(demonstration(today) == demonstration(today));
}

#[test]
fn defaults_are_the_beginning_of_the_demonstration() {
    let all: HashMap<Uuid, AnyRecord> = demonstration(day(2026, 11, 23)).into_records().into_iter().collect();
    let defaults = defaults();
    assert_eq!(defaults.len(), 1 + 6 + 20 + 10);
    for (id, record) in defaults.iter().chain(&targets(2026)) {
        assert_eq!(all.get(id), Some(record));
    }
    let codes: Vec<&str> = COUNTIES.iter().map(|county| county.code).collect();
    assert_eq!(codes, ["220302", "220303", "220322", "220323", "220381", "220382"]);
    let values: Vec<Value> = targets(2027).iter().map(|(_, target)| target.get(3)).collect();
    assert_eq!(values, [300, 2000, 1000, 3, 200].map(Value::Int));
    assert_ne!(targets(2026)[0].0, targets(2027)[0].0);
    let indicators: HashSet<Uuid> = (2026..2030).flat_map(targets).map(|(id, _)| id).collect();
    assert_eq!(indicators.len(), 4 * <Indicator as domain::Choice>::ALL.len());
}

/// Who works with a tablet and what they settled there is no invention, a photo lies beside the records, and a choice
/// among candidates is what whoever tries it should make.
const LEFT_OUT: [Kind; 7] = [
    Kind::Staff,
    Kind::Tablet,
    Kind::Settlement,
    Kind::Photo,
    Kind::SelectionDraft,
    Kind::SelectionPick,
    Kind::ScoreWeights,
];

#[test]
fn every_kind_is_there() {
    let kinds: HashSet<Kind> =
        demonstration(day(2026, 11, 23)).records().iter().map(|(_, record)| record.kind()).collect();
    let expected = Kind::ALL.iter().filter(|kind| !LEFT_OUT.contains(kind));
    expected.for_each(|kind| assert!(kinds.contains(kind), "{kind:?}"));
    assert_eq!(Case::KIND, Kind::Case);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn the_programme_holds_on_any_day(days in 0i32..1826) {
        check(after(day(2026, 1, 1), days));
    }
}
