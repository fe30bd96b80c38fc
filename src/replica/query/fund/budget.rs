//! The year's budget against what was spent and what is in sight.

use std::collections::BTreeMap;

use domain::fund::Class;
use domain::records::{Budget, Division, Purpose, Request, RequestKind, RequestState};
use domain::value::Fen;
use domain::{Choice, Id};

use super::ledger::Ledger;
use crate::State;
use crate::query::divisions;

/// A purpose in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetLine {
    /// What for.
    pub purpose: Purpose,
    /// Where; nothing for the whole city.
    pub county: Option<Id<Division>>,
    /// What the office means to spend.
    pub planned: Fen,
    /// What was paid, loans too.
    pub paid: Fen,
    /// What is asked for in requests that are neither paid nor refused.
    pub in_sight: Fen,
}

impl BudgetLine {
    /// What would be left if all requests in sight were paid; below zero when they ask for more.
    #[must_use]
    pub const fn left(&self) -> Fen {
        Fen(self.planned.0 - self.paid.0 - self.in_sight.0)
    }
}

/// The year's budget: the whole city for each purpose, then the counties that have a budget, a payment or a request.
#[must_use]
pub fn budgets(state: &State, year: i32) -> Vec<BudgetLine> {
    let mut cells: BTreeMap<(Option<Id<Division>>, Purpose), [i64; 3]> =
        Purpose::ALL.iter().map(|purpose| ((None, *purpose), [0; 3])).collect();
    let mut add = |county: Option<Id<Division>>, purpose: Purpose, at: usize, fen: Fen| {
        cells.entry((county, purpose)).or_default()[at] += fen.0;
    };
    for (_, budget) in state.all::<Budget>().iter().filter(|(_, budget)| i32::try_from(budget.year) == Ok(year)) {
        if let Some(purpose) = budget.purpose {
            add(budget.division, purpose, 0, budget.amount);
        }
    }
    for (at, county, purpose, fen) in paid(state, year).into_iter().chain(in_sight(state)) {
        add(None, purpose, at, fen);
        if county.is_some() {
            add(county, purpose, at, fen);
        }
    }
    let line = |((county, purpose), [planned, paid, in_sight]): (_, [i64; 3])| BudgetLine {
        purpose,
        county,
        planned: Fen(planned),
        paid: Fen(paid),
        in_sight: Fen(in_sight),
    };
    cells.into_iter().map(line).collect()
}

type Part = (usize, Option<Id<Division>>, Purpose, Fen);

fn paid(state: &State, year: i32) -> Vec<Part> {
    let ledger = Ledger::of(state);
    let of_year = ledger.standing().filter(|posting| posting.on.year() == year);
    let parts = of_year.filter_map(|posting| {
        let is_payment = ledger.class(posting.credit) == Class::Money;
        let of_use = ledger.kind(posting.debit).and_then(domain::records::AccountKind::purpose);
        let lent = (ledger.class(posting.debit) == Class::Loans).then_some(posting.entry.purpose).flatten();
        let purpose = of_use.or(lent).filter(|_| is_payment)?;
        Some((1, county(state, posting.case), purpose, posting.amount))
    });
    parts.collect()
}

fn in_sight(state: &State) -> Vec<Part> {
    use RequestState::{Approved, Reviewed, Submitted};
    let is_open = |request: &Request| matches!(request.state, Some(Submitted | Reviewed | Approved));
    let asks = |request: &Request| request.kind != Some(RequestKind::WriteOff);
    let open = state.all::<Request>().iter().filter(|(_, request)| is_open(request) && asks(request));
    let parts =
        open.filter_map(|(_, request)| Some((2, county(state, request.case), request.purpose?, request.amount)));
    parts.collect()
}

fn county(state: &State, case: Option<Id<domain::records::Case>>) -> Option<Id<Division>> {
    divisions::county_of(state, case.and_then(|case| state.get(case)).and_then(|case| case.village))
}
