//! The figures of a year: those of a plan, and those of what is in force, number beside number.

use super::{
    BTreeSet, Course, Demand, Division, HashMap, Id, Plan, PlanState, Session, SessionState, Site, Specialty, State,
    busy_season, clashes, divisions, in_force, instructor_name, planned,
};

/// A year's sessions in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Sessions.
    pub sessions: usize,
    /// Seats.
    pub seats: u32,
    /// Seats in science-and-technology training.
    pub technology: u32,
    /// Hours of class.
    pub hours: u32,
    /// Days of class.
    pub days: u32,
    /// Counties in which something is held.
    pub counties: usize,
    /// Sessions in a busy season.
    pub busy: usize,
    /// Sessions that nobody teaches yet.
    pub untaught: usize,
    /// Instructors.
    pub instructors: usize,
    /// The most that one instructor has: the name, and how many sessions.
    pub most: Option<(String, usize)>,
    /// Rooms and instructors that are in two places at once; nothing is said of what is in force.
    pub clashes: usize,
}

/// The figures of a plan.
#[must_use]
pub fn figures(state: &State, plan: Id<Plan>) -> Figures {
    let sessions: Vec<Session> = planned(state, plan).map(|(_, one)| one.session()).collect();
    let clashes = clashes::of_plan(state, plan).values().map(Vec::len).sum();
    Figures { clashes, ..of(state, sessions.iter()) }
}

/// The figures of the sessions of a year that are in force.
#[must_use]
pub fn figures_in_force(state: &State, year: i32) -> Figures {
    of(state, in_force(state, year).map(|(_, session)| session))
}

fn of<'a>(state: &State, sessions: impl Iterator<Item = &'a Session>) -> Figures {
    let mut figures = Figures::default();
    let mut counties = BTreeSet::new();
    let mut load: HashMap<_, (usize, String)> = HashMap::new();
    for session in sessions {
        let course = session.course.and_then(|id| state.get(id));
        figures.sessions += 1;
        figures.seats += session.seats;
        figures.technology += if is_technology(state, course) { session.seats } else { 0 };
        figures.hours += course.map_or(0, |course| course.hours);
        figures.untaught += usize::from(session.instructor.is_none());
        counties.extend(county(state, session));
        if let Some(first) = session.starts_on {
            let last = session.ends_on.unwrap_or(first).max(first);
            figures.days += u32::try_from((last - first).whole_days() + 1).unwrap_or(0);
            figures.busy += usize::from(busy_season(first, last).is_some());
        }
        if let Some(instructor) = session.instructor {
            load.entry(instructor).or_insert_with(|| (0, instructor_name(state, session))).0 += 1;
        }
    }
    let most = load.values().max_by_key(|(count, name)| (*count, std::cmp::Reverse(name.clone())));
    figures.most = most.map(|(count, name)| (name.clone(), *count));
    Figures { counties: counties.len(), instructors: load.len(), ..figures }
}

fn county(state: &State, session: &Session) -> Option<Id<Division>> {
    let site: Option<&Site> = session.site.and_then(|id| state.get(id));
    divisions::county_of(state, site.and_then(|site| site.division))
}

fn is_technology(state: &State, course: Option<&Course>) -> bool {
    let specialty: Option<&Specialty> = course.and_then(|course| course.specialty).and_then(|id| state.get(id));
    specialty.is_some_and(|specialty| specialty.is_technology)
}

/// How far the seats of a year reach.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Seats in all.
    pub seats: u32,
    /// People who can have one: county by county no more than live there; seats of the whole city go to who is left.
    pub people: u32,
    /// People who can have one in science-and-technology training.
    pub technology: u32,
}

/// How far the seats of a year reach: of what is in force and, unless it is already, of a plan.
#[must_use]
pub fn coverage(state: &State, demand: &Demand, year: i32, plan: Option<Id<Plan>>) -> Coverage {
    let is_draft = |id: &Id<Plan>| state.get(*id).is_some_and(|plan| plan.state != Some(PlanState::Adopted));
    let drafted = plan.filter(is_draft).into_iter().flat_map(|plan| planned(state, plan)).map(|(_, one)| one.session());
    let mut seats: HashMap<Option<Id<Division>>, [u32; 2]> = HashMap::new();
    let held = in_force(state, year).map(|(_, one)| one.clone());
    for session in held.chain(drafted).filter(|one| one.state != Some(SessionState::Cancelled)) {
        let of_county = seats.entry(county(state, &session)).or_default();
        of_county[0] += session.seats;
        let course = session.course.and_then(|id| state.get(id));
        of_county[1] += if is_technology(state, course) { session.seats } else { 0 };
    }
    let sum = |which: usize| seats.values().map(|of| of[which]).sum::<u32>();
    Coverage { seats: sum(0), people: reached(demand, &seats, 0), technology: reached(demand, &seats, 1) }
}

fn reached(demand: &Demand, seats: &HashMap<Option<Id<Division>>, [u32; 2]>, which: usize) -> u32 {
    let count = |people: usize| u32::try_from(people).unwrap_or(u32::MAX);
    let of = |county: Option<Id<Division>>| seats.get(&county).map_or(0, |of| of[which]);
    let (mut reached, mut left) = (0, 0);
    for county in &demand.counties {
        let people = count(county.tally.people);
        let here = if county.county.is_some() { of(county.county).min(people) } else { 0 };
        reached += here;
        left += people - here;
    }
    reached + of(None).min(left)
}
