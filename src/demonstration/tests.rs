//! The demonstration as a whole: the programme's figures, and that no record contradicts another.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::identity::{IdNumber, age};
use domain::records::{
    AnyRecord, Case, Cooperative, Course, Demonstration, DemonstrationState, Division, DivisionLevel, Education,
    Enrolment, EnrolmentState, Indicator, Member, Membership, MembershipState, Need, NeedState, RadiationLink,
    Relation, Session, SessionState, Site, SiteKind, Specialty, Stage, Visit,
};
use domain::{Date, Id, Kind, Record, Uuid, Value};
use proptest::prelude::*;

use crate::calendar::{after, day, days_between, is_slack};
use crate::data::places::COUNTIES;
use crate::{defaults, demonstration, targets};

/// First and last day.
type Span = (Date, Date);

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
    cooperatives: Cooperative, memberships: Membership, demonstrations: Demonstration, links: RadiationLink,
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
    households_make_sense(&world);
    identity_numbers_are_valid_and_unique(&world);
    needs_follow_their_cases(&world);
    sessions_leave_the_seasons_alone(&world);
    the_year_trains_its_members(&world);
    distance_education_has_its_terms(&world);
    nobody_is_in_two_places(&world);
    cooperatives_have_room(&world);
    demonstration_households_lead(&world);
    visits_are_due(&world);
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

fn households_make_sense(world: &World) {
    let mut households: BTreeMap<Id<Case>, Vec<&Member>> = BTreeMap::new();
    world.members().for_each(|(_, member)| households.entry(member.case.expect("a case")).or_default().push(member));
    assert_eq!(households.len(), 3054);
    for members in households.values() {
        assert!((2..=5).contains(&members.len()), "{members:?}");
        let heads = members.iter().filter(|member| member.relation == Some(Relation::Head)).count();
        assert_eq!(heads, 1, "{members:?}");
        assert!(members.iter().any(|member| member.party_joined_on.is_some()), "{members:?}");
        let names: HashSet<&str> = members.iter().map(|member| member.name.as_str()).collect();
        assert_eq!(names.len(), members.len(), "{names:?}");
        members.iter().for_each(|member| ages_fit(world, members[0], member));
    }
}

fn born(member: &Member) -> Date {
    IdNumber::parse(&member.id_number).expect("valid").born_on()
}

fn ages_fit(world: &World, head: &Member, member: &Member) {
    let (own, of_head) = (born(member).year(), born(head).year());
    let years = of_head - own;
    let fits = match member.relation {
        Some(Relation::Head) => years == 0 && (27..80).contains(&age(born(head), world.today).expect("born")),
        Some(Relation::Spouse) => (-6..=6).contains(&years) && member.sex != head.sex,
        Some(Relation::Son | Relation::Daughter) => (-46..=-20).contains(&years),
        Some(Relation::Parent) => (20..=35).contains(&years),
        Some(Relation::Grandchild) => years <= -40,
        Some(Relation::ChildInLaw) => years <= -17,
        Some(Relation::Sibling) => (-8..=8).contains(&years) && member.name.chars().next() == head.name.chars().next(),
        _ => false,
    };
    assert!(fits, "{head:?} {member:?}");
    let age = age(born(member), world.today).unwrap_or(0);
    assert!(member.school.is_empty() || (5..=22).contains(&age), "{member:?}");
    assert!(member.education != Some(Education::Bachelor) || age >= 17, "{member:?}");
    if let Some(joined) = member.party_joined_on {
        assert!(domain::identity::age(born(member), joined) >= Some(18), "{member:?}");
        assert!(joined <= world.today && !member.party_branch.is_empty(), "{member:?}");
    }
}

