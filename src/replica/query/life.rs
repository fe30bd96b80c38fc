//! The life of a case: its notices, the steps it took, which steps are open now and what stands in their way, and what is
//! still missing for a case that is supported this year.

use std::collections::HashSet;

use domain::Sorting as _;
use domain::records::{
    Case, CaseStep, CaseStepField, Income, IncomeField, LifeStep, Need, NeedField, NeedState, Notice, NoticeField,
    NoticeResult, Stage, Visit, VisitField,
};
use domain::{Date, Fault, Id, Kind};

use super::{incomes, pairing};
use crate::State;

/// How many days a notice runs at least, its first and its last among them.
pub const NOTICE_DAYS: u32 = 5;

/// What a case that is supported this year still lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Nobody is responsible for it.
    Helper,
    /// Nobody visited it this year.
    Visit,
    /// So many needs are open.
    Needs(usize),
    /// The year's income is not stated.
    Income,
    /// The income stated lies below the line.
    BelowLine,
}

/// A step that can be taken now, and what speaks against it today.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenStep {
    /// The step.
    pub step: LifeStep,
    /// What speaks against it.
    pub obstacle: Option<Fault>,
}

/// Which cases of a year are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfYear {
    /// Supported in it, whether lifted since or not.
    Supported,
    /// Supported in it, and not lifted yet.
    Waiting,
    /// Supported in it, and lifted in it.
    Lifted,
}

/// The steps that lead on from a stage.
#[must_use]
pub const fn steps_from(stage: Stage) -> &'static [LifeStep] {
    match stage {
        Stage::Surveyed => &[LifeStep::Confirm, LifeStep::Leave],
        Stage::Confirmed => &[LifeStep::Support, LifeStep::Leave],
        Stage::Supported => &[LifeStep::Lift, LifeStep::Leave],
        Stage::Lifted => &[LifeStep::NeedyAgain, LifeStep::Leave],
        Stage::Left => &[LifeStep::NeedyAgain],
        _ => &[],
    }
}

/// The stage to which a step leads.
#[must_use]
pub const fn stage_after(step: LifeStep) -> Stage {
    match step {
        LifeStep::Confirm => Stage::Confirmed,
        LifeStep::Support => Stage::Supported,
        LifeStep::Lift => Stage::Lifted,
        LifeStep::Leave => Stage::Left,
        _ => Stage::Surveyed,
    }
}

/// Where a case stands; a file without a stage was only surveyed.
#[must_use]
pub fn stage(case: &Case) -> Stage {
    case.stage.unwrap_or(Stage::Surveyed)
}

/// The steps that a case took, the newest first.
#[must_use]
pub fn steps(state: &State, case: Id<Case>) -> Vec<(Id<CaseStep>, CaseStep)> {
    let all = state.referring::<CaseStep>(CaseStepField::case, case.raw());
    let mut steps: Vec<_> = all.map(|(id, step)| (id, step.clone())).collect();
    steps.arrange_by_cached_key(|(id, step)| (step.on, state.made(Kind::CaseStep, id.raw())));
    steps.reverse();
    steps
}

/// The notices of a case, the newest first.
#[must_use]
pub fn notices(state: &State, case: Id<Case>) -> Vec<(Id<Notice>, Notice)> {
    let all = state.referring::<Notice>(NoticeField::case, case.raw());
    let mut notices: Vec<_> = all.map(|(id, notice)| (id, notice.clone())).collect();
    notices.arrange_by_cached_key(|(id, notice)| (notice.from, state.made(Kind::Notice, id.raw())));
    notices.reverse();
    notices
}

/// The notice on which a case can be confirmed: the newest one since it was surveyed.
#[must_use]
pub fn notice_now(state: &State, id: Id<Case>) -> Option<(Id<Notice>, Notice)> {
    let since = state.get(id)?.stage_since;
    let is_since = |notice: &Notice| since.is_none_or(|since| notice.from.is_some_and(|from| from >= since));
    notices(state, id).into_iter().find(|(_, notice)| is_since(notice))
}

