//! A tablet for these tests: a store with a village, two cases, and short ways to post.

use std::rc::Rc;

use domain::fund::standard;
use domain::records::{
    AccountKind, Case, Division, DivisionLevel, Entry, Loan, Member, Purpose, Relation, Request, RequestKind,
    RequestStep, Stage,
};
use domain::value::Fen;
use domain::{AnyRecord, Date, Fault, Field, FieldRef, Id, Kind, Problem, Record, Uuid};
use futures::executor::block_on;
use locales::Language;
use locales::fault::named;
use replica::command::{AdvanceRequest, PayRequest, PostEntry, SaveRequest, Signatory};
use replica::query::fund;
use replica::state::Kept;
use replica::testing::TestWorld;
use replica::{Command, Intent, MemoryStorage, Refusal, Saved, Storage, Store, World};

pub(crate) fn day(ordinal: u16) -> Date {
    Date::from_ordinal_date(2026, ordinal).expect("a day")
}

pub(crate) fn today() -> Date {
    day(327)
}

pub(crate) fn id<T: Record>(number: u128) -> Id<T> {
    Id::new(Uuid::from_u128(number))
}

pub(crate) fn at(field: impl Field) -> Option<FieldRef> {
    Some(field.reference())
}

/// 赵永发's case.
pub(crate) const ZHAO: u128 = 101;
/// 孙桂兰's case.
pub(crate) const SUN: u128 = 102;

pub(crate) struct Tablet {
    pub(crate) storage: Rc<MemoryStorage>,
    pub(crate) store: Store,
}

impl Tablet {
    pub(crate) fn new(seed: u64) -> Self {
        let storage = Rc::new(MemoryStorage::default());
        let world: Rc<dyn World> = Rc::new(TestWorld::new(today(), seed));
        let store = block_on(Store::open(storage.clone(), world)).expect("opens");
        Self { storage, store }
    }

    /// A tablet with a county, a village and two cases.
    pub(crate) fn set_up(seed: u64) -> Self {
        let tablet = Self::new(seed);
        let division = |name: &str, level, parent: Option<u128>| Division {
            name: name.into(),
            level: Some(level),
            parent: parent.map(id),
            ..Division::default()
        };
        tablet.fill(1, division("梨树县", DivisionLevel::County, None));
        tablet.fill(2, division("十家堡镇", DivisionLevel::Township, Some(1)));
        tablet.fill(3, division("东岗村", DivisionLevel::Village, Some(2)));
        for (number, name) in [(ZHAO, "赵永发"), (SUN, "孙桂兰")] {
            tablet.fill(number, Case { village: Some(id(3)), stage: Some(Stage::Supported), ..Case::default() });
            let (case, relation) = (Some(id(number)), Some(Relation::Head));
            tablet.fill(number + 100, Member { case, name: name.into(), relation, ..Member::default() });
        }
        tablet
    }

    /// Three tablets with the same beginnings.
    pub(crate) fn three() -> [Self; 3] {
        let tablets = [Self::set_up(1), Self::new(2), Self::new(3)];
        tablets[1..].iter().for_each(|tablet| tablet.take(&tablets[0]));
        tablets
    }

    /// The same tablet, started anew over its disk, with its snapshot or without.
    pub(crate) fn reopened(&self) -> Store {
        block_on(Store::open(self.storage.clone(), self.store.world())).expect("opens again")
    }

    pub(crate) fn fill<T: Into<AnyRecord>>(&self, number: u128, record: T) {
        block_on(self.store.fill(Intent::SetUp, &[(Uuid::from_u128(number), record.into())])).expect("fills");
    }

    pub(crate) fn run(&self, command: &dyn Command) -> Saved {
        block_on(self.store.run(command)).expect("saves")
    }

    /// Runs a command; answers whether it was done, and fails on anything but a refusal with its reasons.
    pub(crate) fn tries(&self, command: &dyn Command) -> bool {
        match block_on(self.store.run(command)) {
            Ok(_) => true,
            Err(Refusal::Problems(problems)) => {
                assert!(!problems.is_empty());
                problems.iter().for_each(assert_said);
                false
            }
            Err(other) => panic!("{other:?}"),
        }
    }

    pub(crate) fn refused(&self, command: &dyn Command) -> Vec<(Option<FieldRef>, Fault)> {
        let Err(Refusal::Problems(problems)) = block_on(self.store.run(command)) else { panic!("not refused") };
        problems.iter().for_each(assert_said);
        problems.into_iter().map(|problem| (problem.field, problem.fault)).collect()
    }

    /// The rows of what is wrong.
    pub(crate) fn rows_refused(&self, command: &dyn Command) -> Vec<(usize, Fault)> {
        let Err(Refusal::Problems(problems)) = block_on(self.store.run(command)) else { panic!("not refused") };
        problems.into_iter().map(|problem| (problem.row, problem.fault)).collect()
    }

