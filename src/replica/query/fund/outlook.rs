//! What a budget would allow: how many of the requests in sight it could pay, the oldest first, and what would be left.
//! A question only: nothing is kept.

use std::collections::BTreeMap;

use domain::records::{Purpose, Request, RequestKind, RequestState};
use domain::value::Fen;
use domain::{Choice, Date, Id, Sorting as _};

use super::budget::budgets;
use crate::State;

/// A purpose under a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// What for.
    pub purpose: Purpose,
    /// What the budget is, or would be.
    pub planned: Fen,
    /// What was paid, loans too.
    pub paid: Fen,
    /// What is asked for in requests that are neither paid nor refused.
    pub in_sight: Fen,
    /// How many requests these are.
    pub waiting: usize,
    /// How many of them the budget could pay, the oldest first.
    pub payable: usize,
}

impl Outlook {
    /// What would be left if all requests in sight were paid; below zero when they ask for more.
    #[must_use]
    pub const fn left(&self) -> Fen {
        Fen(self.planned.0 - self.paid.0 - self.in_sight.0)
    }
}

/// Each purpose of a year in the whole city, under the budget as it is but for what is given here.
#[must_use]
pub fn outlook(state: &State, year: i32, instead: &BTreeMap<Purpose, Fen>) -> Vec<Outlook> {
    let waiting = waiting(state);
    let city = budgets(state, year).into_iter().filter(|line| line.county.is_none());
    let one = |line: super::BudgetLine| {
        let planned = instead.get(&line.purpose).copied().unwrap_or(line.planned);
        let asked = waiting.get(&line.purpose).map_or(&[][..], Vec::as_slice);
        let (purpose, paid, in_sight) = (line.purpose, line.paid, line.in_sight);
        let payable = payable(planned.0 - paid.0, asked);
        Outlook { purpose, planned, paid, in_sight, waiting: asked.len(), payable }
    };
    city.map(one).collect()
}

/// How many a sum is enough for, in their order; one that is too large is passed over.
fn payable(mut left: i64, asked: &[i64]) -> usize {
    let fits = |fen: &&i64| {
        let is_enough = **fen <= left;
        left -= if is_enough { **fen } else { 0 };
        is_enough
    };
    asked.iter().filter(fits).count()
}

/// What the requests in sight ask for, by purpose, the oldest first.
fn waiting(state: &State) -> BTreeMap<Purpose, Vec<i64>> {
    use RequestState::{Approved, Reviewed, Submitted};
    let is_open = |request: &Request| {
        matches!(request.state, Some(Submitted | Reviewed | Approved)) && request.kind != Some(RequestKind::WriteOff)
    };
    let mut open: Vec<(Option<Date>, Id<Request>, Purpose, i64)> = Vec::new();
    for (id, request) in state.all::<Request>().iter().filter(|(_, request)| is_open(request)) {
        if let Some(purpose) = request.purpose {
            open.push((request.submitted_on, id, purpose, request.amount.0));
        }
    }
    open.arrange_by_key(|(on, id, ..)| (*on, *id));
    let mut by_purpose: BTreeMap<Purpose, Vec<i64>> = Purpose::ALL.iter().map(|one| (*one, Vec::new())).collect();
    for (_, _, purpose, fen) in open {
        by_purpose.entry(purpose).or_default().push(fen);
    }
    by_purpose
}

#[cfg(test)]
mod tests {
    use super::payable;

    #[test]
    fn a_sum_pays_in_order_and_passes_over_what_is_too_large() {
        let check = |left, asked: &[i64], expected| assert_eq!(payable(left, asked), expected, "{left} {asked:?}");
        check(0, &[1], 0);
        check(-5, &[1], 0);
        check(10, &[4, 7, 6], 2);
        check(10, &[], 0);
        check(17, &[4, 7, 6], 3);
    }
}
