//! The hybrid logical clock (Kulkarni and others, 2014): wall time that never runs backwards and passes all it has seen.
//! It reads no wall clock; it is told what the wall clock says.

use serde::{Deserialize, Serialize};

/// A moment of the hybrid clock: 48 bits of milliseconds since 1970 (UTC), 16 bits of counter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Timestamp(u64);

impl Timestamp {
    /// The moment of that millisecond and counter. Milliseconds beyond 48 bits are cut to the greatest.
    #[must_use]
    pub const fn new(millis: u64, counter: u16) -> Self {
        let most = (1 << 48) - 1;
        let millis = if millis > most { most } else { millis };
        Self(millis << 16 | counter as u64)
    }

    /// Milliseconds since 1970, UTC.
    #[must_use]
    pub const fn millis(self) -> u64 {
        self.0 >> 16
    }

    const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// The clock of a replica.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    latest: Timestamp,
}

impl Clock {
    /// A new moment, after all that were made or seen.
    pub fn tick(&mut self, wall_millis: u64) -> Timestamp {
        self.latest = Timestamp::new(wall_millis, 0).max(self.latest.next());
        self.latest
    }

    /// Takes notice of a moment made elsewhere.
    pub fn see(&mut self, moment: Timestamp) {
        self.latest = self.latest.max(moment);
    }

    /// The latest moment made or seen.
    #[must_use]
    pub const fn latest(&self) -> Timestamp {
        self.latest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn moments_only_grow(steps in proptest::collection::vec((any::<bool>(), 0u64..1 << 50), 1..60)) {
            let mut clock = Clock::default();
            let mut before = clock.latest();
            for (is_foreign, millis) in steps {
                if is_foreign {
                    clock.see(Timestamp::new(millis, 7));
                } else {
                    let made = clock.tick(millis);
                    prop_assert!(made > before || made == Timestamp(u64::MAX));
                }
                prop_assert!(clock.latest() >= before);
                before = clock.latest();
            }
        }
    }
}
