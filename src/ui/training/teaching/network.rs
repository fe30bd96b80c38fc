//! The network of sites in one table: what each county has of each kind, and what it lacks of what the programme asks for.

use domain::records::SiteKind;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::training::{CountySites, PRACTICE_BASES, TRAINING_BASES};

use crate::context::use_language;
use crate::values::dotted;
use crate::widget::list::{Card, Tag, Tone};
use crate::widget::table::{CardPlace, Column, PlainTable};

/// The kinds that are counted, beside the bases.
const OTHERS: [SiteKind; 4] =
    [SiteKind::School, SiteKind::ServiceCentre, SiteKind::ServiceStation, SiteKind::ServicePoint];

/// The table.
#[component]
pub(super) fn Network(counties: Memo<Vec<CountySites>>) -> impl IntoView {
    let language = use_language();
    let rows = move || {
        let counties = counties.get().into_iter().filter(|county| county.county.is_some());
        counties.map(|county| row(language, &county)).collect::<Vec<_>>()
    };
    let is_any = Memo::new(move |_| counties.read().iter().any(|county| county.county.is_some()));
    view! {
        <Show when=move || is_any.get()>
            <Card title=language.network()>
                <PlainTable caption=language.network() caption_hidden=true columns=columns(language) rows=Callback::from(rows)/>
            </Card>
        </Show>
    }
}

/// The kinds in their order: the bases first.
fn kinds() -> impl Iterator<Item = SiteKind> {
    [SiteKind::TrainingBase, SiteKind::PracticeBase].into_iter().chain(OTHERS)
}

fn columns(language: Language) -> Vec<Column> {
    let column = |title: &'static str| Column::new(title, "1fr", CardPlace::Detail);
    let counted = kinds().map(|kind| column(language.of(kind)).number());
    let ends = [column(language.seats()).number(), column(language.network_state())];
    std::iter::once(column(language.network_county())).chain(counted).chain(ends).collect()
}

fn row(language: Language, county: &CountySites) -> Vec<AnyView> {
    let seats: u32 = county.sites.iter().map(|site| site.seats).sum();
    let counts = kinds().map(|kind| numbers::size(county.count(kind)).into_any());
    let name = county.name.clone().into_any();
    let ends = [numbers::count(seats).into_any(), state(language, county).into_any()];
    std::iter::once(name).chain(counts).chain(ends).collect()
}

/// What it lacks, or that it has what it should.
fn state(language: Language, county: &CountySites) -> impl IntoView + use<> {
    let (training, practice) = (county.count(SiteKind::TrainingBase), county.count(SiteKind::PracticeBase));
    let lacks = |is: bool, words: String| if is { words } else { String::new() };
    let said = dotted([
        lacks(training < *TRAINING_BASES.start(), language.lacks_training_base().to_owned()),
        lacks(training > *TRAINING_BASES.end(), language.more_training_bases().to_owned()),
        lacks(practice < PRACTICE_BASES, language.lacks_practice_bases(PRACTICE_BASES.saturating_sub(practice))),
    ]);
    match said.is_empty() {
        true => view! { <Tag text=language.network_whole() tone=Tone::Good/> },
        false => view! { <Tag text=said tone=Tone::Warn/> },
    }
}
