//! Chance with a fixed course (SplitMix64): the same stream always falls the same way, on every machine.
//! It must never be used for anything secret.

/// Where all streams begin.
const SEED: u64 = 0x2203_0020_2611_2301;

/// One stream of chance.
pub(crate) struct Dice(u64);

impl Dice {
    /// The stream of that number.
    pub(crate) const fn new(stream: u64) -> Self {
        Self(mixed(SEED ^ mixed(stream)))
    }

    /// The next 64 bits.
    pub(crate) const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mixed(self.0)
    }

    /// A number below `count`; 0 when there is none.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        let drawn = self.next() >> 32;
        let count = u64::try_from(count).unwrap_or(u64::MAX).min(u64::from(u32::MAX));
        usize::try_from((drawn * count) >> 32).unwrap_or(0)
    }

    /// A number from `least` to `most`; `least` when there is none.
    pub(crate) fn between(&mut self, least: i32, most: i32) -> i32 {
        let count = usize::try_from(most.saturating_sub(least)).map_or(1, |more| more + 1);
        least.saturating_add(i32::try_from(self.below(count)).unwrap_or(0))
    }

    /// True in so many cases of a hundred.
    pub(crate) fn percent(&mut self, of_hundred: u32) -> bool {
        self.below(100) < of_hundred as usize
    }

    /// One of them.
    pub(crate) fn pick<T: Copy + Default>(&mut self, from: &[T]) -> T {
        let at = self.below(from.len());
        from.get(at).copied().unwrap_or_default()
    }

    /// One of its characters.
    pub(crate) fn letter(&mut self, from: &str) -> Option<char> {
        let at = self.below(from.chars().count());
        from.chars().nth(at)
    }

    /// One of them, by its weight; nothing only when there is nothing.
    pub(crate) fn weighted<'a, T>(&mut self, from: &'a [T], weight: impl Fn(&T) -> u32) -> Option<&'a T> {
        let total: u32 = from.iter().map(&weight).sum();
        let mut left = self.below(total as usize);
        from.iter().find(|item| match left.checked_sub(weight(item) as usize) {
            Some(rest) => {
                left = rest;
                false
            }
            None => true,
        })
    }

    /// All of them, in another order.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// `total` shared out by weights, to the last one.
pub(crate) fn shares(total: usize, weights: &[usize]) -> Vec<usize> {
    let all = weights.iter().sum::<usize>().max(1);
    let mut given = 0;
    let mut weighed = 0;
    weights
        .iter()
        .map(|weight| {
            weighed += weight;
            let due = total * weighed / all;
            let share = due - given;
            given = due;
            share
        })
        .collect()
}

/// Bits mixed so that neighbours have nothing in common.
pub(crate) const fn mixed(bits: u64) -> u64 {
    let bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn chance_stays_within_bounds(stream: u64, count in 1usize..1000, least in -50i32..50, more in 0i32..50) {
            let mut dice = Dice::new(stream);
            prop_assert!(dice.below(count) < count);
            let drawn = dice.between(least, least + more);
            prop_assert!((least..=least + more).contains(&drawn));
            let weighted = [(0u32, 'a'), (3, 'b'), (0, 'c')];
            prop_assert_eq!(dice.weighted(&weighted, |item| item.0), Some(&(3, 'b')));
        }

        #[test]
        fn shares_add_up(total in 0usize..5000, weights in proptest::collection::vec(0usize..20, 1..40)) {
            prop_assume!(weights.iter().sum::<usize>() > 0);
            prop_assert_eq!(shares(total, &weights).iter().sum::<usize>(), total);
        }

        #[test]
        fn a_shuffle_loses_nothing(stream: u64, count in 0usize..60) {
            let mut items: Vec<usize> = (0..count).collect();
            Dice::new(stream).shuffle(&mut items);
            items.sort_unstable();
            prop_assert_eq!(items, (0..count).collect::<Vec<_>>());
        }
    }
}
