//! A cooperative in each village, and the cases that belong to it or are to join.

use std::collections::HashSet;

use domain::records::{Case, Cooperative, Membership, MembershipState, Stage};
use domain::value::Fen;
use domain::{Date, Id};

use crate::calendar::{after, day, some_day};
use crate::data::prosperity::{COOPERATIVE, LEAVING, TERMS, TOWN_ENDINGS};
use crate::dice::Dice;
use crate::households::Household;
use crate::names::some_name;
use crate::number::{Telephones, id};
use crate::places::Village;
use crate::text::{filled, fitting};

/// The cooperatives, in the order of the villages.
pub(crate) fn cooperatives(
    villages: &[Village],
    today: Date,
    phones: &mut Telephones,
) -> Vec<(Id<Cooperative>, Cooperative)> {
    let mut dice = Dice::new(11);
    let mut names = HashSet::new();
    let mut all = Vec::with_capacity(villages.len());
    for village in villages {
        let name = name(village, &mut names);
        all.push(cooperative(&mut dice, name, village, today.year(), phones));
    }
    (1..).map(id).zip(all).collect()
}

/// The village's name is enough, unless another village of that name has such a cooperative: then the town's goes before.
fn name(village: &Village, taken: &mut HashSet<String>) -> String {
    let named = |place: &str| filled(COOPERATIVE, &[("village", place), ("industry", village.industry.name)]);
    let short = named(village.short);
    if taken.insert(short.clone()) {
        return short;
    }
    let town = TOWN_ENDINGS.iter().fold(village.town, |town, ending| town.trim_end_matches(ending));
    named(&format!("{town}{}", village.short))
}

fn cooperative(dice: &mut Dice, name: String, village: &Village, year: i32, phones: &mut Telephones) -> Cooperative {
    let founded_on = some_day(dice, day(2009, 3, 1), day(year - 2, 11, 30));
    Cooperative {
        name,
        village: Some(village.id),
        leader: some_name(dice, 1972),
        industry: village.industry.name.to_owned(),
        capacity: if dice.percent(6) { 0 } else { 20 + 5 * u32::try_from(dice.below(9)).unwrap_or(0) },
        founded_on: Some(founded_on),
        capital: Fen(i64::from(dice.between(20, 300)) * 1_000_000),
        phone: phones.next(),
        terms: fitting(dice, TERMS, village.industry.sort).to_owned(),
    }
}

/// Memberships of cases in the cooperative of their village: in force, planned, or over.
pub(crate) fn memberships(
    households: &[Household],
    villages: &[Village],
    cooperatives: &[(Id<Cooperative>, Cooperative)],
    today: Date,
) -> Vec<(Id<Membership>, Membership)> {
    let mut dice = Dice::new(12);
    let all = households.iter().filter_map(|household| {
        let (own, cooperative) = cooperatives.get(household.village)?;
        let state = state(&mut dice, household.case.stage)?;
        let sort = villages.get(household.village)?.industry.sort;
        let surveyed_on = household.case.surveyed_on?;
        let from = cooperative.founded_on.map_or(surveyed_on, |founded| founded.max(surveyed_on));
        Some(membership(&mut dice, (*own, household.id), (state, sort), from, today))
    });
    (1..).map(id).zip(all.collect::<Vec<_>>()).collect()
}

fn state(dice: &mut Dice, stage: Option<Stage>) -> Option<MembershipState> {
    use MembershipState::{InForce, Left, Planned};
    let states: &[(u32, Option<MembershipState>)] = match stage {
        Some(Stage::Lifted) => &[(68, Some(InForce)), (6, Some(Left)), (26, None)],
        Some(Stage::Supported) => &[(74, Some(InForce)), (14, Some(Planned)), (12, None)],
        Some(Stage::Confirmed) => &[(38, Some(InForce)), (18, Some(Planned)), (4, Some(Left)), (40, None)],
        Some(Stage::Left) => &[(20, Some(Left)), (80, None)],
        _ => &[(16, Some(Planned)), (84, None)],
    };
    dice.weighted(states, |(weight, _)| *weight).and_then(|(_, state)| *state)
}

fn membership(
    dice: &mut Dice,
    (cooperative, case): (Id<Cooperative>, Id<Case>),
    (state, sort): (MembershipState, &str),
    from: Date,
    today: Date,
) -> Membership {
    let is_planned = state == MembershipState::Planned;
    let joined_on = (!is_planned).then(|| some_day(dice, from, after(from, 240)).min(today));
    let planned_on = match joined_on {
        Some(joined) => after(joined, -dice.between(0, 20)),
        None => after(today, dice.between(10, 120)),
    };
    let left_on = joined_on.filter(|_| state == MembershipState::Left).map(|joined| some_day(dice, joined, today));
    Membership {
        cooperative: Some(cooperative),
        case: Some(case),
        state: Some(state),
        planned_on: Some(planned_on),
        joined_on,
        left_on,
        share: Fen(if is_planned { 0 } else { i64::from(dice.between(1, 10)) * 50_000 }),
        reason: if left_on.is_some() { fitting(dice, LEAVING, sort).to_owned() } else { String::new() },
    }
}
