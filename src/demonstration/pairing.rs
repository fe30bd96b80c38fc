//! Helpers and pairings: an organisation in every township and every village, cadres beside them, and who stands by whom.
//! Some cases were handed over; some still wait for a helper.

use domain::records::{Case, Helper, HelperKind, NeedKind, Pairing, Stage};
use domain::{Choice as _, Date, Id};

use crate::calendar::{after, some_day};
use crate::data::casework::{HAND_OVERS, LIFTED, ORGANISATIONS, PROMISES, TOWNSHIP_BRANCH, VILLAGE_BRANCH};
use crate::data::places::COUNTIES;
use crate::dice::Dice;
use crate::households::Household;
use crate::names::some_name;
use crate::number::{Telephones, id};
use crate::places::{Village, township_id};
use crate::text::filled;

/// How many villages of a hundred have a cadre who helps.
const CADRES: u32 = 45;

/// Helpers and pairings.
pub(crate) struct Paired {
    /// Every helper.
    pub(crate) helpers: Vec<(Id<Helper>, Helper)>,
    /// Every pairing, each after the one that it follows.
    pub(crate) pairings: Vec<(Id<Pairing>, Pairing)>,
}

/// A helper in the making: where it works, and how much room it has left.
struct Hand {
    helper: Helper,
    village: Option<usize>,
    township: usize,
    room: u32,
}

/// All helpers and pairings.
pub(crate) fn paired(households: &[Household], villages: &[Village], today: Date, phones: &mut Telephones) -> Paired {
    let mut dice = Dice::new(21);
    let mut hands = hands(&mut dice, villages, phones);
    let mut pairings: Vec<(Id<Pairing>, Pairing)> = Vec::new();
    for household in households {
        if let Some((since, until)) = term(&mut dice, household, today) {
            pair(&mut dice, household, villages, &mut hands, &mut pairings, (since, until));
        }
    }
    let helpers = (1..).map(id).zip(hands.into_iter().map(|hand| hand.helper)).collect();
    Paired { helpers, pairings }
}

fn hands(dice: &mut Dice, villages: &[Village], phones: &mut Telephones) -> Vec<Hand> {
    let mut hands: Vec<Hand> = Vec::new();
    for (place, village) in villages.iter().enumerate() {
        if hands.last().is_none_or(|hand| hand.township != village.township) {
            let division = township_id(village.township);
            let helper = Helper { division: Some(division), ..organisation(dice, village, TOWNSHIP_BRANCH, phones) };
            hands.push(Hand { room: helper.most(), helper, village: None, township: village.township });
        }
        let branch = organisation(dice, village, VILLAGE_BRANCH, phones);
        let cadre = dice.percent(CADRES).then(|| cadre(dice, village, phones));
        for helper in cadre.into_iter().chain([branch]) {
            hands.push(Hand { room: helper.most(), helper, village: Some(place), township: village.township });
        }
    }
    hands
}

fn organisation(dice: &mut Dice, village: &Village, name: &str, phones: &mut Telephones) -> Helper {
    Helper {
        kind: Some(HelperKind::Organisation),
        name: worded(name, village),
        division: Some(village.id),
        phone: phones.next(),
        capacity: u32::try_from(dice.between(3, 5)).unwrap_or(3),
        skills: skills(dice),
        industry: village.industry.name.to_owned(),
        ..Helper::default()
    }
}

fn cadre(dice: &mut Dice, village: &Village, phones: &mut Telephones) -> Helper {
    Helper {
        kind: Some(HelperKind::Cadre),
        name: some_name(dice, 1978),
        organisation: worded(dice.pick(ORGANISATIONS), village),
        division: Some(village.id),
        phone: phones.next(),
        capacity: u32::try_from(dice.between(1, 2)).unwrap_or(1),
        skills: skills(dice),
        ..Helper::default()
    }
}

