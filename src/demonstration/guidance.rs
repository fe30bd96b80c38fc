//! Guidance teams of each county, whom they visited, and what they brought to villages over the year.

use std::collections::HashMap;

use domain::records::{Case, GuidanceTeam, Outreach, Visit};
use domain::{Date, Id};

use crate::calendar::{after, day, days_between};
use crate::data::guidance::{ADVICE, MATERIALS, TEAMS, TITLES, TOPICS};
use crate::data::places::COUNTIES;
use crate::dice::Dice;
use crate::households::Household;
use crate::names::some_name;
use crate::number::{Telephones, id};
use crate::places::{Village, county_id};
use crate::text::filled;

/// How many people belong to a team.
const PEOPLE: usize = 3;
/// To how many villages of each county science is brought in a year.
const EVENTS: usize = 8;
/// Of the visits of so many days back, one in so many is a team's.
const EVERY: usize = 9;
const DAYS_BACK: i32 = 120;
/// The stream of chance.
const STREAM: u64 = 83;

/// Three teams in each county.
pub(crate) fn teams(phones: &mut Telephones) -> Vec<(Id<GuidanceTeam>, GuidanceTeam)> {
    let mut dice = Dice::new(STREAM);
    let mut all = Vec::new();
    for (county, place) in COUNTIES.iter().enumerate() {
        for (name, subject, organisation) in TEAMS {
            let people = TITLES.iter().take(PEOPLE).map(|title| format!("{} {title}", some_name(&mut dice, 1972)));
            all.push(GuidanceTeam {
                name: filled(name, &[("place", place.short)]),
                organisation: filled(organisation, &[("place", place.short)]),
                subject: subject.to_owned(),
                people: people.collect::<Vec<_>>().join("\n"),
                county: Some(county_id(county)),
                phone: phones.next(),
                note: String::new(),
            });
        }
    }
    (1..).map(id).zip(all).collect()
}

/// The team of a county that is due next.
fn team_of(county: usize, turn: usize) -> Id<GuidanceTeam> {
    id(u32::try_from(county * TEAMS.len() + turn % TEAMS.len()).unwrap_or(0) + 1)
}

/// Some of the visits that were made these months are teams' visits, with what they advised.
pub(crate) fn advise(visits: &mut [(Id<Visit>, Visit)], households: &[Household], villages: &[Village], today: Date) {
    let county = |household: &Household| Some((household.id, villages.get(household.village)?.county));
    let counties: HashMap<Id<Case>, usize> = households.iter().filter_map(county).collect();
    let is_near = |visit: &Visit| visit.done_on.is_some_and(|day| days_between(day, today) <= DAYS_BACK);
    let all = visits.iter_mut().map(|(_, visit)| visit);
    let near = all.filter(|visit| is_near(visit) && visit.festival.is_none()).step_by(EVERY);
    for (turn, visit) in near.enumerate() {
        let Some(county) = visit.case.and_then(|case| counties.get(&case)) else { continue };
        visit.team = Some(team_of(*county, turn));
        visit.advice = ADVICE.get(turn % ADVICE.len()).copied().unwrap_or_default().to_owned();
    }
}

/// What was brought to villages this year, and what is planned.
pub(crate) fn outreaches(villages: &[Village], today: Date) -> Vec<(Id<Outreach>, Outreach)> {
    let mut dice = Dice::new(STREAM + 1);
    let mut all = Vec::new();
    for county in 0..COUNTIES.len() {
        let own: Vec<&Village> = villages.iter().filter(|one| one.county == county && one.is_rural).collect();
        for turn in 0..EVENTS {
            let Some(village) = own.get(dice.below(own.len())) else { continue };
            let on = event_day(today.year(), turn, county);
            let is_over = on < today;
            let people = if is_over { u32::try_from(dice.between(28, 140)).unwrap_or_default() } else { 0 };
            all.push(Outreach {
                on: Some(on),
                village: Some(village.id),
                topic: TOPICS.get((turn + county) % TOPICS.len()).copied().unwrap_or_default().to_owned(),
                team: Some(team_of(county, turn)),
                headcount: people,
                materials: if is_over { dice.pick(MATERIALS).to_owned() } else { String::new() },
                note: String::new(),
            });
        }
    }
    (1..).map(id).zip(all).collect()
}

/// A day in the slack months: from January to March and from November on.
fn event_day(year: i32, turn: usize, county: usize) -> Date {
    let months = [1, 1, 2, 3, 3, 11, 12, 12];
    let month = months.get(turn % months.len()).copied().unwrap_or(1);
    after(day(year, month, 3), i32::try_from(county * 4).unwrap_or(0) + i32::try_from(turn % 2).unwrap_or(0) * 2)
}
