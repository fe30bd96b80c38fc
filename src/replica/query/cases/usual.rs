//! What is usual in the register: texts that many files share, such as a bank or a nationality, the most frequent first.

use std::collections::BTreeMap;

use domain::records::{Case, Member};

use crate::State;

/// The banks that households have their accounts at.
#[must_use]
pub fn banks(state: &State) -> Vec<String> {
    ranked(state.all::<Case>().iter().map(|(_, case)| case.bank.as_str()))
}

/// The nationalities of members.
#[must_use]
pub fn ethnicities(state: &State) -> Vec<String> {
    ranked(state.all::<Member>().iter().map(|(_, member)| member.ethnicity.as_str()))
}

fn ranked<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for text in texts.filter(|text| !text.is_empty()) {
        *counts.entry(text).or_default() += 1;
    }
    let mut ranked: Vec<(&str, usize)> = counts.into_iter().collect();
    ranked.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    ranked.into_iter().map(|(text, _)| text.to_owned()).collect()
}
