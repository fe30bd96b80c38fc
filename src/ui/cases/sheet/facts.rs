//! All that a sheet says of a household, gathered once.

use domain::Id;
use domain::records::{Case, Member, Need, Visit};
use replica::State;
use replica::query::cases;
use replica::query::divisions::{self, Whereabouts};
use replica::query::incomes::{self, IncomeLine};
use replica::query::pairing::{self, Responsible};

/// So many visits stand on paper, the newest; the others are in the file.
const VISITS: usize = 12;
/// So many years of income.
const YEARS: usize = 3;

/// What a sheet says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Known {
    /// The head.
    pub(super) name: String,
    /// The number by which the sheet finds its file.
    pub(super) number: String,
    /// The file.
    pub(super) file: Case,
    /// Where it lies.
    pub(super) place: Whereabouts,
    /// The household, head first.
    pub(super) members: Vec<Member>,
    /// Its income, the newest year first.
    pub(super) incomes: Vec<IncomeLine>,
    /// Its needs.
    pub(super) needs: Vec<Need>,
    /// Who helps it, and who did.
    pub(super) helpers: Vec<Responsible>,
    /// The visits that were made, the newest first.
    pub(super) visits: Vec<Visit>,
    /// How many others were made before.
    pub(super) earlier: usize,
}

/// What is known of a household.
pub(super) fn known(state: &State, id: Id<Case>) -> Known {
    let file = state.get(id).cloned().unwrap_or_default();
    let mut visits: Vec<Visit> = cases::visits(state, id).into_iter().map(|(_, visit)| visit).collect();
    visits.retain(|visit| visit.done_on.is_some());
    let earlier = visits.len().saturating_sub(VISITS);
    visits.truncate(VISITS);
    let mut years = incomes::history(state, id);
    years.truncate(YEARS);
    Known {
        name: cases::name(state, id),
        number: number(id),
        place: divisions::whereabouts(state, file.village),
        members: cases::members(state, id).into_iter().map(|(_, member)| member).collect(),
        incomes: years,
        needs: cases::needs(state, id).into_iter().map(|(_, need)| need).collect(),
        helpers: pairing::responsibility(state, id),
        visits,
        earlier,
        file,
    }
}

/// The last digits of the id: the first ones are the time, and alike for what was made together.
fn number(id: Id<Case>) -> String {
    let digits = id.raw().simple().to_string().to_uppercase();
    digits.chars().skip(digits.len().saturating_sub(8)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_a_short_number() {
        assert_eq!(number(Id::new(domain::Uuid::from_u128(0xab))), "000000AB");
    }

    #[test]
    fn of_a_file_that_is_not_there_nothing_is_known() {
        let known = known(&State::default(), Id::new(domain::Uuid::nil()));
        assert!(known.name.is_empty() && known.members.is_empty() && known.earlier == 0);
    }
}
