//! Puts a case on public notice, changes the notice while it runs, and says what came of it.

use domain::records::{Notice, NoticeField, NoticeResult, Stage};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::life;

/// Makes or revises a notice.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveNotice {
    /// Which; nothing for a new one.
    pub id: Option<Id<Notice>>,
    /// The notice as it shall be.
    pub notice: Notice,
}

impl Command for SaveNotice {
    fn intent(&self) -> Intent {
        Intent::SaveNotice
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let notice = &self.notice;
        let missing = [
            (NoticeField::from, notice.from.is_none()),
            (NoticeField::to, notice.to.is_none()),
            (NoticeField::place, notice.place.trim().is_empty()),
        ];
        let missing = missing.into_iter().filter(|(_, is_missing)| *is_missing);
        let mut problems: Vec<Problem> = missing.map(|(field, _)| Problem::at(field, Fault::Missing)).collect();
        problems.extend(self.check_case(state));
        problems.extend(self.check_days());
        problems.extend(self.check_result(today));
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.save(self.id, &self.notice);
    }
}

impl SaveNotice {
    /// A notice is of a case that was surveyed and waits to be confirmed, made since then, and the only one that stands.
    fn check_case(&self, state: &State) -> Option<Problem> {
        let Some((id, case)) = self.notice.case.and_then(|id| Some((id, state.get(id)?))) else {
            return Some(Problem::at(NoticeField::case, Fault::Gone));
        };
        if self.id.is_some_and(|id| state.get(id).is_none()) {
            return Some(Problem::of_entry(Fault::Gone));
        }
        if life::stage(case) == Stage::Left {
            return Some(Problem::of_entry(Fault::CaseClosed));
        }
        if life::stage(case) != Stage::Surveyed {
            return Some(Problem::of_entry(Fault::StepClosed));
        }
        let stands = |notice: &Notice| notice.result != Some(NoticeResult::Upheld);
        let other = life::notice_now(state, id).filter(|(other, notice)| Some(*other) != self.id && stands(notice));
        if other.is_some() {
            return Some(Problem::of_entry(Fault::NoticeThere));
        }
        let early = case.stage_since.filter(|since| self.notice.from.is_some_and(|from| from < *since));
        early.map(|since| Problem::at(NoticeField::from, Fault::BeforeLastStep(since)))
    }

    fn check_days(&self) -> Option<Problem> {
        let (from, to) = self.notice.from.zip(self.notice.to)?;
        if to < from {
            return Some(Problem::at(NoticeField::to, Fault::EndsBeforeStart));
        }
        let days = life::notice_days(&self.notice).filter(|days| *days < life::NOTICE_DAYS)?;
        Some(Problem::at(NoticeField::to, Fault::NoticeTooShort(days)))
    }

    /// That nobody objected is known when the notice is over; an objection may be upheld at once.
    fn check_result(&self, today: Date) -> Option<Problem> {
        let is_final = matches!(self.notice.result, Some(NoticeResult::Clear | NoticeResult::Dismissed));
        let runs = self.notice.to.filter(|to| is_final && today <= *to);
        if let Some(until) = runs {
            return Some(Problem::at(NoticeField::result, Fault::NoticeRuns(until)));
        }
        let is_said = matches!(self.notice.result, Some(NoticeResult::Dismissed | NoticeResult::Upheld));
        let is_missing = is_said && self.notice.objections.trim().is_empty();
        is_missing.then(|| Problem::at(NoticeField::objections, Fault::Missing))
    }
}
