//! Sessions and enrolments: seasons, seats, days, and how many people are trained.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::records::{EnrolmentState, Member, Outcome, Session, SessionState};
use domain::{Date, Id, Uuid};

use super::{World, by_id};
use crate::calendar::{day, days_between, is_slack};

/// First and last day.
type Span = (Date, Date);

pub(super) fn sessions_leave_the_seasons_alone(world: &World) {
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

pub(super) fn the_year_trains_its_members(world: &World) {
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

pub(super) fn distance_education_has_its_terms(world: &World) {
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
pub(super) fn nobody_is_in_two_places(world: &World) {
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

/// Who took part has a result, who passed a certificate of a number of its own, and who was asked later was certified.
pub(super) fn results_follow_attendance(world: &World) {
    let mut numbers = HashSet::new();
    for (_, enrolment) in world.enrolments() {
        let has_attended = enrolment.state == Some(EnrolmentState::Attended);
        assert_eq!(enrolment.outcome.is_some(), has_attended, "{enrolment:?}");
        let has_passed = enrolment.outcome == Some(Outcome::Passed);
        assert_eq!(enrolment.certificate.is_empty(), !has_passed, "{enrolment:?}");
        assert!(!has_passed || numbers.insert(enrolment.certificate.clone()), "{enrolment:?}");
        assert!(enrolment.employment.is_none() || has_passed, "{enrolment:?}");
        assert!(enrolment.followed_up_on.is_none_or(|day| day <= world.today), "{enrolment:?}");
        assert!(enrolment.mark <= 100 && enrolment.rating <= 5, "{enrolment:?}");
    }
}
