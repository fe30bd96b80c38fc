//! How frames lie in the file of the second copy. It is only ever appended to, so a kill leaves a torn end, and a bad
//! disk leaves damage anywhere: whatever the bytes, reading answers with every record that is whole, and never fails.
//!
//! A record: a marker, the length of the change (32 bits), its place (scope, replica, seq), its bytes, and the CRC-32 of
//! all that follows the marker. Numbers lie with the greatest byte first.

use std::collections::{BTreeMap, BTreeSet};

use crate::second_copy::{CopyContent, CopyExtent};
use crate::{ChangeId, Frame, ReplicaId};

/// What a record begins with; its last byte is the version of the format.
const MARKER: [u8; 4] = [0xbf, b'c', b'p', 1];
/// Marker, length, scope, replica, seq.
const HEAD: usize = 4 + 4 + 4 + 16 + 4;
const CHECKSUM: usize = 4;
/// No frame is larger: a change and its seal.
pub const LARGEST: usize = 1 << 16;
/// How much is scanned at a time.
const CHUNK: usize = 1 << 16;

/// A record, where it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record<'a> {
    /// The scope of its chain.
    pub scope: u32,
    /// Its name.
    pub id: ChangeId,
    /// Its bytes.
    pub bytes: &'a [u8],
}

impl Record<'_> {
    /// The frame that it is.
    #[must_use]
    pub fn to_frame(self) -> Frame {
        Frame { scope: self.scope, id: self.id, bytes: self.bytes.to_vec() }
    }
}

/// Appends the record of a frame. One that is larger than [`LARGEST`] would not be read again.
pub fn encode(frame: &Frame, into: &mut Vec<u8>) {
    let length = u32::try_from(frame.bytes.len()).unwrap_or(u32::MAX);
    into.extend_from_slice(&MARKER);
    let begin = into.len();
    into.extend_from_slice(&length.to_be_bytes());
    into.extend_from_slice(&frame.scope.to_be_bytes());
    into.extend_from_slice(&frame.id.replica.0);
    into.extend_from_slice(&frame.id.seq.to_be_bytes());
    into.extend_from_slice(&frame.bytes);
    let checksum = crc32fast::hash(&into[begin..]);
    into.extend_from_slice(&checksum.to_be_bytes());
}

/// Reads a file piece by piece, holding no more of it than one record.
#[derive(Default)]
pub struct Scanner {
    rest: Vec<u8>,
    loss: Loss,
}

/// What of a file is no record, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loss {
    /// All of it.
    pub unreadable: u64,
    /// What of it comes after the last record: a write that was torn. No record is lost by writing over it.
    pub torn: u64,
}

enum Step<'a> {
    /// A whole record, and its length.
    Whole(Record<'a>, usize),
    /// So many bytes are no record.
    Skip(usize),
    /// What there is may be the beginning of one.
    More,
}

impl Scanner {
    /// Takes the next piece of the file, and hands on every record that is whole by now.
    pub fn feed(&mut self, piece: &[u8], each: &mut dyn FnMut(Record<'_>)) {
        self.rest.extend_from_slice(piece);
        self.advance(false, each);
    }

    /// Tells that the file ends here; answers what of it was no record.
    pub fn finish(mut self, each: &mut dyn FnMut(Record<'_>)) -> Loss {
        self.advance(true, each);
        self.loss
    }

    fn advance(&mut self, is_end: bool, each: &mut dyn FnMut(Record<'_>)) {
        let mut at = 0;
        loop {
            at += match step(&self.rest[at..], is_end) {
                Step::Whole(record, length) => {
                    each(record);
                    self.loss.torn = 0;
                    length
                }
                Step::Skip(length) => {
                    self.loss.unreadable += length as u64;
                    self.loss.torn += length as u64;
                    length
                }
                Step::More => break,
            };
        }
        self.rest.drain(..at);
    }
}

fn step(rest: &[u8], is_end: bool) -> Step<'_> {
    match to_marker(rest) {
        Some(0) => {}
        Some(length) => return Step::Skip(length),
        None if is_end && !rest.is_empty() => return Step::Skip(rest.len()),
        // The last bytes may be the first of a marker.
        None if rest.len() >= MARKER.len() => return Step::Skip(rest.len() - MARKER.len() + 1),
        None => return Step::More,
    }
    match whole(rest) {
        Reading::Whole(record, length) => Step::Whole(record, length),
        Reading::Cut if !is_end => Step::More,
        // A marker that begins nothing: the next one may.
        Reading::Cut | Reading::Broken => Step::Skip(1),
    }
}

fn to_marker(bytes: &[u8]) -> Option<usize> {
    bytes.windows(MARKER.len()).position(|window| window == MARKER)
}

enum Reading<'a> {
    Whole(Record<'a>, usize),
    Cut,
    Broken,
}

/// The record that begins here with a marker.
fn whole(bytes: &[u8]) -> Reading<'_> {
    let Some((head, rest)) = bytes.split_first_chunk::<HEAD>() else { return Reading::Cut };
    let number = |at: usize| u32::from_be_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
    let length = usize::try_from(number(4)).unwrap_or(usize::MAX);
    if length > LARGEST {
        return Reading::Broken;
    }
    let Some((bytes, rest)) = rest.split_at_checked(length) else { return Reading::Cut };
    let Some((checksum, _)) = rest.split_first_chunk::<CHECKSUM>() else { return Reading::Cut };
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&head[MARKER.len()..]);
    hasher.update(bytes);
    if hasher.finalize() != u32::from_be_bytes(*checksum) {
        return Reading::Broken;
    }
    let mut replica = [0; 16];
    replica.copy_from_slice(&head[12..28]);
    let id = ChangeId { replica: ReplicaId(replica), seq: number(28) };
    Reading::Whole(Record { scope: number(8), id, bytes }, HEAD + length + CHECKSUM)
}

