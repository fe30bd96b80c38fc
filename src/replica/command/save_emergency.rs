//! Reports an emergency in a few fields, adds to it later, and closes it with a result.

use domain::records::{Emergency, EmergencyField, Stage};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::emergencies::DAYS;

/// Reports or revises an emergency.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportEmergency {
    /// Which; nothing for a new one.
    pub id: Option<Id<Emergency>>,
    /// The emergency as it shall be.
    pub emergency: Emergency,
}

impl Command for ReportEmergency {
    fn intent(&self) -> Intent {
        Intent::ReportEmergency
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let emergency = &self.emergency;
        let mut problems: Vec<Problem> = check_case(emergency, state).into_iter().collect();
        let missing = [
            (EmergencyField::trigger, emergency.trigger.is_none()),
            (EmergencyField::happened, emergency.happened.trim().is_empty()),
        ];
        let missing = missing.into_iter().filter(|(_, is_missing)| *is_missing);
        problems.extend(missing.map(|(field, _)| Problem::at(field, Fault::Missing)));
        let reported_on = emergency.reported_on.unwrap_or(today);
        if reported_on > today {
            problems.push(Problem::at(EmergencyField::reported_on, Fault::InFuture));
        }
        if emergency.due_on.is_some_and(|due| due < reported_on) {
            problems.push(Problem::at(EmergencyField::due_on, Fault::EndsBeforeStart));
        }
        problems.extend(check_there(self.id, state));
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let reported_on = self.emergency.reported_on.unwrap_or(draft.today());
        let due_on = self.emergency.due_on.unwrap_or(reported_on.saturating_add(time::Duration::days(DAYS)));
        let (reported_on, due_on) = (Some(reported_on), Some(due_on));
        draft.save(self.id, &Emergency { reported_on, due_on, ..self.emergency.clone() });
    }
}

fn check_case(emergency: &Emergency, state: &State) -> Option<Problem> {
    let fault = match emergency.case.map(|case| state.get(case)) {
        None => Fault::Missing,
        Some(None) => Fault::Gone,
        Some(Some(case)) if case.stage == Some(Stage::Left) => Fault::CaseClosed,
        Some(Some(_)) => return None,
    };
    Some(Problem::at(EmergencyField::case, fault))
}

fn check_there(id: Option<Id<Emergency>>, state: &State) -> Option<Problem> {
    let fault = match state.get(id?) {
        None => Fault::Gone,
        Some(there) if there.closed_on.is_some() => Fault::EmergencyClosed,
        Some(_) => return None,
    };
    Some(Problem::of_entry(fault))
}

/// Closes an emergency.
#[derive(Clone, Debug, PartialEq)]
pub struct CloseEmergency {
    /// Which.
    pub id: Id<Emergency>,
    /// The day.
    pub on: Date,
    /// With what result.
    pub result: String,
}

impl Command for CloseEmergency {
    fn intent(&self) -> Intent {
        Intent::CloseEmergency
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let mut problems: Vec<Problem> = check_there(Some(self.id), state).into_iter().collect();
        if self.on > today {
            problems.push(Problem::at(EmergencyField::closed_on, Fault::InFuture));
        }
        let reported_on = state.get(self.id).and_then(|there| there.reported_on);
        if reported_on.is_some_and(|reported| self.on < reported) {
            problems.push(Problem::at(EmergencyField::closed_on, Fault::EndsBeforeStart));
        }
        if self.result.trim().is_empty() {
            problems.push(Problem::at(EmergencyField::result, Fault::Missing));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.update(self.id, |emergency| {
            emergency.closed_on = Some(self.on);
            emergency.result.clone_from(&self.result);
        });
    }
}
