//! The life of a case beyond its file: public notices, the steps from survey to lifting, emergencies, a year's income,
//! and the line that tells poor from not. What is computed from these (net income, whether a notice ran its days) is
//! never kept.

use time::Date;

use crate::records::{Case, Division, Request};
use crate::value::Fen;
use crate::{Id, choice};

choice! {
    /// What came of a public notice.
    NoticeResult {
        /// Nobody objected.
        Clear = 1,
        /// Somebody did; it was looked into and is not so.
        Dismissed = 2,
        /// Somebody did, rightly: the case is not confirmed on this notice.
        Upheld = 3,
    }
}

choice! {
    /// A step in the life of a case.
    LifeStep {
        /// The organisation confirms it.
        Confirm = 1,
        /// Support begins.
        Support = 2,
        /// It is lifted out of poverty.
        Lift = 3,
        /// It leaves the register.
        Leave = 4,
        /// It is needy again, and surveyed anew.
        NeedyAgain = 5,
    }
}

choice! {
    /// What brought an emergency about.
    Trigger {
        /// A natural disaster.
        Disaster = 1,
        /// A major illness.
        Illness = 2,
        /// An accident or another sudden event.
        Sudden = 3,
    }
}

record! {
    /// A public notice (公示) that a case is to be confirmed.
    Notice, NoticeField {
        /// The case.
        1 case: Option<Id<Case>>,
        /// Its first day.
        2 from: Option<Date>,
        /// Its last day.
        3 to: Option<Date>,
        /// Where it hangs.
        4 place: String,
        /// What was objected, and what was found.
        5 objections: String,
        /// What came of it; empty while it runs.
        6 result: Option<NoticeResult>,
    }
}

record! {
    /// A step that a case took: who decided it, when, and why.
    CaseStep, CaseStepField {
        /// The case.
        1 case: Option<Id<Case>>,
        /// Which step.
        2 step: Option<LifeStep>,
        /// The day.
        3 on: Option<Date>,
        /// Who decided it: an organisation or a person.
        4 decided_by: String,
        /// Why.
        5 reason: String,
        /// The notice that it stands on.
        6 notice: Option<Id<Notice>>,
    }
}

record! {
    /// An emergency (应急救助) of a household.
    Emergency, EmergencyField {
        /// The case.
        1 case: Option<Id<Case>>,
        /// What brought it about.
        2 trigger: Option<Trigger>,
        /// What happened.
        3 happened: String,
        /// The day it was reported.
        4 reported_on: Option<Date>,
        /// The day by which relief is due.
        5 due_on: Option<Date>,
        /// Relief given in kind.
        6 relief: String,
        /// The request to the fund.
        7 request: Option<Id<Request>>,
        /// The day it was closed; empty while it is open.
        8 closed_on: Option<Date>,
        /// With what result.
        9 result: String,
    }
}

record! {
    /// A household's income of a year, as it was stated. Amounts are of the whole household.
    Income, IncomeField {
        /// The case.
        1 case: Option<Id<Case>>,
        /// The year.
        2 year: u32,
        /// From wages.
        3 wage: Fen,
        /// From the household's own business.
        4 business: Fen,
        /// From property.
        5 property: Fen,
        /// From transfers: allowances, pensions, subsidies.
        6 transfer: Fen,
        /// What production and business cost.
        7 expenses: Fen,
        /// Over how many persons it is counted.
        8 persons: u32,
        /// The day of the statement.
        9 stated_on: Option<Date>,
        /// What else to know.
        10 note: String,
    }
}

impl Income {
    /// What is left of all income after the expenses of production; below zero in a bad year.
    #[must_use]
    pub fn net(&self) -> Fen {
        let income = [self.wage, self.business, self.property, self.transfer];
        let sum = income.iter().fold(0_i64, |sum, fen| sum.saturating_add(fen.0));
        Fen(sum.saturating_sub(self.expenses.0))
    }

    /// The net income of each person, down to the fen; nothing where nobody is counted.
    #[must_use]
    pub fn per_person(&self) -> Option<Fen> {
        let persons = i64::from(self.persons);
        (persons > 0).then(|| Fen(self.net().0.div_euclid(persons)))
    }
}

record! {
    /// The poverty line (识别标准) of a year: net income of a person.
    PovertyLine, PovertyLineField {
        /// The year.
        1 year: u32,
        /// The line.
        2 amount: Fen,
        /// Where it holds; nowhere means wherever no other is set.
        3 division: Option<Id<Division>>,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn net_income_is_what_the_form_says() {
        let check = |[wage, business, property, transfer, expenses]: [i64; 5], persons, net, each: Option<i64>| {
            let income = Income {
                wage: Fen(wage),
                business: Fen(business),
                property: Fen(property),
                transfer: Fen(transfer),
                expenses: Fen(expenses),
                persons,
                ..Income::default()
            };
            assert_eq!((income.net(), income.per_person()), (Fen(net), each.map(Fen)), "{income:?}");
        };
        check([100, 200, 30, 4, 34], 3, 300, Some(100));
        check([100, 0, 0, 0, 0], 3, 100, Some(33));
        check([0, 100, 0, 0, 300], 3, -200, Some(-67));
        check([100, 0, 0, 0, 0], 0, 100, None);
        check([0, 0, 0, 0, 0], 2, 0, Some(0));
        check([i64::MAX, 1, 0, 0, 1], 1, i64::MAX - 1, Some(i64::MAX - 1));
    }
}
