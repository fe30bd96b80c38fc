//! A draft plan for the coming year: the classes of the city's largest county from January to March, a year on. Nothing of
//! it is in force.

use domain::records::{Plan, PlanState, PlannedSession, Session, Site};
use domain::{Date, Id};

use crate::calendar::after;
use crate::data::places::GONGZHULING;
use crate::number::id;
use crate::places::county_id;

/// What the plan is called, and what it is about.
const NAME: &str = "公主岭市春季班草案";
const NOTE: &str = "先排一至三月农闲的班，等各基地报需求后再定。";
/// As many weeks later a day has the same weekday.
const WEEKS: i32 = 52;

/// The plan and its sessions.
pub(crate) struct Plans {
    /// The plan.
    pub(crate) plans: Vec<(Id<Plan>, Plan)>,
    /// Its sessions.
    pub(crate) sessions: Vec<(Id<PlannedSession>, PlannedSession)>,
}

/// The coming year's draft.
pub(crate) fn plans(sessions: &[(Id<Session>, Session)], sites: &[(Id<Site>, Site)], today: Date) -> Plans {
    let year = today.year() + 1;
    let (plan, division) = (id(1), Some(county_id(GONGZHULING)));
    let is_here = |session: &Session| {
        sites.iter().any(|(site, record)| session.site == Some(*site) && record.division == division)
    };
    let is_spring = |session: &Session| {
        session.starts_on.is_some_and(|day| day.year() == today.year() && u8::from(day.month()) <= 3)
    };
    let own = sessions.iter().map(|(_, session)| session).filter(|session| is_here(session) && is_spring(session));
    let moved = own.map(|session| PlannedSession::of(plan, &brought(session)));
    let planned = moved.filter(|one| one.starts_on.is_some_and(|day| day.year() == year));
    let record = Plan {
        name: NAME.to_owned(),
        year: year.unsigned_abs(),
        division,
        state: Some(PlanState::Draft),
        note: NOTE.to_owned(),
        adopted_on: None,
    };
    Plans { plans: vec![(plan, record)], sessions: (1..).map(id).zip(planned).collect() }
}

/// A session a year on. What was said of this year's is not said of it.
fn brought(session: &Session) -> Session {
    let later = |day: Option<Date>| day.map(|day| after(day, WEEKS * 7));
    let (starts_on, ends_on) = (later(session.starts_on), later(session.ends_on));
    Session { starts_on, ends_on, note: String::new(), ..session.clone() }
}
