//! Who takes part in which class: 2,000 different people a year, half of them rural ones in technology, three times
//! each by the end of the year; and the 301 of Gongzhuling's distance education, a year before.

use domain::Sorting as _;
use domain::records::{Employment, Enrolment, EnrolmentState, Member, Outcome, Session, Site, Stage};
use domain::roll::certificate_number;
use domain::{Date, Id};

use crate::calendar::{after, some_day};
use crate::data::places::{COUNTIES, GONGZHULING};
use crate::data::training::{DISTANCE_TERMS, WITHDRAWN};
use crate::dice::{Dice, shares};
use crate::households::Household;
use crate::number::id;
use crate::places::Village;
use crate::plans::{Plans, plans};
use crate::training::{Class, TRACKS, classes, session};

/// Members trained a year on each track: science and technology, and the rest.
const TRAINED: [usize; 2] = [1000, 1000];
/// Sessions further ahead than this take only those who have no other session yet.
const AHEAD: i32 = 45;
/// Sessions ahead that are full, and how many wait for a seat in each.
const FULL: usize = 3;
const WAITING: usize = 4;
/// The stream of chance for results.
const RESULTS: u64 = 41;
/// How many days after its end people are asked what became of a training, and what they say.
const FOLLOWED_UP: i32 = 92;
const BECAME: [Employment; 5] =
    [Employment::Farming, Employment::Employed, Employment::Business, Employment::Looking, Employment::Unchanged];

/// The trainees of a county, by track.
type Tracks = [Vec<Id<Member>>; 2];
/// For each class those who are planned for it.
type Plan = Vec<Vec<Id<Member>>>;

/// A year's sessions and enrolments.
pub(crate) struct Training {
    /// The sessions.
    pub(crate) sessions: Vec<(Id<Session>, Session)>,
    /// The enrolments.
    pub(crate) enrolments: Vec<(Id<Enrolment>, Enrolment)>,
    /// The draft of the coming year.
    pub(crate) plans: Plans,
}

/// The year's training.
pub(crate) fn training(
    households: &[Household],
    villages: &[Village],
    sites: &[(Id<Site>, Site)],
    today: Date,
) -> Training {
    let able = able_by_county(households, villages, today.year());
    let trainees = trainees(&able);
    let counts: Vec<[usize; 2]> = trainees.iter().map(|tracks| [tracks[0].len(), tracks[1].len()]).collect();
    let classes = classes(&counts, today);
    let mut plan = plan(&classes, &trainees);
    plan_distance(&mut plan, &able);
    let mut dice = Dice::new(8);
    let mut sessions: Vec<Session> = classes
        .iter()
        .zip(&plan)
        .map(|(class, people)| session(&mut dice, class, people.len(), sites, today))
        .collect();
    let mut enrolments = enrolments(&mut dice, &classes, &plan, today);
    enrolments.extend(waiting(&mut dice, &classes, &plan, &trainees, &mut sessions, today));
    let sessions: Vec<(Id<Session>, Session)> = (1..).map(id).zip(sessions).collect();
    let plans = plans(&sessions, sites, today);
    Training { sessions, enrolments: (1..).map(id).zip(enrolments).collect(), plans }
}

/// Those who can train, by county: rural Party members first, then other rural people, then the towns' people.
struct Able {
    rural: Vec<Id<Member>>,
    town: Vec<Id<Member>>,
}

fn able_by_county(households: &[Household], villages: &[Village], year: i32) -> Vec<Able> {
    let mut dice = Dice::new(9);
    (0..COUNTIES.len())
        .map(|county| {
            let of = |is_rural: bool| {
                let fits = move |village: &&Village| village.county == county && village.is_rural == is_rural;
                move |household: &&Household| villages.get(household.village).as_ref().is_some_and(fits)
            };
            let rural = able(&mut dice, households.iter().filter(of(true)), year);
            let town = able(&mut dice, households.iter().filter(of(false)), year);
            Able { rural, town }
        })
        .collect()
}

fn able<'a>(dice: &mut Dice, households: impl Iterator<Item = &'a Household>, year: i32) -> Vec<Id<Member>> {
    let open = households.filter(|household| !household.is_at(Stage::Left));
    let people = open.flat_map(|household| &household.people).filter(|person| person.can_train(year));
    let mut people: Vec<(bool, Id<Member>)> =
        people.map(|person| (person.member.party_joined_on.is_none(), person.id)).collect();
    dice.shuffle(&mut people);
    people.arrange_by_key(|(is_other, _)| *is_other);
    people.into_iter().map(|(_, id)| id).collect()
}

fn trainees(able: &[Able]) -> Vec<Tracks> {
    let rural: Vec<usize> = able.iter().map(|able| able.rural.len()).collect();
    let technology = shares(TRAINED[0], &rural);
    let rest: Vec<Vec<Id<Member>>> = able.iter().zip(&technology).map(|(able, taken)| rest(able, *taken)).collect();
    let skills = shares(TRAINED[1], &rest.iter().map(Vec::len).collect::<Vec<_>>());
    let first = |people: &[Id<Member>], count: usize| people.iter().take(count).copied().collect();
    let counts = technology.into_iter().zip(skills);
    let each = able.iter().zip(&rest).zip(counts);
    each.map(|((able, rest), (technology, skills))| [first(&able.rural, technology), first(rest, skills)]).collect()
}

/// Those who are left for the other track: the towns' people and rural ones, mixed.
fn rest(able: &Able, taken: usize) -> Vec<Id<Member>> {
    let mut rural = able.rural.iter().skip(taken).copied();
    let mut town = able.town.iter().copied();
    let mut all = Vec::new();
    while all.len() < able.rural.len() + able.town.len() - taken.min(able.rural.len()) {
        all.extend(rural.next());
        all.extend(town.next());
    }
    all
}

