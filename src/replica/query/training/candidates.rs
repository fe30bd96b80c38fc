//! Who should be enrolled in a session, and what speaks against it. All members are weighed in one pass: what belongs
//! to sessions, needs and villages is looked up once, never once for each member.

use std::cmp::Reverse;
use std::collections::HashMap;

use domain::Sorting as _;
use domain::records::{
    Case, Course, Division, Enrolment, EnrolmentField, EnrolmentState, Member, Need, NeedKind, NeedState, Session,
    Specialty, Stage,
};
use domain::{Date, Fault, Id, identity};

use super::{counts, is_of_year, overlaps, session_name};
use crate::State;
use crate::query::divisions;

/// How often the programme means to train each member in a year.
pub const TRAININGS_EACH: usize = 3;

/// A member who might be enrolled, and what speaks for and against it.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The member.
    pub member: Id<Member>,
    /// The case.
    pub case: Option<Id<Case>>,
    /// The name.
    pub name: String,
    /// The village.
    pub village: String,
    /// How many trainings this year.
    pub trainings: usize,
    /// Whether the member is of an age to learn a trade (16 to 70); others are enrolled by name only.
    pub is_of_age: bool,
    /// What speaks for it, the strongest first.
    pub reasons: Vec<Reason>,
    /// What makes it impossible.
    pub obstacle: Option<Fault>,
}

/// What speaks for enrolling a member.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The member asked to learn it.
    Wish(String),
    /// The case needs employment or a start-up.
    Need(NeedKind),
    /// The case is supported this year.
    Supported,
    /// A Party member.
    PartyMember,
    /// Lives in the county of the site.
    Near,
}

/// What makes it impossible to enrol a member in a session.
#[must_use]
pub fn obstacle(state: &State, id: Id<Session>, session: &Session, member: Id<Member>, today: Date) -> Option<Fault> {
    let intake = Intake::new(state, id, session, today);
    let enrolments = state.referring::<Enrolment>(EnrolmentField::member, member.raw());
    let mut held = Held::default();
    for (_, enrolment) in enrolments {
        held.add(enrolment, intake.other(enrolment.session));
    }
    state.get(member).map_or(Some(Fault::Gone), |member| intake.obstacle(member, &held))
}

/// Everybody whose case has not left the register: the best reasons first, those who cannot come last.
#[must_use]
pub fn candidates(state: &State, id: Id<Session>, today: Date) -> Vec<Candidate> {
    let Some(session) = state.get(id) else { return vec![] };
    let intake = Intake::new(state, id, session, today);
    let (held, needs, mut places) = (intake.held(), wanted(state), Places::new(state, session));
    let mut candidates: Vec<Candidate> = Vec::new();
    let nothing = Held::default();
    for (member_id, member) in state.all::<Member>().iter() {
        let case = member.case.and_then(|case| state.get(case));
        if case.is_some_and(is_closed) {
            continue;
        }
        let place = places.of(case.and_then(|case| case.village));
        let held = held.get(&member_id).unwrap_or(&nothing);
        let need = member.case.and_then(|case| needs.get(&case)).copied();
        candidates.push(Candidate {
            member: member_id,
            case: member.case,
            name: member.name.clone(),
            village: place.name.clone(),
            trainings: held.trainings,
            is_of_age: is_of_age(member, today),
            reasons: intake.reasons(member, case, need, place.is_near),
            obstacle: intake.obstacle(member, held),
        });
    }
    candidates.arrange_by_cached_key(rank);
    candidates
}

/// Who cannot come is last; who lives near and was trained least is first.
fn rank(candidate: &Candidate) -> (bool, bool, bool, usize, Reverse<u32>) {
    let is_far = !candidate.reasons.contains(&Reason::Near);
    let weight = candidate.reasons.iter().map(weight).sum();
    let trainings = candidate.trainings.min(TRAININGS_EACH);
    (candidate.obstacle.is_some(), !candidate.is_of_age, is_far, trainings, Reverse(weight))
}

/// A wish weighs more than any two other reasons: who asked comes.
const fn weight(reason: &Reason) -> u32 {
    match reason {
        Reason::Wish(_) => 6,
        Reason::Need(_) => 3,
        Reason::Supported | Reason::PartyMember => 2,
        Reason::Near => 0,
    }
}

fn is_closed(case: &Case) -> bool {
    case.stage == Some(Stage::Left)
}

pub(super) fn is_of_age(member: &Member, today: Date) -> bool {
    let age = member.born_on.and_then(|born_on| identity::age(born_on, today));
    age.is_none_or(|age| (16..=70).contains(&age))
}

/// What a session asks of those who come.
struct Intake<'a> {
    state: &'a State,
    id: Id<Session>,
    session: &'a Session,
    from_age: u32,
    /// What the session teaches: the course's title, the specialty's name.
    subjects: [String; 2],
    day: Date,
}

/// Another session, as far as it matters here.
#[derive(Clone, Copy)]
struct Other {
    id: Id<Session>,
    is_same: bool,
    overlaps: bool,
    counts: bool,
}

/// What a member has in this year, and at the time of the session.
#[derive(Default)]
struct Held {
    trainings: usize,
    is_enrolled: bool,
    clash: Option<Id<Session>>,
}

