//! What the households ask for, and what came of it: as far along as the case itself.

use domain::records::{Cause, Need, NeedKind, NeedState, Stage};
use domain::value::Fen;
use domain::{Date, Id};

use crate::calendar::{after, day, some_day};
use crate::data::households::{EMPLOYERS, HOSPITALS, NEEDS, SCHOOL_ENDS, needs_of};
use crate::dice::Dice;
use crate::households::Household;
use crate::number::id;
use crate::places::Village;
use crate::text::{filled, fitting_one, untagged};

/// The needs of all households.
pub(crate) fn needs(households: &[Household], villages: &[Village], today: Date) -> Vec<(Id<Need>, Need)> {
    let (mut dice, mut details) = (Dice::new(5), Dice::new(33));
    let mut all = Vec::with_capacity(households.len() * 3 / 2);
    for household in households {
        let Some(village) = villages.get(household.village) else { continue };
        let mut kinds: Vec<NeedKind> = Vec::new();
        for _ in 0..=dice.below(2) {
            let drawn = kind(&mut dice, household.case.main_cause);
            let has_reason = |kind: &NeedKind| *kind != NeedKind::Schooling || household.student().is_some();
            kinds.extend(drawn.filter(|kind| has_reason(kind) && !kinds.contains(kind)));
        }
        let needs = kinds.into_iter().map(|kind| need(&mut dice, household, village, kind, today));
        all.extend(needs.map(|need| detailed(&mut details, household, need, today)));
    }
    (1..).map(id).zip(all).collect()
}

fn kind(dice: &mut Dice, cause: Option<Cause>) -> Option<NeedKind> {
    dice.weighted(needs_of(cause.unwrap_or(Cause::Other)), |(weight, _)| *weight).map(|(_, kind)| *kind)
}

fn need(dice: &mut Dice, household: &Household, village: &Village, kind: NeedKind, today: Date) -> Need {
    let words = NEEDS.iter().find(|(of, _)| *of == kind).map_or([].as_slice(), |(_, words)| *words);
    let words = fitting_one(dice, words, village.industry.sort, |(note, _)| note);
    let (note, outcome) = words.map_or(("", ""), |(note, outcome)| (untagged(note), *outcome));
    let asked_on = after(household.case.surveyed_on.unwrap_or(today), dice.between(0, 12)).min(today);
    let since = household.case.stage_since.unwrap_or(today);
    let state = state(dice, household.case.stage);
    let latest = if household.is_at(Stage::Supported) { today } else { since };
    let met_on = (state == NeedState::Met).then(|| some_day(dice, asked_on, latest));
    let [note, outcome] = worded(dice, [note, if met_on.is_some() { outcome } else { "" }], household, village);
    Need {
        case: Some(household.id),
        kind: Some(kind),
        note,
        state: Some(state),
        asked_on: Some(asked_on),
        due_on: due_on(dice, asked_on, met_on.is_some(), today),
        met_on,
        outcome,
        ..Need::default()
    }
}

/// For whom it is, where, and from when: as far as needs of its kind say so.
fn detailed(dice: &mut Dice, household: &Household, need: Need, today: Date) -> Need {
    match need.kind {
        Some(NeedKind::Schooling) => {
            let student = household.people.iter().filter(|person| person.learns()).min_by_key(|person| person.born);
            let place = student.map(|person| school_of(&person.member.school)).unwrap_or_default();
            let begins_on = (need.is_open() && dice.below(12) == 0).then(|| next_term(today));
            Need { member: student.map(|person| person.id), place, begins_on, ..need }
        }
        Some(NeedKind::Medical) => {
            let member = household.people.get(household.who).map(|person| person.id);
            Need { member, place: dice.pick(HOSPITALS).to_owned(), ..need }
        }
        Some(NeedKind::Employment) if !need.is_open() => {
            let wage: String = need.outcome.chars().filter(char::is_ascii_digit).collect();
            let monthly_pay = Fen(wage.parse::<i64>().unwrap_or(0) * 100);
            let (place, begins_on) = (dice.pick(EMPLOYERS).to_owned(), need.met_on);
            Need { member: household.people.first().map(|person| person.id), place, begins_on, monthly_pay, ..need }
        }
        _ => need,
    }
}

/// A school without the class.
fn school_of(school: &str) -> String {
    let ends = SCHOOL_ENDS.iter().filter_map(|end| school.find(end).map(|at| at + end.len()));
    ends.max().map_or(school, |end| &school[..end]).to_owned()
}

/// Terms begin in March and in September.
fn next_term(today: Date) -> Date {
    let terms = [(0, 3), (0, 9), (1, 3)].map(|(years, month)| day(today.year() + years, month, 1));
    terms.into_iter().find(|term| *term > today).unwrap_or(today)
}

/// Met needs had a date; of the open ones a few have one, near enough to matter.
fn due_on(dice: &mut Dice, asked_on: Date, is_met: bool, today: Date) -> Option<Date> {
    if is_met {
        return Some(after(asked_on, dice.between(60, 300)));
    }
    let is_dated = dice.below(30) == 0;
    is_dated.then(|| after(today, dice.between(-4, 45)).max(asked_on))
}

fn state(dice: &mut Dice, stage: Option<Stage>) -> NeedState {
    use NeedState::{Asked, Met, Planned};
    let states: &[(u32, NeedState)] = match stage {
        Some(Stage::Lifted) => &[(1, Met)],
        Some(Stage::Supported) => &[(15, Asked), (50, Planned), (35, Met)],
        Some(Stage::Confirmed) => &[(62, Asked), (38, Planned)],
        _ => &[(1, Asked)],
    };
    dice.weighted(states, |(weight, _)| *weight).map_or(Asked, |(_, state)| *state)
}

fn worded(dice: &mut Dice, templates: [&str; 2], household: &Household, village: &Village) -> [String; 2] {
    let cost = (dice.between(10, 50) * 100).to_string();
    let debt = (dice.between(5, 40) * 1000).to_string();
    let wage = (dice.between(16, 38) * 100).to_string();
    let parts = [
        ("who", household.who()),
        ("student", household.student().unwrap_or_default()),
        ("industry", village.industry.name),
        ("thing", village.industry.thing),
        ("cost", &cost),
        ("debt", &debt),
        ("wage", &wage),
    ];
    templates.map(|template| filled(template, &parts))
}
