//! Writes the bundles under `tests/cases/bundles`, and beside them the list of what may be wrong with one and how it must
//! be answered. It was run once and is run again only for a new version of the format: the bundles that lie there must
//! open for ever. What to expect is reasoned here, not observed.

#![expect(clippy::unwrap_used, reason = "a tool that is run by hand may fail loudly")]

use std::fmt::Write as _;
use std::fs;
use std::ops::Range;

use exchange::testing::{CASE_PASSPHRASE, FUZZ_RECIPIENT, payload_of, payload_of_stream};
use exchange::{Bundle, Lock, new_identity, pack};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/cases/bundles");
/// The first line of an age file, without its end.
const MAGIC: &str = "age-encryption.org/v1";
const NONCE: usize = 16;
const CHUNK: usize = 64 * 1024 + 16;
/// Magic and version of the payload.
const START: usize = 15;

/// The list as it grows.
struct List(String);

impl List {
    fn add(&mut self, base: &str, edits: impl AsRef<str>, expected: &str, name: impl AsRef<str>) {
        writeln!(self.0, "{base} | {} | {expected} | {}", edits.as_ref(), name.as_ref()).unwrap();
    }

    /// A bit of each byte of the range, turned.
    fn flips(&mut self, base: &str, range: Range<usize>, expected: &str, name: &str) {
        for (number, at) in range.enumerate() {
            self.add(base, format!("flip {at} {:02x}", 1 << (number % 8)), expected, format!("{name}, byte {number}"));
        }
    }
}

/// Where the parts of an age file are.
struct Parts {
    /// The lines of the header, without their ends.
    lines: Vec<Range<usize>>,
    nonce: usize,
    chunks: Vec<Range<usize>>,
}

impl Parts {
    fn of(bytes: &[u8]) -> Self {
        let mut lines = Vec::new();
        let mut at = 0;
        while lines.last().is_none_or(|line: &Range<usize>| !bytes[line.clone()].starts_with(b"---")) {
            let end = at + bytes[at..].iter().position(|byte| *byte == b'\n').unwrap();
            lines.push(at..end);
            at = end + 1;
        }
        let begins = (at + NONCE..bytes.len()).step_by(CHUNK);
        Self { lines, nonce: at, chunks: begins.map(|begin| begin..bytes.len().min(begin + CHUNK)).collect() }
    }

    fn mac(&self) -> Range<usize> {
        let last = self.lines.last().unwrap();
        last.start + 4..last.end
    }

