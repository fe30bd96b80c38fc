//! Lists to choose a record from: few ones by name, persons by search.

use domain::Sorting as _;
use domain::{Id, Record};
use leptos::prelude::*;
use replica::state::Kept;

use crate::context::{use_desk, use_language};
use crate::widget::field::{Choice, Pick, SearchPick};

/// How many results a search shows.
const MOST: usize = 20;

/// The records of a kind as choices, by name.
pub(crate) fn named_picks<T: Kept + Record>(
    name: impl Fn(&replica::State, &T) -> String + Send + Sync + 'static,
) -> Signal<Vec<Choice>> {
    let desk = use_desk();
    let choices = desk.memo(move |state| {
        let all = state.all::<T>().iter().map(|(id, record)| Choice::new(id.to_string(), name(state, record)));
        let mut choices: Vec<Choice> = all.collect();
        choices.arrange_by_cached_key(|choice| domain::pinyin::sort_key(&choice.label));
        choices
    });
    choices.into()
}

/// Finds a person by name, pinyin, initials, telephone, end of an identity number or village. The value is the case's
/// id or the member's, as the caller asks.
#[component]
pub(crate) fn PersonPick(
    /// What is asked.
    #[prop(into)]
    label: String,
    /// The id of who was found.
    value: RwSignal<String>,
    /// Whether each case is offered once, and its id is the value.
    #[prop(optional)]
    cases: bool,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Whether an answer is needed.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let query = RwSignal::new(name_of(value.get_untracked(), cases));
    // A draft that comes back brings only the id.
    Effect::new(move |_| {
        let id = value.get();
        if !id.is_empty() && query.with_untracked(String::is_empty) {
            query.set(name_of(id, cases));
        }
    });
    let options = Signal::derive(move || {
        let (directory, typed) = (desk.directory(), query.get());
        let mut seen = std::collections::HashSet::new();
        let people = directory.search(&typed).filter(|person| !cases || seen.insert(person.case));
        let pick = |person: &replica::query::directory::Person| Pick {
            value: if cases { person.case.to_string() } else { person.member.to_string() },
            title: person.name.to_string(),
            detail: person.village.to_string(),
        };
        people.take(MOST).map(pick).collect::<Vec<_>>()
    });
    let (nothing, placeholder) = (language.nothing_found(), language.search_hint());
    view! { <SearchPick label query value options nothing placeholder error required/> }
}

/// What the person or the household of that id is called.
fn name_of(id: String, is_case: bool) -> String {
    let desk = use_desk();
    untrack(move || {
        desk.ask(|state| match is_case {
            true => id.parse::<Id<_>>().map(|id| replica::query::cases::name(state, id)).unwrap_or_default(),
            false => id
                .parse::<Id<domain::records::Member>>()
                .ok()
                .and_then(|id| state.get(id))
                .map(|m| m.name.clone())
                .unwrap_or_default(),
        })
    })
}
