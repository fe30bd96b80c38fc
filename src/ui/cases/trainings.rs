//! The trainings of a household's members: who took part in what.

use domain::Id;
use domain::records::Case;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::cases::ties::{self, Training};

use super::tones::enrolment_tag;
use crate::context::{use_desk, use_language};
use crate::route::Route;
use crate::widget::button::LinkButton;
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Row, Rows};

/// All trainings of a household.
pub(super) fn part(id: Id<Case>) -> AnyView {
    let (desk, language) = (use_desk(), use_language());
    let trainings = desk.memo(move |state| ties::trainings(state, id));
    let count = Signal::derive(move || language.times(&numbers::size(trainings.read().len())));
    let enrol = move || {
        view! { <LinkButton label=language.enrol_in_training() href=Route::Calendar.href() icon=Icon::Training/> }
    };
    let rows = move || {
        let trainings = trainings.get();
        if trainings.is_empty() {
            return view! { <EmptyState title=language.trainings_none() next=language.trainings_none_next() icon=Icon::Training action=enrol/> }
                .into_any();
        }
        let rows = trainings.into_iter().map(|training| row(language, training)).collect_view();
        view! { <Rows>{rows}</Rows> }.into_any()
    };
    view! { <Card title=language.nav_training() count>{rows}</Card> }.into_any()
}

fn row(language: Language, training: Training) -> impl IntoView {
    let Training { name, state, session, .. } = training;
    let days = session.starts_on.map(|start| match session.ends_on.filter(|end| *end != start) {
        Some(end) => format!("{} – {}", language.date(start), language.day(end)),
        None => language.date(start),
    });
    let parts = [name, days.unwrap_or_default(), session.site];
    let why = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let title = language.session_title(&session.title, session.term);
    view! { <Row title href=Route::Session(session.id).href() tags=move || enrolment_tag(state) why/> }
}
