//! Links a household to the demonstration household that leads it, and ends the link.

use domain::records::{DemonstrationState, RadiationLink, RadiationLinkField};
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
        if self.id.is_some() && self.link.until.is_some() { Intent::EndLink } else { Intent::LinkHousehold }
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        if self.id.is_some_and(|id| state.get(id).is_none()) {
            return vec![Problem::of_entry(Fault::Gone)];
        }
        let mut problems: Vec<Problem> = self.check_household(state).into_iter().collect();
        let (since, until) = (self.link.since.unwrap_or(today), self.link.until);
        if until.is_some_and(|until| until < since) {
            problems.push(Problem::at(RadiationLinkField::until, Fault::EndsBeforeStart));
        }
        if until.is_some_and(|until| until > today) {
            problems.push(Problem::at(RadiationLinkField::until, Fault::InFuture));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let since = self.link.since.or(Some(draft.today()));
        // A household of the register is named by its case alone.
        let name = if self.link.case.is_some() { String::new() } else { self.link.name.clone() };
        draft.save(self.id, &RadiationLink { since, name, ..self.link.clone() });
    }
}

impl LinkHousehold {
    fn check_household(&self, state: &State) -> Option<Problem> {
        let found = self.link.demonstration.and_then(|id| Some((id, state.get(id)?)));
        let Some((demonstration, leader)) = found else {
            return Some(Problem::of_entry(Fault::Gone));
        };
        if self.id.is_none() && leader.state == Some(DemonstrationState::Withdrawn) {
            return Some(Problem::of_entry(Fault::StepClosed));
        }
        let name = &self.link.name;
        match self.link.case {
            // What has ended stands in nobody's way.
            _ if self.link.until.is_some() && self.id.is_some() => None,
            Some(case) => {
                let fault = prosperity::link_obstacle(state, demonstration, case, self.id);
                fault.map(|fault| Problem::at(RadiationLinkField::case, fault))
            }
            None if name.is_empty() => Some(Problem::at(RadiationLinkField::case, Fault::Missing)),
            None => prosperity::is_led_by_name(state, demonstration, name, self.id)
                .then(|| Problem::at(RadiationLinkField::name, Fault::AlreadyLed(name.clone()))),
        }
    }
}