/// How many days a notice runs, its first and its last among them.
#[must_use]
pub fn notice_days(notice: &Notice) -> Option<u32> {
    let (from, to) = notice.from.zip(notice.to)?;
    u32::try_from((to - from).whole_days() + 1).ok()
}

/// What makes it impossible to confirm a case on that day.
#[must_use]
pub fn notice_obstacle(state: &State, case: Id<Case>, on: Date) -> Option<Fault> {
    let Some((_, notice)) = notice_now(state, case) else { return Some(Fault::NoNotice) };
    let days = notice_days(&notice).unwrap_or(0);
    let runs = notice.to.filter(|to| on <= *to);
    match notice.result {
        Some(NoticeResult::Upheld) => Some(Fault::ObjectionUpheld),
        _ if days < NOTICE_DAYS => Some(Fault::NoticeTooShort(days)),
        _ if runs.is_some() => runs.map(Fault::NoticeRuns),
        None if !notice.objections.is_empty() => Some(Fault::ObjectionOpen),
        _ => None,
    }
}

/// The steps that are open to a case, and what speaks against each today.
#[must_use]
pub fn open_steps(state: &State, id: Id<Case>, today: Date) -> Vec<OpenStep> {
    let Some(case) = state.get(id) else { return Vec::new() };
    let obstacle = |step| (step == LifeStep::Confirm).then(|| notice_obstacle(state, id, today)).flatten();
    let open = |step: &LifeStep| OpenStep { step: *step, obstacle: obstacle(*step) };
    steps_from(stage(case)).iter().map(open).collect()
}

/// Whether a case was taken under support in a year, as far as that is known: the day of the step, or of a file that came
/// without steps the day since which it stands where it stands.
fn is_of_year(state: &State, id: Id<Case>, case: &Case, year: i32) -> bool {
    let is_this_year = |day: Option<Date>| day.is_some_and(|day| day.year() == year);
    if !is_this_year(case.stage_since) {
        return false;
    }
    let began = steps(state, id).into_iter().find(|(_, step)| step.step == Some(LifeStep::Support));
    began.is_none_or(|(_, step)| is_this_year(step.on))
}

/// The cases of a year.
#[must_use]
pub fn of_year(state: &State, asked: OfYear, year: i32) -> HashSet<Id<Case>> {
    let stages: &[Stage] = match asked {
        OfYear::Supported => &[Stage::Supported, Stage::Lifted],
        OfYear::Waiting => &[Stage::Supported],
        OfYear::Lifted => &[Stage::Lifted],
    };
    let all = state.all::<Case>().iter().filter(|(_, case)| case.stage.is_some_and(|stage| stages.contains(&stage)));
    all.filter(|(id, case)| is_of_year(state, *id, case, year)).map(|(id, _)| id).collect()
}

/// What a case lacks that is supported now and is to be lifted within the year of that day; nothing for any other case.
#[must_use]
pub fn lacks(state: &State, id: Id<Case>, today: Date) -> Vec<Lack> {
    if state.get(id).is_none_or(|case| stage(case) != Stage::Supported) {
        return Vec::new();
    }
    let year = today.year();
    let is_visited = |visit: &Visit| visit.done_on.is_some_and(|day| day.year() == year);
    let visited = state.referring::<Visit>(VisitField::case, id.raw()).any(|(_, visit)| is_visited(visit));
    let needs = state.referring::<Need>(NeedField::case, id.raw());
    let open = needs.filter(|(_, need)| need.state != Some(NeedState::Met)).count();
    let stated = state.referring::<Income>(IncomeField::case, id.raw()).find(|(_, one)| is_of(one, year));
    let income = match stated {
        None => Some(Lack::Income),
        Some((_, income)) => (incomes::is_below(state, id, income) == Some(true)).then_some(Lack::BelowLine),
    };
    let all = [
        pairing::responsible(state, id).is_empty().then_some(Lack::Helper),
        (!visited).then_some(Lack::Visit),
        (open > 0).then_some(Lack::Needs(open)),
        income,
    ];
    all.into_iter().flatten().collect()
}

fn is_of(income: &Income, year: i32) -> bool {
    i32::try_from(income.year) == Ok(year)
}
