//! Measures the directory at the size of a province: how long it takes to be made, and to answer each key of a search.
//! `cargo run --release -p replica --example directory`. It decides nothing; the budget is read by people.

#![expect(clippy::expect_used, clippy::disallowed_methods, reason = "a measurement reads a clock and may fail loudly")]

use std::hint::black_box;
use std::rc::Rc;
use std::time::Instant;

use domain::{AnyRecord, Date};
use futures::executor::block_on;
use replica::query::directory::{CaseFilter, Directory};
use replica::testing::TestWorld;
use replica::{Intent, MemoryStorage, Store};

/// What is typed, key by key.
const TYPED: [&str; 9] = ["", "z", "zh", "zha", "zhang", "zhangsan", "1380", "xigang w", "\u{5f20}"];
/// How often each is measured; the best is told: the others waited for other work on the machine.
const TURNS: usize = 21;

fn main() {
    let store = store(100_000);
    let directory = Directory::new(&store.state());
    let making = best(|| Directory::new(&store.state()).len());
    println!("{} persons, made in {making:.1} ms", directory.len());
    for typed in TYPED {
        let filter = CaseFilter { typed: typed.to_owned(), ..CaseFilter::default() };
        let all = best(|| directory.search(typed).count());
        let first = best(|| directory.search(typed).take(20).count());
        let cases = best(|| directory.cases(&filter).len());
        println!("{typed:>10}: all persons {all:.2} ms, the first 20 {first:.2} ms, the list of cases {cases:.2} ms");
    }
}

/// Copies of the demonstration until there are that many persons.
fn store(persons: usize) -> Store {
    let today = Date::from_ordinal_date(2026, 327).expect("a day");
    let world = Rc::new(TestWorld::new(today, 1));
    let store = block_on(Store::open(Rc::new(MemoryStorage::default()), world)).expect("opens");
    let demonstration = demonstration::demonstration(today);
    for number in 0..64 {
        if store.state().all::<domain::records::Member>().iter().count() >= persons {
            break;
        }
        let mut records = demonstration::copied(demonstration.records(), number);
        records.iter_mut().for_each(|(_, record)| rename(record, number));
        block_on(store.fill(Intent::LoadDemonstration, &records)).expect("fills");
    }
    store
}

/// Gives each copy names of its own, so that there are as many names as a province has.
fn rename(record: &mut AnyRecord, number: u8) {
    let AnyRecord::Member(member) = record else { return };
    if let Some(last) = member.name.pop() {
        member.name.push(char::from_u32(u32::from(last) + u32::from(number)).unwrap_or(last));
    }
}

fn best(work: impl Fn() -> usize) -> f64 {
    let turn = |_| {
        let begin = Instant::now();
        black_box(work());
        begin.elapsed()
    };
    (0..TURNS).map(turn).min().unwrap_or_default().as_secs_f64() * 1000.0
}
