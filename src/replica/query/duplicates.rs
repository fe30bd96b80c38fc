//! Who is registered already: by identity number at once, by name and birth as likely; and which files may be of one
//! household.

use std::collections::{BTreeMap, BTreeSet};

use domain::records::{Case, Division, Member, Settlement};
use domain::{Date, Id, Kind};

use super::{cases, divisions};
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

/// Two files that may be of one household, the one that was registered first first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Double {
    /// The files.
    pub cases: [Id<Case>; 2],
    /// Their households.
    pub names: [String; 2],
    /// Their villages.
    pub villages: [String; 2],
    /// The person in both.
    pub person: String,
    /// Whether it is certain: the identity number is the same.
    pub is_certain: bool,
}

impl Double {
    /// What names it where a person says that they are two households: the same on every tablet.
    #[must_use]
    pub fn key(cases: [Id<Case>; 2]) -> String {
        let [a, b] = cases;
        format!("households/{}/{}", a.min(b), a.max(b))
    }
}

/// By what two persons may be one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Mark<'a> {
    Number(&'a str),
    NameBirthVillage(&'a str, Date, Option<Id<Division>>),
}

/// Files that may be of one household: with a person of the same identity number, or of the same name, birth and village
/// where one of the two has no number. Those of which somebody said that they are two are left out; the certain ones
/// come first.
#[must_use]
pub fn households(state: &State) -> Vec<Double> {
    let settled: BTreeSet<&str> = state.all::<Settlement>().iter().map(|(_, said)| said.finding.as_str()).collect();
    let mut seen = BTreeSet::new();
    let mut doubles = Vec::new();
    for (mark, persons) in by_mark(state) {
        for (place, (first, member)) in persons.iter().enumerate() {
            for (second, other) in &persons[place + 1..] {
                let is_certain = matches!(mark, Mark::Number(_));
                let both_numbered = !member.id_number.is_empty() && !other.id_number.is_empty();
                let is_new = first != second && (is_certain || !both_numbered);
                let pair = in_order(state, [*first, *second]);
                if is_new && !settled.contains(Double::key(pair).as_str()) && seen.insert(pair) {
                    doubles.push(double(state, pair, &member.name, is_certain));
                }
            }
        }
    }
    doubles
}

/// The persons of the cases that stand, by what may tell that two are one.
fn by_mark(state: &State) -> BTreeMap<Mark<'_>, Vec<(Id<Case>, &Member)>> {
    let mut marks: BTreeMap<Mark<'_>, Vec<(Id<Case>, &Member)>> = BTreeMap::new();
    for (_, member) in state.all::<Member>().iter() {
        let Some((case, file)) = member.case.and_then(|case| Some((case, state.get(case)?))) else { continue };
        if !member.id_number.is_empty() {
            marks.entry(Mark::Number(&member.id_number)).or_default().push((case, member));
        }
        if let Some(born_on) = member.born_on.filter(|_| !member.name.is_empty()) {
            let mark = Mark::NameBirthVillage(&member.name, born_on, file.village);
            marks.entry(mark).or_default().push((case, member));
        }
    }
    marks.retain(|_, persons| persons.len() > 1);
    marks
}

fn in_order(state: &State, mut cases: [Id<Case>; 2]) -> [Id<Case>; 2] {
    cases.sort_by_key(|case| (state.made(Kind::Case, case.raw()), case.raw()));
    cases
}

fn double(state: &State, cases: [Id<Case>; 2], person: &str, is_certain: bool) -> Double {
    let village = |case| divisions::name(state, state.get::<Case>(case).and_then(|file| file.village));
    let (names, villages) = (cases.map(|case| cases::name(state, case)), cases.map(village));
    Double { cases, names, villages, person: person.to_owned(), is_certain }
}
