//! What came of leading and of joining, for each demonstration household and each cooperative: whom they reached, incomes
//! before and after, who was lifted. A gain counts once: a household led by two stands with the one whose link earns it
//! most (of equal ones the earlier), so that the lines add up to the sum.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::pinyin::sort_key;
use domain::records::{
    Case, Cooperative, Demonstration, DemonstrationState, Income, IncomeField, Membership, MembershipState,
    RadiationLink, Stage,
};
use domain::value::Fen;
use domain::{Date, Id, Sorting as _};

use super::{demonstration_name, holds_place, home, year_of};
use crate::State;
use crate::query::divisions;

/// What came of something, summed over households.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many households, each once.
    pub households: usize,
    /// How many of them are in the register.
    pub inside: usize,
    /// How many of these were lifted since.
    pub lifted: usize,
    /// The gain in a year that was written down for them, each once.
    pub gain: Fen,
    /// For how many a gain is written down.
    pub with_gain: usize,
    /// For how many an income is stated of the year before and of a later one.
    pub with_income: usize,
    /// Their net income of the year before, summed.
    pub before: Fen,
    /// … and of the latest year.
    pub after: Fen,
}

impl Outcome {
    /// The same with another's added: of other households.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            households: self.households + other.households,
            inside: self.inside + other.inside,
            lifted: self.lifted + other.lifted,
            gain: Fen(self.gain.0 + other.gain.0),
            with_gain: self.with_gain + other.with_gain,
            with_income: self.with_income + other.with_income,
            before: Fen(self.before.0 + other.before.0),
            after: Fen(self.after.0 + other.after.0),
        }
    }

    /// The gain of a household on average, in whole yuan.
    #[must_use]
    pub fn mean_gain(&self) -> Fen {
        mean(self.gain, self.with_gain)
    }

    /// The income of a household before, on average, in whole yuan.
    #[must_use]
    pub fn mean_before(&self) -> Fen {
        mean(self.before, self.with_income)
    }

    /// The income of a household after, on average, in whole yuan.
    #[must_use]
    pub fn mean_after(&self) -> Fen {
        mean(self.after, self.with_income)
    }
}

fn mean(sum: Fen, count: usize) -> Fen {
    let mean = sum.0.checked_div(i64::try_from(count).unwrap_or(0)).unwrap_or(0);
    Fen(mean / 100 * 100)
}

/// One that leads, or a cooperative, with what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeLine<T> {
    /// Which.
    pub id: Id<T>,
    /// Its name.
    pub name: String,
    /// Its village.
    pub village: String,
    /// What it does.
    pub industry: String,
    /// What came of it.
    pub outcome: Outcome,
    /// How many households it reaches that count with another.
    pub elsewhere: usize,
}

/// The incomes of cases by year, each asked for once.
struct Incomes<'a>(&'a State);

impl Incomes<'_> {
    /// Net income of the last year before that of a day, and of the latest year from then on.
    fn around(&self, case: Id<Case>, day: Option<Date>) -> Option<(Fen, Fen)> {
        let year = year_of(day?);
        let stated = self.0.referring::<Income>(IncomeField::case, case.raw());
        let years: BTreeMap<u32, Fen> = stated.map(|(_, income)| (income.year, income.net())).collect();
        let before = years.range(..year).next_back()?.1;
        let after = years.range(year..).next_back()?.1;
        Some((*before, *after))
    }
}

/// What came of one household from a day on.
fn of_household(state: &State, case: Option<Id<Case>>, since: Option<Date>, gain: Fen) -> Outcome {
    let found = case.and_then(|case| state.get(case));
    let is_lifted = found.is_some_and(|case| {
        case.stage == Some(Stage::Lifted) && case.stage_since.is_some_and(|day| since.is_none_or(|since| day >= since))
    });
    let incomes = case.and_then(|case| Incomes(state).around(case, since));
    Outcome {
        households: 1,
        inside: usize::from(found.is_some()),
        lifted: usize::from(is_lifted),
        gain,
        with_gain: usize::from(gain.0 != 0),
        with_income: usize::from(incomes.is_some()),
        before: incomes.map_or(Fen(0), |(before, _)| before),
        after: incomes.map_or(Fen(0), |(_, after)| after),
    }
}

