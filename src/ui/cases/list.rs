//! The list of cases: one search box, filters that combine and can be kept under a name, a table of any length with the
//! columns that one wants, and many chosen at once for what is planned next.

use std::rc::Rc;

use domain::Id;
use domain::records::Case;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::cases;
use replica::query::directory::Found;

use super::casework::AreaTabs;
use crate::context::{Desk, Selection, use_desk, use_language, use_tablet};
use crate::route::{Route, use_go};
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::EmptyState;
use crate::widget::page::{Page, PageHeader, PageKind};
use crate::widget::table::VirtualTable;

mod asked;
mod chosen;
mod columns;
mod kept;

use asked::{Asked, Filters};
use chosen::Chosen;
use columns::{CaseColumn, ColumnsButton};

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct List {
    asked: Asked,
    found: Memo<Vec<Found>>,
    columns: RwSignal<Vec<CaseColumn>>,
    /// Whether a press chooses a case instead of opening it.
    choosing: RwSignal<bool>,
    chosen: Selection<Case>,
}

impl List {
    fn new() -> Self {
        let (desk, asked) = (use_desk(), Asked::new());
        Self {
            asked,
            found: Memo::new(move |_| asked.found(desk)),
            columns: RwSignal::new(columns::kept(use_tablet())),
            choosing: RwSignal::new(false),
            chosen: Selection::new(),
        }
    }

    fn at(self, place: usize) -> Option<Found> {
        self.found.read().get(place).copied()
    }

    /// All that the filters leave, in their order.
    fn all(self) -> Vec<Id<Case>> {
        self.found.read().iter().map(|found| found.case).collect()
    }

    /// The columns that are shown now.
    fn shown(self) -> Vec<CaseColumn> {
        let is_of_year = self.asked.of_year().is_some();
        self.columns.with(|columns| if is_of_year { columns::of_year(columns) } else { columns.clone() })
    }

    fn stop(self) {
        self.choosing.set(false);
        self.chosen.set(vec![]);
    }
}

/// The list of cases.
#[component]
pub(super) fn CasesPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let list = List::new();
    let total = desk.memo(|state| state.all::<Case>().iter().count());
    let subtitle = Signal::derive(move || {
        let (shown, all) = (numbers::size(list.found.read().len()), numbers::size(total.get()));
        if list.asked.is_any() { language.cases_of(&shown, &all) } else { language.households(&all) }
    });
    let actions = move || view! { <Actions list/> };
    view! {
        <Page kind=PageKind::Fill>
            <PageHeader title=language.nav_cases() subtitle actions/>
            <AreaTabs/>
            <Filters asked=list.asked/>
            <Chosen list/>
            {move || table(list)}
        </Page>
    }
}

/// What can be done with the list.
#[component]
fn Actions(list: List) -> impl IntoView {
    let language = use_language();
    let choose = move || {
        let start = move || list.choosing.set(true);
        (!list.choosing.get()).then(|| view! { <Button label=language.pick_many() icon=Icon::Check on_press=start/> })
    };
    view! {
        <ColumnsButton list/>
        {choose}
        <LinkButton label=language.register_case() href=Route::CaseNew.href() kind=ButtonKind::Primary icon=Icon::Plus/>
    }
}

/// The table; made anew when other columns are wanted, or when presses begin to choose.
fn table(list: List) -> AnyView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let count = Signal::derive(move || list.found.read().len());
    let (columns, is_choosing) = (Rc::new(list.shown()), list.choosing.get());
    let heads = columns::heads(language, &columns);
    let row = {
        let columns = StoredValue::new_local(columns);
        move |place: usize| {
            list.at(place)
                .and_then(|found| columns.with_value(|all| cells(desk, language, all, found)))
                .unwrap_or_default()
        }
    };
    let press = move |place: usize| match untrack(|| list.at(place)) {
        Some(found) if is_choosing => list.chosen.toggle(found.case),
        Some(found) => go(Route::Case(found.case)),
        None => {}
    };
    let empty = move || nothing(language, list.asked);
    let (label, row, press) = (language.nav_cases(), Callback::from(row), Callback::from(press));
    if is_choosing {
        let ticked = move |place: usize| list.at(place).is_some_and(|found| list.chosen.has(found.case));
        view! { <VirtualTable label count columns=heads row on_activate=press selected=Callback::from(ticked) empty/> }
            .into_any()
    } else {
        view! { <VirtualTable label count columns=heads row on_activate=press empty/> }.into_any()
    }
}

/// The cells of a row; none while its case is just being removed.
fn cells(desk: Desk, language: Language, columns: &[CaseColumn], found: Found) -> Option<Vec<AnyView>> {
    let today = desk.today();
    let (line, texts, by) = desk.ask(|state| {
        let by = found.by.and_then(|member| state.get(member)).map(|member| member.name.clone());
        let line = cases::line(state, found.case)?;
        let texts: Vec<String> = columns.iter().map(|column| column.text(language, state, &line, today)).collect();
        Some((line, texts, by))
    })?;
    let by = by.map(|name| view! { " " <span class="count">{language.found_by(&name)}</span> });
    let name = if line.name.is_empty() { language.no_head().to_owned() } else { line.name.clone() };
    let first = view! { {name} {by} }.into_any();
    let rest = columns.iter().zip(texts).map(|(column, text)| column.cell(&line, text));
    Some(std::iter::once(first).chain(rest).collect())
}

fn nothing(language: Language, asked: Asked) -> AnyView {
    if asked.is_any() {
        let clear = move || view! { <Button label=language.filters_clear() on_press=move || asked.clear()/> };
        return view! { <EmptyState title=language.cases_none_fit() next=language.cases_none_fit_next() icon=Icon::Search action=clear/> }
            .into_any();
    }
    let register = move || {
        view! { <LinkButton label=language.register_first() href=Route::CaseNew.href() kind=ButtonKind::Primary icon=Icon::Plus/> }
    };
    view! { <EmptyState title=language.cases_none() next=language.cases_none_next() icon=Icon::Folder action=register/> }
        .into_any()
}
