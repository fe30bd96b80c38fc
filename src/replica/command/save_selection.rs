//! Drafts of whom to choose for a year: begun and revised, filled by the rule or by hand, and adopted in one change.

use std::collections::HashMap;

use domain::leading::{BEST, HEAVIEST, weights_of};
use domain::records::{
    Demonstration, DemonstrationField, DemonstrationState, PickState, ScoreWeights, ScoreWeightsField, SelectionDraft,
    SelectionDraftField, SelectionPick, SelectionPickField,
};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::prosperity;

/// The years that a draft may be for.
const YEARS: std::ops::RangeInclusive<u32> = 2000..=2100;

/// Begins a draft, or revises what it is called.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveSelection {
    /// Which; nothing for a new one.
    pub id: Option<Id<SelectionDraft>>,
    /// The draft as it shall be.
    pub draft: SelectionDraft,
    /// For a new one: the draft whose picks it begins with.
    pub like: Option<Id<SelectionDraft>>,
}

impl Command for SaveSelection {
    fn intent(&self) -> Intent {
        Intent::SaveSelection
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        if self.id.is_some_and(|id| state.get(id).is_none()) {
            return vec![Problem::of_entry(Fault::Gone)];
        }
        let (draft, mut problems) = (&self.draft, Vec::new());
        let same = |other: &SelectionDraft| other.year == draft.year && other.name == draft.name;
        let mut others = state.all::<SelectionDraft>().iter().filter(|(id, _)| Some(*id) != self.id);
        if draft.name.is_empty() {
            problems.push(Problem::at(SelectionDraftField::name, Fault::Missing));
        } else if others.any(|(_, other)| same(other)) {
            problems.push(Problem::at(SelectionDraftField::name, Fault::NameTaken(draft.name.clone())));
        }
        if !YEARS.contains(&draft.year) {
            let (least, most) = (i64::from(*YEARS.start()), i64::from(*YEARS.end()));
            problems.push(Problem::at(SelectionDraftField::year, Fault::OutOfRange { least, most }));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let id = draft.save(self.id, &self.draft);
        let Some(like) = self.like.filter(|_| self.id.is_none()) else { return };
        let copied: Vec<SelectionPick> =
            prosperity::picks_of(draft.state(), like).map(|(_, pick)| pick.clone()).collect();
        for pick in copied.into_iter().filter(|pick| pick.state.is_some()) {
            draft.create(&SelectionPick { draft: Some(id), ..pick });
        }
    }
}

/// What speaks against changing a draft.
fn closed(state: &State, id: Id<SelectionDraft>) -> Option<Problem> {
    let fault = match state.get(id) {
        None => Fault::Gone,
        Some(draft) if draft.adopted_on.is_some() => Fault::StepClosed,
        Some(_) => return None,
    };
    Some(Problem::of_entry(fault))
}

/// Says of candidates that they are in a draft or out of it, or takes back what was said.
#[derive(Clone, Debug, PartialEq)]
pub struct PickDemonstrations {
    /// The draft.
    pub draft: Id<SelectionDraft>,
    /// Who.
    pub ids: Vec<Id<Demonstration>>,
    /// In or out; nothing to take back what was said.
    pub state: Option<PickState>,
}

impl Command for PickDemonstrations {
    fn intent(&self) -> Intent {
        Intent::PickDemonstrations
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        if let Some(problem) = closed(state, self.draft) {
            return vec![problem];
        }
        if self.ids.is_empty() {
            return vec![Problem::at(SelectionPickField::demonstration, Fault::Missing)];
        }
        let year = state.get(self.draft).map(|draft| draft.year);
        let fault = |id: &Id<Demonstration>| match state.get(*id) {
            None => Some(Fault::Gone),
            Some(one) if one.state != Some(DemonstrationState::Proposed) => Some(Fault::StepClosed),
            Some(one) => (Some(one.year) != year).then_some(Fault::NotInList),
        };
        let faults = self.ids.iter().enumerate().filter_map(|(row, id)| Some((row, fault(id)?)));
        faults.map(|(row, fault)| Problem::at(SelectionPickField::demonstration, fault).in_row(row)).collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let words: Vec<_> = self.ids.iter().map(|id| (*id, self.state)).collect();
        say(draft, self.draft, &words);
    }
}

/// Writes what a draft says of candidates: into the picks that are there, and new ones for the others.
fn say(draft: &mut Draft<'_>, id: Id<SelectionDraft>, words: &[(Id<Demonstration>, Option<PickState>)]) {
    let there = prosperity::picks_of(draft.state(), id);
    let mut known: HashMap<Id<Demonstration>, Vec<Id<SelectionPick>>> = HashMap::new();
    for (pick, one) in there.filter_map(|(pick, record)| Some((pick, record.demonstration?))) {
        known.entry(one).or_default().push(pick);
    }
    for (one, word) in words {
        let picks = known.get(one).cloned().unwrap_or_default();
        picks.iter().for_each(|pick| draft.update(*pick, |pick| pick.state = *word));
        if picks.is_empty() && word.is_some() {
            draft.create(&SelectionPick { draft: Some(id), demonstration: Some(*one), state: *word });
        }
    }
}

/// Fills a draft by the rule: the best by score within each county's places. What was fixed by hand stays.
#[derive(Clone, Debug, PartialEq)]
pub struct FillSelection {
    /// The draft.
    pub draft: Id<SelectionDraft>,
    /// Whether what was fixed by hand is taken back first.
    pub afresh: bool,
}

impl Command for FillSelection {
    fn intent(&self) -> Intent {
        Intent::FillSelection
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        closed(state, self.draft).into_iter().collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let said = prosperity::picks(draft.state(), self.draft);
        let ruled = prosperity::by_rule(draft.state(), self.draft, !self.afresh);
        let fixed =
            |id: &Id<Demonstration>| !self.afresh && matches!(said.of(*id), Some(PickState::Kept | PickState::Barred));
        let gone = said.ids().filter(|id| !ruled.contains(id) && !fixed(id)).map(|id| (id, None));
        let words: Vec<_> = gone.chain(ruled.iter().map(|id| (*id, Some(PickState::Ruled)))).collect();
        say(draft, self.draft, &words);
    }
}

/// Chooses all of a draft for its year.
#[derive(Clone, Debug, PartialEq)]
pub struct AdoptSelection {
    /// The draft.
    pub draft: Id<SelectionDraft>,
}

impl AdoptSelection {
    /// Those who are in and still proposed.
    fn chosen(&self, state: &State) -> Vec<Id<Demonstration>> {
        let picks = prosperity::picks(state, self.draft);
        let is_open =
            |id: &Id<Demonstration>| state.get(*id).is_some_and(|one| one.state == Some(DemonstrationState::Proposed));
        picks.ids().filter(|id| picks.has(*id)).filter(is_open).collect()
    }
}

impl Command for AdoptSelection {
    fn intent(&self) -> Intent {
        Intent::AdoptSelection
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        if let Some(problem) = closed(state, self.draft) {
            return vec![problem];
        }
        let chosen = self.chosen(state);
        if chosen.is_empty() {
            return vec![Problem::at(SelectionPickField::demonstration, Fault::Missing)];
        }
        let fault = |id: Id<Demonstration>| {
            let one = state.get(id)?;
            prosperity::proposal_obstacle(state, one.case?, one.year, Some(id))
        };
        let faults = chosen.iter().enumerate().filter_map(|(row, id)| Some((row, fault(*id)?)));
        faults.map(|(row, fault)| Problem::at(DemonstrationField::state, fault).in_row(row)).collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let today = draft.today();
        for id in self.chosen(draft.state()) {
            draft.update(id, |one| {
                one.state = Some(DemonstrationState::Chosen);
                one.chosen_on = Some(today);
            });
        }
        draft.update(self.draft, |selection| selection.adopted_on = Some(today));
    }
}

/// Sets how much each part counts, from a year on.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveWeights {
    /// The weights, with their year.
    pub weights: ScoreWeights,
}

