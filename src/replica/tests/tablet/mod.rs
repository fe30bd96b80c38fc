//! Tablets for tests: the production store over a disk that can be damaged and copied. Only clocks and chance are counters.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]
#![allow(dead_code, clippy::allow_attributes, reason = "each test binary uses its own part of it")]

use std::rc::Rc;

use domain::schema::REMOVED;
use domain::{Date, Kind, Problem, Uuid, Value};
use futures::executor::block_on;
use replica::change::{FieldOp, Hash, RecordOps, Signed};
use replica::command::Draft;
use replica::signer::{SeedSigner, replica_of};
use replica::store::SCOPE;
use replica::testing::{Disk, TestWorld};
use replica::{
    Change, ChangeId, Command, Import, ImportError, Intent, Refusal, ReplicaId, Report, Saved, Signer as _, State,
    Store, Timestamp,
};

/// 23 November 2026.
pub(crate) fn today() -> Date {
    Date::from_ordinal_date(2026, 327).expect("a day")
}

/// Sets one field of one record, as a form with one field would.
pub(crate) struct SetField(pub(crate) Kind, pub(crate) u128, pub(crate) u16, pub(crate) Value);

impl Command for SetField {
    fn intent(&self) -> Intent {
        Intent::SaveStaff
    }

    fn check(&self, _: &State, _: Date) -> Vec<Problem> {
        vec![]
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.write_field(self.0, Uuid::from_u128(self.1), self.2, self.3.clone());
    }
}

/// A tablet.
pub(crate) struct Tablet {
    /// Its disk.
    pub(crate) disk: Rc<Disk>,
    /// Its clock and chance.
    pub(crate) world: Rc<TestWorld>,
    /// Its store.
    pub(crate) store: Store,
}

impl Tablet {
    /// A new tablet; those with other seeds draw other chances.
    pub(crate) fn new(seed: u64) -> Self {
        Self::over(Rc::default(), seed)
    }

    /// A tablet that finds that disk.
    pub(crate) fn over(disk: Rc<Disk>, seed: u64) -> Self {
        let world = Rc::new(TestWorld::new(today(), seed));
        let store = block_on(Store::open(disk.clone(), world.clone())).expect("opens");
        Self { disk, world, store }
    }

    /// The same tablet, started anew.
    pub(crate) fn reopened(&self) -> Store {
        block_on(Store::open(self.disk.clone(), self.world.clone())).expect("opens again")
    }

    /// A tablet that begins as a copy of this one's files.
    pub(crate) fn cloned(&self, seed: u64) -> Self {
        Self::over(Rc::new(self.disk.copy()), seed)
    }

    pub(crate) fn run(&self, command: &dyn Command) -> Result<Saved, Refusal> {
        block_on(self.store.run(command))
    }

    /// Names a person of the staff, a record of one short name.
    pub(crate) fn name(&self, record: u128, name: &str) -> ChangeId {
        let saved = self.run(&SetField(Kind::Staff, record, 1, Value::Text(name.into())));
        saved.expect("saves").change.expect("a change")
    }

    /// Names that person so, one name after the other.
    pub(crate) fn names(&self, record: u128, names: &[&str]) {
        names.iter().for_each(|name| {
            self.name(record, name);
        });
    }

    /// Removes that person.
    pub(crate) fn remove(&self, record: u128) -> ChangeId {
        let saved = self.run(&SetField(Kind::Staff, record, REMOVED, Value::Text("left".into())));
        saved.expect("saves").change.expect("a change")
    }

    pub(crate) fn own(&self) -> ReplicaId {
        self.store.own_replica().expect("it has written")
    }

    pub(crate) fn hash(&self) -> Hash {
        self.store.state().canonical_hash()
    }

    /// All that it would carry out.
    pub(crate) fn all(&self) -> Vec<Vec<u8>> {
        block_on(self.store.outgoing(None)).expect("reads").0
    }

    pub(crate) fn examine(&self, changes: &[Vec<u8>]) -> Result<Import, ImportError> {
        block_on(self.store.examine(changes, async |_, _| true))
    }

    /// Takes changes in; answers what the dry run said.
    pub(crate) fn take(&self, changes: &[Vec<u8>]) -> Report {
        let import = self.examine(changes).expect("can be taken");
        let report = import.report.clone();
        block_on(self.store.accept(import, replica::testing::replica(99))).expect("is taken");
        report
    }

    /// Takes in all of another tablet.
    pub(crate) fn merge(&self, other: &Self) -> Report {
        self.take(&other.all())
    }

    /// What forks set aside.
    pub(crate) fn aside(&self) -> Vec<Signed> {
        block_on(self.store.aside()).expect("reads")
    }

    /// Lets in what a fork set aside of that chain.
    pub(crate) fn adopt(&self, replica: ReplicaId) {
        block_on(self.store.adopt_aside(replica)).expect("saves");
    }

    /// What a person's record shows.
    pub(crate) fn shown(&self, record: u128) -> Option<String> {
        let state = self.store.state();
        state.get(domain::Id::<domain::records::Staff>::new(Uuid::from_u128(record))).map(|staff| staff.name.clone())
    }
}

/// A chain whose key is in the test's hands: it can sign what no tablet would.
pub(crate) struct Hand {
    seed: u8,
    signer: SeedSigner,
    /// The next place in the chain.
    pub(crate) seq: u32,
    /// The hash of the last change.
    pub(crate) previous: Hash,
    /// The moment of the next change, in milliseconds.
    pub(crate) millis: u64,
    /// The scope of the next change.
    pub(crate) scope: u32,
}

impl Hand {
    pub(crate) fn new(seed: u8) -> Self {
        let signer = SeedSigner::new(&[seed; 32]);
        Self { seed, signer, seq: 1, previous: [0; 32], millis: 1_790_000_000_000, scope: SCOPE }
    }

    /// A clone, that goes on by itself.
    pub(crate) fn copy(&self) -> Self {
        Self { seq: self.seq, previous: self.previous, millis: self.millis, ..Self::new(self.seed) }
    }

    pub(crate) fn replica(&self) -> ReplicaId {
        replica_of(&self.signer.public_key())
    }

    /// The next change of the chain, that sets one field.
    pub(crate) fn set(
        &mut self,
        kind: u16,
        record: u128,
        number: u16,
        value: Value,
        replaces: Vec<ChangeId>,
    ) -> Signed {
        let fields = vec![FieldOp { number, value, replaces }];
        self.write(vec![RecordOps { kind, id: Uuid::from_u128(record), fields }])
    }

    /// The next change of the chain.
    pub(crate) fn write(&mut self, records: Vec<RecordOps>) -> Signed {
        let id = ChangeId { replica: self.replica(), seq: self.seq };
        let time = Timestamp::new(self.millis, 0);
        let change = Change { scope: self.scope, id, previous: self.previous, time, author: None, intent: 9, records };
        let signed = block_on(change.sign(&self.signer)).expect("it signs");
        (self.seq, self.previous, self.millis) = (self.seq + 1, signed.hash, self.millis + 1);
        signed
    }

    /// The next change of the chain, that names a person of the staff.
    pub(crate) fn name(&mut self, record: u128, name: &str) -> Signed {
        self.set(Kind::Staff.number(), record, 1, Value::Text(name.into()), vec![])
    }
}

/// The bytes of changes, as a bundle carries them.
pub(crate) fn bytes_of(changes: &[Signed]) -> Vec<Vec<u8>> {
    changes.iter().map(|signed| signed.bytes.clone()).collect()
}
