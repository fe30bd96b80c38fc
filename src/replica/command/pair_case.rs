//! Pairs a helper with a case, hands a case over from one helper to the next, and ends a pairing.

use std::collections::BTreeMap;

use domain::records::{Case, Helper, Pairing, PairingField};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::pairing;

/// Pairs a helper with a case.
#[derive(Clone, Debug, PartialEq)]
pub struct PairCase {
    /// The helper.
    pub helper: Id<Helper>,
    /// The case.
    pub case: Id<Case>,
    /// From when; nothing for today.
    pub since: Option<Date>,
    /// What the helper promises.
    pub promised: String,
    /// What else to know.
    pub note: String,
}

impl Command for PairCase {
    fn intent(&self) -> Intent {
        Intent::PairCase
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let mut problems = Vec::new();
        let case = pairing::case_obstacle(state, self.case);
        problems.extend(case.map(|fault| Problem::at(PairingField::case, fault)));
        let helper = pairing::helper_obstacle(state, self.helper);
        problems.extend(helper.map(|fault| Problem::at(PairingField::helper, fault)));
        if self.since.is_some_and(|since| since > today) {
            problems.push(Problem::at(PairingField::since, Fault::InFuture));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let since = self.since.or(Some(draft.today()));
        draft.create(&Pairing {
            helper: Some(self.helper),
            case: Some(self.case),
            since,
            promised: self.promised.clone(),
            note: self.note.clone(),
            ..Pairing::default()
        });
    }
}

/// Pairs one helper with several cases, in one change.
#[derive(Clone, Debug, PartialEq)]
pub struct PairCases {
    /// The helper.
    pub helper: Id<Helper>,
    /// The cases.
    pub cases: Vec<Id<Case>>,
}

impl Command for PairCases {
    fn intent(&self) -> Intent {
        Intent::PairCase
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let each = self.cases.iter().enumerate();
        let mut problems: Vec<Problem> = each
            .flat_map(|(row, case)| self.one(*case).check(state, today).into_iter().map(move |one| one.in_row(row)))
            .collect();
        let most = state.get(self.helper).map_or(0, Helper::most);
        if problems.is_empty() && pairing::load(state, self.helper) + self.cases.len() > most as usize {
            problems.push(Problem::at(PairingField::helper, Fault::HelperFull(most)));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let mut written: Vec<Id<Case>> = Vec::new();
        for case in &self.cases {
            if !written.contains(case) {
                self.one(*case).write(draft);
                written.push(*case);
            }
        }
    }
}

/// Pairs several cases, each with a helper of its own, in one change.
#[derive(Clone, Debug, PartialEq)]
pub struct PairEach {
    /// The pairs, at most [`PairEach::MOST`].
    pub pairs: Vec<(Id<Helper>, Id<Case>)>,
}

impl PairEach {
    /// How many pairs one change holds.
    pub const MOST: usize = 100;

    fn by_helper(&self) -> Vec<PairCases> {
        let mut helpers: BTreeMap<Id<Helper>, Vec<Id<Case>>> = BTreeMap::new();
        self.pairs.iter().for_each(|(helper, case)| helpers.entry(*helper).or_default().push(*case));
        helpers.into_iter().map(|(helper, cases)| PairCases { helper, cases }).collect()
    }
}

impl Command for PairEach {
    fn intent(&self) -> Intent {
        Intent::PairCase
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let mut cases: Vec<_> = self.pairs.iter().map(|(_, case)| *case).collect();
        cases.sort_unstable();
        if cases.windows(2).any(|two| two[0] == two[1]) {
            return vec![Problem::at(PairingField::case, Fault::Twice)];
        }
        let too_many = (cases.len() > Self::MOST).then(|| Problem::of_entry(Fault::TooMany(Self::MOST)));
        let each = self.by_helper().into_iter().flat_map(|one| one.check(state, today));
        too_many.into_iter().chain(each).collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        self.by_helper().into_iter().for_each(|one| one.write(draft));
    }
}

impl PairCases {
    fn one(&self, case: Id<Case>) -> PairCase {
        PairCase { helper: self.helper, case, since: None, promised: String::new(), note: String::new() }
    }
}

/// Hands a case over: ends one pairing and begins the next on the same day, in one change.
#[derive(Clone, Debug, PartialEq)]
pub struct HandOver {
    /// The pairing that ends.
    pub pairing: Id<Pairing>,
    /// Who takes over.
    pub helper: Id<Helper>,
    /// The day.
    pub on: Date,
    /// Why.
    pub reason: String,
    /// What the new helper promises.
    pub promised: String,
    /// What else to know.
    pub note: String,
}

impl Command for HandOver {
    fn intent(&self) -> Intent {
        Intent::HandOver
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let mut problems = check_end(state, self.pairing, self.on, &self.reason, today);
        let Some(ending) = state.get(self.pairing) else { return problems };
        let is_same = ending.helper == Some(self.helper);
        let helper = if is_same { Some(Fault::Twice) } else { pairing::helper_obstacle(state, self.helper) };
        problems.extend(helper.map(|fault| Problem::at(PairingField::helper, fault)));
        let other = ending.case.and_then(|case| pairing::other_helper(state, case, Some(self.pairing)));
        problems.extend(other.map(|fault| Problem::at(PairingField::case, fault)));
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let case = draft.state().get(self.pairing).and_then(|pairing| pairing.case);
        end(draft, self.pairing, self.on, &self.reason);
        draft.create(&Pairing {
            helper: Some(self.helper),
            case,
            since: Some(self.on),
            promised: self.promised.clone(),
            note: self.note.clone(),
            follows: Some(self.pairing),
            ..Pairing::default()
        });
    }
}

/// Ends a pairing.
#[derive(Clone, Debug, PartialEq)]
pub struct EndPairing {
    /// Which.
    pub pairing: Id<Pairing>,
    /// The day.
    pub on: Date,
    /// Why.
    pub reason: String,
}

impl Command for EndPairing {
    fn intent(&self) -> Intent {
        Intent::EndPairing
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        check_end(state, self.pairing, self.on, &self.reason, today)
    }

    fn write(&self, draft: &mut Draft<'_>) {
        end(draft, self.pairing, self.on, &self.reason);
    }
}

fn check_end(state: &State, id: Id<Pairing>, on: Date, reason: &str, today: Date) -> Vec<Problem> {
    let Some(pairing) = state.get(id) else { return vec![Problem::of_entry(Fault::Gone)] };
    let mut problems = Vec::new();
    if pairing.until.is_some() {
        problems.push(Problem::of_entry(Fault::StepClosed));
    }
    if pairing.since.is_some_and(|since| on < since) {
        problems.push(Problem::at(PairingField::until, Fault::EndsBeforeStart));
    }
    if on > today {
        problems.push(Problem::at(PairingField::until, Fault::InFuture));
    }
    if reason.trim().is_empty() {
        problems.push(Problem::at(PairingField::reason, Fault::Missing));
    }
    problems
}

fn end(draft: &mut Draft<'_>, id: Id<Pairing>, on: Date, reason: &str) {
    draft.update(id, |pairing| {
        pairing.until = Some(on);
        reason.clone_into(&mut pairing.reason);
    });
}