    /// The stanza of that number, with the ends of its two lines.
    fn stanza(&self, number: usize) -> Range<usize> {
        self.lines[1 + 2 * number].start..self.lines[2 + 2 * number].end + 1
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn main() {
    let bundle =
        |changes| Bundle { scope: 220_300, made_at: 1_790_000_000_000, from: [7; 16], changes, photos: vec![] };
    let small = bundle(vec![b"a first change".to_vec(), vec![], b"a third change".to_vec()]);
    let large = bundle((0..135).map(|seed| noise(seed, 1_000)).collect());
    let (_, other) = new_identity();
    let ours = || FUZZ_RECIPIENT.to_owned();

    let tablet = pack(&small, &Lock::Recipients(vec![ours(), other])).unwrap();
    let passphrase = pack(&small, &Lock::Passphrase(CASE_PASSPHRASE.to_owned())).unwrap();
    let chunks = pack(&large, &Lock::Recipients(vec![ours()])).unwrap();
    for (name, bytes) in [("tablet", &tablet), ("passphrase", &passphrase), ("chunks", &chunks)] {
        fs::write(format!("{FOLDER}/{name}.age"), bytes).unwrap();
    }

    let mut list = List(HEAD.to_owned());
    for (name, bytes) in [("tablet", &tablet), ("passphrase", &passphrase)] {
        cuts(&mut list, name, bytes);
        first_line(&mut list, name);
        sealed_part(&mut list, name, bytes);
    }
    recipients(&mut list, &tablet);
    work(&mut list, &passphrase);
    pieces(&mut list, &chunks);
    payload(&mut list, &payload_of(&small));
    items(&mut list);
    packing(&mut list);
    fs::write(format!("{FOLDER}/malformed.txt"), list.0).unwrap();
}

const HEAD: &str = "\
# What may be wrong with a bundle, and how it must be answered. Written by src/exchange/examples/malformed.rs.
# bundle | edits, one after the other | answer | what it is
# A bundle is a file here, or `payload`: that of tablet.age, edited and then locked anew.
# Edits: cut AT; flip AT MASK; put AT BYTES; insert AT BYTES; drop AT COUNT; swap AT AT COUNT;
# copy FROM COUNT AT; whole BYTES. Bytes are hexadecimal; `00*100` is a hundred of them, and `+` stands between parts.
";

/// Bytes that do not compress.
fn noise(seed: u32, length: usize) -> Vec<u8> {
    let mut state = seed.wrapping_add(1).wrapping_mul(2_654_435_761) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state as u8
    };
    (0..length).map(|_| next()).collect()
}

fn cuts(list: &mut List, base: &str, bytes: &[u8]) {
    let parts = Parts::of(bytes);
    let mut ends: Vec<(usize, String)> =
        vec![(0, "nothing".into()), (1, "one byte".into()), (10, "half the magic".into())];
    ends.push((MAGIC.len() - 1, "the magic without its version".into()));
    for (number, line) in parts.lines.iter().enumerate() {
        ends.push((
            line.start + line.len() / 2 + usize::from(number == 0) * 10,
            format!("up to the middle of line {number}"),
        ));
        ends.push((line.end, format!("line {number} without its end")));
        ends.push((line.end + 1, format!("line {number} with its end")));
    }
    ends.push((parts.nonce + 1, "a byte of the nonce".into()));
    ends.push((parts.nonce + NONCE - 1, "all but a byte of the nonce".into()));
    ends.push((parts.nonce + NONCE, "no payload".into()));
    ends.push((parts.nonce + NONCE + 1, "a byte of the payload".into()));
    ends.push((parts.nonce + NONCE + 16, "what is as long as a tag".into()));
    ends.push((bytes.len() - 17, "a byte and the tag are gone".into()));
    ends.push((bytes.len() - 16, "the tag is gone".into()));
    ends.push((bytes.len() - 1, "all but a byte".into()));
    for (end, name) in ends {
        let expected = if end < MAGIC.len() { "NotABundle" } else { "Damaged" };
        list.add(base, format!("cut {end}"), expected, format!("cut: {name}"));
    }
    list.add(base, format!("insert {} 00", bytes.len()), "Damaged", "a byte more");
    list.add(base, format!("insert {} 00*100", bytes.len()), "Damaged", "a hundred bytes more");
}

fn first_line(list: &mut List, base: &str) {
    let version = MAGIC.len() - 1;
    list.flips(base, 0..version, "NotABundle", "the magic altered");
    let put = |text: &str| format!("drop {version} 1, insert {version} {}", hex(text.as_bytes()));
    for (text, expected) in [
        ("0", "NotABundle"),
        ("2", "Newer(2)"),
        ("3", "Newer(3)"),
        ("10", "Newer(10)"),
        ("255", "Newer(255)"),
        ("256", "NotABundle"),
        ("", "NotABundle"),
        ("x", "NotABundle"),
        ("1 ", "NotABundle"),
        ("1\r", "NotABundle"),
        ("1.1", "NotABundle"),
        ("-1", "NotABundle"),
        ("01", "Damaged"),
    ] {
        list.add(base, put(text), expected, format!("the version is {text:?}"));
    }
    list.add(base, "insert 0 efbbbf", "NotABundle", "a byte order mark before it");
    list.add(base, "insert 0 0a", "NotABundle", "an empty line before it");
    list.add(base, format!("insert {} 0a", MAGIC.len()), "Damaged", "an empty line after the version");
    list.add(base, format!("put {} 20", MAGIC.len()), "NotABundle", "the version goes on");
}

/// Header's code, nonce and payload, which no edit can reach unnoticed.
fn sealed_part(list: &mut List, base: &str, bytes: &[u8]) {
    let parts = Parts::of(bytes);
    let mac = parts.mac();
    // Each letter stands for six bits; the next one in the alphabet stands for others.
    for at in [mac.start, mac.start + 20, mac.end - 2] {
        let other = if bytes[at] == b'A' { 'B' } else { 'A' };
        list.add(base, format!("put {at} {}", hex(&[other as u8])), "Damaged", "the header's code altered");
    }
    list.add(base, format!("put {} 2a", mac.start), "Damaged", "no base64 in the header's code");
    list.add(base, format!("drop {} 4", mac.start), "Damaged", "a short header's code");
    list.add(base, format!("drop {} {}", mac.start, mac.len()), "Damaged", "an empty header's code");
    list.add(base, format!("insert {} 3d", mac.end), "Damaged", "padding behind the header's code");
    list.add(base, format!("drop {} {}", mac.start - 4, mac.len() + 5), "Damaged", "no header's code");
    list.add(
        base,
        format!("drop {} {}", parts.lines[1].start, mac.start - 4 - parts.lines[1].start),
        "Damaged",
        "no stanza",
    );
    list.flips(base, parts.nonce..parts.nonce + NONCE, "Damaged", "the nonce altered");
    let last = bytes.len();
    list.flips(base, parts.chunks[0].start..parts.chunks[0].start + 4, "Damaged", "the payload altered");
    list.flips(base, last - 16..last - 12, "Damaged", "the tag altered");
    list.add(base, format!("flip {} 80", last - 1), "Damaged", "the last bit altered");
}

/// What is wrong with the stanza of this tablet makes it one of others; what is wrong with that of others breaks the
/// header's code.
fn recipients(list: &mut List, bytes: &[u8]) {
    let parts = Parts::of(bytes);
    for (number, expected) in [(0, "NotForThisTablet"), (1, "Damaged")] {
        let whose = ["this tablet's stanza", "the other's stanza"][number];
        let stanza = parts.stanza(number);
        let share = parts.lines[1 + 2 * number].end - 43;
        let body = parts.lines[2 + 2 * number].start;
        let mut add =
            |edits: String, expected: &str, name: &str| list.add("tablet", edits, expected, format!("{whose}: {name}"));
        for at in [share, share + 21, body, body + 21, body + 41] {
            let other = if bytes[at] == b'A' { 'B' } else { 'A' };
            add(format!("put {at} {}", hex(&[other as u8])), expected, "a letter altered");
        }
        add(format!("put {} 59", stanza.start + 3), expected, "another sort");
        add(format!("drop {} {}", stanza.start, stanza.len()), expected, "stripped");
        add(format!("put {} 2d", stanza.start + 1), "Damaged", "no arrow");
        add(format!("put {} 3d", stanza.start), "Damaged", "half an arrow");
        add(format!("put {} 09", stanza.start + 2), "Damaged", "a tab");
        add(format!("put {} 2a", share), if number == 0 { "Damaged" } else { expected }, "no base64 in its share");
        add(format!("put {} 2a", body), "Damaged", "no base64 in its body");
        add(format!("insert {} 3d", body + 43), "Damaged", "padding");
        add(format!("insert {} 0a", body), "Damaged", "an empty body");
        add(format!("put {} 0d", body + 43), "Damaged", "another end of line");
    }
    let (one, other) = (parts.stanza(0), parts.stanza(1));
    list.add("tablet", format!("swap {} {} {}", one.start, other.start, one.len()), "Damaged", "stanzas reordered");
    list.add("tablet", format!("copy {} {} {}", one.start, one.len(), one.end), "Damaged", "a stanza twice");
    let grease = hex(b"-> grease a b\n\n");
    list.add("tablet", format!("insert {} {grease}", other.end), "Damaged", "a stanza more");
    let scrypt = hex(format!("-> scrypt {} 10\n{}\n", "A".repeat(22), "A".repeat(43)).as_bytes());
    list.add("tablet", format!("insert {} {scrypt}", one.start), "Damaged", "a passphrase beside recipients");
    let long = format!("{}+61*32768+0a0a", hex(b"-> grease "));
    list.add("tablet", format!("insert {} {long}", other.end), "TooLarge", "a header of 32 KB");
}

fn work(list: &mut List, bytes: &[u8]) {
    let parts = Parts::of(bytes);
    let stanza = parts.stanza(0);
    let factor = parts.lines[1].end - 2;
    let salt = factor - 23;
    let body = parts.lines[2].start;
    let mut add = |edits: String, expected: &str, name: &str| list.add("passphrase", edits, expected, name);
    for text in ["16", "17", "18", "22", "30", "31", "32", "63", "64", "99"] {
        add(format!("put {factor} {}", hex(text.as_bytes())), "TooLarge", &format!("scrypt with 2^{text}"));
    }
    for text in ["00", "-1", "+9", " 9", "01"] {
        add(format!("put {factor} {}", hex(text.as_bytes())), "Damaged", &format!("scrypt with {text:?}"));
    }
    add(format!("insert {factor} 30"), "Damaged", "scrypt with 015");
    add(format!("insert {} 30", factor + 2), "TooLarge", "scrypt with 2^150");
    add(format!("drop {} 3", factor - 1), "Damaged", "no work factor");
    for text in ["14", "10", "1x"] {
        add(format!("put {factor} {}", hex(text.as_bytes())), "WrongKey", &format!("scrypt with only {text:?}"));
    }
    for at in [salt, salt + 10, body, body + 20] {
        let other = if bytes[at] == b'A' { 'B' } else { 'A' };
        add(format!("put {at} {}", hex(&[other as u8])), "WrongKey", "a letter of salt or body altered");
    }
    add(format!("drop {salt} 4"), "Damaged", "a short salt");
    add(format!("put {salt} 2a"), "Damaged", "no base64 in the salt");
    add(format!("drop {body} 4"), "Damaged", "a short body");
    add(format!("copy {} {} {}", stanza.start, stanza.len(), stanza.end), "Damaged", "two passphrases");
    add(format!("insert {} {}", stanza.end, hex(b"-> grease\n\n")), "Damaged", "a passphrase and something else");
    add(format!("drop {} {}", stanza.start, stanza.len()), "Damaged", "the only stanza stripped");
    add(format!("put {} 58", stanza.start + 3), "WrongKey", "another sort, so that a tablet's key is wanted");
}

/// The pieces of a large bundle, each sealed under its number and whether it is the last.
fn pieces(list: &mut List, bytes: &[u8]) {
    let chunks = Parts::of(bytes).chunks;
    let [first, second, last] = chunks.as_slice() else { panic!("three pieces: {chunks:?}") };
    let mut add = |edits: String, name: &str| list.add("chunks", edits, "Damaged", name);
    add(format!("swap {} {} {CHUNK}", first.start, second.start), "pieces reordered");
    add(format!("drop {} {CHUNK}", first.start), "the first piece gone");
    add(format!("drop {} {CHUNK}", second.start), "the second piece gone");
    add(format!("cut {}", last.start), "the last piece gone");
    add(format!("cut {}", second.start), "two pieces gone");
    add(format!("cut {}", last.start - 1), "cut before the end of the second piece");
    add(format!("cut {}", last.start + 1), "cut after a byte of the last piece");
    add(format!("cut {}", last.start + 16), "cut after what is as long as a tag");
    add(format!("insert {} 00*{CHUNK}", last.end), "a piece more, of zeros");
    add(format!("copy {} {} {}", last.start, last.len(), last.end), "the last piece twice");
    for chunk in [first, second, last] {
        add(format!("flip {} 01", chunk.start), "the first byte of a piece altered");
        add(format!("flip {} 80", chunk.end - 17), "the last byte of a piece altered");
        add(format!("flip {} 04", chunk.end - 1), "the tag of a piece altered");
    }
}

fn payload(list: &mut List, payload: &[u8]) {
    list.flips("payload", 0..START - 1, "NotABundle", "the payload's magic altered");
    for end in [0, 1, 7, START - 2] {
        list.add("payload", format!("cut {end}"), "NotABundle", format!("payload cut after {end} bytes"));
    }
    for end in START - 1..payload.len() {
        list.add("payload", format!("cut {end}"), "Damaged", format!("payload cut after {end} bytes"));
    }
    for (version, expected) in [("00", "Damaged"), ("02", "Damaged"), ("03", "Newer(3)"), ("ff", "Newer(255)")] {
        list.add(
            "payload",
            format!("put {} {version}", START - 1),
            expected,
            format!("the payload's version is {version}"),
        );
    }
    list.add("payload", format!("insert {} 00", payload.len()), "Damaged", "a byte behind the blocks");
    list.add(
        "payload",
        format!("insert {} {}", payload.len(), "00".repeat(8)),
        "Damaged",
        "an empty block behind the others",
    );
    for (at, what) in [(START, "packed"), (START + 4, "plain")] {
        for (number, expected) in [(0, "Damaged"), (1, "Damaged"), (2, "TooLarge"), (3, "TooLarge")] {
            list.add(
                "payload",
                format!("flip {} 02", at + number),
                expected,
                format!("byte {number} of a block's {what} length"),
            );
        }
    }
    list.add(
        "payload",
        format!("whole {}", hex(b"something else entirely\n")),
        "NotABundle",
        "age around something else",
    );
    list.add("payload", format!("whole {}", hex(b"PK\x03\x04")), "NotABundle", "age around a zip");
}

/// Streams of items, well packed.
fn items(list: &mut List) {
    let head = |changes: &[u8]| [&[0, 0], [0; 16].as_slice(), changes].concat();
    let item = |bytes: &[u8]| [&[bytes.len() as u8], bytes].concat();
    let mut add = |stream: Vec<u8>, expected: &str, name: &str| {
        list.add("payload", format!("whole {}", hex(&payload_of_stream(&stream))), expected, name);
    };
    let one = item(&head(&[1]));
    add(item(&[]), "Damaged", "an empty head");
    add(item(&head(&[])), "Damaged", "a head without its count");
    add(item(&head(&[0, 0])), "Damaged", "a head with a byte more");
    add(item(&[0; 10]), "Damaged", "half a head");
    add(item(&head(&[0xff; 5])), "Damaged", "a count of more than 32 bits");
    add(item(&head(&[0xff, 0xff, 0xff, 0xff, 0x0f])), "Damaged", "a count of four thousand million, and no change");
    add(item(&head(&[0x80; 12])), "Damaged", "a count without end");
    add(one.clone(), "Damaged", "a change is missing");
    add([item(&head(&[2])), item(b"a")].concat(), "Damaged", "the second change is missing");
    add([one.clone(), item(b"a"), item(b"b")].concat(), "Damaged", "a change too many");
    add([item(&head(&[0])), item(b"a")].concat(), "Damaged", "a change that is not counted");
    add([one.clone(), vec![5, b'a']].concat(), "Damaged", "a change that is cut");
    add([one.clone(), vec![0x80]].concat(), "Damaged", "half a length");
    add([one.clone(), vec![0xff, 0xff, 0x3f, 0]].concat(), "Damaged", "a change that claims a megabyte and has a byte");
    add([one.clone(), vec![0x81, 0x80, 0x40]].concat(), "TooLarge", "a change that claims a byte more than a megabyte");
    add([one.clone(), vec![0xff, 0xff, 0x7f]].concat(), "TooLarge", "a change that claims two megabytes");
    add([one.clone(), vec![0x80, 0x80, 0x80, 0]].concat(), "TooLarge", "a length of four bytes");
    add([one, vec![0xff; 12]].concat(), "TooLarge", "a length without end");
}

/// Blocks that lie.
fn packing(list: &mut List) {
    let start = payload_of_stream(&[]);
    let mut add = |packed: u32, plain: u32, bytes: &[u8], expected: &str, name: &str| {
        let block = [&packed.to_le_bytes(), &plain.to_le_bytes(), bytes].concat();
        list.add("payload", format!("whole {}", hex(&[start.clone(), block].concat())), expected, name);
    };
    let most = 64 * 1024;
    add(0, 0, &[], "Damaged", "an empty block");
    add(1, 0, &[0], "Damaged", "a block of nothing");
    add(1, 1, &[0], "Damaged", "a block that gives less than it claims");
    add(3, 1, &[0x20, 0, 0], "Damaged", "a block that gives more than it claims");
    add(2, 2, &[0x20, 0], "Damaged", "literals that are cut");
    add(3, 9, &[0xf0, 0xff, 0xff], "Damaged", "a count of literals that is cut");
    add(4, 8, &[0x14, 0, 0, 0], "Damaged", "a match at distance 0");
    add(4, 8, &[0x14, 0, 9, 0], "Damaged", "a match from before the beginning");
    add(3, 8, &[0x14, 0, 1], "Damaged", "a distance that is cut");
    add(4, 4, &[0x1f, 0, 1, 0], "Damaged", "a count of a match that is cut");
    add(5, most, &[0x1f, 0, 1, 0, 0], "Damaged", "five bytes that claim 64 KB");
    add(2, most + 1, &[0x10, 0], "TooLarge", "a block that claims a byte more than a block");
    add(2, u32::MAX, &[0x10, 0], "TooLarge", "a block that claims four gigabytes");
    add(u32::MAX, 1, &[0x10, 0], "TooLarge", "a block that says it is packed in four gigabytes");
    add(100, 1, &[0x10, 0], "Damaged", "a block that is cut");
    add(1, 1, &[0x10, 0], "Damaged", "a block that is longer than it says");
}
