//! The sites, county by county, and whether each county has the bases that the programme asks for.

use domain::records::SiteKind;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::training::{self, CountySites, PRACTICE_BASES, SiteLine, TRAINING_BASES};

use super::network::Network;
use crate::context::{use_desk, use_language};
use crate::route::{Route, Teaching};
use crate::training::tabs::TrainingTabs;
use crate::values::dotted;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, Pad, Row, Rows, Tag, Tone};
use crate::widget::page::{Page, PageHeader};

/// The list of sites.
#[component]
pub(crate) fn SitesPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let counties = desk.memo(training::sites_by_county);
    let add = move || {
        view! { <LinkButton label=language.add_site() href=Route::SiteForm(None).href() kind=ButtonKind::Primary icon=Icon::Plus/> }
    };
    let cards = move || counties.get().into_iter().map(|county| card(language, county)).collect_view();
    view! {
        <Page>
            <PageHeader title=language.nav_training() actions=add/>
            <TrainingTabs/>
            <Network counties/>
            {cards}
        </Page>
    }
}

fn card(language: Language, county: CountySites) -> impl IntoView {
    let is_county = county.county.is_some();
    let title = if is_county { county.name.clone() } else { language.whole_city().to_owned() };
    let count = language.sites_count(&numbers::size(county.sites.len()));
    let bases = is_county.then(|| (county.count(SiteKind::TrainingBase), county.count(SiteKind::PracticeBase)));
    let action = move || bases.map(|(training, practice)| base_tags(language, training, practice));
    let none =
        county.sites.is_empty().then(|| view! { <Pad><p class="subtitle">{language.no_sites_in_county()}</p></Pad> });
    let rows = county.sites.into_iter().map(|site| row(language, site)).collect_view();
    view! { <Card title count action>{none}<Rows>{rows}</Rows></Card> }
}

/// Whether the county has its bases.
fn base_tags(language: Language, training: usize, practice: usize) -> impl IntoView {
    let tone = |is_met: bool| if is_met { Tone::Good } else { Tone::Warn };
    let is_met = (TRAINING_BASES.contains(&training), practice >= PRACTICE_BASES);
    view! {
        <Tag text=language.training_bases_count(training) tone=tone(is_met.0)/>
        <Tag text=language.practice_bases_count(practice) tone=tone(is_met.1)/>
    }
}

fn row(language: Language, site: SiteLine) -> impl IntoView {
    let seats = if site.seats == 0 { String::new() } else { language.seats_word(site.seats) };
    let why = dotted([site.place, seats, site.contact, site.phone]);
    let kind = site.kind;
    let tags = move || kind.map(|kind| view! { <Tag text=language.of(kind)/> });
    view! { <Row title=site.name href=Teaching::Site(site.id).href() tags why/> }
}
