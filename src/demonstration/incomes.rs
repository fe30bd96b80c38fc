//! Income of households that are supported this year or were lifted in it, and the lines of the last years. Who was lifted
//! earned more than the line; who is supported does not yet.

use domain::records::{Income, PovertyLine, Stage};
use domain::value::Fen;
use domain::{Date, Id};

use crate::calendar::{after, day, some_day};
use crate::data::casework::LINES;
use crate::dice::Dice;
use crate::households::Household;
use crate::number::id;

const FEN: i64 = 100;

/// The lines, this year's first.
pub(crate) fn lines(today: Date) -> Vec<(Id<PovertyLine>, PovertyLine)> {
    let year = u32::try_from(today.year()).unwrap_or(0);
    let line = |(back, yuan): (u32, i64)| {
        let year = year.saturating_sub(back);
        (id(year), PovertyLine { year, amount: Fen(yuan * FEN), division: None })
    };
    (0..).zip(LINES).map(line).collect()
}

/// All statements.
pub(crate) fn incomes(households: &[Household], today: Date) -> Vec<(Id<Income>, Income)> {
    let mut dice = Dice::new(24);
    let mut all = Vec::new();
    for household in households {
        let is_of_year = household.case.stage_since.is_some_and(|day| day.year() == today.year());
        match household.case.stage {
            Some(Stage::Supported) => all.push(statement(&mut dice, household, today, 1, 45..90)),
            Some(Stage::Lifted) if is_of_year => {
                all.push(statement(&mut dice, household, today, 1, 50..95));
                all.push(statement(&mut dice, household, today, 0, 112..190));
            }
            _ => {}
        }
    }
    (1..).map(id).zip(all).collect()
}

/// The income of so many years back: each person's share lies in hundredths of the line.
fn statement(dice: &mut Dice, household: &Household, today: Date, back: i32, share: std::ops::Range<i32>) -> Income {
    let line = LINES.get(usize::try_from(back).unwrap_or(0)).copied().unwrap_or(LINES[0]);
    let persons = u32::try_from(household.people.len()).unwrap_or(1);
    let share = i64::from(dice.between(share.start, share.end));
    let net = line * share / 100 * i64::from(persons);
    let transfer = net * i64::from(dice.between(12, 30)) / 100;
    let property = i64::from(dice.between(0, 8)) * 100;
    let wage = net * i64::from(dice.between(15, 40)) / 100;
    let expenses = i64::from(dice.between(6, 60)) * 100;
    // What is left comes from the household's own business, so that the sum is what it is to be; never below nothing.
    let business = (net + expenses - transfer - property - wage).max(0);
    let year = today.year() - back;
    let stated_on = if back == 0 { household.case.stage_since.unwrap_or(today) } else { of_winter(dice, year, today) };
    Income {
        case: Some(household.id),
        year: u32::try_from(year).unwrap_or(0),
        wage: Fen(wage * FEN),
        business: Fen(business * FEN),
        property: Fen(property * FEN),
        transfer: Fen(transfer * FEN),
        expenses: Fen(expenses * FEN),
        persons,
        stated_on: Some(stated_on),
        note: String::new(),
    }
}

/// A day at the end of that year or early in the next.
fn of_winter(dice: &mut Dice, year: i32, today: Date) -> Date {
    some_day(dice, day(year, 12, 1), after(day(year, 12, 1), 45)).min(today)
}
