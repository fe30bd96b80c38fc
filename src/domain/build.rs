//! Builds the compact table behind `pinyin.rs` from a dictionary that only the build depends on.
//! It must write nothing but that table: `OUT_DIR/pinyin_table.rs`.

#![expect(clippy::expect_used, reason = "a build that cannot make its table has to stop")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Debug, Write as _};
use std::path::Path;
use std::{env, fs};

use pinyin::ToPinyinMulti;

const FIRST: u32 = 0x4E00;
const LAST: u32 = 0x9FFF;
/// More readings than these only make a search find what nobody meant.
const MOST_READINGS: usize = 3;
/// Marks the last syllable of a list in the pool.
const END: u16 = 0x8000;

/// The lines of `pinyin.txt`: readings to be put first, and readings of family names.
#[derive(Default)]
struct Notes {
    first: BTreeMap<char, Vec<String>>,
    surname: BTreeMap<char, Vec<String>>,
    pairs: Vec<(String, Vec<String>)>,
}

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=pinyin.txt");
    let notes = notes(&fs::read_to_string("pinyin.txt").expect("pinyin.txt stands beside build.rs"));
    let lists: Vec<Vec<String>> = (FIRST..=LAST).map(|code| readings(code, &notes)).collect();
    let out = Path::new(&env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("pinyin_table.rs");
    fs::write(out, table(&lists, &notes)).expect("OUT_DIR can be written");
}

fn notes(text: &str) -> Notes {
    let mut notes = Notes::default();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (Some(what), Some(of)) = (words.first(), words.get(1)) else { continue };
        let readings = words[2..].iter().map(|word| (*word).to_owned());
        let character = of.chars().next().unwrap_or_default();
        match *what {
            "first" => notes.first.entry(character).or_default().extend(readings),
            "surname" => notes.surname.entry(character).or_default().extend(readings),
            "pair" => notes.pairs.push(((*of).to_owned(), readings.collect())),
            _ => panic!("pinyin.txt: {line}"),
        }
    }
    notes
}

/// The readings of a character without tones: the commonest first, those of a family name kept whatever their place.
fn readings(code: u32, notes: &Notes) -> Vec<String> {
    let Some(character) = char::from_u32(code) else { return Vec::new() };
    let listed: Vec<String> =
        character.to_pinyin_multi().into_iter().flatten().map(|reading| spelt(reading.plain())).collect();
    let speakable = listed.iter().filter(|reading| reading.contains(['a', 'e', 'i', 'o', 'u', 'v'])).cloned();
    let mut all: Vec<String> = notes.first.get(&character).cloned().unwrap_or_default();
    let common = speakable.clone().next();
    all.extend(common);
    all.extend(notes.surname.get(&character).cloned().unwrap_or_default());
    let mut kept = once_each(all);
    let most = kept.len().max(MOST_READINGS);
    kept.extend(speakable);
    let mut kept = once_each(kept);
    kept.truncate(most);
    kept
}

fn once_each(all: Vec<String>) -> Vec<String> {
    let mut kept = Vec::new();
    for reading in all {
        if !kept.contains(&reading) {
            kept.push(reading);
        }
    }
    kept
}

/// As a Chinese keyboard takes it: ü is v.
fn spelt(plain: &str) -> String {
    plain.replace('ü', "v").replace('ê', "e")
}

fn table(lists: &[Vec<String>], notes: &Notes) -> String {
    let pairs = notes.pairs.iter().flat_map(|(_, readings)| readings);
    let syllables: BTreeSet<&String> = lists.iter().flatten().chain(pairs).collect();
    let syllables: Vec<&String> = syllables.into_iter().collect();
    let number = |syllable: &String| number(&syllables, syllable);
    let numbered: Vec<Vec<u16>> = lists.iter().map(|list| list.iter().map(number).collect()).collect();
    let pool = pool(&numbered);
    let single = u16::try_from(syllables.len()).expect("a few hundred syllables");
    let codes: Vec<u16> = numbered.iter().map(|list| code(list, &pool, single)).collect();
    let surnames: Vec<(char, u16)> = notes.surname.iter().map(|(c, readings)| (*c, number(&readings[0]))).collect();
    let pairs: Vec<(&str, [u16; 2])> = notes
        .pairs
        .iter()
        .map(|(name, readings)| (name.as_str(), [number(&readings[0]), number(&readings[1])]))
        .collect();
    let padded: String = syllables.iter().map(|syllable| format!("{syllable:<6}")).collect();
    let mut text = String::new();
    writeln!(text, "static SYLLABLES: &str = {padded:?};").expect("text");
    write_array(&mut text, "CODES", "u16", &codes);
    write_array(&mut text, "POOL", "u16", &pool);
    write_array(&mut text, "SURNAMES", "(char, u16)", &surnames);
    write_array(&mut text, "PAIRS", "(&str, [u16; 2])", &pairs);
    text
}

fn number(syllables: &[&String], syllable: &String) -> u16 {
    let at = syllables.binary_search(&syllable).expect("every syllable is in the list");
    u16::try_from(at).expect("a few hundred syllables")
}

fn write_array<T: Debug>(text: &mut String, name: &str, of: &str, values: &[T]) {
    writeln!(text, "static {name}: [{of}; {}] = {values:?};", values.len()).expect("text");
}

/// All lists of two readings and more, one after the other; a list that ends another one is not repeated.
fn pool(lists: &[Vec<u16>]) -> Vec<u16> {
    let mut several: Vec<&Vec<u16>> = lists.iter().filter(|list| list.len() > 1).collect();
    several.sort_by_key(|list| (usize::MAX - list.len(), *list));
    several.dedup();
    let mut pool = Vec::new();
    for list in several {
        let ended = ended(list);
        if place(&pool, &ended).is_none() {
            pool.extend(ended);
        }
    }
    pool
}

fn ended(list: &[u16]) -> Vec<u16> {
    list.iter().enumerate().map(|(i, syllable)| if i + 1 == list.len() { syllable | END } else { *syllable }).collect()
}

fn place(pool: &[u16], ended: &[u16]) -> Option<usize> {
    pool.windows(ended.len()).position(|window| window == ended)
}

/// One reading: its syllable. Several: where they stand in the pool, counted on from the syllables. None: the last number.
fn code(list: &[u16], pool: &[u16], single: u16) -> u16 {
    match list {
        [] => u16::MAX,
        [only] => *only,
        several => {
            let at = place(pool, &ended(several)).and_then(|at| u16::try_from(at).ok()).expect("the pool holds it");
            single + at
        }
    }
}
