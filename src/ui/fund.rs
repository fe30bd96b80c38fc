//! The books of the special fund: what there is, where it came from and whom it reached.

use leptos::prelude::*;

use crate::route::Fund;

mod overview;
mod tabs;

pub(crate) use tabs::AreaTabs;

/// The page of a place in the books.
pub(crate) fn page(place: Fund) -> AnyView {
    match place {
        Fund::Overview => view! { <overview::OverviewPage/> }.into_any(),
    }
}
