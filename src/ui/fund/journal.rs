//! The journal: every posting, the newest first, and what of it is asked for.

use domain::fund::Class;
use domain::records::Purpose;
use domain::{Choice as _, Date};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::State;
use replica::query::fund::{self, JournalLine, Ledger, Period, Sought};

use super::AreaTabs;
use super::words::{line_told, movement_tone, movement_word, side_name, signed, words};
use crate::context::{use_asked, use_desk, use_language, use_searches};
use crate::route::{Deed, Fund, use_go};
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::field::{Choice, ChoiceField, TextField, TextKind};
use crate::widget::icon::Icon;
use crate::widget::list::{EmptyState, Tag, Tone};
use crate::widget::page::{Page, PageHeader, PageKind};
use crate::widget::table::{CardPlace, Column, VirtualTable};

/// What the journal is asked for, as its fields hold it.
#[derive(Clone, Copy)]
struct Asked {
    typed: RwSignal<String>,
    month: RwSignal<String>,
    account: RwSignal<String>,
    purpose: RwSignal<String>,
}

impl Asked {
    fn new() -> Self {
        let (month, account, purpose) = (use_asked("month"), use_asked("account"), use_asked("purpose"));
        Self { typed: use_searches().journal, month, account, purpose }
    }

    fn sought(self) -> Sought {
        let (from, until) = days_of(&self.month.get());
        let purpose = self.purpose.get().parse().ok().and_then(Purpose::from_number);
        Sought { from, until, account: self.account.get().parse().ok(), purpose, text: self.typed.get() }
    }

    fn is_any(self) -> bool {
        [self.typed, self.month, self.account, self.purpose].iter().any(|field| !field.with(String::is_empty))
    }

    fn clear(self) {
        [self.typed, self.month, self.account, self.purpose].iter().for_each(|field| field.set(String::new()));
    }
}

/// The days of a month `2026-11` or of a year `2026`.
pub(super) fn days_of(asked: &str) -> (Option<Date>, Option<Date>) {
    let (year, month) = asked.split_once('-').unwrap_or((asked, "0"));
    let (Ok(year), Ok(month)) = (year.parse(), month.parse()) else { return (None, None) };
    let period = Period { year, month };
    (period.first_day(), period.last_day())
}

/// The page of the journal.
#[component]
pub(super) fn JournalPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let asked = Asked::new();
    let sought = Memo::new(move |_| asked.sought());
    let lines = desk.memo(move |state| fund::journal(state, &sought.get()));
    let subtitle = Signal::derive(move || language.journal_count(&numbers::size(lines.read().len())));
    let actions = move || view! { <PostButton/> };
    view! {
        <Page kind=PageKind::Fill>
            <PageHeader title=language.fund_title() subtitle actions/>
            <AreaTabs/>
            <Filters asked/>
            <Listed asked lines/>
        </Page>
    }
}

/// The way to a new posting.
#[component]
pub(super) fn PostButton() -> impl IntoView {
    let language = use_language();
    view! { <LinkButton label=language.post_new() href=Fund::Post(Deed::Receive).href() kind=ButtonKind::Primary icon=Icon::Plus/> }
}

#[component]
fn Filters(asked: Asked) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let months = desk.memo(move |state| months(language, state));
    let accounts = desk.memo(move |state| accounts(language, state));
    let purposes = Purpose::ALL.iter().map(|one| Choice::new(one.number().to_string(), language.of(*one))).collect();
    let clear = move || {
        let button = move || view! { <Button label=language.filters_clear() icon=Icon::Close kind=ButtonKind::Quiet on_press=move || asked.clear()/> };
        asked.is_any().then(button)
    };
    view! {
        <div class="filters" role="search">
            <TextField label=language.journal_search() value=asked.typed kind=TextKind::Search placeholder=language.journal_search_example()/>
            <ChoiceField label=language.filter_month() value=asked.month options=months nothing=language.all_months() menu=true/>
            <ChoiceField label=language.filter_account() value=asked.account options=accounts nothing=language.all_accounts() menu=true/>
            <ChoiceField label=language.filter_purpose() value=asked.purpose options=Signal::stored(purposes) nothing=language.all_purposes() menu=true/>
            {clear}
        </div>
    }
}

