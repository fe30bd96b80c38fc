//! Adds or revises a helper.

use domain::records::{Helper, HelperField};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::pairing;

/// How many households one helper can be given at most.
const MOST: u32 = 200;

/// Adds or revises a helper.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveHelper {
    /// Which; nothing for a new one.
    pub id: Option<Id<Helper>>,
    /// The helper as it shall be.
    pub helper: Helper,
}

impl Command for SaveHelper {
    fn intent(&self) -> Intent {
        Intent::SaveHelper
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        if self.id.is_some_and(|id| state.get(id).is_none()) {
            return vec![Problem::of_entry(Fault::Gone)];
        }
        let helper = &self.helper;
        let missing = [
            (HelperField::kind, helper.kind.is_none()),
            (HelperField::name, helper.name.is_empty()),
            (HelperField::division, helper.division.is_none()),
        ];
        let missing = missing.into_iter().filter(|(_, is_missing)| *is_missing);
        let mut problems: Vec<Problem> = missing.map(|(field, _)| Problem::at(field, Fault::Missing)).collect();
        if helper.left_on.is_some_and(|day| day > today) {
            problems.push(Problem::at(HelperField::left_on, Fault::InFuture));
        }
        problems.extend(self.check_capacity(state));
        problems.extend(self.check_name(state));
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.save(self.id, &self.helper);
    }
}

impl SaveHelper {
    fn check_capacity(&self, state: &State) -> Option<Problem> {
        let paired = self.id.map_or(0, |id| pairing::load(state, id));
        let fault = if self.helper.capacity > MOST {
            Fault::OutOfRange { least: 1, most: i64::from(MOST) }
        } else if paired > self.helper.most() as usize || (paired > 0 && self.helper.left_on.is_some()) {
            Fault::CapacityBelowPaired(paired)
        } else {
            return None;
        };
        Some(Problem::at(HelperField::capacity, fault))
    }

    /// Two cadres may bear one name; within one organisation they are taken for the same.
    fn check_name(&self, state: &State) -> Option<Problem> {
        let key = |helper: &Helper| (helper.name.clone(), helper.organisation.clone(), helper.division);
        let mut others = state.all::<Helper>().iter().filter(|(id, _)| Some(*id) != self.id);
        let is_taken = !self.helper.name.is_empty() && others.any(|(_, other)| key(other) == key(&self.helper));
        is_taken.then(|| Problem::at(HelperField::name, Fault::NameTaken(self.helper.name.clone())))
    }
}
