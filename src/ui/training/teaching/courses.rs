//! The courses: what each teaches, when the next session is, and the way to plan one.

use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::training::{self, CourseLine};

use crate::context::{use_desk, use_language};
use crate::route::{Route, Teaching};
use crate::training::tabs::TrainingTabs;
use crate::values::dotted;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Row, Rows, Tag, Tone};
use crate::widget::page::{Page, PageHeader};

/// The list of courses.
#[component]
pub(crate) fn CoursesPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let courses = desk.memo(move |state| training::courses(state, today));
    let add = move || {
        view! { <LinkButton label=language.add_course() href=Route::CourseForm(None).href() kind=ButtonKind::Primary icon=Icon::Plus/> }
    };
    let count = Signal::derive(move || Some(language.courses_count(&numbers::size(courses.read().len()))));
    let body = move || {
        let courses = courses.get();
        match courses.is_empty() {
            true => view! { <EmptyState title=language.no_courses_title() next=language.no_courses_next() icon=Icon::Training/> }.into_any(),
            false => view! { <Rows>{courses.into_iter().map(|line| row(language, line)).collect_view()}</Rows> }.into_any(),
        }
    };
    view! {
        <Page>
            <PageHeader title=language.nav_training() actions=add/>
            <TrainingTabs/>
            <Card title=language.tab_courses() count>{body}</Card>
        </Page>
    }
}

fn row(language: Language, line: CourseLine) -> impl IntoView {
    let CourseLine { id, title, specialty, is_technology, hours, method, sessions, next } = line;
    let hours = if hours == 0 { String::new() } else { language.class_hours(hours) };
    let held = if sessions == 0 { String::new() } else { language.sessions_held(sessions) };
    let why = dotted([
        if specialty == title { String::new() } else { specialty },
        hours,
        language.maybe(method).to_owned(),
        held,
        next.map(|day| language.next_session_on(&language.day(day))).unwrap_or_default(),
    ]);
    let tags = move || is_technology.then(|| view! { <Tag text=language.technology_word() tone=Tone::Good/> });
    let spoken = language.plan_session_of(&title);
    let plan = move || {
        let href = Route::SessionForm(None).href_with(&format!("course={id}"));
        view! { <LinkButton label=language.plan_session() href spoken=spoken.clone()/> }
    };
    view! { <Row title href=Teaching::Course(id).href() tags why action=plan/> }
}
