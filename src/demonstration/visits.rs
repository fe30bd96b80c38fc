//! Visits: made before the last festivals, planned before the next, and a few that are due now or late.
//! So many are due that a person can see them: exactly `DUE` within a week and `LATE` overdue.

use std::collections::HashSet;

use domain::Sorting as _;
use domain::records::{Case, Cause, Membership, MembershipState, Stage, Visit};
use domain::{Choice, Date, Festival, Id};

use crate::calendar::{after, festivals, some_day};
use crate::data::places::COUNTIES;
use crate::data::visits::{FESTIVALS, HOMES, SEASONS, VISITOR, VISITORS, WORDS};
use crate::dice::Dice;
use crate::households::Household;
use crate::names::some_name;
use crate::number::id;
use crate::places::Village;
use crate::text::{filled, fitting_one, untagged};

/// Visits due within seven days, today among them.
const DUE: usize = 40;
/// Visits that should have been made.
const LATE: usize = 5;
/// Festivals that lie behind and were visited.
const FESTIVALS_PAST: usize = 5;

/// All visits.
pub(crate) fn visits(
    households: &[Household],
    villages: &[Village],
    memberships: &[(Id<Membership>, Membership)],
    today: Date,
) -> Vec<(Id<Visit>, Visit)> {
    let in_force = memberships.iter().filter(|(_, of)| of.state == Some(MembershipState::InForce));
    let cooperating: HashSet<Id<Case>> = in_force.filter_map(|(_, of)| of.case).collect();
    let mut round = Round::new(villages, today);
    let near = round.near_now(households);
    let mut all = Vec::with_capacity(households.len() * 5);
    for (place, household) in households.iter().enumerate() {
        let Some(village) = villages.get(household.village) else { continue };
        let home = Home { household, village, cooperates: cooperating.contains(&household.id) };
        let near = near.iter().find(|(of, _)| *of == place).map(|(_, days)| *days);
        if !household.is_at(Stage::Left) {
            all.extend(round.visits_to(&home, near));
        }
    }
    all.arrange_by_key(|visit| visit.planned_on);
    (1..).map(id).zip(all).collect()
}

/// Who is visited.
struct Home<'a> {
    household: &'a Household,
    village: &'a Village,
    cooperates: bool,
}

impl Home<'_> {
    /// The tags of sentences that fit it on a day.
    fn tags(&self, date: Date) -> String {
        let case = &self.household.case;
        let is_ill = matches!(case.main_cause, Some(Cause::Illness | Cause::Disability));
        let has = [self.household.student().is_some(), self.cooperates, is_ill, self.village.is_rural];
        let is_winter = matches!(u8::from(date.month()), 1..=3 | 11 | 12);
        let season = SEASONS[usize::from(!is_winter)];
        let homes = HOMES.into_iter().zip(has).filter(|(_, has)| *has).map(|(tag, _)| tag);
        [self.village.industry.sort, season].into_iter().chain(homes).collect()
    }

    /// Those who are helped now are visited more than those who were lifted.
    fn share(&self, helped: u32, lifted: u32) -> u32 {
        if self.household.is_at(Stage::Lifted) { lifted } else { helped }
    }
}

/// What the visits of a time have in common.
struct Round {
    dice: Dice,
    today: Date,
    past: Vec<(usize, Date)>,
    next: Option<(usize, Date)>,
    visitors: Vec<[String; 2]>,
}

impl Round {
    fn new(villages: &[Village], today: Date) -> Self {
        let mut dice = Dice::new(14);
        let both = |village| [visitor(&mut dice, village), visitor(&mut dice, village)];
        let visitors = villages.iter().map(both).collect();
        let all = festivals(today.year());
        let next = all.iter().copied().find(|(_, date)| *date > after(today, 9));
        let past = all.into_iter().rev().filter(|(_, date)| *date <= today).take(FESTIVALS_PAST).collect();
        Self { dice, today, past, next, visitors }
    }

    /// Which households have a visit now, and in how many days.
    fn near_now(&mut self, households: &[Household]) -> Vec<(usize, i32)> {
        let is_helped = |of: &Household| of.is_at(Stage::Supported) || of.is_at(Stage::Confirmed);
        let is_old = |of: &Household| of.case.surveyed_on.is_some_and(|date| date < after(self.today, -30));
        let helped = (0..).zip(households).filter(|(_, of)| is_helped(of) && is_old(of));
        let mut helped: Vec<usize> = helped.map(|(place, _)| place).collect();
        self.dice.shuffle(&mut helped);
        let days: Vec<i32> = (0..DUE + LATE).map(|number| self.days_from_now(number)).collect();
        helped.into_iter().zip(days).collect()
    }

