//! The results of a session: attendance, mark, certificate of each person; what can be done for all at once.

use domain::Id;
use domain::records::{Enrolment, Outcome, Session};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::command::{IssueCertificates, PassAll};
use replica::query::training::{self, ResultLine};

use crate::app::Missing;
use crate::context::{Desk, use_desk, use_language};
use crate::route::{Class, Route};
use crate::training::words;
use crate::values::dotted;
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Row, Rows, Tag, Tone};
use crate::widget::page::{Page, PageHeader};

/// The page.
#[component]
pub(in crate::training) fn ResultsPage(id: Id<Session>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let line = desk.memo(move |state| training::line(state, id));
    let results = desk.memo(move |state| training::results(state, id));
    let title = move || line.get().map(|line| language.results_title(&words::title(language, &line)));
    let actions = move || view! { <ForAll id results/> };
    let rows = move || {
        let results = results.get();
        if results.is_empty() {
            return view! { <EmptyState title=language.roll_nobody() icon=Icon::People/> }.into_any();
        }
        let rows = results.into_iter().map(|line| row(language, line)).collect_view();
        view! { <Rows>{rows}</Rows> }.into_any()
    };
    let count = Signal::derive(move || language.persons(&numbers::size(results.read().len())));
    move || match title() {
        None => view! { <Missing/> }.into_any(),
        Some(title) => view! {
            <Page>
                <PageHeader title back=Route::Session(id).href() back_label=language.back() actions/>
                <Card title=language.results() count>{rows}</Card>
            </Page>
        }
        .into_any(),
    }
}

/// What can be done for all: pass those who were there, issue, print.
#[component]
fn ForAll(id: Id<Session>, results: Memo<Vec<ResultLine>>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let to_pass = Memo::new(move |_| passing(&results.read()));
    let to_issue = Memo::new(move |_| issuing(&results.read()));
    let issued =
        Memo::new(move |_| results.read().iter().filter(|line| !line.enrolment.certificate.is_empty()).count());
    let pass = move || {
        let count = to_pass.read().len();
        (count > 0).then(|| view! { <Button label=language.pass_all(count) icon=Icon::Check on_press=move || pass_all(desk, to_pass.get_untracked())/> })
    };
    let print = move || {
        let count = issued.get();
        (count > 0).then(|| view! { <LinkButton label=language.print_certificates(count) href=Class::Certificates(id).href() icon=Icon::Print/> })
    };
    let issue = move || {
        let count = to_issue.read().len();
        let issue = move || desk.act(IssueCertificates { enrolments: to_issue.get_untracked() });
        (count > 0)
            .then(|| view! { <Button label=language.issue_count(count) kind=ButtonKind::Primary on_press=issue/> })
    };
    view! { {pass}{print}{issue} }
}

/// Who was there and has no result yet.
fn passing(results: &[ResultLine]) -> Vec<Id<Enrolment>> {
    let open = results.iter().filter(|line| line.attended.there > 0 && line.enrolment.outcome.is_none());
    open.map(|line| line.person.id).collect()
}

fn issuing(results: &[ResultLine]) -> Vec<Id<Enrolment>> {
    results.iter().filter(|line| line.is_due()).map(|line| line.person.id).collect()
}

fn pass_all(desk: Desk, enrolments: Vec<Id<Enrolment>>) {
    desk.act(PassAll { enrolments });
}

fn row(language: Language, line: ResultLine) -> impl IntoView {
    let (id, session) = (line.person.id, line.enrolment.session);
    let title = line.person.name.clone();
    let tags = {
        let (outcome, certificate) = (line.enrolment.outcome, line.enrolment.certificate.clone());
        move || tags(language, outcome, certificate.clone())
    };
    let enrolment = &line.enrolment;
    let times = match line.attended.called {
        0 => language.maybe(enrolment.state).to_owned(),
        called => language.attended_times(line.attended.there, called),
    };
    let mark = if enrolment.mark == 0 { String::new() } else { language.points(enrolment.mark) };
    let opinion = enrolment.opinion.clone();
    let later = dotted([language.maybe(enrolment.employment).to_owned(), enrolment.employer.clone()]);
    let why = dotted([line.person.village.clone(), times, mark, opinion, later]);
    let href = line.person.case.map(|case| Route::Case(case).href());
    let has_certificate = !enrolment.certificate.is_empty();
    let name = StoredValue::new(line.person.name);
    let action = move || actions(language, (id, session), &name.get_value(), has_certificate);
    view! { <Row title href tags why action/> }
}

fn tags(language: Language, outcome: Option<Outcome>, certificate: String) -> impl IntoView {
    let passed = outcome.map(|outcome| {
        let tone = if outcome == Outcome::Passed { Tone::Good } else { Tone::Warn };
        view! { <Tag text=language.of(outcome) tone/> }
    });
    let number = (!certificate.is_empty()).then(|| view! { <Tag text=certificate/> });
    view! { {passed}{number} }
}

fn actions(
    language: Language,
    (id, session): (Id<Enrolment>, Option<Id<Session>>),
    name: &str,
    has_certificate: bool,
) -> impl IntoView + use<> {
    let print = session.filter(|_| has_certificate).map(|session| {
        let href = Class::Certificates(session).one(id);
        view! { <LinkButton label=language.print_certificate() spoken=language.certificate_of(name) href kind=ButtonKind::Quiet/> }
    });
    let follow = has_certificate.then(|| {
        view! {
            <LinkButton label=language.follow_up_training() spoken=language.follow_up_of(name) href=Class::FollowUp(id).href() kind=ButtonKind::Quiet/>
        }
    });
    view! {
        {print}{follow}
        <LinkButton label=language.record_result() spoken=language.result_of(name) href=Class::Result(id).href()/>
    }
}
