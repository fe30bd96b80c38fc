//! Work beside the page: a press stops it, and so does leaving its screen. What was stopped is never heard of again.

use exchange::Progress;
use futures::future::{AbortHandle, Abortable};
use leptos::prelude::*;

/// A handle to the work of a screen, of which there is one at a time.
#[derive(Clone, Copy)]
pub(super) struct Work(StoredValue<Option<AbortHandle>>);

impl Work {
    /// For the screen that is being made.
    pub(super) fn new() -> Self {
        let work = Self(StoredValue::new(None));
        on_cleanup(move || work.stop());
        work
    }

    /// Stops what is being done.
    pub(super) fn stop(self) {
        if let Some(handle) = self.0.try_update_value(Option::take).flatten() {
            handle.abort();
        }
    }

    /// What comes of it; nothing when it was stopped, or other work was begun in its place.
    pub(super) async fn done<T>(self, work: impl Future<Output = T>) -> Option<T> {
        self.stop();
        let (handle, registration) = AbortHandle::new_pair();
        let is_left = self.0.try_set_value(Some(handle)).is_some();
        if is_left { None } else { Abortable::new(work, registration).await.ok() }
    }
}

/// How far it is, as a share of the whole.
pub(super) fn part(progress: Progress) -> f64 {
    progress.done as f64 / progress.all.max(1) as f64
}
