//! A loan's page: what is owed, the plan with what is paid of it, and what came in.

use domain::records::{Loan, LoanField, Request};
use domain::{Date, Id, Kind};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::fund::{self, InstalmentLine, LoanLine, MoneyMove};

use super::standing;
use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::history::HistoryCard;
use crate::requests::ceiling::share;
use crate::requests::form::percent_of;
use crate::requests::page::place;
use crate::requests::row::movement_row;
use crate::route::{Origin, Requests, Route};
use crate::values::dotted;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, Fact, Facts, Pad, Rows, Tag, Tone};
use crate::widget::meter::Meter;
use crate::widget::page::{Columns, Page, PageHeader, Stack};
use crate::widget::table::{CardPlace, Column, PlainTable};

/// A loan and what its page knows beside.
#[derive(Clone, Debug, PartialEq)]
struct Known {
    line: LoanLine,
    loan: Loan,
    place: String,
    request: Option<Id<Request>>,
    /// Why instalments were put off.
    reasons: Vec<(Id<domain::records::Instalment>, String)>,
    movements: Vec<MoneyMove>,
}

fn known(state: &replica::State, id: Id<Loan>) -> Option<Known> {
    let (loan, line) = (state.get(id)?.clone(), fund::loan(state, id)?);
    let reason = |one: &InstalmentLine| Some((one.id, state.get(one.id)?.reason.clone()));
    let reasons = line.instalments.iter().filter_map(reason).filter(|(_, reason)| !reason.is_empty()).collect();
    let request = loan.request.filter(|request| state.get(*request).is_some());
    let place = place(state, loan.case);
    Some(Known { line, place, request, reasons, movements: fund::moves_of_loan(state, id), loan })
}

/// The page of a loan while it is there.
pub(in crate::requests) fn page(id: Id<Loan>) -> AnyView {
    let desk = use_desk();
    let known = desk.memo(move |state| known(state, id));
    let shown = move || match known.get() {
        Some(known) => view! { <LoanView id known/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    };
    view! { {shown} }.into_any()
}

#[component]
fn LoanView(id: Id<Loan>, known: Known) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let Known { line, loan, place, request, reasons, movements } = known;
    let (case, is_owed) = (line.case, line.owed.0 > 0);
    let (text, tone) = standing(language, &line, today);
    let tags = move || view! { <Tag text=text.clone() tone/> };
    let title = language.loan_title(&line.name);
    let plan = line.clone();
    let actions = move || {
        view! {
            {case.map(|case| view! { <LinkButton label=language.open_case() href=Route::Case(case).href() icon=Icon::Folder/> })}
            {is_owed.then(|| steps(language, id))}
        }
    };
    view! {
        <Page>
            <PageHeader title subtitle=place tags actions back=Requests::Loans.href() back_label=language.tab_loans()/>
            <Columns>
                <Stack><PlanCard line=plan reasons today/><MovementsCard movements/></Stack>
                <Stack><FactsCard line loan request/><HistoryCard kind=Kind::Loan id=id.raw()/></Stack>
            </Columns>
        </Page>
    }
}

/// What can be done with a loan that is owed.
fn steps(language: Language, id: Id<Loan>) -> impl IntoView {
    let write_off = Requests::New(Origin::WriteOff(id)).href();
    view! {
        <LinkButton label=language.loan_ask_write_off() href=write_off/>
        <LinkButton label=language.loan_repay() href=Requests::Repay(id).href() kind=ButtonKind::Primary icon=Icon::Plus/>
    }
}

