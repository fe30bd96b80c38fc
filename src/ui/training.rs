//! The screens of this area.

use leptos::prelude::*;

use crate::app::Missing;
use crate::route::Route;

/// The page of a route of this area.
pub(crate) fn page(route: Route) -> AnyView {
    match route {
        _ => view! { <Missing/> }.into_any(),
    }
}
