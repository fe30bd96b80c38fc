//! Adds or revises a cooperative.

use domain::records::{Cooperative, CooperativeField};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent, Place};
use crate::State;
use crate::query::prosperity;

/// Adds or revises a cooperative.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveCooperative {
    /// Which; nothing for a new one.
    pub id: Option<Id<Cooperative>>,
    /// Where it is.
    pub place: Place,
    /// The cooperative as it shall be; its village is made from the place.
    pub cooperative: Cooperative,
}

impl Command for SaveCooperative {
    fn intent(&self) -> Intent {
        Intent::SaveCooperative
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let cooperative = &self.cooperative;
        let missing = [
            (CooperativeField::name, cooperative.name.is_empty()),
            (CooperativeField::industry, cooperative.industry.is_empty()),
        ];
        let missing = missing.into_iter().filter(|(_, is_missing)| *is_missing);
        let mut problems: Vec<Problem> = missing.map(|(field, _)| Problem::at(field, Fault::Missing)).collect();
        problems.extend(self.place.check(CooperativeField::village));
        if cooperative.founded_on.is_some_and(|date| date > today) {
            problems.push(Problem::at(CooperativeField::founded_on, Fault::InFuture));
        }
        let members = self.id.map_or(0, |id| prosperity::taken(state, id));
        if cooperative.capacity > 0 && (cooperative.capacity as usize) < members {
            problems.push(Problem::at(CooperativeField::capacity, Fault::SeatsBelowEnrolled(members)));
        }
        let mut others = state.all::<Cooperative>().iter().filter(|(id, _)| Some(*id) != self.id);
        if others.any(|(_, other)| other.name == cooperative.name) {
            problems.push(Problem::at(CooperativeField::name, Fault::NameTaken(cooperative.name.clone())));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let village = self.place.write(draft);
        draft.save(self.id, &Cooperative { village, ..self.cooperative.clone() });
    }
}
