//! This store beside PouchDB, which the nearest relatives in the field stand on, and beside what IndexedDB itself can do:
//! the same 200,000 records in the same Chromium, each peer in a profile of its own. The page has the clock
//! (`tests/e2e/peers/page.js`); here are the processes, the disk and the table.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use e2e::harness::{Browser, Page, Profile, Server, root};
use serde_json::Value;

use crate::table::{Row, Table, Unit};

/// How often each is opened, from a process of its own.
const OPENINGS: usize = 5;
const PATIENCE: Duration = Duration::from_secs(60);

/// As the page calls them, and as people do. The first is measured against; the last is the limit.
const PEERS: [(&str, &str); 4] = [
    ("bangfu", "Bangfu"),
    ("pouchdb-idb", "PouchDB idb"),
    ("pouchdb-indexeddb", "PouchDB indexeddb"),
    ("raw", "raw IndexedDB"),
];

/// Where Chromium keeps what a page stores.
const KEPT: [&str; 2] = ["Default/IndexedDB", "Default/File System"];

/// What was measured of one peer, in milliseconds.
#[derive(Default)]
struct Figures {
    load: Vec<f64>,
    first: Vec<f64>,
    all: Vec<f64>,
    save: Vec<f64>,
    relaxed: Vec<f64>,
    merge: Vec<f64>,
    bytes: u64,
}

pub(crate) fn measure() {
    println!("\nthe store beside its peers: 200,000 records, a process for each step, medians");
    let server = Server::start(root().join("target/peers"), "/");
    let figures: Vec<Figures> = PEERS.iter().map(|(key, name)| measure_peer(&server, key, name)).collect();
    println!("\n{}", table(&figures));
    println!(
        "PouchDB and raw IndexedDB are made to wait for the disk (durability: strict), except in the line that says so."
    );
    println!("Bangfu is open when all is in memory; the others read on when asked. Its load has the snapshot in it.");
}

fn measure_peer(server: &Server, key: &str, name: &str) -> Figures {
    let profile = Profile::fresh();
    let measured = Measured { server, profile: &profile, key, name };
    let empty = measured.kept();
    let mut figures = Figures { load: times(&measured.step("load"), "load"), ..Figures::default() };
    for _ in 0..OPENINGS {
        let opening = measured.step("open");
        figures.first.extend(times(&opening, "first"));
        figures.all.extend(times(&opening, "all"));
    }
    figures.bytes = measured.kept() - empty;
    let written = measured.step("write");
    figures.save = times(&written, "save");
    figures.merge = times(&written, "merge");
    figures.relaxed = times(&written, "relaxed");
    figures
}

/// A peer in its profile.
struct Measured<'a> {
    server: &'a Server,
    profile: &'a Profile,
    key: &'a str,
    name: &'a str,
}

impl Measured<'_> {
    /// Runs a step in a new process, and closes it so that all is on the disk.
    fn step(&self, step: &str) -> Value {
        let begin = Instant::now();
        let browser = Browser::open(self.profile);
        let page = browser.page();
        page.set_patience(PATIENCE);
        page.navigate(&self.server.url(&format!("?peer={}", self.key)));
        page.until("be ready", "window.isReady === true");
        let times = self.outcome(&page, step);
        drop(page);
        browser.close();
        println!("  {}, {step}: {:.1} s in all", self.name, begin.elapsed().as_secs_f64());
        times
    }

    fn outcome(&self, page: &Page, step: &str) -> Value {
        page.evaluate(&format!("begin('{step}')")).expect("the page knows the step");
        loop {
            let mut news = page.evaluate("news()").expect("the peer does what it is asked");
            if news["times"].is_object() {
                return news["times"].take();
            }
            println!("  {}, {step}: {}", self.name, news["progress"].as_str().unwrap_or_default());
        }
    }

    fn kept(&self) -> u64 {
        KEPT.iter().map(|folder| size(&self.profile.folder().join(folder))).sum()
    }
}

fn times(outcome: &Value, name: &str) -> Vec<f64> {
    outcome[name].as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

/// The bytes of all files in a folder; none when it is not there.
fn size(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(
            |entry| {
                if entry.path().is_dir() { size(&entry.path()) } else { entry.metadata().map_or(0, |file| file.len()) }
            },
        )
        .sum()
}

fn table(figures: &[Figures]) -> Table {
    let row =
        |name, unit, figure: &dyn Fn(&Figures) -> f64| Row { name, unit, values: figures.iter().map(figure).collect() };
    let rows = vec![
        row("open until it answers", Unit::Milliseconds, &|of| share(&of.first, 50)),
        row("open until all is in memory", Unit::Milliseconds, &|of| share(&of.all, 50)),
        row("save one, on the disk", Unit::Milliseconds, &|of| share(&of.save, 50)),
        row("… the slowest of twenty", Unit::Milliseconds, &|of| share(&of.save, 95)),
        row("save one, as published: not yet on the disk", Unit::Milliseconds, &|of| share(&of.relaxed, 50)),
        row("load 200,000 records", Unit::Milliseconds, &|of| share(&of.load, 50)),
        row("merge 10,000 foreign changes", Unit::Milliseconds, &|of| share(&of.merge, 50)),
        row("bytes on disk", Unit::Bytes, &|of| of.bytes as f64),
    ];
    Table { columns: PEERS.iter().map(|(_, name)| *name).collect(), rows }
}

/// The time that so many in a hundred did not pass.
fn share(times: &[f64], percent: usize) -> f64 {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    times.get(times.len().saturating_sub(1) * percent / 100).copied().unwrap_or(f64::NAN)
}
