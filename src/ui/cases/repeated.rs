//! Rows of like records in one form, such as the members of a household: added, removed, kept in the draft with their
//! number. A row that is removed by a slip comes back from the notice with all that was typed into it.

use domain::{Problem, Record};
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use leptos::task::spawn_local;

use crate::context::use_language;
use crate::entry::Entry;
use crate::widget::notice::{NoticeAction, Notices};

/// What is typed into the rows, as a draft keeps it.
pub(super) type RowPages = Vec<Vec<(u16, Vec<String>)>>;

/// One row.
pub(super) struct RowEntry<T> {
    /// What tells it from the others as long as the form is open.
    pub(super) key: u32,
    /// The record in it.
    pub(super) entry: Entry<T>,
}

impl<T> Clone for RowEntry<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for RowEntry<T> {}

/// The rows.
pub(super) struct Repeated<T: 'static> {
    rows: RwSignal<Vec<RowEntry<T>>>,
    next: StoredValue<u32>,
    /// Entries belong to the form, not to the press or the draft that made them.
    owner: StoredValue<Owner>,
    blank: StoredValue<T>,
}

impl<T> Clone for Repeated<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Repeated<T> {}

impl<T: Record + Send + Sync> Repeated<T> {
    /// Rows that begin with these records; `blank` is what a new row holds.
    pub(super) fn new(first: &[T], blank: T) -> Self {
        let owner = StoredValue::new(Owner::current().unwrap_or_default());
        let rows =
            Self { rows: RwSignal::new(vec![]), next: StoredValue::new(0), owner, blank: StoredValue::new(blank) };
        first.iter().for_each(|record| rows.push(record));
        rows
    }

    fn push(self, record: &T) {
        let key = self.next.get_value();
        self.next.set_value(key + 1);
        let entry = self.owner.with_value(|owner| owner.with(|| Entry::new(record)));
        self.rows.update(|rows| rows.push(RowEntry { key, entry }));
    }

    /// Adds an empty row.
    pub(super) fn add(self) {
        self.push(&self.blank.get_value());
    }

    /// Adds a row that begins with that record.
    pub(super) fn add_this(self, record: &T) {
        self.push(record);
    }

    /// Removes a row, and says so with the way back.
    pub(super) fn remove(self, key: u32, notices: Notices, removed: String) {
        let Some(place) = self.rows.with_untracked(|rows| rows.iter().position(|row| row.key == key)) else { return };
        let Some(row) = self.rows.try_update(|rows| rows.remove(place)) else { return };
        let put_back = move |()| {
            self.rows.try_update(|rows| rows.insert(place.min(rows.len()), row));
        };
        let label = use_language().undo().to_owned();
        // The way back outlives the row that is pressed: it must not belong to it.
        spawn_local(async move {
            notices.done(removed, Some(NoticeAction { label, press: Callback::new(put_back) }));
        });
    }

    /// The rows, in their order.
    pub(super) fn rows(self) -> Vec<RowEntry<T>> {
        self.rows.get()
    }

    /// How many rows there are.
    pub(super) fn count(self) -> usize {
        self.rows.with(Vec::len)
    }

    /// Whether there is no row now.
    pub(super) fn is_empty(self) -> bool {
        self.rows.with_untracked(Vec::is_empty)
    }

    /// The place of a row, counted from 0.
    pub(super) fn place(self, key: u32) -> usize {
        self.rows.with(|rows| rows.iter().position(|row| row.key == key).unwrap_or(0))
    }

    /// The records as typed, if all of them can be read; problems are shown at their fields.
    pub(super) fn read(self) -> Option<Vec<T>> {
        let read: Vec<Option<T>> = self.rows.get_untracked().iter().map(|row| row.entry.read()).collect();
        read.into_iter().collect()
    }

    /// Shows each problem in its row.
    pub(super) fn show(self, problems: &[Problem]) {
        for (place, row) in self.rows.get_untracked().iter().enumerate() {
            let is_here =
                |problem: &&Problem| problem.row == place && problem.field.is_some_and(|field| field.kind == T::KIND);
            row.entry.show(problems.iter().filter(is_here).cloned().collect());
        }
    }

    /// What is typed, for the draft.
    pub(super) fn pages(self) -> RowPages {
        self.rows.get().iter().map(|row| row.entry.pages()).collect()
    }

    /// Puts back what was typed, in as many rows as there were.
    pub(super) fn restore(self, pages: RowPages) {
        self.rows.update(|rows| rows.truncate(pages.len()));
        while self.rows.with_untracked(Vec::len) < pages.len() {
            self.add();
        }
        for (row, page) in self.rows.get_untracked().iter().zip(pages) {
            row.entry.restore(page);
            row.entry.show(vec![]);
        }
    }
}
