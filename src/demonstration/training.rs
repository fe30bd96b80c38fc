//! A year of training: courses, instructors, and sessions that leave sowing and harvest alone.
//! In a county no two sessions of a track overlap, so neither people nor rooms nor instructors can clash.

use domain::Sorting as _;
use domain::records::{Course, Instructor, Session, SessionState, Site, SiteKind};
use domain::{Date, Id};

use crate::calendar::{after, day, days_between, is_slack};
use crate::data::places::{COUNTIES, GONGZHULING};
use crate::data::prosperity::INDUSTRIES;
use crate::data::training::{
    CANCELLED, CourseWords, DISTANCE_TERMS, EVENING, INSTRUCTORS, NOTES, ROOMS, SKILLS, SPECIALTIES, TECHNOLOGY,
};
use crate::dice::Dice;
use crate::names::some_name;
use crate::number::{Telephones, id};
use crate::places::county_id;
use crate::text::filled;

/// Science-and-technology training for rural members, and training for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Track {
    /// Science and technology.
    Technology,
    /// Everything else.
    Skills,
}

/// Both, in the order in which they are kept.
pub(crate) const TRACKS: [Track; 2] = [Track::Technology, Track::Skills];
/// Each member is trained about so often a year.
const TIMES_EACH: usize = 3;
/// People whom a session is planned for.
const USUAL_SIZE: usize = 67;
/// Fewer sessions than these a county does not hold on a track.
const FEWEST: usize = 4;
/// Processing and machinery are taught everywhere.
const TAUGHT_EVERYWHERE: [usize; 2] = [8, 15];

/// One holding of a course, while the year is being planned.
pub(crate) struct Class {
    /// Its county.
    pub(crate) county: usize,
    /// Its track; nothing for the earlier terms of distance education.
    pub(crate) track: Option<Track>,
    /// Its course: a place among all courses.
    course: usize,
    /// Its first and last day.
    pub(crate) days: (Date, Date),
    /// Whether it was put beside today, in the evening.
    is_evening: bool,
    /// Whether it was cancelled.
    pub(crate) is_cancelled: bool,
    /// Its term.
    term: u32,
}

/// All courses: technology, skills, distance.
pub(crate) fn courses() -> Vec<(Id<Course>, Course)> {
    let distance = DISTANCE_TERMS.iter().map(|(words, _)| (words, false));
    let technology = TECHNOLOGY.iter().map(|words| (words, true));
    let skills = SKILLS.iter().map(|words| (words, false));
    let all = technology.chain(skills).chain(distance);
    (1..).map(id).zip(all.map(|(words, is_rural)| course(words, is_rural))).collect()
}

fn course(words: &CourseWords, is_rural: bool) -> Course {
    Course {
        title: words.title.to_owned(),
        specialty: Some(id(u32::try_from(words.specialty).unwrap_or(0) + 1)),
        hours: words.hours,
        method: Some(words.method),
        content: words.content.to_owned(),
        from_age: 16,
        is_rural,
    }
}

/// For each county one instructor of each group.
pub(crate) fn instructors(phones: &mut Telephones) -> Vec<(Id<Instructor>, Instructor)> {
    let mut dice = Dice::new(6);
    let mut all = Vec::new();
    for county in &COUNTIES {
        for (subject, organisation) in INSTRUCTORS {
            all.push(Instructor {
                name: some_name(&mut dice, 1974),
                organisation: filled(organisation, &[("place", county.short)]),
                subject: subject.to_owned(),
                phone: phones.next(),
                ..Instructor::default()
            });
        }
    }
    (1..).map(id).zip(all).collect()
}

/// The year's classes for so many trainees by county and track, in the order of their days; before them last year's
/// terms of distance education.
pub(crate) fn classes(trainees: &[[usize; 2]], today: Date) -> Vec<Class> {
    let mut dice = Dice::new(7);
    let mut year = Vec::new();
    for (county, counts) in trainees.iter().enumerate() {
        for (track, count) in TRACKS.into_iter().zip(counts) {
            let sessions = (count * TIMES_EACH + USUAL_SIZE / 2) / USUAL_SIZE;
            let mut own = track_year(&mut dice, county, track, sessions.max(FEWEST), today.year());
            let near = beside_today(county, track, today);
            near.into_iter().for_each(|target| put_at(&mut own, target));
            year.extend(own);
        }
    }
    year.arrange_by_key(|class| class.days);
    cancel_one(&mut year, today);
    count_terms(&mut year);
    let mut all = distance_terms(today.year() - 1);
    all.extend(year);
    all
}

