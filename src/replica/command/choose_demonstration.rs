//! Chooses proposed demonstration households for their year, or withdraws them: one, or many at once.

use domain::records::{Demonstration, DemonstrationField, DemonstrationState};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;

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
        Intent::ChooseDemonstration
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let closed = |id: &&Id<Demonstration>| state.get(**id).is_none_or(|there| there.state == Some(self.state));
        let closed = self.ids.iter().find(closed);
        closed.map(|_| Problem::at(DemonstrationField::state, Fault::StepClosed)).into_iter().collect()
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
