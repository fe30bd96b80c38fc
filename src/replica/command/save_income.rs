//! States a household's income of a year, and sets the line that tells poor from not.

use domain::records::{Income, IncomeField, PovertyLine, PovertyLineField};
use domain::value::Fen;
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;

/// The years of which something can be said.
const YEARS: (u32, u32) = (1980, 2200);
/// How many persons a household has at most.
const MOST: u32 = 50;

/// States or revises the income of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveIncome {
    /// Which; nothing for a new one.
    pub id: Option<Id<Income>>,
    /// The statement as it shall be.
    pub income: Income,
}

impl Command for SaveIncome {
    fn intent(&self) -> Intent {
        Intent::SaveIncome
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let income = &self.income;
        let Some(case) = income.case.filter(|case| state.get(*case).is_some()) else {
            return vec![Problem::at(IncomeField::case, Fault::Gone)];
        };
        if self.id.is_some_and(|id| state.get(id).is_none()) {
            return vec![Problem::of_entry(Fault::Gone)];
        }
        let mut others = state.referring::<Income>(IncomeField::case, case.raw());
        let is_stated = others.any(|(id, other)| Some(id) != self.id && other.year == income.year);
        let stated = is_stated.then(|| Problem::at(IncomeField::year, Fault::IncomeStated(income.year)));
        let year = check_year(income.year, today).map(|fault| Problem::at(IncomeField::year, fault));
        let range = Fault::OutOfRange { least: 1, most: i64::from(MOST) };
        let persons = !(1..=MOST).contains(&income.persons);
        let persons = persons.then(|| Problem::at(IncomeField::persons, range));
        let late = income.stated_on.filter(|day| *day > today);
        let late = late.map(|_| Problem::at(IncomeField::stated_on, Fault::InFuture));
        let amounts = check_amounts(income).map(|field| Problem::at(field, Fault::NotMoney));
        year.or(stated).into_iter().chain(amounts).chain(persons).chain(late).collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let stated_on = self.income.stated_on.or(Some(draft.today()));
        draft.save(self.id, &Income { stated_on, ..self.income.clone() });
    }
}

/// The amounts that lie below zero: each is a sum of its own, and only what is left of all may do so.
fn check_amounts(income: &Income) -> impl Iterator<Item = IncomeField> + use<> {
    let amounts = [
        (IncomeField::wage, income.wage),
        (IncomeField::business, income.business),
        (IncomeField::property, income.property),
        (IncomeField::transfer, income.transfer),
        (IncomeField::expenses, income.expenses),
    ];
    amounts.into_iter().filter(|(_, amount)| *amount < Fen(0)).map(|(field, _)| field)
}

fn check_year(year: u32, today: Date) -> Option<Fault> {
    let (least, most) = YEARS;
    if !(least..=most).contains(&year) {
        return Some(Fault::OutOfRange { least: i64::from(least), most: i64::from(most) });
    }
    (i32::try_from(year).is_ok_and(|year| year > today.year())).then_some(Fault::InFuture)
}

/// Sets or revises a line.
#[derive(Clone, Debug, PartialEq)]
pub struct SavePovertyLine {
    /// Which; nothing for a new one.
    pub id: Option<Id<PovertyLine>>,
    /// The line as it shall be.
    pub line: PovertyLine,
}

impl Command for SavePovertyLine {
    fn intent(&self) -> Intent {
        Intent::SavePovertyLine
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        if self.id.is_some_and(|id| state.get(id).is_none()) {
            return vec![Problem::of_entry(Fault::Gone)];
        }
        let line = &self.line;
        let (least, most) = YEARS;
        let range = Fault::OutOfRange { least: i64::from(least), most: i64::from(most) };
        let is_there = |other: &PovertyLine| (other.year, other.division) == (line.year, line.division);
        let mut others = state.all::<PovertyLine>().iter().filter(|(id, _)| Some(*id) != self.id);
        let all = [
            (!(least..=most).contains(&line.year)).then(|| Problem::at(PovertyLineField::year, range)),
            others.any(|(_, other)| is_there(other)).then(|| Problem::at(PovertyLineField::year, Fault::Twice)),
            (line.amount <= Fen(0)).then(|| Problem::at(PovertyLineField::amount, Fault::Missing)),
        ];
        all.into_iter().flatten().collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.save(self.id, &self.line);
    }
}
