//! Closes a month or a year of the fund: nothing more is posted to its days. Its figures are kept beside it, so that
//! what a merge brings to it later shows. A closing that was removed opens the period again.

use domain::fund::Class;
use domain::records::{Closing, ClosingField};
use domain::{Date, Fault, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::fund::{self, Ledger, Period};

/// Closes a month or a year.
#[derive(Clone, Debug, PartialEq)]
pub struct ClosePeriod {
    /// Which.
    pub period: Period,
    /// Who closes it.
    pub closed_by: String,
}

impl Command for ClosePeriod {
    fn intent(&self) -> Intent {
        if self.period.month == 0 { Intent::CloseYear } else { Intent::CloseMonth }
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let mut problems = Vec::new();
        match self.period.last_day() {
            None => problems.push(Problem::at(ClosingField::month, Fault::OutOfRange { least: 1, most: 12 })),
            Some(last) if last >= today => problems.push(Problem::at(ClosingField::month, Fault::PeriodOpen)),
            Some(_) => {}
        }
        if fund::closing_of(state, self.period).is_some() {
            problems.push(Problem::of_entry(Fault::StepClosed));
        }
        if self.closed_by.trim().is_empty() {
            problems.push(Problem::at(ClosingField::closed_by, Fault::Missing));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let Some(last) = self.period.last_day() else { return };
        let ledger = Ledger::of(draft.state()).until(last);
        let (money, lent) = (ledger.balance_of(Class::Money), ledger.balance_of(Class::Loans));
        let closed_on = Some(draft.today());
        let year = self.period.year.unsigned_abs();
        let (month, closed_by) = (self.period.month, self.closed_by.clone());
        draft.create(&Closing { year, month, closed_on, closed_by, money, lent });
    }
}
