//! Links a household to the demonstration household that leads it, and ends the link.

use domain::records::{RadiationLink, RadiationLinkField};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::prosperity;

/// Links a household, or revises the link.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkHousehold {
    /// Which; nothing for a new one.
    pub id: Option<Id<RadiationLink>>,
    /// The link as it shall be.
    pub link: RadiationLink,
}

impl Command for LinkHousehold {
    fn intent(&self) -> Intent {
        Intent::LinkHousehold
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let Some(demonstration) = self.link.demonstration.filter(|id| state.get(*id).is_some()) else {
            return vec![Problem::at(RadiationLinkField::demonstration, Fault::Missing)];
        };
        let mut problems = Vec::new();
        if self.link.case.is_none() && self.link.name.is_empty() {
            problems.push(Problem::at(RadiationLinkField::case, Fault::Missing));
        }
        if let Some(case) = self.link.case {
            let fault = prosperity::link_obstacle(state, demonstration, case, self.id);
            problems.extend(fault.map(|fault| Problem::at(RadiationLinkField::case, fault)));
        }
        if self.link.since.zip(self.link.until).is_some_and(|(since, until)| until < since) {
            problems.push(Problem::at(RadiationLinkField::until, Fault::EndsBeforeStart));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let since = self.link.since.or(Some(draft.today()));
        draft.save(self.id, &RadiationLink { since, ..self.link.clone() });
    }
}
