//! The tabs that stand over the pages of an area of the rail.

use leptos::prelude::*;

use crate::route::{Route, use_route};
use crate::widget::list::{Tab, Tabs};

/// The pages of an area, by their words; where the user is stands out.
#[component]
pub(crate) fn PageTabs<const N: usize>(
    /// What the pages are about.
    label: &'static str,
    /// The pages.
    pages: [(Route, &'static str); N],
) -> impl IntoView {
    let route = use_route();
    let tabs = Signal::derive(move || {
        let tab = |(to, label): &(Route, &str)| Tab {
            href: to.href(),
            label: (*label).to_owned(),
            count: None,
            current: *to == route.get(),
        };
        pages.iter().map(tab).collect::<Vec<_>>()
    });
    view! { <Tabs label tabs/> }
}
