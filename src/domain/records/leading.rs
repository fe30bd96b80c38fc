//! How demonstration households are chosen: the weights of a year, drafts of whom to choose, and who stands in each. A
//! score is never kept: it follows from the candidate, the weights and the register.

use time::Date;

use crate::records::Demonstration;
use crate::{Id, choice};

choice! {
    /// How a candidate came into a draft, or was left out of it.
    PickState {
        /// In by the rule.
        Ruled = 1,
        /// In by hand: the rule leaves it in.
        Kept = 2,
        /// Left out by hand: the rule does not take it.
        Barred = 3,
    }
}

record! {
    /// A draft of whom to choose for a year.
    SelectionDraft, SelectionDraftField {
        /// What it is called.
        1 name: String,
        /// The year.
        2 year: u32,
        /// What it is after.
        3 note: String,
        /// The day it was adopted.
        4 adopted_on: Option<Date>,
    }
}

record! {
    /// A candidate of a draft. One of which nothing is said any more has no state.
    SelectionPick, SelectionPickField {
        /// The draft.
        1 draft: Option<Id<SelectionDraft>>,
        /// The candidate.
        2 demonstration: Option<Id<Demonstration>>,
        /// How it came in, or that it was left out.
        3 state: Option<PickState>,
    }
}

record! {
    /// How much each part of a score counts, from a year on. There is one record for each year.
    ScoreWeights, ScoreWeightsField {
        /// The year.
        1 year: u32,
        /// Skill.
        2 skill: u32,
        /// Experience.
        3 experience: u32,
        /// The base that it works from.
        4 base: u32,
        /// How willing it is to lead.
        5 willingness: u32,
        /// Its means.
        6 means: u32,
        /// How many poor households are within its reach.
        7 reach: u32,
        /// How many of these give full marks.
        8 full_reach: u32,
    }
}
