//! Adds and revises guidance teams, and science brought to the countryside.

use domain::records::{DivisionLevel, GuidanceTeam, GuidanceTeamField, Outreach, OutreachField};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;

/// More people than this come to no village.
const MOST: u32 = 5_000;

/// Adds or revises a guidance team.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveGuidanceTeam {
    /// Which; nothing for a new one.
    pub id: Option<Id<GuidanceTeam>>,
    /// The team as it shall be.
    pub team: GuidanceTeam,
}

impl Command for SaveGuidanceTeam {
    fn intent(&self) -> Intent {
        Intent::SaveGuidanceTeam
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        if self.id.is_some_and(|id| state.get(id).is_none()) {
            return vec![Problem::of_entry(Fault::Gone)];
        }
        let missing = [
            (GuidanceTeamField::name, self.team.name.is_empty()),
            (GuidanceTeamField::county, self.team.county.is_none()),
        ];
        let missing = missing.into_iter().filter(|(_, is_missing)| *is_missing);
        let mut problems: Vec<Problem> = missing.map(|(field, _)| Problem::at(field, Fault::Missing)).collect();
        let mut others = state.all::<GuidanceTeam>().iter().filter(|(id, _)| Some(*id) != self.id);
        let is_same = |other: &GuidanceTeam| other.name == self.team.name && other.county == self.team.county;
        if !self.team.name.is_empty() && others.any(|(_, other)| is_same(other)) {
            problems.push(Problem::at(GuidanceTeamField::name, Fault::NameTaken(self.team.name.clone())));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.save(self.id, &self.team);
    }
}

/// Plans science that is brought to a village, or writes it up.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveOutreach {
    /// Which; nothing for a new one.
    pub id: Option<Id<Outreach>>,
    /// The event as it shall be.
    pub outreach: Outreach,
}

impl Command for SaveOutreach {
    fn intent(&self) -> Intent {
        Intent::SaveOutreach
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        if self.id.is_some_and(|id| state.get(id).is_none()) {
            return vec![Problem::of_entry(Fault::Gone)];
        }
        let one = &self.outreach;
        let village = one.village.and_then(|village| state.get(village));
        let is_village = village.is_some_and(|village| village.level == Some(DivisionLevel::Village));
        let faults = [
            (OutreachField::on, one.on.is_none(), Fault::Missing),
            (OutreachField::village, one.village.is_none(), Fault::Missing),
            (OutreachField::village, one.village.is_some() && !is_village, Fault::NotAVillage),
            (OutreachField::topic, one.topic.is_empty(), Fault::Missing),
            (OutreachField::headcount, one.headcount > MOST, Fault::OutOfRange { least: 0, most: i64::from(MOST) }),
            (OutreachField::headcount, one.headcount > 0 && one.on.is_some_and(|on| on > today), Fault::NotYetHeld),
        ];
        let found = faults.into_iter().filter(|(_, is_wrong, _)| *is_wrong);
        found.map(|(field, _, fault)| Problem::at(field, fault)).collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.save(self.id, &self.outreach);
    }
}
