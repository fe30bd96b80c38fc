//! The screens of training: the calendar and its sessions, who is enrolled, and what is taught where and by whom.
//! Sessions are holdings of a course; nothing here decides who may take part, the replica does.

use leptos::prelude::*;

use crate::app::Missing;
use crate::route::{Class, Route, Teaching};

pub(crate) use calendar_file::CalendarFile;
pub(crate) use follow_ups::FollowUpsDue;

mod asks;
mod calendar;
mod calendar_file;
mod cards;
mod detour;
mod enrolment;
mod file;
mod follow_ups;
mod guidance;
mod names;
mod picks;
mod places;
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
        Route::Teaching(place) => teaching(place),
        _ => view! { <Missing/> }.into_any(),
    }
}

/// The page of a place of the files of training.
fn teaching(place: Teaching) -> AnyView {
    match place {
        Teaching::FollowUps => view! { <follow_ups::FollowUpsPage/> }.into_any(),
        Teaching::Teams => view! { <guidance::teams::TeamsPage/> }.into_any(),
        Teaching::Team(id) => guidance::team::page(id),
        Teaching::TeamForm(id) => guidance::team_form::page(id),
        Teaching::Outreaches => view! { <guidance::outreach::OutreachPage/> }.into_any(),
        Teaching::OutreachForm(id) => guidance::outreach_form::page(id),
        Teaching::Course(id) => file::course_page(id),
        Teaching::Site(id) => file::site_page(id),
        Teaching::Instructor(id) => file::instructor_page(id),
    }
}

/// The page of a place at the door of a session, or after it.
fn class(place: Class) -> AnyView {
    match place {
        Class::Asks(id) => view! { <asks::AsksPage id/> }.into_any(),
        Class::Places(id) => view! { <places::PlacesPage id/> }.into_any(),
        Class::Cards(id) => view! { <cards::CardsPage id/> }.into_any(),
        Class::NameList(id) => view! { <names::NamesPage id/> }.into_any(),
        Class::Roll(id) => view! { <roll::RollPage id/> }.into_any(),
        Class::SignIn(id) => view! { <roll::sheet::SheetPage id/> }.into_any(),
        Class::Results(id) => view! { <result::list::ResultsPage id/> }.into_any(),
        Class::Certificates(id) => view! { <result::certificates::CertificatesPage id/> }.into_any(),
        Class::Result(id) => result::form::result_page(id),
        Class::FollowUp(id) => result::form::follow_up_page(id),
    }
}
