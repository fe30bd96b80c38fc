//! The life of cases: the notices of those that were surveyed, and the steps of those that were confirmed of late, are
//! supported this year or were lifted in it. Cases that were lifted long ago came from an older register, without steps.

use domain::records::{CaseStep, LifeStep, Notice, NoticeResult, Stage};
use domain::{Date, Id};

use crate::calendar::{after, days_between, some_day};
use crate::data::casework::{CONFIRMED_BY, OBJECTIONS, PLACES, REASONS};
use crate::dice::Dice;
use crate::households::Household;
use crate::number::id;
use crate::pairing::worded;
use crate::places::Village;

/// Confirmations within so many days come with their notice.
const RECENT: i32 = 120;

/// Notices and steps.
#[derive(Default)]
pub(crate) struct Life {
    /// Every notice.
    pub(crate) notices: Vec<(Id<Notice>, Notice)>,
    /// Every step, each after the notice that it stands on.
    pub(crate) steps: Vec<(Id<CaseStep>, CaseStep)>,
}

/// All notices and steps.
pub(crate) fn life(households: &[Household], villages: &[Village], today: Date) -> Life {
    let mut dice = Dice::new(22);
    let mut life = Life::default();
    for household in households {
        let (Some(village), Some(since)) = (villages.get(household.village), household.case.stage_since) else {
            continue;
        };
        let is_of_year = since.year() == today.year();
        match household.case.stage {
            Some(Stage::Surveyed) => life.publish(&mut dice, household, village, today),
            Some(Stage::Confirmed) if since > after(today, -RECENT) => {
                life.confirm(&mut dice, household, village, since)
            }
            Some(Stage::Supported) => life.support(&mut dice, household, village, since),
            Some(Stage::Lifted) if is_of_year => {
                let support = some_day(&mut dice, after(since, -days_of_year(since)), after(since, -1));
                life.support(&mut dice, household, village, support.max(first_of_year(since)));
                life.step(&mut dice, household, village, LifeStep::Lift, since);
            }
            _ => {}
        }
    }
    life
}

fn first_of_year(date: Date) -> Date {
    crate::calendar::day(date.year(), 1, 1)
}

fn days_of_year(date: Date) -> i32 {
    days_between(first_of_year(date), date)
}

impl Life {
    /// Half of those surveyed are on notice, or were and wait to be confirmed.
    fn publish(&mut self, dice: &mut Dice, household: &Household, village: &Village, today: Date) {
        let surveyed_on = household.case.surveyed_on.unwrap_or(today);
        if surveyed_on < today && dice.percent(55) {
            let from = some_day(dice, after(surveyed_on, 1), after(surveyed_on, 20).min(today));
            let (objections, is_right) = if dice.percent(9) { dice.pick(OBJECTIONS) } else { ("", false) };
            let to = after(from, dice.between(4, 7));
            let is_settled = to < today && !objections.is_empty() && dice.percent(60);
            let result = if is_right { NoticeResult::Upheld } else { NoticeResult::Dismissed };
            self.notice(
                dice,
                household,
                village,
                Notice {
                    from: Some(from),
                    to: Some(to),
                    objections: objections.to_owned(),
                    result: is_settled.then_some(result),
                    ..Notice::default()
                },
            );
        }
    }

    fn notice(&mut self, dice: &mut Dice, household: &Household, village: &Village, notice: Notice) -> Id<Notice> {
        let own = id(u32::try_from(self.notices.len() + 1).unwrap_or(u32::MAX));
        let place = worded(dice.pick(PLACES), village);
        self.notices.push((own, Notice { case: Some(household.id), place, ..notice }));
        own
    }

    fn confirm(&mut self, dice: &mut Dice, household: &Household, village: &Village, on: Date) {
        let notice = Notice {
            from: Some(after(on, -8)),
            to: Some(after(on, -dice.between(1, 3))),
            result: Some(NoticeResult::Clear),
            ..Notice::default()
        };
        let notice = self.notice(dice, household, village, notice);
        self.step(dice, household, village, LifeStep::Confirm, on);
        if let Some((_, step)) = self.steps.last_mut() {
            step.notice = Some(notice);
        }
    }

    fn support(&mut self, dice: &mut Dice, household: &Household, village: &Village, on: Date) {
        let confirmed_on = after(on, -dice.between(3, 25));
        self.confirm(dice, household, village, confirmed_on);
        self.step(dice, household, village, LifeStep::Support, on);
    }

    fn step(&mut self, dice: &mut Dice, household: &Household, village: &Village, step: LifeStep, on: Date) {
        let own = id(u32::try_from(self.steps.len() + 1).unwrap_or(u32::MAX));
        let reasons = match step {
            LifeStep::Confirm => REASONS[0],
            LifeStep::Support => REASONS[1],
            _ => REASONS[2],
        };
        self.steps.push((
            own,
            CaseStep {
                case: Some(household.id),
                step: Some(step),
                on: Some(on),
                decided_by: worded(CONFIRMED_BY, village),
                reason: dice.pick(reasons).to_owned(),
                notice: None,
            },
        ));
    }
}
