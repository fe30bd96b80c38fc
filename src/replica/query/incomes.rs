//! The income of households by year, and the line that tells poor from not. The line is data: by year, and by place.

use domain::Sorting as _;
use domain::records::{Case, Division, Income, IncomeField, PovertyLine};
use domain::value::Fen;
use domain::{Id, Kind};

use super::{cases, divisions};
use crate::State;

/// The line that holds for a household in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Net income of a person.
    pub amount: Fen,
    /// The year for which it was set; an earlier one where nobody has set that year's.
    pub year: u32,
}

/// The income of a year, and what follows from it.
#[derive(Clone, Debug, PartialEq)]
pub struct IncomeLine {
    /// The statement.
    pub id: Id<Income>,
    /// What it says.
    pub income: Income,
    /// The line that holds.
    pub line: Option<Line>,
    /// Whether a person's share lies below the line; nothing while either is not known.
    pub is_below: Option<bool>,
}

/// The line for a place in a year: the county's own before the city's, that year's before an earlier one.
#[must_use]
pub fn line(state: &State, place: Option<Id<Division>>, year: u32) -> Option<Line> {
    let county = divisions::county_of(state, place);
    let holds = |line: &PovertyLine| line.year <= year && (line.division.is_none() || line.division == county);
    let all = state.all::<PovertyLine>().iter().filter(|(_, line)| holds(line));
    let best =
        all.max_by_key(|(id, line)| (line.year, line.division.is_some(), state.made(Kind::PovertyLine, id.raw())));
    best.map(|(_, line)| Line { amount: line.amount, year: line.year })
}

/// Whether a person's share lies below the line.
#[must_use]
pub fn is_below(state: &State, case: Id<Case>, income: &Income) -> Option<bool> {
    let line = line(state, state.get(case)?.village, income.year)?;
    income.per_person().map(|each| each < line.amount)
}

/// The years of a household, the newest first.
#[must_use]
pub fn history(state: &State, case: Id<Case>) -> Vec<IncomeLine> {
    let all = state.referring::<Income>(IncomeField::case, case.raw());
    let place = state.get(case).and_then(|case| case.village);
    let of = |(id, income): (Id<Income>, &Income)| IncomeLine {
        id,
        income: income.clone(),
        line: line(state, place, income.year),
        is_below: is_below(state, case, income),
    };
    let mut lines: Vec<IncomeLine> = all.map(of).collect();
    lines.arrange_by_key(|line| std::cmp::Reverse(line.income.year));
    lines
}

/// A statement as a form begins it: the year before the last day of which nobody knows yet, over all of the household.
#[must_use]
pub fn begun(state: &State, case: Id<Case>, year: u32) -> Income {
    let persons = u32::try_from(cases::members(state, case).len()).unwrap_or(u32::MAX);
    let years: Vec<u32> = history(state, case).into_iter().map(|line| line.income.year).collect();
    let year = (0..=year).rev().find(|year| !years.contains(year)).unwrap_or(year);
    Income { case: Some(case), year, persons, ..Income::default() }
}

/// The lines that were set, the newest year first, those for the whole city before a county's.
#[must_use]
pub fn lines(state: &State) -> Vec<(Id<PovertyLine>, PovertyLine, String)> {
    let all = state.all::<PovertyLine>().iter();
    let mut lines: Vec<_> = all.map(|(id, line)| (id, line.clone(), divisions::name(state, line.division))).collect();
    lines.arrange_by_key(|(_, line, place)| (std::cmp::Reverse(line.year), place.clone()));
    lines
}