fn track_year(dice: &mut Dice, county: usize, track: Track, count: usize, year: i32) -> Vec<Class> {
    let open: Vec<Date> = (0..366).map(|days| after(day(year, 1, 1), days)).filter(|date| is_slack(*date)).collect();
    let mut taught = taught(county, track);
    dice.shuffle(&mut taught);
    let course = |number: usize| taught.get(number % taught.len().max(1)).copied().unwrap_or(0);
    (0..count)
        .filter_map(|number| {
            let course = course(number);
            let slot = open.get(number * open.len() / count..(number + 1) * open.len() / count)?;
            let days = days_within(dice, slot, length(course))?;
            Some(Class { county, track: Some(track), course, days, is_evening: false, is_cancelled: false, term: 0 })
        })
        .collect()
}

/// Which courses a county holds on a track: places among all courses.
fn taught(county: usize, track: Track) -> Vec<usize> {
    let industries = COUNTIES.get(county).map_or([].as_slice(), |county| county.industries);
    let lives_on =
        |specialty| industries.iter().any(|at| INDUSTRIES.get(*at).is_some_and(|of| of.specialty == specialty));
    match track {
        Track::Technology => {
            let fits = |words: &CourseWords| TAUGHT_EVERYWHERE.contains(&words.specialty) || lives_on(words.specialty);
            (0..).zip(&TECHNOLOGY).filter(|(_, words)| fits(words)).map(|(place, _)| place).collect()
        }
        Track::Skills => (TECHNOLOGY.len()..TECHNOLOGY.len() + SKILLS.len()).collect(),
    }
}

fn words(course: usize) -> &'static CourseWords {
    let all = TECHNOLOGY.iter().chain(&SKILLS).chain(DISTANCE_TERMS.iter().map(|(words, _)| words));
    all.into_iter().nth(course).unwrap_or(&SKILLS[0])
}

/// Days that a course takes.
fn length(course: usize) -> usize {
    usize::try_from(words(course).hours / 8).unwrap_or(1).max(1)
}

/// So many days one after the other within a slot of open days.
fn days_within(dice: &mut Dice, slot: &[Date], length: usize) -> Option<(Date, Date)> {
    let starts: Vec<(Date, Date)> = slot
        .windows(length)
        .filter_map(|days| Some((*days.first()?, *days.last()?)))
        .filter(|(first, last)| usize::try_from(days_between(*first, *last)).is_ok_and(|days| days + 1 == length))
        .collect();
    starts.get(dice.below(starts.len())).copied()
}

/// The days near today on which a county's track should have a session; rural ones only in the slack season.
fn beside_today(county: usize, track: Track, today: Date) -> Option<Date> {
    let offset = match (county, track) {
        (2 | 4, Track::Skills) => 0,
        (3, Track::Technology) if is_slack(today) => 0,
        (1, Track::Skills) => -1,
        (5, Track::Skills) => 1,
        (3, Track::Skills) => 2,
        _ => return None,
    };
    Some(after(today, offset)).filter(|date| date.year() == today.year())
}

/// Moves the nearest session to that day, unless one is held then already; it ends before the next one begins, and
/// within the year and the season.
fn put_at(classes: &mut [Class], target: Date) {
    if classes.iter().any(|class| class.days.0 <= target && target <= class.days.1) {
        return;
    }
    let next = classes.iter().map(|class| class.days.0).filter(|first| *first > target).min();
    let nearest = classes.iter_mut().min_by_key(|class| days_between(target, class.days.0).abs());
    let Some(class) = nearest else { return };
    let is_next = next == Some(class.days.0);
    let length = if is_next { 1 } else { days_between(class.days.0, class.days.1) + 1 };
    let free = next.filter(|_| !is_next).map_or(length, |next| days_between(target, next));
    let is_rural = class.track == Some(Track::Technology);
    let may_go_on = |date: &Date| date.year() == target.year() && (!is_rural || is_slack(*date));
    let last = (0..length.min(free)).map(|days| after(target, days)).take_while(may_go_on).last();
    class.days = (target, last.unwrap_or(target));
    class.is_evening = !is_rural;
}

