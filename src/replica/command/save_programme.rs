//! Adds and revises the ground of the programme: sites and targets.

use domain::records::{Site, SiteField, Target, TargetField};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;

/// Adds or revises a site.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveSite {
    /// Which; nothing for a new one.
    pub id: Option<Id<Site>>,
    /// The site as it shall be.
    pub site: Site,
}

impl Command for SaveSite {
    fn intent(&self) -> Intent {
        Intent::SaveSite
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let mut problems = Vec::new();
        if self.site.name.is_empty() {
            problems.push(Problem::at(SiteField::name, Fault::Missing));
        }
        if self.site.kind.is_none() {
            problems.push(Problem::at(SiteField::kind, Fault::Missing));
        }
        let mut others = state.all::<Site>().iter().filter(|(id, _)| Some(*id) != self.id);
        if others.any(|(_, other)| other.name == self.site.name && other.division == self.site.division) {
            problems.push(Problem::at(SiteField::name, Fault::NameTaken(self.site.name.clone())));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.save(self.id, &self.site);
    }
}

/// Sets a target of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveTarget {
    /// Which; nothing for a new one.
    pub id: Option<Id<Target>>,
    /// The target as it shall be.
    pub target: Target,
}

impl Command for SaveTarget {
    fn intent(&self) -> Intent {
        Intent::SaveTarget
    }

    fn check(&self, _: &State, _: Date) -> Vec<Problem> {
        let mut problems = Vec::new();
        if self.target.indicator.is_none() {
            problems.push(Problem::at(TargetField::indicator, Fault::Missing));
        }
        if !(2000..=2100).contains(&self.target.year) {
            problems.push(Problem::at(TargetField::year, Fault::OutOfRange { least: 2000, most: 2100 }));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.save(self.id, &self.target);
    }
}
