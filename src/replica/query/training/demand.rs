//! Who needs training: by county and specialty, and by name. Everybody counts who is of age, can work and whose case has
//! not left the register. All are weighed in one pass: sessions, wishes and villages are looked up once.

use std::cmp::Reverse;
use std::collections::HashMap;

use domain::pinyin::sort_key;
use domain::records::{
    Case, Category, Cause, Course, Division, Enrolment, Labour, Member, NeedKind, Session, Specialty, Stage, Student,
};
use domain::{Date, Id, Sorting as _};

use super::candidates::{is_of_age, wanted};
use super::{TRAININGS_EACH, counts, is_of_year};
use crate::State;
use crate::query::divisions;

/// How many people, and how often they were trained in the year that counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many.
    pub people: usize,
    /// How many were trained never, once, twice, three times or more.
    pub had: [usize; TRAININGS_EACH + 1],
    /// How many of those who were trained less than three times said what they would like to learn.
    pub wishing: usize,
}

impl Tally {
    fn add(&mut self, one: &Weighed<'_>) {
        self.people += 1;
        self.had[one.trainings.min(TRAININGS_EACH)] += 1;
        self.wishing += usize::from(one.is_lacking() && !one.member.wish.is_empty());
    }

    /// How many trainings are lacking until each had three.
    #[must_use]
    pub fn lacking(&self) -> usize {
        self.had.iter().enumerate().map(|(times, people)| (TRAININGS_EACH - times) * people).sum()
    }
}

/// What one county needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountyDemand {
    /// The county; nothing for those of whom it is not known where they live.
    pub county: Option<Id<Division>>,
    /// Its name.
    pub name: String,
    /// Its people.
    pub tally: Tally,
}

/// How many want to learn something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecialtyDemand {
    /// The specialty; nothing for wishes that fit none.
    pub specialty: Option<Id<Specialty>>,
    /// Its name.
    pub name: String,
    /// How many want it in each county and have not had three trainings, in the order of the counties.
    pub wishing: Vec<usize>,
}

impl SpecialtyDemand {
    /// How many in all counties.
    #[must_use]
    pub fn total(&self) -> usize {
        self.wishing.iter().sum()
    }
}

/// Who needs what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Demand {
    /// All together.
    pub all: Tally,
    /// By county.
    pub counties: Vec<CountyDemand>,
    /// By specialty, as the office orders them; what nobody wants is not in it.
    pub specialties: Vec<SpecialtyDemand>,
}

/// Which people are asked for; what is left open does not matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// Of which county.
    pub county: Option<Id<Division>>,
    /// Wishing to learn what.
    pub specialty: Option<Id<Specialty>>,
    /// Trained how often: 3 stands for more as well.
    pub had: Option<usize>,
}

/// Somebody who needs training.
#[derive(Clone, Debug, PartialEq)]
pub struct Trainee {
    /// Who.
    pub member: Id<Member>,
    /// The case.
    pub case: Option<Id<Case>>,
    /// The name.
    pub name: String,
    /// The village.
    pub village: String,
    /// The category of trainees.
    pub category: Option<Id<Category>>,
    /// How often trained in the year that counts.
    pub trainings: usize,
    /// What they would like to learn.
    pub wish: String,
    /// That the case needs employment or a start-up.
    pub need: Option<NeedKind>,
    /// Why the household is poor, mainly.
    pub cause: Option<Cause>,
}

/// The demand, with the trainings of that year counted.
#[must_use]
pub fn demand(state: &State, year: i32, today: Date) -> Demand {
    let counties = divisions::counties(state);
    let mut places: HashMap<Option<Id<Division>>, usize> =
        counties.iter().enumerate().map(|(place, (id, _))| (Some(*id), place)).collect();
    places.insert(None, counties.len());
    let mut by_county = vec![Tally::default(); counties.len() + 1];
    let mut wishing: HashMap<Option<Id<Specialty>>, Vec<usize>> = HashMap::new();
    let mut all = Tally::default();
    for one in people(state, year, today) {
        let place = places.get(&one.county).copied().unwrap_or(counties.len());
        all.add(&one);
        by_county[place].add(&one);
        if one.is_lacking() && !one.member.wish.is_empty() {
            wishing.entry(one.specialty).or_insert_with(|| vec![0; counties.len() + 1])[place] += 1;
        }
    }
    let names = counties.into_iter().map(|(id, name)| (Some(id), name)).chain([(None, String::new())]);
    let mut counties: Vec<CountyDemand> =
        names.zip(by_county).map(|((county, name), tally)| CountyDemand { county, name, tally }).collect();
    // The last column is for people of whom it is not known where they live: mostly there are none.
    if counties.last().is_some_and(|last| last.tally.people == 0) {
        counties.pop();
        wishing.values_mut().for_each(|cells| cells.truncate(counties.len()));
    }
    Demand { all, counties, specialties: specialties(state, wishing) }
}

fn specialties(state: &State, wishing: HashMap<Option<Id<Specialty>>, Vec<usize>>) -> Vec<SpecialtyDemand> {
    let position = |id: &Option<Id<Specialty>>| id.and_then(|id| state.get(id)).map(|one| one.position);
    let mut rows: Vec<_> = wishing.into_iter().collect();
    rows.arrange_by_cached_key(|(id, _)| (id.is_none(), position(id), *id));
    let row = |(specialty, wishing): (Option<Id<Specialty>>, Vec<usize>)| {
        let name = specialty.and_then(|id| state.get(id)).map(|one| one.name.clone()).unwrap_or_default();
        SpecialtyDemand { specialty, name, wishing }
    };
    rows.into_iter().map(row).collect()
}

