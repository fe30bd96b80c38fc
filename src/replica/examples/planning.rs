//! Measures planning a year on the demonstration, with 540 sessions in force and a full plan beside them.
//! `cargo run --release -p replica --example planning`. It decides nothing; the budget is read by people.

#![expect(clippy::expect_used, clippy::disallowed_methods, reason = "a measurement reads a clock and may fail loudly")]

use std::hint::black_box;
use std::rc::Rc;
use std::time::Instant;

use domain::records::{AnyRecord, Plan, Session};
use domain::{Date, Id, Uuid};
use futures::executor::block_on;
use replica::command::{AdoptPlan, Command as _, CopyPlan, Source};
use replica::query::training::demand::{self, Sought};
use replica::query::training::{plan, sessions_between};
use replica::testing::TestWorld;
use replica::{Intent, MemoryStorage, Store};

/// How often each is measured; the best is told: the others waited for other work on the machine.
const TURNS: usize = 21;
/// How many sessions are in force.
const SESSIONS: usize = 540;

fn main() {
    let today = Date::from_ordinal_date(2026, 335).expect("a day");
    let (store, id) = store(today);
    let state = store.state();
    let in_force = state.all::<Session>().iter().count();
    let planned = plan::planned(&state, id).count();
    println!("{in_force} sessions in force, {planned} in the plan");
    let demand = demand::demand(&state, 2026, today);
    let report = |what: &str, ms: f64| println!("{what:>40}: {ms:.2} ms");
    report("demand by county and specialty", best(|| demand::demand(&state, 2026, today).all.people));
    report("all people of the demand", best(|| demand::trainees(&state, Sought::default(), 2026, today).len()));
    report("sessions of the plan with their clashes", best(|| plan::lines(&state, id).len()));
    report("figures of the plan", best(|| plan::figures(&state, id).sessions));
    report("figures of what is in force", best(|| plan::figures_in_force(&state, 2026).sessions));
    report("bars", best(|| plan::coverage(&state, &demand, 2027, Some(id)).seats as usize));
    report("list of plans", best(|| plan::plans(&state).len()));
    report(
        "a month of the calendar",
        best(|| sessions_between(&state, today, today.saturating_add(time::Duration::weeks(6)), None).len()),
    );
    report("whether the plan can be adopted", best(|| AdoptPlan { id }.check(&state, today).len()));
}

/// The demonstration, its year filled up with copies of its sessions, and a plan for the next one.
fn store(today: Date) -> (Store, Id<Plan>) {
    let world = Rc::new(TestWorld::new(today, 1));
    let store = block_on(Store::open(Rc::new(MemoryStorage::default()), world)).expect("opens");
    let demonstration = demonstration::demonstration(today);
    for chunk in demonstration.records().chunks(1500) {
        block_on(store.fill(Intent::LoadDemonstration, chunk)).expect("fills");
    }
    let plan = Plan { name: "2027".into(), year: 2027, ..Plan::default() };
    for number in 0..4 {
        let name = format!("2027 {number}");
        // Nobody cares how many fit here: what is refused is not copied.
        let _ = block_on(store.run(&CopyPlan { source: Source::Year(2026), plan: Plan { name, ..plan.clone() } }));
    }
    let all: Vec<Session> = store.state().all::<Session>().iter().map(|(_, one)| one.clone()).collect();
    let missing = SESSIONS.saturating_sub(all.len());
    let more = all.iter().cycle().take(missing).cloned();
    let records: Vec<(Uuid, AnyRecord)> =
        (1_u128..).map(|number| Uuid::from_u128(number << 64)).zip(more.map(AnyRecord::from)).collect();
    block_on(store.fill(Intent::LoadDemonstration, &records)).expect("fills");
    let id = store.state().all::<Plan>().iter().next().expect("a plan").0;
    (store, id)
}

fn best(work: impl Fn() -> usize) -> f64 {
    let turn = |_| {
        let begin = Instant::now();
        black_box(work());
        begin.elapsed()
    };
    (0..TURNS).map(turn).min().unwrap_or_default().as_secs_f64() * 1000.0
}
