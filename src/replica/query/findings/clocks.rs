//! Clocks that run ahead. A wrong clock is never a reason to refuse a change: it is shown.

use super::{CLOCK_TOLERANCE, Finding};
use crate::State;

/// Tablets whose last change was made later than now.
pub(super) fn in_doubt(state: &State, now: u64) -> Vec<Finding> {
    let vector = state.vector();
    let ahead = vector.iter().map(|head| (head.replica, vector.time(head.replica)));
    let in_doubt = ahead.filter(|(_, time)| time.millis() > now.saturating_add(CLOCK_TOLERANCE));
    in_doubt.map(|(replica, time)| Finding::ClockInDoubt { replica, time }).collect()
}
