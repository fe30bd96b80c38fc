//! The witness: what the preferences remember of the books, so that an empty or shorter database is noticed.
//! It lies in another storage than the books and holds nothing personal: a count, a hash, a time.

use std::fmt;
use std::str::FromStr;

use crate::State;

/// What was there when the books were last written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// How many changes.
    pub changes: u64,
    /// The first half of the hashes of the chains' ends, in hexadecimal digits.
    pub digest: String,
    /// When, in milliseconds since 1970.
    pub time: u64,
}

impl Witness {
    /// What is there now.
    #[must_use]
    pub fn of(state: &State, now: u64) -> Self {
        let vector = state.vector();
        let ends = vector.iter().map(|end| vector.hash(end.replica));
        let mixed = ends.fold([0; 16], |mut mixed, hash| {
            mixed.iter_mut().zip(hash).for_each(|(byte, other)| *byte ^= other);
            mixed
        });
        let digest = mixed.iter().map(|byte| format!("{byte:02x}")).collect();
        Self { changes: vector.total(), digest, time: now }
    }

    /// Whether changes that it remembers are not there any more.
    #[must_use]
    pub fn remembers_more_than(&self, state: &State) -> bool {
        let now = Self::of(state, self.time);
        self.changes > now.changes || (self.changes == now.changes && self.digest != now.digest)
    }
}

impl fmt::Display for Witness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.changes, self.digest, self.time)
    }
}

impl FromStr for Witness {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.split(' ');
        let (changes, digest, time) = (parts.next().ok_or(())?, parts.next().ok_or(())?, parts.next().ok_or(())?);
        let (changes, time) = (changes.parse().map_err(|_| ())?, time.parse().map_err(|_| ())?);
        Ok(Self { changes, digest: digest.to_owned(), time })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::signed_chain;

    fn state_of(length: u32) -> State {
        let mut state = State::default();
        for signed in signed_chain(1, length) {
            state.fold(&signed.change, signed.hash);
        }
        state
    }

    #[test]
    fn a_shorter_database_is_noticed() {
        let witness = Witness::of(&state_of(5), 7);
        assert!(witness.remembers_more_than(&state_of(0)));
        assert!(witness.remembers_more_than(&state_of(4)));
        assert!(!witness.remembers_more_than(&state_of(5)));
        assert!(!witness.remembers_more_than(&state_of(6)), "a write that came through before the witness did");
    }

    #[test]
    fn it_is_written_and_read() {
        let witness = Witness::of(&state_of(3), 1_790_000_000_000);
        assert_eq!(witness.to_string().parse(), Ok(witness));
        for text in ["", "3", "3 ab", "x ab 7"] {
            assert_eq!(text.parse::<Witness>(), Err(()), "{text}");
        }
    }
}
