//! Choosing stops for a tour among demonstration households, cooperatives and bases: found by search, county, industry and
//! kind, several at once.

use domain::Id;
use domain::records::{DivisionLevel, Tour};
use leptos::prelude::*;
use locales::{Language, fault, numbers};
use replica::command::AddStops;
use replica::query::divisions;
use replica::query::prosperity::tours::{self, PlaceFilter, PlaceKind, PlaceLine, StopPlace};

use super::words;
use crate::app::Missing;
use crate::context::{use_asked, use_desk, use_language};
use crate::route::{Tours, use_go};
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::field::{Choice, ChoiceField, TextField, TextKind};
use crate::widget::form::FormActions;
use crate::widget::icon::Icon;
use crate::widget::list::{Banner, Card, EmptyState, Pad, Row, Rows, Tone};
use crate::widget::page::{Page, PageHeader};

/// How many places are shown; what is further down is found by name.
const MOST: usize = 40;

/// What is asked for, and what is chosen so far.
#[derive(Clone, Copy)]
struct Choosing {
    tour: Id<Tour>,
    typed: RwSignal<String>,
    county: RwSignal<String>,
    industry: RwSignal<String>,
    kind: RwSignal<String>,
    chosen: RwSignal<Vec<PlaceLine>>,
    wrong: RwSignal<String>,
}

impl Choosing {
    fn filter(self) -> PlaceFilter {
        let kind = self.kind.get();
        let kind = PlaceKind::ALL.into_iter().find(|one| kind_key(*one) == kind);
        PlaceFilter {
            typed: self.typed.get(),
            county: self.county.get().parse().ok(),
            industry: self.industry.get(),
            kind,
        }
    }

    fn has(self, place: StopPlace) -> bool {
        self.chosen.read().iter().any(|line| line.place == place)
    }

    fn toggle(self, line: &PlaceLine) {
        self.wrong.set(String::new());
        self.chosen.update(|chosen| match chosen.iter().position(|one| one.place == line.place) {
            Some(at) => drop(chosen.remove(at)),
            None => chosen.push(line.clone()),
        });
    }
}

const fn kind_key(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::Demonstration => "household",
        PlaceKind::Cooperative => "cooperative",
        PlaceKind::Site => "base",
    }
}

