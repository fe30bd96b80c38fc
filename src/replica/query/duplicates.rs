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
    let mut members = state.all::<Member>().iter().filter(|(id, _)| Some(*id) != except);
    let (_, member) = members.find(|(_, member)| member.id_number == number)?;
    Some((member.name.clone(), village(state, member)))
}

/// Registered persons of that identity number, or of that name and birthday.
#[must_use]
pub fn likely(state: &State, name: &str, number: &str, born_on: Option<Date>) -> Vec<Likely> {
    let is_certain = |member: &Member| !number.is_empty() && member.id_number.eq_ignore_ascii_case(number);
    let is_likely = |member: &Member| {
        let same_birth = born_on.is_none() || member.born_on.is_none() || member.born_on == born_on;
        !name.is_empty() && member.name == name && same_birth && (number.is_empty() || member.id_number.is_empty())
    };
    let found = state.all::<Member>().iter().filter(|(_, member)| is_certain(member) || is_likely(member));
    let described = found.filter_map(|(_, member)| {
        let (name, village) = (member.name.clone(), village(state, member));
        Some(Likely { case: member.case?, name, village, is_certain: is_certain(member) })
    });
    described.take(5).collect()
}

fn village(state: &State, member: &Member) -> String {
    let village = member.case.and_then(|case| state.get(case)).and_then(|case| case.village);
    divisions::name(state, village)
}
