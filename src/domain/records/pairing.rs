//! Pairing: who helps whom, from when until when. One helper stands by one case at a time.

use time::Date;

use crate::records::{Case, Division, NeedKind};
use crate::{Id, choice};

choice! {
    /// What a helper is.
    HelperKind {
        /// A grass-roots organisation.
        Organisation = 1,
        /// A leading cadre or another member.
        Cadre = 2,
    }
}

record! {
    /// An organisation or a cadre that helps households.
    Helper, HelperField {
        /// What it is.
        1 kind: Option<HelperKind>,
        /// Its name.
        2 name: String,
        /// The organisation that a cadre belongs to.
        3 organisation: String,
        /// Where it works.
        4 division: Option<Id<Division>>,
        /// Telephone.
        5 phone: String,
        /// How many households it can take; 0 means one, as the programme pairs one to one.
        6 capacity: u32,
        /// The needs that it is good at.
        7 skills: Vec<NeedKind>,
        /// The industry that it knows.
        8 industry: String,
        /// What else to know.
        9 note: String,
        /// The day it left the programme; empty while it takes part.
        10 left_on: Option<Date>,
    }
}

impl Helper {
    /// How many households it can take.
    #[must_use]
    pub const fn most(&self) -> u32 {
        if self.capacity == 0 { 1 } else { self.capacity }
    }
}

record! {
    /// A helper and a case, from a day to a day.
    Pairing, PairingField {
        /// The helper.
        1 helper: Option<Id<Helper>>,
        /// The case.
        2 case: Option<Id<Case>>,
        /// From when.
        3 since: Option<Date>,
        /// Until when; empty while it lasts.
        4 until: Option<Date>,
        /// Why it ended.
        5 reason: String,
        /// What the helper promised.
        6 promised: String,
        /// What else to know.
        7 note: String,
        /// The pairing that this one took the case over from.
        8 follows: Option<Id<Pairing>>,
    }
}
