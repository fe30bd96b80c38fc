//! The payload of a bundle, inside the lock: magic, a version byte, blocks, and SHA-256 of all that. The first item
//! in the blocks is the head (postcard), each further one a change. An older version must never be read as this one.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::blocks::{Reader, Writer, allowance, cost};
use crate::{Bundle, PackError, UnpackError, blocks};

const MAGIC: &[u8] = b"bangfu bundle\n";
/// The version that this code writes, and the only one there was.
const VERSION: u8 = 1;
const DIGEST: usize = 32;

#[derive(Serialize, Deserialize)]
struct Head {
    scope: u32,
    made_at: u64,
    from: [u8; 16],
    changes: u32,
}

/// The payload of a bundle.
pub(crate) fn encode(bundle: &Bundle) -> Result<Vec<u8>, PackError> {
    if bundle.changes.iter().any(|change| change.len() > blocks::MAX_ITEM) {
        return Err(PackError::TooLarge);
    }
    let mut writer = Writer::after(start());
    let head = head_item(bundle)?;
    writer.item(&head);
    bundle.changes.iter().for_each(|change| writer.item(change));
    let payload = writer.finish();
    let spent: usize = cost(&head) + bundle.changes.iter().map(|change| cost(change)).sum::<usize>();
    let may_spend = allowance(payload.len() - start().len());
    if spent > may_spend { Err(PackError::TooLarge) } else { Ok(with_digest(payload)) }
}

fn head_item(bundle: &Bundle) -> Result<Vec<u8>, PackError> {
    let changes = u32::try_from(bundle.changes.len()).map_err(|_| PackError::TooLarge)?;
    let head = Head { scope: bundle.scope, made_at: bundle.made_at, from: bundle.from, changes };
    postcard::to_stdvec(&head).map_err(|_| PackError::TooLarge)
}

/// What every payload of this version begins with.
pub(crate) fn start() -> Vec<u8> {
    [MAGIC, &[VERSION]].concat()
}

/// The same, with its digest behind it.
pub(crate) fn with_digest(mut payload: Vec<u8>) -> Vec<u8> {
    let digest = Sha256::digest(&payload);
    payload.extend_from_slice(&digest);
    payload
}

/// The bundle in a payload: all of it, or nothing.
pub(crate) fn decode(payload: &[u8]) -> Result<Bundle, UnpackError> {
    let rest = payload.strip_prefix(MAGIC).ok_or(UnpackError::NotABundle)?;
    match rest.first() {
        Some(&VERSION) => {}
        Some(&version) if version > VERSION => return Err(UnpackError::Newer(version)),
        _ => return Err(UnpackError::Damaged),
    }
    let (signed, digest) = payload.split_last_chunk::<DIGEST>().ok_or(UnpackError::Damaged)?;
    let blocks = signed.get(MAGIC.len() + 1..).ok_or(UnpackError::Damaged)?;
    if Sha256::digest(signed).as_slice() != digest {
        return Err(UnpackError::Damaged);
    }
    read(Reader::new(blocks))
}

fn read(mut reader: Reader<'_>) -> Result<Bundle, UnpackError> {
    let item = reader.item()?;
    let (head, left) = postcard::take_from_bytes::<Head>(&item).map_err(|_| UnpackError::Damaged)?;
    if !left.is_empty() {
        return Err(UnpackError::Damaged);
    }
    let mut changes = Vec::new();
    for _ in 0..head.changes {
        changes.push(reader.item()?);
    }
    if !reader.is_at_end() {
        return Err(UnpackError::Damaged);
    }
    Ok(Bundle { scope: head.scope, made_at: head.made_at, from: head.from, changes })
}
