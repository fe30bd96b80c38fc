//! The year's budget against what was paid and what is in sight, for the whole city and by county; and what would be if a
//! budget were larger or smaller. Nothing is saved until it is adopted.

use std::collections::BTreeMap;

use domain::records::{Budget, Division, Purpose};
use domain::value::Fen;
use domain::{Choice as _, Id};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::State;
use replica::command::SaveBudgets;
use replica::query::divisions;
use replica::query::fund::{self, BudgetLine, Outlook};

use super::AreaTabs;
use super::words::{cell, total, words};
use crate::context::{use_asked, use_desk, use_language};
use crate::route::{Fund, Route};
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::field::{Choice, ChoiceField, NumberField};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Pad, Tag, Tone};
use crate::widget::page::{Page, PageHeader};
use crate::widget::split::Toolbar;
use crate::widget::table::{CardPlace, Column, PlainTable};

/// A line of the budget with what it needs to be shown.
#[derive(Clone, PartialEq)]
struct Line {
    line: BudgetLine,
    county: String,
    id: Option<Id<Budget>>,
}

fn lines(state: &State, year: i32) -> Vec<Line> {
    let of = |line: BudgetLine| {
        let key = (u32::try_from(year).unwrap_or(0), Some(line.purpose), line.county);
        let is_it = |budget: &Budget| (budget.year, budget.purpose, budget.division) == key;
        let id = state.all::<Budget>().iter().find(|(_, budget)| is_it(budget)).map(|(id, _)| id);
        Line { county: divisions::name(state, line.county), id, line }
    };
    fund::budgets(state, year).into_iter().map(of).collect()
}

/// The page.
#[component]
pub(super) fn BudgetPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let (asked, this_year) = (use_asked("year"), desk.today().year());
    let year = Memo::new(move |_| asked.get().parse().unwrap_or(this_year));
    let lines = desk.memo(move |state| lines(state, year.get()));
    let years = (this_year - 2..=this_year + 1).rev();
    let years = years.map(|year| Choice::new(year.to_string(), language.whole_year(year))).collect::<Vec<_>>();
    let subtitle = Signal::derive(move || Some(language.budget_of(year.get())));
    let actions = move || {
        let href = Route::from(Fund::BudgetForm(None)).href_with(&format!("year={}", year.get()));
        view! { <LinkButton label=language.set_budget() href kind=ButtonKind::Primary icon=Icon::Plus/> }
    };
    view! {
        <Page>
            <PageHeader title=language.fund_title() subtitle actions/>
            <AreaTabs/>
            <Toolbar>
                <ChoiceField label=language.filter_year() value=asked options=Signal::stored(years) nothing=language.this_year() menu=true/>
            </Toolbar>
            <CityCard lines year/>
            {move || view! { <WhatIfCard year=year.get()/> }}
            <CountiesCard lines year/>
        </Page>
    }
}

fn columns(language: Language, first: &'static str) -> Vec<Column> {
    let numbers =
        [language.budget_planned(), language.budget_paid(), language.budget_in_sight(), language.budget_left()];
    let numbers = numbers.map(|title| Column::new(title, "1fr", CardPlace::Detail).number());
    std::iter::once(Column::new(first, "2fr", CardPlace::Title)).chain(numbers).collect()
}

#[component]
fn CityCard(lines: Memo<Vec<Line>>, year: Memo<i32>) -> impl IntoView {
    let language = use_language();
    let rows = move || {
        let city: Vec<Line> = lines.get().into_iter().filter(|line| line.line.county.is_none()).collect();
        let sum = |of: fn(&BudgetLine) -> i64| total(numbers::yuan(Fen(city.iter().map(|line| of(&line.line)).sum())));
        let sums = vec![
            total(language.in_all()),
            sum(|line| line.planned.0),
            sum(|line| line.paid.0),
            sum(|line| line.in_sight.0),
            sum(|line| line.left().0),
        ];
        let name = |line: &Line| language.of(line.line.purpose).to_owned();
        city.iter().map(|line| row(language, year.get(), line, name(line))).chain([sums]).collect::<Vec<_>>()
    };
    view! {
        <Card title=language.budget_by_purpose() count=language.unit_yuan()>
            <PlainTable caption=language.budget_by_purpose() caption_hidden=true columns=columns(language, language.column_use()) rows=Callback::from(rows)/>
        </Card>
    }
}

