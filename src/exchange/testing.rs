//! Doors for tests and for the fuzzer, past the lock. Not part of the product's interface.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::io::{Read, Write};

use crate::blocks::Writer;
use crate::{Bundle, Key, Lock, UnpackError, lock, payload};

/// The key that the fuzzer tries on whole files; nothing real was ever locked for it.
pub const FUZZ_IDENTITY: &str = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";

/// The recipient that belongs to [`FUZZ_IDENTITY`].
pub const FUZZ_RECIPIENT: &str = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";

/// The passphrase of the bundles under `tests/cases`.
pub const CASE_PASSPHRASE: &str = "correct horse battery staple";

/// A payload with these blocks, right from its magic on.
#[must_use]
pub fn payload_of_blocks(blocks: &[u8]) -> Vec<u8> {
    [payload::start(payload::PLAIN), blocks.to_vec()].concat()
}

/// A payload whose blocks hold this stream of items.
#[must_use]
pub fn payload_of_stream(stream: &[u8]) -> Vec<u8> {
    let mut writer = Writer::after(payload::start(payload::PLAIN));
    writer.bytes(stream).expect("memory takes it");
    writer.finish().expect("memory takes it")
}

/// A payload with photos whose blocks hold this stream of items.
#[must_use]
pub fn payload_of_photo_stream(stream: &[u8]) -> Vec<u8> {
    let mut writer = Writer::after(payload::start(payload::WITH_PHOTOS));
    writer.bytes(stream).expect("memory takes it");
    writer.finish().expect("memory takes it")
}

/// The payload of a bundle.
#[must_use]
pub fn payload_of(bundle: &Bundle) -> Vec<u8> {
    payload::encode(bundle).expect("a bundle of a test is small")
}

/// Locks any bytes as if they were a payload.
#[must_use]
pub fn seal(payload: &[u8], lock: &Lock) -> Vec<u8> {
    let mut sealing = lock::seal(lock).expect("the lock of a test is one");
    sealing.write_all(payload).expect("memory takes it");
    lock::sealed(sealing).expect("a payload of a test is small")
}

/// The payload behind the lock, whatever it is.
///
/// # Errors
/// Those of the lock.
pub fn open(bytes: &[u8], key: &Key) -> Result<Vec<u8>, UnpackError> {
    let mut payload = Vec::new();
    lock::open(bytes, key)?.read_to_end(&mut payload).map_err(|_| UnpackError::Damaged)?;
    Ok(payload)
}

/// Reads a payload.
///
/// # Errors
/// Those of the payload.
pub fn decode(payload: &[u8]) -> Result<Bundle, UnpackError> {
    payload::decode(payload)
}

/// What the fuzzer does with its bytes. The first one says what the others are: blocks, a stream of items, a payload,
/// a stream of items with photos, or a whole file. What can be read, of which the answer tells, must be written and read
/// again as it was.
pub fn probe(bytes: &[u8]) -> bool {
    let Some((what, rest)) = bytes.split_first() else { return false };
    let bundle = match what {
        0 => decode(&payload_of_blocks(rest)),
        1 => decode(&payload_of_stream(rest)),
        2 => decode(rest),
        4 => decode(&payload_of_photo_stream(rest)),
        _ => {
            let kind = crate::key_kind(rest);
            let bundle = crate::unpack(rest, &Key::Identity(FUZZ_IDENTITY.to_owned()));
            assert!(kind.is_ok() || bundle.is_err(), "what opens says which key it wants");
            bundle
        }
    };
    let Ok(bundle) = bundle else { return false };
    assert_eq!(decode(&payload_of(&bundle)), Ok(bundle));
    true
}
