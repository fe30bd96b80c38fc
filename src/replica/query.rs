//! Queries: read-only views over the state. They answer with values, in the order in which a screen shows them.
//! A query never writes, never reads the clock (the day is an argument), and never makes text for people.

mod authorship;
pub mod cases;
pub mod directory;
pub mod divisions;
pub mod due;
pub mod duplicates;
pub mod fund;
pub mod pairing;
pub mod prosperity;
pub mod targets;
pub mod training;

use domain::{Id, Kind, Uuid, records};

use crate::State;
use crate::state::Kept;

impl State {
    /// What a record is called, for lists and histories; empty when it has no name of its own.
    #[must_use]
    pub fn title(&self, kind: Kind, id: Uuid) -> String {
        match kind {
            Kind::Division => self.named(id, |record: &records::Division| record.name.clone()),
            Kind::Site => self.named(id, |record: &records::Site| record.name.clone()),
            Kind::Case => cases::name(self, Id::new(id)),
            Kind::Member => self.named(id, |record: &records::Member| record.name.clone()),
            Kind::Specialty => self.named(id, |record: &records::Specialty| record.name.clone()),
            Kind::Category => self.named(id, |record: &records::Category| record.name.clone()),
            Kind::Course => self.named(id, |record: &records::Course| record.title.clone()),
            Kind::Instructor => self.named(id, |record: &records::Instructor| record.name.clone()),
            Kind::Session => self.named(id, |record: &records::Session| training::session_name(self, record)),
            Kind::Cooperative => self.named(id, |record: &records::Cooperative| record.name.clone()),
            Kind::Demonstration => {
                self.named(id, |record: &records::Demonstration| prosperity::demonstration_name(self, record))
            }
            Kind::Helper => self.named(id, |record: &records::Helper| record.name.clone()),
            Kind::Account => self.named(id, |record: &records::Account| record.name.clone()),
            Kind::Entry => self.named(id, |record: &records::Entry| record.narration.clone()),
            Kind::Request => self.named(id, |record: &records::Request| cases::name_of(self, record.case)),
            Kind::Loan => self.named(id, |record: &records::Loan| cases::name_of(self, record.case)),
            Kind::Instalment | Kind::Budget | Kind::Ceiling | Kind::Closing | Kind::Duty => String::new(),
            Kind::Target
            | Kind::Pairing
            | Kind::Need
            | Kind::Visit
            | Kind::Enrolment
            | Kind::Membership
            | Kind::RadiationLink => String::new(),
        }
    }

    fn named<T: Kept>(&self, id: Uuid, name: impl FnOnce(&T) -> String) -> String {
        self.get(Id::new(id)).map(name).unwrap_or_default()
    }
}
