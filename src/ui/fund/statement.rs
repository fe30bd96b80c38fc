//! The statement of an account: what moved it, and what it had after that.

use domain::Id;
use domain::fund::Class;
use domain::records::Account;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::State;
use replica::query::fund::{self, StatementLine};

use super::words::{account_name, told, words};
use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::route::{Fund, use_go};
use crate::widget::button::LinkButton;
use crate::widget::icon::Icon;
use crate::widget::list::{EmptyState, Tag, Tone};
use crate::widget::page::{Page, PageHeader, PageKind};
use crate::widget::table::{CardPlace, Column, VirtualTable};

/// The page of an account, while there is one.
pub(super) fn page(id: Id<Account>) -> AnyView {
    let desk = use_desk();
    let is_there = desk.memo(move |state| fund::accounts(state).contains_key(&id));
    let shown = move || match is_there.get() {
        true => view! { <StatementPage id/> }.into_any(),
        false => view! { <Missing/> }.into_any(),
    };
    view! { {shown} }.into_any()
}

/// A line with the name of the account on the other side.
#[derive(Clone, PartialEq)]
struct Shown {
    line: StatementLine,
    against: String,
    /// What it is about, where it does not say: the account that gained.
    about: String,
}

/// The newest first. What came from a source is shown as above zero.
fn shown(language: Language, state: &State, id: Id<Account>) -> Vec<Shown> {
    let accounts = fund::accounts(state);
    let class = fund::class(accounts.get(&id));
    let sign = if matches!(class, Class::Source | Class::Opening) { -1 } else { 1 };
    let name = |other: Id<Account>| {
        let account = accounts.get(&other);
        super::words::named(language, account.and_then(|one| one.kind), account.map_or("", |one| one.name.as_str()))
    };
    let signed = |mut line: StatementLine| {
        let about = name(if line.change.0 > 0 { id } else { line.against });
        (line.change.0, line.balance.0) = (sign * line.change.0, sign * line.balance.0);
        Shown { against: name(line.against), about, line }
    };
    fund::statement(state, id).into_iter().rev().map(signed).collect()
}

#[component]
fn StatementPage(id: Id<Account>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let lines = desk.memo(move |state| shown(language, state, id));
    let title = desk.memo(move |state| account_name(language, state, id));
    let is_held = desk.memo(move |state| {
        let class = fund::class(fund::account(state, id).as_ref());
        matches!(class, Class::Money | Class::Loans)
    });
    let bank = desk.memo(move |state| fund::account(state, id).map(|one| one.bank).unwrap_or_default());
    let subtitle = Signal::derive(move || {
        let balance = lines.with(|lines| lines.first().map_or(0, |one| one.line.balance.0));
        let money = numbers::money(language, domain::value::Fen(balance));
        let balance = if is_held.get() { language.balance_now(&money) } else { language.so_far(&money) };
        let parts = [balance, bank.get()];
        Some(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "))
    });
    let actions = move || {
        view! { <LinkButton label=language.revise_account() href=Fund::AccountForm(Some(id)).href() icon=Icon::Edit/> }
    };
    view! {
        <Page kind=PageKind::Fill>
            <PageHeader title subtitle actions back=Fund::Accounts.href() back_label=language.tab_accounts()/>
            <Listed lines/>
        </Page>
    }
}

#[component]
fn Listed(lines: Memo<Vec<Shown>>) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let today = desk.today();
    let count = Signal::derive(move || lines.read().len());
    let at = move |place: usize| lines.read().get(place).cloned();
    let row = move |place: usize| at(place).map(|one| cells(language, today, one)).unwrap_or_default();
    let press = move |place: usize| {
        if let Some(one) = untrack(|| at(place)) {
            go(Fund::Entry(one.line.entry).into());
        }
    };
    let empty = move || view! { <EmptyState title=language.statement_none() icon=Icon::Fund/> };
    let columns = vec![
        Column::new(language.column_day(), "7.5rem", CardPlace::Detail),
        Column::new(language.column_what(), "2fr", CardPlace::Title),
        Column::new(language.column_against(), "1.4fr", CardPlace::Detail),
        Column::new(language.column_change(), "9rem", CardPlace::End).number(),
        Column::new(language.column_balance(), "9rem", CardPlace::Detail).number(),
    ];
    let (label, row, press) = (language.statement(), Callback::from(row), Callback::from(press));
    view! { <VirtualTable label count columns row on_activate=press empty/> }
}

fn cells(language: Language, today: domain::Date, one: Shown) -> Vec<AnyView> {
    let Shown { line, against, about } = one;
    let what = told(language, if line.narration.is_empty() { &about } else { &line.narration }, &line.who);
    let cancelled = line.is_cancelled.then(|| view! { " " <Tag text=language.is_cancelled() tone=Tone::Warn/> });
    let plus = if line.change.0 > 0 { "+" } else { "" };
    vec![
        words(language.near_date(line.on, today)),
        view! { <span class="two-lines">{what}{cancelled}</span> }.into_any(),
        words(against),
        view! { <b class:struck=line.is_cancelled>{format!("{plus}{}", numbers::yuan(line.change))}</b> }.into_any(),
        words(language.balance_then(&numbers::yuan(line.balance))),
    ]
}