/// The years and months in which something was posted, the latest first.
pub(super) fn months(language: Language, state: &State) -> Vec<Choice> {
    let ledger = Ledger::of(state);
    let mut months: Vec<Period> = ledger.postings().iter().map(|posting| fund::month_of(posting.on)).collect();
    months.dedup();
    let mut choices: Vec<Choice> = Vec::new();
    let mut year = None;
    for month in months.into_iter().rev() {
        if year != Some(month.year) {
            year = Some(month.year);
            choices.push(Choice::new(month.year.to_string(), language.whole_year(month.year)));
        }
        let word = month.last_day().map(|day| language.month(day)).unwrap_or_default();
        choices.push(Choice::new(format!("{}-{:02}", month.year, month.month), word));
    }
    choices
}

/// The accounts that something was posted to, in the order of the chart.
fn accounts(language: Language, state: &State) -> Vec<Choice> {
    let lines = fund::account_lines(state, None, Date::MAX).into_iter();
    let used = lines.filter(|line| !line.is_untouched() && line.class != Class::Opening);
    used.map(|line| Choice::new(line.side.account.to_string(), side_name(language, &line.side))).collect()
}

#[component]
fn Listed(asked: Asked, lines: Memo<Vec<JournalLine>>) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let today = desk.today();
    let count = Signal::derive(move || lines.read().len());
    let at = move |place: usize| lines.read().get(place).cloned();
    let row = move |place: usize| at(place).map(|line| cells(language, today, &line)).unwrap_or_default();
    let press = move |place: usize| {
        if let Some(line) = untrack(|| at(place)) {
            go(Fund::Entry(line.id).into());
        }
    };
    let empty = move || nothing(language, asked);
    let columns = vec![
        Column::new(language.column_day(), "7.5rem", CardPlace::Detail),
        Column::new(language.column_what(), "2fr", CardPlace::Title),
        Column::new(language.column_accounts(), "2fr", CardPlace::Detail),
        Column::new(language.column_amount(), "11rem", CardPlace::End).number(),
    ];
    let (label, row, press) = (language.tab_journal(), Callback::from(row), Callback::from(press));
    view! { <VirtualTable label count columns row on_activate=press empty/> }
}

fn cells(language: Language, today: Date, line: &JournalLine) -> Vec<AnyView> {
    let what = line_told(language, line);
    let (word, tone) = (movement_word(language, line.movement), movement_tone(line.movement));
    let tags = view! {
        <Tag text=word tone/>
        {line.is_reversed.then(|| view! { <Tag text=language.is_reversed() tone=Tone::Bad/> })}
    };
    let sides = language.from_to(&side_name(language, &line.credit), &side_name(language, &line.debit));
    let amount = signed(line);
    vec![
        words(language.near_date(line.on, today)),
        view! { <span class="two-lines">{what}</span> }.into_any(),
        words(sides),
        view! { <span class="tagged">{tags}<b class:struck=line.is_reversed>{amount}</b></span> }.into_any(),
    ]
}

fn nothing(language: Language, asked: Asked) -> AnyView {
    if asked.is_any() {
        let clear = move || view! { <Button label=language.filters_clear() on_press=move || asked.clear()/> };
        return view! { <EmptyState title=language.journal_none_fit() icon=Icon::Search action=clear/> }.into_any();
    }
    let post = move || view! { <PostButton/> };
    view! { <EmptyState title=language.journal_none() next=language.journal_none_next() icon=Icon::Fund action=post/> }
        .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_or_a_year_is_asked_for_by_its_days() {
        let day = |ordinal| Date::from_ordinal_date(2026, ordinal).ok();
        let check = |asked: &str, expected| assert_eq!(days_of(asked), expected, "{asked}");
        check("2026", (day(1), day(365)));
        check("2026-02", (day(32), day(59)));
        check("", (None, None));
        check("2026-13", (None, None));
    }
}
