//! Promises (承诺): what somebody said on a visit that they would do. A promise is a record of its own, so that it falls due
//! and is kept or not, whoever wrote the visit up.

use time::Date;

use crate::Id;
use crate::records::{Case, Helper, Visit};

record! {
    /// What was promised to a household on a visit, and whether it was kept.
    Promise, PromiseField {
        /// The case.
        1 case: Option<Id<Case>>,
        /// The visit on which it was made.
        2 visit: Option<Id<Visit>>,
        /// What was promised.
        3 what: String,
        /// Who promised it.
        4 by: String,
        /// The helper, where it was the household's helper who promised.
        5 helper: Option<Id<Helper>>,
        /// The day by which it is to be kept.
        6 due_on: Option<Date>,
        /// The day it was kept; empty while it is open.
        7 kept_on: Option<Date>,
        /// What came of it.
        8 outcome: String,
    }
}
