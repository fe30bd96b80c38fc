//! Commands: one file for each intent of a user, with its fields, its check, its ops and its tests.
//! A check reads the state and never changes it; what a merge breaks later is a finding, not a failed check.

pub use domain::Intent;

use domain::schema::REMOVED;
use domain::{AnyRecord, Date, Id, Kind, Problem, Record, Uuid, Value};

use crate::change::{FieldOp, MAX_BYTES, RecordOps};
use crate::state::{Cell, Kept, State};
use crate::world::{World, new_uuid};

mod add_photo;
mod adopt_plan;
mod advance_case;
mod advance_membership;
mod advance_request;
mod call_roll;
mod choose_demonstration;
mod close_period;
mod close_roll;
mod defer_instalment;
mod enrol_cases;
mod enrol_members;
mod join_cases;
mod keep_promise;
mod link_household;
mod open_balances;
mod open_places;
mod pair_case;
mod pay_request;
mod plan_memberships;
mod plan_round;
mod plan_session;
mod plan_visit;
mod post_entry;
mod posting;
mod propose_demonstration;
mod record_result;
mod record_visit;
mod register_case;
mod remove_record;
mod repay_loan;
mod reverse_entry;
mod save_account;
mod save_cooperative;
mod save_emergency;
mod save_fund_rules;
mod save_guidance;
mod save_helper;
mod save_income;
mod save_need;
mod save_notice;
mod save_plan;
mod save_planned;
mod save_programme;
mod save_request;
mod save_selection;
mod save_staff;
mod save_stops;
mod save_teaching;
mod save_tour;
mod settle_conflict;
mod settle_enrolment;
mod settle_finding;
mod sign_visitor;

pub use add_photo::{AddPhoto, RemovePhoto, RevisePhoto};
pub use adopt_plan::AdoptPlan;
pub use advance_case::AdvanceCase;
pub use advance_membership::AdvanceMembership;
pub use advance_request::{AdvanceRequest, Signatory};
pub use call_roll::{AdmitAtDoor, CallRoll, SIGNATURE_MOST};
pub use choose_demonstration::ChooseDemonstration;
pub use close_period::ClosePeriod;
pub use close_roll::CloseRoll;
pub use defer_instalment::DeferInstalment;
pub use enrol_cases::EnrolCases;
pub use enrol_members::EnrolMembers;
pub use join_cases::{GatherJoined, JoinCases, Joining};
pub use keep_promise::{KeepPromise, SavePromise};
pub use link_household::LinkHousehold;
pub use open_balances::{OpenBalances, OpeningLoan, OpeningSource};
pub use open_places::OpenPlaces;
pub use pair_case::{EndPairing, HandOver, PairCase, PairCases, PairEach};
pub use pay_request::PayRequest;
pub use plan_memberships::{AdmitMembers, MOST_PLANNED, PlanMemberships};
pub use plan_round::{MOST as ROUND_MOST, PlanRound};
pub use plan_session::{CancelSession, PlanSession};
pub use plan_visit::PlanVisit;
pub use post_entry::PostEntry;
pub use propose_demonstration::ProposeDemonstration;
pub use record_result::{AskMember, FollowUpTraining, IssueCertificates, PassAll, RecordResult};
pub use record_visit::RecordVisit;
pub use register_case::{Place, RegisterCase, ReviseCase, SaveMember};
pub use remove_record::RemoveRecord;
pub use repay_loan::RepayLoan;
pub use reverse_entry::ReverseEntry;
pub use save_account::{SaveAccount, SetUpAccounts};
pub use save_cooperative::SaveCooperative;
pub use save_emergency::{CloseEmergency, ReportEmergency};
pub use save_fund_rules::{SaveBudget, SaveBudgets, SaveCeiling, SaveDuty};
pub use save_guidance::{SaveGuidanceTeam, SaveOutreach};
pub use save_helper::SaveHelper;
pub use save_income::{SaveIncome, SavePovertyLine};
pub use save_need::SaveNeed;
pub use save_notice::SaveNotice;
pub use save_plan::{CopyPlan, SavePlan, SettlePlan, Source};
pub use save_planned::{MoveSession, RepeatSession, SavePlanned, Which};
pub use save_programme::{SaveSite, SaveTarget};
pub use save_request::{RequestRelief, SaveRequest};
pub use save_selection::{AdoptSelection, FillSelection, PickDemonstrations, SaveSelection, SaveWeights};
pub use save_staff::{NameTablet, SaveStaff};
pub use save_stops::{AddStops, MOST_STOPS, OrderStops, SaveStop};
pub use save_teaching::{SaveCourse, SaveInstructor};
pub use save_tour::{SaveTour, SettleTour};
pub use settle_conflict::SettleConflict;
pub use settle_enrolment::SettleEnrolment;
pub use settle_finding::SettleFinding;
pub use sign_visitor::{SignVisitor, TieVisitor};

