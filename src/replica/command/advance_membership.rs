//! Brings a planned membership of a cooperative into force, or ends it.

use domain::records::{Membership, MembershipField, MembershipState};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;

/// The next step of a membership.
#[derive(Clone, Debug, PartialEq)]
pub struct AdvanceMembership {
    /// Which.
    pub id: Id<Membership>,
    /// In force, or left.
    pub state: MembershipState,
    /// The day of the step.
    pub on: Date,
    /// Why it ends.
    pub reason: String,
}

impl Command for AdvanceMembership {
    fn intent(&self) -> Intent {
        match self.state {
            MembershipState::Left => Intent::EndMembership,
            _ => Intent::AdvanceMembership,
        }
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let Some(membership) = state.get(self.id) else { return vec![Problem::of_entry(Fault::Gone)] };
        let step = (membership.state, self.state);
        let is_open = matches!(
            step,
            (Some(MembershipState::Planned), MembershipState::InForce | MembershipState::Left)
                | (Some(MembershipState::InForce), MembershipState::Left)
        );
        let mut problems = Vec::new();
        if !is_open {
            problems.push(Problem::of_entry(Fault::StepClosed));
        }
        if self.on > today {
            problems.push(Problem::at(self.day_field(), Fault::InFuture));
        }
        if self.state == MembershipState::Left && membership.joined_on.is_some_and(|joined| self.on < joined) {
            problems.push(Problem::at(MembershipField::left_on, Fault::EndsBeforeStart));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.update(self.id, |membership| {
            membership.state = Some(self.state);
            match self.state {
                MembershipState::Left => membership.left_on = Some(self.on),
                _ => membership.joined_on = Some(self.on),
            }
            membership.reason.clone_from(&self.reason);
        });
    }
}

impl AdvanceMembership {
    fn day_field(&self) -> MembershipField {
        match self.state {
            MembershipState::Left => MembershipField::left_on,
            _ => MembershipField::joined_on,
        }
    }
}