    /// Takes in what the other has.
    pub(crate) fn take(&self, other: &Self) {
        let known = self.store.state().vector().clone();
        let frames = block_on(other.storage.read_after(&known)).expect("reads");
        block_on(self.storage.append(&frames)).expect("appends");
        block_on(self.store.catch_up()).expect("catches up");
    }

    /// Runs a command that makes one record of a kind, and answers its id.
    pub(crate) fn made<T: Kept>(&self, command: &dyn Command) -> Id<T> {
        let ids = || -> Vec<Id<T>> { self.store.state().all::<T>().iter().map(|(id, _)| id).collect() };
        let before = ids();
        self.run(command);
        ids().into_iter().find(|id| !before.contains(id)).expect("a new one")
    }

    pub(crate) fn balance(&self, kind: AccountKind) -> i64 {
        fund::Ledger::of(&self.store.state()).balance(standard(kind)).0
    }

    /// What is left, by source and earmark.
    pub(crate) fn left(&self) -> Vec<(AccountKind, Option<Purpose>, i64)> {
        let lines = fund::sources(&self.store.state(), today());
        let parts = lines.iter().flat_map(|line| line.left.iter().map(|(earmark, fen)| (line.kind, *earmark, fen.0)));
        parts.map(|(kind, earmark, fen)| (kind.expect("a source"), earmark, fen)).collect()
    }

    pub(crate) fn draft(&self, request: Request) -> Id<Request> {
        self.made(&SaveRequest { id: None, request })
    }

    pub(crate) fn step(&self, id: Id<Request>, step: RequestStep, name: &str) -> AdvanceRequest {
        AdvanceRequest { id, step, by: signer(name), on: today(), note: "核对无误".into() }
    }

    /// Brings a draft to its approval, by two persons.
    pub(crate) fn approve(&self, id: Id<Request>) {
        self.run(&self.step(id, RequestStep::Submit, "王会计"));
        self.run(&self.step(id, RequestStep::Review, "李主任"));
        self.run(&self.step(id, RequestStep::Approve, "陈书记"));
        if fund::needs_second(&self.store.state(), self.store.state().get(id).expect("there")) {
            self.run(&self.step(id, RequestStep::Approve, "刘县长"));
        }
    }

    pub(crate) fn lend(&self, case: u128, yuan: i64, instalments: u32, rate: u32) -> Id<Loan> {
        let request = self.draft(asks_loan(case, yuan, instalments, rate));
        self.approve(request);
        self.made(&pay(request))
    }
}

/// Every problem is a sentence in each language, at the name of its field.
fn assert_said(problem: &Problem) {
    for language in Language::ALL {
        let said = named(language, problem);
        let label = problem.field.map(|field| language.field(field)).unwrap_or_default();
        assert!(said.starts_with(&label) && said.ends_with(['。', '.']), "{problem:?}: {said}");
        assert!(!said.contains(language.fault_other()), "{problem:?} has words of its own");
    }
}

/// Who signs, in a village where nobody shared out the work.
pub(crate) fn signer(name: &str) -> Signatory {
    Signatory { staff: None, name: name.into() }
}

pub(crate) fn pay(id: Id<Request>) -> PayRequest {
    let (account, by) = (standard(AccountKind::Bank), signer("赵出纳"));
    PayRequest { id, account, on: today(), by, voucher: "0007".into(), source: None, receipt: None }
}

pub(crate) fn asks(case: u128, purpose: Purpose, yuan: i64) -> Request {
    Request {
        case: Some(id(case)),
        kind: Some(RequestKind::Grant),
        purpose: Some(purpose),
        amount: Fen(yuan * 100),
        grounds: "家中困难".into(),
        ..Request::default()
    }
}

pub(crate) fn asks_loan(case: u128, yuan: i64, instalments: u32, rate: u32) -> Request {
    let kind = Some(RequestKind::Loan);
    Request { kind, months: 12, instalments, rate, ..asks(case, Purpose::StartUp, yuan) }
}

pub(crate) fn entry(on: u16, debit: AccountKind, credit: AccountKind, yuan: i64) -> Entry {
    Entry {
        on: Some(day(on)),
        narration: "记账".into(),
        debit: Some(standard(debit)),
        credit: Some(standard(credit)),
        amount: Fen(yuan * 100),
        ..Entry::default()
    }
}

/// Money received from a source, with an earmark or without.
pub(crate) fn receipt(on: u16, source: AccountKind, earmark: Option<Purpose>, yuan: i64) -> PostEntry {
    PostEntry { entry: Entry { purpose: earmark, ..entry(on, AccountKind::Bank, source, yuan) } }
}

/// Money spent on a case.
pub(crate) fn payment(on: u16, spent_on: AccountKind, case: u128, yuan: i64) -> PostEntry {
    PostEntry { entry: Entry { case: Some(id(case)), ..entry(on, spent_on, AccountKind::Bank, yuan) } }
}

/// When a record was made, by its history.
pub(crate) fn time_of(tablet: &Tablet, kind: Kind, id: Uuid) -> replica::Timestamp {
    block_on(tablet.store.history(kind, id)).expect("history")[0].time
}
