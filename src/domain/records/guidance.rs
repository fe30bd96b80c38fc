//! Guidance teams, and science brought to the countryside. A team's home visits are visits.

use time::Date;

use crate::Id;
use crate::records::Division;

record! {
    /// A guidance team: technicians of agriculture, farm machinery or livestock who go into homes, advise and follow up.
    GuidanceTeam, GuidanceTeamField {
        /// Its name.
        1 name: String,
        /// The organisation that sends it.
        2 organisation: String,
        /// What it knows.
        3 subject: String,
        /// Who belongs to it, with their titles.
        4 people: String,
        /// The county in which it works.
        5 county: Option<Id<Division>>,
        /// Telephone.
        6 phone: String,
        /// What else is to be known.
        7 note: String,
    }
}

record! {
    /// Techniques, information and services brought to a village.
    Outreach, OutreachField {
        /// The day.
        1 on: Option<Date>,
        /// The village.
        2 village: Option<Id<Division>>,
        /// What it is about.
        3 topic: String,
        /// The guidance team that goes, if one does.
        4 team: Option<Id<GuidanceTeam>>,
        /// How many people came; 0 while it lies ahead.
        5 headcount: u32,
        /// What was handed out.
        6 materials: String,
        /// How it went.
        7 note: String,
    }
}
