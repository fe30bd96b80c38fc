//! This store beside PouchDB, which the nearest relatives in the field stand on, and beside what IndexedDB itself can do:
//! the same 200,000 records in the same Chromium, each peer in a profile of its own, taking turns. The page has the clock
//! (`tests/e2e/peers/page.js`); here are the processes, the disk and the table.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use e2e::harness::{Browser, Page, Profile, Server, root};
use serde_json::Value;

use crate::table::{Row, Table, Unit};

/// How often each is opened, from a process of its own.
const OPENINGS: usize = 5;
/// How often each saves some and merges, likewise.
const ROUNDS: usize = 3;
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

/// What each did, for who reads the figures.
const NOTES: &str = "\
All wait for the disk (durability: strict) except in the line that says so. A process for each step; the peers take turns, each
round beginning with another one. Programs are loaded, and what is to be written is made, before the clock starts. Each load is
one measurement; other times are medians.
Bangfu: SealedStorage (a random data key) over IndexedDbStorage, all in memory once open. Load: Store::fill, 2,000 records a call
  (signed, chained changes of some 30 kB), and the snapshot. Save: Store::run(RecordVisit), checked, signed, sealed, written, folded.
  Merge: Store::examine, then accept, of one tablet's chain of 10,000 signed changes; the last signature of a chain vouches for
  all of it. No passphrase is derived, no second copy kept, no search index made, which the app does beside it.
PouchDB 9: a document a record. Load: bulkDocs, 2,000 a call. Save: put. Merge: one bulkDocs of revisions, new_edits: false, which
  is what replication writes in the end. Nothing is encrypted, signed or checked. As published it does not wait for the disk.
raw IndexedDB: a row a record. Load and merge: one transaction of puts each; no history, revision, check or encryption.";

/// What was measured of one peer: milliseconds, and bytes.
#[derive(Default)]
struct Figures {
    load: Vec<f64>,
    first: Vec<f64>,
    all: Vec<f64>,
    save: Vec<f64>,
    relaxed: Vec<f64>,
    merge: Vec<f64>,
    /// The files: once loaded, and at the end.
    files: Vec<f64>,
}

pub(crate) fn measure() {
    println!("\nthe store beside its peers, 200,000 records: case files and members of households");
    let server = Server::start(root().join("target/peers"), "/");
    let mut peers = PEERS.map(|(key, name)| Peer::fresh(&server, key, name));
    take_turns(&mut peers, 0, Peer::load);
    (0..OPENINGS).for_each(|round| take_turns(&mut peers, round, Peer::open));
    (0..ROUNDS).for_each(|round| take_turns(&mut peers, round, Peer::write));
    take_turns(&mut peers, 0, Peer::weigh);
    println!("\n{}\n{NOTES}", table(&peers.map(|peer| peer.figures)));
}

/// Each does the step once; another one begins in each round.
fn take_turns<'a>(peers: &mut [Peer<'a>], round: usize, step: fn(&mut Peer<'a>, usize)) {
    let count = peers.len();
    (0..count).for_each(|place| step(&mut peers[(round + place) % count], round));
}

/// A peer in its profile.
struct Peer<'a> {
    server: &'a Server,
    profile: Profile,
    key: &'static str,
    name: &'static str,
    empty: f64,
    figures: Figures,
}

impl<'a> Peer<'a> {
    fn fresh(server: &'a Server, key: &'static str, name: &'static str) -> Self {
        let figures = Figures::default();
        let mut peer = Self { server, profile: Profile::fresh(), key, name, empty: 0.0, figures };
        peer.at_the_page(|_| ());
        peer.empty = weight(&peer.profile);
        peer
    }

    fn load(&mut self, round: usize) {
        let loaded = self.step("load", round);
        self.figures.load = times(&loaded, "load");
        if self.key == PEERS[0].0 {
            let of = |name| times(&loaded, name).first().copied().unwrap_or(f64::NAN);
            println!("  a record has {:.1} fields, and as JSON {:.0} bytes", of("fields"), of("json"));
        }
        self.weigh(round);
    }

    fn open(&mut self, round: usize) {
        let opened = self.step("open", round);
        self.figures.first.extend(times(&opened, "first"));
        self.figures.all.extend(times(&opened, "all"));
    }

    fn write(&mut self, round: usize) {
        let written = self.step("write", round);
        self.figures.save.extend(times(&written, "save"));
        self.figures.merge.extend(times(&written, "merge"));
        self.figures.relaxed.extend(times(&written, "relaxed"));
    }

    /// What its files weigh more than those of an empty profile. The browser is closed by now.
    fn weigh(&mut self, _round: usize) {
        self.figures.files.push(weight(&self.profile) - self.empty);
    }

    fn step(&self, step: &str, round: usize) -> Value {
        let begin = Instant::now();
        let times = self.at_the_page(|page| self.outcome(page, step, round));
        println!("  {}, {step} {}: {:.1} s in all", self.name, round + 1, begin.elapsed().as_secs_f64());
        times
    }

    /// Does something in a new process, and closes it so that all is on the disk.
    fn at_the_page<T>(&self, visit: impl FnOnce(&Page) -> T) -> T {
        let browser = Browser::open(&self.profile);
        let page = browser.page();
        page.set_patience(PATIENCE);
        page.navigate(&self.server.url(&format!("?peer={}", self.key)));
        page.until("be ready", "window.isReady === true");
        let seen = visit(&page);
        drop(page);
        browser.close();
        seen
    }

    fn outcome(&self, page: &Page, step: &str, round: usize) -> Value {
        page.evaluate(&format!("begin('{step}', {round})")).expect("the page knows the step");
        loop {
            let mut news = page.evaluate("news()").expect("the peer does what it is asked");
            if news["times"].is_object() {
                return news["times"].take();
            }
            println!("  {}, {step}: {}", self.name, news["progress"].as_str().unwrap_or_default());
        }
    }
}

/// The files in which the browser keeps what the page stored.
fn weight(profile: &Profile) -> f64 {
    KEPT.iter().map(|folder| size(&profile.folder().join(folder))).sum::<u64>() as f64
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
        row("open until one record is read", Unit::Milliseconds, &|of| share(&of.first, 50)),
        row("open until all are in memory", Unit::Milliseconds, &|of| share(&of.all, 50)),
        row("save one, on the disk", Unit::Milliseconds, &|of| share(&of.save, 50)),
        row("… one of twenty takes longer than", Unit::Milliseconds, &|of| share(&of.save, 95)),
        row("save one, as published: not yet on the disk", Unit::Milliseconds, &|of| share(&of.relaxed, 50)),
        row("load 200,000 records", Unit::Milliseconds, &|of| share(&of.load, 50)),
        row("merge 10,000 foreign changes", Unit::Milliseconds, &|of| share(&of.merge, 50)),
        row("bytes on disk, once loaded", Unit::Bytes, &|of| of.files.first().copied().unwrap_or(f64::NAN)),
        row("… after three merges and the saves", Unit::Bytes, &|of| of.files.last().copied().unwrap_or(f64::NAN)),
    ];
    Table { columns: PEERS.iter().map(|(_, name)| *name).collect(), rows }
}

/// The time that so many in a hundred did not pass.
fn share(times: &[f64], percent: usize) -> f64 {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    times.get(times.len().saturating_sub(1) * percent / 100).copied().unwrap_or(f64::NAN)
}
