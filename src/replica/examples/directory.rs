//! Measures the directory at the size of a province: how long it takes to be made, and to answer each key of a search.
//! `cargo run --release -p replica --example directory`. It decides nothing; the budget is read by people.

#![expect(clippy::expect_used, reason = "a measurement may fail loudly")]

use std::hint::black_box;
use std::rc::Rc;
use std::time::{Duration, Instant};

use domain::Date;
use futures::executor::block_on;
use replica::query::directory::{CaseFilter, Directory};
use replica::testing::TestWorld;
use replica::{Intent, MemoryStorage, Store};

/// What is typed, key by key.
const TYPED: [&str; 9] = ["", "z", "zh", "zha", "zhang", "zhangsan", "1380", "xigang w", "\u{5f20}"];
/// How often each is measured; the median is told.
const TURNS: usize = 21;

fn main() {
    let store = store(100_000);
    let begin = Instant::now();
    let directory = Directory::new(&store.state());
    println!("{} persons, made in {:.1} ms", directory.len(), millis(begin.elapsed()));
    for typed in TYPED {
        let filter = CaseFilter { typed: typed.to_owned(), ..CaseFilter::default() };
        let all = median(|| directory.search(typed).count());
        let first = median(|| directory.search(typed).take(20).count());
        let cases = median(|| directory.cases(&filter).len());
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
        let records = demonstration::copied(demonstration.records(), number);
        block_on(store.fill(Intent::LoadDemonstration, &records)).expect("fills");
    }
    store
}

fn median(work: impl Fn() -> usize) -> f64 {
    let mut turns: Vec<Duration> = (0..TURNS)
        .map(|_| {
            let begin = Instant::now();
            black_box(work());
            begin.elapsed()
        })
        .collect();
    turns.sort();
    millis(turns[TURNS / 2])
}

fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}
