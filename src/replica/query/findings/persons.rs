//! Persons that two tablets registered without knowing of each other, and files that one of them joined.

use std::collections::BTreeMap;

use domain::Sorting as _;
use domain::records::Member;
use domain::{Id, Kind};

use super::{Finding, order, person};
use crate::State;
use crate::query::{cases, joins};

/// Pairs of persons with one identity number: the first registered, and each one after.
pub(super) fn same_id_number(state: &State) -> Vec<Finding> {
    let mut holders: BTreeMap<String, Vec<(Id<Member>, &Member)>> = BTreeMap::new();
    for (id, member) in state.all::<Member>().iter().filter(|(_, member)| !member.id_number.is_empty()) {
        let stands = member.case.is_some_and(|case| state.get(case).is_some());
        if stands {
            holders.entry(member.id_number.to_ascii_uppercase()).or_default().push((id, member));
        }
    }
    holders.into_values().filter(|holders| holders.len() > 1).flat_map(|holders| pairs(state, holders)).collect()
}

fn pairs(state: &State, mut holders: Vec<(Id<Member>, &Member)>) -> Vec<Finding> {
    holders.arrange_by_cached_key(|(id, _)| order(state, Kind::Member, *id));
    let mut persons = holders.into_iter().filter_map(|(id, member)| person(state, id, member));
    let Some(first) = persons.next() else { return Vec::new() };
    persons.map(|later| Finding::SameIdNumber { persons: [first.clone(), later] }).collect()
}

/// Files that were joined while another tablet still wrote to them.
pub(super) fn written_to_joined(state: &State) -> impl Iterator<Item = Finding> {
    joins::astray(state).into_iter().map(|joins::Astray { keep, other, count }| {
        let name = Some(cases::name(state, keep)).filter(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| cases::name(state, other));
        Finding::WrittenToJoined { keep, name, other, count }
    })
}
