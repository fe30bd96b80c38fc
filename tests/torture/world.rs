//! The world of one tablet: a wall clock that drifts and jumps, and chance of its own.

use std::cell::Cell;

use domain::Date;
use replica::World;

use crate::chance::Chance;

/// 23 November 2026, everywhere and always: what is due is not what is tortured here.
pub const TODAY: i32 = 2_461_368;
/// The moment at which every run begins, in milliseconds since 1970.
pub const BEGIN: u64 = 1_790_000_000_000;
const YEAR: u64 = 365 * 86_400_000;

/// The world of a tablet.
pub struct TabletWorld {
    chance: Chance,
    millis: Cell<u64>,
    /// How many milliseconds its clock makes of ten.
    pace: u64,
}

impl TabletWorld {
    /// The world of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let chance = Chance::new(seed);
        let pace = 8 + chance.below(5) as u64;
        Self { chance, millis: Cell::new(BEGIN), pace }
    }

    /// Sets the clock somewhere else, up to years away.
    pub fn jump(&self) {
        let by = self.chance.bits() % (6 * YEAR);
        let now = self.millis.get();
        self.millis.set(if self.chance.is(1, 2) { now.saturating_add(by) } else { now.saturating_sub(by) });
    }
}

#[async_trait::async_trait(?Send)]
impl World for TabletWorld {
    /// Sometimes it stands still.
    fn now(&self) -> u64 {
        let passed = self.chance.below(200) as u64 * self.pace / 10;
        self.millis.set(self.millis.get() + passed);
        self.millis.get()
    }

    fn today(&self) -> Date {
        Date::from_julian_day(TODAY).unwrap_or(Date::MIN)
    }

    fn random(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&self.chance.bits().to_be_bytes());
        bytes[8..].copy_from_slice(&self.chance.bits().to_be_bytes());
        bytes
    }
}
