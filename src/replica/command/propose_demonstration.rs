//! Proposes a household as a demonstration household of a year.

use domain::records::{Demonstration, DemonstrationField, DemonstrationState};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;

/// Proposes a demonstration household, or revises the proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposeDemonstration {
    /// Which; nothing for a new one.
    pub id: Option<Id<Demonstration>>,
    /// The household and what it shows.
    pub demonstration: Demonstration,
}

impl Command for ProposeDemonstration {
    fn intent(&self) -> Intent {
        Intent::ProposeDemonstration
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let household = &self.demonstration;
        let mut problems = Vec::new();
        if household.case.is_none() && household.name.is_empty() {
            problems.push(Problem::at(DemonstrationField::case, Fault::Missing));
        }
        if household.industry.is_empty() {
            problems.push(Problem::at(DemonstrationField::industry, Fault::Missing));
        }
        let year = self.year(today);
        let mut others = state.all::<Demonstration>().iter().filter(|(id, _)| Some(*id) != self.id);
        let is_same = |other: &Demonstration| other.case.is_some() && other.case == household.case;
        let stands = |other: &Demonstration| other.state != Some(DemonstrationState::Withdrawn) && other.year == year;
        if others.any(|(_, other)| is_same(other) && stands(other)) {
            problems.push(Problem::at(DemonstrationField::case, Fault::AlreadyProposed(year)));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let today = draft.today();
        let proposal = &self.demonstration;
        draft.save(
            self.id,
            &Demonstration {
                year: self.year(today),
                state: proposal.state.or(Some(DemonstrationState::Proposed)),
                proposed_on: proposal.proposed_on.or(Some(today)),
                ..proposal.clone()
            },
        );
    }
}

impl ProposeDemonstration {
    fn year(&self, today: Date) -> u32 {
        match self.demonstration.year {
            0 => u32::try_from(today.year()).unwrap_or(0),
            year => year,
        }
    }
}
