//! Queries: read-only views over the state. They answer with values, in the order in which a screen shows them.
//! A query never writes, never reads the clock (the day is an argument), and never makes text for people.

pub mod authors;
pub mod cases;
pub mod conflicts;
pub mod directory;
pub mod divisions;
pub mod due;
pub mod duplicates;
pub mod emergencies;
pub mod findings;
pub mod fund;
pub mod guidance;
pub mod incomes;
pub mod joins;
pub mod life;
pub mod needs;
pub mod pairing;
pub mod photos;
pub mod promises;
pub mod prosperity;
pub mod rounds;
pub mod targets;
pub mod training;

use domain::{Id, Kind, Uuid, Value, records};

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
            Kind::Plan => self.named(id, |record: &records::Plan| record.name.clone()),
            Kind::PlannedSession => {
                self.named(id, |record: &records::PlannedSession| training::course_title(self, &record.session()))
            }
            Kind::Tour => self.named(id, |record: &records::Tour| record.title.clone()),
            Kind::Stop => self.named(id, |record: &records::Stop| prosperity::tours::stop_name(self, record)),
            Kind::Visitor => self.named(id, |record: &records::Visitor| record.name.clone()),
            Kind::SelectionDraft => self.named(id, |record: &records::SelectionDraft| record.name.clone()),
            Kind::Helper => self.named(id, |record: &records::Helper| record.name.clone()),
            Kind::GuidanceTeam => self.named(id, |record: &records::GuidanceTeam| record.name.clone()),
            Kind::Outreach => self.named(id, |record: &records::Outreach| record.topic.clone()),
            Kind::Account => self.named(id, |record: &records::Account| record.name.clone()),
            Kind::Entry => self.named(id, |record: &records::Entry| record.narration.clone()),
            Kind::Request => self.named(id, |record: &records::Request| cases::name_of(self, record.case)),
            Kind::Loan => self.named(id, |record: &records::Loan| cases::name_of(self, record.case)),
            Kind::Staff => self.named(id, |record: &records::Staff| record.name.clone()),
            Kind::Tablet => self.named(id, |record: &records::Tablet| record.name.clone()),
            Kind::Instalment | Kind::Budget | Kind::Ceiling | Kind::Closing | Kind::Duty => String::new(),
            Kind::Emergency => self.named(id, |record: &records::Emergency| cases::name_of(self, record.case)),
            Kind::Notice => self.named(id, |record: &records::Notice| cases::name_of(self, record.case)),
            Kind::Income => self.named(id, |record: &records::Income| cases::name_of(self, record.case)),
            Kind::CaseStep => self.named(id, |record: &records::CaseStep| cases::name_of(self, record.case)),
            Kind::Photo => self.named(id, |record: &records::Photo| cases::name_of(self, record.case)),
            Kind::Settlement
            | Kind::PovertyLine
            | Kind::Target
            | Kind::Pairing
            | Kind::Need
            | Kind::Visit
            | Kind::Enrolment
            | Kind::Attendance
            | Kind::Membership
            | Kind::SelectionPick
            | Kind::ScoreWeights
            | Kind::RadiationLink => String::new(),
            Kind::Promise => self.named(id, |record: &records::Promise| record.what.clone()),
        }
    }

    /// What a record is called, or was called before it was removed.
    #[must_use]
    pub fn title_ever(&self, kind: Kind, id: Uuid) -> String {
        let title = self.title(kind, id);
        if !title.is_empty() {
            return title;
        }
        let name = kind.fields().iter().find(|field| matches!(field.name, "name" | "title"));
        match name.map(|field| self.last_value(kind, id, field.number)) {
            Some(Value::Text(name)) => name,
            _ => title,
        }
    }

    fn named<T: Kept>(&self, id: Uuid, name: impl FnOnce(&T) -> String) -> String {
        self.get(Id::new(id)).map(name).unwrap_or_default()
    }
}