fn row(language: Language, year: i32, line: &Line, name: String) -> Vec<AnyView> {
    let spoken = language.set_budget_of(&name);
    let (href, planned) = (form_href(year, line), line.line.planned);
    let text = if planned.0 == 0 { language.set_budget().to_owned() } else { numbers::yuan(planned) };
    let spoken = format!("{text} {spoken}");
    vec![
        words(name),
        view! { <a href=href aria-label=spoken>{text}</a> }.into_any(),
        cell(line.line.paid),
        cell(line.line.in_sight),
        left(line.line.left()),
    ]
}

/// What is left, in red below zero.
fn left(fen: Fen) -> AnyView {
    view! { <b class:short=fen.0 < 0>{numbers::yuan(fen)}</b> }.into_any()
}

fn form_href(year: i32, line: &Line) -> String {
    if let Some(id) = line.id {
        return Fund::BudgetForm(Some(id)).href();
    }
    let county = line.line.county.map(|county: Id<Division>| format!("&county={county}")).unwrap_or_default();
    let query = format!("year={year}&purpose={}{county}", line.line.purpose.number());
    Route::from(Fund::BudgetForm(None)).href_with(&query)
}

#[component]
fn CountiesCard(lines: Memo<Vec<Line>>, year: Memo<i32>) -> impl IntoView {
    let language = use_language();
    let body = move || {
        let counties: Vec<Line> = lines.get().into_iter().filter(|line| line.line.county.is_some()).collect();
        if counties.is_empty() {
            return view! { <EmptyState title=language.counties_none() next=language.counties_none_next() icon=Icon::Chart/> }.into_any();
        }
        let rows = move || {
            let name = |line: &Line| language.joined(&line.county, language.of(line.line.purpose));
            counties.iter().map(|line| row(language, year.get_untracked(), line, name(line))).collect::<Vec<_>>()
        };
        view! { <PlainTable caption=language.budget_by_county() caption_hidden=true columns=columns(language, language.column_county_use()) rows=Callback::from(rows)/> }
            .into_any()
    };
    view! { <Card title=language.budget_by_county() count=language.unit_yuan()>{body}</Card> }
}

/// What would be with more or less for a purpose.
#[component]
fn WhatIfCard(year: i32) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let fields: [RwSignal<String>; 5] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let fields = StoredValue::new(Purpose::ALL.iter().copied().zip(fields).collect::<Vec<_>>());
    let as_is = desk.memo(move |state| fund::outlook(state, year, &BTreeMap::new()));
    let plan = Memo::new(move |_| changed(&as_is.get(), &fields.get_value()));
    let would = desk.memo(move |state| fund::outlook(state, year, &plan.get()));
    let lines = move || {
        let pairs = as_is.get().into_iter().zip(would.get());
        pairs.map(|(now, then)| would_be(language, now, then)).collect_view()
    };
    let adopt = move || {
        let amounts = plan.get_untracked().into_iter().collect();
        desk.save(SaveBudgets { year: u32::try_from(year).unwrap_or(0), amounts }, move |result| {
            if result.is_ok() {
                fields.get_value().iter().for_each(|(_, field)| field.set(String::new()));
            }
        });
    };
    let clear = move || fields.get_value().iter().for_each(|(_, field)| field.set(String::new()));
    let nothing = Signal::derive(move || plan.read().is_empty());
    let inputs = fields.get_value().into_iter().map(|(purpose, value)| input(language, purpose, value)).collect_view();
    view! {
        <Card title=language.what_if()>
            <Pad>
                <p class="subtitle">{language.what_if_hint()}</p>
                <div class="what-if" role="group" aria-label=language.what_if()>{inputs}</div>
                <ul class="would-be" role="list" aria-label=language.what_would_be() aria-live="polite">{lines}</ul>
                <div class="button-row">
                    <Button label=language.adopt_budget() kind=ButtonKind::Primary disabled=nothing on_press=adopt/>
                    <Button label=language.what_if_clear() kind=ButtonKind::Quiet disabled=nothing on_press=clear/>
                </div>
            </Pad>
        </Card>
    }
}

