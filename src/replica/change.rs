//! Changes: what one press of "save" writes, as values and as bytes. A change never changes again.
//!
//! Bytes: a version byte, the replica's public key (32), its Ed25519 signature (64) over a prefix, version and body, then
//! the body (postcard). The hash of a change is SHA-256 of all its bytes, and each change names the hash of its
//! predecessor: so the signature of a chain's last change vouches for every byte before it.

use std::fmt;

use domain::{Uuid, Value};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::signer::{PublicKey, SignatureBytes, is_signed, replica_of};
use crate::{Frame, Intent, Signer, Timestamp};

/// The version of the encoding that this code writes.
const VERSION: u8 = 2;
/// What is filled in bulk is cut into changes of this size, so that rows stay small in every storage engine.
pub const MAX_BYTES: usize = 60_000;
/// No change is larger than this, whoever made it.
pub const MOST_BYTES: usize = 1 << 20;
/// Version, key and signature.
const HEAD: usize = 1 + 32 + 64;
/// What is signed begins with this, so that the signature fits nothing else.
const PURPOSE: &[u8] = b"bangfu change";

/// SHA-256 of a change's bytes; all zero before the first of a chain.
pub type Hash = [u8; 32];

/// One incarnation of one installation: 128 random bits, never part of a backup.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ReplicaId(pub [u8; 16]);

impl ReplicaId {
    /// All 32 hexadecimal digits.
    #[must_use]
    pub fn hex(self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The replica of 32 hexadecimal digits.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let is_hex = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = u128::from_str_radix(text, 16).ok().filter(|_| is_hex)?;
        Some(Self(number.to_be_bytes()))
    }
}

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

/// A change with its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The change.
    pub change: Change,
    /// The bytes to keep and to carry.
    pub bytes: Vec<u8>,
    /// The hash that the next change of the chain names.
    pub hash: Hash,
}

impl Signed {
    /// Reads what [`Change::sign`] made. It checks that the key is that of the replica named, and not the signature:
    /// see [`is_genuine`].
    ///
    /// # Errors
    /// `Version` for bytes of another version, `Malformed` for anything else that is no change.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let version = *bytes.first().ok_or(DecodeError::Malformed)?;
        if version != VERSION {
            return Err(DecodeError::Version(version));
        }
        let parts = Parts::of(bytes).ok_or(DecodeError::Malformed)?;
        let (change, left) = postcard::take_from_bytes::<Change>(parts.body).map_err(|_| DecodeError::Malformed)?;
        let is_whole = left.is_empty() && change.id.seq > 0 && bytes.len() <= MOST_BYTES;
        if !is_whole || change.id.replica != replica_of(parts.key) {
            return Err(DecodeError::Malformed);
        }
        Ok(Self { change, bytes: bytes.to_vec(), hash: hash_of(bytes) })
    }

    /// The frame that keeps it.
    #[must_use]
    pub fn frame(&self) -> Frame {
        Frame { scope: self.change.scope, id: self.change.id, bytes: self.bytes.clone() }
    }
}

impl Change {
    /// Signs it; nothing when the keeper of the key refuses. The change must name the signer's replica.
    pub async fn sign(self, signer: &dyn Signer) -> Option<Signed> {
        let body = postcard::to_stdvec(&self).ok()?;
        let signature = signer.sign(&message(VERSION, &body)).await?;
        let bytes = [&[VERSION], signer.public_key().as_slice(), &signature, &body].concat();
        let hash = hash_of(&bytes);
        Some(Signed { change: self, bytes, hash })
    }

    /// What the user meant by it, if this version knows.
    #[must_use]
    pub fn intent(&self) -> Option<Intent> {
        Intent::from_number(self.intent)
    }
}

/// Whether bytes that decode as a change are signed by the replica that they name.
#[must_use]
pub fn is_genuine(bytes: &[u8]) -> bool {
    Parts::of(bytes).is_some_and(|parts| is_signed(parts.key, &message(parts.version, parts.body), parts.signature))
}

/// The bytes of a change, taken apart.
struct Parts<'a> {
    version: u8,
    key: &'a PublicKey,
    signature: &'a SignatureBytes,
    body: &'a [u8],
}

impl<'a> Parts<'a> {
    fn of(bytes: &'a [u8]) -> Option<Self> {
        let (version, rest) = bytes.split_first()?;
        let (key, rest) = rest.split_first_chunk()?;
        let (signature, body) = rest.split_first_chunk()?;
        debug_assert_eq!(bytes.len() - body.len(), HEAD, "the head has a fixed length");
        Some(Self { version: *version, key, signature, body })
    }
}

