//! Plans a case's membership of a cooperative.

use domain::records::{Case, Cooperative, Membership, MembershipField, MembershipState, Stage};
use domain::value::Fen;
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::prosperity;

/// Plans that a case joins a cooperative, on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct EnrolCase {
    /// The case.
    pub case: Id<Case>,
    /// The cooperative.
    pub cooperative: Id<Cooperative>,
    /// From when.
    pub planned_on: Option<Date>,
    /// The share to be paid in.
    pub share: Fen,
}

impl Command for EnrolCase {
    fn intent(&self) -> Intent {
        Intent::EnrolCase
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let Some(cooperative) = state.get(self.cooperative) else {
            return vec![Problem::at(MembershipField::cooperative, Fault::Missing)];
        };
        let Some(case) = state.get(self.case) else {
            return vec![Problem::at(MembershipField::case, Fault::Missing)];
        };
        let mut problems = Vec::new();
        if case.stage == Some(Stage::Left) {
            problems.push(Problem::at(MembershipField::case, Fault::CaseClosed));
        }
        let room = prosperity::room(state, self.cooperative, cooperative);
        if room == Some(0) {
            problems.push(Problem::at(MembershipField::cooperative, Fault::CooperativeFull(cooperative.capacity)));
        }
        let other = prosperity::other_membership(state, self.case, self.cooperative, cooperative);
        problems.extend(other.map(|fault| Problem::at(MembershipField::cooperative, fault)));
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.create(&Membership {
            cooperative: Some(self.cooperative),
            case: Some(self.case),
            state: Some(MembershipState::Planned),
            planned_on: self.planned_on.or(Some(draft.today())),
            share: self.share,
            ..Membership::default()
        });
    }
}