/// What a user means to do.
pub trait Command {
    /// What is meant, for the history and for undo.
    fn intent(&self) -> Intent;
    /// What speaks against it; nothing means that it can be done.
    fn check(&self, state: &State, today: Date) -> Vec<Problem>;
    /// Writes it.
    fn write(&self, draft: &mut Draft<'_>);
}

/// The ops of a command in the making.
pub struct Draft<'a> {
    state: &'a State,
    world: &'a dyn World,
    records: Vec<RecordOps>,
}

impl<'a> Draft<'a> {
    pub(crate) fn new(state: &'a State, world: &'a dyn World) -> Self {
        Self { state, world, records: Vec::new() }
    }

    pub(crate) fn into_records(self) -> Vec<RecordOps> {
        self.records
    }

    /// The state before the command.
    #[must_use]
    pub const fn state(&self) -> &'a State {
        self.state
    }

    /// Today.
    #[must_use]
    pub fn today(&self) -> Date {
        self.world.today()
    }

    /// A new record.
    pub fn create<T: Record>(&mut self, record: &T) -> Id<T> {
        let id = new_uuid(self.world);
        self.records.push(new_record(id, T::KIND.number(), T::FIELDS.iter().map(|f| (f.number, record.get(f.number)))));
        Id::new(id)
    }

    /// A record with some fields changed; what stays the same is not written.
    pub fn update<T: Kept>(&mut self, id: Id<T>, change: impl FnOnce(&mut T)) {
        let Some(before) = self.state.get(id) else { return };
        let mut after = before.clone();
        change(&mut after);
        let numbers = T::FIELDS.iter().map(|field| field.number);
        let changed = numbers.filter(|number| before.get(*number) != after.get(*number));
        let fields: Vec<FieldOp> = changed.map(|number| self.field_op::<T>(id, number, after.get(number))).collect();
        if !fields.is_empty() {
            self.records.push(RecordOps { kind: T::KIND.number(), id: id.raw(), fields });
        }
    }

    /// The record of that id as given, or a new one.
    pub fn save<T: Kept>(&mut self, id: Option<Id<T>>, record: &T) -> Id<T> {
        match id {
            Some(id) => {
                self.update(id, |there| *there = record.clone());
                id
            }
            None => self.create(record),
        }
    }

    /// The record of an id that is the same on every tablet, whether it is there yet or not.
    pub fn put<T: Kept>(&mut self, id: Id<T>, record: &T) {
        if self.state.get(id).is_some() {
            return self.update(id, |there| *there = record.clone());
        }
        let numbers = std::iter::once(REMOVED).chain(T::FIELDS.iter().map(|field| field.number));
        let ops = numbers.map(|number| self.field_op::<T>(id, number, record.get(number)));
        let fields: Vec<FieldOp> = ops.filter(|op| op.value != Value::Empty || !op.replaces.is_empty()).collect();
        self.records.push(RecordOps { kind: T::KIND.number(), id: id.raw(), fields });
    }

    /// Removes a record, for a reason.
    pub fn remove<T: Kept>(&mut self, id: Id<T>, reason: &str) {
        let op = self.field_op::<T>(id, REMOVED, Value::Text(reason.to_owned()));
        self.records.push(RecordOps { kind: T::KIND.number(), id: id.raw(), fields: vec![op] });
    }

    /// Sets one field of any kind of record.
    pub fn write_field(&mut self, kind: Kind, id: Uuid, number: u16, value: Value) {
        let replaces = self.state.standing(Cell { kind: kind.number(), id, number });
        self.records.push(RecordOps { kind: kind.number(), id, fields: vec![FieldOp { number, value, replaces }] });
    }

    fn field_op<T: Record>(&self, id: Id<T>, number: u16, value: Value) -> FieldOp {
        let cell = Cell { kind: T::KIND.number(), id: id.raw(), number };
        FieldOp { number, value, replaces: self.state.standing(cell) }
    }
}

fn new_record(id: Uuid, kind: u16, fields: impl Iterator<Item = (u16, Value)>) -> RecordOps {
    let fields = fields.filter(|(_, value)| *value != Value::Empty);
    RecordOps { kind, id, fields: fields.map(|(number, value)| FieldOp { number, value, replaces: vec![] }).collect() }
}

/// Records made elsewhere, in batches that each fit into one change.
pub(crate) fn drafted_records(records: &[(Uuid, AnyRecord)]) -> Vec<Vec<RecordOps>> {
    let mut batches: Vec<Vec<RecordOps>> = Vec::new();
    let mut left = 0;
    for (id, record) in records {
        let fields = record.kind().fields().iter().map(|field| (field.number, record.get(field.number)));
        let ops = new_record(*id, record.kind().number(), fields);
        let size = postcard::to_stdvec(&ops).map_or(0, |bytes| bytes.len());
        if batches.is_empty() || size > left {
            batches.push(Vec::new());
            left = MAX_BYTES / 2;
        }
        left = left.saturating_sub(size);
        if let Some(batch) = batches.last_mut() {
            batch.push(ops);
        }
    }
    batches
}
