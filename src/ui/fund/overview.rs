//! What the fund has: in all, by source, by use, until a day or over a year.

use std::collections::BTreeMap;

use domain::fund::Class;
use domain::records::Purpose;
use domain::value::Fen;
use domain::{Date, entry as typed};
use leptos::prelude::*;
use locales::{Language, dates, numbers};
use replica::State;
use replica::command::SetUpAccounts;
use replica::query::fund::{self, AccountLine, Period, Side, SourcePeriod, SpentLine};

use super::AreaTabs;
use super::journal::PostButton;
use super::words::{cell, side_name, total, words};
use crate::context::{use_asked, use_desk, use_language};
use crate::route::{Fund, use_go};
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::field::{Choice, ChoiceField, DateField};
use crate::widget::icon::Icon;
use crate::widget::list::{Banner, Card, EmptyState, Tone};
use crate::widget::page::{Page, PageHeader};
use crate::widget::split::Toolbar;
use crate::widget::table::{CardPlace, Column, PlainTable};

/// The page.
#[component]
pub(super) fn OverviewPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let is_begun = desk.memo(fund::is_begun);
    let actions = move || is_begun.get().then(|| view! { <PostButton/> });
    let body = move || match is_begun.get() {
        true => view! { <Standing/> }.into_any(),
        false => view! { <Beginning/> }.into_any(),
    };
    view! {
        <Page>
            <PageHeader title=language.fund_title() actions/>
            <AreaTabs/>
            {body}
        </Page>
    }
}

/// Where there are no books yet: one press sets the accounts up, then what there is is entered.
#[component]
fn Beginning() -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let set_up = move || {
        let go = go.clone();
        desk.save(SetUpAccounts, move |result| {
            if result.is_ok() {
                go(Fund::Opening.into());
            }
        });
    };
    let set_up = Callback::new(move |()| set_up());
    let action = move || view! { <Button label=language.set_up_accounts() kind=ButtonKind::Primary icon=Icon::Fund on_press=set_up/> };
    view! {
        <section class="card" aria-label=language.fund_title()>
            <EmptyState title=language.fund_none() next=language.fund_none_next() icon=Icon::Fund action/>
        </section>
        <Proposed/>
    }
}

/// The accounts that one press would set up.
#[component]
fn Proposed() -> impl IntoView {
    let language = use_language();
    let columns = vec![
        Column::new(language.column_side(), "1fr", CardPlace::Title),
        Column::new(language.tab_accounts(), "3fr", CardPlace::Detail),
    ];
    let rows = move || {
        let classes = [Class::Money, Class::Loans, Class::Source, Class::Use];
        let line = |class: Class| {
            let of_class =
                domain::fund::chart().filter_map(|(_, account)| account.kind).filter(|kind| kind.class() == class);
            let names = of_class.map(|kind| language.of(kind)).collect::<Vec<_>>().join(language.list_comma());
            vec![words(super::words::class_word(language, class)), words(names)]
        };
        classes.into_iter().map(line).collect::<Vec<_>>()
    };
    view! {
        <Card title=language.accounts_proposed()>
            <PlainTable caption=language.accounts_proposed() caption_hidden=true columns rows=Callback::from(rows)/>
        </Card>
    }
}

/// The days that are looked at.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Span {
    from: Option<Date>,
    until: Date,
}

#[derive(Clone, Copy)]
struct Asked {
    year: RwSignal<String>,
    until: RwSignal<String>,
}

impl Asked {
    /// A year, or all until a day.
    fn span(self, today: Date) -> Span {
        let until = typed::date(&self.until.get()).ok().unwrap_or(today);
        let year = self.year.get().parse().ok().map(|year| Period { year, month: 0 });
        let last = year.and_then(Period::last_day).filter(|last| *last < until);
        Span { from: year.and_then(Period::first_day), until: last.unwrap_or(until) }
    }
}

/// All that the page shows.
#[derive(Clone, PartialEq)]
struct Known {
    accounts: Vec<AccountLine>,
    sources: Vec<SourcePeriod>,
    spent: Vec<SpentLine>,
    is_opened: bool,
}

fn known(state: &State, span: Span) -> Known {
    Known {
        accounts: fund::account_lines(state, span.from, span.until),
        sources: fund::source_periods(state, span.from, span.until),
        spent: fund::spent_since(state, span.from, span.until),
        is_opened: fund::is_opened(state),
    }
}

