//! What is said of whoever was pressed in the picture: its name, what is given, what it earned, and the way to its page.

use domain::value::Fen;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::prosperity::{self, Network, NetworkLink};

use super::View;
use super::layout::Who;
use crate::context::{use_desk, use_language};
use crate::prosperity::tabs::FactList;
use crate::route::Route;
use crate::values::dotted;
use crate::widget::button::LinkButton;
use crate::widget::list::{Card, Pad, Row, Rows, Tag, Tone};

/// What is said of whoever was pressed; before that, what the dots mean.
#[component]
pub(super) fn Detail(view: View) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let card = move || match view.chosen.get() {
        None => legend(language),
        Some(Who::Hub(hub)) => view.network.with(|network| hub_card(language, network, hub)),
        Some(Who::Led(led)) => view.network.with(|network| led_card(language, network, led)),
        Some(Who::Alone(alone)) => {
            let found = view.network.with(|network| network.alone.get(alone).cloned());
            found.map_or_else(|| ().into_any(), |one| {
                let (name, village) = desk.ask(|state| prosperity::alone_name(state, &one));
                let open = move || view! { <LinkButton label=language.open_case() href=Route::Case(one.case).href()/> };
                view! { <Card title=name><Pad><p>{dotted([village, language.led_by_nobody().to_owned()])}</p>{open}</Pad></Card> }.into_any()
            })
        }
    };
    view! { <div class="who-detail" aria-live="polite">{card}</div> }
}

fn legend(language: Language) -> AnyView {
    let key = |class: &'static str, words: &'static str| {
        view! { <li><svg class="who-key" viewBox="0 0 20 20" aria-hidden="true"><path class=class d="M10 10h0"/></svg>{words}</li> }
    };
    view! {
        <Card title=language.picture_legend()>
            <Pad>
                <ul class="who-legend">
                    {key("who-hubs", language.key_hub())}
                    {key("who-inside", language.key_inside())}
                    {key("who-outside", language.key_outside())}
                    {key("who-alone", language.key_alone())}
                </ul>
                <p class="subtitle">{language.picture_hint()}</p>
            </Pad>
        </Card>
    }
    .into_any()
}

/// What a demonstration household earns those whom it leads: each gain counts by one link only.
fn counted(network: &Network, links: &[usize]) -> Fen {
    let counts = |at: &&usize| network.led[network.links[**at].led].links.first() == Some(*at);
    Fen(links.iter().filter(counts).map(|at| network.links[*at].gain.0).sum())
}

fn hub_card(language: Language, network: &Network, hub: usize) -> AnyView {
    let Some(one) = network.hubs.get(hub) else { return ().into_any() };
    let inside = one.links.iter().filter(|at| network.led[network.links[**at].led].case.is_some()).count();
    let households = |count: usize| language.households(&numbers::size(count));
    let facts = vec![
        (language.where_word().to_owned(), one.village.clone()),
        (language.field(domain::records::DemonstrationField::industry), one.industry.clone()),
        (language.leads().to_owned(), households(one.links.len())),
        (language.key_inside().to_owned(), households(inside)),
        (language.gain_counted().to_owned(), numbers::money(language, counted(network, &one.links))),
    ];
    let (id, name) = (one.id, one.name.clone());
    view! {
        <Card title=name>
            <Pad><FactList facts/><LinkButton label=language.open_demonstration() href=Route::Demonstration(id).href()/></Pad>
        </Card>
    }
    .into_any()
}

fn led_card(language: Language, network: &Network, led: usize) -> AnyView {
    let Some(one) = network.led.get(led) else { return ().into_any() };
    let several = one.links.len() > 1;
    let row = |(place, link): (usize, &NetworkLink)| {
        let hub = network.hubs.get(link.hub);
        let title = hub.map(|hub| language.led_by(&hub.name)).unwrap_or_default();
        let href = hub.map(|hub| Route::Demonstration(hub.id).href());
        let gain = if link.gain.0 > 0 { language.gain_of(&numbers::money(language, link.gain)) } else { String::new() };
        let once = (several && place > 0).then(|| language.gain_not_twice().to_owned());
        let why = dotted([link_support(language, link), gain, once.unwrap_or_default()]);
        view! { <Row title href=MaybeProp::from(href) why/> }
    };
    let rows = one.links.iter().map(|at| &network.links[*at]).enumerate().map(row).collect_view();
    let (name, case, village) = (one.name.clone(), one.case, one.village.clone());
    let open = case.map(|case| view! { <LinkButton label=language.open_case() href=Route::Case(case).href()/> });
    let outside = case.is_none().then(|| view! { <Tag text=language.key_outside() tone=Tone::Plain/> });
    view! {
        <Card title=name><Pad><p>{village}{outside}</p></Pad><Rows>{rows}</Rows><Pad>{open}</Pad></Card>
    }
    .into_any()
}

/// What is given, in words.
pub(super) fn link_support(language: Language, link: &NetworkLink) -> String {
    link.support.iter().map(|support| language.of(*support)).collect::<Vec<_>>().join(" · ")
}
