//! What lists are asked for. Filters are in the address, so that a reload and the way back keep them; the words of a
//! search may be somebody's name and must never stand there: they are kept in memory until the books are closed.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::query_signal_with_options;

/// The words last searched for, in each list.
#[derive(Clone, Copy)]
pub(crate) struct Searches {
    /// In the list of cases.
    pub(crate) cases: RwSignal<String>,
    /// In the list of cooperatives.
    pub(crate) cooperatives: RwSignal<String>,
    /// In the list of demonstration households.
    pub(crate) demonstrations: RwSignal<String>,
    /// Whose round of the day is looked at.
    pub(crate) visitor: RwSignal<String>,
    /// In the journal of the fund.
    pub(crate) journal: RwSignal<String>,
    /// In the list of requests.
    pub(crate) requests: RwSignal<String>,
    /// In the list of loans.
    pub(crate) loans: RwSignal<String>,
}

impl Searches {
    fn new() -> Self {
        let nothing = || RwSignal::new(String::new());
        Self {
            cases: nothing(),
            cooperatives: nothing(),
            demonstrations: nothing(),
            visitor: nothing(),
            requests: nothing(),
            loans: nothing(),
            journal: nothing(),
        }
    }
}

/// Provides the words of the searches, once for each opening of the books.
pub(crate) fn provide_searches() {
    provide_context(Searches::new());
}

/// The words of the searches.
pub(crate) fn use_searches() -> Searches {
    use_context().unwrap_or_else(Searches::new)
}

/// A value of the address's query as the value of a field; empty when it is not there.
pub(crate) fn use_asked(name: &'static str) -> RwSignal<String> {
    let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
    let (asked, ask) = query_signal_with_options::<String>(name, options);
    let value = RwSignal::new(asked.get_untracked().unwrap_or_default());
    Effect::new(move |_| {
        let asked = asked.get().unwrap_or_default();
        if value.get_untracked() != asked {
            value.set(asked);
        }
    });
    Effect::new(move |_| {
        let chosen = value.get();
        if asked.get_untracked().unwrap_or_default() != chosen {
            ask.set(Some(chosen).filter(|chosen| !chosen.is_empty()));
        }
    });
    value
}
