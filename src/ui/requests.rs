//! Requests to the fund, from their draft until what was paid is verified on site; loans and how they are paid back.

use leptos::prelude::*;

use crate::route::Requests;

mod list;

/// The page of a place among requests and loans.
pub(crate) fn page(place: Requests) -> AnyView {
    match place {
        Requests::List => view! { <list::RequestsPage/> }.into_any(),
    }
}
