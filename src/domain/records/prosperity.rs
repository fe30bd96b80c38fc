//! Leading the way to prosperity: cooperatives, demonstration households, and whom they lead.

use time::Date;

use crate::records::{Case, Division, Member};
use crate::value::Fen;
use crate::{Id, choice};

choice! {
    /// Where a membership of a cooperative stands.
    MembershipState {
        /// Planned.
        Planned = 1,
        /// In force.
        InForce = 2,
        /// Left.
        Left = 3,
    }
}

choice! {
    /// Where a demonstration household stands.
    DemonstrationState {
        /// Proposed.
        Proposed = 1,
        /// Chosen for the year.
        Chosen = 2,
        /// Withdrawn.
        Withdrawn = 3,
    }
}

choice! {
    /// What a demonstration household gives to one that it leads.
    Support {
        /// Technique.
        Technique = 1,
        /// Seedlings or stock.
        Seedlings = 2,
        /// Buys the produce.
        BuyBack = 3,
        /// Work.
        Work = 4,
        /// Money.
        Funds = 5,
    }
}

record! {
    /// A cooperative.
    Cooperative, CooperativeField {
        /// Its name.
        1 name: String,
        /// Its village.
        2 village: Option<Id<Division>>,
        /// Who leads it.
        3 leader: String,
        /// What it does.
        4 industry: String,
        /// How many households it can take in; 0 means no limit.
        5 capacity: u32,
        /// The day it was founded.
        6 founded_on: Option<Date>,
        /// Its capital.
        7 capital: Fen,
        /// Telephone.
        8 phone: String,
        /// What a member brings and gets.
        9 terms: String,
    }
}

record! {
    /// A case's membership of a cooperative.
    Membership, MembershipField {
        /// The cooperative.
        1 cooperative: Option<Id<Cooperative>>,
        /// The case.
        2 case: Option<Id<Case>>,
        /// Where it stands.
        3 state: Option<MembershipState>,
        /// The day from which it is planned.
        4 planned_on: Option<Date>,
        /// The day it came into force.
        5 joined_on: Option<Date>,
        /// The day it ended.
        6 left_on: Option<Date>,
        /// The share paid in.
        7 share: Fen,
        /// Why it ended.
        8 reason: String,
    }
}

record! {
    /// A household that can lead others: proposed, and chosen for a year.
    Demonstration, DemonstrationField {
        /// Its case, if it has one in this register.
        1 case: Option<Id<Case>>,
        /// Its name, if it has no case.
        2 name: String,
        /// Its village, if it has no case.
        3 village: Option<Id<Division>>,
        /// What it shows.
        4 industry: String,
        /// The year it is proposed or chosen for.
        5 year: u32,
        /// Where it stands.
        6 state: Option<DemonstrationState>,
        /// The day of the proposal.
        7 proposed_on: Option<Date>,
        /// The day it was chosen.
        8 chosen_on: Option<Date>,
        /// What speaks for it: technique, experience, base, will.
        9 merit: String,
        /// How many households it could lead.
        10 reach: u32,
        /// Who in the household leads.
        11 member: Option<Id<Member>>,
        /// Skill, from 1 to 10; 0 while nobody has rated it.
        12 skill: u32,
        /// Experience, likewise.
        13 experience: u32,
        /// The base that it works from, likewise.
        14 base: u32,
        /// How willing it is to lead, likewise.
        15 willingness: u32,
        /// Its means, likewise.
        16 means: u32,
        /// What its support would cost.
        17 cost: Fen,
    }
}

record! {
    /// A demonstration household and a household that it leads.
    RadiationLink, RadiationLinkField {
        /// The demonstration household.
        1 demonstration: Option<Id<Demonstration>>,
        /// The led household's case, if it has one in this register.
        2 case: Option<Id<Case>>,
        /// Its name, if it has none.
        3 name: String,
        /// What is given.
        4 support: Vec<Support>,
        /// From when.
        5 since: Option<Date>,
        /// Until when; empty while it lasts.
        6 until: Option<Date>,
        /// What it earned the led household in a year.
        7 gain: Fen,
    }
}
