//! The training file of a household: who took part in what, for how many hours, and what came of it.

use domain::records::Case;
use domain::{Id, Sorting as _};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::cases::ties::{self, Training};

use super::tones::enrolment_tag;
use crate::context::{use_desk, use_language};
use crate::route::{Class, Route};
use crate::training::CalendarFile;
use crate::values::dotted;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Fact, Facts, Pad, Row, Rows, Tag, Tone};

/// All trainings of a household.
pub(super) fn part(id: Id<Case>) -> AnyView {
    let (desk, language) = (use_desk(), use_language());
    let trainings = desk.memo(move |state| ties::trainings(state, id));
    let count = Signal::derive(move || language.times(&numbers::size(trainings.read().len())));
    let name = desk.memo(move |state| replica::query::cases::name(state, id));
    let sessions = Signal::derive(move || trainings.read().iter().map(|one| one.session.id).collect::<Vec<_>>());
    let calendar = move || view! { <CalendarFile name sessions/> };
    let enrol = move || {
        view! { <LinkButton label=language.enrol_in_training() href=Route::Calendar.href() icon=Icon::Training/> }
    };
    let rows = move || {
        let trainings = trainings.get();
        if trainings.is_empty() {
            return view! { <EmptyState title=language.trainings_none() next=language.trainings_none_next() icon=Icon::Training action=enrol/> }
                .into_any();
        }
        let people = people(language, &trainings);
        let rows = trainings.into_iter().map(|training| row(language, training)).collect_view();
        view! { <Pad><Facts>{people}</Facts></Pad><Rows>{rows}</Rows> }.into_any()
    };
    view! { <Card title=language.nav_training() count action=calendar>{rows}</Card> }.into_any()
}

/// Each person's trainings in numbers.
fn people(language: Language, trainings: &[Training]) -> impl IntoView + use<> {
    let mut names: Vec<_> = trainings.iter().map(|one| (one.member, one.name.clone())).collect();
    names.arrange_by_key(|(member, _)| *member);
    names.dedup_by_key(|(member, _)| *member);
    let said = |member| {
        let own = trainings.iter().filter(|one| one.member == member && one.is_attended());
        let (times, hours) = own.clone().fold((0, 0), |(times, hours), one| (times + 1, hours + one.hours));
        let certificates = own.filter(|one| !one.enrolment.certificate.is_empty()).count();
        language.file_person(times, hours, certificates)
    };
    let told: Vec<(String, String)> = names.into_iter().map(|(member, name)| (name, said(member))).collect();
    told.into_iter().map(|(name, said)| view! { <Fact name><span class="num">{said}</span></Fact> }).collect_view()
}

fn row(language: Language, training: Training) -> impl IntoView {
    let Training { name, enrolment, hours, session, .. } = training;
    let days = session.starts_on.map(|start| match session.ends_on.filter(|end| *end != start) {
        Some(end) => format!("{} – {}", language.date(start), language.day(end)),
        None => language.date(start),
    });
    let when_known = |is_known: bool, words: String| if is_known { words } else { String::new() };
    let why = dotted([
        name,
        days.unwrap_or_default(),
        session.site,
        when_known(hours > 0, language.class_hours(hours)),
        when_known(enrolment.mark > 0, language.points(enrolment.mark)),
        dotted([language.maybe(enrolment.employment).to_owned(), enrolment.employer]),
    ]);
    let title = language.session_title(&session.title, session.term);
    let (state, outcome, number) = (enrolment.state, enrolment.outcome, enrolment.certificate);
    let tags = move || {
        let passed = outcome.map(|outcome| {
            let tone = if outcome == domain::records::Outcome::Passed { Tone::Good } else { Tone::Warn };
            view! { <Tag text=language.of(outcome) tone/> }
        });
        view! { {enrolment_tag(state)}{passed} }
    };
    let id = session.id;
    let certificate = move || {
        let number = number.clone();
        let href = Class::Results(id).href();
        (!number.is_empty()).then(|| view! { <LinkButton label=number.clone() href kind=ButtonKind::Quiet/> })
    };
    view! { <Row title href=Route::Session(id).href() tags why action=certificate/> }
}