    fn days_from_now(&mut self, number: usize) -> i32 {
        match number {
            ..LATE => -self.dice.between(1, 12),
            _ => i32::try_from(number % 7).unwrap_or(0),
        }
    }

    fn visits_to(&mut self, home: &Home<'_>, near: Option<i32>) -> Vec<Visit> {
        let dates = self.past_dates(home);
        let mut all: Vec<Visit> =
            dates.into_iter().map(|(festival, date)| self.visit(home, festival, date, true)).collect();
        if let Some(days) = near {
            let date = after(self.today, days);
            let soon = self.next.filter(|(_, festival)| *festival <= after(date, 20));
            all.push(self.visit(home, soon.map(|(festival, _)| festival), date, false));
        } else if let Some((festival, on)) = self.next.filter(|_| self.dice.percent(home.share(92, 34))) {
            let from = after(on, -18).max(after(self.today, 8));
            let date = some_day(&mut self.dice, from, after(on, -1));
            all.push(self.visit(home, Some(festival), date, false));
        }
        all
    }

    /// When somebody came, and for which festival if for one: never before the survey.
    fn past_dates(&mut self, home: &Home<'_>) -> Vec<(Option<usize>, Date)> {
        let Some(surveyed_on) = home.household.case.surveyed_on else { return Vec::new() };
        let mut dates = Vec::new();
        for (festival, date) in self.past.clone() {
            let came = some_day(&mut self.dice, after(date, -14), date);
            if self.dice.percent(home.share(96, 62)) {
                dates.push((Some(festival), came));
            }
        }
        let most = if home.household.is_at(Stage::Supported) { 5 } else { 3 };
        for _ in 0..self.dice.below(most + 1) {
            dates.push((None, after(self.today, -self.dice.between(4, 320))));
        }
        dates.retain(|(_, date)| *date > surveyed_on);
        dates
    }

    fn visit(&mut self, home: &Home<'_>, festival: Option<usize>, date: Date, is_done: bool) -> Visit {
        let other = 1 + self.dice.below(WORDS.len() - 1);
        let (occasion, words) = WORDS.get(if festival.is_some() { 0 } else { other }).unwrap_or(&WORDS[0]);
        let words = fitting_one(&mut self.dice, words, &home.tags(date), |(purpose, _, _)| purpose);
        let (purpose, report, promise) = words.copied().unwrap_or_default();
        let second = usize::from(self.dice.percent(40));
        let visitors = self.visitors.get(home.household.village);
        let visitor = visitors.and_then(|both| both.get(second)).cloned().unwrap_or_default();
        let written = if is_done { [untagged(purpose), report, promise] } else { [untagged(purpose), "", ""] };
        let [purpose, report, promise] = self.worded(written, home, festival);
        Visit {
            case: Some(home.household.id),
            planned_on: Some(date),
            done_on: is_done.then_some(date),
            occasion: Some(*occasion),
            visitor,
            purpose,
            report,
            promise,
            festival: festival.and_then(|place| <Festival as Choice>::ALL.get(place)).copied(),
            emergency: None,
            ..Visit::default()
        }
    }

    fn worded(&mut self, templates: [&str; 3], home: &Home<'_>, festival: Option<usize>) -> [String; 3] {
        let industry = home.village.industry;
        let few = industry.some_few(&mut self.dice);
        let gain = (self.dice.between(10, 60) * 100).to_string();
        let gift = (self.dice.between(2, 8) * 100).to_string();
        let days = self.dice.between(12, 70).to_string();
        let parts = [
            ("head", home.household.head()),
            ("student", home.household.student().unwrap_or_default()),
            ("festival", festival.and_then(|festival| FESTIVALS.get(festival)).copied().unwrap_or_default()),
            ("few", &few),
            ("unit", industry.unit),
            ("thing", industry.thing),
            ("industry", industry.name),
            ("gain", &gain),
            ("gift", &gift),
            ("days", &days),
        ];
        templates.map(|template| filled(template, &parts))
    }
}

fn visitor(dice: &mut Dice, village: &Village) -> String {
    let county = COUNTIES.get(village.county).map_or("", |county| county.name);
    let parts = [("town", village.town), ("village", village.name.as_str()), ("county", county)];
    let post = filled(dice.pick(VISITORS), &parts);
    filled(VISITOR, &[("name", &some_name(dice, 1980)), ("post", &post)])
}
