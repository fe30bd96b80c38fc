//! Things that were open when a form was made, each with a tick and what came of it: needs that are met now, promises
//! that are kept now.

use domain::Id;
use leptos::prelude::*;

use crate::context::use_language;
use crate::widget::field::check::YES;
use crate::widget::field::{CheckField, TextField};
use crate::widget::form::Wide;

/// One of them.
pub(super) struct Tick<T> {
    id: Id<T>,
    label: String,
    ticked: RwSignal<String>,
    outcome: RwSignal<String>,
}

impl<T> Clone for Tick<T> {
    fn clone(&self) -> Self {
        Self { label: self.label.clone(), ..*self }
    }
}

/// All of them.
pub(super) struct Ticks<T: 'static>(StoredValue<Vec<Tick<T>>>);

impl<T> Clone for Ticks<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Ticks<T> {}

impl<T: 'static> Ticks<T> {
    /// Of those records, each as it is read.
    pub(super) fn of(records: Vec<(Id<T>, String)>) -> Self {
        let blank = || RwSignal::new(String::new());
        let tick = |(id, label)| Tick { id, label, ticked: blank(), outcome: blank() };
        Self(StoredValue::new(records.into_iter().map(tick).collect()))
    }

    /// Whether there was nothing open.
    pub(super) fn is_empty(self) -> bool {
        self.0.with_value(Vec::is_empty)
    }

    /// Those that are ticked, with what came of each.
    pub(super) fn settled(self) -> Vec<(Id<T>, String)> {
        let all = self.0.get_value().into_iter().filter(|tick| tick.ticked.with(|ticked| ticked == YES));
        all.map(|tick| (tick.id, tick.outcome.get())).collect()
    }

    /// What is ticked, for the draft.
    pub(super) fn pages(self) -> Vec<(u16, Vec<String>)> {
        (0..).zip(self.settled()).map(|(place, (id, outcome))| (place, vec![id.to_string(), outcome])).collect()
    }

    /// Puts back what was ticked; what is no longer open is left out.
    pub(super) fn restore(self, pages: Vec<(u16, Vec<String>)>) {
        for tick in self.0.get_value() {
            let kept = pages.iter().find(|(_, texts)| texts.first() == Some(&tick.id.to_string()));
            tick.ticked.set(if kept.is_some() { YES.to_owned() } else { String::new() });
            tick.outcome.set(kept.and_then(|(_, texts)| texts.get(1)).cloned().unwrap_or_default());
        }
    }

    /// The boxes; what came of it is asked once one is ticked.
    pub(super) fn boxes(self) -> AnyView {
        self.0
            .get_value()
            .into_iter()
            .map(|tick| view! { <TickBox label=tick.label ticked=tick.ticked outcome=tick.outcome/> })
            .collect_view()
            .into_any()
    }
}

#[component]
fn TickBox(label: String, ticked: RwSignal<String>, outcome: RwSignal<String>) -> impl IntoView {
    let asked = use_language().outcome_of(&label);
    let field = move || {
        let label = asked.clone();
        ticked.with(|ticked| ticked == YES).then(|| view! { <Wide><TextField label value=outcome/></Wide> })
    };
    view! { <Wide><CheckField label value=ticked/></Wide>{field} }
}
