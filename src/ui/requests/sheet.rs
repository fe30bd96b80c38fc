//! The form of a request on A4: what was asked for, each step with room for a signature and a seal. Shown as it is printed.

use domain::records::{Case, HouseholdKind, Request, RequestField, RequestKind, RequestStep};
use domain::{Date, Id};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::State;
use replica::query::cases;

use super::form::percent_of;
use super::page::place;
use super::step::signed;
use crate::context::{use_desk, use_language, use_tablet};
use crate::entry::with_record;
use crate::route::Requests;
use crate::values::dotted;
use crate::widget::button::{Button, ButtonKind};
use crate::widget::icon::Icon;
use crate::widget::page::{Page, PageHeader, PageKind};

/// The page of the sheet.
pub(super) fn page(id: Id<Request>) -> AnyView {
    with_record(id, move |request| view! { <SheetPage id request/> }.into_any())
}

#[component]
fn SheetPage(id: Id<Request>, request: Request) -> impl IntoView {
    let (language, tablet) = (use_language(), use_tablet());
    let print = move || {
        let press = move || tablet.device().print();
        view! { <Button label=language.ask_print() kind=ButtonKind::Primary icon=Icon::Print on_press=press/> }
    };
    view! {
        <Page kind=PageKind::Narrow>
            <div class="screen-only">
                <PageHeader title=language.ask_print() subtitle=language.ask_sheet_hint() actions=print back=Requests::Request(id).href() back_label=language.back()/>
            </div>
            <Sheet id request/>
        </Page>
    }
}

/// What the sheet says of the household.
struct Household {
    name: String,
    address: String,
    phone: String,
    kind: Option<HouseholdKind>,
}

fn household(state: &State, case: Option<Id<Case>>) -> Household {
    let file = case.and_then(|case| state.get(case));
    Household {
        name: cases::name_of(state, case),
        address: place(state, case),
        phone: file.map(|file| file.phone.clone()).unwrap_or_default(),
        kind: file.and_then(|file| file.household_kind),
    }
}

#[component]
fn Sheet(id: Id<Request>, request: Request) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let household = untrack(|| desk.ask(|state| household(state, request.case)));
    let number = id.to_string().chars().rev().take(8).collect::<Vec<_>>().into_iter().rev().collect::<String>();
    let day = request.drafted_on.map(|day| language.date(day)).unwrap_or_default();
    let line = dotted([format!("{} {number}", language.ask_sheet_number()), day]);
    view! {
        <article class="slip" aria-label=language.ask_sheet_title()>
            <h2 class="slip-title">{language.ask_sheet_title()}</h2>
            <p class="slip-line num">{line}</p>
            <table class="slip-table"><tbody>
                {asked(language, &request, &household)}
                {steps(language, &request)}
            </tbody></table>
            <p class="slip-signs"><span>{language.ask_sheet_applicant()}</span><span>{language.ask_sheet_receipt()}</span></p>
        </article>
    }
}

/// What was asked for, two facts to a line.
fn asked(language: Language, request: &Request, household: &Household) -> impl IntoView + use<> {
    let pair = |one: (String, String), other: (String, String)| {
        view! { <tr><th scope="row">{one.0}</th><td>{one.1}</td><th scope="row">{other.0}</th><td>{other.1}</td></tr> }
    };
    let field = |field: RequestField, text: String| (language.field(field), text);
    let told = |label: &str, text: &str| (label.to_owned(), text.to_owned());
    let amount = field(RequestField::amount, numbers::money(language, request.amount));
    let words = told(language.ask_sheet_words(), &numbers::capitals(request.amount));
    let terms = (request.kind == Some(RequestKind::Loan)).then(|| {
        let terms = language.ask_terms(request.months, request.instalments);
        pair(
            field(RequestField::months, terms),
            field(RequestField::rate, language.ask_percent(&percent_of(request.rate))),
        )
    });
    view! {
        {pair(told(language.ask_sheet_household(), &household.name), told(language.fact_phone(), &household.phone))}
        {pair(told(language.ask_sheet_address(), &household.address), told(language.ask_sheet_household_kind(), language.maybe(household.kind)))}
        {pair(field(RequestField::kind, language.maybe(request.kind).to_owned()), field(RequestField::purpose, language.maybe(request.purpose).to_owned()))}
        {pair(amount, words)}
        {terms}
        <tr class="slip-tall"><th scope="row">{language.field(RequestField::grounds)}</th><td colspan="3">{request.grounds.clone()}</td></tr>
    }
}

/// Each step: what was found, who did it and when; room to sign by hand.
fn steps(language: Language, request: &Request) -> impl IntoView + use<> {
    let second = dotted([request.approved_by.clone(), request.seconded_by.clone()]);
    let rows = [
        (RequestStep::Submit, String::new(), request.submitted_by.clone(), request.submitted_on),
        (RequestStep::Review, request.review.clone(), request.reviewed_by.clone(), request.reviewed_on),
        (RequestStep::Approve, String::new(), second, request.seconded_on.or(request.approved_on)),
        (RequestStep::Pay, String::new(), request.paid_by.clone(), request.paid_on),
        (RequestStep::Verify, request.verification.clone(), request.verified_by.clone(), request.verified_on),
    ];
    rows.map(|row| step_row(language, row)).into_iter().collect_view()
}

fn step_row(language: Language, (step, found, who, on): (RequestStep, String, String, Option<Date>)) -> impl IntoView {
    let day = on.map_or_else(|| language.ask_sheet_day().to_owned(), |day| language.date(day));
    let label = language.field(signed(step));
    view! {
        <tr class="slip-step">
            <th scope="row">{language.of(step)}</th>
            <td colspan="3">
                <p>{found}</p>
                <p class="slip-sign"><span>{label} " " {who}</span><span>{language.ask_sheet_signed()}</span><span>{language.ask_sheet_seal()}</span><span>{day}</span></p>
            </td>
        </tr>
    }
}