fn identity_numbers_are_valid_and_unique(world: &World) {
    let mut seen = HashSet::new();
    let mut phones = HashSet::new();
    for (_, member) in world.members() {
        let number = IdNumber::parse(&member.id_number).expect("valid");
        assert_eq!(Some(number.sex()), member.sex);
        assert!(number.as_str().starts_with("229900") && seen.insert(number.as_str().to_owned()), "{member:?}");
        assert!(member.phone.is_empty() || member.phone.len() == 11 && phones.insert(&member.phone), "{member:?}");
        assert!(member.phone.is_empty() || member.phone.starts_with("154"), "{member:?}");
    }
}

fn needs_follow_their_cases(world: &World) {
    let cases = by_id(world.cases());
    for (_, need) in world.needs() {
        let case = cases[&need.case.expect("a case")];
        assert!(need.asked_on >= case.surveyed_on && need.due_on > need.asked_on, "{need:?}");
        assert_eq!(need.met_on.is_some(), need.state == Some(NeedState::Met));
        assert!(need.met_on.is_none() || need.met_on >= need.asked_on, "{need:?}");
    }
}

fn sessions_leave_the_seasons_alone(world: &World) {
    let courses = by_id(world.courses());
    let sites = by_id(world.sites());
    let mut out_of_season = 0;
    for (_, session) in world.sessions() {
        let (from, until) = (session.starts_on.expect("a day"), session.ends_on.expect("a day"));
        let course = courses[&session.course.expect("a course")];
        let site = sites[&session.site.expect("a site")];
        assert!(from <= until && days_between(from, until) < 5 && session.seats <= site.seats, "{session:?} {site:?}");
        assert!(session.term > 0 && session.minimum <= session.seats && session.instructor.is_some());
        if !(is_slack(from) && is_slack(until)) {
            assert!(!course.is_rural, "{session:?}");
            out_of_season += 1;
        }
        match session.state {
            Some(SessionState::Planned) => assert!(until >= world.today, "{session:?}"),
            _ => assert!(until < world.today, "{session:?}"),
        }
    }
    assert!(out_of_season <= 5, "{out_of_season}");
    let count = world.sessions().filter(|(_, session)| world.is_this_year(session)).count();
    assert!((85..=100).contains(&count), "{count}");
    let is_today = |session: &Session| session.starts_on <= Some(world.today) && session.ends_on >= Some(world.today);
    assert!(world.sessions().filter(|(_, session)| is_today(session)).count() >= 2);
}

fn the_year_trains_its_members(world: &World) {
    let technology: HashSet<_> =
        world.specialties().filter(|(_, specialty)| specialty.is_technology).map(|(id, _)| id).collect();
    let courses = by_id(world.courses());
    let trained = world.trained();
    let is_technology = |session: &Session| {
        let course = courses[&session.course.expect("a course")];
        let is = technology.contains(&course.specialty.expect("a specialty"));
        assert_eq!(is, course.is_rural);
        is
    };
    let all: HashSet<_> = trained.iter().map(|(_, _, member)| member).collect();
    let rural: HashSet<_> =
        trained.iter().filter(|(_, session, _)| is_technology(session)).map(|(_, _, member)| member).collect();
    assert_eq!((all.len(), rural.len()), (2000, 1000));
    if world.today >= day(world.year(), 11, 20) {
        assert!((5700..=6300).contains(&trained.len()), "{}", trained.len());
    }
    let attended = world.enrolments().filter(|(_, of)| of.state == Some(EnrolmentState::Attended)).count();
    assert!(world.today < day(world.year(), 12, 31) || attended > 5000, "{attended}");
}

