//! The screens of training: the calendar and its sessions, who is enrolled, and what is taught where and by whom.
//! Sessions are holdings of a course; nothing here decides who may take part, the replica does.

use leptos::prelude::*;

use crate::app::Missing;
use crate::route::{Class, Route};

mod calendar;
mod detour;
mod enrolment;
mod picks;
mod plan;
mod result;
mod roll;
mod session;
mod session_form;
mod tabs;
mod teaching;
mod words;

/// The page of a route of this area.
pub(crate) fn page(route: Route) -> AnyView {
    match route {
        Route::Calendar => view! { <calendar::CalendarPage/> }.into_any(),
        Route::Session(id) => view! { <session::SessionPage id/> }.into_any(),
        Route::SessionForm(id) => view! { <session_form::SessionFormPage target=id/> }.into_any(),
        Route::Enrolment(id) => view! { <enrolment::EnrolmentPage id/> }.into_any(),
        Route::Class(place) => class(place),
        Route::Plans(place) => plan::page(place),
        Route::Courses => view! { <teaching::courses::CoursesPage/> }.into_any(),
        Route::CourseForm(id) => view! { <teaching::course_form::CourseFormPage target=id/> }.into_any(),
        Route::Sites => view! { <teaching::sites::SitesPage/> }.into_any(),
        Route::SiteForm(id) => view! { <teaching::site_form::SiteFormPage target=id/> }.into_any(),
        Route::Instructors => view! { <teaching::instructors::InstructorsPage/> }.into_any(),
        Route::InstructorForm(id) => view! { <teaching::instructor_form::InstructorFormPage target=id/> }.into_any(),
        _ => view! { <Missing/> }.into_any(),
    }
}

/// The page of a place at the door of a session, or after it.
fn class(place: Class) -> AnyView {
    match place {
        Class::Roll(id) => view! { <roll::RollPage id/> }.into_any(),
        Class::SignIn(id) => view! { <roll::sheet::SheetPage id/> }.into_any(),
        Class::Results(id) => view! { <result::list::ResultsPage id/> }.into_any(),
        Class::Certificates(id) => view! { <result::certificates::CertificatesPage id/> }.into_any(),
        Class::Result(id) => result::form::result_page(id),
        Class::FollowUp(id) => result::form::follow_up_page(id),
    }
}