/// Everybody in two to four classes of their county and track, spread over the year.
fn plan(classes: &[Class], trainees: &[Tracks]) -> Plan {
    let mut dice = Dice::new(10);
    let mut plan = vec![Vec::new(); classes.len()];
    for (county, tracks) in trainees.iter().enumerate() {
        for (track, people) in TRACKS.into_iter().zip(tracks) {
            let is_own = |class: &&Class| class.county == county && class.track == Some(track);
            let own: Vec<usize> =
                classes.iter().enumerate().filter(|(_, class)| is_own(class)).map(|(place, _)| place).collect();
            for (turn, member) in people.iter().enumerate() {
                let times = dice.pick(&[2, 3, 3, 4]);
                let step = (own.len() / times).max(1);
                for time in 0..times.min(own.len()) {
                    let class = own.get((turn + time * step) % own.len()).and_then(|place| plan.get_mut(*place));
                    class.into_iter().for_each(|people: &mut Vec<Id<Member>>| people.push(*member));
                }
            }
        }
    }
    plan
}

/// The first classes are the terms of distance education; nobody is in two of them.
fn plan_distance(plan: &mut Plan, able: &[Able]) {
    let Some(own) = able.get(GONGZHULING) else { return };
    let mut people = own.rural.iter().rev().chain(&own.town).copied();
    for (class, (_, count)) in plan.iter_mut().zip(&DISTANCE_TERMS) {
        class.extend(people.by_ref().take(*count));
    }
}

fn enrolments(dice: &mut Dice, classes: &[Class], plan: &Plan, today: Date) -> Vec<Enrolment> {
    let mut seen = std::collections::HashSet::new();
    let (mut results, mut all) = (Dice::new(RESULTS), Vec::new());
    for (number, (class, people)) in (1..).zip(classes.iter().zip(plan)) {
        for member in people {
            let is_first = !class.is_cancelled && (class.track.is_none() || seen.insert(*member));
            if is_first || class.days.0 <= after(today, AHEAD) {
                let mut one = enrolment(dice, (id(number), class), *member, is_first, today);
                if one.state == Some(EnrolmentState::Attended) {
                    add_result(&mut results, &mut one, class.days.1, today);
                }
                all.push(one);
            }
        }
    }
    all
}

/// Whoever comes for the first time this year does come.
fn enrolment(
    dice: &mut Dice,
    (session, class): (Id<Session>, &Class),
    member: Id<Member>,
    is_first: bool,
    today: Date,
) -> Enrolment {
    let state = match class {
        _ if class.is_cancelled => EnrolmentState::Withdrawn,
        _ if class.days.1 >= today => EnrolmentState::Enrolled,
        _ if !is_first && dice.percent(5) => EnrolmentState::Absent,
        _ => EnrolmentState::Attended,
    };
    let enrolled_on = some_day(dice, after(class.days.0, -25), after(class.days.0, -3)).min(today);
    Enrolment {
        session: Some(session),
        member: Some(member),
        state: Some(state),
        enrolled_on: Some(enrolled_on),
        reason: if class.is_cancelled { WITHDRAWN.to_owned() } else { String::new() },
        ..Enrolment::default()
    }
}

/// What came of it: mark, certificate, what the trainee thought, and three months later what the trainee works at.
fn add_result(dice: &mut Dice, one: &mut Enrolment, end: Date, today: Date) {
    let Some((session, member)) = one.session.zip(one.member) else { return };
    let [has_passed, has_said, is_asked] = [94, 70, 98].map(|percent| dice.percent(percent));
    let (least, most) = if has_passed { (60, 98) } else { (35, 59) };
    one.mark = u32::try_from(dice.between(least, most)).unwrap_or_default();
    one.rating = if has_said { u32::try_from(dice.between(3, 5)).unwrap_or_default() } else { 0 };
    one.outcome = Some(if has_passed { Outcome::Passed } else { Outcome::Failed });
    let became = dice.below(BECAME.len());
    if !has_passed {
        return;
    }
    one.certificate = certificate_number(session, member, end.year(), 0);
    one.certified_on = Some(end);
    let asked_on = after(end, FOLLOWED_UP);
    if is_asked && asked_on <= today {
        one.employment = BECAME.get(became).copied();
        one.followed_up_on = Some(asked_on);
    }
}

/// Some of the next sessions are made full, and others of the same county and track wait.
fn waiting(
    dice: &mut Dice,
    classes: &[Class],
    plan: &Plan,
    trainees: &[Tracks],
    sessions: &mut [Session],
    today: Date,
) -> Vec<Enrolment> {
    let is_next = |class: &Class| class.days.0 > today && class.days.0 <= after(today, AHEAD);
    let next: Vec<usize> =
        classes.iter().enumerate().filter(|(_, class)| is_next(class)).map(|(place, _)| place).collect();
    let mut all = Vec::new();
    for place in next.into_iter().step_by(2).take(FULL) {
        let (Some(class), Some(people), Some(session)) = (classes.get(place), plan.get(place), sessions.get_mut(place))
        else {
            continue;
        };
        session.seats = u32::try_from(people.len()).unwrap_or(0);
        let track = usize::from(class.track != Some(TRACKS[0]));
        let others = trainees.get(class.county).and_then(|tracks| tracks.get(track)).into_iter().flatten();
        let others: Vec<Id<Member>> = others.filter(|member| !people.contains(member)).take(WAITING).copied().collect();
        let own = id(u32::try_from(place).unwrap_or(0) + 1);
        all.extend(others.into_iter().map(|member| {
            let mut waits = enrolment(dice, (own, class), member, true, today);
            waits.state = Some(EnrolmentState::Waiting);
            waits
        }));
    }
    all
}