impl Held {
    fn add(&mut self, enrolment: &Enrolment, other: Option<Other>) {
        let Some(other) = other.filter(|_| enrolment.state != Some(EnrolmentState::Withdrawn)) else { return };
        self.trainings += usize::from(other.counts && counts(enrolment));
        self.is_enrolled |= other.is_same;
        if other.overlaps && self.clash.is_none() {
            self.clash = Some(other.id);
        }
    }
}

impl<'a> Intake<'a> {
    fn new(state: &'a State, id: Id<Session>, session: &'a Session, today: Date) -> Self {
        let course: Option<&Course> = session.course.and_then(|course| state.get(course));
        let specialty: Option<&Specialty> = course.and_then(|course| state.get(course.specialty?));
        let title = course.map(|course| course.title.clone()).unwrap_or_default();
        let name = specialty.map(|specialty| specialty.name.clone()).unwrap_or_default();
        let from_age = course.map_or(0, |course| course.from_age);
        Self { state, id, session, from_age, subjects: [title, name], day: session.starts_on.unwrap_or(today) }
    }

    fn other(&self, id: Option<Id<Session>>) -> Option<Other> {
        let (id, session) = id.and_then(|id| Some((id, self.state.get(id)?)))?;
        let is_same = id == self.id;
        let overlaps = !is_same && overlaps(self.session, session);
        Some(Other { id, is_same, overlaps, counts: is_of_year(session, self.day.year()) })
    }

    /// What each member has; who has nothing is not in it.
    fn held(&self) -> HashMap<Id<Member>, Held> {
        let all = self.state.all::<Session>().iter().filter_map(|(id, _)| Some((id, self.other(Some(id))?)));
        let others: HashMap<Id<Session>, Other> = all.collect();
        let mut held: HashMap<Id<Member>, Held> = HashMap::new();
        for (_, enrolment) in self.state.all::<Enrolment>().iter() {
            if let Some(member) = enrolment.member {
                let other = enrolment.session.and_then(|id| others.get(&id)).copied();
                held.entry(member).or_default().add(enrolment, other);
            }
        }
        held
    }

    fn obstacle(&self, member: &Member, held: &Held) -> Option<Fault> {
        let name = || member.name.clone();
        if member.case.and_then(|case| self.state.get(case)).is_some_and(is_closed) {
            return Some(Fault::CaseClosed);
        }
        if held.is_enrolled {
            return Some(Fault::AlreadyEnrolled(name()));
        }
        let age = member.born_on.and_then(|born_on| identity::age(born_on, self.day));
        if age.is_some_and(|age| age < self.from_age) {
            return Some(Fault::TooYoung { name: name(), from_age: self.from_age });
        }
        held.clash.and_then(|other| self.state.get(other)).map(|other| self.clash(name(), other))
    }

    fn clash(&self, name: String, other: &Session) -> Fault {
        let from = other.starts_on.unwrap_or(self.day);
        let session = session_name(self.state, other);
        Fault::Clash { name, session, from, until: other.ends_on.unwrap_or(from) }
    }

    fn reasons(&self, member: &Member, case: Option<&Case>, need: Option<NeedKind>, is_near: bool) -> Vec<Reason> {
        let wish = self.is_wished(&member.wish).then(|| Reason::Wish(member.wish.clone()));
        let is_supported = case.is_some_and(|case| case.stage == Some(Stage::Supported));
        let others = [
            need.map(Reason::Need),
            is_supported.then_some(Reason::Supported),
            member.party_joined_on.map(|_| Reason::PartyMember),
            is_near.then_some(Reason::Near),
        ];
        wish.into_iter().chain(others.into_iter().flatten()).collect()
    }

    /// People say "mushrooms" and mean the course on growing them, or the other way round.
    fn is_wished(&self, wish: &str) -> bool {
        let fits =
            |subject: &String| !subject.is_empty() && (subject.contains(wish) || wish.contains(subject.as_str()));
        !wish.is_empty() && self.subjects.iter().any(fits)
    }
}

/// The cases that need employment or a start-up.
pub(super) fn wanted(state: &State) -> HashMap<Id<Case>, NeedKind> {
    let mut wanted = HashMap::new();
    for (_, need) in state.all::<Need>().iter().filter(|(_, need)| need.state != Some(NeedState::Met)) {
        let kind = need.kind.filter(|kind| matches!(kind, NeedKind::Employment | NeedKind::StartUp));
        if let (Some(case), Some(kind)) = (need.case, kind) {
            wanted.entry(case).or_insert(kind);
        }
    }
    wanted
}

/// A village, as far as it matters here.
struct Place {
    name: String,
    is_near: bool,
}

/// The villages met so far.
struct Places<'a> {
    state: &'a State,
    county: Option<Id<Division>>,
    known: HashMap<Option<Id<Division>>, Place>,
}

impl<'a> Places<'a> {
    fn new(state: &'a State, session: &Session) -> Self {
        let division = session.site.and_then(|site| state.get(site)).and_then(|site| site.division);
        Self { state, county: divisions::county_of(state, division), known: HashMap::new() }
    }

    fn of(&mut self, village: Option<Id<Division>>) -> &Place {
        let (state, county) = (self.state, self.county);
        self.known.entry(village).or_insert_with(|| Place {
            name: divisions::name(state, village),
            is_near: county.is_some() && divisions::county_of(state, village) == county,
        })
    }
}
