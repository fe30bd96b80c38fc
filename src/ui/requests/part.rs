//! What a case file says of the fund: the household's requests, its loans, and what it got and paid back.

use domain::Id;
use domain::records::{Case, Emergency, Need, Request};
use domain::value::Fen;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::fund::{self, LoanLine, MoneyMove, MoveKind, RequestLine};

use super::loans::{next_of, standing_tag};
use super::row::{movement_row, row, state_tag, what};
use crate::context::{use_desk, use_language};
use crate::route::{Origin, Requests};
use crate::values::dotted;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Row, Rows};
use crate::widget::page::{Columns, Stack};

/// The part of a case file.
pub(crate) fn part(case: Id<Case>) -> AnyView {
    view! {
        <Columns even=true>
            <Stack><RequestsCard case/><LoansCard case/></Stack>
            <Stack><EntriesCard case/></Stack>
        </Columns>
    }
    .into_any()
}

#[component]
fn RequestsCard(case: Id<Case>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let lines = desk.memo(move |state| fund::requests_of(state, case));
    let add = move || {
        let href = Requests::New(Origin::Case(case)).href();
        view! { <LinkButton label=language.ask_fund() href icon=Icon::Plus/> }
    };
    let rows = move || match lines.get() {
        lines if lines.is_empty() => {
            view! { <EmptyState title=language.ask_case_none() next=language.ask_case_none_next() icon=Icon::Fund/> }
                .into_any()
        }
        lines => {
            let rows = lines.into_iter().map(|line| row(language, line, true)).collect_view();
            view! { <Rows>{rows}</Rows> }.into_any()
        }
    };
    view! { <Card title=language.tab_requests() action=add>{rows}</Card> }
}

#[component]
fn LoansCard(case: Id<Case>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let lines = desk.memo(move |state| fund::loans_of(state, case));
    let rows = move || lines.get().into_iter().map(|line| loan_row(language, &line)).collect_view();
    view! {
        <Show when=move || !lines.read().is_empty()>
            <Card title=language.tab_loans()><Rows>{rows}</Rows></Card>
        </Show>
    }
}

fn loan_row(language: Language, line: &LoanLine) -> impl IntoView + use<> {
    let today = use_desk().today();
    let money = |fen| numbers::money(language, fen);
    let day = line.lent_on.map(|day| language.date(day)).unwrap_or_default();
    let owed =
        if line.owed.0 > 0 { format!("{} {}", language.loan_owed_now(), money(line.owed)) } else { String::new() };
    let next = next_of(line).map(|one| {
        let day = one.due_on.map(|day| language.date(day)).unwrap_or_default();
        language.loan_next(&day, &money(one.left()))
    });
    let (title, why) = (language.loan_lent(&money(line.principal), &day), dotted([owed, next.unwrap_or_default()]));
    let (id, line) = (line.id, line.clone());
    let tags = move || standing_tag(language, &line, today);
    view! { <Row title href=Requests::Loan(id).href() tags why/> }
}

#[component]
fn EntriesCard(case: Id<Case>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let movements = desk.memo(move |state| fund::moves_of_case(state, case));
    let count = Signal::derive(move || Some(movements.with(|all| total(language, all))));
    let rows = move || {
        let newest_first = movements.get().into_iter().rev();
        newest_first.map(|one| movement_row(language, one)).collect_view()
    };
    view! {
        <Show when=move || !movements.read().is_empty()>
            <Card title=language.ask_case_entries() count><Rows>{rows}</Rows></Card>
        </Show>
    }
}

/// What a household got in all, and what it paid back.
fn total(language: Language, movements: &[MoneyMove]) -> String {
    let sum = |kinds: &[MoveKind]| {
        let of_kind = movements.iter().filter(|one| one.stands && kinds.contains(&one.what));
        numbers::money(language, Fen(of_kind.map(|one| one.amount.0).sum()))
    };
    language.ask_case_total(&sum(&[MoveKind::Granted, MoveKind::Lent]), &sum(&[MoveKind::Principal, MoveKind::Charge]))
}

/// A request beside what it is asked for: its state as a link, or the way to draft one.
fn link_or_draft(language: Language, found: Option<RequestLine>, origin: Origin) -> AnyView {
    match found {
        Some(line) => {
            let label = dotted([what(language, &line.request), numbers::money(language, line.request.amount)]);
            let href = Requests::Request(line.id).href();
            view! { <LinkButton label href kind=ButtonKind::Quiet icon=Icon::Fund/> {state_tag(line.request.state)} }
                .into_any()
        }
        None => {
            let href = Requests::New(origin).href();
            view! { <LinkButton label=language.ask_fund() href icon=Icon::Fund/> }.into_any()
        }
    }
}

/// The request of an emergency, or the way to draft one.
#[component]
pub(crate) fn RequestOfEmergency(id: Id<Emergency>, request: Option<Id<Request>>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let found = desk.memo(move |state| request.and_then(|request| fund::request(state, request)));
    move || link_or_draft(language, found.get(), Origin::Emergency(id))
}

/// The request of a need, or the way to draft one.
#[component]
pub(crate) fn RequestOfNeed(id: Id<Need>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let found = desk.memo(move |state| fund::request_of_need(state, id));
    move || link_or_draft(language, found.get(), Origin::Need(id))
}
