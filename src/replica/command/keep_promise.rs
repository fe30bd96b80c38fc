//! Says that a promise was kept, and revises a promise: what, by whom, by when.

use domain::records::{Promise, PromiseField};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::promises;

/// Says that a promise was kept.
#[derive(Clone, Debug, PartialEq)]
pub struct KeepPromise {
    /// Which.
    pub id: Id<Promise>,
    /// The day.
    pub on: Date,
    /// What came of it; may be empty.
    pub outcome: String,
}

impl Command for KeepPromise {
    fn intent(&self) -> Intent {
        Intent::KeepPromise
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let Some(promise) = state.get(self.id) else { return vec![Problem::of_entry(Fault::Gone)] };
        if promise.kept_on.is_some() {
            return vec![Problem::of_entry(Fault::PromiseKept)];
        }
        check_kept(Some(self.on), promises::made_on(state, promise), today).into_iter().collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.update(self.id, |promise| {
            promise.kept_on = Some(self.on);
            promise.outcome.clone_from(&self.outcome);
        });
    }
}

/// Revises a promise.
#[derive(Clone, Debug, PartialEq)]
pub struct SavePromise {
    /// Which.
    pub id: Id<Promise>,
    /// The promise as it shall be.
    pub promise: Promise,
}

impl Command for SavePromise {
    fn intent(&self) -> Intent {
        Intent::SavePromise
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        if state.get(self.id).is_none() {
            return vec![Problem::of_entry(Fault::Gone)];
        }
        check_promise(&self.promise, promises::made_on(state, &self.promise), today)
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let state = draft.state();
        let promise = &self.promise;
        let helper = promise.case.and_then(|case| promises::helper_named(state, case, &promise.by));
        draft.update(self.id, |there| *there = Promise { helper, ..promise.clone() });
    }
}

/// What speaks against a promise that was made on a day.
pub(super) fn check_promise(promise: &Promise, made_on: Option<Date>, today: Date) -> Vec<Problem> {
    let missing = [(PromiseField::what, &promise.what), (PromiseField::by, &promise.by)];
    let missing = missing.into_iter().filter(|(_, text)| text.trim().is_empty());
    let missing = missing.map(|(field, _)| Problem::at(field, Fault::Missing));
    let is_early = promise.due_on.zip(made_on).is_some_and(|(due, made)| due < made);
    let early = is_early.then(|| Problem::at(PromiseField::due_on, Fault::EndsBeforeStart));
    missing.chain(early).chain(check_kept(promise.kept_on, made_on, today)).collect()
}

fn check_kept(kept_on: Option<Date>, made_on: Option<Date>, today: Date) -> Option<Problem> {
    let kept = kept_on?;
    let is_early = made_on.is_some_and(|made| kept < made);
    let fault = if kept > today { Some(Fault::InFuture) } else { is_early.then_some(Fault::EndsBeforeStart) };
    fault.map(|fault| Problem::at(PromiseField::kept_on, fault))
}
