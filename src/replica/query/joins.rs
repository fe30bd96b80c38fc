//! Files of one household that were joined into one: which stands for which, what still refers to the one that went, and
//! how two of them differ. A file that went is removed and says where to; what is made once keeps naming it.

use std::collections::BTreeSet;

use domain::records::{Case, Member};
use domain::{Id, Kind, Record as _, Uuid, Value, ValueType};

use super::cases;
use crate::State;

/// The file that stands for a case: itself, or the one that it was joined into.
#[must_use]
pub fn standing(state: &State, case: Id<Case>) -> Id<Case> {
    let mut seen = BTreeSet::from([case]);
    let mut at = case;
    while let Some(next) = joined_into(state, at).filter(|next| seen.insert(*next)) {
        at = next;
    }
    at
}

/// Where a file was joined into; nothing for one that stands.
#[must_use]
pub fn joined_into(state: &State, case: Id<Case>) -> Option<Id<Case>> {
    let row = state.all::<Case>().row(case.raw())?;
    row.value.joined_into.filter(|_| !row.removed.is_empty())
}

/// The files that were joined into a case, and into those: the first joined first.
#[must_use]
pub fn joined(state: &State, case: Id<Case>) -> Vec<Id<Case>> {
    let pairs: Vec<(Id<Case>, Id<Case>)> = all_joined(state).collect();
    let mut found = vec![case];
    let mut at = 0;
    while let Some(into) = found.get(at).copied() {
        let next: Vec<Id<Case>> = pairs.iter().filter(|(_, to)| *to == into).map(|(from, _)| *from).collect();
        found.extend(next.into_iter().filter(|from| !found.contains(from)).collect::<Vec<_>>());
        at += 1;
    }
    found.split_off(1)
}

/// Every file that was joined, with the one that it was joined into.
fn all_joined(state: &State) -> impl Iterator<Item = (Id<Case>, Id<Case>)> {
    let gone = state.all::<Case>().rows().iter().filter(|row| !row.removed.is_empty());
    gone.filter_map(|row| Some((Id::new(row.id), row.value.joined_into?)))
}

/// A field of a record that refers to something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The kind of record.
    pub kind: Kind,
    /// The record.
    pub id: Uuid,
    /// The number of the field.
    pub number: u16,
}

/// What refers to a case and can be made to refer to another one: everything but what is made once, and files themselves.
#[must_use]
pub fn referring(state: &State, case: Id<Case>) -> Vec<Reference> {
    let of_kinds = Kind::ALL.iter().filter(|kind| !kind.is_made_once() && **kind != Kind::Case);
    of_kinds.flat_map(|kind| of_kind(state, *kind, Kind::Case, case.raw())).collect()
}

/// What refers to a member.
#[must_use]
pub fn referring_to_member(state: &State, member: Id<Member>) -> Vec<Reference> {
    Kind::ALL.iter().flat_map(|kind| of_kind(state, *kind, Kind::Member, member.raw())).collect()
}

fn of_kind(state: &State, kind: Kind, target: Kind, id: Uuid) -> Vec<Reference> {
    let fields = kind.fields().iter().filter(|field| field.value_type == ValueType::Id(target));
    let found = fields.flat_map(|field| {
        let ids = state.referring_of(kind, field.number, id);
        ids.into_iter().map(|id| Reference { kind, id, number: field.number })
    });
    found.collect()
}

/// A file that was joined while another tablet still wrote to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Astray {
    /// The file that stands for it; where two were joined into each other, the one that was registered first.
    pub keep: Id<Case>,
    /// The file that went.
    pub other: Id<Case>,
    /// How many records still refer to it.
    pub count: usize,
}

/// Files that were joined, and yet something refers to them or nothing stands for them.
#[must_use]
pub fn astray(state: &State) -> Vec<Astray> {
    let found = all_joined(state).filter_map(|(other, _)| {
        let end = standing(state, other);
        let is_ring = joined_into(state, end).is_some();
        let keep = if is_ring { first_registered(state, other) } else { end };
        let count = referring(state, other).len();
        let is_one = keep != other && (count > 0 || is_ring) && (is_ring || state.get(keep).is_some());
        is_one.then_some(Astray { keep, other, count })
    });
    found.collect()
}

/// Of files that were joined into each other, the one that was registered first.
fn first_registered(state: &State, case: Id<Case>) -> Id<Case> {
    let ring = joined(state, case).into_iter().chain([case]);
    ring.min_by_key(|case| (state.made(Kind::Case, case.raw()), case.raw())).unwrap_or(case)
}

/// Two files of what may be one household, side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The file that stays, and the one that is joined into it.
    pub files: [Case; 2],
    /// The fields in which both say something else.
    pub differing: Vec<u16>,
    /// How many fields both have alike.
    pub alike: usize,
    /// The members of the file that goes, each with the one of the other file that is the same person, if there is one.
    pub persons: Vec<(Id<Member>, Option<Id<Member>>)>,
    /// How many records move.
    pub moving: usize,
}

/// The fields of a case that a person chooses between; its stage is that of the file that stays.
const CHOSEN: [u16; 11] = [1, 2, 3, 4, 5, 6, 7, 8, 11, 13, 14];

/// Compares two files.
#[must_use]
pub fn compare(state: &State, keep: Id<Case>, other: Id<Case>) -> Option<Comparison> {
    let files = [state.get(keep)?.clone(), state.get(other)?.clone()];
    let differs = |number: &u16| {
        let [a, b] = [0, 1].map(|place: usize| files[place].get(*number));
        a != b && a != Value::Empty && b != Value::Empty
    };
    let differing: Vec<u16> = CHOSEN.into_iter().filter(differs).collect();
    let alike = CHOSEN.iter().filter(|number| files[0].get(**number) == files[1].get(**number));
    let alike = alike.filter(|number| files[0].get(**number) != Value::Empty).count();
    let there = cases::members(state, keep);
    let persons = cases::members(state, other).into_iter().map(|(id, member)| {
        let same = there.iter().find(|(_, one)| is_same_person(one, &member)).map(|(same, _)| *same);
        (id, same)
    });
    let persons = persons.collect();
    Some(Comparison { differing, alike, persons, moving: referring(state, other).len(), files })
}

/// Whether two members are one person: by identity number, or by name where one of them has no number.
#[must_use]
pub fn is_same_person(a: &Member, b: &Member) -> bool {
    if !a.id_number.is_empty() && !b.id_number.is_empty() {
        return a.id_number.eq_ignore_ascii_case(&b.id_number);
    }
    let same_birth = a.born_on.is_none() || b.born_on.is_none() || a.born_on == b.born_on;
    !a.name.is_empty() && a.name == b.name && same_birth
}

/// One record of two: what the first leaves empty is taken from the second.
#[must_use]
pub fn filled<T: domain::Record>(first: &T, second: &T) -> T {
    let mut filled = first.clone();
    for field in T::FIELDS.iter().filter(|field| first.get(field.number) == Value::Empty) {
        // A value of a record of this kind always fits into another one of it.
        let _ = filled.set(field.number, &second.get(field.number));
    }
    filled
}
