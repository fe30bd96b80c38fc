//! The log of changes. A change is never written over: the same one again is nothing, another one in its place is
//! refused, and all of what one call appends stands or falls together.

use std::collections::BTreeMap;

use futures::future::{try_join, try_join_all};
use idb::{KeyRange, ObjectStore, Query};
use replica::{ChangeId, Frame, StorageError, Vector};

use super::CHANGES;
use super::connection::Connection;
use super::row::{Place, to_bytes, to_value};
use super::run::{Changes, pack, unpack};
use super::transaction::{Durability, Transaction};
use crate::failure::Failure;

/// So many rows are asked for at once; so many questions are asked at once.
const PAGE: u32 = 1_000;
/// Changes of a chain that lie no further apart are read together with what lies between them.
const NEAR: u32 = 32;

/// Appends. Almost always the changes lie beyond the ends of their chains, so that is tried first.
pub(super) async fn append(connection: &Connection, frames: &[Frame]) -> Result<(), Failure> {
    let changes = by_place(frames)?;
    if changes.is_empty() || add_beyond(connection, &changes).await? {
        return Ok(());
    }
    add_missing(connection, changes).await
}

fn by_place(frames: &[Frame]) -> Result<Changes<'_>, Failure> {
    let mut changes = Changes::new();
    for frame in frames {
        let before = changes.insert(Place::of(frame), &frame.bytes);
        if before.is_some_and(|bytes| bytes != frame.bytes) {
            return Err(StorageError::Taken(frame.id).into());
        }
    }
    Ok(changes)
}

/// Adds the changes, or answers `false` and adds nothing if one of the chains is there already at that length.
async fn add_beyond(connection: &Connection, changes: &Changes<'_>) -> Result<bool, Failure> {
    let transaction = Transaction::write(connection, CHANGES, Durability::Strict)?;
    let store = transaction.store();
    let mut questions = Vec::new();
    for (first, _) in spans(changes.keys().copied(), u32::MAX) {
        let range = KeyRange::bound(&first.to_key(), &first.end().to_key(), None, None)?;
        questions.push(store.get_key(Query::from(range))?.into_future());
    }
    // The browser keeps the order: there is no need to wait for the answers before adding.
    add(store, changes)?;
    let there = try_join_all(questions).await?;
    let is_beyond = there.iter().all(Option::is_none);
    if is_beyond {
        transaction.commit().await?;
    }
    Ok(is_beyond)
}

async fn add_missing(connection: &Connection, mut changes: Changes<'_>) -> Result<(), Failure> {
    let transaction = Transaction::write(connection, CHANGES, Durability::Strict)?;
    for frame in read_spans(transaction.store(), changes.keys().copied().collect()).await? {
        let is_other = changes.remove(&Place::of(&frame)).is_some_and(|bytes| bytes != frame.bytes);
        if is_other {
            return Err(StorageError::Taken(frame.id).into());
        }
    }
    add(transaction.store(), &changes)?;
    transaction.commit().await
}

fn add(store: &ObjectStore, changes: &Changes<'_>) -> Result<(), Failure> {
    for (place, run) in pack(changes) {
        store.add(&to_value(&run), Some(&place.to_key()))?;
    }
    Ok(())
}

/// The changes beyond the vector. Between the chains that it knows there may be others, so it reads, all at once, from
/// the known end of each chain to the beginning of the next known one.
pub(super) async fn read_after(connection: &Connection, known: &Vector) -> Result<Vec<Frame>, Failure> {
    let store = connection.read(CHANGES)?;
    let mut frames = Vec::new();
    for scope in scopes(&store).await? {
        let gaps = gaps(scope, known).into_iter().map(|(after, last)| read_range(&store, after, last));
        frames.extend(try_join_all(gaps).await?.into_iter().flatten());
    }
    // A run may begin before the end that is known.
    frames.retain(|frame| !known.has(frame.id));
    Ok(frames)
}

