//! The picture as tables: who leads whom, link by link, and the needy households that nobody leads.

use domain::records::{CaseField, DemonstrationField, RadiationLinkField};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::prosperity::{self, Network};

use super::detail::link_support;
use crate::context::{use_desk, use_language};
use crate::route::{Route, use_go};
use crate::widget::icon::Icon;
use crate::widget::list::EmptyState;
use crate::widget::table::{CardPlace, Column, VirtualTable};

/// Who leads whom, link by link.
#[component]
pub(super) fn LinkTable(network: Memo<Network>) -> impl IntoView {
    let (language, go) = (use_language(), use_go());
    let columns = vec![
        Column::new(language.field(RadiationLinkField::demonstration), "1fr", CardPlace::Detail),
        Column::new(language.field(DemonstrationField::industry), "1fr", CardPlace::Detail),
        Column::new(language.field(RadiationLinkField::case), "1fr", CardPlace::Title),
        Column::new(language.field(DemonstrationField::village), "1fr", CardPlace::Detail),
        Column::new(language.field(RadiationLinkField::support), "1.4fr", CardPlace::Detail),
        Column::new(language.field(RadiationLinkField::gain), "8rem", CardPlace::End).number(),
    ];
    let count = Signal::derive(move || network.read().links.len());
    let row = move |at: usize| network.with(|network| cells(language, network, at)).unwrap_or_default();
    let open = move |at: usize| {
        let hub = network.with_untracked(|network| network.hubs.get(network.links.get(at)?.hub).map(|hub| hub.id));
        if let Some(id) = hub {
            go(Route::Demonstration(id));
        }
    };
    let empty =
        move || view! { <EmptyState title=language.no_links() next=language.nothing_fits_next() icon=Icon::Search/> };
    view! { <VirtualTable label=language.as_table() count columns row on_activate=Callback::new(move |(at,)| open(at)) empty/> }
}

fn cells(language: Language, network: &Network, at: usize) -> Option<Vec<AnyView>> {
    let link = network.links.get(at)?;
    let (hub, led) = (network.hubs.get(link.hub)?, network.led.get(link.led)?);
    let counts = led.links.first() == Some(&at);
    let gain = if counts { numbers::money(language, link.gain) } else { language.gain_not_twice().to_owned() };
    Some(vec![
        hub.name.clone().into_any(),
        hub.industry.clone().into_any(),
        led.name.clone().into_any(),
        led.village.clone().into_any(),
        link_support(language, link).into_any(),
        gain.into_any(),
    ])
}

/// The needy households that nobody leads.
#[component]
pub(super) fn AloneTable(network: Memo<Network>) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let columns = vec![
        Column::new(language.field(DemonstrationField::name), "1fr", CardPlace::Title),
        Column::new(language.field(CaseField::village), "1.4fr", CardPlace::Detail),
        Column::new(language.field(CaseField::industry), "1fr", CardPlace::Detail),
    ];
    let count = Signal::derive(move || network.read().alone.len());
    let row = move |at: usize| {
        let Some(one) = network.with(|network| network.alone.get(at).cloned()) else { return vec![] };
        let ((name, village), industry) = desk.ask(|state| {
            let industry = state.get(one.case).map(|case| case.industry.clone()).unwrap_or_default();
            (prosperity::alone_name(state, &one), industry)
        });
        [name, village, industry].map(IntoAny::into_any).into()
    };
    let open = move |at: usize| {
        if let Some(case) = network.with_untracked(|network| network.alone.get(at).map(|one| one.case)) {
            go(Route::Case(case));
        }
    };
    let empty = move || view! { <EmptyState title=language.none_alone() icon=Icon::Check/> };
    view! { <VirtualTable label=language.led_by_nobody() count columns row on_activate=Callback::new(move |(at,)| open(at)) empty/> }
}
