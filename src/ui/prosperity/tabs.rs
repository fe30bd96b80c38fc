//! The two halves of this area, and small pieces that several of its pages show alike.

use leptos::prelude::*;

use crate::context::use_language;
use crate::route::Route;
use crate::widget::list::{Fact, Facts, Tab, Tabs};

/// Which half of the area a page belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    Cooperatives,
    Demonstrations,
}

/// The way from one half to the other.
#[component]
pub(super) fn AreaTabs(
    /// Where the user is.
    current: Half,
) -> impl IntoView {
    let language = use_language();
    let tab = |half: Half, route: Route, label: &str| Tab {
        href: route.href(),
        label: label.to_owned(),
        count: None,
        current: half == current,
    };
    let tabs = vec![
        tab(Half::Cooperatives, Route::Cooperatives, language.cooperatives()),
        tab(Half::Demonstrations, Route::Demonstrations, language.demonstrations()),
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

/// Texts one after the other; what is empty is left out.
pub(super) fn dotted<const N: usize>(texts: [String; N]) -> String {
    let known = texts.into_iter().filter(|text| !text.is_empty());
    known.collect::<Vec<_>>().join(" · ")
}
