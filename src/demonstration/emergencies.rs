//! Emergencies of the year: closed ones with what was done about them, and a few that are open now, two of them late.

use domain::records::{Emergency, Occasion, Stage, Visit};
use domain::{Date, Id};

use crate::calendar::{after, some_day};
use crate::data::casework::EMERGENCIES;
use crate::dice::Dice;
use crate::households::Household;
use crate::number::id;
use crate::places::Village;
use crate::text::filled;

/// How many of the year are closed.
const CLOSED: usize = 26;
/// In how many days those that are open are due.
const OPEN: [i32; 6] = [-4, -1, 0, 1, 2, 3];
/// Numbers of follow-up visits begin here, after those of all other visits.
const VISITS_FROM: u32 = 500_000;
/// Relief is due so many days after the report.
const DAYS: i32 = 3;

/// Emergencies and their follow-ups.
#[derive(Default)]
pub(crate) struct Emergencies {
    /// Every emergency.
    pub(crate) emergencies: Vec<(Id<Emergency>, Emergency)>,
    /// The visits that follow them up.
    pub(crate) visits: Vec<(Id<Visit>, Visit)>,
}

/// All emergencies.
pub(crate) fn emergencies(households: &[Household], villages: &[Village], today: Date) -> Emergencies {
    let mut dice = Dice::new(23);
    let is_old = |one: &&Household| one.case.surveyed_on.is_some_and(|day| day < after(today, -40));
    let is_helped = |one: &&Household| one.is_at(Stage::Supported) || one.is_at(Stage::Confirmed);
    let mut helped: Vec<&Household> = households.iter().filter(is_old).filter(is_helped).collect();
    dice.shuffle(&mut helped);
    let mut made = Emergencies::default();
    let open = OPEN.map(|days| (after(today, days - DAYS), true));
    let closed: Vec<(Date, bool)> = (0..CLOSED).map(|_| (after(today, -dice.between(9, 300)), false)).collect();
    for (household, (reported_on, is_open)) in helped.into_iter().zip(open.into_iter().chain(closed)) {
        let earliest = household.case.surveyed_on.map_or(reported_on, |day| after(day, 5));
        let reported_on = if is_open { reported_on } else { reported_on.max(earliest) };
        if let Some(village) = villages.get(household.village) {
            made.add(&mut dice, household, village, reported_on, is_open);
        }
    }
    made
}

impl Emergencies {
    fn add(&mut self, dice: &mut Dice, household: &Household, village: &Village, on: Date, is_open: bool) {
        let place = self.emergencies.len();
        let own = id(u32::try_from(place + 1).unwrap_or(u32::MAX));
        let row = EMERGENCIES.get(place % EMERGENCIES.len()).unwrap_or(&EMERGENCIES[0]);
        let (trigger, happened, relief, done, result) = *row;
        let parts = [("thing", village.industry.thing), ("who", household.who())];
        let closed_on = some_day(dice, after(on, 2), after(on, 8));
        self.emergencies.push((
            own,
            Emergency {
                case: Some(household.id),
                trigger: Some(trigger),
                happened: filled(happened, &parts),
                reported_on: Some(on),
                due_on: Some(after(on, DAYS)),
                relief: if is_open { String::new() } else { relief.to_owned() },
                request: None,
                closed_on: (!is_open).then_some(closed_on),
                result: if is_open { String::new() } else { result.to_owned() },
            },
        ));
        if !is_open {
            self.follow_up(own, household, village, after(on, 1), done);
        }
    }

    fn follow_up(&mut self, of: Id<Emergency>, household: &Household, village: &Village, on: Date, done: &str) {
        let number = u32::try_from(self.visits.len()).unwrap_or(0);
        self.visits.push((
            id(VISITS_FROM + number),
            Visit {
                case: Some(household.id),
                planned_on: Some(on),
                done_on: Some(on),
                occasion: Some(Occasion::FollowUp),
                visitor: crate::pairing::worded(crate::data::casework::VILLAGE_BRANCH, village),
                purpose: "应急救助跟进".to_owned(),
                report: done.to_owned(),
                promise: String::new(),
                festival: None,
                emergency: Some(of),
                ..Visit::default()
            },
        ));
    }
}
