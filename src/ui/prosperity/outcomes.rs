//! What came of leading and of joining: for each demonstration household and each cooperative, and for all together. A
//! gain counts once; what counts with another is said.

use domain::records::{CooperativeField, DemonstrationField};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::State;
use replica::query::prosperity::{self, Outcome, OutcomeLine};

use super::tabs::{AreaTabs, Part};
use crate::context::{use_asked, use_desk, use_language};
use crate::route::{Route, use_go};
use crate::widget::field::{Choice, ChoiceField};
use crate::widget::icon::Icon;
use crate::widget::list::{EmptyState, Fact, Facts};
use crate::widget::page::{Page, PageHeader, PageKind};
use crate::widget::table::{CardPlace, Column, VirtualTable};

/// How the address names the cooperatives.
const COOPERATIVES: &str = "cooperatives";

/// One line, whatever it is of.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    route: Route,
    name: String,
    village: String,
    industry: String,
    outcome: Outcome,
    elsewhere: usize,
}

fn line<T>(line: OutcomeLine<T>, route: Route) -> Line {
    let OutcomeLine { name, village, industry, outcome, elsewhere, .. } = line;
    Line { route, name, village, industry, outcome, elsewhere }
}

fn of_cooperatives(state: &State) -> Vec<Line> {
    let all = prosperity::cooperative_outcomes(state).into_iter();
    all.map(|one| (Route::Cooperative(one.id), one)).map(|(route, one)| line(one, route)).collect()
}

fn of_households(state: &State, year: u32) -> Vec<Line> {
    let all = prosperity::demonstration_outcomes(state, year).into_iter();
    all.map(|one| (Route::Demonstration(one.id), one)).map(|(route, one)| line(one, route)).collect()
}

/// The page.
#[component]
pub(super) fn OutcomesPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let (of, year) = (use_asked("of"), use_asked("year"));
    let this_year = prosperity::year_of(desk.today());
    let usual = desk.memo(move |state| prosperity::chosen_years(state).first().copied().unwrap_or(this_year));
    let lines = desk.memo(move |state| {
        let year = year.get().parse().unwrap_or_else(|_| usual.get());
        if of.get() == COOPERATIVES { of_cooperatives(state) } else { of_households(state, year) }
    });
    let years = desk.memo(move |state| {
        let key = |year: u32| if year == usual.get() { String::new() } else { year.to_string() };
        prosperity::chosen_years(state)
            .into_iter()
            .map(|year| Choice::new(key(year), language.of_year(year)))
            .collect::<Vec<_>>()
    });
    let kinds = vec![Choice::new("", language.demonstrations()), Choice::new(COOPERATIVES, language.cooperatives())];
    let year_field = move || {
        (of.get() != COOPERATIVES && years.read().len() > 1).then(|| {
            view! { <ChoiceField label=language.field(DemonstrationField::year) value=year options=years menu=true/> }
        })
    };
    view! {
        <Page kind=PageKind::Fill>
            <PageHeader title=language.outcomes() subtitle=language.outcomes_says()/>
            <AreaTabs current=Part::Outcomes/>
            <div class="filters">
                <ChoiceField label=language.outcomes_of() value=of options=Signal::stored(kinds)/>
                {year_field}
            </div>
            <Sum lines/>
            <Table lines/>
        </Page>
    }
}

/// All together.
#[component]
fn Sum(lines: Memo<Vec<Line>>) -> impl IntoView {
    let language = use_language();
    let sum = Memo::new(move |_| lines.read().iter().fold(Outcome::default(), |sum, line| sum.and(line.outcome)));
    let facts = move || {
        let sum = sum.get();
        let fact = |name: &'static str, value: String| view! { <Fact name>{value}</Fact> };
        let households = |count: usize| language.households(&numbers::size(count));
        let money = |amount| numbers::money(language, amount);
        let gain = (sum.with_gain > 0).then(|| {
            view! {
                {fact(language.gain_counted(), money(sum.gain))}
                {fact(language.gain_average(), money(sum.mean_gain()))}
            }
        });
        view! {
            {fact(language.households_reached(), households(sum.households))}
            {fact(language.key_inside(), households(sum.inside))}
            {fact(language.lifted_since(), households(sum.lifted))}
            {gain}
            {fact(language.income_mean_before(), money(sum.mean_before()))}
            {fact(language.income_mean_after(), money(sum.mean_after()))}
        }
    };
    view! { <div class="draft-sum all" role="region" aria-label=language.outcomes_sum()><Facts>{facts}</Facts></div> }
}

#[component]
fn Table(lines: Memo<Vec<Line>>) -> impl IntoView {
    let (language, go) = (use_language(), use_go());
    let number = |title: &str, place| Column::new(title.to_owned(), "7rem", place).number();
    let columns = vec![
        Column::new(language.field(CooperativeField::name), "1.4fr", CardPlace::Title),
        Column::new(language.field(CooperativeField::village), "1.2fr", CardPlace::Detail),
        Column::new(language.field(CooperativeField::industry), "1fr", CardPlace::Detail),
        number(language.households_reached(), CardPlace::End),
        number(language.lifted_since(), CardPlace::Detail),
        number(language.gain_counted(), CardPlace::Detail),
        number(language.income_mean_before(), CardPlace::Hidden),
        number(language.income_mean_after(), CardPlace::Hidden),
    ];
    let count = Signal::derive(move || lines.read().len());
    let row = move |at: usize| {
        lines.with(|lines| lines.get(at).cloned()).map(|line| cells(language, line)).unwrap_or_default()
    };
    let open = move |at: usize| {
        if let Some(route) = lines.with_untracked(|lines| lines.get(at).map(|line| line.route.clone())) {
            go(route);
        }
    };
    let empty =
        move || view! { <EmptyState title=language.no_outcomes() next=language.no_outcomes_next() icon=Icon::Sprout/> };
    view! { <VirtualTable label=language.outcomes() count columns row on_activate=Callback::new(move |(at,)| open(at)) empty/> }
}

fn cells(language: Language, line: Line) -> Vec<AnyView> {
    let outcome = line.outcome;
    let elsewhere = (line.elsewhere > 0).then(|| language.counts_elsewhere(&numbers::size(line.elsewhere)));
    let reached = format!("{}{}", numbers::size(outcome.households), elsewhere.unwrap_or_default());
    let money = |amount, known: usize| if known > 0 { numbers::yuan(amount) } else { String::new() };
    vec![
        line.name.into_any(),
        line.village.into_any(),
        line.industry.into_any(),
        reached.into_any(),
        numbers::size(outcome.lifted).into_any(),
        money(outcome.gain, outcome.with_gain).into_any(),
        money(outcome.mean_before(), outcome.with_income).into_any(),
        money(outcome.mean_after(), outcome.with_income).into_any(),
    ]
}
