//! A row of the log is a run: changes of one chain without a gap, appended together. A save is a run of one; what comes
//! from another tablet by the thousand lies in a few large rows, which are written and read many times faster.
//!
//! A run lies at the place of its *last* change, so that "everything beyond" is a range of keys. Its bytes: the place of
//! its first change, then each change as its length (32 bits, greatest byte first) and its bytes. Runs never overlap.

use std::collections::BTreeMap;

use replica::{Frame, StorageError};

use super::row::{PLACE_BYTES, Place};
use crate::failure::Failure;

/// Browsers keep rows beyond 64 KB in files of their own, which "cleaners" delete.
const LARGEST_ROW: usize = 32_000;

/// Changes by their place.
pub(super) type Changes<'a> = BTreeMap<Place, &'a [u8]>;

/// The runs that the changes make, each with its place.
pub(super) fn pack(changes: &Changes<'_>) -> Vec<(Place, Vec<u8>)> {
    let mut runs: Vec<(Place, Vec<u8>)> = Vec::new();
    for (place, bytes) in changes {
        match runs.last_mut() {
            Some((last, run)) if last.is_followed_by(*place) && run.len() + bytes.len() < LARGEST_ROW => {
                *last = *place;
                push(run, bytes);
            }
            _ => runs.push((*place, begin(*place, bytes))),
        }
    }
    runs
}

fn begin(place: Place, bytes: &[u8]) -> Vec<u8> {
    let mut run = Vec::with_capacity(PLACE_BYTES + 4 + bytes.len());
    run.extend_from_slice(&place.to_bytes());
    push(&mut run, bytes);
    run
}

fn push(run: &mut Vec<u8>, bytes: &[u8]) {
    // A change is at most 60,000 bytes long.
    let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    run.extend_from_slice(&length.to_be_bytes());
    run.extend_from_slice(bytes);
}

/// The changes of a run, in order.
pub(super) fn unpack(run: &[u8]) -> Result<Vec<Frame>, Failure> {
    let (mut place, mut rest) = Place::split_from(run).ok_or(StorageError::Damaged)?;
    let mut frames = Vec::new();
    while !rest.is_empty() {
        let (bytes, after) = split_change(rest).ok_or(StorageError::Damaged)?;
        frames.push(Frame { scope: place.scope, id: place.id, bytes: bytes.to_vec() });
        place = place.at(place.id.seq.checked_add(1).ok_or(StorageError::Damaged)?);
        rest = after;
    }
    if frames.is_empty() { Err(StorageError::Damaged.into()) } else { Ok(frames) }
}

fn split_change(run: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = run.split_first_chunk()?;
    rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)
}
