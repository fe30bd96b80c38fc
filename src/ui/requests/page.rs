//! A request's page: how far it is and who did what, what comes next and who may do it, what was asked for, how it was
//! paid, and its history.

use domain::records::{Case, PhotoSubject, Request, RequestField, RequestKind, RequestState, RequestStep};
use domain::{Id, Kind};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::State;
use replica::query::fund::{self, RequestLine};
use replica::query::photos::PhotosOf;
use replica::query::{cases, divisions};

use super::ceiling::Ceilings;
use super::form::percent_of;
use super::row::{state_tag, what};
use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::history::HistoryCard;
use crate::photos::Photos;
use crate::route::{Requests, Route};
use crate::values::{COVER, Reading, dotted, said};
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, Fact, Facts, Pad};
use crate::widget::page::{Columns, Page, PageHeader, Stack};

mod payment;
mod progress;

use payment::PaymentCard;
use progress::ProgressCard;

/// The page of a request while it is there.
pub(super) fn page(id: Id<Request>) -> AnyView {
    let desk = use_desk();
    let line = desk.memo(move |state| fund::request(state, id));
    let is_there = Memo::new(move |_| line.read().is_some());
    let shown = move || match is_there.get() {
        true => view! { <RequestView id line/> }.into_any(),
        false => view! { <Missing/> }.into_any(),
    };
    view! { {shown} }.into_any()
}

#[component]
fn RequestView(id: Id<Request>, line: Memo<Option<RequestLine>>) -> impl IntoView {
    let head = move || line.get().map(|line| view! { <Head line/> });
    let request = Signal::derive(move || line.get().map(|line| line.request).unwrap_or_default());
    let facts = move || line.get().map(|line| view! { <FactsCard request=line.request/> });
    // A photo belongs to a household.
    let has_case = Memo::new(move |_| line.read().as_ref().is_some_and(|line| line.request.case.is_some()));
    let photos =
        move || has_case.get().then(|| view! { <Photos of=PhotosOf::Request(id) shows=PhotoSubject::Receipt/> });
    view! {
        <Page>
            {head}
            <ProgressCard line/>
            <Columns>
                <Stack>{facts}<PaymentCard id/>{photos}</Stack>
                <Stack><LimitsCard id request/><HistoryCard kind=Kind::Request id=id.raw()/></Stack>
            </Columns>
        </Page>
    }
}

#[component]
fn Head(line: RequestLine) -> impl IntoView {
    let language = use_language();
    let RequestLine { id, name, request, .. } = line;
    let title = dotted([name, what(language, &request), numbers::money(language, request.amount)]);
    let place = untrack(|| use_desk().ask(|state| place(state, request.case)));
    let (state, case) = (request.state, request.case);
    let is_draft = matches!(state, Some(RequestState::Drafted | RequestState::Returned));
    let edit = move || view! { <LinkButton label=language.edit() spoken=language.ask_revise() href=Requests::Edit(id).href() icon=Icon::Edit/> };
    let open =
        move |case| view! { <LinkButton label=language.open_case() href=Route::Case(case).href() icon=Icon::Folder/> };
    let actions = move || {
        view! {
            <LinkButton label=language.ask_print() href=Requests::Sheet(id).href() icon=Icon::Print/>
            {case.map(open)}
            {is_draft.then(edit)}
        }
    };
    view! {
        <PageHeader title subtitle=place tags=move || state_tag(state) actions back=Requests::List.href() back_label=language.tab_requests()/>
    }
}

/// Where the household lives.
pub(super) fn place(state: &State, case: Option<Id<Case>>) -> String {
    let case = case.and_then(|case| state.get(case));
    let place = divisions::whereabouts(state, case.and_then(|case| case.village));
    let group = case.map(|case| case.group.clone()).unwrap_or_default();
    [place.county, place.township, place.village, group].concat()
}

#[component]
fn FactsCard(request: Request) -> impl IntoView {
    let language = use_language();
    // What it is for tells whether its grounds may speak of an illness.
    let is_private = request.purpose == Some(domain::records::Purpose::Illness);
    let grounds = Reading { text: request.grounds.clone(), cover: is_private.then(|| COVER.to_owned()) };
    let name = language.field(RequestField::grounds);
    let facts = facts(language, &request).into_iter();
    let facts = facts.map(|(field, text)| view! { <Fact name=language.field(field)>{text}</Fact> }).collect_view();
    view! {
        <Card title=language.ask_facts()>
            <Pad><Facts>{facts}<Fact name=name.clone()>{said(grounds, name)}</Fact></Facts></Pad>
        </Card>
    }
}

/// What is known, in the order of the form; the grounds are said beside it.
fn facts(language: Language, request: &Request) -> Vec<(RequestField, String)> {
    let money = |amount| numbers::money(language, amount);
    let household = untrack(|| use_desk().ask(|state| cases::name_of(state, request.case)));
    let need = request.need.and_then(|need| untrack(|| use_desk().ask(|state| state.get(need).cloned())));
    let is_loan = request.kind == Some(RequestKind::Loan);
    let terms = |text: String| if is_loan { text } else { String::new() };
    let approved = if request.approved.0 > 0 { money(request.approved) } else { String::new() };
    let drafted = request.drafted_on.map(|day| language.date(day)).unwrap_or_default();
    let fee = if request.fee.0 > 0 { money(request.fee) } else { String::new() };
    let all = vec![
        (RequestField::case, household),
        (RequestField::kind, language.maybe(request.kind).to_owned()),
        (RequestField::purpose, language.maybe(request.purpose).to_owned()),
        (RequestField::amount, money(request.amount)),
        (RequestField::approved, approved),
        (RequestField::months, terms(language.ask_terms(request.months, request.instalments))),
        (RequestField::rate, terms(language.ask_percent(&percent_of(request.rate)))),
        (RequestField::fee, terms(fee)),
        (RequestField::need, need.map(|need| language.maybe(need.kind).to_owned()).unwrap_or_default()),
        (RequestField::drafted_on, drafted),
        (RequestField::review, request.review.clone()),
        (RequestField::verification, request.verification.clone()),
    ];
    all.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

/// What the ceilings leave, until it is paid.
#[component]
fn LimitsCard(id: Id<Request>, request: Signal<Request>) -> impl IntoView {
    let language = use_language();
    let is_open = Memo::new(move |_| {
        let is_over =
            matches!(request.read().state, Some(RequestState::Paid | RequestState::Verified | RequestState::Refused));
        !is_over && request.read().kind != Some(RequestKind::WriteOff)
    });
    view! {
        <Show when=move || is_open.get()>
            <Card title=language.ask_limits()><Pad><Ceilings id=Some(id) request/></Pad></Card>
        </Show>
    }
}

/// The button that leads to a step's form.
fn step_link(language: Language, id: Id<Request>, step: RequestStep, kind: ButtonKind) -> impl IntoView {
    view! { <LinkButton label=language.of(step) href=Requests::Step(id, step).href() kind/> }
}
