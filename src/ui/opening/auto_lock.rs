//! The lock that closes by itself: a tablet left on a table must not stay open. What is half typed is kept as a draft.

use std::time::Duration;

use leptos::prelude::*;
use replica::Preference;

use crate::context::{Tablet, use_keys, use_tablet};

/// After how many minutes without a touch: the choices.
pub(crate) const LOCK_AFTER: [u64; 4] = [5, 10, 30, 60];
/// The choice where none was made.
const USUAL: u64 = 10;
/// How often it looks.
const EVERY: Duration = Duration::from_secs(10);

/// After how many minutes the app locks itself.
pub(crate) fn lock_after(tablet: Tablet) -> u64 {
    let chosen = tablet.device().preference(Preference::LockAfter).and_then(|text| text.parse().ok());
    chosen.filter(|minutes| LOCK_AFTER.contains(minutes)).unwrap_or(USUAL)
}

/// Locks the open books when nobody has touched the tablet for long.
pub(crate) fn lock_when_left() {
    let (tablet, keys) = (use_tablet(), use_keys());
    if keys.open().is_none() {
        return;
    }
    let look = move || {
        if tablet.device().idle_millis() >= lock_after(tablet) * 60_000 {
            keys.lock();
        }
    };
    if let Ok(timer) = set_interval_with_handle(look, EVERY) {
        on_cleanup(move || timer.clear());
    }
}
