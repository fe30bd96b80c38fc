//! Cases as lists and pages show them.

pub mod having;
pub mod lacking;
pub mod ties;
pub mod usual;

use domain::Sorting as _;
use domain::pinyin::sort_key;
use domain::records::{
    Case, Cause, HouseholdKind, Member, MemberField, Need, NeedField, Relation, Stage, Visit, VisitField,
};
use domain::{Date, Id};

use super::divisions;
use crate::State;
use crate::state::head_of;

/// A line of the list of cases.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseLine {
    /// The case.
    pub id: Id<Case>,
    /// Its head.
    pub name: String,
    /// Its village.
    pub village: String,
    /// Its township.
    pub township: String,
    /// The villagers' group.
    pub group: String,
    /// The kind of household.
    pub household_kind: Option<HouseholdKind>,
    /// Where it stands.
    pub stage: Option<Stage>,
    /// How many persons.
    pub persons: usize,
    /// The main cause.
    pub main_cause: Option<Cause>,
}

/// A case's line.
#[must_use]
pub fn line(state: &State, id: Id<Case>) -> Option<CaseLine> {
    let case = state.get(id)?;
    let place = divisions::whereabouts(state, case.village);
    Some(CaseLine {
        id,
        name: name(state, id),
        village: place.village,
        township: place.township,
        group: case.group.clone(),
        household_kind: case.household_kind,
        stage: case.stage,
        persons: state.referring::<Member>(MemberField::case, id.raw()).count(),
        main_cause: case.main_cause,
    })
}

/// What a case is called: its head's name.
#[must_use]
pub fn name(state: &State, id: Id<Case>) -> String {
    head_of(state, id).map(|(_, head)| head.name.clone()).unwrap_or_default()
}

/// The name of a case that may be missing.
#[must_use]
pub fn name_of(state: &State, id: Option<Id<Case>>) -> String {
    id.map(|id| name(state, id)).unwrap_or_default()
}

/// Whether a case is poor for that cause, mainly or beside another.
#[must_use]
pub fn has_cause(state: &State, id: Id<Case>, cause: Cause) -> bool {
    state.get(id).is_some_and(|case| case.main_cause == Some(cause) || case.other_causes.contains(&cause))
}

/// The day of the last visit that was made.
#[must_use]
pub fn last_visit(state: &State, id: Id<Case>) -> Option<Date> {
    state.referring::<Visit>(VisitField::case, id.raw()).filter_map(|(_, visit)| visit.done_on).max()
}

/// The household, head first, then as the form lists relations.
#[must_use]
pub fn members(state: &State, id: Id<Case>) -> Vec<(Id<Member>, Member)> {
    let all = state.referring::<Member>(MemberField::case, id.raw());
    let mut members: Vec<_> = all.map(|(id, member)| (id, member.clone())).collect();
    members.arrange_by_key(|(_, member)| (member.relation.unwrap_or(Relation::Other), member.born_on));
    members
}

/// The needs, open ones first, newest first.
#[must_use]
pub fn needs(state: &State, id: Id<Case>) -> Vec<(Id<Need>, Need)> {
    let all = state.referring::<Need>(NeedField::case, id.raw());
    let mut needs: Vec<_> = all.map(|(id, need)| (id, need.clone())).collect();
    needs.arrange_by(|a, b| (a.1.state, b.1.asked_on).cmp(&(b.1.state, a.1.asked_on)));
    needs
}

/// The visits: those to come first, then the newest.
#[must_use]
pub fn visits(state: &State, id: Id<Case>) -> Vec<(Id<Visit>, Visit)> {
    let all = state.referring::<Visit>(VisitField::case, id.raw());
    let mut visits: Vec<_> = all.map(|(id, visit)| (id, visit.clone())).collect();
    visits.arrange_by(|a, b| {
        let key = |visit: &Visit| (visit.done_on.is_some(), visit.done_on.or(visit.planned_on));
        let (a, b) = (key(&a.1), key(&b.1));
        a.0.cmp(&b.0).then(b.1.cmp(&a.1))
    });
    visits
}

/// The case that came last: right after a registration, the one that it made.
#[must_use]
pub fn newest(state: &State) -> Option<Id<Case>> {
    state.all::<Case>().iter().last().map(|(id, _)| id)
}

/// All cases by name, for choosing one.
#[must_use]
pub fn by_name(state: &State) -> Vec<(Id<Case>, String)> {
    let mut names: Vec<_> = state.all::<Case>().iter().map(|(id, _)| (id, name(state, id))).collect();
    names.arrange_by_cached_key(|(_, name)| sort_key(name));
    names
}
