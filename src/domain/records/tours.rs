//! Guided visits: a tour of demonstration households, cooperatives and sites, its stops, and who came along. When a
//! visitor group arrives anywhere is never kept: it follows from the order of the stops.

use time::Date;

use crate::records::{Cooperative, Demonstration, Member, Site, Specialty};
use crate::{Id, choice};

choice! {
    /// Where a tour stands.
    TourState {
        /// To be held.
        Planned = 1,
        /// Held.
        Held = 2,
        /// Cancelled.
        Cancelled = 3,
    }
}

record! {
    /// A tour: a day on which visitors are led from stop to stop.
    Tour, TourField {
        /// What it is called.
        1 title: String,
        /// The day.
        2 planned_on: Option<Date>,
        /// When it sets out, minutes after midnight.
        3 begins_at: u32,
        /// Who leads the visitors.
        4 leader: String,
        /// The leader's telephone.
        5 phone: String,
        /// Who comes.
        6 guests: String,
        /// How many come.
        7 heads: u32,
        /// Where they meet.
        8 meets_at: String,
        /// What to know beforehand.
        9 note: String,
        /// Where it stands.
        10 state: Option<TourState>,
    }
}

record! {
    /// A stop of a tour: one demonstration household, one cooperative or one site.
    Stop, StopField {
        /// The tour.
        1 tour: Option<Id<Tour>>,
        /// Its place in the order, from 1.
        2 position: u32,
        /// The demonstration household.
        3 demonstration: Option<Id<Demonstration>>,
        /// The cooperative.
        4 cooperative: Option<Id<Cooperative>>,
        /// The site.
        5 site: Option<Id<Site>>,
        /// How long one stays, in minutes.
        6 stay: u32,
        /// How long one travels from the stop before, in minutes; 0 where nobody has said it.
        7 travel: u32,
        /// The stop before, for which that was said; nothing for the place where one meets.
        8 travel_from: Option<Id<Stop>>,
        /// From when visitors are welcome, minutes after midnight; 0 means any time.
        9 opens_at: u32,
        /// Until when; 0 means any time.
        10 closes_at: u32,
        /// Its story in one line.
        11 headline: String,
        /// Its story.
        12 story: String,
        /// What to show there.
        13 shows: String,
    }
}

record! {
    /// Somebody who came along and signed in.
    Visitor, VisitorField {
        /// The tour.
        1 tour: Option<Id<Tour>>,
        /// Name.
        2 name: String,
        /// Where they come from.
        3 organisation: String,
        /// Telephone.
        4 phone: String,
        /// The word they left.
        5 words: String,
        /// The stop that impressed them most.
        6 stop: Option<Id<Stop>>,
        /// The specialty they want to learn.
        7 specialty: Option<Id<Specialty>>,
        /// What they want to learn, in their own words.
        8 subject: String,
        /// The member of a household that they are, where they are in the register.
        9 member: Option<Id<Member>>,
        /// The day they signed in.
        10 signed_on: Option<Date>,
    }
}
