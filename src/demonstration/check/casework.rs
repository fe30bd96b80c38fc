//! Helpers, notices, steps, emergencies and incomes: as the commands would have let them be.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::Id;
use domain::records::{Case, CaseStep, Helper, LifeStep, NoticeResult, Pairing, Stage};

use super::{World, by_id};
use crate::calendar::{after, days_between};

pub(super) fn helpers_have_room(world: &World) {
    let mut load: HashMap<Id<Helper>, u32> = HashMap::new();
    let mut active: HashSet<Id<Case>> = HashSet::new();
    let pairings = by_id(world.pairings());
    for (_, pairing) in world.pairings() {
        let (helper, case) = (pairing.helper.expect("a helper"), pairing.case.expect("a case"));
        assert!(pairing.until.is_none_or(|until| Some(until) >= pairing.since), "{pairing:?}");
        assert_eq!(pairing.until.is_some(), !pairing.reason.is_empty(), "{pairing:?}");
        if pairing.until.is_none() {
            *load.entry(helper).or_default() += 1;
            assert!(active.insert(case), "two helpers: {pairing:?}");
        }
        if let Some(before) = pairing.follows.map(|before| pairings[&before]) {
            let other = Pairing { since: before.since, helper: before.helper, ..pairing.clone() };
            assert!(before.until == pairing.since && before.case == other.case && before.helper != pairing.helper);
        }
    }
    for (id, helper) in world.helpers() {
        assert!(load.get(&id).is_none_or(|load| *load <= helper.most()), "{helper:?}");
    }
    let waiting =
        world.cases().filter(|(id, case)| case.stage == Some(Stage::Supported) && !active.contains(id)).count();
    let any = world.cases().any(|(_, case)| case.stage == Some(Stage::Supported));
    assert!(!any || waiting < 60, "{waiting} of the year without a helper");
    assert!(active.len() > 400, "{}", active.len());
}

pub(super) fn lives_are_in_order(world: &World) {
    let cases = by_id(world.cases());
    let notices = by_id(world.notices());
    for (_, notice) in world.notices() {
        let (from, to) = (notice.from.expect("a day"), notice.to.expect("a day"));
        assert!(
            days_between(from, to) >= 4 && Some(from) >= cases[&notice.case.expect("a case")].surveyed_on,
            "{notice:?}"
        );
        assert!(notice.result.is_none() || to < world.today, "{notice:?}");
    }
    let mut last: BTreeMap<Id<Case>, &CaseStep> = BTreeMap::new();
    for (_, step) in world.steps() {
        let case = step.case.expect("a case");
        let before = last.insert(case, step);
        assert!(before.is_none_or(|before| before.on <= step.on), "{before:?} {step:?}");
        if step.step == Some(LifeStep::Confirm) {
            let notice = notices[&step.notice.expect("a notice")];
            assert!(notice.to < step.on && notice.result == Some(NoticeResult::Clear), "{step:?} {notice:?}");
        }
    }
    for (case, step) in last {
        let stage = match step.step {
            Some(LifeStep::Confirm) => Stage::Confirmed,
            Some(LifeStep::Support) => Stage::Supported,
            _ => Stage::Lifted,
        };
        assert_eq!((cases[&case].stage, cases[&case].stage_since), (Some(stage), step.on), "{step:?}");
    }
}

pub(super) fn emergencies_are_due(world: &World) {
    let open: Vec<_> = world.emergencies().filter(|(_, one)| one.closed_on.is_none()).collect();
    assert_eq!(open.len(), 6);
    let late = open.iter().filter(|(_, one)| one.due_on < Some(world.today)).count();
    assert_eq!(late, 2);
    let cases = by_id(world.cases());
    for (_, one) in world.emergencies() {
        assert!(one.reported_on > cases[&one.case.expect("a case")].surveyed_on, "{one:?}");
        assert_eq!(one.closed_on.is_some(), !one.result.is_empty(), "{one:?}");
        assert!(one.closed_on.is_none_or(|day| Some(after(day, -1)) >= one.reported_on), "{one:?}");
    }
}

pub(super) fn who_was_lifted_earns_enough(world: &World) {
    let lines: HashMap<u32, i64> = world.lines().map(|(_, line)| (line.year, line.amount.0)).collect();
    let cases = by_id(world.cases());
    let year = u32::try_from(world.year()).expect("a year");
    let mut seen = HashSet::new();
    for (_, income) in world.incomes() {
        let case = income.case.expect("a case");
        assert!(seen.insert((case, income.year)), "{income:?}");
        let is_lifted = cases[&case].stage == Some(Stage::Lifted) && income.year == year;
        let each = income.per_person().expect("persons").0;
        assert_eq!(each >= lines[&income.year], is_lifted, "{income:?}");
    }
}