/// The page on which stops are chosen.
#[component]
pub(super) fn AddPage(id: Id<Tour>) -> impl IntoView {
    let title = use_desk().memo(move |state| state.get(id).map(|tour| tour.title.clone()));
    move || match title.get() {
        Some(title) => view! { <Shown id title/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

#[component]
fn Shown(id: Id<Tour>, title: String) -> impl IntoView {
    let language = use_language();
    let choosing = Choosing {
        tour: id,
        typed: RwSignal::new(String::new()),
        county: use_asked("county"),
        industry: use_asked("industry"),
        kind: use_asked("kind"),
        chosen: RwSignal::new(vec![]),
        wrong: RwSignal::new(String::new()),
    };
    let wrong = move || {
        let text = choosing.wrong.get();
        (!text.is_empty()).then(|| view! { <Banner tone=Tone::Bad text/> })
    };
    view! {
        <Page>
            <PageHeader title=language.add_stops() subtitle=title.clone() back=Tours::Tour(id).href() back_label=title/>
            <Filters choosing/>
            <Card title=language.chosen_stops()><Pad><Chosen choosing/></Pad></Card>
            <Found choosing/>
            {wrong}
            <Actions choosing/>
        </Page>
    }
}

#[component]
fn Filters(choosing: Choosing) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let counties = desk.memo(|state| {
        let all = divisions::counties(state).into_iter();
        all.map(|(id, name)| Choice::new(id.to_string(), name)).collect::<Vec<_>>()
    });
    let industries = desk.memo(|state| {
        tours::industries(state).into_iter().map(|name| Choice::new(name.clone(), name)).collect::<Vec<_>>()
    });
    let kinds = PlaceKind::ALL.map(|kind| Choice::new(kind_key(kind), words::kind(language, kind))).to_vec();
    let (label, example) = (language.search_places(), language.search_places_example());
    let industry = language.field(domain::records::DemonstrationField::industry);
    view! {
        <div class="filters" role="search">
            <TextField label value=choosing.typed kind=TextKind::Search placeholder=example/>
            <ChoiceField label=language.of(DivisionLevel::County) value=choosing.county options=counties nothing=language.all_counties() menu=true/>
            <ChoiceField label=industry value=choosing.industry options=industries nothing=language.all_industries() menu=true/>
            <ChoiceField label=language.place_kind() value=choosing.kind options=Signal::stored(kinds) nothing=language.all_place_kinds() menu=true/>
        </div>
    }
}

/// What is chosen, in that order, each with the way to take the choice back.
#[component]
fn Chosen(choosing: Choosing) -> impl IntoView {
    let language = use_language();
    let one = move |line: PlaceLine| {
        let (label, spoken) = (line.name.clone(), language.unchoose(&line.name));
        view! { <Button label spoken icon=Icon::Close on_press=move || choosing.toggle(&line)/> }
    };
    let chosen = move || match choosing.chosen.read().is_empty() {
        true => view! { <p class="subtitle">{language.no_stop_chosen()}</p> }.into_any(),
        false => choosing.chosen.get().into_iter().map(one).collect_view().into_any(),
    };
    view! { <div class="button-row chosen" role="group" aria-label=language.chosen_stops()>{chosen}</div> }
}

/// The places that fit and are not on the tour yet.
#[component]
fn Found(choosing: Choosing) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let found = desk.memo(move |state| {
        let there: Vec<StopPlace> =
            tours::stops(state, choosing.tour).into_iter().filter_map(|(_, stop)| StopPlace::of(stop)).collect();
        let mut lines = tours::place_lines(state, &choosing.filter(), today);
        lines.retain(|line| !there.contains(&line.place));
        let more = lines.len().saturating_sub(MOST);
        lines.truncate(MOST);
        (lines, more)
    });
    let rows = move || {
        let (lines, more) = found.get();
        if lines.is_empty() {
            let (title, next) = (language.no_place_fits(), language.nothing_fits_next());
            return view! { <EmptyState title next icon=Icon::Search/> }.into_any();
        }
        let rows = lines.into_iter().map(|line| row(language, choosing, line)).collect_view();
        let more = (more > 0).then(|| view! { <Pad><p class="subtitle">{language.more_places(more)}</p></Pad> });
        view! { <Rows>{rows}</Rows>{more} }.into_any()
    };
    view! { <Card title=language.places_found()>{rows}</Card> }
}

fn row(language: Language, choosing: Choosing, line: PlaceLine) -> impl IntoView {
    let (title, why, place) = (line.name.clone(), words::place_why(language, &line), line.place);
    let line = StoredValue::new(line);
    let choose = move || {
        let is_chosen = Memo::new(move |_| choosing.has(place));
        let label =
            Signal::derive(move || if is_chosen.get() { language.chosen() } else { language.choose() }.to_owned());
        let spoken = Signal::derive(move || line.with_value(|line| format!("{} {}", label.get(), line.name)));
        view! { <Button label spoken=MaybeProp::from(spoken) pressed=is_chosen on_press=move || line.with_value(|line| choosing.toggle(line))/> }
    };
    view! { <Row title why action=choose/> }
}

#[component]
fn Actions(choosing: Choosing) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let note = Signal::derive(move || language.chosen_stops_count(&numbers::size(choosing.chosen.read().len())));
    let nothing = Signal::derive(move || choosing.chosen.read().is_empty());
    let save = move || {
        let (tour, go) = (choosing.tour, go.clone());
        let places = choosing.chosen.with_untracked(|chosen| chosen.iter().map(|line| line.place).collect());
        desk.save(AddStops { tour, places }, move |result| match result {
            Ok(()) => go(Tours::Tour(tour).into()),
            Err(problems) => {
                let said = problems.iter().map(|problem| fault::sentence(language, &problem.fault));
                drop(choosing.wrong.try_set(said.collect()));
            }
        });
    };
    view! {
        <FormActions note>
            <LinkButton label=language.cancel() href=Tours::Tour(choosing.tour).href() kind=ButtonKind::Quiet/>
            <Button label=language.add_to_tour() kind=ButtonKind::Primary disabled=nothing on_press=save/>
        </FormActions>
    }
}
