//! The calendar of sessions, by month, by week, or those that take people; how the year stands; and how to begin.

use domain::records::{Course, Site};
use leptos::prelude::*;
use replica::State;

use super::tabs::TrainingTabs;
use crate::context::{use_desk, use_language};
use crate::route::Route;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::EmptyState;
use crate::widget::page::{Page, PageHeader};

mod look;
mod open;
mod period;
mod toolbar;
mod year;

use look::{Look, View};
pub(in crate::training) use period::calendar_words;
pub(in crate::training) use year::YearTargets;

/// How far an office is: sessions need a course, and a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Beginning {
    NoSite,
    NoCourse,
    Ready,
}

fn beginning(state: &State) -> Beginning {
    if state.all::<Site>().iter().next().is_none() {
        Beginning::NoSite
    } else if state.all::<Course>().iter().next().is_none() {
        Beginning::NoCourse
    } else {
        Beginning::Ready
    }
}

/// The calendar.
#[component]
pub(super) fn CalendarPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let beginning = desk.memo(beginning);
    let actions = move || {
        move || {
            (beginning.get() == Beginning::Ready).then(|| {
                view! { <LinkButton label=language.plan_session() href=Route::SessionForm(None).href() kind=ButtonKind::Primary icon=Icon::Plus/> }
            })
        }
    };
    let body = move || match beginning.get() {
        Beginning::Ready => view! { <year::YearTargets/><Sessions/> }.into_any(),
        first => view! { <FirstStep first/> }.into_any(),
    };
    view! {
        <Page>
            <PageHeader title=language.nav_training() actions/>
            <TrainingTabs/>
            {body}
        </Page>
    }
}

/// What has to be there first.
#[component]
fn FirstStep(first: Beginning) -> impl IntoView {
    let language = use_language();
    let (title, next, label, route) = match first {
        Beginning::NoSite => {
            (language.first_site_title(), language.first_site_next(), language.add_site(), Route::SiteForm(None))
        }
        _ => (
            language.first_course_title(),
            language.first_course_next(),
            language.add_course(),
            Route::CourseForm(None),
        ),
    };
    let href = route.href();
    let action = move || view! { <LinkButton label href=href.clone() kind=ButtonKind::Primary icon=Icon::Plus/> };
    view! { <EmptyState title next icon=Icon::Training action/> }
}

/// The sessions as they are looked at.
#[component]
fn Sessions() -> impl IntoView {
    let today = use_desk().today();
    let params = leptos_router::hooks::use_location().query;
    let look = Memo::new(move |_| params.with(|params| Look::read(|name| params.get(name), today)));
    let view = Memo::new(move |_| look.get().view);
    let body = move || match view.get() {
        View::Open => view! { <open::OpenSessions look/> }.into_any(),
        View::Month => view! { <period::MonthCard look/> }.into_any(),
        View::Week => view! { <period::WeekCard look/> }.into_any(),
    };
    view! { <toolbar::CalendarBar look/> {body} }
}
