//! The pages of training as tabs.

use leptos::prelude::*;

use crate::context::use_language;
use crate::route::{Route, use_route};
use crate::widget::list::{Tab, Tabs};

/// Calendar, courses, sites, instructors.
#[component]
pub(super) fn TrainingTabs() -> impl IntoView {
    let (language, route) = (use_language(), use_route());
    let pages = [
        (Route::Calendar, language.tab_calendar()),
        (Route::Courses, language.tab_courses()),
        (Route::Sites, language.tab_sites()),
        (Route::Instructors, language.tab_instructors()),
    ];
    let tabs = Signal::derive(move || {
        let tab = |(to, label): &(Route, &str)| Tab {
            href: to.href(),
            label: (*label).to_owned(),
            count: None,
            current: *to == route.get(),
        };
        pages.iter().map(tab).collect::<Vec<_>>()
    });
    view! { <Tabs label=language.training_pages() tabs/> }
}
