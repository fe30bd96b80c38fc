//! The parts of this area, and small pieces that several of its pages show alike.

use leptos::prelude::*;

use crate::context::use_language;
use crate::route::{Leading, Route, Tours};
use crate::widget::list::{Fact, Facts, Tab, Tabs};

/// Which part of the area a page belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Cooperatives,
    Demonstrations,
    Picture,
    Outcomes,
    Tours,
}

/// The way from one part to another.
#[component]
pub(super) fn AreaTabs(
    /// Where the user is.
    current: Part,
) -> impl IntoView {
    let language = use_language();
    let tab = |half: Part, route: Route, label: &str| Tab {
        href: route.href(),
        label: label.to_owned(),
        count: None,
        current: half == current,
    };
    let tabs = vec![
        tab(Part::Cooperatives, Route::Cooperatives, language.cooperatives()),
        tab(Part::Demonstrations, Route::Demonstrations, language.demonstrations()),
        tab(Part::Picture, Leading::Picture.into(), language.picture()),
        tab(Part::Outcomes, Leading::Outcomes.into(), language.outcomes()),
        tab(Part::Tours, Tours::List.into(), language.tours()),
    ];
    view! { <Tabs label=language.prosperity_parts() tabs=Signal::stored(tabs)/> }
}

/// Facts by name; what is empty is left out.
#[component]
pub(super) fn FactList(
    /// Each fact's name and what it is.
    facts: Vec<(String, String)>,
) -> impl IntoView {
    let known = facts.into_iter().filter(|(_, text)| !text.is_empty());
    let facts = known.map(|(name, text)| view! { <Fact name=name>{text}</Fact> }).collect_view();
    view! { <Facts>{facts}</Facts> }
}
