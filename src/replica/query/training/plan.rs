//! Plans of a year: their list, their sessions with what speaks against each, and the figures by which one plan is
//! compared with another and with the year in force. A planned session is never among the sessions in force.

use std::collections::{BTreeSet, HashMap};

use domain::pinyin::sort_key;
use domain::records::{
    Course, Division, Plan, PlanState, PlannedSession, PlannedSessionField, Session, SessionState, Site, Specialty,
};
use domain::{Date, Id, Sorting as _};

use super::demand::Demand;
use super::{Season, busy_season, course_title, instructor_name, is_of_year};
use crate::State;
use crate::query::divisions;

mod clashes;
mod figures;
mod series;

pub use clashes::{Clash, Clashing};
pub use figures::{Coverage, Figures, coverage, figures, figures_in_force};
pub use series::{Occurrence, Rhythm, Skipped, holiday, series};

/// About how many sessions a plan holds: what is adopted has to fit into one change, so that one undo takes it back.
pub const MOST: usize = 400;
/// How much a plan holds, in bytes.
const ROOM: usize = 54_000;
/// What a session takes of it without its words.
const BARE: usize = 132;

/// A plan as lists show it.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanLine {
    /// Which.
    pub id: Id<Plan>,
    /// The plan.
    pub plan: Plan,
    /// The county's name; empty for the whole city.
    pub place: String,
    /// How many sessions.
    pub sessions: usize,
    /// Their seats.
    pub seats: u32,
}

/// A session of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedLine {
    /// Which.
    pub id: Id<PlannedSession>,
    /// As it is planned.
    pub planned: PlannedSession,
    /// The course's title.
    pub title: String,
    /// The site's name.
    pub site: String,
    /// The instructor's name.
    pub instructor: String,
    /// What of it is in two places at once.
    pub clashes: Vec<Clash>,
    /// The busy season that it lies in.
    pub season: Option<Season>,
}

impl PlannedLine {
    /// First and last day.
    #[must_use]
    pub fn days(&self) -> Option<(Date, Date)> {
        let first = self.planned.starts_on?;
        Some((first, self.planned.ends_on.unwrap_or(first).max(first)))
    }
}

/// All plans: the latest year first; in a year that in force, then drafts, then those put aside, by name.
#[must_use]
pub fn plans(state: &State) -> Vec<PlanLine> {
    let mut lines: Vec<PlanLine> =
        state.all::<Plan>().iter().map(|(id, _)| id).filter_map(|id| line(state, id)).collect();
    let rank = |state: Option<PlanState>| match state {
        Some(PlanState::Adopted) => 0,
        Some(PlanState::Draft) | None => 1,
        Some(_) => 2,
    };
    lines.arrange_by_cached_key(|line| {
        (std::cmp::Reverse(line.plan.year), rank(line.plan.state), sort_key(&line.plan.name), line.id)
    });
    lines
}

/// A plan's line.
#[must_use]
pub fn line(state: &State, id: Id<Plan>) -> Option<PlanLine> {
    let plan = state.get(id)?.clone();
    let place = divisions::name(state, plan.division);
    let seats = planned(state, id).map(|(_, one)| one.seats).sum();
    Some(PlanLine { id, plan, place, sessions: planned(state, id).count(), seats })
}

/// The sessions of a plan, in the order in which they were made.
pub fn planned(state: &State, plan: Id<Plan>) -> impl Iterator<Item = (Id<PlannedSession>, &PlannedSession)> {
    state.referring(PlannedSessionField::plan, plan.raw())
}

/// The sessions of a plan that are not in force.
#[must_use]
pub fn left_out(state: &State, plan: Id<Plan>) -> Vec<(Id<PlannedSession>, &PlannedSession)> {
    planned(state, plan).filter(|(id, _)| state.get(id.in_force()).is_none()).collect()
}

/// The sessions of a plan by their days, with what speaks against each.
#[must_use]
pub fn lines(state: &State, plan: Id<Plan>) -> Vec<PlannedLine> {
    let mut clashes = clashes::of_plan(state, plan);
    let name = |site: Option<Id<Site>>| site.and_then(|id| state.get(id)).map(|one| one.name.clone());
    let line = |(id, planned): (Id<PlannedSession>, &PlannedSession)| {
        let session = planned.session();
        let first = planned.starts_on;
        PlannedLine {
            id,
            title: course_title(state, &session),
            site: name(planned.site).unwrap_or_default(),
            instructor: instructor_name(state, &session),
            clashes: clashes.remove(&id).unwrap_or_default(),
            season: first.and_then(|first| busy_season(first, planned.ends_on.unwrap_or(first).max(first))),
            planned: planned.clone(),
        }
    };
    let mut lines: Vec<PlannedLine> = planned(state, plan).map(line).collect();
    lines.arrange_by_cached_key(|line| (line.planned.starts_on, line.planned.begins_at, line.title.clone(), line.id));
    lines
}

/// What a session that is being planned would clash with, were it so.
#[must_use]
pub fn clashes_of(state: &State, plan: Id<Plan>, id: Option<Id<PlannedSession>>, session: &Session) -> Vec<Clash> {
    clashes::of_session(state, plan, id, session)
}

/// Whether a plan with these sessions can be adopted in one change.
#[must_use]
pub fn fits<'a>(sessions: impl Iterator<Item = &'a PlannedSession>) -> bool {
    let sizes: Vec<usize> = sessions.map(|one| BARE + one.room.len() + one.note.len()).collect();
    sizes.len() <= MOST && sizes.into_iter().sum::<usize>() <= ROOM
}

/// The sessions of a year that are in force and to be held.
fn in_force(state: &State, year: i32) -> impl Iterator<Item = (Id<Session>, &Session)> {
    state.all::<Session>().iter().filter(move |(_, session)| is_of_year(session, year))
}

/// The sites of a county, those that seat people first, training bases before others: where a class is likely held.
#[must_use]
pub fn base_of(state: &State, county: Id<Division>) -> Option<Id<Site>> {
    use domain::records::SiteKind;
    let here =
        state.all::<Site>().iter().filter(|(_, site)| divisions::county_of(state, site.division) == Some(county));
    let mut sites: Vec<_> = here.filter(|(_, site)| site.seats > 0).collect();
    sites.arrange_by_cached_key(|(_, site)| (site.kind != Some(SiteKind::TrainingBase), sort_key(&site.name)));
    sites.first().map(|(id, _)| *id)
}

/// The course of a specialty that was held most.
#[must_use]
pub fn course_of(state: &State, specialty: Id<Specialty>) -> Option<Id<Course>> {
    let of = state.all::<Course>().iter().filter(|(_, course)| course.specialty == Some(specialty));
    let held = |id: Id<Course>| state.referring::<Session>(domain::records::SessionField::course, id.raw()).count();
    of.map(|(id, _)| id).max_by_key(|id| (held(*id), std::cmp::Reverse(*id)))
}
