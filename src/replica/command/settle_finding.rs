//! Settles a finding with one press. Nothing is dropped: a seat becomes a place in the waiting list, an enrolment is
//! withdrawn with its reason, a member or a statement is removed with its reason, a pairing ends, a posting is reversed, or a person's
//! word is recorded.

use domain::records::{EnrolmentState, Entry, NeedState, Pairing, Settlement};
use domain::{Date, Fault, Id, Problem};

use super::{CancelSession, Command, Draft, EndPairing, GatherJoined, Intent, ReverseEntry};
use crate::State;
use crate::query::findings::Remedy;

/// Settles a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct SettleFinding {
    /// What settles it.
    pub remedy: Remedy,
    /// Why, as the history will say.
    pub reason: String,
}

impl Command for SettleFinding {
    fn intent(&self) -> Intent {
        Intent::SettleFinding
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let is_there = match &self.remedy {
            Remedy::EndPairing(pairing) => state.get(*pairing).is_some_and(|pairing| pairing.until.is_none()),
            Remedy::Reverse(entry) => return self.reversal(*entry, today).check(state, today),
            Remedy::Wait(enrolments) => enrolments.iter().all(|id| state.get(*id).is_some()),
            Remedy::Withdraw(enrolment) => state.get(*enrolment).is_some(),
            Remedy::Cancel(session) => return CancelSession { id: *session }.check(state, today),
            Remedy::RemoveMember(member) => state.get(*member).is_some(),
            Remedy::RemoveIncome(income) => state.get(*income).is_some(),
            Remedy::Gather(keep, other) => return GatherJoined { keep: *keep, other: *other }.check(state, today),
            Remedy::Met(need) => state.get(*need).is_some(),
            Remedy::Accept(_) => true,
        };
        if is_there { vec![] } else { vec![Problem::of_entry(Fault::Gone)] }
    }

    fn write(&self, draft: &mut Draft<'_>) {
        // A record without a reason for its removal stands.
        let reason = if self.reason.is_empty() { "-" } else { self.reason.as_str() };
        match &self.remedy {
            Remedy::Wait(enrolments) => enrolments
                .iter()
                .for_each(|id| draft.update(*id, |enrolment| enrolment.state = Some(EnrolmentState::Waiting))),
            Remedy::Withdraw(enrolment) => draft.update(*enrolment, |enrolment| {
                enrolment.state = Some(EnrolmentState::Withdrawn);
                enrolment.reason.clone_from(&self.reason);
            }),
            Remedy::Cancel(session) => CancelSession { id: *session }.write(draft),
            Remedy::RemoveMember(member) => draft.remove(*member, reason),
            Remedy::RemoveIncome(income) => draft.remove(*income, reason),
            Remedy::EndPairing(pairing) => self.end(draft.state(), *pairing, draft.today()).write(draft),
            Remedy::Reverse(entry) => self.reversal(*entry, draft.today()).write(draft),
            Remedy::Gather(keep, other) => GatherJoined { keep: *keep, other: *other }.write(draft),
            Remedy::Met(need) => {
                let today = Some(draft.today());
                draft.update(*need, |need| {
                    need.state = Some(NeedState::Met);
                    need.met_on = need.met_on.or(today);
                });
            }
            Remedy::Accept(finding) => {
                draft.create(&Settlement { finding: finding.clone(), note: self.reason.clone() });
            }
        }
    }
}

impl SettleFinding {
    /// The end of a pairing: today, or on the day it begins where a clock that ran ahead put that later.
    fn end(&self, state: &State, pairing: Id<Pairing>, today: Date) -> EndPairing {
        let since = state.get(pairing).and_then(|pairing| pairing.since);
        EndPairing { pairing, on: since.map_or(today, |since| since.max(today)), reason: self.reason.clone() }
    }

    /// The reversal of a posting. Who posted it is known by the change's author.
    fn reversal(&self, entry: Id<Entry>, on: Date) -> ReverseEntry {
        ReverseEntry { entry, on, reason: self.reason.clone(), posted_by: String::new() }
    }
}
