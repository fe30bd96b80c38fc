//! What the list of cases is asked for. The filters are in the address, so that a reload and the way back keep them; the
//! words of a search may be somebody's name and must never stand there: they are kept in memory until the app closes.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::query_signal_with_options;

/// The words last searched for.
#[derive(Clone, Copy)]
struct Search(RwSignal<String>);

/// Provides the words of the search, once for each opening of the books.
pub(crate) fn provide_search() {
    provide_context(Search(RwSignal::new(String::new())));
}

/// The words of the search.
pub(super) fn use_search() -> RwSignal<String> {
    use_context::<Search>().map_or_else(|| RwSignal::new(String::new()), |search| search.0)
}

/// A value of the address's query as the value of a field; empty when it is not there.
pub(super) fn use_asked(name: &'static str) -> RwSignal<String> {
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
