//! Tables: one that scrolls a hundred thousand rows, one for the few that a report prints.
//! A table must never hold records; it asks for the cells of the rows in sight.

pub mod plain;
pub mod virtual_table;
mod window;

pub use plain::PlainTable;
pub use virtual_table::VirtualTable;

use leptos::prelude::*;

/// Where a column's cell stands when the screen is too narrow for columns and a row becomes a card of two lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum CardPlace {
    /// On the first line.
    Title,
    /// On the second line, after a dot.
    #[default]
    Detail,
    /// At the end of the card, over both lines.
    End,
    /// Not there.
    Hidden,
}

/// A column of a table.
#[derive(Clone)]
pub struct Column {
    /// Its heading.
    pub title: Signal<String>,
    /// Its share of the width, as a CSS track such as `2fr` or `8rem`.
    pub track: &'static str,
    /// Where its cell stands on a card.
    pub place: CardPlace,
    /// Whether it holds numbers, which stand at the right.
    pub number: bool,
    /// Whether the heading sorts.
    pub sorts: bool,
}

impl Column {
    /// A column of words.
    pub fn new(title: impl Into<Signal<String>>, track: &'static str, place: CardPlace) -> Self {
        Self { title: title.into(), track, place, number: false, sorts: false }
    }

    /// The same column, for numbers.
    #[must_use]
    pub fn number(self) -> Self {
        Self { number: true, ..self }
    }

    /// The same column, with a heading that sorts.
    #[must_use]
    pub fn sorts(self) -> Self {
        Self { sorts: true, ..self }
    }
}

/// By which column the rows are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sorting {
    /// The column.
    pub column: usize,
    /// Whether the greatest comes first.
    pub descending: bool,
}
