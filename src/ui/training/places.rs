//! Opens places for a broadcast session: the sites are chosen county by county, and all are opened with one press.

use domain::Id;
use domain::records::{Session, Site};
use leptos::prelude::*;
use locales::fault;
use replica::command::OpenPlaces;
use replica::query::training::{self, CountySites};

use super::words;
use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::route::{Route, use_go};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::field::{Choice, MultiChoice};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, Pad};
use crate::widget::page::{Page, PageHeader};

/// More places are not opened at a time.
const MOST: usize = 200;

/// The page.
#[component]
pub(super) fn PlacesPage(id: Id<Session>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let line = desk.memo(move |state| training::line(state, id));
    let chosen = RwSignal::new(Vec::<String>::new());
    let error = RwSignal::new(None::<String>);
    let counties = desk.memo(move |state| free_sites(state, id));
    let title = Signal::derive(move || {
        line.read().as_ref().map(|line| language.open_places_of(&words::title(language, line))).unwrap_or_default()
    });
    let cards = move || {
        let counties = counties.get().into_iter().filter(|county| !county.sites.is_empty());
        counties.map(|county| view! { <County county chosen/> }).collect_view()
    };
    let open = move || view! { <Open id chosen error/> };
    let is_there = Memo::new(move |_| line.read().is_some());
    move || {
        match is_there.get() {
        false => view! { <Missing/> }.into_any(),
        true => view! {
            <Page>
                <PageHeader title subtitle=language.open_places_hint() back=Route::Session(id).href() back_label=language.back() actions=open/>
                <p class="field-error" role="status">{move || error.get()}</p>
                {cards}
            </Page>
        }
        .into_any(),
    }
    }
}

/// The sites at which the broadcast is not yet followed.
fn free_sites(state: &replica::State, id: Id<Session>) -> Vec<CountySites> {
    let own = state.get(id).and_then(|session| session.site);
    let taken: Vec<Id<Site>> = training::places_of(state, id).filter_map(|(_, place)| place.site).chain(own).collect();
    let mut counties = training::sites_by_county(state);
    counties.iter_mut().for_each(|county| county.sites.retain(|site| !taken.contains(&site.id)));
    counties
}

#[component]
fn County(county: CountySites, chosen: RwSignal<Vec<String>>) -> impl IntoView {
    let language = use_language();
    let title = if county.name.is_empty() { language.whole_city().to_owned() } else { county.name };
    let options: Vec<Choice> =
        county.sites.into_iter().map(|site| Choice::new(site.id.to_string(), site.name)).collect();
    let label = title.clone();
    view! {
        <Card title><Pad><MultiChoice label value=chosen options=Signal::stored(options) max=MOST/></Pad></Card>
    }
}

#[component]
fn Open(id: Id<Session>, chosen: RwSignal<Vec<String>>, error: RwSignal<Option<String>>) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let label = Signal::derive(move || language.open_places_count(chosen.read().len()));
    let disabled = Signal::derive(move || chosen.read().is_empty());
    let open = move || {
        let sites = chosen.get_untracked().iter().filter_map(|id| id.parse().ok()).collect();
        let go = go.clone();
        desk.save(OpenPlaces { session: id, sites }, move |result| match result {
            Ok(()) => go(Route::Session(id)),
            Err(problems) => {
                error.try_set(problems.first().map(|problem| fault::sentence(language, &problem.fault)));
            }
        });
    };
    view! { <Button label disabled kind=ButtonKind::Primary icon=Icon::Check on_press=open/> }
}
