//! What was promised on visits of the last months to households that are helped now: kept, late, or to come. What was
//! promised longer ago stands in the report, as it was written then.

use std::collections::{HashMap, HashSet};

use domain::records::{Case, Helper, Pairing, Promise, Stage, Visit};
use domain::{Date, Id};

use crate::calendar::{after, days_between};
use crate::data::visits::KEPT;
use crate::dice::Dice;
use crate::households::Household;
use crate::number::id;
use crate::pairing::Paired;

/// How many days back promises are records of their own.
const DAYS: i32 = 200;

/// Takes the promises out of those visits.
pub(crate) fn promises(
    visits: &mut [(Id<Visit>, Visit)],
    households: &[Household],
    paired: &Paired,
    today: Date,
) -> Vec<(Id<Promise>, Promise)> {
    let mut dice = Dice::new(31);
    let helped: HashSet<Id<Case>> =
        households.iter().filter(|one| one.is_at(Stage::Supported)).map(|one| one.id).collect();
    let helpers: HashMap<Id<Helper>, &str> =
        paired.helpers.iter().map(|(id, helper)| (*id, helper.name.as_str())).collect();
    let active = paired.pairings.iter().filter(|(_, pairing)| pairing.until.is_none());
    let active: HashMap<Id<Case>, &Pairing> = active.filter_map(|(_, one)| Some((one.case?, one))).collect();
    let mut all = Vec::new();
    for (visit, record) in visits {
        let Some((case, made_on)) = record.case.zip(record.done_on) else { continue };
        let is_recent = days_between(made_on, today) <= DAYS && helped.contains(&case);
        if record.promise.is_empty() || !is_recent {
            continue;
        }
        let pairing = active.get(&case).filter(|one| one.since <= Some(made_on) && dice.percent(70));
        let helper = pairing.and_then(|pairing| pairing.helper);
        let by = helper.and_then(|helper| helpers.get(&helper).copied()).unwrap_or(&record.visitor).to_owned();
        let what = std::mem::take(&mut record.promise);
        let made = Promise { case: Some(case), visit: Some(*visit), what, by, helper, ..Promise::default() };
        all.push(kept_or_not(&mut dice, made, made_on, today));
    }
    (1..).map(id).zip(all).collect()
}

/// Most are kept about when they were due; a few are late.
fn kept_or_not(dice: &mut Dice, made: Promise, made_on: Date, today: Date) -> Promise {
    let due_on = after(made_on, dice.between(7, 45));
    let kept_on = after(made_on, dice.between(3, days_between(made_on, due_on) + 4));
    let is_kept = kept_on <= today && dice.percent(94);
    let outcome = if is_kept { dice.pick(KEPT).to_owned() } else { String::new() };
    Promise { due_on: Some(due_on), kept_on: is_kept.then_some(kept_on), outcome, ..made }
}
