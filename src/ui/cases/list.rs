//! The list of cases: one search box, two filters, and a table of any length.

use domain::Choice as _;
use domain::records::Stage;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::cases::{self, CaseLine};
use replica::query::directory::{CaseFilter, Found};
use replica::query::divisions;
use replica::query::life::{self, OfYear};

use super::casework::AreaTabs;
use super::life::card::word;
use super::tones::stage_tag;
use crate::context::{Desk, use_asked, use_desk, use_language, use_searches};
use crate::route::{Route, use_go};
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::field::{Choice, ChoiceField, TextField, TextKind};
use crate::widget::icon::Icon;
use crate::widget::list::EmptyState;
use crate::widget::page::{Page, PageHeader, PageKind};
use crate::widget::table::{CardPlace, Column, VirtualTable};

/// The cases of this year that can be asked for, as an address says it.
const OF_YEAR: [(&str, OfYear); 3] =
    [("supported", OfYear::Supported), ("waiting", OfYear::Waiting), ("lifted", OfYear::Lifted)];

/// What the list is asked for, as fields hold it.
#[derive(Clone, Copy)]
struct Asked {
    typed: RwSignal<String>,
    county: RwSignal<String>,
    stage: RwSignal<String>,
    /// Which cases of this year.
    of_year: RwSignal<String>,
}

impl Asked {
    fn new() -> Self {
        Self {
            typed: use_searches().cases,
            county: use_asked("county"),
            stage: use_asked("stage"),
            of_year: use_asked("year"),
        }
    }

    fn filter(self) -> CaseFilter {
        let stage = self.stage.get().parse().ok().and_then(Stage::from_number);
        CaseFilter { typed: self.typed.get(), county: self.county.get().parse().ok(), stage }
    }

    fn of_year(self) -> Option<OfYear> {
        self.of_year.with(|tag| OF_YEAR.into_iter().find(|(known, _)| known == tag)).map(|(_, of)| of)
    }

    fn is_any(self) -> bool {
        [self.typed, self.county, self.stage, self.of_year].iter().any(|raw| raw.with(|text| !text.trim().is_empty()))
    }

    fn clear(self) {
        [self.typed, self.county, self.stage, self.of_year].iter().for_each(|raw| raw.set(String::new()));
    }
}

/// The list of cases.
#[component]
pub(super) fn CasesPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let asked = Asked::new();
    let year = desk.today().year();
    let of_year = desk.memo(move |state| asked.of_year().map(|of| life::of_year(state, of, year)));
    let found = Memo::new(move |_| {
        let mut found = desk.directory().cases(&asked.filter());
        if let Some(of_year) = of_year.read().as_ref() {
            found.retain(|one| of_year.contains(&one.case));
        }
        found
    });
    let is_of_year = Memo::new(move |_| of_year.read().is_some());
    let table = move || view! { <CaseTable asked found lacking=is_of_year.get()/> };
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
            <AreaTabs/>
            <Filters asked/>
            {table}
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
    let of_year = OF_YEAR.map(|(tag, of)| Choice::new(tag, of_year_word(language, of))).to_vec();
    let of_year = Signal::stored(of_year);
    let Asked { typed, county, stage, of_year: year } = asked;
    view! {
        <div class="filters" role="search">
            <TextField label=language.cases_search() value=typed kind=TextKind::Search placeholder=language.cases_search_example()/>
            <ChoiceField label=language.filter_county() value=county options=counties nothing=language.all_counties() menu=true/>
            <ChoiceField label=language.filter_stage() value=stage options=stages nothing=language.all_stages() menu=true/>
            <ChoiceField label=language.filter_of_year() value=year options=of_year nothing=language.all_of_year() menu=true/>
            {clear}
        </div>
    }
}

const fn of_year_word(language: Language, of: OfYear) -> &'static str {
    match of {
        OfYear::Supported => language.of_year_supported(),
        OfYear::Waiting => language.of_year_waiting(),
        OfYear::Lifted => language.of_year_lifted(),
    }
}

#[component]
fn CaseTable(
    asked: Asked,
    found: Memo<Vec<Found>>,
    /// Whether what each case still lacks stands in the place of its cause.
    lacking: bool,
) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let count = Signal::derive(move || found.read().len());
    let at = move |place: usize| found.read().get(place).copied();
    let row = move |place: usize| at(place).and_then(|found| cells(desk, language, found, lacking)).unwrap_or_default();
    let open = move |place: usize| {
        if let Some(found) = untrack(|| at(place)) {
            go(Route::Case(found.case));
        }
    };
    let empty = move || nothing(language, asked);
    view! {
        <VirtualTable label=language.nav_cases() count columns=columns(language, lacking) row=Callback::from(row)
            on_activate=Callback::from(open) empty/>
    }
}

fn columns(language: Language, lacking: bool) -> Vec<Column> {
    let cause = if lacking { language.column_lacks() } else { language.column_cause() };
    vec![
        Column::new(language.column_head(), "1.1fr", CardPlace::Title),
        Column::new(language.column_address(), "2fr", CardPlace::Detail),
        Column::new(language.column_kind(), "1fr", CardPlace::Detail),
        Column::new(language.column_persons(), "4rem", CardPlace::Detail),
        Column::new(cause, if lacking { "2fr" } else { "1fr" }, CardPlace::Detail),
        Column::new(language.filter_stage(), "6rem", CardPlace::End),
    ]
}

/// The cells of a row; none while its case is just being removed.
fn cells(desk: Desk, language: Language, found: Found, lacking: bool) -> Option<Vec<AnyView>> {
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
        if lacking { lacks(desk, language, &line).into_any() } else { language.maybe(line.main_cause).into_any() },
        stage_tag(line.stage).into_any(),
    ])
}

/// What a case lacks until it can be lifted; nothing for one that is.
fn lacks(desk: Desk, language: Language, line: &CaseLine) -> String {
    let (id, today) = (line.id, desk.today());
    let lacks = desk.ask(|state| life::lacks(state, id, today));
    if lacks.is_empty() && line.stage == Some(Stage::Supported) {
        return language.lacks_nothing().to_owned();
    }
    lacks.into_iter().map(|lack| word(language, lack)).collect::<Vec<_>>().join(" · ")
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