fn gaps(scope: u32, known: &Vector) -> Vec<(Place, Place)> {
    let mut after = Place::start_of(scope);
    let mut gaps = Vec::new();
    for id in known.iter() {
        let head = Place { scope, id };
        gaps.push((after, head.at(0)));
        after = head;
    }
    gaps.push((after, Place::end_of(scope)));
    gaps
}

/// Those changes, in the order asked.
pub(super) async fn read(connection: &Connection, ids: &[ChangeId]) -> Result<Vec<Frame>, Failure> {
    let store = connection.read(CHANGES)?;
    let mut found = BTreeMap::new();
    for scope in scopes(&store).await? {
        let mut places: Vec<Place> = ids.iter().map(|id| Place { scope, id: *id }).collect();
        places.sort_unstable();
        found.extend(read_spans(&store, places).await?.into_iter().map(|frame| (frame.id, frame)));
    }
    Ok(ids.iter().filter_map(|id| found.get(id).cloned()).collect())
}

/// The changes in those places, and some of their neighbours. The places are in order.
async fn read_spans(store: &ObjectStore, places: Vec<Place>) -> Result<Vec<Frame>, Failure> {
    let mut frames = Vec::new();
    for page in spans(places.into_iter(), NEAR).chunks(PAGE as usize) {
        let read = page.iter().map(|(first, last)| read_span(store, *first, *last));
        frames.extend(try_join_all(read).await?.into_iter().flatten());
    }
    Ok(frames)
}

async fn read_span(store: &ObjectStore, first: Place, last: Place) -> Result<Vec<Frame>, Failure> {
    let before = first.at(first.id.seq.saturating_sub(1));
    let (mut frames, over) = try_join(read_range(store, before, last), read_first_after(store, last)).await?;
    frames.extend(over);
    Ok(frames)
}

/// The first run after that place, which may begin before it.
async fn read_first_after(store: &ObjectStore, place: Place) -> Result<Vec<Frame>, Failure> {
    if place == place.end() {
        return Ok(Vec::new());
    }
    let range = KeyRange::bound(&place.to_key(), &place.end().to_key(), Some(true), None)?;
    match store.get(range)?.await? {
        Some(value) => unpack(&to_bytes(&value)?),
        None => Ok(Vec::new()),
    }
}

/// The runs that end after the one place and not after the other.
async fn read_range(store: &ObjectStore, mut after: Place, last: Place) -> Result<Vec<Frame>, Failure> {
    let mut frames: Vec<Frame> = Vec::new();
    // The browser calls an empty range an error.
    while after < last {
        let range = KeyRange::bound(&after.to_key(), &last.to_key(), Some(true), None)?;
        let values = store.get_all(Some(range.into()), Some(PAGE))?.await?;
        for value in &values {
            frames.extend(unpack(&to_bytes(value)?)?);
        }
        let is_last = values.len() < PAGE as usize;
        after = frames.last().filter(|_| !is_last).map_or(last, Place::of);
    }
    Ok(frames)
}

/// First and last of places that lie in one chain, not further apart than that. The places are in order.
fn spans(places: impl Iterator<Item = Place>, near: u32) -> Vec<(Place, Place)> {
    let mut spans: Vec<(Place, Place)> = Vec::new();
    for place in places {
        match spans.last_mut() {
            Some((_, last)) if last.end() == place.end() && place.id.seq - last.id.seq <= near => *last = place,
            _ => spans.push((place, place)),
        }
    }
    spans
}

async fn scopes(store: &ObjectStore) -> Result<Vec<u32>, Failure> {
    let mut scopes = Vec::new();
    let mut after = Place::start_of(0);
    loop {
        let key = store.get_key(Query::from(KeyRange::lower_bound(&after.to_key(), Some(true))?))?.await?;
        let Some(key) = key else { return Ok(scopes) };
        let scope = Place::from_key(&key)?.scope;
        scopes.push(scope);
        after = Place::end_of(scope);
    }
}
