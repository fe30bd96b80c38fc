//! The malformed bundles under `tests/cases/bundles`: each is answered as the list there says, and the bundles from which
//! they are made open, now and in every later version.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::path::Path;

use exchange::testing::{CASE_PASSPHRASE, FUZZ_IDENTITY, FUZZ_RECIPIENT, open, seal};
use exchange::{Bundle, Key, Lock, UnpackError, unpack};

fn case(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/bundles").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn key(base: &str) -> Key {
    match base {
        "passphrase" => Key::Passphrase(CASE_PASSPHRASE.into()),
        _ => Key::Identity(FUZZ_IDENTITY.into()),
    }
}

/// The bundle of that line, edited.
fn malformed(base: &str, edits: &str) -> Vec<u8> {
    let is_within = base.ends_with("payload");
    let whole = match base {
        "payload" => "tablet",
        "photos-payload" => "photos",
        other => other,
    };
    let file = case(&format!("{whole}.age"));
    let mut bytes = if is_within { open(&file, &key(base)).unwrap() } else { file };
    edits.split(", ").for_each(|edit| apply(edit, &mut bytes));
    if is_within { seal(&bytes, &Lock::Recipients(vec![FUZZ_RECIPIENT.into()])) } else { bytes }
}

fn apply(edit: &str, bytes: &mut Vec<u8>) {
    let words: Vec<&str> = edit.split(' ').collect();
    let number = |at: usize| words[at].parse::<usize>().unwrap();
    match words[0] {
        "cut" => {
            assert!(number(1) < bytes.len(), "a cut takes something away");
            bytes.truncate(number(1));
        }
        "flip" => bytes[number(1)] ^= unhex(words[2])[0],
        "put" => {
            let new = unhex(words[2]);
            bytes[number(1)..][..new.len()].copy_from_slice(&new);
        }
        "copy" => {
            let copied = bytes[number(1)..][..number(2)].to_vec();
            drop(bytes.splice(number(3)..number(3), copied));
        }
        "insert" => drop(bytes.splice(number(1)..number(1), unhex(words[2]))),
        "drop" => drop(bytes.drain(number(1)..number(1) + number(2))),
        "swap" => {
            let (before, after) = bytes.split_at_mut(number(2));
            before[number(1)..][..number(3)].swap_with_slice(&mut after[..number(3)]);
        }
        "whole" => *bytes = unhex(words[1]),
        other => panic!("no such edit: {other}"),
    }
}

fn unhex(parts: &str) -> Vec<u8> {
    let part = |part: &str| match part.split_once('*') {
        Some((digits, times)) => digits_to_bytes(digits).repeat(times.parse().unwrap()),
        None => digits_to_bytes(part),
    };
    parts.split('+').flat_map(part).collect()
}

fn digits_to_bytes(digits: &str) -> Vec<u8> {
    let byte = |at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap();
    (0..digits.len()).step_by(2).map(byte).collect()
}

fn answer(name: &str) -> UnpackError {
    match name {
        "NotABundle" => UnpackError::NotABundle,
        "WrongKey" => UnpackError::WrongKey,
        "NotForThisTablet" => UnpackError::NotForThisTablet,
        "Damaged" => UnpackError::Damaged,
        "TooLarge" => UnpackError::TooLarge,
        other => UnpackError::Newer(other.trim_start_matches("Newer(").trim_end_matches(')').parse().unwrap()),
    }
}

#[test]
fn every_malformed_bundle_is_answered_in_so_many_words() {
    check_list("malformed.txt", 200);
}

#[test]
fn every_malformed_bundle_with_photos_is_too() {
    check_list("malformed-photos.txt", 60);
}

fn check_list(name: &str, least: usize) {
    let list = String::from_utf8(case(name)).unwrap();
    let lines: Vec<&str> = list.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(lines.len() >= least, "{}", lines.len());
    let mut wrong = Vec::new();
    for line in lines {
        let [base, edits, expected, name] = line.split(" | ").collect::<Vec<_>>()[..] else { panic!("{line}") };
        let given = unpack(&malformed(base, edits), &key(base)).map(|_| ());
        if given != Err(answer(expected)) {
            let edits: String = edits.chars().take(60).collect();
            wrong.push(format!("{base}, {name} ({edits}): {given:?} instead of {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{} answers:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_bundles_of_this_version_open() {
    let changes = vec![b"a first change".to_vec(), vec![], b"a third change".to_vec()];
    let small = Bundle { scope: 220_300, made_at: 1_790_000_000_000, from: [7; 16], changes, photos: vec![] };
    for name in ["tablet", "passphrase"] {
        assert_eq!(unpack(&case(&format!("{name}.age")), &key(name)), Ok(small.clone()), "{name}");
    }
    let large = unpack(&case("chunks.age"), &key("chunks")).unwrap();
    assert_eq!((large.scope, large.changes.len()), (220_300, 135));
    assert!(large.changes.iter().all(|change| change.len() == 1_000));
    let photos = unpack(&case("photos.age"), &key("photos")).unwrap();
    assert_eq!((photos.changes, photos.photos.len()), (small.changes, 2));
    assert_eq!(photos.photos.iter().map(Vec::len).collect::<Vec<_>>(), [9, 100_000]);
}
