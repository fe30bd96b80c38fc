//! Leading the way to prosperity: cooperatives and who joins them, demonstration households and whom they lead.

use leptos::prelude::*;

use crate::route::Route;

mod cooperative;
mod cooperative_form;
mod cooperatives;
mod demonstration;
mod demonstration_form;
mod demonstrations;
mod enrolment;
mod household;
mod link_form;
mod links;
mod memberships;
mod outcomes;
mod picture;
mod places;
mod planning;
mod score;
mod selection;
mod tabs;
mod tours;

pub(crate) use tours::ToursToday;

/// The page of a route of this area.
pub(crate) fn page(route: Route) -> AnyView {
    match route {
        Route::Cooperative(id) => view! { <cooperative::CooperativePage id/> }.into_any(),
        Route::CooperativeForm(id) => view! { <cooperative_form::CooperativeForm id/> }.into_any(),
        Route::CooperativeEnrolment(id) => view! { <enrolment::EnrolmentPage id/> }.into_any(),
        Route::Demonstrations => view! { <demonstrations::DemonstrationsPage/> }.into_any(),
        Route::Demonstration(id) => view! { <demonstration::DemonstrationPage id/> }.into_any(),
        Route::DemonstrationForm(id) => view! { <demonstration_form::DemonstrationForm id/> }.into_any(),
        Route::LinkNew(id) => view! { <link_form::NewLink id/> }.into_any(),
        Route::LinkEdit(id) => view! { <link_form::EditLink id/> }.into_any(),
        Route::Leading(place) => selection::page(place),
        Route::Tours(place) => tours::page(place),
        _ => view! { <cooperatives::CooperativesPage/> }.into_any(),
    }
}
