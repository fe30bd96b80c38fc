//! Sets what an office decides for its fund: ceilings, who may do which step, and the year's budget.

use domain::fund::{ceiling_of, duty_of};
use domain::records::{Budget, BudgetField, Ceiling, CeilingField, Duty, DutyField, FundRole, Purpose, RequestStep};
use domain::value::Fen;
use domain::{Date, Fault, Id, Problem};

use super::posting::check_amount;
use super::{Command, Draft, Intent};
use crate::State;

/// Sets the ceilings of a purpose. An amount of zero sets no limit.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveCeiling {
    /// The ceilings; there is one record for each purpose.
    pub ceiling: Ceiling,
}

impl Command for SaveCeiling {
    fn intent(&self) -> Intent {
        Intent::SaveCeiling
    }

    fn check(&self, _: &State, _: Date) -> Vec<Problem> {
        let ceiling = &self.ceiling;
        let amounts = [
            (CeilingField::request, ceiling.request),
            (CeilingField::case, ceiling.case),
            (CeilingField::year, ceiling.year),
            (CeilingField::two_persons, ceiling.two_persons),
        ];
        let set = amounts.into_iter().filter(|(_, amount)| amount.0 != 0);
        set.filter_map(|(field, amount)| Some(Problem::at(field, check_amount(amount)?))).collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.put(ceiling_of(self.ceiling.purpose), &self.ceiling);
    }
}

/// Says who may do a step of a request.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveDuty {
    /// The step.
    pub step: RequestStep,
    /// Who may.
    pub roles: Vec<FundRole>,
}

impl Command for SaveDuty {
    fn intent(&self) -> Intent {
        Intent::SaveDuty
    }

    fn check(&self, _: &State, _: Date) -> Vec<Problem> {
        let nobody = self.roles.is_empty().then(|| Problem::at(DutyField::roles, Fault::Missing));
        nobody.into_iter().collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.put(duty_of(self.step), &Duty { step: Some(self.step), roles: self.roles.clone() });
    }
}

/// Sets the budget of a purpose in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveBudget {
    /// Which; nothing for a new one.
    pub id: Option<Id<Budget>>,
    /// The budget as it shall be.
    pub budget: Budget,
}

impl Command for SaveBudget {
    fn intent(&self) -> Intent {
        Intent::SaveBudget
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let budget = &self.budget;
        let mut problems = Vec::new();
        if !(2000..=2100).contains(&budget.year) {
            problems.push(Problem::at(BudgetField::year, Fault::OutOfRange { least: 2000, most: 2100 }));
        }
        if budget.purpose.is_none() {
            problems.push(Problem::at(BudgetField::purpose, Fault::Missing));
        }
        problems.extend(check_amount(budget.amount).map(|fault| Problem::at(BudgetField::amount, fault)));
        let key = |budget: &Budget| (budget.year, budget.purpose, budget.division);
        let mut others = state.all::<Budget>().iter().filter(|(id, _)| Some(*id) != self.id);
        if others.any(|(_, other)| key(other) == key(budget)) {
            problems.push(Problem::at(BudgetField::purpose, Fault::Twice));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.save(self.id, &self.budget);
    }
}

/// Sets the budgets of several purposes of the whole city in a year: one change, taken back by one press.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveBudgets {
    /// The year.
    pub year: u32,
    /// How much for each purpose; what is not named stays as it is.
    pub amounts: Vec<(Purpose, Fen)>,
}

impl Command for SaveBudgets {
    fn intent(&self) -> Intent {
        Intent::SaveBudget
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let each = self.amounts.iter().map(|(purpose, amount)| self.one(state, *purpose, *amount));
        each.flat_map(|one| one.check(state, today)).collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        for (purpose, amount) in &self.amounts {
            let one = self.one(draft.state(), *purpose, *amount);
            one.write(draft);
        }
    }
}

impl SaveBudgets {
    fn one(&self, state: &State, purpose: Purpose, amount: Fen) -> SaveBudget {
        let is_it =
            |budget: &Budget| (budget.year, budget.purpose, budget.division) == (self.year, Some(purpose), None);
        let id = state.all::<Budget>().iter().find(|(_, budget)| is_it(budget)).map(|(id, _)| id);
        SaveBudget { id, budget: Budget { year: self.year, purpose: Some(purpose), division: None, amount } }
    }
}
