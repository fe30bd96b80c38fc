//! Small worlds, all of them: every sequence of a few events among two or three tablets. At its end all tell each other
//! everything, and then all show the same, and nothing that was saved is lost.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod tablet;

use std::collections::BTreeSet;
use std::rc::Rc;

use domain::schema::REMOVED;
use domain::{Kind, Uuid, Value};
use replica::change::{FieldOp, RecordOps};
use replica::testing::{Disk, Naive, hash_of};
use replica::{Change, ChangeId, ReplicaId, State};
use tablet::Tablet;

/// What can happen among tablets that have one record.
#[derive(Clone, Copy, Debug)]
enum Event {
    /// A tablet names it.
    Name(usize),
    /// A tablet removes it, or brings it back.
    Remove(usize),
    /// The second tablet hears all that the first knows.
    Tell(usize, usize),
}

/// Tablets as plain folds, without a disk.
#[derive(Clone, Default)]
struct Folds {
    states: Vec<State>,
    chains: Vec<Vec<Change>>,
}

impl Folds {
    fn new(tablets: usize) -> Self {
        Self { states: vec![State::default(); tablets], chains: vec![vec![]; tablets] }
    }

    fn happens(&mut self, event: Event) {
        match event {
            Event::Name(at) => self.write(at, 1, Value::Text(format!("{at}"))),
            Event::Remove(at) => {
                let is_removed = self.states[at].get(domain::Id::<domain::records::Staff>::new(RECORD)).is_none();
                self.write(at, REMOVED, if is_removed { Value::Empty } else { Value::Text("left".into()) });
            }
            Event::Tell(from, to) => {
                let known = self.states[from].vector().clone();
                for change in self.chains.iter().flatten().filter(|change| known.has(change.id)) {
                    self.states[to].fold(change, hash_of(change));
                }
            }
        }
    }

    /// All wall clocks stand still: what is later is told by the hybrid clock alone.
    fn write(&mut self, at: usize, number: u16, value: Value) {
        let (state, chain) = (&mut self.states[at], &mut self.chains[at]);
        let replica = ReplicaId([u8::try_from(at).expect("few"); 16]);
        let id = ChangeId { replica, seq: u32::try_from(chain.len()).expect("few") + 1 };
        let fields = vec![FieldOp { number, value, replaces: state.heads(KIND, RECORD, number) }];
        let records = vec![RecordOps { kind: KIND, id: RECORD, fields }];
        let (previous, time) = (chain.last().map_or([0; 32], hash_of), state.clock().tick(1000));
        let change = Change { scope: 0, id, previous, time, author: None, intent: 0, records };
        state.fold(&change, hash_of(&change));
        assert_eq!(state.heads(KIND, RECORD, number), [id], "what is saved is shown, over all that was seen");
        chain.push(change);
    }

    /// All tell each other everything: each in another order.
    fn check_end(&self, path: &[Event]) {
        let mut naive = Naive::default();
        self.chains.iter().flatten().for_each(|change| naive.add_as(change, hash_of(change)));
        let mut hashes = BTreeSet::new();
        for (at, state) in self.states.iter().enumerate() {
            let mut state = state.clone();
            for turn in 0..self.chains.len() {
                for change in &self.chains[(at + turn) % self.chains.len()] {
                    state.fold(change, hash_of(change));
                }
            }
            assert_eq!(naive.difference(&state), None, "{path:?}");
            hashes.insert(state.canonical_hash());
        }
        assert_eq!(hashes.len(), 1, "{path:?}");
    }
}

const KIND: u16 = Kind::Staff.number();
const RECORD: Uuid = Uuid::from_u128(1);

fn each_world(folds: &Folds, events: &[Event], left: usize, path: &mut Vec<Event>, seen: &mut usize) {
    if left == 0 {
        *seen += 1;
        return folds.check_end(path);
    }
    for event in events {
        let mut next = folds.clone();
        next.happens(*event);
        path.push(*event);
        each_world(&next, events, left - 1, path, seen);
        path.pop();
    }
}

fn worlds(tablets: usize, events: &[Event], length: usize) -> usize {
    let mut seen = 0;
    each_world(&Folds::new(tablets), events, length, &mut Vec::new(), &mut seen);
    seen
}

#[test]
fn two_tablets_and_six_events() {
    use Event::{Name, Remove, Tell};
    let events = [Name(0), Remove(0), Name(1), Tell(0, 1), Tell(1, 0)];
    assert_eq!(worlds(2, &events, 6), 15_625);
}

