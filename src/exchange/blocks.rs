//! Items of bytes, one after the other, in lz4 blocks. The reader unpacks one block at a time and hands out items
//! within an allowance; what a length claims is never allocated before the bytes are there.

use lz4_flex::block;

use crate::UnpackError;

/// Blocks are cut at this size before they are compressed.
const MAX_BLOCK: usize = 1 << 20;
/// No item is larger; a change of the replica has at most 60,000 bytes.
pub(crate) const MAX_ITEM: usize = 1 << 20;
/// What an item costs beside its bytes: its place in a list that grows, and what the allocator rounds up.
const ITEM_COST: usize = 96;

/// The cost of an item in an allowance.
pub(crate) fn cost(item: &[u8]) -> usize {
    item.len() + ITEM_COST
}

/// What the items may cost when they come from that many bytes: real changes, which hold hashes and signatures,
/// compress by a factor of two or three.
pub(crate) fn allowance(bytes: usize) -> usize {
    bytes.saturating_mul(8).max(32 << 20)
}

/// Writes items into blocks. A block is: the length of the lz4 (u32, little endian), that of the plain bytes, the lz4.
pub(crate) struct Writer {
    out: Vec<u8>,
    block: Vec<u8>,
}

impl Writer {
    /// A writer that goes on after these bytes.
    pub(crate) fn after(out: Vec<u8>) -> Self {
        Self { out, block: Vec::with_capacity(MAX_BLOCK) }
    }

    /// Appends an item: its length as a varint of seven bits each, then its bytes.
    pub(crate) fn item(&mut self, item: &[u8]) {
        let mut length = item.len();
        while length > 0x7f {
            self.bytes(&[length as u8 | 0x80]);
            length >>= 7;
        }
        self.bytes(&[length as u8]);
        self.bytes(item);
    }

    /// Appends bytes as they are.
    pub(crate) fn bytes(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            let (now, later) = bytes.split_at(bytes.len().min(MAX_BLOCK - self.block.len()));
            self.block.extend_from_slice(now);
            bytes = later;
            if self.block.len() == MAX_BLOCK {
                self.flush();
            }
        }
    }

    fn flush(&mut self) {
        let packed = block::compress(&self.block);
        self.out.extend((packed.len() as u32).to_le_bytes());
        self.out.extend((self.block.len() as u32).to_le_bytes());
        self.out.extend(packed);
        self.block.clear();
    }

    /// What was before, and the blocks.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        if !self.block.is_empty() {
            self.flush();
        }
        self.out
    }
}

/// Reads items from blocks.
pub(crate) struct Reader<'a> {
    /// The blocks to come.
    blocks: &'a [u8],
    block: Vec<u8>,
    at: usize,
    allowance: usize,
}

impl<'a> Reader<'a> {
    /// A reader of these blocks.
    pub(crate) fn new(blocks: &'a [u8]) -> Self {
        Self { blocks, block: Vec::new(), at: 0, allowance: allowance(blocks.len()) }
    }

    /// The next item.
    pub(crate) fn item(&mut self) -> Result<Vec<u8>, UnpackError> {
        let length = self.length()?;
        let cost = length + ITEM_COST;
        self.allowance = self.allowance.checked_sub(cost).ok_or(UnpackError::TooLarge)?;
        let mut item = Vec::new();
        while item.len() < length {
            let rest = self.rest_of_block()?;
            let now = rest.len().min(length - item.len());
            item.extend_from_slice(&rest[..now]);
            self.at += now;
        }
        item.shrink_to_fit();
        Ok(item)
    }

    /// Whether everything was read.
    pub(crate) fn is_at_end(&self) -> bool {
        self.at == self.block.len() && self.blocks.is_empty()
    }

    fn length(&mut self) -> Result<usize, UnpackError> {
        let mut length = 0;
        for shift in [0, 7, 14] {
            let byte = *self.rest_of_block()?.first().ok_or(UnpackError::Damaged)?;
            self.at += 1;
            length |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return if length > MAX_ITEM { Err(UnpackError::TooLarge) } else { Ok(length) };
            }
        }
        Err(UnpackError::TooLarge)
    }

    /// What is left of the block, or the next one; never empty.
    fn rest_of_block(&mut self) -> Result<&[u8], UnpackError> {
        if self.at == self.block.len() {
            self.next_block()?;
        }
        Ok(&self.block[self.at..])
    }

    fn next_block(&mut self) -> Result<(), UnpackError> {
        let packed_length = self.number()?;
        let length = self.number()?;
        if length > MAX_BLOCK {
            return Err(UnpackError::TooLarge);
        }
        let (packed, later) = self.blocks.split_at_checked(packed_length).ok_or(UnpackError::Damaged)?;
        self.blocks = later;
        self.at = 0;
        self.block.resize(length, 0);
        let written = block::decompress_into(packed, &mut self.block).map_err(|_| UnpackError::Damaged)?;
        if written == length && length > 0 { Ok(()) } else { Err(UnpackError::Damaged) }
    }

    fn number(&mut self) -> Result<usize, UnpackError> {
        let (number, later) = self.blocks.split_first_chunk().ok_or(UnpackError::Damaged)?;
        self.blocks = later;
        Ok(u32::from_le_bytes(*number) as usize)
    }
}
