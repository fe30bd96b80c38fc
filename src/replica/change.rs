//! Changes: what one press of "save" writes, as values and as bytes. A change never changes again.
//!
//! Bytes: a version byte, then (postcard) the body's bytes and a signature over them. The hash of a change covers the
//! version and the body, so that a chain can be checked whether or not it is signed.

use std::fmt;

use domain::{Uuid, Value};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{Intent, Timestamp};

/// The version of the encoding that this code writes.
const VERSION: u8 = 1;
/// No change is larger than this, so that rows stay small in every storage engine.
pub const MAX_BYTES: usize = 60_000;

/// SHA-256 of a change; all zero before the first of a chain.
pub type Hash = [u8; 32];

/// One incarnation of one installation: 128 random bits, never part of a backup.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ReplicaId(pub [u8; 16]);

impl fmt::Debug for ReplicaId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0[..4].iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// The name of a change: who made it, and its place in their chain, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ChangeId {
    /// The replica.
    pub replica: ReplicaId,
    /// 1, 2, 3 …
    pub seq: u32,
}

/// Ops that stand or fall together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The scope of the chain: a division's code (design: an installation has one).
    pub scope: u32,
    /// Its name.
    pub id: ChangeId,
    /// The hash of its predecessor in the chain.
    pub previous: Hash,
    /// When it was made, by the hybrid clock.
    pub time: Timestamp,
    /// Who made it, where staff are known.
    pub author: Option<Uuid>,
    /// What the user meant by it: the number of an [`Intent`], or one of a newer version.
    pub intent: u16,
    /// What it writes, by record.
    pub records: Vec<RecordOps>,
}

/// The ops of a change on one record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordOps {
    /// The number of the record's kind, known to this version or not.
    pub kind: u16,
    /// The record.
    pub id: Uuid,
    /// The fields that are set; each at most once.
    pub fields: Vec<FieldOp>,
}

/// Sets one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldOp {
    /// The field's number.
    pub number: u16,
    /// Its new value.
    pub value: Value,
    /// The changes whose values of this field the author saw and replaced.
    pub replaces: Vec<ChangeId>,
}

/// Why bytes are no change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// They were written by a newer version.
    Version(u8),
    /// They are damaged, cut, or something else.
    Malformed,
}

/// A signature over version and body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Signature {
    /// Not signed.
    None,
    /// Ed25519, 64 bytes.
    Ed25519(Vec<u8>),
}

#[derive(Serialize, Deserialize)]
struct Envelope<'a> {
    #[serde(borrow)]
    body: &'a [u8],
    signature: Signature,
}

impl Change {
    /// The bytes to keep and to carry.
    ///
    /// # Panics
    /// Never: encoding into memory has no way to fail.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let body = postcard::to_stdvec(self).unwrap_or_default();
        let envelope = Envelope { body: &body, signature: Signature::None };
        postcard::to_extend(&envelope, vec![VERSION]).unwrap_or_default()
    }

    /// Reads what [`Change::encode`] wrote, with its hash.
    ///
    /// # Errors
    /// `Version` for bytes of a newer version, `Malformed` for anything else that is no change.
    pub fn decode(bytes: &[u8]) -> Result<(Self, Hash), DecodeError> {
        let (version, rest) = bytes.split_first().ok_or(DecodeError::Malformed)?;
        if *version != VERSION {
            return Err(DecodeError::Version(*version));
        }
        let (envelope, left) = postcard::take_from_bytes::<Envelope<'_>>(rest).map_err(|_| DecodeError::Malformed)?;
        let (change, after) = postcard::take_from_bytes::<Self>(envelope.body).map_err(|_| DecodeError::Malformed)?;
        let is_whole = left.is_empty() && after.is_empty() && change.id.seq > 0;
        if is_whole { Ok((change, hash_of(*version, envelope.body))) } else { Err(DecodeError::Malformed) }
    }

    /// The hash that the next change of the chain names.
    #[must_use]
    pub fn hash(&self) -> Hash {
        hash_of(VERSION, &postcard::to_stdvec(self).unwrap_or_default())
    }

    /// What the user meant by it, if this version knows.
    #[must_use]
    pub fn intent(&self) -> Option<Intent> {
        Intent::from_number(self.intent)
    }
}

fn hash_of(version: u8, body: &[u8]) -> Hash {
    Sha256::new().chain_update([version]).chain_update(body).finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn change() -> Change {
        let id = ChangeId { replica: ReplicaId([7; 16]), seq: 3 };
        let field = FieldOp { number: 2, value: Value::Text("x".into()), replaces: vec![ChangeId { seq: 2, ..id }] };
        let records = vec![RecordOps { kind: 11, id: Uuid::from_bytes([9; 16]), fields: vec![field] }];
        let time = Timestamp::new(1_790_000_000_000, 1);
        Change { scope: 220_300, id, previous: [1; 32], time, author: None, intent: 1, records }
    }

    #[test]
    fn what_is_written_is_read() {
        let bytes = change().encode();
        assert_eq!(Change::decode(&bytes), Ok((change(), change().hash())));
    }

    #[test]
    fn every_cut_and_every_flip_is_answered() {
        let bytes = change().encode();
        for length in 0..bytes.len() {
            assert!(Change::decode(&bytes[..length]).is_err(), "cut at {length}");
        }
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            if let Ok((_, hash)) = Change::decode(&flipped) {
                assert_ne!(hash, change().hash(), "bit {bit} flipped unnoticed");
            }
        }
    }

    #[test]
    fn a_newer_version_is_told() {
        let mut bytes = change().encode();
        bytes[0] = 9;
        assert_eq!(Change::decode(&bytes), Err(DecodeError::Version(9)));
    }

    proptest! {
        #[test]
        fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = Change::decode(&bytes);
        }
    }
}
