//! The pages of training as tabs.

use leptos::prelude::*;

use crate::area::PageTabs;
use crate::context::use_language;
use crate::route::{Plans, Route, Teaching};

/// Calendar, demand, plans, courses, sites, instructors, guidance teams, science to the countryside.
#[component]
pub(super) fn TrainingTabs() -> impl IntoView {
    let language = use_language();
    let pages = [
        (Route::Calendar, language.tab_calendar()),
        (Plans::Demand.into(), language.tab_demand()),
        (Plans::List.into(), language.tab_plans()),
        (Route::Courses, language.tab_courses()),
        (Route::Sites, language.tab_sites()),
        (Route::Instructors, language.tab_instructors()),
        (Teaching::Teams.into(), language.tab_teams()),
        (Teaching::Outreaches.into(), language.tab_outreach()),
    ];
    view! { <PageTabs label=language.training_pages() pages/> }
}
