//! The places of a cooperative as a bar: those taken, a mark where those in force end, and what is left in words.

use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::prosperity::CooperativeLine;

use crate::context::use_language;
use crate::widget::meter::Meter;

/// How a cooperative's places stand, perhaps with households that are being chosen for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Places {
    capacity: u32,
    in_force: usize,
    planned: usize,
    chosen: usize,
}

impl Places {
    pub(super) fn of(line: &CooperativeLine) -> Self {
        let in_force = line.taken.saturating_sub(line.planned);
        Self { capacity: line.capacity, in_force, planned: line.planned, chosen: 0 }
    }

    /// The same with so many more.
    pub(super) fn with_chosen(self, chosen: usize) -> Self {
        Self { chosen, ..self }
    }

    /// The same without a mark, where there is only room for a glance.
    pub(super) fn at_a_glance(self) -> Self {
        Self { in_force: self.taken(), planned: 0, chosen: 0, ..self }
    }

    fn taken(self) -> usize {
        self.in_force + self.planned + self.chosen
    }

    /// How many there are; 0 means no limit.
    pub(super) fn capacity(self) -> u32 {
        self.capacity
    }

    /// How many places are left; nothing when there is no limit.
    pub(super) fn left(self) -> Option<usize> {
        (self.capacity > 0).then(|| (self.capacity as usize).saturating_sub(self.taken()))
    }

    fn share_of(self, count: usize) -> f64 {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        f64::from(count) / f64::from(self.capacity.max(1))
    }

    fn share(self) -> f64 {
        self.share_of(self.taken())
    }

    /// Where the bar is marked: after those in force, while others are on their way.
    fn mark(self) -> Option<f64> {
        (self.taken() > self.in_force).then(|| self.share_of(self.in_force))
    }

    /// What is left, in words.
    pub(super) fn room_words(self, language: Language) -> String {
        match self.left() {
            None => language.places_unlimited().to_owned(),
            Some(0) => language.places_full().to_owned(),
            Some(left) => language.places_left(&numbers::size(left)),
        }
    }

    /// Who takes the places, in words.
    pub(super) fn taken_words(self, language: Language) -> String {
        match self.planned {
            0 => language.places_in_force(&numbers::size(self.in_force)),
            planned => language.places_taken(&numbers::size(self.in_force), &numbers::size(planned)),
        }
    }
}

/// The places as a bar. Without a limit there is no bar: a number says it.
#[component]
pub(super) fn PlacesMeter(
    /// How they stand.
    #[prop(into)]
    places: Signal<Places>,
) -> impl IntoView {
    let language = use_language();
    let has_limit = Memo::new(move |_| places.get().capacity > 0);
    let label = Signal::derive(move || places.get().room_words(language));
    let value = Signal::derive(move || numbers::size(places.get().taken()));
    let target = Signal::derive(move || language.of_places(&numbers::count(places.get().capacity)));
    let share = Signal::derive(move || places.get().share());
    let pace = Signal::derive(move || places.get().mark());
    move || match has_limit.get() {
        true => view! { <Meter label value target share pace=MaybeProp::from(pace) limit=true/> }.into_any(),
        false => {
            let words = move || format!("{} · {}", language.households(&value.get()), label.get());
            view! { <span class="num">{words}</span> }.into_any()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Places;

    #[test]
    fn those_in_force_and_those_on_their_way_share_the_bar() {
        let places = Places { capacity: 20, in_force: 10, planned: 0, chosen: 0 };
        assert_eq!((places.left(), places.share(), places.mark()), (Some(10), 0.5, None));
        let places = Places { planned: 3, ..places }.with_chosen(2);
        assert_eq!((places.left(), places.share(), places.mark()), (Some(5), 0.75, Some(0.5)));
        let over = places.with_chosen(30);
        assert_eq!(over.left(), Some(0));
        assert_eq!(Places { capacity: 0, ..over }.left(), None);
    }
}