fn skills(dice: &mut Dice) -> Vec<NeedKind> {
    let most = NeedKind::ALL.len() - 1;
    let mut skills: Vec<NeedKind> =
        (0..=dice.below(2)).filter_map(|_| NeedKind::ALL.get(dice.below(most)).copied()).collect();
    skills.sort_unstable();
    skills.dedup();
    skills
}

/// From when until when a household is helped: those of the year nearly always, the others confirmed more often than not.
fn term(dice: &mut Dice, household: &Household, today: Date) -> Option<(Date, Option<Date>)> {
    let since = household.case.stage_since?;
    let from = household.case.surveyed_on?;
    let is_recent = since.year() == today.year();
    match household.case.stage? {
        Stage::Supported if dice.percent(92) => Some((some_day(dice, after(since, -8).max(from), since), None)),
        Stage::Confirmed if dice.percent(58) => Some((some_day(dice, since, today), None)),
        Stage::Lifted if is_recent && dice.percent(90) => {
            let until = dice.percent(40).then_some(since);
            Some((some_day(dice, from, since), until))
        }
        _ => None,
    }
}

fn pair(
    dice: &mut Dice,
    household: &Household,
    villages: &[Village],
    hands: &mut [Hand],
    pairings: &mut Vec<(Id<Pairing>, Pairing)>,
    (since, until): (Date, Option<Date>),
) {
    let Some(village) = villages.get(household.village) else { return };
    let Some(helper) = taker(hands, household.village, village.township, until.is_none()) else { return };
    let before = until.is_none().then(|| taken_before(dice, hands, household, village, helper)).flatten();
    let promised = filled(dice.pick(PROMISES), &[("thing", village.industry.thing)]);
    let begun = before.map(|other| {
        let half = some_day(dice, household.case.surveyed_on.unwrap_or(since), since);
        let reason = dice.pick(HAND_OVERS).to_owned();
        add(
            pairings,
            household.id,
            other,
            Pairing { since: Some(half), until: Some(since), reason, ..Pairing::default() },
        )
    });
    let reason = if until.is_some() { LIFTED.to_owned() } else { String::new() };
    let pairing = Pairing { since: Some(since), until, reason, promised, follows: begun, ..Pairing::default() };
    add(pairings, household.id, helper, pairing);
}

/// One in nine was another's before.
fn taken_before(
    dice: &mut Dice,
    hands: &[Hand],
    household: &Household,
    village: &Village,
    now: usize,
) -> Option<usize> {
    let is_other = |(place, hand): &(usize, &Hand)| *place != now && hand.township == village.township;
    let others: Vec<usize> = hands.iter().enumerate().filter(is_other).map(|(place, _)| place).collect();
    let is_moved = dice.percent(11) && household.is_at(Stage::Supported);
    is_moved.then(|| others.get(dice.below(others.len())).copied()).flatten()
}

/// Who takes a household: somebody of its village, or else of its township, who has room. One that is over takes none.
fn taker(hands: &mut [Hand], village: usize, township: usize, takes_room: bool) -> Option<usize> {
    let is_near = |hand: &Hand| hand.room > 0 && hand.village == Some(village);
    let is_around = |hand: &Hand| hand.room > 0 && hand.township == township;
    let place = hands.iter().position(is_near).or_else(|| hands.iter().position(is_around))?;
    if takes_room {
        let hand = hands.get_mut(place)?;
        hand.room -= 1;
    }
    Some(place)
}

fn add(pairings: &mut Vec<(Id<Pairing>, Pairing)>, case: Id<Case>, helper: usize, pairing: Pairing) -> Id<Pairing> {
    let number = |place: usize| u32::try_from(place + 1).unwrap_or(u32::MAX);
    let own = id(number(pairings.len()));
    let helper = Some(id(number(helper)));
    pairings.push((own, Pairing { helper, case: Some(case), ..pairing }));
    own
}

/// A template with the names of the ground around a village.
pub(crate) fn worded(template: &str, village: &Village) -> String {
    let county = COUNTIES.get(village.county).map_or("", |county| county.name);
    filled(template, &[("town", village.town), ("village", &village.name), ("county", county)])
}
