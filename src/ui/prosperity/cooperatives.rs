//! The list of cooperatives: searched by name, village, industry or leader, filtered by county and by free places.

use domain::records::{CooperativeField, DivisionLevel};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::divisions;
use replica::query::prosperity::{self, CooperativeFilter, CooperativeLine};

use super::places::{Places, PlacesMeter};
use super::tabs::{AreaTabs, Part};
use crate::context::{use_asked, use_desk, use_language, use_searches};
use crate::route::{Leading, Route, use_go};
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::field::check::YES;
use crate::widget::field::{CheckField, Choice, ChoiceField, TextField, TextKind};
use crate::widget::icon::Icon;
use crate::widget::list::EmptyState;
use crate::widget::page::{Page, PageHeader, PageKind};
use crate::widget::table::{CardPlace, Column, VirtualTable};

/// What the list is asked for.
#[derive(Clone, Copy)]
struct Asked {
    typed: RwSignal<String>,
    county: RwSignal<String>,
    room: RwSignal<String>,
}

impl Asked {
    fn filter(self) -> CooperativeFilter {
        let (typed, county) = (self.typed.get(), self.county.get().parse().ok());
        CooperativeFilter { typed, county, has_room: self.room.get() == YES }
    }
}

/// All cooperatives.
#[component]
pub(super) fn CooperativesPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let asked = Asked { typed: use_searches().cooperatives, county: use_asked("county"), room: use_asked("room") };
    let lines = desk.memo(move |state| prosperity::cooperatives(state, &asked.filter()));
    let count = Signal::derive(move || language.cooperatives_count(&numbers::size(lines.read().len())));
    view! {
        <Page kind=PageKind::Fill>
            <PageHeader title=language.cooperatives() subtitle=count actions/>
            <AreaTabs current=Part::Cooperatives/>
            <Filters asked/>
            <Table asked lines/>
        </Page>
    }
}

fn new_button() -> impl IntoView {
    let (label, href) = (use_language().new_cooperative(), Route::CooperativeForm(None).href());
    view! { <LinkButton label href kind=ButtonKind::Primary icon=Icon::Plus/> }
}

fn actions() -> impl IntoView {
    let (label, href) = (use_language().enrolment_planning(), Leading::Planning.href());
    view! {
        <LinkButton label href icon=Icon::People/>
        {new_button()}
    }
}

#[component]
fn Filters(asked: Asked) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let counties = desk.memo(|state| {
        let all = divisions::counties(state).into_iter();
        all.map(|(id, name)| Choice::new(id.to_string(), name)).collect::<Vec<_>>()
    });
    let (label, example) = (language.search_cooperatives(), language.search_cooperatives_example());
    let county = language.of(DivisionLevel::County);
    view! {
        <div class="filters" role="search">
            <TextField label value=asked.typed kind=TextKind::Search placeholder=example/>
            <ChoiceField label=county value=asked.county options=counties nothing=language.all_counties() menu=true/>
            <CheckField label=language.only_with_room() value=asked.room/>
        </div>
    }
}

#[component]
fn Table(asked: Asked, lines: Memo<Vec<CooperativeLine>>) -> impl IntoView {
    let (language, go) = (use_language(), use_go());
    let field = |field: CooperativeField| language.field(field);
    let columns = vec![
        Column::new(field(CooperativeField::name), "2.4fr", CardPlace::Title),
        Column::new(field(CooperativeField::village), "1fr", CardPlace::Detail),
        Column::new(field(CooperativeField::industry), "1fr", CardPlace::Detail),
        Column::new(field(CooperativeField::leader), "6rem", CardPlace::Detail),
        Column::new(language.places(), "14rem", CardPlace::End),
    ];
    let open = move |at: usize| {
        if let Some(line) = lines.with_untracked(|lines| lines.get(at).map(|line| line.id)) {
            go(Route::Cooperative(line));
        }
    };
    let row = move |at: usize| lines.with(|lines| lines.get(at).cloned()).map(cells).unwrap_or_default();
    let count = Signal::derive(move || lines.read().len());
    let empty = move || nothing(language, asked);
    view! { <VirtualTable label=language.cooperatives() count columns row on_activate=Callback::new(move |(at,)| open(at)) empty/> }
}

fn cells(line: CooperativeLine) -> Vec<AnyView> {
    let places = Places::of(&line).at_a_glance();
    vec![
        line.name.into_any(),
        line.village.into_any(),
        line.industry.into_any(),
        line.leader.into_any(),
        view! { <div class="cell-meter"><PlacesMeter places=Signal::stored(places)/></div> }.into_any(),
    ]
}

fn nothing(language: Language, asked: Asked) -> AnyView {
    if asked.filter() == CooperativeFilter::default() {
        let (title, next) = (language.no_cooperatives(), language.no_cooperatives_next());
        return view! { <EmptyState title next action=new_button/> }.into_any();
    }
    let (title, next) = (language.no_cooperative_fits(), language.nothing_fits_next());
    view! { <EmptyState title next icon=Icon::Search/> }.into_any()
}
