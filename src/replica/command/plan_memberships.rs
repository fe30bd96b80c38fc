//! Enrolment over a whole village or county: many households planned into several cooperatives at once, and many planned
//! memberships brought into force at once. All of them, or none.

use std::collections::{BTreeMap, BTreeSet};

use domain::records::{Case, Cooperative, Membership, MembershipField, MembershipState};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::prosperity;

/// How many households one plan takes: they must fit into one change.
pub const MOST_PLANNED: usize = 300;

/// Plans that households join cooperatives, each the one that was chosen for it.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanMemberships {
    /// Who joins which.
    pub plan: Vec<(Id<Case>, Id<Cooperative>)>,
    /// From when; nothing for today.
    pub planned_on: Option<Date>,
}

impl Command for PlanMemberships {
    fn intent(&self) -> Intent {
        Intent::EnrolCases
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        if self.plan.is_empty() {
            return vec![Problem::at(MembershipField::case, Fault::Missing)];
        }
        if self.plan.len() > MOST_PLANNED {
            return vec![Problem::at(MembershipField::case, Fault::TooMany(MOST_PLANNED))];
        }
        let mut seen = BTreeSet::new();
        let mut problems: Vec<Problem> = Vec::new();
        for (row, (case, cooperative)) in self.plan.iter().enumerate() {
            let is_twice = !seen.insert(*case);
            let fault = match state.get(*cooperative) {
                None => Some(Fault::Gone),
                Some(_) if is_twice => Some(Fault::Twice),
                Some(there) => prosperity::membership_obstacle(state, *case, *cooperative, there),
            };
            problems.extend(fault.map(|fault| Problem::at(MembershipField::case, fault).in_row(row)));
        }
        problems.extend(self.full(state));
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let planned_on = self.planned_on.or(Some(draft.today()));
        for (case, cooperative) in &self.plan {
            draft.create(&Membership {
                cooperative: Some(*cooperative),
                case: Some(*case),
                state: Some(MembershipState::Planned),
                planned_on,
                ..Membership::default()
            });
        }
    }
}

impl PlanMemberships {
    /// The cooperatives whose room the plan exceeds, each at the first household of its own.
    fn full(&self, state: &State) -> Vec<Problem> {
        let mut rows: BTreeMap<Id<Cooperative>, Vec<usize>> = BTreeMap::new();
        self.plan.iter().enumerate().for_each(|(row, (_, id))| rows.entry(*id).or_default().push(row));
        let over = |(id, rows): (Id<Cooperative>, Vec<usize>)| {
            let cooperative = state.get(id)?;
            let room = prosperity::room(state, id, cooperative)?;
            let first = *rows.get(room)?;
            let fault = Fault::CooperativeFull(cooperative.capacity);
            Some(Problem::at(MembershipField::cooperative, fault).in_row(first))
        };
        rows.into_iter().filter_map(over).collect()
    }
}

/// Brings planned memberships into force, all on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct AdmitMembers {
    /// Which.
    pub ids: Vec<Id<Membership>>,
    /// From when.
    pub on: Date,
}

impl Command for AdmitMembers {
    fn intent(&self) -> Intent {
        Intent::AdvanceMembership
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        if self.ids.is_empty() {
            return vec![Problem::of_entry(Fault::Missing)];
        }
        if self.on > today {
            return vec![Problem::at(MembershipField::joined_on, Fault::InFuture)];
        }
        let fault = |id: &Id<Membership>| match state.get(*id) {
            None => Some(Fault::Gone),
            Some(there) => (there.state != Some(MembershipState::Planned)).then_some(Fault::StepClosed),
        };
        let faults = self.ids.iter().enumerate().filter_map(|(row, id)| Some((row, fault(id)?)));
        faults.map(|(row, fault)| Problem::at(MembershipField::state, fault).in_row(row)).collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        for id in &self.ids {
            draft.update(*id, |membership| {
                membership.state = Some(MembershipState::InForce);
                membership.joined_on = Some(self.on);
            });
        }
    }
}
