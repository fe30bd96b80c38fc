//! Tours: planned in the office, led with the tablet in hand, and what the visitors leave behind.

use domain::Id;
use domain::records::Tour;
use leptos::prelude::*;

use crate::route::Tours;

mod add;
mod form;
mod guide;
mod list;
mod page;
mod sheet;
mod sign;
mod stop_form;
mod tie;
mod timetable;
mod visitors;
mod words;

pub(crate) use list::ToursToday;

/// The page of a place among the tours.
pub(super) fn page(place: Tours) -> AnyView {
    match place {
        Tours::List => view! { <list::ToursPage/> }.into_any(),
        Tours::Tour(id) => view! { <page::TourPage id/> }.into_any(),
        Tours::Form(id) => view! { <form::TourForm id/> }.into_any(),
        Tours::Add(id) => view! { <add::AddPage id/> }.into_any(),
        Tours::Stop(id) => view! { <stop_form::StopPage id/> }.into_any(),
        Tours::Guide(id) => view! { <guide::GuidePage id/> }.into_any(),
        Tours::Sign(id) => view! { <sign::SignPage id/> }.into_any(),
        Tours::Visitor(id) => view! { <tie::VisitorPage id/> }.into_any(),
    }
}

/// The way into the guide's view.
fn guide_href(id: Id<Tour>) -> String {
    Tours::Guide(id).href_with("at=1")
}
