//! Adds a need to a case, or brings one further: asked, planned, met.

use domain::records::{Need, NeedField, NeedState};
use domain::{Date, Fault, Id, Problem};

use super::register_case::check_need;
use super::{Command, Draft, Intent};
use crate::State;

/// Adds or revises a need.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveNeed {
    /// Which; nothing for a new one.
    pub id: Option<Id<Need>>,
    /// The need as it shall be.
    pub need: Need,
}

impl Command for SaveNeed {
    fn intent(&self) -> Intent {
        Intent::SaveNeed
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let is_gone = self.need.case.and_then(|case| state.get(case)).is_none();
        let gone = is_gone.then(|| Problem::of_entry(Fault::Gone));
        check_fields(state, &self.need, today).into_iter().chain(gone).collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let today = Some(draft.today());
        let state = self.need.state.or(Some(NeedState::Asked));
        let met_on = if state == Some(NeedState::Met) { self.need.met_on.or(today) } else { None };
        let asked_on = self.need.asked_on.or(today);
        draft.save(self.id, &Need { state, met_on, asked_on, ..self.need.clone().tidied() });
    }
}

/// What speaks against the fields of a need, the one whom it is for among them: it is a member of the household.
pub(super) fn check_fields(state: &State, need: &Need, today: Date) -> Vec<Problem> {
    let fault = need.member.and_then(|member| match state.get(member) {
        None => Some(Fault::Gone),
        Some(member) => (member.case != need.case).then_some(Fault::OtherHousehold),
    });
    let member = fault.map(|fault| Problem::at(NeedField::member, fault));
    check_need(need, today).into_iter().chain(member).collect()
}
