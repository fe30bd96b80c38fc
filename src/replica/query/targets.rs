//! The year's targets and how far they are reached.

use std::collections::HashMap;

use domain::records::{Case, Course, Enrolment, Indicator, Member, Session, Specialty, Stage, Target};
use domain::{Choice, Date, Id};

use super::{prosperity, training};
use crate::State;

/// A target of the year and what was reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// What it counts.
    pub indicator: Indicator,
    /// How many were reached; for an average, in hundredths.
    pub reached: u32,
    /// How many are aimed at, in the same unit; nothing where no target is set.
    pub target: Option<u32>,
    /// The target itself.
    pub id: Option<Id<Target>>,
}

/// The year's targets, in the order of the programme.
#[must_use]
pub fn progress(state: &State, year: i32) -> Vec<Progress> {
    let trained = trained(state, year);
    let people = |only: fn(&Trained) -> bool| trained.values().filter(|person| only(person)).count() as u32;
    let sum: usize = trained.values().map(|person| person.times).sum();
    let reached = |indicator| match indicator {
        Indicator::HouseholdsSupported => supported(state, year),
        Indicator::MembersTrained => people(|_| true),
        Indicator::RuralTrained => people(|person| person.is_technology),
        Indicator::TrainingsEach => (sum * 100).checked_div(trained.len()).unwrap_or(0) as u32,
        Indicator::DemonstrationHouseholds => prosperity::chosen_count(state, year.unsigned_abs()) as u32,
        _ => 0,
    };
    Indicator::ALL.iter().map(|indicator| with_target(state, *indicator, year, reached(*indicator))).collect()
}

fn with_target(state: &State, indicator: Indicator, year: i32, reached: u32) -> Progress {
    let fits = |target: &Target| target.indicator == Some(indicator) && i32::try_from(target.year) == Ok(year);
    let found = state.all::<Target>().iter().find(|(_, target)| fits(target) && target.division.is_none());
    let unit = if indicator == Indicator::TrainingsEach { 100 } else { 1 };
    let (id, target) = (found.map(|(id, _)| id), found.map(|(_, target)| target.value * unit));
    Progress { indicator, reached, target, id }
}

#[derive(Default)]
struct Trained {
    times: usize,
    is_technology: bool,
}

/// The members trained in a year, or with a seat in a session of it.
fn trained(state: &State, year: i32) -> HashMap<Id<Member>, Trained> {
    let of_year = state.all::<Session>().iter().filter(|(_, session)| training::is_of_year(session, year));
    let sessions: HashMap<Id<Session>, bool> = of_year.map(|(id, one)| (id, is_technology(state, one))).collect();
    let mut people: HashMap<Id<Member>, Trained> = HashMap::new();
    for (_, enrolment) in state.all::<Enrolment>().iter().filter(|(_, enrolment)| training::counts(enrolment)) {
        let is_technology = enrolment.session.and_then(|id| sessions.get(&id));
        if let (Some(is_technology), Some(member)) = (is_technology, enrolment.member) {
            let person = people.entry(member).or_default();
            person.times += 1;
            person.is_technology |= is_technology;
        }
    }
    people
}

fn is_technology(state: &State, session: &Session) -> bool {
    let course: Option<&Course> = session.course.and_then(|id| state.get(id));
    let specialty: Option<&Specialty> = course.and_then(|course| course.specialty).and_then(|id| state.get(id));
    specialty.is_some_and(|specialty| specialty.is_technology)
}

/// Households taken under support in a year, whether lifted since or not.
fn supported(state: &State, year: i32) -> u32 {
    let is_of_year = |case: &Case| case.stage_since.is_some_and(|day| day.year() == year);
    let counted = |case: &Case| matches!(case.stage, Some(Stage::Supported | Stage::Lifted)) && is_of_year(case);
    state.all::<Case>().iter().filter(|(_, case)| counted(case)).count() as u32
}

/// How much of a year has passed at a day, in hundredths.
#[must_use]
pub fn pace(today: Date) -> u32 {
    u32::from(today.ordinal()) * 100 / 366
}