impl Command for SaveWeights {
    fn intent(&self) -> Intent {
        Intent::SaveWeights
    }

    fn check(&self, _: &State, _: Date) -> Vec<Problem> {
        let all = &self.weights;
        let parts = [
            (ScoreWeightsField::skill, all.skill),
            (ScoreWeightsField::experience, all.experience),
            (ScoreWeightsField::base, all.base),
            (ScoreWeightsField::willingness, all.willingness),
            (ScoreWeightsField::means, all.means),
            (ScoreWeightsField::reach, all.reach),
        ];
        let range = Fault::OutOfRange { least: 0, most: i64::from(HEAVIEST) };
        let heavy = parts.iter().filter(|(_, weight)| *weight > HEAVIEST);
        let mut problems: Vec<Problem> = heavy.map(|(field, _)| Problem::at(*field, range.clone())).collect();
        if parts.iter().all(|(_, weight)| *weight == 0) {
            problems.push(Problem::at(ScoreWeightsField::skill, Fault::Missing));
        }
        if all.reach > 0 && all.full_reach == 0 {
            problems.push(Problem::at(ScoreWeightsField::full_reach, Fault::Missing));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.put(weights_of(self.weights.year), &self.weights);
    }
}

/// That each mark lies between 0 and the best.
pub(super) fn check_marks(one: &Demonstration) -> Vec<Problem> {
    let marks = [
        (DemonstrationField::skill, one.skill),
        (DemonstrationField::experience, one.experience),
        (DemonstrationField::base, one.base),
        (DemonstrationField::willingness, one.willingness),
        (DemonstrationField::means, one.means),
    ];
    let range = Fault::OutOfRange { least: 0, most: i64::from(BEST) };
    let wrong = marks.into_iter().filter(|(_, mark)| *mark > BEST);
    wrong.map(|(field, _)| Problem::at(field, range.clone())).collect()
}
