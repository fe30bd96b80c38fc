//! Income that tablets stated for one household and one year without knowing of each other.

use std::collections::BTreeMap;

use domain::Sorting as _;
use domain::records::{Case, Income};
use domain::{Id, Kind};

use super::{Finding, Stated, order};
use crate::State;
use crate::query::cases;

/// Years with more than one statement; each later one stands beside the first.
pub(super) fn stated_twice(state: &State) -> Vec<Finding> {
    let mut by_year: BTreeMap<(Id<Case>, u32), Vec<Id<Income>>> = BTreeMap::new();
    for (id, income) in state.all::<Income>().iter() {
        if let Some(case) = income.case.filter(|case| state.get(*case).is_some()) {
            by_year.entry((case, income.year)).or_default().push(id);
        }
    }
    by_year.into_iter().flat_map(|((case, year), incomes)| of_year(state, case, year, incomes)).collect()
}

fn of_year(state: &State, case: Id<Case>, year: u32, mut incomes: Vec<Id<Income>>) -> Vec<Finding> {
    incomes.arrange_by_cached_key(|id| order(state, Kind::Income, *id));
    let stated = |id: Id<Income>| Some(Stated { income: id, net: state.get(id)?.net() });
    let all: Vec<Stated> = incomes.into_iter().filter_map(stated).collect();
    let Some((first, later)) = all.split_first() else { return Vec::new() };
    let finding = |later: &Stated| {
        let incomes = [first.clone(), later.clone()];
        Finding::IncomeTwice { case, name: cases::name(state, case), year, incomes }
    };
    later.iter().map(finding).collect()
}
