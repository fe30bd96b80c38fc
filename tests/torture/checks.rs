//! What must hold in the end, when all tablets have told each other everything.

use std::collections::{BTreeMap, BTreeSet};

use domain::Date;
use futures::executor::block_on;
use replica::ChangeId;
use replica::change::{Hash, Signed, is_genuine};
use replica::query::conflicts::conflicts;
use replica::query::findings::findings;
use replica::testing::Naive;

use crate::save::CANARY;
use crate::tablet::{Broken, Tablet, hold};
use crate::tally::Tally;
use crate::world::{BEGIN, TODAY};

/// Whether all tablets show the same, down to conflicts and findings.
///
/// # Errors
/// The first thing in which two differ.
pub fn all_show_the_same(tablets: &[Tablet]) -> Result<(), Broken> {
    let today = Date::from_julian_day(TODAY).unwrap_or(Date::MIN);
    let shown = |tablet: &Tablet| {
        let state = tablet.store.state();
        (state.canonical_hash(), tablet.store.forks(), conflicts(&state), findings(&state, today, BEGIN))
    };
    let first = shown(&tablets[0]);
    for (at, tablet) in tablets.iter().enumerate().skip(1) {
        let there = shown(tablet);
        hold!(there.0 == first.0, "tablet {at} has another hash");
        hold!(there.1 == first.1, "tablet {at} has other forks");
        hold!(there.2 == first.2, "tablet {at} has other conflicts");
        hold!(there.3 == first.3, "tablet {at} has other findings");
    }
    Ok(())
}

/// Counts what of the saves is there, set aside, or lost.
///
/// # Errors
/// When a tablet cannot say what it has, or has what nobody signed.
pub fn count_saves(tablet: &Tablet, saved: &BTreeMap<Hash, ChangeId>, tally: &mut Tally) -> Result<(), Broken> {
    let (all, _) = block_on(tablet.store.outgoing(None)).map_err(|error| format!("carrying out: {error:?}"))?;
    let mut held = BTreeSet::new();
    for bytes in &all {
        let signed = Signed::decode(bytes).map_err(|error| format!("what is carried out: {error:?}"))?;
        hold!(is_genuine(bytes), "{:?} is not signed", signed.change.id);
        held.insert(signed.hash);
    }
    let forks = tablet.store.forks();
    for (hash, id) in saved {
        let is_aside = forks.iter().any(|fork| fork.replica == id.replica && fork.seq <= id.seq);
        let counts = tablet.store.state().vector().has(*id);
        match (held.contains(hash), is_aside) {
            (true, true) => tally.aside += 1,
            (true, false) if counts => {}
            _ => tally.lost += 1,
        }
    }
    Ok(())
}

/// Whether the state means what the rules say of all changes that are there.
///
/// # Errors
/// The first difference.
pub fn means_what_the_rules_say(tablet: &Tablet) -> Result<(), Broken> {
    let (all, _) = block_on(tablet.store.outgoing(None)).map_err(|error| format!("carrying out: {error:?}"))?;
    let mut naive = Naive::default();
    all.iter().filter_map(|bytes| Signed::decode(bytes).ok()).for_each(|signed| naive.add(&signed));
    naive.difference(&tablet.store.state()).map_or(Ok(()), Err)
}

/// Whether nothing that was typed lies open on the disk or in the second copy.
///
/// # Errors
/// Where it does.
pub fn lies_under_its_seal(tablet: &Tablet) -> Result<(), Broken> {
    let files = tablet.disk.files.borrow();
    let copied = tablet.copy.log.values().map(|frame| &frame.bytes);
    let frames = files.log.values().map(|frame| &frame.bytes).chain(copied);
    let all = frames.chain(files.pieces.values()).chain(files.slots.values()).chain(tablet.copy.slots.values());
    for bytes in all {
        let is_open = bytes.windows(CANARY.len()).any(|window| window == CANARY.as_bytes());
        hold!(!is_open, "what was typed lies open on the disk");
    }
    Ok(())
}
