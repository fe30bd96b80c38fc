//! Plans a round of visits for a festival, in one change, so that one press takes it back.

use domain::records::Visit;
use domain::{Date, Festival, Problem};

use super::plan_visit::check_case;
use super::{Command, Draft, Intent};
use crate::State;
use crate::query::rounds::{Proposed, has_visit};

/// How many visits one change holds; a longer round is planned in several.
pub const MOST: usize = 150;

/// Plans a round.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanRound {
    /// The festival, and the day it falls on.
    pub festival: (Festival, Date),
    /// The visits, at most [`MOST`].
    pub visits: Vec<Proposed>,
}

impl Command for PlanRound {
    fn intent(&self) -> Intent {
        Intent::PlanRound
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let mut problems: Vec<Problem> = self.planned().flat_map(|visit| check_case(&visit, state)).collect();
        if self.visits.len() > MOST {
            problems.push(Problem::of_entry(domain::Fault::TooMany(MOST)));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let (festival, day) = self.festival;
        let state = draft.state();
        let open = self.visits.iter().filter(|one| !has_visit(state, one.case, festival, day));
        for one in open {
            draft.create(&one.visit(festival));
        }
    }
}

impl PlanRound {
    fn planned(&self) -> impl Iterator<Item = Visit> {
        self.visits.iter().map(|one| one.visit(self.festival.0))
    }
}
