//! Divisions, sites and targets: the ground on which the programme stands.

use crate::records::FundRole;
use crate::{Id, choice};

choice! {
    /// The level of a division, from the city to the village.
    DivisionLevel {
        /// A prefecture-level city.
        City = 1,
        /// A county, county-level city or district.
        County = 2,
        /// A township, town or street.
        Township = 3,
        /// An administrative village or community.
        Village = 4,
    }
}

choice! {
    /// What a site is for.
    SiteKind {
        /// The city's entrepreneurship training centre.
        Centre = 1,
        /// A county's training base.
        TrainingBase = 2,
        /// A practice base.
        PracticeBase = 3,
        /// A service centre (county).
        ServiceCentre = 4,
        /// A service station (township).
        ServiceStation = 5,
        /// A service point (village).
        ServicePoint = 6,
        /// A Party school, university or adult-education school.
        School = 7,
    }
}

choice! {
    /// What a target counts, in a year.
    Indicator {
        /// Households supported, to be lifted in the same year.
        HouseholdsSupported = 1,
        /// Needy members trained.
        MembersTrained = 2,
        /// … of them rural members in science-and-technology training.
        RuralTrained = 3,
        /// Trainings for each member.
        TrainingsEach = 4,
        /// Demonstration households cultivated.
        DemonstrationHouseholds = 5,
    }
}

record! {
    /// A division of the country.
    Division, DivisionField {
        /// Its name, as signposts say it.
        1 name: String,
        /// Its level.
        2 level: Option<DivisionLevel>,
        /// The division that it belongs to.
        3 parent: Option<Id<Division>>,
        /// Its code of GB/T 2260, six digits, where it has one.
        4 code: String,
    }
}

record! {
    /// A place where the programme trains or serves.
    Site, SiteField {
        /// Its name.
        1 name: String,
        /// What it is for.
        2 kind: Option<SiteKind>,
        /// The division it is in.
        3 division: Option<Id<Division>>,
        /// Where it is.
        4 address: String,
        /// How many people it seats.
        5 seats: u32,
        /// Whom to ask.
        6 contact: String,
        /// A telephone number.
        7 phone: String,
        /// What is taught or practised there.
        8 note: String,
    }
}

record! {
    /// A target of a year.
    Target, TargetField {
        /// What it counts.
        1 indicator: Option<Indicator>,
        /// The year.
        2 year: u32,
        /// How many.
        3 value: u32,
        /// Where; nowhere means the whole city.
        4 division: Option<Id<Division>>,
    }
}

record! {
    /// A person who works with an installation. Changes carry whose they are.
    Staff, StaffField {
        /// Name.
        1 name: String,
        /// What they do.
        2 post: String,
        /// A telephone number.
        3 phone: String,
        /// What they do for the fund.
        4 duties: Vec<FundRole>,
    }
}

record! {
    /// A tablet: one incarnation of an installation.
    Tablet, TabletField {
        /// Its name.
        1 name: String,
        /// The replica, 32 hexadecimal digits.
        2 replica: String,
        /// The public key with which bundles are locked for it (age's `age1…`).
        3 recipient: String,
    }
}

record! {
    /// A finding that was settled by a person's word: it is as it should be.
    Settlement, SettlementField {
        /// The finding's key.
        1 finding: String,
        /// What the person said.
        2 note: String,
    }
}
