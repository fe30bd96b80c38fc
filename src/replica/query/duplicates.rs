//! Who is registered already: by identity number at once, by name and birth as likely.

use domain::records::{Case, Member};
use domain::{Date, Id};

use super::divisions;
use crate::State;

/// A person who may be the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likely {
    /// The case.
    pub case: Id<Case>,
    /// The name.
    pub name: String,
    /// The village.
    pub village: String,
    /// Whether it is certain: the identity number is the same.
    pub is_certain: bool,
}

/// Whose identity number it is already, other than `except`: name and village.
#[must_use]
pub fn by_id_number(state: &State, number: &str, except: Option<Id<Member>>) -> Option<(String, String)> {
    let others = state.all::<Member>().iter().filter(|(id, _)| Some(*id) != except);
    // The members of a removed case do not stand any more; they would lock their numbers for good.
    let mut standing = others.filter(|(_, member)| member.case.is_some_and(|case| state.get(case).is_some()));
    let (_, member) = standing.find(|(_, member)| member.id_number == number)?;
    Some((member.name.clone(), village(state, member)))
}

/// Registered persons, other than `except`, of that identity number, or of that name and birthday.
#[must_use]
pub fn likely(
    state: &State,
    name: &str,
    number: &str,
    born_on: Option<Date>,
    except: Option<Id<Member>>,
) -> Vec<Likely> {
    let is_certain = |member: &Member| !number.is_empty() && member.id_number.eq_ignore_ascii_case(number);
    let is_likely = |member: &Member| {
        let same_birth = born_on.is_none() || member.born_on.is_none() || member.born_on == born_on;
        !name.is_empty() && member.name == name && same_birth && (number.is_empty() || member.id_number.is_empty())
    };
    let others = state.all::<Member>().iter().filter(|(id, _)| Some(*id) != except);
    let found = others.filter(|(_, member)| is_certain(member) || is_likely(member));
    let described = found.filter_map(|(_, member)| {
        let case = member.case.filter(|case| state.get(*case).is_some())?;
        let (name, village) = (member.name.clone(), village(state, member));
        Some(Likely { case, name, village, is_certain: is_certain(member) })
    });
    described.take(5).collect()
}

fn village(state: &State, member: &Member) -> String {
    let village = member.case.and_then(|case| state.get(case)).and_then(|case| case.village);
    divisions::name(state, village)
}