/// The people who are sought: those trained least first, then those with the best reasons.
#[must_use]
pub fn trainees(state: &State, sought: Sought, year: i32, today: Date) -> Vec<Trainee> {
    let needs = wanted(state);
    let is_sought = |one: &Weighed<'_>| {
        sought.county.is_none_or(|county| one.county == Some(county))
            && sought.specialty.is_none_or(|specialty| one.specialty == Some(specialty) && one.is_lacking())
            && sought.had.is_none_or(|had| one.trainings.min(TRAININGS_EACH) == had)
    };
    let trainee = |one: Weighed<'_>| Trainee {
        member: one.id,
        case: one.member.case,
        name: one.member.name.clone(),
        village: divisions::name(state, one.case.and_then(|case| case.village)),
        category: one.member.category,
        trainings: one.trainings,
        wish: one.member.wish.clone(),
        need: one.member.case.and_then(|case| needs.get(&case)).copied(),
        cause: one.case.and_then(|case| case.main_cause),
    };
    let mut found: Vec<Trainee> = people(state, year, today).filter(is_sought).map(trainee).collect();
    found.arrange_by_cached_key(|one| (one.trainings, Reverse(weight(one)), sort_key(&one.name), one.member));
    found
}

/// A wish weighs most; then that the case needs work, and that it lacks technique.
fn weight(one: &Trainee) -> u32 {
    let lacks_technique = one.cause == Some(Cause::Technique);
    u32::from(!one.wish.is_empty()) * 4 + u32::from(one.need.is_some()) * 2 + u32::from(lacks_technique)
}

/// Somebody, while all are weighed.
struct Weighed<'a> {
    id: Id<Member>,
    member: &'a Member,
    case: Option<&'a Case>,
    county: Option<Id<Division>>,
    specialty: Option<Id<Specialty>>,
    trainings: usize,
}

impl Weighed<'_> {
    fn is_lacking(&self) -> bool {
        self.trainings < TRAININGS_EACH
    }
}

fn people(state: &State, year: i32, today: Date) -> impl Iterator<Item = Weighed<'_>> {
    let (times, subjects) = (times(state, year), subjects(state));
    let mut counties: HashMap<Option<Id<Division>>, Option<Id<Division>>> = HashMap::new();
    let mut wishes: HashMap<&str, Option<Id<Specialty>>> = HashMap::new();
    let able = state.all::<Member>().iter().filter(move |(_, member)| can_learn(member, today));
    able.filter_map(move |(id, member)| {
        let case = member.case.and_then(|case| state.get(case));
        if case.is_some_and(|case| case.stage == Some(Stage::Left)) {
            return None;
        }
        let village = case.and_then(|case| case.village);
        let county = *counties.entry(village).or_insert_with(|| divisions::county_of(state, village));
        let specialty = *wishes.entry(member.wish.as_str()).or_insert_with(|| subject_of(&subjects, &member.wish));
        Some(Weighed { id, member, case, county, specialty, trainings: times.get(&id).copied().unwrap_or(0) })
    })
}

/// Whether somebody is of an age to learn a trade, can work, and is not at school.
fn can_learn(member: &Member, today: Date) -> bool {
    let can_work = !matches!(member.labour, Some(Labour::Lost | Labour::None));
    let is_at_school = member.student.is_some_and(|student| student != Student::No);
    can_work && !is_at_school && is_of_age(member, today)
}

/// How often each member was trained in a year, or has a seat in it.
fn times(state: &State, year: i32) -> HashMap<Id<Member>, usize> {
    let of_year = state.all::<Session>().iter().filter(|(_, session)| is_of_year(session, year));
    let sessions: HashMap<Id<Session>, ()> = of_year.map(|(id, _)| (id, ())).collect();
    let mut times = HashMap::new();
    for (_, enrolment) in state.all::<Enrolment>().iter().filter(|(_, enrolment)| counts(enrolment)) {
        let is_of_year = enrolment.session.is_some_and(|id| sessions.contains_key(&id));
        if let Some(member) = enrolment.member.filter(|_| is_of_year) {
            *times.entry(member).or_insert(0) += 1;
        }
    }
    times
}

/// What is taught, by every name that people give it.
fn subjects(state: &State) -> Vec<(String, Id<Specialty>)> {
    let named = state.all::<Specialty>().iter().map(|(id, one)| (one.name.clone(), id));
    let taught = state.all::<Course>().iter().filter_map(|(_, one)| Some((one.title.clone(), one.specialty?)));
    named.chain(taught).filter(|(name, _)| !name.is_empty()).collect()
}

/// People say "mushrooms" and mean the specialty of growing them, or the other way round.
fn subject_of(subjects: &[(String, Id<Specialty>)], wish: &str) -> Option<Id<Specialty>> {
    let fits = |name: &str| !wish.is_empty() && (name.contains(wish) || wish.contains(name));
    let exact = subjects.iter().find(|(name, _)| name == wish);
    exact.or_else(|| subjects.iter().find(|(name, _)| fits(name))).map(|(_, specialty)| *specialty)
}
