//! Plans the membership of cases in a cooperative: one, or as many as were chosen. All of them, or none.

use domain::records::{Case, Cooperative, Membership, MembershipField, MembershipState};
use domain::value::Fen;
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::prosperity;

/// Plans that cases join a cooperative, on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct EnrolCases {
    /// The cooperative.
    pub cooperative: Id<Cooperative>,
    /// The cases.
    pub cases: Vec<Id<Case>>,
    /// From when; nothing for today.
    pub planned_on: Option<Date>,
    /// The share that each pays in.
    pub share: Fen,
}

impl Command for EnrolCases {
    fn intent(&self) -> Intent {
        Intent::EnrolCases
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let Some(cooperative) = state.get(self.cooperative) else { return vec![Problem::of_entry(Fault::Gone)] };
        let mut problems = Vec::new();
        if self.cases.is_empty() {
            problems.push(Problem::at(MembershipField::case, Fault::Missing));
        }
        let room = prosperity::room(state, self.cooperative, cooperative);
        if room.is_some_and(|room| room < self.cases.len()) {
            problems.push(Problem::of_entry(Fault::CooperativeFull(cooperative.capacity)));
        }
        problems.extend((0..self.cases.len()).filter_map(|row| self.check_case(state, row, cooperative)));
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let planned_on = self.planned_on.or(Some(draft.today()));
        for case in &self.cases {
            draft.create(&Membership {
                cooperative: Some(self.cooperative),
                case: Some(*case),
                state: Some(MembershipState::Planned),
                planned_on,
                share: self.share,
                ..Membership::default()
            });
        }
    }
}

impl EnrolCases {
    fn check_case(&self, state: &State, row: usize, cooperative: &Cooperative) -> Option<Problem> {
        let case = *self.cases.get(row)?;
        let is_twice = self.cases[..row].contains(&case);
        let obstacle = || prosperity::membership_obstacle(state, case, self.cooperative, cooperative);
        let fault = if is_twice { Some(Fault::Twice) } else { obstacle() };
        fault.map(|fault| Problem::at(MembershipField::case, fault).in_row(row))
    }
}
