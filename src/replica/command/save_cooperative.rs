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
        if self.id.is_some_and(|id| state.get(id).is_none()) {
            return vec![Problem::of_entry(Fault::Gone)];
        }
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
        problems.extend(self.check_capacity(state));
        problems.extend(self.check_name(state));
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let village = self.place.write(draft);
        draft.save(self.id, &Cooperative { village, ..self.cooperative.clone() });
    }
}

impl SaveCooperative {
    fn check_capacity(&self, state: &State) -> Option<Problem> {
        let (capacity, members) = (self.cooperative.capacity, self.id.map_or(0, |id| prosperity::taken(state, id)));
        let is_too_small = capacity > 0 && (capacity as usize) < members;
        is_too_small.then(|| Problem::at(CooperativeField::capacity, Fault::PlacesBelowMembers(members)))
    }

    fn check_name(&self, state: &State) -> Option<Problem> {
        let name = &self.cooperative.name;
        let mut others = state.all::<Cooperative>().iter().filter(|(id, _)| Some(*id) != self.id);
        let is_taken = !name.is_empty() && others.any(|(_, other)| other.name == *name);
        is_taken.then(|| Problem::at(CooperativeField::name, Fault::NameTaken(name.clone())))
    }
}
