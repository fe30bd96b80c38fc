//! Who is proposed for next year's demonstration households, marked in each part: three for each place. Nobody among
//! them is led by another, or leads already.

use std::collections::HashSet;

use domain::records::{Case, Demonstration, DemonstrationState, RadiationLink, Stage};
use domain::value::Fen;
use domain::{Date, Id};

use crate::calendar::{after, some_day};
use crate::demonstrations::merit;
use crate::dice::Dice;
use crate::households::Household;
use crate::names::some_name;
use crate::number::id;
use crate::places::Village;

/// How many are proposed, and how many of these have a case at most.
const CANDIDATES: usize = 600;
const WITH_CASE: usize = 260;
/// What the support of one costs, in hundreds of yuan, from and to.
const COST: (i32, i32) = (30, 180);

/// Those who stand for next year.
pub(crate) fn candidates(
    households: &[Household],
    villages: &[Village],
    links: &[(Id<RadiationLink>, RadiationLink)],
    today: Date,
    before: &[(Id<Demonstration>, Demonstration)],
) -> Vec<(Id<Demonstration>, Demonstration)> {
    let mut dice = Dice::new(29);
    let led = links.iter().filter_map(|(_, link)| link.case);
    let taken: HashSet<Id<Case>> = led.chain(before.iter().filter_map(|(_, one)| one.case)).collect();
    let is_able = |household: &&Household| household.is_at(Stage::Lifted) && !taken.contains(&household.id);
    let mut able: Vec<&Household> = households.iter().filter(is_able).collect();
    dice.shuffle(&mut able);
    let mut able = able.into_iter().take(WITH_CASE);
    let first = u32::try_from(before.len() + 1).unwrap_or(1);
    let mut all = Vec::with_capacity(CANDIDATES);
    for number in 0..CANDIDATES {
        let drawn = dice.below(villages.len());
        let household = if number % 2 == 0 { able.next() } else { None };
        let Some(village) = villages.get(household.map_or(drawn, |household| household.village)) else { continue };
        all.push(candidate(&mut dice, household, village, today));
    }
    (first..).map(id).zip(all).collect()
}

fn candidate(dice: &mut Dice, household: Option<&Household>, village: &Village, today: Date) -> Demonstration {
    Demonstration {
        case: household.map(|household| household.id),
        name: if household.is_none() { some_name(dice, 1976) } else { String::new() },
        village: household.is_none().then_some(village.id),
        industry: village.industry.name.to_owned(),
        year: u32::try_from(today.year() + 1).unwrap_or(0),
        state: Some(DemonstrationState::Proposed),
        proposed_on: Some(some_day(dice, after(today, -60), today)),
        merit: merit(dice, village.industry),
        reach: u32::try_from(dice.between(8, 30)).unwrap_or(0),
        member: household.and_then(|household| household.people.first()).map(|head| head.id),
        cost: Fen(i64::from(dice.between(COST.0, COST.1)) * 10_000),
        ..marks(dice)
    }
}

/// Marks that lie near each other: who is good is mostly good in all.
fn marks(dice: &mut Dice) -> Demonstration {
    let usual = dice.between(4, 9);
    let mut mark = || u32::try_from((usual + dice.between(-2, 2)).clamp(1, 10)).unwrap_or(1);
    Demonstration {
        skill: mark(),
        experience: mark(),
        base: mark(),
        willingness: mark(),
        means: mark(),
        ..Demonstration::default()
    }
}
