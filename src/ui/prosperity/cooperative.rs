//! A cooperative's page: what it is, how its places stand, who is in it and who is to join.

use domain::records::{Cooperative, CooperativeField};
use domain::{Id, Record};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::{divisions, prosperity};

use super::memberships::Memberships;
use super::places::{Places, PlacesMeter};
use super::tabs::FactList;
use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::history::HistoryCard;
use crate::route::Route;
use crate::values::dotted;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, Pad};
use crate::widget::page::{Columns, Page, PageHeader, Stack};

/// A cooperative's page.
#[component]
pub(super) fn CooperativePage(id: Id<Cooperative>) -> impl IntoView {
    let cooperative = use_desk().memo(move |state| state.get(id).cloned());
    move || match cooperative.get() {
        Some(cooperative) => view! { <Sheet id cooperative/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

#[component]
fn Sheet(id: Id<Cooperative>, cooperative: Cooperative) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let place = untrack(|| desk.ask(|state| divisions::whereabouts(state, cooperative.village)));
    let subtitle = dotted([place.county, place.township, place.village, cooperative.industry.clone()]);
    let actions = move || {
        view! {
            <LinkButton label=language.edit() href=Route::CooperativeForm(Some(id)).href() icon=Icon::Edit/>
            <LinkButton label=language.plan_memberships() href=Route::CooperativeEnrolment(id).href() kind=ButtonKind::Primary icon=Icon::Plus/>
        }
    };
    let facts = facts(language, &cooperative);
    let (terms, has_terms) = (cooperative.terms.clone(), !cooperative.terms.is_empty());
    let terms = has_terms
        .then(|| view! { <Card title=language.field(CooperativeField::terms)><Pad><p>{terms}</p></Pad></Card> });
    view! {
        <Page>
            <PageHeader title=cooperative.name subtitle back=Route::Cooperatives.href() back_label=language.cooperatives() actions/>
            <Columns>
                <Stack><Memberships id/></Stack>
                <Stack>
                    <PlacesCard id/>
                    <Card title=language.cooperative_facts()><Pad><FactList facts/></Pad></Card>
                    {terms}
                    <HistoryCard kind=Cooperative::KIND id=id.raw()/>
                </Stack>
            </Columns>
        </Page>
    }
}

#[component]
fn PlacesCard(id: Id<Cooperative>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let places = desk.memo(move |state| prosperity::cooperative_line(state, id).map(|line| Places::of(&line)));
    move || {
        let places = places.get()?;
        let words = places.taken_words(language);
        Some(view! {
            <Card title=language.places()>
                <Pad><PlacesMeter places=Signal::stored(places)/><p class="subtitle">{words}</p></Pad>
            </Card>
        })
    }
}

fn facts(language: Language, cooperative: &Cooperative) -> Vec<(String, String)> {
    let founded_on = cooperative.founded_on.map(|day| language.date(day)).unwrap_or_default();
    let has_capital = cooperative.capital.0 != 0;
    let capital = if has_capital { numbers::money(language, cooperative.capital) } else { String::new() };
    let facts = [
        (CooperativeField::leader, cooperative.leader.clone()),
        (CooperativeField::phone, cooperative.phone.clone()),
        (CooperativeField::industry, cooperative.industry.clone()),
        (CooperativeField::founded_on, founded_on),
        (CooperativeField::capital, capital),
    ];
    facts.map(|(field, text)| (language.field(field), text)).into()
}