#[component]
fn Standing() -> impl IntoView {
    let desk = use_desk();
    let today = desk.today();
    let asked = Asked { year: use_asked("year"), until: use_asked("until") };
    let span = Memo::new(move |_| asked.span(today));
    let known = desk.memo(move |state| known(state, span.get()));
    view! {
        <Filters asked today/>
        <NotOpened known/>
        <Figures known/>
        <SourcesCard known span/>
        <MatrixCard known span/>
    }
}

#[component]
fn Filters(asked: Asked, today: Date) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let years = desk.memo(move |state| {
        fund::years(state)
            .into_iter()
            .map(|year| Choice::new(year.to_string(), language.whole_year(year)))
            .collect::<Vec<_>>()
    });
    view! {
        <Toolbar>
            <ChoiceField label=language.filter_year() value=asked.year options=years nothing=language.since_beginning() menu=true/>
            <DateField label=language.until_day() value=asked.until max=dates::iso(today)/>
        </Toolbar>
    }
}

/// Reminds of what is still to be entered.
#[component]
fn NotOpened(known: Memo<Known>) -> impl IntoView {
    let language = use_language();
    let action = move || view! { <LinkButton label=language.enter_opening() href=Fund::Opening.href()/> };
    let is_new = move || known.with(|known| !known.is_opened);
    move || is_new().then(|| view! { <Banner tone=Tone::Info text=language.opening_missing() action/> })
}

/// Money and loans, in large figures.
#[component]
fn Figures(known: Memo<Known>) -> impl IntoView {
    let language = use_language();
    let figures = move || {
        let accounts = known.get().accounts;
        let sum =
            |class: Class| accounts.iter().filter(|line| line.class == class).map(|line| line.after().0).sum::<i64>();
        let (money, lent) = (sum(Class::Money), sum(Class::Loans));
        let all = figure(language, language.money_at_hand(), money, true);
        let each = accounts.iter().filter(|line| line.class == Class::Money && !line.is_untouched());
        let each = each.map(|line| figure(language, &side_name(language, &line.side), line.after().0, false));
        let each = each.collect_view();
        view! { {all} {each} {figure(language, language.lent_out(), lent, false)} }
    };
    view! { <section class="card figures" aria-label=language.money_at_hand()>{figures}</section> }
}

fn figure(language: Language, label: &str, fen: i64, is_main: bool) -> AnyView {
    let label = label.to_owned();
    let money = numbers::money(language, Fen(fen));
    view! { <div class="figure" class:largest=is_main class:short=fen < 0><span class="figure-label">{label}</span><b class="figure-value num">{money}</b></div> }
        .into_any()
}

/// Each source: what came, what is lent, what is spent, what is left and for what.
#[component]
fn SourcesCard(known: Memo<Known>, span: Memo<Span>) -> impl IntoView {
    let language = use_language();
    let table = move || {
        let has_before = span.get().from.is_some();
        let mut columns = vec![Column::new(language.column_source(), "2fr", CardPlace::Title)];
        let before = has_before.then(|| language.column_before());
        let rest =
            [language.column_received(), language.column_lent(), language.column_spent(), language.column_left()];
        let numbers = before.into_iter().chain(rest).map(|title| Column::new(title, "1fr", CardPlace::Detail).number());
        columns.extend(numbers);
        let rows = move || known.with(|known| source_rows(language, &known.sources, has_before));
        view! { <PlainTable caption=language.by_source() caption_hidden=true columns rows=Callback::from(rows)/> }
    };
    view! { <Card title=language.by_source() count=language.unit_yuan()>{table}</Card> }
}

fn source_rows(language: Language, sources: &[SourcePeriod], has_before: bool) -> Vec<Vec<AnyView>> {
    let touched = |line: &&SourcePeriod| {
        [line.before, line.received, line.lent, line.spent, line.left_in_all()].iter().any(|fen| fen.0 != 0)
    };
    let figures = |line: &SourcePeriod| {
        let before = has_before.then_some(line.before);
        let rest = [line.received, line.lent, line.spent, line.left_in_all()];
        before.into_iter().chain(rest).collect::<Vec<Fen>>()
    };
    let shown: Vec<&SourcePeriod> = sources.iter().filter(touched).collect();
    let mut sums = vec![0; 4 + usize::from(has_before)];
    for line in &shown {
        sums.iter_mut().zip(figures(line)).for_each(|(sum, fen)| *sum += fen.0);
    }
    let row = |line: &&SourcePeriod| {
        let cells = figures(line).into_iter().map(cell);
        std::iter::once(source_cell(language, line)).chain(cells).collect::<Vec<_>>()
    };
    let mut rows: Vec<Vec<AnyView>> = shown.iter().map(row).collect();
    let sums = sums.into_iter().map(|sum| total(numbers::yuan(Fen(sum))));
    rows.push(std::iter::once(total(language.in_all())).chain(sums).collect());
    rows
}

