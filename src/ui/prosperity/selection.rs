//! What is chosen in a list, in the order in which it was chosen. It must never choose by itself.

use domain::{Id, Record};
use leptos::prelude::*;

/// What is chosen.
pub(super) struct Selection<T: Record>(RwSignal<Vec<Id<T>>>);

impl<T: Record> Clone for Selection<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: Record> Copy for Selection<T> {}

impl<T: Record + Send + Sync> Selection<T> {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    pub(super) fn ids(self) -> Vec<Id<T>> {
        self.0.get()
    }

    pub(super) fn len(self) -> usize {
        self.0.read().len()
    }

    pub(super) fn has(self, id: Id<T>) -> bool {
        self.0.read().contains(&id)
    }

    /// Chooses it, or no more.
    pub(super) fn toggle(self, id: Id<T>) {
        self.0.update(|chosen| match chosen.iter().position(|one| *one == id) {
            Some(at) => drop(chosen.remove(at)),
            None => chosen.push(id),
        });
    }

    pub(super) fn set(self, ids: Vec<Id<T>>) {
        self.0.set(ids);
    }

    /// As a draft keeps it.
    pub(super) fn pages(self) -> Vec<(u16, Vec<String>)> {
        vec![(0, self.ids().into_iter().map(|id| id.to_string()).collect())]
    }

    /// Puts back what a draft kept.
    pub(super) fn restore(self, pages: Vec<(u16, Vec<String>)>) {
        let texts = pages.into_iter().flat_map(|(_, texts)| texts);
        self.set(texts.filter_map(|text| text.parse().ok()).collect());
    }
}