fn distance_education_has_its_terms(world: &World) {
    let titles = by_id(world.courses());
    let mut counts: BTreeMap<u32, (String, usize)> = BTreeMap::new();
    let mut people = HashSet::new();
    let sessions = by_id(world.sessions());
    for (_, enrolment) in world.enrolments() {
        let session = sessions[&enrolment.session.expect("a session")];
        if world.is_this_year(session) {
            continue;
        }
        assert_eq!(enrolment.state, Some(EnrolmentState::Attended));
        assert!(people.insert(enrolment.member), "{enrolment:?}");
        let title = titles[&session.course.expect("a course")].title.clone();
        counts.entry(session.term).or_insert((title, 0)).1 += 1;
    }
    assert_eq!(people.len(), 301);
    assert_eq!(counts.keys().copied().collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
    assert_eq!(counts.values().map(|(_, count)| *count).collect::<Vec<_>>(), [36, 213, 23, 5, 20, 4]);
}

/// No person, room or instructor is in two sessions at a time, and no session has more people than seats.
fn nobody_is_in_two_places(world: &World) {
    let mut days: HashMap<Id<Member>, Vec<Span>> = HashMap::new();
    let sessions = by_id(world.sessions());
    let mut seated: HashMap<Id<Session>, u32> = HashMap::new();
    let mut pairs = HashSet::new();
    for (_, enrolment) in world.enrolments() {
        let own = enrolment.session.expect("a session");
        let session = sessions[&own];
        assert!(pairs.insert((own, enrolment.member)), "{enrolment:?}");
        assert!(enrolment.enrolled_on <= Some(world.today) && enrolment.enrolled_on <= session.starts_on);
        if enrolment.state != Some(EnrolmentState::Withdrawn) {
            let both = session.starts_on.zip(session.ends_on).expect("days");
            days.entry(enrolment.member.expect("a member")).or_default().push(both);
        }
        if !matches!(enrolment.state, Some(EnrolmentState::Withdrawn | EnrolmentState::Waiting)) {
            *seated.entry(own).or_default() += 1;
        }
        let is_over = session.ends_on < Some(world.today);
        let is_open = matches!(enrolment.state, Some(EnrolmentState::Enrolled | EnrolmentState::Waiting));
        assert_eq!(is_over, !is_open, "{enrolment:?} {session:?}");
    }
    seated.iter().for_each(|(id, count)| assert!(*count <= sessions[id].seats, "{count} {:?}", sessions[id]));
    let taken = |key: fn(&Session) -> (Option<Uuid>, String)| {
        let mut by: BTreeMap<(Option<Uuid>, String), Vec<Span>> = BTreeMap::new();
        let held = sessions.values().filter(|session| session.state != Some(SessionState::Cancelled));
        held.for_each(|session| {
            by.entry(key(session)).or_default().push(session.starts_on.zip(session.ends_on).expect("days"));
        });
        by.into_values()
    };
    let rooms = taken(|session| (session.site.map(Id::raw), session.room.clone()));
    let instructors = taken(|session| (session.instructor.map(Id::raw), String::new()));
    for mut spans in days.into_values().chain(rooms).chain(instructors) {
        spans.sort();
        assert!(spans.windows(2).all(|pair| pair[0].1 < pair[1].0), "{spans:?}");
    }
    let waiting = world.enrolments().filter(|(_, of)| of.state == Some(EnrolmentState::Waiting)).count();
    assert!(waiting > 0 || world.today >= day(world.year(), 12, 1) || !is_slack(world.today), "nobody waits");
}

fn cooperatives_have_room(world: &World) {
    let cooperatives = by_id(world.cooperatives());
    let mut counts: HashMap<Id<Cooperative>, u32> = HashMap::new();
    let mut cases = HashSet::new();
    for (_, membership) in world.memberships() {
        assert!(cases.insert(membership.case), "{membership:?}");
        if membership.state != Some(MembershipState::Left) {
            *counts.entry(membership.cooperative.expect("a cooperative")).or_default() += 1;
        }
        assert!(membership.left_on.is_none() || membership.left_on >= membership.joined_on, "{membership:?}");
        assert_eq!(membership.state == Some(MembershipState::Planned), membership.joined_on.is_none());
    }
    let fits = |(id, count): (&Id<Cooperative>, &u32)| {
        [0, cooperatives[id].capacity.max(*count)].contains(&cooperatives[id].capacity)
    };
    assert!(counts.iter().all(fits));
    assert!(cases.len() > 1500, "{}", cases.len());
    let names: HashSet<&str> = world.cooperatives().map(|(_, of)| of.name.as_str()).collect();
    assert_eq!(names.len(), world.cooperatives().count());
    assert!(world.cooperatives().all(|(_, of)| of.founded_on < Some(world.today) && of.capital.0 > 0));
}

fn demonstration_households_lead(world: &World) {
    let year = u32::try_from(world.year()).expect("a year");
    let state = |state| world.demonstrations().filter(|(_, of)| of.state == Some(state) && of.year == year).count();
    assert_eq!((state(DemonstrationState::Chosen), state(DemonstrationState::Proposed)), (200, 40));
    let demonstrations = by_id(world.demonstrations());
    let leading: HashSet<Id<Case>> = world.demonstrations().filter_map(|(_, of)| of.case).collect();
    assert!(world.demonstrations().all(|(_, of)| of.case.is_some() != of.village.is_some()));
    let mut led = HashSet::new();
    let mut counts: HashMap<Id<Demonstration>, u32> = HashMap::new();
    for (_, link) in world.links() {
        let own = link.demonstration.expect("a demonstration household");
        *counts.entry(own).or_default() += 1;
        assert!(led.insert((link.case, link.case.is_none().then_some((own, &link.name)))), "{link:?}");
        assert!(link.case.is_none_or(|case| !leading.contains(&case)), "{link:?}");
        assert_eq!(link.case.is_none(), !link.name.is_empty());
        assert!(link.since <= Some(world.today) && link.since >= demonstrations[&own].chosen_on, "{link:?}");
    }
    assert_eq!(counts.len(), 200);
    assert!(counts.iter().all(|(id, count)| (20..=30).contains(count) && *count <= demonstrations[id].reach));
    let (count, gain) = world.links().fold((0, 0), |(count, gain), (_, link)| (count + 1, gain + link.gain.0));
    assert!(count > 5000 && (480_000..520_000).contains(&(gain / count)), "{count} {gain}");
}

fn visits_are_due(world: &World) {
    let is_due = |visit: &Visit| visit.done_on.is_none();
    let planned = |visit: &Visit| visit.planned_on.expect("a day");
    let due = world
        .visits()
        .filter(|(_, visit)| is_due(visit) && planned(visit) >= world.today && planned(visit) <= after(world.today, 7));
    assert_eq!(due.count(), 40);
    let late = world.visits().filter(|(_, visit)| is_due(visit) && planned(visit) < world.today).count();
    assert_eq!(late, 5);
    let ahead = world.visits().filter(|(_, visit)| is_due(visit)).count();
    assert!(ahead > 1200, "{ahead}");
    let cases = by_id(world.cases());
    for (_, visit) in world.visits() {
        assert!(visit.planned_on > cases[&visit.case.expect("a case")].surveyed_on, "{visit:?}");
        assert_eq!(visit.done_on.is_some(), !visit.report.is_empty(), "{visit:?}");
        assert!(!visit.visitor.is_empty() && !visit.purpose.is_empty(), "{visit:?}");
    }
}

/// Days that lie in the future are only those of plans.
fn nothing_happened_after_today(world: &World) {
    const PLANS: [&str; 4] = ["planned_on", "due_on", "starts_on", "ends_on"];
    let today = world.today.to_julian_day();
    for (_, record) in &world.records {
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
                let has_hole =
                    text.contains(['{', '}', ':']) || text.starts_with(['，', '。', '患']) || text.contains("  ");
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

#[test]
fn every_kind_is_there() {
    let kinds: HashSet<Kind> =
        demonstration(day(2026, 11, 23)).records().iter().map(|(_, record)| record.kind()).collect();
    Kind::ALL.iter().for_each(|kind| assert!(kinds.contains(kind), "{kind:?}"));
    assert_eq!(Case::KIND, Kind::Case);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn the_programme_holds_on_any_day(days in 0i32..1826) {
        check(after(day(2026, 1, 1), days));
    }
}