/// A source, and under it what of it is earmarked.
fn source_cell(language: Language, line: &SourcePeriod) -> AnyView {
    let name = match line.source {
        Some(_) => super::entry::account_link(language, &line.side),
        None => words(language.fund_unknown_source()),
    };
    let marked = line.left.iter().filter(|(_, fen)| fen.0 != 0);
    let marked = marked.filter_map(|(purpose, fen)| {
        let purpose: Purpose = (*purpose)?;
        Some(language.left_earmarked(language.of(purpose), &numbers::yuan(*fen)))
    });
    let marked: Vec<String> = marked.collect();
    let marked =
        (!marked.is_empty()).then(|| view! { <span class="earmarks">{marked.join(language.list_comma())}</span> });
    view! { {name}{marked} }.into_any()
}

/// What of each source went through each use.
#[component]
fn MatrixCard(known: Memo<Known>, span: Memo<Span>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let title = Signal::derive(move || match span.get() {
        Span { from: Some(from), .. } => language.spent_in_year(from.year()),
        Span { until, .. } if until < today => language.spent_until(&language.date(until)),
        _ => language.spent_by_use().to_owned(),
    });
    let table = move || {
        let matrix = known.with(|known| Matrix::of(language, known));
        if matrix.rows.is_empty() {
            return view! { <EmptyState title=language.nothing_spent() icon=Icon::Fund/> }.into_any();
        }
        let first = Column::new(language.column_use(), "2fr", CardPlace::Title);
        let numbers = matrix.heads.iter().map(|head| Column::new(head.clone(), "1fr", CardPlace::Detail).number());
        let columns: Vec<Column> = std::iter::once(first).chain(numbers).collect();
        let rows = move || matrix.cells(language);
        view! { <PlainTable caption=title caption_hidden=true columns rows=Callback::from(rows)/> }.into_any()
    };
    view! { <Card title count=language.unit_yuan()>{table}</Card> }
}

/// Uses down, sources across, sums at both ends.
#[derive(Clone)]
struct Matrix {
    heads: Vec<String>,
    /// Each use with its amounts; the sums have none.
    rows: Vec<(Option<Side>, Vec<i64>)>,
}

impl Matrix {
    fn of(language: Language, known: &Known) -> Self {
        let mut cells: BTreeMap<_, i64> = BTreeMap::new();
        for line in &known.spent {
            *cells.entry((line.account, line.source)).or_default() += line.fen.0;
        }
        let sources: Vec<&SourcePeriod> =
            known.sources.iter().filter(|one| known.spent.iter().any(|line| line.source == one.source)).collect();
        let uses = known.accounts.iter().filter(|one| known.spent.iter().any(|line| line.account == one.side.account));
        let row = |line: &AccountLine| {
            let of = |source: &&SourcePeriod| cells.get(&(line.side.account, source.source)).copied().unwrap_or(0);
            let mut amounts: Vec<i64> = sources.iter().map(of).collect();
            amounts.push(amounts.iter().sum());
            (Some(line.side.clone()), amounts)
        };
        let mut rows: Vec<(Option<Side>, Vec<i64>)> = uses.map(row).collect();
        let sum = |at: usize| rows.iter().map(|(_, amounts)| amounts[at]).sum();
        let sums: Vec<i64> = (0..=sources.len()).map(sum).collect();
        if !rows.is_empty() {
            rows.push((None, sums));
        }
        let name = |one: &&SourcePeriod| match one.source {
            Some(_) => side_name(language, &one.side),
            None => language.fund_unknown_source().to_owned(),
        };
        let heads = sources.iter().map(name).chain([language.in_all().to_owned()]).collect();
        Self { heads, rows }
    }

    fn cells(&self, language: Language) -> Vec<Vec<AnyView>> {
        let row = |(side, amounts): &(Option<Side>, Vec<i64>)| {
            let is_total = side.is_none();
            let name = match side {
                Some(side) => super::entry::account_link(language, side),
                None => total(language.in_all()),
            };
            let end = amounts.len().saturating_sub(1);
            let amounts = amounts.iter().enumerate().map(|(column, fen)| match is_total || column == end {
                true => total(numbers::yuan(Fen(*fen))),
                false => cell(Fen(*fen)),
            });
            std::iter::once(name).chain(amounts).collect()
        };
        self.rows.iter().map(row).collect()
    }
}
