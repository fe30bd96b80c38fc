//! Photos: what is known of each. The bytes themselves lie outside the records, beside the log: text never waits for them.

use time::Date;

use crate::records::{Case, Emergency, Need, Request, Visit};
use crate::{Id, choice};

choice! {
    /// What a photo shows.
    PhotoSubject {
        /// An identity card.
        IdentityCard = 1,
        /// The household's register.
        HouseholdRegister = 2,
        /// A disability card.
        DisabilityCard = 3,
        /// A diagnosis, or another paper of a hospital.
        Diagnosis = 4,
        /// A letter of admission to a school.
        Admission = 5,
        /// A receipt or an invoice.
        Receipt = 6,
        /// What it looks like on the spot.
        Scene = 7,
        /// Something else.
        Other = 9,
    }
}

impl PhotoSubject {
    /// Whether it names a person to strangers, or tells of an illness.
    #[must_use]
    pub const fn is_private(self) -> bool {
        matches!(self, Self::IdentityCard | Self::HouseholdRegister | Self::DisabilityCard | Self::Diagnosis)
    }
}

record! {
    /// A photo. It belongs to a household, and may belong to one thing of it.
    Photo, PhotoField {
        /// The case.
        1 case: Option<Id<Case>>,
        /// The visit at which it was taken.
        2 visit: Option<Id<Visit>>,
        /// The emergency that it shows.
        3 emergency: Option<Id<Emergency>>,
        /// The request that it is a proof for.
        4 request: Option<Id<Request>>,
        /// The need that it is about.
        5 need: Option<Id<Need>>,
        /// What it shows.
        6 shows: Option<PhotoSubject>,
        /// What else to know.
        7 caption: String,
        /// The day it was taken.
        8 taken_on: Option<Date>,
        /// How many bytes it has.
        9 size: u32,
        /// How many points it is wide.
        10 width: u32,
        /// How many points it is high.
        11 height: u32,
        /// The SHA-256 of its bytes (JPEG), in hexadecimal digits.
        12 digest: String,
        /// In how many pieces it lies on the disk, the small picture included.
        13 pieces: u32,
        /// The SHA-256 of the small picture (JPEG), in hexadecimal digits.
        14 thumbnail_digest: String,
    }
}

impl Photo {
    /// Whether it is covered until somebody asks for it; so is one of which nobody has said what it shows.
    #[must_use]
    pub fn is_private(&self) -> bool {
        self.shows.is_none_or(PhotoSubject::is_private)
    }
}
