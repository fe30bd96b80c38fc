//! The list of cases: one search box, two filters, and a table of any length.

use domain::Choice as _;
use domain::records::Stage;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::cases::{self, CaseLine};
use replica::query::directory::{CaseFilter, Found};
use replica::query::divisions;

use super::tones::stage_tag;
use crate::context::{Desk, use_asked, use_desk, use_language, use_searches};
use crate::route::{Route, use_go};
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::field::{Choice, ChoiceField, TextField, TextKind};
use crate::widget::icon::Icon;
use crate::widget::list::EmptyState;
use crate::widget::page::{Page, PageHeader, PageKind};
use crate::widget::table::{CardPlace, Column, VirtualTable};

/// What the list is asked for, as fields hold it.
#[derive(Clone, Copy)]
struct Asked {
    typed: RwSignal<String>,
    county: RwSignal<String>,
    stage: RwSignal<String>,
}

impl Asked {
    fn new() -> Self {
        Self { typed: use_searches().cases, county: use_asked("county"), stage: use_asked("stage") }
    }

    fn filter(self) -> CaseFilter {
        let stage = self.stage.get().parse().ok().and_then(Stage::from_number);
        CaseFilter { typed: self.typed.get(), county: self.county.get().parse().ok(), stage }
    }

    fn is_any(self) -> bool {
        [self.typed, self.county, self.stage].iter().any(|raw| raw.with(|text| !text.trim().is_empty()))
    }

    fn clear(self) {
        [self.typed, self.county, self.stage].iter().for_each(|raw| raw.set(String::new()));
    }
}

/// The list of cases.
#[component]
pub(super) fn CasesPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let asked = Asked::new();
    let found = Memo::new(move |_| desk.directory().cases(&asked.filter()));
    let total = desk.memo(|state| state.all::<domain::records::Case>().iter().count());
    let subtitle = Signal::derive(move || {
        let (shown, all) = (numbers::size(found.read().len()), numbers::size(total.get()));
        if asked.is_any() { language.cases_of(&shown, &all) } else { language.households(&all) }
    });
    let actions = move || {
        view! { <LinkButton label=language.register_case() href=Route::CaseNew.href() kind=ButtonKind::Primary icon=Icon::Plus/> }
    };
    view! {
        <Page kind=PageKind::Fill>
            <PageHeader title=language.nav_cases() subtitle actions/>
            <Filters asked/>
            <CaseTable asked found/>
        </Page>
    }
}

#[component]
fn Filters(asked: Asked) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let counties = desk.memo(|state| {
        let all = divisions::counties(state).into_iter();
        all.map(|(id, name)| Choice::new(id.to_string(), name)).collect::<Vec<_>>()
    });
    let stages = Stage::ALL.iter().map(|stage| Choice::new(stage.number().to_string(), language.of(*stage)));
    let stages = Signal::stored(stages.collect::<Vec<_>>());
    let clear = move || {
        let button = move || view! { <Button label=language.filters_clear() icon=Icon::Close kind=ButtonKind::Quiet on_press=move || asked.clear()/> };
        asked.is_any().then(button)
    };
    let Asked { typed, county, stage } = asked;
    view! {
        <div class="filters" role="search">
            <TextField label=language.cases_search() value=typed kind=TextKind::Search placeholder=language.cases_search_example()/>
            <ChoiceField label=language.filter_county() value=county options=counties nothing=language.all_counties() menu=true/>
            <ChoiceField label=language.filter_stage() value=stage options=stages nothing=language.all_stages() menu=true/>
            {clear}
        </div>
    }
}

#[component]
fn CaseTable(asked: Asked, found: Memo<Vec<Found>>) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let count = Signal::derive(move || found.read().len());
    let at = move |place: usize| found.read().get(place).copied();
    let row = move |place: usize| at(place).and_then(|found| cells(desk, language, found)).unwrap_or_default();
    let open = move |place: usize| {
        if let Some(found) = untrack(|| at(place)) {
            go(Route::Case(found.case));
        }
    };
    let empty = move || nothing(language, asked);
    view! {
        <VirtualTable label=language.nav_cases() count columns=columns(language) row=Callback::from(row)
            on_activate=Callback::from(open) empty/>
    }
}

fn columns(language: Language) -> Vec<Column> {
    vec![
        Column::new(language.column_head(), "1.1fr", CardPlace::Title),
        Column::new(language.column_address(), "2fr", CardPlace::Detail),
        Column::new(language.column_kind(), "1fr", CardPlace::Detail),
        Column::new(language.column_persons(), "4rem", CardPlace::Detail),
        Column::new(language.column_cause(), "1fr", CardPlace::Detail),
        Column::new(language.filter_stage(), "6rem", CardPlace::End),
    ]
}

/// The cells of a row; none while its case is just being removed.
fn cells(desk: Desk, language: Language, found: Found) -> Option<Vec<AnyView>> {
    let (line, by) = desk.ask(|state| {
        let by = found.by.and_then(|member| state.get(member)).map(|member| member.name.clone());
        (cases::line(state, found.case), by)
    });
    let line = line?;
    let by = by.map(|name| view! { " " <span class="count">{language.found_by(&name)}</span> });
    let name = if line.name.is_empty() { language.no_head().to_owned() } else { line.name.clone() };
    Some(vec![
        view! { {name} {by} }.into_any(),
        whereabouts(&line).into_any(),
        language.maybe(line.household_kind).into_any(),
        language.persons(&numbers::size(line.persons)).into_any(),
        language.maybe(line.main_cause).into_any(),
        stage_tag(line.stage).into_any(),
    ])
}

fn whereabouts(line: &CaseLine) -> String {
    let parts = [line.township.as_str(), line.village.as_str(), line.group.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
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