#[test]
fn three_tablets_and_five_events() {
    use Event::{Name, Tell};
    let events = [Name(0), Name(1), Name(2), Tell(0, 1), Tell(1, 2), Tell(2, 0)];
    assert_eq!(worlds(3, &events, 5), 7_776);
}

/// What can happen to two whole tablets, each with a disk.
#[derive(Clone, Copy, Debug)]
enum Fate {
    /// A tablet saves.
    Save(usize),
    /// A tablet takes in a bundle of the other.
    Hear(usize),
    /// A tablet's files become a copy of the other's.
    Clone(usize),
    /// A tablet loses everything, and starts empty.
    Wipe(usize),
}

/// Two tablets, and what was saved on them and is still on a disk.
struct Pair {
    disks: [Rc<Disk>; 2],
    drawn: u64,
    saved: BTreeSet<Vec<u8>>,
}

impl Pair {
    fn copy(&self) -> Self {
        let disks = [0, 1].map(|at: usize| Rc::new(self.disks[at].copy()));
        Self { disks, drawn: self.drawn, saved: self.saved.clone() }
    }

    /// The tablet, started anew; it draws chances that nobody has drawn.
    fn tablet(&mut self, at: usize) -> Tablet {
        self.drawn += 1;
        Tablet::over(self.disks[at].clone(), self.drawn)
    }

    fn happens(&mut self, fate: Fate) {
        match fate {
            Fate::Save(at) => {
                let tablet = self.tablet(at);
                let id = tablet.name(1, &format!("{}", self.drawn));
                self.saved.insert(self.disks[at].files.borrow().log[&id].bytes.clone());
            }
            Fate::Hear(at) => {
                let bundle = self.tablet(1 - at).all();
                self.tablet(at).take(&bundle);
            }
            Fate::Clone(at) => self.disks[at] = Rc::new(self.disks[1 - at].copy()),
            Fate::Wipe(at) => self.disks[at] = Rc::new(Disk::default()),
        }
        let held: BTreeSet<Vec<u8>> = [0, 1].iter().flat_map(|at| self.tablet(*at).all()).collect();
        self.saved.retain(|bytes| held.contains(bytes));
    }

    fn check_end(&mut self, path: &[Fate]) {
        // Once each way, and back: the first may have had to be told of a fork.
        [0, 1, 0].iter().for_each(|at| self.happens(Fate::Hear(*at)));
        let [one, other] = [self.tablet(0), self.tablet(1)];
        assert_eq!(one.hash(), other.hash(), "{path:?}");
        assert!(one.store.broken().is_empty() && other.store.broken().is_empty(), "{path:?}");
        let held: BTreeSet<Vec<u8>> = one.all().into_iter().collect();
        assert!(self.saved.is_subset(&held), "{path:?}");
        let mut naive = Naive::default();
        for bytes in &held {
            naive.add(&replica::change::Signed::decode(bytes).expect("a change"));
        }
        assert_eq!(naive.difference(&one.store.state()), None, "{path:?}");
        let forks = one.store.forks();
        let id_of = |bytes: &Vec<u8>| replica::change::Signed::decode(bytes).expect("a change").change.id;
        for id in self.saved.iter().map(id_of) {
            let is_aside = forks.iter().any(|fork| fork.replica == id.replica && fork.seq <= id.seq);
            assert!(is_aside || one.store.state().vector().has(id), "{id:?} counts or is shown as set aside, {path:?}");
        }
    }
}

fn each_fate(pair: &Pair, fates: &[Fate], left: usize, path: &mut Vec<Fate>, seen: &mut usize) {
    if left == 0 {
        *seen += 1;
        return pair.copy().check_end(path);
    }
    for fate in fates {
        let mut next = pair.copy();
        next.happens(*fate);
        path.push(*fate);
        each_fate(&next, fates, left - 1, path, seen);
        path.pop();
    }
}

#[test]
fn two_whole_tablets_with_clones_and_losses() {
    use Fate::{Clone, Hear, Save, Wipe};
    let fates = [Save(0), Save(1), Hear(0), Hear(1), Clone(1), Wipe(0)];
    let pair = Pair { disks: Default::default(), drawn: 0, saved: BTreeSet::new() };
    let mut seen = 0;
    each_fate(&pair, &fates, 4, &mut Vec::new(), &mut seen);
    assert_eq!(seen, 1_296);
}