/// One class of a past winter's day was cancelled for snow.
fn cancel_one(classes: &mut [Class], today: Date) {
    let is_winter = |date: Date| matches!(u8::from(date.month()), 1 | 2 | 11 | 12);
    let was = |class: &&mut Class| class.county == 5 && class.days.1 < after(today, -10) && is_winter(class.days.0);
    if let Some(class) = classes.iter_mut().find(was) {
        class.is_cancelled = true;
    }
}

fn count_terms(classes: &mut [Class]) {
    let mut counts = [0; TECHNOLOGY.len() + SKILLS.len()];
    for class in classes {
        if let Some(count) = counts.get_mut(class.course) {
            *count += 1;
            class.term = *count;
        }
    }
}

/// The six terms, in the slack months of that year.
fn distance_terms(year: i32) -> Vec<Class> {
    let starts = [(1, 8), (3, 5), (6, 10), (7, 8), (8, 5), (11, 5)];
    let class = |(number, (month, date)): (usize, (u8, u8))| {
        let course = TECHNOLOGY.len() + SKILLS.len() + number;
        let first = day(year, month, date);
        let days = (first, after(first, i32::try_from(length(course)).unwrap_or(1) - 1));
        let term = u32::try_from(number).unwrap_or(0) + 1;
        Class { county: GONGZHULING, track: None, course, days, is_evening: false, is_cancelled: false, term }
    };
    starts.into_iter().enumerate().map(class).collect()
}

/// The record of a class that so many people are planned for.
pub(crate) fn session(
    dice: &mut Dice,
    class: &Class,
    planned: usize,
    sites: &[(Id<Site>, Site)],
    today: Date,
) -> Session {
    let seats = u32::try_from(planned.max(20).next_multiple_of(5)).unwrap_or(0);
    Session {
        course: Some(id(u32::try_from(class.course).unwrap_or(0) + 1)),
        term: class.term,
        site: site(dice, class, sites),
        room: dice.pick(&ROOMS).to_owned(),
        starts_on: Some(class.days.0),
        ends_on: Some(class.days.1),
        begins_at: if class.is_evening { 18 * 60 } else { dice.pick(&[510, 540, 540, 780]) },
        seats,
        minimum: seats / 3,
        instructor: Some(instructor(class)),
        state: Some(state(class, today)),
        note: note(dice, class).to_owned(),
        broadcast: None,
    }
}

fn state(class: &Class, today: Date) -> SessionState {
    match class {
        _ if class.is_cancelled => SessionState::Cancelled,
        _ if class.days.1 < today => SessionState::Held,
        _ => SessionState::Planned,
    }
}

fn note(dice: &mut Dice, class: &Class) -> &'static str {
    match class {
        _ if class.is_cancelled => CANCELLED,
        _ if class.is_evening => EVENING,
        _ => dice.pick(NOTES),
    }
}

fn instructor(class: &Class) -> Id<Instructor> {
    let group = SPECIALTIES.get(words(class.course).specialty).map_or(0, |(_, _, group)| *group);
    id(u32::try_from(class.county * INSTRUCTORS.len() + group).unwrap_or(0) + 1)
}

/// Technology at the county's bases, skills at its schools, in the city's own district at the centre; distance
/// education where it is broadcast from.
fn site(dice: &mut Dice, class: &Class, sites: &[(Id<Site>, Site)]) -> Option<Id<Site>> {
    let of = |kind: SiteKind, county: Option<usize>| -> Vec<&(Id<Site>, Site)> {
        let division = county.map_or(id(1), county_id);
        sites.iter().filter(|(_, site)| site.kind == Some(kind) && site.division == Some(division)).collect()
    };
    let mut fit = match class.track {
        Some(Track::Technology) => of(SiteKind::TrainingBase, Some(class.county)),
        Some(Track::Skills) if class.county == 0 => of(SiteKind::Centre, None),
        _ => of(SiteKind::School, Some(class.county)),
    };
    fit.retain(|(_, site)| (site.seats > 200) == (class.track.is_none()) || class.county == 0);
    fit.get(dice.below(fit.len())).map(|(id, _)| *id)
}
