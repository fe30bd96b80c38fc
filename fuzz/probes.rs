//! What the fuzzer does with its bytes, one function for each target. Each says whether the bytes could be read. The tests
//! of the whole replay the corpus through the same functions.

use replica::State;
use replica::change::{Signed, is_genuine};
use replica::snapshot::{self, Pieces};
use replica::vault::Vault;

/// Bundles: see [`exchange::testing::probe`].
pub fn bundle(bytes: &[u8]) -> bool {
    exchange::testing::probe(bytes)
}

/// A change that can be read is kept as it came, and can be folded.
pub fn change(bytes: &[u8]) -> bool {
    let _ = is_genuine(bytes);
    let Ok(signed) = Signed::decode(bytes) else { return false };
    assert_eq!(signed.frame().bytes, bytes);
    let mut state = State::default();
    state.fold(&signed.change, signed.hash);
    state.fold(&signed.change, signed.hash);
    true
}

/// A vault that can be read is written and read again as it was.
pub fn vault(bytes: &[u8]) -> bool {
    let Ok(vault) = Vault::decode(bytes) else { return false };
    assert_eq!(Vault::decode(&vault.encode()), Ok(vault));
    true
}

/// Pieces of a snapshot. After a byte 0 they lie open and are packed here, under the schema of today: the fuzzer would
/// never guess either. After another byte they are as on the disk. Each is its number, its length and its bytes.
pub fn snapshot(bytes: &[u8]) -> bool {
    let Some((what, mut rest)) = bytes.split_first() else { return false };
    let mut pieces = Vec::new();
    while let Some((number, piece)) = take_piece(&mut rest) {
        pieces.push((number, if *what == 0 { packed(number, piece) } else { piece.to_vec() }));
    }
    snapshot::read(&pieces).is_some()
}

fn take_piece<'a>(rest: &mut &'a [u8]) -> Option<(u32, &'a [u8])> {
    let (number, after) = rest.split_first_chunk()?;
    let (length, after) = after.split_first_chunk()?;
    let (piece, after) = after.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    *rest = after;
    Some((u32::from_le_bytes(*number), piece))
}

const HEAD: u32 = 0;
const STAMP: usize = 16;

/// The head is lz4 alone; other pieces have a stamp before it.
fn packed(number: u32, open: &[u8]) -> Vec<u8> {
    if number == HEAD {
        return lz4_flex::compress_prepend_size(&with_schema(open));
    }
    let (stamp, rows) = open.split_at(STAMP.min(open.len()));
    [stamp, &lz4_flex::compress_prepend_size(rows)].concat()
}

/// A head begins with a hash of the schema.
fn with_schema(head: &[u8]) -> Vec<u8> {
    let today = snapshot::write(&mut State::default(), &mut Pieces::default());
    let today = today.iter().find(|(number, _)| *number == HEAD).map_or(&[][..], |(_, bytes)| bytes);
    let mut today = lz4_flex::decompress_size_prepended(today).unwrap_or_default();
    today.truncate(32);
    today.extend(head.iter().skip(32));
    today
}

/// The pieces that [`snapshot`] reads, from those of a snapshot.
#[must_use]
pub fn open_pieces(pieces: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = vec![0];
    for (number, piece) in pieces {
        let (stamp, packed) = piece.split_at(if *number == HEAD { 0 } else { STAMP.min(piece.len()) });
        let open = [stamp, &lz4_flex::decompress_size_prepended(packed).unwrap_or_default()].concat();
        bytes.extend(number.to_le_bytes());
        bytes.extend((open.len() as u32).to_le_bytes());
        bytes.extend(open);
    }
    bytes
}
