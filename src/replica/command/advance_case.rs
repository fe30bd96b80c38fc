//! Brings a case a step further in its life: confirmed, supported, lifted, left, needy again. Each step is kept with who
//! decided it, when and why; the case's stage follows it in the same change.

use domain::records::{Case, CaseStep, CaseStepField, LifeStep, NoticeResult, Stage};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::life;

/// Takes a step.
#[derive(Clone, Debug, PartialEq)]
pub struct AdvanceCase {
    /// The case.
    pub case: Id<Case>,
    /// The step.
    pub step: LifeStep,
    /// The day.
    pub on: Date,
    /// Who decided it.
    pub decided_by: String,
    /// Why.
    pub reason: String,
}

impl Command for AdvanceCase {
    fn intent(&self) -> Intent {
        Intent::AdvanceCase
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let Some(case) = state.get(self.case) else { return vec![Problem::of_entry(Fault::Gone)] };
        let stage = life::stage(case);
        if !life::steps_from(stage).contains(&self.step) {
            let fault = if stage == Stage::Left { Fault::CaseClosed } else { Fault::StepClosed };
            return vec![Problem::of_entry(fault)];
        }
        let mut problems: Vec<Problem> = self.check_words().into_iter().collect();
        if self.on > today {
            problems.push(Problem::at(CaseStepField::on, Fault::InFuture));
        } else if let Some(since) = case.stage_since.filter(|since| self.on < *since) {
            problems.push(Problem::at(CaseStepField::on, Fault::BeforeLastStep(since)));
        }
        if self.step == LifeStep::Confirm {
            problems.extend(life::notice_obstacle(state, self.case, self.on).map(Problem::of_entry));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let is_confirmed = self.step == LifeStep::Confirm;
        let notice = life::notice_now(draft.state(), self.case).filter(|_| is_confirmed);
        if let Some((id, _)) = notice.as_ref().filter(|(_, notice)| notice.result.is_none()) {
            draft.update(*id, |notice| notice.result = Some(NoticeResult::Clear));
        }
        draft.create(&CaseStep {
            case: Some(self.case),
            step: Some(self.step),
            on: Some(self.on),
            decided_by: self.decided_by.clone(),
            reason: self.reason.clone(),
            notice: notice.map(|(id, _)| id),
        });
        let is_anew = self.step == LifeStep::NeedyAgain;
        draft.update(self.case, |case| {
            case.stage = Some(life::stage_after(self.step));
            case.stage_since = Some(self.on);
            if is_anew {
                case.surveyed_on = Some(self.on);
            }
        });
    }
}

impl AdvanceCase {
    /// A confirmation is an organisation's; who leaves or is needy again does so for a reason.
    fn check_words(&self) -> Option<Problem> {
        let (field, words) = match self.step {
            LifeStep::Confirm => (CaseStepField::decided_by, &self.decided_by),
            LifeStep::Leave | LifeStep::NeedyAgain => (CaseStepField::reason, &self.reason),
            _ => return None,
        };
        words.trim().is_empty().then(|| Problem::at(field, Fault::Missing))
    }
}
