//! The sessions that take people, each with the way to its enrolment.

use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::training::{self, SessionLine};

use super::Look;
use crate::context::{use_desk, use_language};
use crate::route::Route;
use crate::training::words;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Row, Rows};

/// The sessions that take people.
#[component]
pub(super) fn OpenSessions(look: Memo<Look>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let lines = desk.memo(move |state| training::open_sessions(state, today, look.get().site));
    let count = Signal::derive(move || Some(language.classes(&numbers::size(lines.read().len()))));
    let body = move || {
        let lines = lines.get();
        if lines.is_empty() {
            return view! { <Nothing/> }.into_any();
        }
        view! { <Rows>{lines.into_iter().map(|line| row(language, line)).collect_view()}</Rows> }.into_any()
    };
    view! { <Card title=language.open_sessions() count>{body}</Card> }
}

#[component]
fn Nothing() -> impl IntoView {
    let language = use_language();
    let plan = move || {
        view! { <LinkButton label=language.plan_session() href=Route::SessionForm(None).href() icon=Icon::Plus/> }
    };
    view! { <EmptyState title=language.no_open_title() next=language.no_open_next() icon=Icon::Calendar action=plan/> }
}

fn row(language: Language, line: SessionLine) -> impl IntoView {
    let title = words::title(language, &line);
    let why = words::summary(language, &line);
    let (id, spoken) = (line.id, language.enrol_in(&title));
    let tags = move || words::seat_tags(language, &line);
    let enrol = move || {
        view! { <LinkButton label=language.enrol() href=Route::Enrolment(id).href() kind=ButtonKind::Plain spoken=spoken.clone()/> }
    };
    view! { <Row title href=Route::Session(id).href() tags why action=enrol/> }
}
