//! What is chosen in a list, in the order in which it was chosen, and what is handed from one list to the next. It must
//! never choose by itself.

use std::collections::HashSet;

use domain::records::Case;
use domain::{Id, Record};
use leptos::prelude::*;

/// What is chosen.
pub(crate) struct Selection<T: Record>(RwSignal<Vec<Id<T>>>);

impl<T: Record> Clone for Selection<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: Record> Copy for Selection<T> {}

impl<T: Record + Send + Sync> Selection<T> {
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    pub(crate) fn ids(self) -> Vec<Id<T>> {
        self.0.get()
    }

    pub(crate) fn len(self) -> usize {
        self.0.read().len()
    }

    pub(crate) fn has(self, id: Id<T>) -> bool {
        self.0.read().contains(&id)
    }

    /// Chooses it, or no more.
    pub(crate) fn toggle(self, id: Id<T>) {
        self.0.update(|chosen| match chosen.iter().position(|one| *one == id) {
            Some(at) => drop(chosen.remove(at)),
            None => chosen.push(id),
        });
    }

    /// Chooses these, too.
    pub(crate) fn add(self, ids: Vec<Id<T>>) {
        self.0.update(|chosen| {
            let known: HashSet<Id<T>> = chosen.iter().copied().collect();
            chosen.extend(ids.into_iter().filter(|id| !known.contains(id)));
        });
    }

    pub(crate) fn set(self, ids: Vec<Id<T>>) {
        self.0.set(ids);
    }

    /// As a draft keeps it.
    pub(crate) fn pages(self) -> Vec<(u16, Vec<String>)> {
        vec![(0, self.ids().into_iter().map(|id| id.to_string()).collect())]
    }

    /// Puts back what a draft kept.
    pub(crate) fn restore(self, pages: Vec<(u16, Vec<String>)>) {
        let texts = pages.into_iter().flat_map(|(_, texts)| texts);
        self.set(texts.filter_map(|text| text.parse().ok()).collect());
    }
}

/// Cases that were chosen in one list, on their way to the page that plans something for them.
#[derive(Clone, Copy)]
pub(crate) struct Picked(StoredValue<Vec<Id<Case>>>);

impl Picked {
    /// Hands them on.
    pub(crate) fn hand(self, cases: Vec<Id<Case>>) {
        self.0.set_value(cases);
    }

    /// Takes them, once.
    pub(crate) fn take(self) -> Vec<Id<Case>> {
        self.0.try_update_value(std::mem::take).unwrap_or_default()
    }
}

/// Provides the way from list to list, once for each opening of the books.
pub(crate) fn provide_picked() {
    provide_context(Picked(StoredValue::new(vec![])));
}

/// The way from list to list.
pub(crate) fn use_picked() -> Picked {
    use_context().unwrap_or_else(|| Picked(StoredValue::new(vec![])))
}
