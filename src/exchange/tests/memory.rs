//! For a megabyte of input the decoder never holds more than 64 MB, whatever the input claims. One test, since it
//! measures what the whole process holds.

use exchange::testing::{payload_of_blocks, payload_of_stream, seal};
use exchange::{Bundle, Key, Lock, UnpackError, new_identity, unpack};
use peak_alloc::PeakAlloc;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

const MEGABYTE: usize = 1 << 20;

/// The most that is held while the payload is unpacked, and the answer.
fn measure(payload: &[u8], lock: &Lock, key: &Key) -> (usize, Result<Bundle, UnpackError>) {
    let bytes = seal(payload, lock);
    assert!(bytes.len() < MEGABYTE + 4096, "the input is about a megabyte: {}", bytes.len());
    let before = ALLOCATOR.current_usage();
    ALLOCATOR.reset_peak_usage();
    let answer = unpack(&bytes, key);
    (ALLOCATOR.peak_usage() - before + bytes.len(), answer)
}

/// A block whose lz4 is a run of this byte, `times` times 255 bytes and some long; it claims `length`.
fn run(byte: u8, times: usize, length: u32) -> Vec<u8> {
    let mut packed = vec![0x1f, byte, 1, 0];
    packed.extend(vec![0xff; times]);
    packed.extend([0, 0x50, byte, byte, byte, byte, byte]);
    [(packed.len() as u32).to_le_bytes().as_slice(), &length.to_le_bytes(), &packed].concat()
}

/// The largest run that fits in a block: 1 + 19 + 255 × 256 + 5 bytes.
fn full_run(byte: u8) -> Vec<u8> {
    run(byte, 256, 1 + 19 + 255 * 256 + 5)
}

/// The block of a head that counts that many changes.
fn head(changes: [u8; 5]) -> Vec<u8> {
    let item = [&[0, 0], [0; 16].as_slice(), &changes].concat();
    let payload = payload_of_stream(&[&[item.len() as u8], item.as_slice()].concat());
    payload[15..].to_vec()
}

const MOST: [u8; 5] = [0xff, 0xff, 0xff, 0xff, 0x0f];

fn after_head(blocks: &[u8]) -> Vec<u8> {
    payload_of_blocks(&[head(MOST), blocks.to_vec()].concat())
}

fn bombs() -> Vec<(&'static str, Vec<u8>, UnpackError)> {
    let many = |block: Vec<u8>| block.repeat(MEGABYTE / block.len());
    let stored = long_literals(&[0; MEGABYTE - 8192]);
    vec![
        ("lz4 that expands 255 times, into empty changes", after_head(&many(full_run(0))), UnpackError::TooLarge),
        ("lz4 that expands 255 times, into small changes", after_head(&many(full_run(1))), UnpackError::TooLarge),
        ("lz4 that expands 255 times, into changes of 127", after_head(&many(full_run(127))), UnpackError::TooLarge),
        ("lz4 that expands 255 times, no head", payload_of_blocks(&many(full_run(0))), UnpackError::Damaged),
        ("a block that expands beyond its claim", after_head(&run(0, 60_000, 1 << 16)), UnpackError::Damaged),
        ("a block that is a megabyte packed", after_head(&run(0, 900_000, 1 << 16)), UnpackError::TooLarge),
        ("a block that claims 4 GB", after_head(&run(0, 60_000, u32::MAX)), UnpackError::TooLarge),
        ("a block that claims more than a block", after_head(&run(0, 256, (1 << 16) + 1)), UnpackError::TooLarge),
        ("blocks that claim and do not give", after_head(&many(run(0, 0, 1 << 16))), UnpackError::Damaged),
        ("a change that claims more than there is", after_head(&literals(&[0xff, 0xff, 0x3f])), UnpackError::Damaged),
        ("a change that claims 2 MB", after_head(&literals(&[0xff, 0xff, 0x7f])), UnpackError::TooLarge),
        ("a change that claims 4 GB", after_head(&literals(&[0xff, 0xff, 0xff, 0xff, 0x0f])), UnpackError::TooLarge),
        ("a count that lies", after_head(&[]), UnpackError::Damaged),
        ("a megabyte of empty changes as they are", after_head(&stored), UnpackError::TooLarge),
        ("changes of 1 MB, as many as go", after_head(&many(largest())), UnpackError::TooLarge),
    ]
}

/// A block of literals alone.
fn literals(bytes: &[u8]) -> Vec<u8> {
    let packed = [&[(bytes.len() as u8) << 4], bytes].concat();
    [(packed.len() as u32).to_le_bytes().as_slice(), &(bytes.len() as u32).to_le_bytes(), &packed].concat()
}

fn long_literals(bytes: &[u8]) -> Vec<u8> {
    let long = bytes.len() - 15;
    let mut packed = vec![0xf0];
    packed.extend(vec![0xff; long / 255]);
    packed.push((long % 255) as u8);
    packed.extend(bytes);
    [(packed.len() as u32).to_le_bytes().as_slice(), &(bytes.len() as u32).to_le_bytes(), &packed].concat()
}

/// Blocks that hold one change of the largest size.
fn largest() -> Vec<u8> {
    let payload = payload_of_stream(&[&[0x80, 0x80, 0x40], vec![0; MEGABYTE].as_slice()].concat());
    payload[15..].to_vec()
}

#[test]
fn a_megabyte_in_is_never_more_than_64_held() {
    let (identity, recipient) = new_identity();
    let (lock, key) = (Lock::Recipients(vec![recipient]), Key::Identity(identity));
    for (name, payload, expected) in bombs() {
        let (most, answer) = measure(&payload, &lock, &key);
        assert_eq!(answer.map(|bundle| bundle.changes.len()), Err(expected), "{name}");
        assert!(most < 64 * MEGABYTE, "{name}: {most} bytes held");
    }

    let (name, payload, _) = bombs().swap_remove(0);
    let (lock, key) = (Lock::Passphrase("x".into()), Key::Passphrase("x".into()));
    let (most, answer) = measure(&payload, &lock, &key);
    assert_eq!(answer, Err(UnpackError::TooLarge));
    assert!(most > 32 * MEGABYTE, "the measure sees scrypt work: {most}");
    assert!(most < 64 * MEGABYTE, "with a passphrase, {name}: {most} bytes held");
}
