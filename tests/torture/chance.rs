//! Chance from a seed: SplitMix64 (Steele, Lea, Flood 2014). The same seed draws the same, on every machine.

use std::cell::Cell;

/// A source of chance.
#[derive(Debug)]
pub struct Chance(Cell<u64>);

impl Chance {
    /// The chance of a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(Cell::new(seed))
    }

    /// 64 bits.
    pub fn bits(&self) -> u64 {
        let state = self.0.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
        self.0.set(state);
        let mixed = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// A number below `most`, or 0.
    pub fn below(&self, most: usize) -> usize {
        usize::try_from(self.bits() % most.max(1) as u64).unwrap_or(0)
    }

    /// Whether it happens, so many times in `of`.
    pub fn is(&self, times: usize, of: usize) -> bool {
        self.below(of) < times
    }

    /// One of several; the list is not empty.
    pub fn one<'a, T>(&self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    /// Mixes a list up.
    pub fn shuffle<T>(&self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}
