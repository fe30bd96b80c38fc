//! All loans: what is owed of each, what comes next, and for how long those that are late have been.

use domain::records::LoanField;
use domain::value::Fen;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::fund::{self, LoanLine};

use super::{days_late, next_of, standing_tag};
use crate::context::{Desk, use_asked, use_desk, use_language, use_searches};
use crate::fund::AreaTabs;
use crate::route::{Origin, Requests, use_go};
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::field::{Choice, ChoiceField, TextField, TextKind};
use crate::widget::icon::Icon;
use crate::widget::list::EmptyState;
use crate::widget::page::{Page, PageHeader, PageKind};
use crate::widget::table::{CardPlace, Column, VirtualTable};

/// Which loans are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    Owed,
    Late,
    Settled,
    All,
}

impl View {
    const ALL: [Self; 4] = [Self::Owed, Self::Late, Self::Settled, Self::All];

    /// As an address says it.
    const fn key(self) -> &'static str {
        match self {
            Self::Owed => "",
            Self::Late => "late",
            Self::Settled => "settled",
            Self::All => "all",
        }
    }

    const fn word(self, language: Language) -> &'static str {
        match self {
            Self::Owed => language.loan_view_owed(),
            Self::Late => language.loan_view_late(),
            Self::Settled => language.loan_view_settled(),
            Self::All => language.all(),
        }
    }

    fn has(self, line: &LoanLine, today: domain::Date) -> bool {
        match self {
            Self::Owed => line.owed.0 > 0,
            Self::Late => days_late(line, today) > 0,
            Self::Settled => line.owed.0 <= 0,
            Self::All => true,
        }
    }
}

/// What the list is asked for, and what it answers.
#[derive(Clone, Copy)]
struct List {
    view: RwSignal<String>,
    typed: RwSignal<String>,
    all: Memo<Vec<LoanLine>>,
    lines: Memo<Vec<LoanLine>>,
    today: domain::Date,
}

impl List {
    fn new(desk: Desk) -> Self {
        let (view, typed, today) = (use_asked("view"), use_searches().loans, desk.today());
        let all = desk.memo(fund::loans);
        let lines = Memo::new(move |_| {
            let (key, typed) = (view.get(), typed.get());
            let view = View::ALL.into_iter().find(|view| view.key() == key).unwrap_or(View::Owed);
            let fits = |line: &&LoanLine| {
                view.has(line, today) && (typed.trim().is_empty() || domain::pinyin::matches(&line.name, typed.trim()))
            };
            let mut lines: Vec<LoanLine> = all.read().iter().filter(fits).cloned().collect();
            let key = |line: &LoanLine| (std::cmp::Reverse(days_late(line, today)), line.owed.0 <= 0, line.lent_on);
            domain::Sorting::arrange_by_key(&mut lines[..], key);
            lines
        });
        Self { view, typed, all, lines, today }
    }

    fn count(self, view: View) -> usize {
        self.all.read().iter().filter(|line| view.has(line, self.today)).count()
    }

    fn at(self, at: usize) -> Option<LoanLine> {
        self.lines.with(|lines| lines.get(at).cloned())
    }
}

/// The page.
#[component]
pub(in crate::requests) fn LoansPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let list = List::new(desk);
    let subtitle = Signal::derive(move || summary(language, list));
    let new = move || {
        let href = Requests::New(Origin::Nothing).href();
        view! { <LinkButton label=language.ask_new() href kind=ButtonKind::Primary icon=Icon::Plus/> }
    };
    view! {
        <Page kind=PageKind::Fill>
            <PageHeader title=language.fund_title() subtitle actions=new/>
            <AreaTabs/>
            <Filters list/>
            <Table list/>
        </Page>
    }
}

fn summary(language: Language, list: List) -> String {
    let owed = list.all.read().iter().map(|line| line.owed.0.max(0)).sum();
    let (count, late) = (list.count(View::Owed), list.count(View::Late));
    if count == 0 {
        return language.loan_all_settled().to_owned();
    }
    language.loan_summary(&numbers::size(count), &numbers::money(language, Fen(owed)), &numbers::size(late))
}

#[component]
fn Filters(list: List) -> impl IntoView {
    let language = use_language();
    let options = Signal::derive(move || {
        let choice = |view: View| {
            let label = language.ask_counted(view.word(language), &numbers::size(list.count(view)));
            Choice::new(view.key(), label)
        };
        View::ALL.map(choice).to_vec()
    });
    view! {
        <div class="filters" role="search">
            <TextField label=language.loan_search() value=list.typed kind=TextKind::Search placeholder=language.ask_search_example()/>
            <ChoiceField label=language.loan_view() value=list.view options/>
        </div>
    }
}

#[component]
fn Table(list: List) -> impl IntoView {
    let (language, go) = (use_language(), use_go());
    let columns = vec![
        Column::new(language.ask_column_who(), "1.2fr", CardPlace::Title),
        Column::new(language.field(LoanField::principal), "8rem", CardPlace::Detail).number(),
        Column::new(language.loan_column_lent(), "9rem", CardPlace::Detail),
        Column::new(language.loan_column_owed(), "8rem", CardPlace::Detail).number(),
        Column::new(language.loan_column_next(), "1.4fr", CardPlace::Detail),
        Column::new(language.loan_column_state(), "8rem", CardPlace::End),
    ];
    let open = move |at: usize| {
        if let Some(line) = untrack(|| list.at(at)) {
            go(Requests::Loan(line.id).into());
        }
    };
    let row = move |at: usize| list.at(at).map(|line| cells(language, list, &line)).unwrap_or_default();
    let count = Signal::derive(move || list.lines.read().len());
    let empty = move || match list.all.read().is_empty() {
        true => {
            view! { <EmptyState title=language.loan_none() next=language.loan_none_next() icon=Icon::Fund/> }.into_any()
        }
        false => {
            view! { <EmptyState title=language.loan_none_fit() next=language.nothing_fits_next() icon=Icon::Search/> }
                .into_any()
        }
    };
    view! { <VirtualTable label=language.tab_loans() count columns row on_activate=Callback::new(move |(at,)| open(at)) empty/> }
}

fn cells(language: Language, list: List, line: &LoanLine) -> Vec<AnyView> {
    let money = |fen| numbers::money(language, fen);
    let day = line.lent_on.map(|day| language.date(day)).unwrap_or_default();
    let next = next_of(line).map(|one| {
        let day = one.due_on.map(|day| language.date(day)).unwrap_or_default();
        language.loan_next(&day, &money(one.left()))
    });
    let owed = if line.owed.0 > 0 { money(line.owed) } else { String::new() };
    vec![
        line.name.clone().into_any(),
        view! { <span class="num">{money(line.principal)}</span> }.into_any(),
        view! { <span class="num">{day}</span> }.into_any(),
        view! { <span class="num">{owed}</span> }.into_any(),
        view! { <span class="num">{next}</span> }.into_any(),
        standing_tag(language, line, list.today).into_any(),
    ]
}