#[component]
fn FactsCard(line: LoanLine, loan: Loan, request: Option<Id<Request>>) -> impl IntoView {
    let language = use_language();
    let money = move |fen| numbers::money(language, fen);
    let some = |fen: domain::value::Fen| if fen.0 > 0 { money(fen) } else { String::new() };
    let count = u32::try_from(line.instalments.len()).unwrap_or(0);
    let terms = dotted([language.ask_terms(loan.months, count), language.ask_percent(&percent_of(loan.rate))]);
    let lent = line.lent_on.map(|day| language.loan_lent(&money(line.principal), &language.date(day)));
    let facts = [
        (language.loan_column_lent().to_owned(), lent.unwrap_or_default()),
        (language.field(LoanField::purpose), language.maybe(loan.purpose).to_owned()),
        (language.loan_terms().to_owned(), terms),
        (language.loan_owed_now().to_owned(), money(line.owed)),
        (language.loan_charges_paid().to_owned(), some(line.charges_paid)),
        (language.loan_lost().to_owned(), some(line.written_off)),
        (language.field(LoanField::note), loan.note),
    ];
    let facts = facts.into_iter().filter(|(_, text)| !text.is_empty());
    let facts = facts.map(|(name, text)| view! { <Fact name>{text}</Fact> }).collect_view();
    let open = move || {
        request.map(|id| view! { <LinkButton label=language.ask_of_need() href=Requests::Request(id).href() kind=ButtonKind::Quiet/> })
    };
    let target = language.ask_limit_of(&money(line.principal));
    view! {
        <Card title=language.loan_facts() action=open>
            <Pad><Stack>
                <Meter label=language.loan_repaid_meter() value=money(line.repaid) target share=share(line.repaid, line.principal)/>
                <Facts>{facts}</Facts>
            </Stack></Pad>
        </Card>
    }
}

#[component]
fn PlanCard(line: LoanLine, reasons: Vec<(Id<domain::records::Instalment>, String)>, today: Date) -> impl IntoView {
    let language = use_language();
    let column = |title: String| Column::new(title, "1fr", CardPlace::Detail);
    let columns = vec![
        column(language.loan_plan_number().to_owned()),
        column(language.loan_plan_due().to_owned()),
        column(language.loan_plan_principal().to_owned()).number(),
        column(language.loan_plan_charge().to_owned()).number(),
        column(language.loan_plan_left().to_owned()).number(),
        column(language.loan_plan_state().to_owned()),
    ];
    let rows = move || {
        let row = |one: &InstalmentLine| {
            let reason = reasons.iter().find(|(id, _)| *id == one.id).map(|(_, reason)| reason.clone());
            plan_row(language, &line, one, reason, today)
        };
        line.instalments.iter().map(row).collect::<Vec<_>>()
    };
    view! {
        <Card title=language.loan_plan()>
            <PlainTable caption=language.loan_plan() caption_hidden=true columns rows=Callback::from(rows)/>
        </Card>
    }
}

fn plan_row(
    language: Language,
    loan: &LoanLine,
    one: &InstalmentLine,
    reason: Option<String>,
    today: Date,
) -> Vec<AnyView> {
    let money = |fen| view! { <span class="num">{numbers::money(language, fen)}</span> }.into_any();
    let day = one.due_on.map(|day| language.date(day)).unwrap_or_default();
    let why = reason.map(|why| view! { <p class="why">{language.loan_deferred(&why)}</p> });
    let (text, tone) = state_of(language, loan, one, today);
    let spoken = language.named_action(language.loan_defer(), &language.loan_number(one.number));
    let is_open = loan.owed.0 > 0 && one.left().0 > 0;
    let defer = is_open.then(|| {
        view! { <LinkButton label=language.loan_defer() spoken href=Requests::Defer(one.id).href() kind=ButtonKind::Quiet/> }
    });
    vec![
        one.number.to_string().into_any(),
        view! { <span class="num">{day}</span>{why} }.into_any(),
        money(one.principal),
        money(one.charge),
        money(one.left()),
        view! { <div class="button-row"><Tag text tone/>{defer}</div> }.into_any(),
    ]
}

/// How an instalment stands.
fn state_of(language: Language, loan: &LoanLine, one: &InstalmentLine, today: Date) -> (String, Tone) {
    let days = one.due_on.map_or(0, |due| (today - due).whole_days());
    let is_partly = one.left().0 < one.principal.0 + one.charge.0;
    match () {
        () if one.left().0 == 0 => (language.loan_paid().to_owned(), Tone::Good),
        () if loan.owed.0 <= 0 => (language.loan_fallen().to_owned(), Tone::Plain),
        () if one.is_late(today) => (language.loan_late_days(days), Tone::Bad),
        () if is_partly => (language.loan_partly().to_owned(), Tone::Info),
        () => (language.loan_not_due().to_owned(), Tone::Plain),
    }
}

#[component]
fn MovementsCard(movements: Vec<MoneyMove>) -> impl IntoView {
    let language = use_language();
    let rows = movements.into_iter().map(|one| movement_row(language, one)).collect_view();
    view! { <Card title=language.loan_came_in()><Rows>{rows}</Rows></Card> }
}
