//! How slots lie in the second copy: all of them in one small file, of which there are two, written in turn. A write that
//! is torn leaves the older file as it was, and the older file is what is read then.
//!
//! Bytes: a marker with the version, the CRC-32 of what follows, then (postcard) a counter and the slots.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

const MARKER: [u8; 4] = [0xbf, b's', b'l', 1];

/// The slots of a copy, and how many times they were written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopySlots {
    counter: u64,
    slots: BTreeMap<String, Vec<u8>>,
}

impl CopySlots {
    /// The newest that one of the two files holds whole; nothing if none does.
    #[must_use]
    pub fn newest(files: [&[u8]; 2]) -> Self {
        files.into_iter().filter_map(Self::decode).max_by_key(|slots| slots.counter).unwrap_or_default()
    }

    /// Fills a slot: what to write, and into which of the two files, which is never the one that was read last.
    #[must_use]
    pub fn with(&self, key: &str, content: &[u8]) -> (Self, usize) {
        let mut next = Self { counter: self.counter.saturating_add(1), slots: self.slots.clone() };
        next.slots.insert(key.to_owned(), content.to_vec());
        let file = usize::from(next.counter % 2 == 1);
        (next, file)
    }

    /// What a slot holds.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&[u8]> {
        self.slots.get(key).map(Vec::as_slice)
    }

    /// The slots, by name.
    #[must_use]
    pub fn into_list(self) -> Vec<(String, Vec<u8>)> {
        self.slots.into_iter().collect()
    }

    /// The bytes for the file.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let body = postcard::to_stdvec(self).unwrap_or_default();
        [MARKER.as_slice(), &crc32fast::hash(&body).to_be_bytes(), &body].concat()
    }

    fn decode(bytes: &[u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(&MARKER)?;
        let (checksum, body) = rest.split_first_chunk()?;
        if crc32fast::hash(body) != u32::from_be_bytes(*checksum) {
            return None;
        }
        postcard::from_bytes(body).ok()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Two files, as a tablet has them.
    #[derive(Default)]
    struct Files([Vec<u8>; 2]);

    impl Files {
        fn read(&self) -> CopySlots {
            CopySlots::newest([&self.0[0], &self.0[1]])
        }

        /// Writes only so much of it, as a kill would.
        fn fill(&mut self, key: &str, content: &[u8], written: usize) {
            let (slots, file) = self.read().with(key, content);
            let bytes = slots.encode();
            self.0[file] = bytes[..written.min(bytes.len())].to_vec();
        }
    }

    #[test]
    fn the_last_content_of_every_slot_is_read() {
        let mut files = Files::default();
        for (key, content) in [("a", "1"), ("b", "2"), ("a", "3"), ("c", "")] {
            files.fill(key, content.as_bytes(), usize::MAX);
        }
        let expected = [("a", "3"), ("b", "2"), ("c", "")];
        assert_eq!(files.read().into_list(), expected.map(|(key, text)| (key.to_owned(), text.into())));
        assert_eq!(files.read().get("a"), Some(b"3".as_slice()));
    }

    #[test]
    fn a_torn_write_keeps_the_older_content_and_the_next_write_is_whole() {
        let whole = CopySlots::default().with("keep/vault", b"new").0.encode().len();
        for written in 0..whole {
            let mut files = Files::default();
            files.fill("keep/vault", b"old", usize::MAX);
            files.fill("keep/vault", b"new", written);
            assert_eq!(files.read().get("keep/vault"), Some(b"old".as_slice()), "torn at {written}");
            files.fill("keep/vault", b"newer", usize::MAX);
            assert_eq!(files.read().get("keep/vault"), Some(b"newer".as_slice()), "after a tear at {written}");
        }
    }

    #[test]
    fn every_flipped_bit_is_noticed() {
        let bytes = CopySlots::default().with("a", b"content").0.encode();
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(CopySlots::newest([&flipped, &[]]), CopySlots::default(), "bit {bit}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..200), is_marked: bool) {
            let body = [MARKER.as_slice(), &crc32fast::hash(&bytes).to_be_bytes(), &bytes].concat();
            let _ = CopySlots::newest([if is_marked { &body } else { &bytes }, &[]]);
        }
    }
}
