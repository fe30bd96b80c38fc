//! The fuzzer's corpus, replayed: whatever once broke a decoder is kept there, so that it cannot again.

use std::fs;
use std::path::{Path, PathBuf};

#[path = "../fuzz/probes.rs"]
#[expect(unreachable_pub, reason = "the fuzzer has them in a crate of their own")]
mod probes;

type Probe = fn(&[u8]) -> bool;

const TARGETS: [(&str, Probe); 4] =
    [("bundle", probes::bundle), ("change", probes::change), ("snapshot", probes::snapshot), ("vault", probes::vault)];

fn names(folder: &str) -> Vec<String> {
    let name = |path: &PathBuf| path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let mut names: Vec<String> = files(folder).iter().filter_map(name).collect();
    names.sort();
    names
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(folder);
    let entries = fs::read_dir(folder).expect("a folder of the fuzzer");
    entries.map(|entry| entry.expect("an entry of a folder").path()).collect()
}

#[test]
fn every_target_has_its_probe_and_its_corpus() {
    let targets = TARGETS.map(|(target, _)| target);
    assert_eq!(names("fuzz_targets"), targets);
    assert_eq!(names("corpus"), targets);
}

/// A snapshot's seeds become strange with every new field; the others' formats stay.
#[test]
fn the_corpus_breaks_nothing_and_reaches_the_end() {
    for (target, probe) in TARGETS {
        let files = files(&format!("corpus/{target}"));
        let read = files.iter().filter(|file| probe(&fs::read(file).expect("a seed is a file"))).count();
        assert!(read > 0 || target == "snapshot", "{target}: a seed is read");
    }
}

#[test]
fn a_snapshot_opened_for_the_fuzzer_is_one() {
    let pieces = replica::snapshot::write(&mut replica::State::default(), &mut replica::snapshot::Pieces::default());
    assert!(probes::snapshot(&probes::open_pieces(&pieces)));
}
