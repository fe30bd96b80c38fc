//! Items of bytes, one after the other, in lz4 blocks. The reader unpacks one block at a time and hands out items
//! within an allowance; what a length claims is never allocated before the bytes are there.

use std::io::{self, Read, Write};

use lz4_flex::block;

use crate::UnpackError;

/// Blocks are cut at this size before they are compressed.
pub(crate) const MAX_BLOCK: usize = 64 * 1024;
/// No item is larger; a change of the replica has at most 60,000 bytes.
pub(crate) const MAX_ITEM: usize = 1 << 20;
/// What an item costs beside its bytes: its place in a list that grows, and what the allocator rounds up.
const ITEM_COST: usize = 96;

/// The cost of an item in an allowance.
pub(crate) fn cost(item: &[u8]) -> usize {
    item.len() + ITEM_COST
}

/// What the items may cost when they come from a file of that many bytes: real changes, which hold hashes and
/// signatures, compress by a factor of two or three.
pub(crate) fn allowance(bytes: usize) -> usize {
    bytes.saturating_mul(8).max(32 << 20)
}

/// Writes items into blocks. A block is: the length of the lz4 (u32, little endian), that of the plain bytes, the lz4.
pub(crate) struct Writer<W> {
    out: W,
    block: Vec<u8>,
}

impl<W: Write> Writer<W> {
    /// A writer that goes on after what is already there.
    pub(crate) fn after(out: W) -> Self {
        Self { out, block: Vec::with_capacity(MAX_BLOCK) }
    }

    /// Appends an item: its length as a varint of seven bits each, then its bytes.
    pub(crate) fn item(&mut self, item: &[u8]) -> io::Result<()> {
        let mut length = item.len();
        while length > 0x7f {
            self.bytes(&[length as u8 | 0x80])?;
            length >>= 7;
        }
        self.bytes(&[length as u8])?;
        self.bytes(item)
    }

    /// Appends bytes as they are.
    pub(crate) fn bytes(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            let (now, later) = bytes.split_at(bytes.len().min(MAX_BLOCK - self.block.len()));
            self.block.extend_from_slice(now);
            bytes = later;
            if self.block.len() == MAX_BLOCK {
                self.flush()?;
            }
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        let packed = block::compress(&self.block);
        self.out.write_all(&(packed.len() as u32).to_le_bytes())?;
        self.out.write_all(&(self.block.len() as u32).to_le_bytes())?;
        self.out.write_all(&packed)?;
        self.block.clear();
        Ok(())
    }

    /// What was before, and the blocks.
    pub(crate) fn finish(mut self) -> io::Result<W> {
        if !self.block.is_empty() {
            self.flush()?;
        }
        Ok(self.out)
    }
}

/// Reads items from blocks.
pub(crate) struct Reader<R> {
    /// The blocks to come.
    blocks: R,
    block: Vec<u8>,
    /// Where in the block the next item begins.
    at: usize,
    /// How many bytes of the blocks were read.
    read: usize,
    allowance: usize,
}

impl<R: Read> Reader<R> {
    /// A reader of these blocks, which come from a file of that many bytes.
    pub(crate) fn new(blocks: R, file: usize) -> Self {
        Self { blocks, block: Vec::new(), at: 0, read: 0, allowance: allowance(file) }
    }

    /// How many bytes of the blocks were read.
    pub(crate) fn read(&self) -> usize {
        self.read
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

    /// Makes sure that everything was read and nothing is missing: the last piece of the stream says so.
    pub(crate) fn end(&mut self) -> Result<(), UnpackError> {
        let more = self.blocks.read(&mut [0]).map_err(damage)?;
        if more == 0 && self.at == self.block.len() { Ok(()) } else { Err(UnpackError::Damaged) }
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
        if length > MAX_BLOCK || packed_length > block::get_maximum_output_size(MAX_BLOCK) {
            return Err(UnpackError::TooLarge);
        }
        let mut packed = vec![0; packed_length];
        self.fill(&mut packed)?;
        self.at = 0;
        self.block.resize(length, 0);
        let written = block::decompress_into(&packed, &mut self.block).map_err(|_| UnpackError::Damaged)?;
        if written == length && length > 0 { Ok(()) } else { Err(UnpackError::Damaged) }
    }

    fn number(&mut self) -> Result<usize, UnpackError> {
        let mut number = [0; 4];
        self.fill(&mut number)?;
        Ok(u32::from_le_bytes(number) as usize)
    }

    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), UnpackError> {
        self.blocks.read_exact(bytes).map_err(damage)?;
        self.read += bytes.len();
        Ok(())
    }
}

/// Reading from memory fails when bytes are missing or not authentic.
pub(crate) fn damage(_: io::Error) -> UnpackError {
    UnpackError::Damaged
}