/// How far the chains reach, whatever the order in which their changes came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    heads: BTreeMap<ReplicaId, u32>,
    /// Changes beyond a gap.
    beyond: BTreeSet<ChangeId>,
}

impl Reach {
    /// Whether that change came.
    #[must_use]
    pub fn has(&self, id: ChangeId) -> bool {
        let head = self.heads.get(&id.replica).copied().unwrap_or(0);
        id.seq <= head || self.beyond.contains(&id)
    }

    /// Takes a change; whether it is new.
    pub fn take(&mut self, id: ChangeId) -> bool {
        if self.has(id) {
            return false;
        }
        self.beyond.insert(id);
        let head = self.heads.entry(id.replica).or_default();
        while let Some(seq) = head.checked_add(1).filter(|seq| self.beyond.remove(&ChangeId { seq: *seq, ..id })) {
            *head = seq;
        }
        true
    }

    /// What can be said of a copy that reaches so far.
    #[must_use]
    pub fn extent(&self, unreadable: u64) -> CopyExtent {
        CopyExtent { heads: self.heads.clone(), unreadable }
    }
}

/// All that the bytes of a file hold: every frame that reads whole, each name once, in the order of the file.
#[must_use]
pub fn scan(bytes: &[u8]) -> CopyContent {
    let (mut scanner, mut reach, mut frames) = (Scanner::default(), Reach::default(), Vec::new());
    let mut each = |record: Record<'_>| {
        if reach.take(record.id) {
            frames.push(record.to_frame());
        }
    };
    bytes.chunks(CHUNK).for_each(|piece| scanner.feed(piece, &mut each));
    let unreadable = scanner.finish(&mut each).unreadable;
    CopyContent { frames, slots: Vec::new(), unreadable }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::chain;

    fn file(frames: &[Frame]) -> Vec<u8> {
        let mut bytes = Vec::new();
        frames.iter().for_each(|frame| encode(frame, &mut bytes));
        bytes
    }

    fn in_pieces(bytes: &[u8], length: usize) -> (Vec<Frame>, Loss) {
        let (mut scanner, mut frames) = (Scanner::default(), Vec::new());
        let mut each = |record: Record<'_>| frames.push(record.to_frame());
        bytes.chunks(length).for_each(|piece| scanner.feed(piece, &mut each));
        let loss = scanner.finish(&mut each);
        (frames, loss)
    }

    #[test]
    fn what_was_written_is_read_each_name_once() {
        let frames = [chain(1, 3), chain(2, 2)].concat();
        let doubled = [frames.clone(), frames[1..2].to_vec()].concat();
        assert_eq!(scan(&file(&doubled)), CopyContent { frames, ..CopyContent::default() });
        assert_eq!(scan(&[]), CopyContent::default());
    }

    #[test]
    fn every_cut_loses_no_more_than_the_record_that_it_cuts() {
        let frames = chain(1, 3);
        let bytes = file(&frames);
        let ends: Vec<usize> = (0..=3).map(|count| file(&frames[..count]).len()).collect();
        for cut in 0..=bytes.len() {
            let whole = ends.iter().rposition(|end| *end <= cut).unwrap();
            let read = scan(&bytes[..cut]);
            assert_eq!((read.frames.as_slice(), read.unreadable), (&frames[..whole], (cut - ends[whole]) as u64));
        }
    }

    #[test]
    fn every_flipped_bit_costs_one_record_and_the_next_is_found() {
        let frames = chain(1, 3);
        let bytes = file(&frames);
        let (begin, end) = (file(&frames[..1]).len(), file(&frames[..2]).len());
        for bit in begin * 8..end * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let read = scan(&flipped);
            assert_eq!(read.frames, [frames[0].clone(), frames[2].clone()], "bit {bit}");
            assert_eq!(read.unreadable, (end - begin) as u64);
        }
    }

    #[test]
    fn what_comes_after_the_last_record_is_torn_and_what_comes_before_is_not() {
        let (bytes, whole) = (file(&chain(1, 3)), file(&chain(1, 2)).len());
        let damaged = [&[0; 5], &bytes[..whole + 9]].concat();
        assert_eq!(in_pieces(&damaged, usize::MAX), (chain(1, 2), Loss { unreadable: 14, torn: 9 }));
    }

    #[test]
    fn a_frame_that_holds_a_record_is_read_as_itself() {
        let inner = chain(2, 1);
        let outer = Frame { bytes: file(&inner), ..chain(1, 1).remove(0) };
        assert_eq!(scan(&file(std::slice::from_ref(&outer))).frames, [outer]);
    }

    #[test]
    fn the_largest_frame_is_read_and_a_larger_one_is_not() {
        let sized = |length| Frame { bytes: vec![7; length], ..chain(1, 1).remove(0) };
        assert_eq!(scan(&file(&[sized(LARGEST)])).frames, [sized(LARGEST)]);
        let read = scan(&file(&[sized(LARGEST + 1), chain(2, 1).remove(0)]));
        assert_eq!(read.frames, chain(2, 1));
    }

    #[test]
    fn reach_counts_up_to_the_first_gap() {
        let id = |seq| ChangeId { replica: ReplicaId([1; 16]), seq };
        let mut reach = Reach::default();
        assert!(reach.take(id(3)) && reach.take(id(4)));
        assert_eq!(reach.extent(0).heads, [(id(1).replica, 0)].into(), "nothing from the first on, but something");
        assert!(reach.take(id(1)) && !reach.take(id(3)) && !reach.has(id(2)));
        assert_eq!(reach.extent(5).heads.get(&ReplicaId([1; 16])), Some(&1));
        assert!(reach.take(id(2)));
        assert_eq!(reach.extent(5).heads.get(&ReplicaId([1; 16])), Some(&4), "the gap is closed");
    }

    /// Bytes in which markers are as common as anything else.
    fn noise() -> impl Strategy<Value = Vec<u8>> {
        let piece = prop_oneof![
            proptest::collection::vec(any::<u8>(), 0..40),
            Just(MARKER.to_vec()),
            Just(MARKER[..2].to_vec()),
            (1_u8..4, 1_u32..3).prop_map(|(replica, length)| file(&chain(replica, length))),
        ];
        proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn any_bytes_are_answered_and_every_byte_is_accounted_for(bytes in noise()) {
            let (frames, loss) = in_pieces(&bytes, usize::MAX);
            prop_assert_eq!(file(&frames).len() as u64 + loss.unreadable, bytes.len() as u64);
        }

        #[test]
        fn writing_over_what_is_torn_costs_no_record(bytes in noise()) {
            let (mut frames, loss) = in_pieces(&bytes, usize::MAX);
            let kept = bytes.len() - usize::try_from(loss.torn).unwrap();
            frames.extend(chain(9, 1));
            let again = in_pieces(&[&bytes[..kept], &file(&chain(9, 1))].concat(), usize::MAX);
            prop_assert_eq!(again, (frames, Loss { unreadable: loss.unreadable - loss.torn, torn: 0 }));
        }

        #[test]
        fn the_pieces_make_no_difference(bytes in noise(), length in 1_usize..50) {
            prop_assert_eq!(in_pieces(&bytes, length), in_pieces(&bytes, usize::MAX));
        }

        #[test]
        fn whole_records_between_noise_are_found(noise in proptest::collection::vec(any::<u8>(), 0..60)) {
            // A torn record before a whole one does not take it along.
            let torn = [&file(&chain(3, 1))[..20], &noise].concat();
            let read = scan(&[torn, file(&chain(1, 2))].concat());
            prop_assert_eq!(read.frames, chain(1, 2));
        }
    }
}
