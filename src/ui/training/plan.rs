//! Planning a year: who needs what, draft plans beside the one in force, their sessions, and series. Until a plan is
//! adopted nothing of it is seen anywhere else.

use leptos::prelude::*;

use crate::route::Plans;

mod bars;
mod compare;
mod demand;
mod form;
mod list;
mod month;
mod moving;
mod page;
mod people;
mod series;
mod session;
mod words;

pub(super) use moving::{Moving, MovingDialog};
pub(super) use session::NoTeacher;

/// The page of a place.
pub(super) fn page(place: Plans) -> AnyView {
    match place {
        Plans::Demand => view! { <demand::DemandPage/> }.into_any(),
        Plans::People => view! { <people::PeoplePage/> }.into_any(),
        Plans::List => view! { <list::PlansPage/> }.into_any(),
        Plans::Plan(id) => view! { <page::PlanPage id/> }.into_any(),
        Plans::Form(target) => view! { <form::PlanForm target/> }.into_any(),
        Plans::Compare => view! { <compare::ComparePage/> }.into_any(),
        Plans::SessionNew(plan) => view! { <session::NewPage plan/> }.into_any(),
        Plans::Session(id) => view! { <session::EditPage id/> }.into_any(),
        Plans::Series(id) => view! { <series::SeriesPage id/> }.into_any(),
        Plans::Repeat(id) => view! { <series::RepeatPage id/> }.into_any(),
    }
}
