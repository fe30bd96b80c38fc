//! Doors for tests and for the fuzzer, past the lock and past the digest. Not part of the product's interface.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use crate::blocks::Writer;
use crate::{Bundle, Key, Lock, UnpackError, lock, payload};

/// The key that the fuzzer tries on whole files; nothing real was ever locked for it.
pub const FUZZ_IDENTITY: &str = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";

/// A payload with these blocks, right from magic to digest.
#[must_use]
pub fn payload_of_blocks(blocks: &[u8]) -> Vec<u8> {
    payload::with_digest([payload::start(), blocks.to_vec()].concat())
}

/// A payload whose blocks hold this stream of items.
#[must_use]
pub fn payload_of_stream(stream: &[u8]) -> Vec<u8> {
    let mut writer = Writer::after(payload::start());
    writer.bytes(stream);
    payload::with_digest(writer.finish())
}

/// The payload of a bundle.
#[must_use]
pub fn payload_of(bundle: &Bundle) -> Vec<u8> {
    payload::encode(bundle).expect("a bundle of a test is small")
}

/// The same bytes with the digest that belongs to what is before the last 32 of them.
#[must_use]
pub fn with_right_digest(payload: &[u8]) -> Vec<u8> {
    payload::with_digest(payload[..payload.len().saturating_sub(32)].to_vec())
}

/// Locks any bytes as if they were a payload.
#[must_use]
pub fn seal(payload: &[u8], lock: &Lock) -> Vec<u8> {
    lock::seal(payload, lock).expect("the lock of a test is one")
}

/// The payload behind the lock, whatever it is.
///
/// # Errors
/// Those of the lock.
pub fn open(bytes: &[u8], key: &Key) -> Result<Vec<u8>, UnpackError> {
    lock::open(bytes, key)
}

/// Reads a payload.
///
/// # Errors
/// Those of the payload.
pub fn decode(payload: &[u8]) -> Result<Bundle, UnpackError> {
    payload::decode(payload)
}

/// What the fuzzer does with its bytes. The first one says what the others are: blocks, a stream of items, a payload,
/// or a whole file. What can be read must be written and read again as it was.
pub fn probe(bytes: &[u8]) {
    let Some((what, rest)) = bytes.split_first() else { return };
    let bundle = match what {
        0 => decode(&payload_of_blocks(rest)),
        1 => decode(&payload_of_stream(rest)),
        2 => decode(rest),
        _ => {
            let kind = crate::key_kind(rest);
            let bundle = crate::unpack(rest, &Key::Identity(FUZZ_IDENTITY.to_owned()));
            assert!(kind.is_ok() || bundle.is_err(), "what opens says which key it wants");
            bundle
        }
    };
    if let Ok(bundle) = bundle {
        assert_eq!(decode(&payload_of(&bundle)), Ok(bundle));
    }
}
