//! The snapshot: the folded state in pieces, so that start-up need not fold everything. A cache, never an authority:
//! a piece that is missing, damaged, older than the head or of another schema throws the whole snapshot away, and the log
//! is folded anew.
//!
//! A piece begins with a stamp, the first half of a hash of the rest; the head names the stamp of each piece, so that an
//! older piece in a newer one's place is noticed without hashing anything. (Whether bytes are as they were written, the
//! seal tells.)

use std::collections::BTreeMap;

use domain::{Kind, for_each_kind};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::change::Hash;
use crate::state::Side;
use crate::table::{Holder, Row, SEGMENT, Stranger, Table};
use crate::{Clock, State, Timestamp, Vector};

const HEAD: u32 = 0;
const SIDE: u32 = 1;

/// What a piece of a table is called: the kind's number above, the segment's below.
fn piece_number(kind: u16, segment: usize) -> u32 {
    u32::from(kind) << 16 | segment as u32
}

#[derive(Serialize, Deserialize)]
struct Head {
    schema: Hash,
    vector: Vector,
    latest: Timestamp,
    /// Rows of each kind: how many pieces must be there.
    rows: Vec<(u16, u32)>,
    /// The stamp of every piece but this one.
    pieces: Vec<(u32, Stamp)>,
}

/// What tells a piece from an older one of the same number.
type Stamp = [u8; 16];

#[derive(Serialize, Deserialize)]
struct Beside {
    side: Side,
    strangers: Vec<(u16, Vec<Row<Stranger>>)>,
}

/// The stamps of the pieces on disk, so that only those that changed are written.
#[derive(Clone, Debug, Default)]
pub struct Pieces {
    stamps: BTreeMap<u32, Stamp>,
}

/// The pieces to write so that the snapshot on disk is that of `state`.
pub fn write(state: &mut State, on_disk: &mut Pieces) -> Vec<(u32, Vec<u8>)> {
    let mut pieces = dirty_pieces(state);
    pieces.push((SIDE, pack(&beside(state))));
    let mut pieces: Vec<_> = pieces.into_iter().map(|(number, bytes)| (number, stamped(bytes))).collect();
    on_disk.stamps.extend(pieces.iter().filter_map(|(number, bytes)| Some((*number, *bytes.first_chunk()?))));
    pieces.push((HEAD, pack(&head(state, on_disk))));
    set_clean(state);
    pieces
}

/// The state of a snapshot; nothing when it is not whole, damaged, or of another schema.
#[must_use]
pub fn read(pieces: &[(u32, Vec<u8>)]) -> Option<(State, Pieces)> {
    let pieces: BTreeMap<u32, &[u8]> = pieces.iter().map(|(number, bytes)| (*number, bytes.as_slice())).collect();
    let head: Head = unpack(pieces.get(&HEAD)?)?;
    let is_there = |(number, stamp): &(u32, Stamp)| pieces.get(number).is_some_and(|bytes| bytes.starts_with(stamp));
    if head.schema != schema() || !head.pieces.iter().all(is_there) {
        return None;
    }
    let beside: Beside = unpack(unstamped(pieces.get(&SIDE)?)?)?;
    let mut state = read_tables(&pieces, &head)?;
    state.side = beside.side;
    state.strangers = beside.strangers.into_iter().map(|(kind, rows)| (kind, Table::from_rows(rows))).collect();
    state.vector = head.vector;
    state.clock = clock_at(head.latest);
    state.adopt_foreign();
    Some((state, Pieces { stamps: head.pieces.into_iter().collect() }))
}

fn clock_at(latest: Timestamp) -> Clock {
    let mut clock = Clock::default();
    clock.see(latest);
    clock
}

fn head(state: &State, on_disk: &Pieces) -> Head {
    let pieces = on_disk.stamps.iter().map(|(number, stamp)| (*number, *stamp)).collect();
    Head {
        schema: schema(),
        vector: state.vector.clone(),
        latest: state.clock.latest(),
        rows: row_counts(state),
        pieces,
    }
}

fn beside(state: &State) -> Beside {
    let strangers = state.strangers.iter().map(|(kind, table)| (*kind, table.rows().to_vec())).collect();
    Beside { side: state.side.clone(), strangers }
}

/// A hash of how every kind of record is laid out.
fn schema() -> Hash {
    let layout: Vec<_> = Kind::ALL.iter().map(|kind| (kind.number(), kind.fields())).collect();
    hash(format!("2 {layout:?}").as_bytes())
}

fn stamped(bytes: Vec<u8>) -> Vec<u8> {
    let mut piece = hash(&bytes)[..size_of::<Stamp>()].to_vec();
    piece.extend(bytes);
    piece
}

fn unstamped(piece: &[u8]) -> Option<&[u8]> {
    piece.split_first_chunk::<{ size_of::<Stamp>() }>().map(|(_, bytes)| bytes)
}

fn hash(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

fn pack(value: &impl Serialize) -> Vec<u8> {
    lz4_flex::compress_prepend_size(&postcard::to_stdvec(value).unwrap_or_default())
}

/// One byte of lz4 gives 255 at most: what claims more is damaged, and must not take memory that it never fills.
fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let claim = u32::from_le_bytes(*bytes.first_chunk()?) as usize;
    if claim > bytes.len().saturating_mul(255) {
        return None;
    }
    postcard::from_bytes(&lz4_flex::decompress_size_prepended(bytes).ok()?).ok()
}

fn read_rows<T: DeserializeOwned>(pieces: &BTreeMap<u32, &[u8]>, head: &Head, kind: u16) -> Option<Table<T>> {
    let count = head.rows.iter().find(|(number, _)| *number == kind).map_or(0, |(_, count)| *count as usize);
    let mut rows: Vec<Row<T>> = Vec::new();
    for segment in 0..count.div_ceil(SEGMENT) {
        let piece = pieces.get(&piece_number(kind, segment))?;
        rows.extend(unpack::<Vec<Row<T>>>(unstamped(piece)?)?);
    }
    (rows.len() == count).then(|| Table::from_rows(rows))
}

fn pack_dirty<T: Holder + Serialize>(kind: u16, table: &Table<T>) -> impl Iterator<Item = (u32, Vec<u8>)> + '_
where
    Row<T>: Serialize,
{
    table.segments().map(move |(segment, rows)| (piece_number(kind, segment), pack(&rows)))
}

macro_rules! tables {
    ($($(#[$meta:meta])* $kind:ident = $number:literal, $table:ident;)+) => {
        fn dirty_pieces(state: &State) -> Vec<(u32, Vec<u8>)> {
            let mut pieces = Vec::new();
            $(pieces.extend(pack_dirty($number, &state.tables.$table));)+
            pieces
        }

        fn set_clean(state: &mut State) {
            $(state.tables.$table.set_clean();)+
        }

        /// Marks everything as not yet in the snapshot on disk.
        pub(crate) fn set_all_dirty(state: &mut State) {
            $(state.tables.$table.set_all_dirty();)+
        }

        fn row_counts(state: &State) -> Vec<(u16, u32)> {
            vec![$(($number, state.tables.$table.rows().len() as u32)),+]
        }

        fn read_tables(pieces: &BTreeMap<u32, &[u8]>, head: &Head) -> Option<State> {
            let mut state = State::default();
            $(state.tables.$table = read_rows(pieces, head, $number)?;)+
            Some(state)
        }
    };
}
for_each_kind!(tables);