fn message(version: u8, body: &[u8]) -> Vec<u8> {
    [PURPOSE, &[version], body].concat()
}

fn hash_of(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signer::SeedSigner;
    use futures::executor::block_on;
    use proptest::prelude::*;

    fn signed() -> Signed {
        let signer = SeedSigner::new(&[7; 32]);
        let id = ChangeId { replica: replica_of(&signer.public_key()), seq: 3 };
        let field = FieldOp { number: 2, value: Value::Text("x".into()), replaces: vec![ChangeId { seq: 2, ..id }] };
        let records = vec![RecordOps { kind: 11, id: Uuid::from_bytes([9; 16]), fields: vec![field] }];
        let time = Timestamp::new(1_790_000_000_000, 1);
        let change = Change { scope: 220_300, id, previous: [1; 32], time, author: None, intent: 1, records };
        block_on(change.sign(&signer)).expect("it signs")
    }

    #[test]
    fn what_is_written_is_read_and_is_genuine() {
        let signed = signed();
        assert_eq!(Signed::decode(&signed.bytes), Ok(signed.clone()));
        assert!(is_genuine(&signed.bytes));
    }

    #[test]
    fn every_cut_and_every_flip_is_noticed() {
        let bytes = signed().bytes;
        for length in 0..bytes.len() {
            assert!(Signed::decode(&bytes[..length]).is_err(), "cut at {length}");
        }
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let is_taken = Signed::decode(&flipped).is_ok() && is_genuine(&flipped);
            assert!(!is_taken, "bit {bit} flipped unnoticed");
        }
    }

    #[test]
    fn another_version_is_told() {
        let mut bytes = signed().bytes;
        bytes[0] = 9;
        assert_eq!(Signed::decode(&bytes), Err(DecodeError::Version(9)));
    }

    #[test]
    fn a_chain_begins_at_one() {
        let change = signed().change;
        let none = Change { id: ChangeId { seq: 0, ..change.id }, ..change };
        let signed = block_on(none.sign(&SeedSigner::new(&[7; 32]))).expect("it signs");
        assert_eq!(Signed::decode(&signed.bytes), Err(DecodeError::Malformed));
    }

    #[test]
    fn an_intent_of_a_newer_version_is_none_of_ours() {
        let change = signed().change;
        assert_eq!(change.intent(), Some(Intent::Undo));
        assert_eq!(Change { intent: 900, ..change }.intent(), None);
    }

    #[test]
    fn a_replica_is_named_by_its_first_digits() {
        // Findings are settled under keys that hold this name.
        assert_eq!(format!("{:?}", ReplicaId([0xa7; 16])), "a7a7a7a7");
    }

    #[test]
    fn a_replica_s_digits_lead_back_to_it() {
        let replica = ReplicaId(core::array::from_fn(|place| u8::try_from(place * 17).unwrap_or_default()));
        let digits = "00112233445566778899aabbccddeeff";
        assert_eq!(replica.hex(), digits);
        assert_eq!(ReplicaId::from_hex(digits), Some(replica));
        for wrong in
            ["", "0", &digits[1..], &format!("{digits}0"), &format!("+{}", &digits[1..]), &digits.replace('f', "g")]
        {
            assert_eq!(ReplicaId::from_hex(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn nobody_signs_for_another_replica() {
        let (honest, other) = (signed().change, SeedSigner::new(&[8; 32]));
        let forged = block_on(honest.sign(&other)).expect("it signs");
        assert_eq!(Signed::decode(&forged.bytes), Err(DecodeError::Malformed));
    }

    #[test]
    fn lists_in_lists_in_lists_are_no_change() {
        let mut body = postcard::to_stdvec(&signed().change).expect("encodes");
        let text = body.windows(2).position(|window| window == [1, b'x']).expect("the text is there");
        // The value's tag (3, text) becomes 40,000 lists, each of one list.
        body.splice(text - 1..text + 1, std::iter::repeat_n([6, 1], 40_000).flatten());
        let bytes = [&signed().bytes[..HEAD], &body].concat();
        assert_eq!(Signed::decode(&bytes), Err(DecodeError::Malformed));
    }

    proptest! {
        #[test]
        fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = Signed::decode(&bytes);
            let _ = is_genuine(&bytes);
        }
    }
}
