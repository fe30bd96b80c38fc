//! The trial balance of a month, a year, or everything so far: what each account had, gained, gave and has. It prints on
//! A4 with places to sign.

use domain::Date;
use domain::value::Fen;
use leptos::prelude::*;
use locales::{Language, dates, numbers};
use replica::query::fund::{self, AccountLine, Period};

use super::AreaTabs;
use super::journal::{days_of, months};
use super::words::{cell, total, words};
use crate::context::{use_asked, use_desk, use_language, use_tablet};
use crate::widget::button::Button;
use crate::widget::field::ChoiceField;
use crate::widget::icon::Icon;
use crate::widget::list::{Banner, Card, EmptyState, Tone};
use crate::widget::page::{Page, PageHeader};
use crate::widget::split::Toolbar;
use crate::widget::table::{CardPlace, Column, PlainTable};

/// The page of the trial balance.
#[component]
pub(super) fn TrialPage() -> impl IntoView {
    let (desk, language, tablet) = (use_desk(), use_language(), use_tablet());
    let today = desk.today();
    let asked = use_asked("month");
    let span = Memo::new(move |_| {
        let (from, until) = days_of(&asked.get());
        (from, until.unwrap_or(today).min(today))
    });
    let lines = desk.memo(move |state| {
        let (from, until) = span.get();
        let mut lines = fund::account_lines(state, from, until);
        lines.retain(|line| !line.is_untouched());
        lines
    });
    let months = desk.memo(move |state| months(language, state));
    let title = Signal::derive(move || title(language, &asked.get(), span.get().1));
    let print =
        move || view! { <Button label=language.print() icon=Icon::Print on_press=move || tablet.device().print()/> };
    view! {
        <Page>
            <PageHeader title=language.fund_title() subtitle=title actions=print/>
            <AreaTabs/>
            <div class="screen-only">
                <Toolbar>
                    <ChoiceField label=language.filter_month() value=asked options=months nothing=language.since_beginning() menu=true/>
                </Toolbar>
            </div>
            <Closed asked/>
            <Table lines title/>
            <Signatures/>
        </Page>
    }
}

/// What the table is of.
fn title(language: Language, asked: &str, until: Date) -> String {
    let period = match asked.split_once('-') {
        Some(_) => language.month(until),
        None if asked.is_empty() => language.until_date(&language.date(until)),
        None => language.whole_year(until.year()),
    };
    language.trial_of(&period)
}

/// Whether the period is closed.
#[component]
fn Closed(asked: RwSignal<String>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let closed = desk.memo(move |state| {
        let (year, month) = asked.get().split_once('-').map(|(year, month)| (year.to_owned(), month.to_owned()))?;
        let period = Period { year: year.parse().ok()?, month: month.parse().ok()? };
        let by = fund::closed_by(state, period)?;
        Some((by.closed_on?, by.closed_by))
    });
    move || {
        let (on, by) = closed.get()?;
        Some(view! { <Banner tone=Tone::Good text=language.period_is_closed(&language.date(on), &by)/> })
    }
}

#[component]
fn Table(lines: Memo<Vec<AccountLine>>, title: Signal<String>) -> impl IntoView {
    let language = use_language();
    let columns = move || {
        vec![
            Column::new(language.column_account(), "2fr", CardPlace::Title),
            Column::new(language.trial_before(), "1fr", CardPlace::Detail).number(),
            Column::new(language.trial_debit(), "1fr", CardPlace::Detail).number(),
            Column::new(language.trial_credit(), "1fr", CardPlace::Detail).number(),
            Column::new(language.trial_after(), "1fr", CardPlace::Detail).number(),
        ]
    };
    let body = move || {
        if lines.read().is_empty() {
            return view! { <EmptyState title=language.journal_none() icon=Icon::Fund/> }.into_any();
        }
        let rows = move || rows(language, &lines.get());
        view! { <PlainTable caption=title caption_hidden=true columns=columns() rows=Callback::from(rows)/> }.into_any()
    };
    view! { <Card title count=language.unit_yuan()>{body}</Card> }
}

/// The accounts, then the sums, and what is between them.
fn rows(language: Language, lines: &[AccountLine]) -> Vec<Vec<AnyView>> {
    let row = |line: &AccountLine| {
        vec![
            super::entry::account_link(language, &line.side),
            sided(language, line.before),
            cell(line.debit),
            cell(line.credit),
            sided(language, line.after()),
        ]
    };
    let sum = |of: fn(&AccountLine) -> i64| Fen(lines.iter().map(of).sum());
    let (debit, credit) = (sum(|line| line.debit.0), sum(|line| line.credit.0));
    let (before, after) = (sum(|line| line.before.0), sum(|line| line.after().0));
    let gains = sum(|line| line.after().0.max(0));
    let sums = vec![
        total(language.in_all()),
        total(numbers::yuan(sum(|line| line.before.0.max(0)))),
        total(numbers::yuan(debit)),
        total(numbers::yuan(credit)),
        total(numbers::yuan(gains)),
    ];
    let between = vec![
        words(language.sum_between()),
        words(numbers::yuan(before)),
        words(""),
        words(numbers::yuan(Fen(debit.0 - credit.0))),
        words(numbers::yuan(after)),
    ];
    lines.iter().map(row).chain([sums, between]).collect()
}

/// A balance with its side: above zero for what an account gained.
fn sided(language: Language, fen: Fen) -> AnyView {
    if fen.0 == 0 {
        return cell(fen);
    }
    let (side, amount) = if fen.0 > 0 { (language.side_debit(), fen) } else { (language.side_credit(), Fen(-fen.0)) };
    view! { <span class="nothing">{side}</span> " " {numbers::yuan(amount)} }.into_any()
}

/// Where the paper is signed.
#[component]
fn Signatures() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let made = language.printed_on(&dates::iso(desk.today()));
    let place = |word: &'static str| view! { <span>{language.to_sign(word)}</span> };
    view! {
        <div class="print-only">
            <p class="signatures">{place(language.signed_by_maker())}{place(language.signed_by_checker())}{place(language.signed_by_head())}<span>{made}</span></p>
        </div>
    }
}
