//! Chooses proposed demonstration households for their year, withdraws them, or proposes withdrawn ones again: one, or
//! many at once. All of them, or none.

use domain::records::{Demonstration, DemonstrationField, DemonstrationState};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::prosperity;

/// Sets where demonstration households stand.
#[derive(Clone, Debug, PartialEq)]
pub struct ChooseDemonstration {
    /// Which.
    pub ids: Vec<Id<Demonstration>>,
    /// Proposed, chosen or withdrawn.
    pub state: DemonstrationState,
}

impl Command for ChooseDemonstration {
    fn intent(&self) -> Intent {
        match self.state {
            DemonstrationState::Withdrawn => Intent::WithdrawDemonstration,
            _ => Intent::ChooseDemonstration,
        }
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        if self.ids.is_empty() {
            return vec![Problem::of_entry(Fault::Missing)];
        }
        let rows = self.ids.iter().enumerate();
        let faults = rows.filter_map(|(row, id)| Some((row, self.obstacle(state, *id)?)));
        faults.map(|(row, fault)| Problem::at(DemonstrationField::state, fault).in_row(row)).collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let chosen_on = (self.state == DemonstrationState::Chosen).then(|| draft.today());
        for id in &self.ids {
            draft.update(*id, |household| {
                household.state = Some(self.state);
                household.chosen_on = chosen_on;
            });
        }
    }
}

impl ChooseDemonstration {
    fn obstacle(&self, state: &State, id: Id<Demonstration>) -> Option<Fault> {
        let Some(there) = state.get(id) else { return Some(Fault::Gone) };
        if there.state == Some(self.state) {
            return Some(Fault::StepClosed);
        }
        // Meanwhile the household may have been proposed anew; it counts once a year.
        let case = there.case.filter(|_| self.state != DemonstrationState::Withdrawn)?;
        prosperity::proposal_obstacle(state, case, there.year, Some(id))
    }
}
