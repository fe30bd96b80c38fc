//! Certificates on A4, one to a sheet, each with its number and a code that says the same to a camera.

use domain::Id;
use domain::records::{Course, Enrolment, Session};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use locales::Language;
use replica::State;
use replica::query::training;

use crate::context::{use_desk, use_language, use_tablet};
use crate::route::Class;
use crate::training::words;
use crate::widget::button::{Button, ButtonKind};
use crate::widget::icon::Icon;
use crate::widget::list::EmptyState;
use crate::widget::page::{Page, PageHeader};
use crate::widget::qr::QrCode;

/// What stands on a certificate.
#[derive(Clone, Debug, PartialEq)]
struct Certificate {
    name: String,
    course: String,
    days: String,
    site: String,
    hours: u32,
    number: String,
    issued: String,
}

/// The page: all certificates of a session, or the one that the address names.
#[component]
pub(in crate::training) fn CertificatesPage(id: Id<Session>) -> impl IntoView {
    let (desk, language, tablet) = (use_desk(), use_language(), use_tablet());
    let query = use_query_map();
    let only =
        Memo::new(move |_| query.with(|query| query.get_str("of").and_then(|of| of.parse::<Id<Enrolment>>().ok())));
    let all = desk.memo(move |state| certificates(state, language, id, only.get()));
    let title = Signal::derive(move || language.certificate_word().to_owned());
    let print = move || {
        let none = Signal::derive(move || all.read().is_empty());
        view! { <Button label=language.print_now() kind=ButtonKind::Primary icon=Icon::Print disabled=none on_press=move || tablet.device().print()/> }
    };
    let sheets = move || {
        let all = all.get();
        if all.is_empty() {
            return view! { <EmptyState title=language.certificates_none() icon=Icon::Print/> }.into_any();
        }
        all.into_iter().map(|certificate| sheet(language, certificate)).collect_view().into_any()
    };
    view! {
        <Page>
            <div class="screen-only"><PageHeader title back=Class::Results(id).href() back_label=language.back() actions=print/></div>
            {sheets}
        </Page>
    }
}

fn certificates(state: &State, language: Language, id: Id<Session>, only: Option<Id<Enrolment>>) -> Vec<Certificate> {
    let Some(line) = training::line(state, id) else { return vec![] };
    let course = state.get(id).and_then(|session| session.course).and_then(|course| state.get::<Course>(course));
    let hours = course.map_or(0, |course| course.hours);
    let start = line.starts_on.unwrap_or(time::Date::MIN);
    let days = language.span_of_year(start, line.ends_on.unwrap_or(start));
    let issued = training::results(state, id).into_iter().filter(|one| !one.enrolment.certificate.is_empty());
    let meant = issued.filter(|one| only.is_none_or(|only| only == one.person.id));
    let certificate = |one: training::ResultLine| Certificate {
        name: one.person.name,
        course: words::title(language, &line),
        days: days.clone(),
        site: line.site.clone(),
        hours,
        issued: one.enrolment.certified_on.map(|day| language.date(day)).unwrap_or_default(),
        number: one.enrolment.certificate,
    };
    meant.map(certificate).collect()
}

fn sheet(language: Language, certificate: Certificate) -> impl IntoView {
    let Certificate { name, course, days, site, hours, number, issued } = certificate;
    let label = format!("{} {name}", language.certificate_word());
    let code = [language.certificate_word(), &number, &name, &course, &issued].join("\n");
    view! {
        <article class="sheet certificate" aria-label=label>
            <h2>{language.certificate_word()}</h2>
            <p class="certificate-name">{name}</p>
            <p>{language.certificate_text(&days, &site, hours)}</p>
            <p class="certificate-course">{course}</p>
            <div class="certificate-foot">
                <div><QrCode text=code label=language.certificate_qr().to_owned()/><p class="num">{language.certificate_number_is(&number)}</p></div>
                <div><p>{language.certificate_seal()}</p><p>{issued}</p></div>
            </div>
        </article>
    }
}
