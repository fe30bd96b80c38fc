//! The picture of who leads whom: walked with a finger, and the same in tables for those who cannot see it; and the needy
//! households that nobody leads.

use domain::records::{DemonstrationField, DivisionLevel};
use leptos::prelude::*;
use locales::numbers;
use replica::query::divisions;
use replica::query::prosperity::{self, Network, NetworkFilter};

use super::tabs::{AreaTabs, Part};
use crate::context::{Desk, use_asked, use_desk, use_language};
use crate::widget::field::{Choice, ChoiceField};
use crate::widget::page::{Page, PageHeader, PageKind};

mod detail;
mod drawing;
mod layout;
mod tables;

use layout::{Layout, Who};

/// How the address names the tables.
const TABLE: &str = "table";
const ALONE: &str = "alone";

/// What is looked at.
#[derive(Clone, Copy)]
struct View {
    year: RwSignal<String>,
    county: RwSignal<String>,
    industry: RwSignal<String>,
    shown: RwSignal<String>,
    usual: Memo<u32>,
    network: Memo<Network>,
    layout: Memo<Layout>,
    chosen: RwSignal<Option<Who>>,
}

impl View {
    fn new(desk: Desk) -> Self {
        let (year, county) = (use_asked("year"), use_asked("county"));
        let (industry, shown) = (use_asked("industry"), use_asked("view"));
        let this_year = prosperity::year_of(desk.today());
        let usual = desk.memo(move |state| prosperity::chosen_years(state).first().copied().unwrap_or(this_year));
        let network = desk.memo(move |state| {
            let year = year.get().parse().unwrap_or_else(|_| usual.get());
            let filter = NetworkFilter { year, county: county.get().parse().ok(), industry: industry.get() };
            prosperity::network(state, &filter)
        });
        let chosen = RwSignal::new(None);
        // Whoever was chosen stands elsewhere in another network.
        Effect::new(move |_| {
            network.track();
            chosen.set(None);
        });
        let layout = Memo::new(move |_| network.with(Layout::of));
        Self { year, county, industry, shown, usual, network, layout, chosen }
    }
}

/// The page.
#[component]
pub(super) fn PicturePage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let view = View::new(desk);
    let says = Signal::derive(move || {
        let network = view.network.read();
        let count = |count: usize| numbers::size(count);
        language.picture_says(&count(network.hubs.len()), &count(network.led.len()), &count(network.alone.len()))
    });
    let body = move || match view.shown.get().as_str() {
        TABLE => view! { <tables::LinkTable network=view.network/> }.into_any(),
        ALONE => view! { <tables::AloneTable network=view.network/> }.into_any(),
        _ => view! { <drawing::Drawing view/> }.into_any(),
    };
    view! {
        <Page kind=PageKind::Fill>
            <PageHeader title=language.picture() subtitle=says/>
            <AreaTabs current=Part::Picture/>
            <Filters view/>
            {body}
        </Page>
    }
}

#[component]
fn Filters(view: View) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let counties = desk.memo(|state| {
        let all = divisions::counties(state).into_iter();
        all.map(|(id, name)| Choice::new(id.to_string(), name)).collect::<Vec<_>>()
    });
    let years = desk.memo(move |state| {
        let usual = view.usual.get();
        let key = |year: u32| if year == usual { String::new() } else { year.to_string() };
        let all = prosperity::chosen_years(state).into_iter();
        all.map(|year| Choice::new(key(year), language.of_year(year))).collect::<Vec<_>>()
    });
    let industries = desk.memo(move |state| {
        let year = view.year.get().parse().unwrap_or_else(|_| view.usual.get());
        let all = prosperity::industries_of(state, year).into_iter();
        all.map(|name| Choice::new(name.clone(), name)).collect::<Vec<_>>()
    });
    let shown = vec![
        Choice::new("", language.as_picture()),
        Choice::new(TABLE, language.as_table()),
        Choice::new(ALONE, language.led_by_nobody()),
    ];
    let (county, industry) = (language.of(DivisionLevel::County), language.field(DemonstrationField::industry));
    view! {
        <div class="filters">
            <ChoiceField label=language.picture_view() value=view.shown options=Signal::stored(shown)/>
            <ChoiceField label=county value=view.county options=counties nothing=language.all_counties() menu=true/>
            <ChoiceField label=industry value=view.industry options=industries nothing=language.all_industries() menu=true/>
            <Show when=move || 1 < years.read().len()>
                <ChoiceField label=language.field(DemonstrationField::year) value=view.year options=years menu=true/>
            </Show>
        </div>
    }
}
