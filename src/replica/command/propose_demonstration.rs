//! Proposes a household as a demonstration household of a year: one of the register, or a large household outside of it.

use domain::records::{Case, Demonstration, DemonstrationField, DemonstrationState};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent, Place};
use crate::State;
use crate::query::prosperity;

/// The years that a proposal may be for.
const YEARS: std::ops::RangeInclusive<u32> = 2000..=2100;

/// Proposes a demonstration household, or revises the proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposeDemonstration {
    /// Which; nothing for a new one.
    pub id: Option<Id<Demonstration>>,
    /// Where a household without a case lives; not looked at when there is one.
    pub place: Place,
    /// The household and what it shows.
    pub demonstration: Demonstration,
}

impl Command for ProposeDemonstration {
    fn intent(&self) -> Intent {
        Intent::ProposeDemonstration
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        if self.id.is_some_and(|id| state.get(id).is_none()) {
            return vec![Problem::of_entry(Fault::Gone)];
        }
        let household = &self.demonstration;
        let year = self.year(today);
        let mut problems = match household.case {
            Some(case) => self.check_case(state, case, year).into_iter().collect(),
            None => self.check_outside(state, year),
        };
        problems.extend(super::save_selection::check_marks(household));
        if household.industry.is_empty() {
            problems.push(Problem::at(DemonstrationField::industry, Fault::Missing));
        }
        if !YEARS.contains(&year) {
            let (least, most) = (i64::from(*YEARS.start()), i64::from(*YEARS.end()));
            problems.push(Problem::at(DemonstrationField::year, Fault::OutOfRange { least, most }));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let today = draft.today();
        let proposal = &self.demonstration;
        let is_outside = proposal.case.is_none();
        let village = if is_outside { self.place.write(draft) } else { None };
        draft.save(
            self.id,
            &Demonstration {
                name: if is_outside { proposal.name.clone() } else { String::new() },
                village,
                year: self.year(today),
                state: proposal.state.or(Some(DemonstrationState::Proposed)),
                proposed_on: proposal.proposed_on.or(Some(today)),
                ..proposal.clone()
            },
        );
    }
}

impl ProposeDemonstration {
    fn check_case(&self, state: &State, case: Id<Case>, year: u32) -> Option<Problem> {
        let obstacle = prosperity::proposal_obstacle(state, case, year, self.id)?;
        // A household that has left the register since can still have its entry mended.
        let is_same = self.id.and_then(|id| state.get(id)).is_some_and(|there| there.case == Some(case));
        (!is_same || obstacle != Fault::CaseClosed).then(|| Problem::at(DemonstrationField::case, obstacle))
    }

    fn check_outside(&self, state: &State, year: u32) -> Vec<Problem> {
        let name = &self.demonstration.name;
        let mut problems = Vec::new();
        if name.is_empty() {
            problems.push(Problem::at(DemonstrationField::name, Fault::Missing));
        } else if prosperity::is_proposed_outside(state, (name, &self.place), year, self.id) {
            problems.push(Problem::at(DemonstrationField::name, Fault::AlreadyProposed(year)));
        }
        problems.extend(self.place.check(DemonstrationField::village));
        problems
    }

    fn year(&self, today: Date) -> u32 {
        match self.demonstration.year {
            0 => prosperity::year_of(today),
            year => year,
        }
    }
}
