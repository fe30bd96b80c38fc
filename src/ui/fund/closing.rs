//! Months and years that are closed, and those that can be: what is looked at first is shown before the press.

use domain::Id;
use domain::records::{Closing, ClosingField};
use domain::{Date, Fault, Problem};
use leptos::prelude::*;
use locales::{Language, fault, numbers};
use replica::State;
use replica::command::{ClosePeriod, RemoveRecord};
use replica::query::fund::{self, Check, Ledger, Period};

use super::AreaTabs;
use super::words::signer;
use crate::context::{use_desk, use_language};
use crate::route::{Fund, Route};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::dialog::{Dialog, DialogActions};
use crate::widget::field::{TextArea, TextField};
use crate::widget::form::Form;
use crate::widget::icon::{Icon, Picture};
use crate::widget::list::{Card, EmptyState, Row, Rows, Tag, Tone};
use crate::widget::page::{Page, PageHeader};

/// A period as the page lists it.
#[derive(Clone, PartialEq)]
struct Line {
    period: Period,
    closing: Option<(Id<Closing>, Closing)>,
    checks: Vec<(Check, bool)>,
    /// Whether it is closed with its year.
    is_in_year: bool,
}

impl Line {
    fn is_over(&self) -> bool {
        self.checks.iter().all(|(check, is_so)| *check != Check::Over || *is_so)
    }
}

/// All years with postings, the latest first, and under each its months, the latest first.
fn years(state: &State, today: Date) -> Vec<(Line, Vec<Line>)> {
    let closed = fund::closed(state);
    let months = months(state);
    let line = |period: Period| {
        let closing = closed.iter().find(|(_, one)| Period::of(one) == period).cloned();
        let year = Period { month: 0, ..period };
        let is_in_year = period.month != 0 && closed.iter().any(|(_, one)| Period::of(one) == year);
        Line { period, closing, checks: fund::checks(state, period, today), is_in_year }
    };
    let year = |year: i32| {
        let of_year = months.iter().rev().filter(|month| month.year == year);
        (line(Period { year, month: 0 }), of_year.map(|month| line(*month)).collect())
    };
    fund::years(state).into_iter().map(year).collect()
}

/// The months from the first posting to the last of each year.
fn months(state: &State) -> Vec<Period> {
    let ledger = Ledger::of(state);
    let mut months: Vec<Period> = ledger.postings().iter().map(|posting| fund::month_of(posting.on)).collect();
    months.extend(fund::closed(state).iter().map(|(_, one)| Period::of(one)).filter(|period| period.month != 0));
    months.sort_unstable();
    months.dedup();
    months
}

/// What is asked before a press: to close a period, or to open a closing again.
#[derive(Clone, PartialEq)]
enum Asked {
    Close(Line),
    Open(Period, Id<Closing>),
}

/// The page.
#[component]
pub(super) fn ClosingPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let all = desk.memo(move |state| years(state, today));
    let (asked, open) = (RwSignal::new(None::<Asked>), RwSignal::new(false));
    let ask = Callback::new(move |what: Asked| {
        asked.set(Some(what));
        open.set(true);
    });
    let cards = move || {
        let all = all.get();
        if all.is_empty() {
            return view! { <section class="card" aria-label=language.tab_closing()><EmptyState title=language.closing_none() next=language.closing_none_next() icon=Icon::Lock/></section> }
                .into_any();
        }
        all.into_iter().map(|(year, months)| year_card(language, year, months, ask)).collect_view().into_any()
    };
    let title = Signal::derive(move || match asked.get() {
        Some(Asked::Close(line)) => language.close_of(&period_word(language, line.period)),
        Some(Asked::Open(period, _)) => language.reopen_of(&period_word(language, period)),
        None => String::new(),
    });
    view! {
        <Page>
            <PageHeader title=language.fund_title() subtitle=language.closing_subtitle()/>
            <AreaTabs/>
            {cards}
        </Page>
        <Dialog open title close_label=language.cancel()>
            {move || match asked.get() {
                Some(Asked::Close(line)) => view! { <CloseForm line open/> }.into_any(),
                Some(Asked::Open(_, id)) => view! { <ReopenForm id open/> }.into_any(),
                None => ().into_any(),
            }}
        </Dialog>
    }
}

fn period_word(language: Language, period: Period) -> String {
    match period.last_day() {
        Some(day) if period.month != 0 => language.month(day),
        _ => language.whole_year(period.year),
    }
}

fn year_card(language: Language, year: Line, months: Vec<Line>, ask: Callback<Asked>) -> impl IntoView {
    let title = language.books_of_year(year.period.year);
    let rows = std::iter::once(year).chain(months).map(|line| row(language, line, ask)).collect_view();
    view! { <Card title><Rows>{rows}</Rows></Card> }
}

fn row(language: Language, line: Line, ask: Callback<Asked>) -> impl IntoView {
    let word = period_word(language, line.period);
    let month = if line.period.month == 0 {
        line.period.year.to_string()
    } else {
        format!("{}-{:02}", line.period.year, line.period.month)
    };
    let href = Route::from(Fund::Trial).href_with(&format!("month={month}"));
    let tags = {
        let line = line.clone();
        move || state_tag(language, &line)
    };
    let why = line.closing.as_ref().map(|(_, closing)| closed_words(language, closing));
    let action = move || row_action(language, line.clone(), ask);
    view! { <Row title=word href tags why action/> }
}

