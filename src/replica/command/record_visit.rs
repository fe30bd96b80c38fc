//! Writes a visit up: one that was planned, or one that was made without a plan. What was seen, the needs that it met, the
//! needs that it heard of, and what was promised or kept are one change, so that one press takes all of it back.

use domain::records::{Need, NeedState, Promise, Visit, VisitField};
use domain::{Date, Fault, Id, Problem};

use super::keep_promise::check_promise;
use super::plan_visit::check_case;
use super::save_need::check_fields;
use super::{Command, Draft, Intent};
use crate::State;
use crate::query::promises;

/// How many needs, or promises, one visit takes up at most: a change has its size.
const MOST: usize = 20;

/// Writes a visit up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RecordVisit {
    /// The planned visit; nothing when there was no plan.
    pub id: Option<Id<Visit>>,
    /// The visit, with its day and its report.
    pub visit: Visit,
    /// Needs of the household that are met now, each with what came of it.
    pub met: Vec<(Id<Need>, String)>,
    /// Promises that are kept now, each with what came of it.
    pub kept: Vec<(Id<Promise>, String)>,
    /// What is needed beside what is known.
    pub needs: Vec<Need>,
    /// What was promised.
    pub promises: Vec<Promise>,
}

impl Command for RecordVisit {
    fn intent(&self) -> Intent {
        Intent::RecordVisit
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let mut problems = check_case(&self.visit, state);
        match self.visit.done_on {
            None => problems.push(Problem::at(VisitField::done_on, Fault::Missing)),
            Some(day) if day > today => problems.push(Problem::at(VisitField::done_on, Fault::InFuture)),
            Some(_) => {}
        }
        if self.visit.report.trim().is_empty() {
            problems.push(Problem::at(VisitField::report, Fault::Missing));
        }
        if self.visit.look_again_on.is_some_and(|again| self.visit.done_on.is_some_and(|done| again <= done)) {
            problems.push(Problem::at(VisitField::look_again_on, Fault::LookAgainBefore));
        }
        problems.extend(self.check_settled(state));
        let needs = self.new_needs().enumerate();
        problems.extend(needs.flat_map(|(row, need)| in_row(row, check_fields(state, &need, today))));
        let promised = self.new_promises(state).enumerate();
        problems.extend(promised.flat_map(|(row, promise)| in_row(row, self.check_new(&promise, today))));
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let state = draft.state();
        let visit = draft.save(self.id, &self.visit);
        let day = self.visit.done_on;
        for (id, outcome) in &self.met {
            draft.update(*id, |need| {
                need.state = Some(NeedState::Met);
                need.met_on = need.asked_on.max(day);
                set_unless_empty(&mut need.outcome, outcome);
            });
        }
        for (id, outcome) in &self.kept {
            draft.update(*id, |promise| {
                promise.kept_on = day;
                set_unless_empty(&mut promise.outcome, outcome);
            });
        }
        for need in self.new_needs() {
            draft.create(&need);
        }
        for promise in self.new_promises(state) {
            draft.create(&Promise { visit: Some(visit), ..promise });
        }
        if let Some(next) = self.next_look(state) {
            draft.create(&next);
        }
    }
}

impl RecordVisit {
    /// The visit on which somebody looks again, unless one of that day is planned already.
    fn next_look(&self, state: &State) -> Option<Visit> {
        let (on, case) = (self.visit.look_again_on?, self.visit.case?);
        let mut planned = state.referring::<Visit>(VisitField::case, case.raw());
        let is_planned = planned.any(|(_, visit)| visit.done_on.is_none() && visit.planned_on == Some(on));
        (!is_planned).then(|| Visit {
            case: Some(case),
            planned_on: Some(on),
            occasion: self.visit.occasion,
            visitor: self.visit.visitor.clone(),
            purpose: self.visit.advice.clone(),
            team: self.visit.team,
            ..Visit::default()
        })
    }

    /// What is settled must be open and of this household.
    fn check_settled(&self, state: &State) -> Vec<Problem> {
        let case = self.visit.case;
        let need = |id: Id<Need>| match state.get(id) {
            Some(need) if need.case == case && need.state == Some(NeedState::Met) => Some(Fault::NeedMet),
            Some(need) if need.case == case => None,
            _ => Some(Fault::Gone),
        };
        let promise = |id: Id<Promise>| match state.get(id) {
            Some(promise) if promise.case == case && promise.kept_on.is_some() => Some(Fault::PromiseKept),
            Some(promise) if promise.case == case => None,
            _ => Some(Fault::Gone),
        };
        let lengths = [self.met.len(), self.kept.len(), self.needs.len(), self.promises.len()];
        let too_many = lengths.iter().any(|length| *length > MOST).then_some(Fault::TooMany(MOST));
        let needs = self.met.iter().filter_map(|(id, _)| need(*id));
        let promises = self.kept.iter().filter_map(|(id, _)| promise(*id));
        needs.chain(promises).chain(too_many).map(Problem::of_entry).collect()
    }

    /// The new needs, asked on the day of the visit.
    fn new_needs(&self) -> impl Iterator<Item = Need> {
        self.needs.iter().map(|need| Need {
            case: self.visit.case,
            state: need.state.or(Some(NeedState::Asked)),
            asked_on: need.asked_on.or(self.visit.done_on),
            ..need.clone().tidied()
        })
    }

    /// The new promises: by the visitor unless another is named; the household's helper is known by name.
    fn new_promises<'a>(&'a self, state: &'a State) -> impl Iterator<Item = Promise> + 'a {
        self.promises.iter().map(move |promise| {
            let by = if promise.by.trim().is_empty() { &self.visit.visitor } else { &promise.by };
            let helper = self.visit.case.and_then(|case| promises::helper_named(state, case, by));
            Promise { case: self.visit.case, by: by.clone(), helper, ..promise.clone() }
        })
    }

    fn check_new(&self, promise: &Promise, today: Date) -> Vec<Problem> {
        check_promise(promise, self.visit.done_on, today)
    }
}

fn in_row(row: usize, problems: Vec<Problem>) -> impl Iterator<Item = Problem> {
    problems.into_iter().map(move |problem| problem.in_row(row))
}

fn set_unless_empty(field: &mut String, text: &str) {
    if !text.trim().is_empty() {
        text.clone_into(field);
    }
}
