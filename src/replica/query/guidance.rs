//! Guidance teams and what they did: home visits, and science brought to villages.

use domain::pinyin::sort_key;
use domain::records::{Case, Division, GuidanceTeam, Outreach, OutreachField, Visit, VisitField};
use domain::{Date, Id, Sorting as _};

use super::{cases, divisions};
use crate::State;

/// A team's line.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamLine {
    /// The team.
    pub id: Id<GuidanceTeam>,
    /// The team's record.
    pub team: GuidanceTeam,
    /// The county's name.
    pub county: String,
    /// How many home visits it made in the year.
    pub visits: usize,
    /// To how many villages it brought science in the year.
    pub outreaches: usize,
    /// The day of the next visit that is planned, or of the oldest that was missed.
    pub next: Option<Date>,
}

/// A home visit of a team.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamVisit {
    /// The visit.
    pub id: Id<Visit>,
    /// The case.
    pub case: Option<Id<Case>>,
    /// The household.
    pub name: String,
    /// The village.
    pub village: String,
    /// The visit's record.
    pub visit: Visit,
}

/// Science that was or will be brought to a village.
#[derive(Clone, Debug, PartialEq)]
pub struct OutreachLine {
    /// The event.
    pub id: Id<Outreach>,
    /// Its record.
    pub outreach: Outreach,
    /// The county's name.
    pub county: String,
    /// The village's name.
    pub village: String,
    /// The team's name.
    pub team: String,
}

/// All teams, by county, then by name, with what they did in the year of a day.
#[must_use]
pub fn teams(state: &State, today: Date) -> Vec<TeamLine> {
    let order: Vec<Id<Division>> = divisions::counties(state).into_iter().map(|(id, _)| id).collect();
    let place = |county: Option<Id<Division>>| order.iter().position(|id| Some(*id) == county).unwrap_or(order.len());
    let all = state.all::<GuidanceTeam>().iter();
    let mut lines: Vec<TeamLine> = all.map(|(id, team)| team_line(state, id, team, today)).collect();
    lines.arrange_by_cached_key(|line| (place(line.team.county), sort_key(&line.team.name)));
    lines
}

fn team_line(state: &State, id: Id<GuidanceTeam>, team: &GuidanceTeam, today: Date) -> TeamLine {
    let is_of_year = |day: Option<Date>| day.is_some_and(|day| day.year() == today.year() && day <= today);
    let visits = || state.referring::<Visit>(VisitField::team, id.raw());
    let outreaches = state.referring::<Outreach>(OutreachField::team, id.raw());
    let open = visits().filter(|(_, visit)| visit.done_on.is_none());
    TeamLine {
        id,
        team: team.clone(),
        county: divisions::name(state, team.county),
        visits: visits().filter(|(_, visit)| is_of_year(visit.done_on)).count(),
        outreaches: outreaches.filter(|(_, one)| is_of_year(one.on)).count(),
        next: open.filter_map(|(_, visit)| visit.planned_on).min(),
    }
}

/// The home visits of a team: those that are planned, the oldest first; then those that were made, the newest first.
#[must_use]
pub fn visits_of(state: &State, team: Id<GuidanceTeam>) -> Vec<TeamVisit> {
    let all = state.referring::<Visit>(VisitField::team, team.raw());
    let mut lines: Vec<TeamVisit> = all.map(|(id, visit)| team_visit(state, id, visit)).collect();
    lines.arrange_by_key(|line| {
        let open = line.visit.planned_on.filter(|_| line.visit.done_on.is_none());
        (line.visit.done_on.is_some(), open, std::cmp::Reverse(line.visit.done_on))
    });
    lines
}

fn team_visit(state: &State, id: Id<Visit>, visit: &Visit) -> TeamVisit {
    let village = visit.case.and_then(|case| state.get(case)).and_then(|case| case.village);
    TeamVisit {
        id,
        case: visit.case,
        name: visit.case.map(|case| cases::name(state, case)).unwrap_or_default(),
        village: divisions::name(state, village),
        visit: visit.clone(),
    }
}

/// What was and will be brought to villages: of one team, or of all; the newest first.
#[must_use]
pub fn outreaches(state: &State, team: Option<Id<GuidanceTeam>>) -> Vec<OutreachLine> {
    let all = state.all::<Outreach>().iter().filter(|(_, one)| team.is_none() || one.team == team);
    let mut lines: Vec<OutreachLine> = all.map(|(id, one)| outreach_line(state, id, one)).collect();
    lines.arrange_by_key(|line| std::cmp::Reverse((line.outreach.on, line.id)));
    lines
}

fn outreach_line(state: &State, id: Id<Outreach>, one: &Outreach) -> OutreachLine {
    OutreachLine {
        id,
        outreach: one.clone(),
        county: divisions::whereabouts(state, one.village).county,
        village: divisions::name(state, one.village),
        team: one.team.and_then(|team| state.get(team)).map(|team| team.name.clone()).unwrap_or_default(),
    }
}
