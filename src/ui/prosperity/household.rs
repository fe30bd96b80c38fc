//! Which household a form is about: one of the register, found by a search, or one outside of it, by its name.

use domain::{Field, Record};
use leptos::prelude::*;

use crate::context::use_language;
use crate::entry::{Controls, Entry, PersonPick};
use crate::widget::field::{Choice, ChoiceField};

/// The kept answer for a household of the register.
const INSIDE: &str = "case";
/// The kept answer for another one.
const OUTSIDE: &str = "name";

/// Whether the household is one of the register.
#[derive(Clone, Copy)]
pub(super) struct Household(RwSignal<String>);

impl Household {
    /// Of a record that is about a named household, or about none yet.
    pub(super) fn of(name: &str) -> Self {
        Self(RwSignal::new(if name.is_empty() { INSIDE } else { OUTSIDE }.to_owned()))
    }

    pub(super) fn is_outside(self) -> bool {
        self.0.with(|kept| kept == OUTSIDE)
    }

    /// As a draft keeps it.
    pub(super) fn pages(self) -> Vec<(u16, Vec<String>)> {
        vec![(0, vec![self.0.get()])]
    }

    /// Puts back what a draft kept.
    pub(super) fn restore(self, pages: Vec<(u16, Vec<String>)>) {
        if let Some(kept) = pages.into_iter().flat_map(|(_, texts)| texts).next() {
            self.0.set(kept);
        }
    }
}

/// The fields that say which household it is.
#[component]
pub(super) fn HouseholdFields<T, F>(
    /// Whether it is one of the register.
    household: Household,
    /// The entry that holds it.
    entry: Entry<T>,
    /// The fields of its case and of its name.
    fields: [F; 2],
    /// What is wrong with the case, while nothing was saved yet.
    #[prop(into)]
    early: Signal<Option<String>>,
) -> impl IntoView
where
    T: Record + Send + Sync,
    F: Field + Send + Sync + 'static,
{
    let language = use_language();
    let [case, name] = fields;
    let options =
        vec![Choice::new(INSIDE, language.household_inside()), Choice::new(OUTSIDE, language.household_outside())];
    let (label, wrong) = (language.field(case.reference()), entry.error(case.reference()));
    let error = Signal::derive(move || wrong.get().or_else(|| early.get()));
    let field = move || match household.is_outside() {
        true => entry.needed(name),
        false => {
            let (label, value) = (label.clone(), entry.one(case));
            view! { <PersonPick label value cases=true error required=true/> }.into_any()
        }
    };
    view! {
        <ChoiceField label=language.household_which() value=household.0 options=Signal::stored(options)/>
        {field}
    }
}