fn state_tag(language: Language, line: &Line) -> impl IntoView + use<> {
    let (text, tone) = match (&line.closing, line.is_in_year, line.is_over()) {
        (Some(_), ..) => (language.is_closed(), Tone::Good),
        (None, true, _) => (language.is_closed_with_year(), Tone::Good),
        (None, false, true) => (language.can_be_closed(), Tone::Warn),
        (None, false, false) => (language.is_running(), Tone::Plain),
    };
    view! { <Tag text tone/> }
}

fn closed_words(language: Language, closing: &Closing) -> String {
    let on = closing.closed_on.map(|on| language.date(on)).unwrap_or_default();
    let (money, lent) = (numbers::money(language, closing.money), numbers::money(language, closing.lent));
    language.closed_with(&on, &closing.closed_by, &money, &lent)
}

fn row_action(language: Language, line: Line, ask: Callback<Asked>) -> AnyView {
    let word = period_word(language, line.period);
    if let Some((id, _)) = line.closing {
        let spoken = language.reopen_of(&word);
        return view! { <Button label=language.reopen() kind=ButtonKind::Quiet spoken on_press=move || ask.run(Asked::Open(line.period, id))/> }
            .into_any();
    }
    if line.is_in_year || !line.is_over() {
        return ().into_any();
    }
    let spoken = language.close_of(&word);
    view! { <Button label=language.close_period() spoken on_press=move || ask.run(Asked::Close(line.clone()))/> }
        .into_any()
}

/// What is looked at, who closes it, and the press.
#[component]
fn CloseForm(line: Line, open: RwSignal<bool>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let (by, fault) = (RwSignal::new(signer()), RwSignal::new(None::<Fault>));
    let whole = RwSignal::new(None::<String>);
    let period = line.period;
    let close = move || {
        let command = ClosePeriod { period, closed_by: by.get_untracked() };
        desk.save(command, move |result| match result {
            Ok(()) => open.set(false),
            Err(problems) => show(language, problems, fault, whole),
        });
    };
    let error = Signal::derive(move || fault.get().map(|found| fault::sentence(language, &found)));
    let checks = line.checks.into_iter().map(|(check, is_so)| check_line(language, check, is_so)).collect_view();
    view! {
        <Form label=language.close_period() wrong_title=language.form_wrong() error=whole on_submit=close>
            <ul class="checks" role="list" aria-label=language.what_is_checked()>{checks}</ul>
            <p>{language.close_means()}</p>
            <TextField label=language.field(ClosingField::closed_by) value=by error required=true/>
            <DialogActions>
                <Button label=language.cancel() on_press=move || open.set(false)/>
                <Button label=language.close_period() kind=ButtonKind::Primary submit=true/>
            </DialogActions>
        </Form>
    }
}

fn show(language: Language, problems: Vec<Problem>, place: RwSignal<Option<Fault>>, whole: RwSignal<Option<String>>) {
    place.set(None);
    whole.set(None);
    for problem in problems {
        match problem.field {
            Some(field) if field == ClosingField::closed_by.into() => place.set(Some(problem.fault)),
            _ => whole.set(Some(fault::sentence(language, &problem.fault))),
        }
    }
}

fn check_line(language: Language, check: Check, is_so: bool) -> impl IntoView {
    let [good, bad] = match check {
        Check::Over => [language.check_over(), language.check_not_over()],
        Check::Balanced => [language.check_balanced(), language.check_not_balanced()],
        Check::NothingBelowZero => [language.check_above_zero(), language.check_below_zero()],
        Check::Covered => [language.check_covered(), language.check_not_covered()],
        Check::NoFaulty => [language.check_whole(), language.check_faulty()],
        Check::EarlierClosed => [language.check_earlier(), language.check_not_earlier()],
    };
    let (icon, text) = if is_so { (Icon::Check, good) } else { (Icon::Warning, bad) };
    view! { <li class="check-line" class:bad=!is_so><Picture icon/><span>{text}</span></li> }
}

/// Why a period is opened again.
#[component]
fn ReopenForm(id: Id<Closing>, open: RwSignal<bool>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let (reason, error) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let reopen = move || {
        let given = reason.get_untracked().trim().to_owned();
        if given.is_empty() {
            error.set(Some(fault::sentence(language, &Fault::Missing)));
            return;
        }
        error.set(None);
        desk.save(RemoveRecord { id, reason: given }, move |result| match result {
            Ok(()) => open.set(false),
            Err(problems) => error.set(problems.first().map(|problem| fault::sentence(language, &problem.fault))),
        });
    };
    view! {
        <Form label=language.reopen() wrong_title=language.form_wrong() on_submit=reopen>
            <p>{language.reopen_means()}</p>
            <TextArea label=language.reverse_reason() value=reason error required=true/>
            <DialogActions>
                <Button label=language.cancel() on_press=move || open.set(false)/>
                <Button label=language.reopen() kind=ButtonKind::Primary submit=true/>
            </DialogActions>
        </Form>
    }
}