/// A household in a demonstration household's lead: by its case, or by its name where it has none.
type Whom = (Option<Id<Case>>, Option<(Id<Demonstration>, String)>);

/// The demonstration households of a year with what came of each; whoever reached most first.
#[must_use]
pub fn demonstration_outcomes(state: &State, year: u32) -> Vec<OutcomeLine<Demonstration>> {
    let is_of_year = |one: &Demonstration| one.year == year && one.state == Some(DemonstrationState::Chosen);
    let mut lines: BTreeMap<Id<Demonstration>, OutcomeLine<Demonstration>> = BTreeMap::new();
    for (id, one) in state.all::<Demonstration>().iter().filter(|(_, one)| is_of_year(one)) {
        let village = divisions::full_name(state, home(state, one));
        let (name, industry) = (demonstration_name(state, one), one.industry.clone());
        lines.insert(id, OutcomeLine { id, name, village, industry, outcome: Outcome::default(), elsewhere: 0 });
    }
    let mut ways: HashMap<Whom, Vec<(Id<RadiationLink>, &RadiationLink)>> = HashMap::new();
    for (id, link) in state.all::<RadiationLink>().iter() {
        let Some(leader) = link.demonstration.filter(|leader| lines.contains_key(leader)) else { continue };
        let named = link.case.is_none().then(|| (leader, link.name.clone()));
        ways.entry((link.case, named)).or_default().push((id, link));
    }
    for ((case, _), mut links) in ways.into_iter().collect::<BTreeMap<_, _>>() {
        links.arrange_by_key(|(id, link)| (Reverse(link.gain.0), link.since, *id));
        let mut leaders = links.iter().filter_map(|(_, link)| link.demonstration);
        let (Some(first), Some((_, link))) = (leaders.next(), links.first()) else { continue };
        let own = of_household(state, case, link.since, link.gain);
        if let Some(line) = lines.get_mut(&first) {
            line.outcome = line.outcome.and(own);
        }
        for other in leaders.collect::<BTreeSet<_>>().into_iter().filter(|other| *other != first) {
            if let Some(line) = lines.get_mut(&other) {
                line.elsewhere += 1;
            }
        }
    }
    arranged(lines.into_values().collect())
}

/// The cooperatives with what came of each: households that hold or held a place since they joined.
#[must_use]
pub fn cooperative_outcomes(state: &State) -> Vec<OutcomeLine<Cooperative>> {
    let mut lines: BTreeMap<Id<Cooperative>, OutcomeLine<Cooperative>> = BTreeMap::new();
    for (id, one) in state.all::<Cooperative>().iter() {
        let village = divisions::full_name(state, one.village);
        let (name, industry) = (one.name.clone(), one.industry.clone());
        lines.insert(id, OutcomeLine { id, name, village, industry, outcome: Outcome::default(), elsewhere: 0 });
    }
    let mut by_case: BTreeMap<Id<Case>, Vec<(Id<Membership>, &Membership)>> = BTreeMap::new();
    for (id, one) in state.all::<Membership>().iter() {
        let is_joined = holds_place(one) && one.state == Some(MembershipState::InForce);
        if let Some(case) = one.case.filter(|_| is_joined) {
            by_case.entry(case).or_default().push((id, one));
        }
    }
    for (case, mut held) in by_case {
        held.arrange_by_key(|(id, one)| (one.joined_on, *id));
        let own = |one: &Membership| of_household(state, Some(case), one.joined_on, Fen(0));
        for (place, (_, one)) in held.iter().enumerate() {
            let Some(line) = one.cooperative.and_then(|id| lines.get_mut(&id)) else { continue };
            match place {
                0 => line.outcome = line.outcome.and(own(one)),
                _ => line.elsewhere += 1,
            }
        }
    }
    arranged(lines.into_values().collect())
}

fn arranged<T>(mut lines: Vec<OutcomeLine<T>>) -> Vec<OutcomeLine<T>> {
    lines.arrange_by_cached_key(|line| (Reverse(line.outcome.households), sort_key(&line.name)));
    lines
}

/// All lines together: each household counts once.
#[must_use]
pub fn sum_of_outcomes<T>(lines: &[OutcomeLine<T>]) -> Outcome {
    lines.iter().fold(Outcome::default(), |sum, line| sum.and(line.outcome))
}
