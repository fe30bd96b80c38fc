//! A place of any level, found by its name, told from others of that name by what lies above it.

use domain::Id;
use domain::records::{Division, DivisionLevel};
use leptos::prelude::*;
use replica::State;
use replica::query::divisions;

use crate::context::{use_desk, use_language};
use crate::widget::field::{Pick, SearchPick};

/// How many places a search shows.
const MOST: usize = 20;

/// Finds a place by its name; the value is its id.
#[component]
pub(crate) fn DivisionPick(
    /// What is asked.
    #[prop(into)]
    label: String,
    /// The place.
    value: RwSignal<String>,
    /// The level that is asked for; nothing for any.
    level: Option<DivisionLevel>,
    /// What is wrong.
    #[prop(into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let spelt =
        move |id: &str| untrack(|| desk.ask(|state| id.parse().ok().map(|id| path(state, id)))).unwrap_or_default();
    let query = RwSignal::new(spelt(&value.get_untracked()));
    // A draft that comes back brings only the id.
    Effect::new(move |_| {
        let id = value.get();
        if !id.is_empty() && query.with_untracked(String::is_empty) {
            query.set(spelt(&id));
        }
    });
    let options = desk.memo(move |state| fitting(state, level, &query.get()));
    view! {
        <SearchPick label query value options=options nothing=language.nothing_found()
            placeholder=language.place_example() error required=true/>
    }
}

/// The divisions that fit what was typed, each told from others of its name.
fn fitting(state: &State, level: Option<DivisionLevel>, typed: &str) -> Vec<Pick> {
    let typed = typed.trim();
    let all = state.all::<Division>().iter().filter(|(_, one)| level.is_none() || one.level == level);
    let fits = |name: &str| typed.is_empty() || domain::pinyin::matches(name, typed);
    let found = all.filter(|(id, division)| fits(&division.name) || path(state, *id) == typed);
    let pick = |(id, division): (Id<Division>, &Division)| Pick {
        value: id.to_string(),
        title: path(state, id),
        detail: use_language().maybe(division.level).to_owned(),
    };
    found.take(MOST).map(pick).collect()
}

/// A division with those above it, the city left out.
fn path(state: &State, id: Id<Division>) -> String {
    let place = divisions::whereabouts(state, Some(id));
    let path = [place.county, place.township, place.village].concat();
    if path.is_empty() { divisions::name(state, Some(id)) } else { path }
}