/// The percent by which a purpose would change, with steps of a tenth at both sides.
fn input(language: Language, purpose: Purpose, value: RwSignal<String>) -> impl IntoView {
    let name = language.of(purpose);
    let step = move |by: i64| {
        let next = percent(&value.get_untracked()).unwrap_or(0) + by;
        value.set(if next == 0 { String::new() } else { next.to_string() });
    };
    let error = Signal::derive(move || {
        value.with(|typed| percent(typed).is_none()).then(|| language.not_a_percent().to_owned())
    });
    view! {
        <div class="what-if-field">
            <NumberField label=language.change_of(name) value unit="%" error/>
            <div class="button-row">
                <Button label="−10%" spoken=language.less_for(name) on_press=move || step(-10)/>
                <Button label="+10%" spoken=language.more_for(name) on_press=move || step(10)/>
            </div>
        </div>
    }
}

/// A percent from −100 to 1000 as typed; nothing typed is no change.
fn percent(typed: &str) -> Option<i64> {
    let spelt: String = typed.trim().trim_end_matches(['%', '\u{ff05}']).replace('\u{2212}', "-");
    let spelt = spelt.trim_start_matches('+');
    let number = if spelt.is_empty() { 0 } else { spelt.parse().ok()? };
    (-100..=1000).contains(&number).then_some(number)
}

/// The budgets as they would be: only those that change.
fn changed(as_is: &[Outlook], fields: &[(Purpose, RwSignal<String>)]) -> BTreeMap<Purpose, Fen> {
    let of = |purpose: Purpose| {
        let (_, field) = fields.iter().find(|(one, _)| *one == purpose)?;
        field.with(|typed| percent(typed)).filter(|percent| *percent != 0)
    };
    let would = |line: &Outlook| Some((line.purpose, by_percent(line.planned, of(line.purpose)?)));
    as_is.iter().filter_map(would).filter(|(_, fen)| fen.0 > 0).collect()
}

/// More or less by so many percent, in whole yuan.
const fn by_percent(fen: Fen, percent: i64) -> Fen {
    Fen((fen.0 * (100 + percent) / 100 + 50) / 100 * 100)
}

/// A purpose as it would be, and by how much that differs.
fn would_be(language: Language, now: Outlook, then: Outlook) -> impl IntoView {
    let money = move |fen| numbers::money(language, fen);
    let count = |size: usize| numbers::size(size);
    let name = language.of(then.purpose);
    let left = then.left();
    let pays = language.would_pay(&count(then.payable), &count(then.waiting));
    let more = then.payable.abs_diff(now.payable);
    let more = (more > 0).then(|| match then.payable > now.payable {
        true => view! { <Tag text=language.pays_more(more) tone=Tone::Good/> },
        false => view! { <Tag text=language.pays_fewer(more) tone=Tone::Bad/> },
    });
    view! {
        <li class="would-be-line" class:changed=now.planned != then.planned>
            <span class="row-title">{name}</span>
            <span class="num">{language.would_plan(&money(then.planned))}</span>
            <span class="num" class:short=left.0 < 0>{language.would_leave(&money(left))}</span>
            <span class="num">{pays} " " {more}</span>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percent_is_read_with_its_sign() {
        let check = |typed: &str, expected| assert_eq!(percent(typed), expected, "{typed}");
        check("", Some(0));
        check("10", Some(10));
        check("+10%", Some(10));
        check("\u{2212}20", Some(-20));
        check("-101", None);
        check("x", None);
    }

    #[test]
    fn a_tenth_more_is_in_whole_yuan() {
        assert_eq!(by_percent(Fen(60_000_000), 10), Fen(66_000_000));
        assert_eq!(by_percent(Fen(10_010), 10), Fen(11_000));
        assert_eq!(by_percent(Fen(100), -100), Fen(0));
    }
}
