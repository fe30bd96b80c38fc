//! Adopts a plan: all its sessions come into force, in one change, so that one undo takes it back. A session keeps its id,
//! so that two tablets that adopt one plan make the same sessions.

use std::collections::HashMap;

use domain::records::{Course, Plan, PlanState, Session};
use domain::{Date, Fault, Id, Problem, Sorting as _};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::training::{next_term, plan};

/// Adopts a plan, or brings into force what was added to it elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct AdoptPlan {
    /// Which.
    pub id: Id<Plan>,
}

impl Command for AdoptPlan {
    fn intent(&self) -> Intent {
        Intent::AdoptPlan
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let Some(plan) = state.get(self.id) else { return vec![Problem::of_entry(Fault::Gone)] };
        let refused = |fault| vec![Problem::of_entry(fault)];
        if plan.state == Some(PlanState::Dropped) {
            return refused(Fault::PlanClosed);
        }
        let left = plan::left_out(state, self.id);
        if left.is_empty() {
            return refused(if plan.is_open() { Fault::PlanEmpty } else { Fault::PlanClosed });
        }
        if !plan::fits(left.iter().map(|(_, one)| *one)) {
            return refused(Fault::PlanFull(plan::MOST));
        }
        match plan::figures(state, self.id).clashes {
            0 => vec![],
            count => refused(Fault::PlanClashes(count)),
        }
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let (state, today) = (draft.state(), draft.today());
        let mut planned = plan::left_out(state, self.id);
        planned.arrange_by_key(|(id, one)| (one.starts_on, *id));
        let mut terms: HashMap<Option<Id<Course>>, u32> = HashMap::new();
        for (id, one) in planned {
            let term = terms.entry(one.course).or_insert_with(|| next_term(state, one.course));
            draft.put(id.in_force(), &Session { term: *term, ..one.session() });
            *term += 1;
        }
        draft.update(self.id, |plan| {
            plan.state = Some(PlanState::Adopted);
            plan.adopted_on = plan.adopted_on.or(Some(today));
        });
    }
}
