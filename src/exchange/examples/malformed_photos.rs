//! Writes the bundle with photos under `tests/cases/bundles`, and the list of what may be wrong with one, beside that of
//! `malformed.rs`: the second version of the format. It was run once; the bundle must open for ever.

#![expect(clippy::unwrap_used, reason = "a tool that is run by hand may fail loudly")]

use std::fmt::Write as _;
use std::fs;

use exchange::testing::{FUZZ_RECIPIENT, payload_of, payload_of_photo_stream};
use exchange::{Bundle, Lock, pack};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/cases/bundles");
/// Magic and version of the payload.
const START: usize = 15;

const HEAD: &str = "\
# What may be wrong with a bundle that carries photos. Written by src/exchange/examples/malformed_photos.rs; read as
# malformed.txt is. `photos-payload` is the payload of photos.age, edited and then locked anew.
";

/// The list as it grows.
struct List(String);

impl List {
    fn add(&mut self, base: &str, edits: &str, expected: &str, name: &str) {
        writeln!(self.0, "{base} | {edits} | {expected} | {name}").unwrap();
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn main() {
    let changes = vec![b"a first change".to_vec(), vec![], b"a third change".to_vec()];
    let large = (0..100_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let photos = vec![b"a picture".to_vec(), large];
    let bundle = Bundle { scope: 220_300, made_at: 1_790_000_000_000, from: [7; 16], changes, photos };
    let file = pack(&bundle, &Lock::Recipients(vec![FUZZ_RECIPIENT.to_owned()])).unwrap();
    fs::write(format!("{FOLDER}/photos.age"), &file).unwrap();
    let mut list = List(HEAD.to_owned());
    let ends = [file.len() - 1, file.len() - 16, file.len() - 17, file.len() / 2, file.len() / 3, file.len() * 2 / 3];
    for end in ends {
        list.add("photos", &format!("cut {end}"), "Damaged", &format!("cut after {end} bytes"));
    }
    payload(&mut list, &payload_of(&bundle));
    items(&mut list);
    fs::write(format!("{FOLDER}/malformed-photos.txt"), list.0).unwrap();
}

fn payload(list: &mut List, payload: &[u8]) {
    let last = payload.len();
    for end in (START - 1..START + 40).chain([last / 2, last - 1, last - 100, last - 9]) {
        list.add("photos-payload", &format!("cut {end}"), "Damaged", &format!("payload cut after {end} bytes"));
    }
    for (version, expected) in [("00", "Damaged"), ("01", "Damaged"), ("03", "Newer(3)"), ("ff", "Newer(255)")] {
        let edits = format!("put {} {version}", START - 1);
        list.add("photos-payload", &edits, expected, &format!("the payload's version is {version}"));
    }
    list.add("photos-payload", &format!("insert {last} 00"), "Damaged", "a byte behind the blocks");
}

/// Streams of items, well packed.
fn items(list: &mut List) {
    let head = |counts: &[u8]| [&[0, 0], [0; 16].as_slice(), counts].concat();
    let item = |bytes: &[u8]| [&[bytes.len() as u8], bytes].concat();
    let mut add = |stream: Vec<u8>, expected: &str, name: &str| {
        let edits = format!("whole {}", hex(&payload_of_photo_stream(&stream)));
        list.add("photos-payload", &edits, expected, name);
    };
    add(item(&head(&[1])), "Damaged", "a head without its photos");
    add(item(&head(&[0, 0])), "Damaged", "a bundle with photos and without any");
    add([item(&head(&[1, 0])), item(b"a")].concat(), "Damaged", "a change and no photos");
    add(item(&head(&[0, 1, 0])), "Damaged", "a head with a byte more");
    add(item(&head(&[0, 0xff, 0xff, 0xff, 0xff, 0x0f])), "Damaged", "four thousand million photos, and none");
    add(item(&head(&[0, 0xff, 0xff, 0xff, 0xff, 0x1f])), "Damaged", "a count of more than 32 bits");
    add(item(&head(&[0, 0x80])), "Damaged", "half a count");
    add(item(&head(&[0, 1])), "Damaged", "a photo is missing");
    add([item(&head(&[1, 1])), item(b"a")].concat(), "Damaged", "the photo behind the change is missing");
    add([item(&head(&[0, 2])), item(b"a")].concat(), "Damaged", "the second photo is missing");
    add([item(&head(&[0, 1])), item(b"a"), item(b"b")].concat(), "Damaged", "a photo that is not counted");
    add([item(&head(&[0, 1])), vec![5, b'a']].concat(), "Damaged", "a photo that is cut");
    add([item(&head(&[0, 1])), vec![0xff, 0xff, 0x3f, 0]].concat(), "Damaged", "a photo that claims a megabyte");
    add([item(&head(&[0, 1])), vec![0x81, 0x80, 0x40]].concat(), "TooLarge", "a photo that claims a byte more");
    add([item(&head(&[0, 1])), vec![0xff; 9]].concat(), "TooLarge", "a length without end");
}
