//! Cases that tablets gave to helpers without knowing of each other: one case has one helper.

use super::{Finding, Paired};
use crate::State;
use crate::query::pairing;

/// Cases with more than one active helper; who was paired first is first.
pub(super) fn two_helpers(state: &State) -> Vec<Finding> {
    let doubled = pairing::doubled(state).into_iter();
    let finding = |doubled: pairing::Doubled| {
        let paired = |(pairing, helper)| Paired { pairing, helper };
        let pairings = doubled.pairings.into_iter().map(paired).collect();
        Finding::TwoHelpers { case: doubled.case, name: doubled.name, pairings }
    };
    doubled.map(finding).collect()
}
