//! A helper's page: who it is, the cases it has now and had before, what was promised, and what was done meanwhile.

use domain::Id;
use domain::records::{Helper, HelperField};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::State;
use replica::query::pairing::{self, Helped, HelperLine};

use super::helper_list::load_tag;
use super::part::span;
use crate::app::Missing;
use crate::cases::page::Tab;
use crate::cases::promise::card::HelperPromises;
use crate::context::{use_desk, use_language};
use crate::route::{Casework, Route};
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Fact, Facts, Pad, Row, Rows, Tag, Tone};
use crate::widget::page::{Page, PageHeader};

/// The page of a helper while it is there.
pub(in crate::cases) fn page(id: Id<Helper>) -> AnyView {
    let desk = use_desk();
    let known = desk.memo(move |state| known(state, id));
    let shown = move || match known.get() {
        Some((line, helper)) => view! { <HelperView id line helper/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    };
    view! { {shown} }.into_any()
}

fn known(state: &State, id: Id<Helper>) -> Option<(HelperLine, Helper)> {
    pairing::helper_line(state, id).zip(state.get(id).cloned())
}

#[component]
fn HelperView(id: Id<Helper>, line: HelperLine, helper: Helper) -> impl IntoView {
    let language = use_language();
    let subtitle = [language.maybe(line.kind), &line.division, &helper.organisation];
    let subtitle = subtitle.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let title = line.name.clone();
    let tags = move || load_tag(language, &line);
    let actions = move || {
        view! {
            <LinkButton label=language.edit() spoken=language.revise_helper() href=Casework::HelperForm(Some(id)).href() icon=Icon::Edit/>
            <LinkButton label=language.plan_round() href=Route::from(Casework::Round).href_with(&format!("helper={id}")) icon=Icon::Calendar/>
            <LinkButton label=language.to_board() href=Casework::Board.href() kind=ButtonKind::Primary icon=Icon::People/>
        }
    };
    view! {
        <Page>
            <PageHeader title subtitle tags actions back=Casework::Helpers.href() back_label=language.tab_helper_list()/>
            <FactsCard helper/>
            <HelpedCard id is_now=true/>
            <HelperPromises id/>
            <HelpedCard id is_now=false/>
        </Page>
    }
}

#[component]
fn FactsCard(helper: Helper) -> impl IntoView {
    let language = use_language();
    let skills: Vec<&str> = helper.skills.iter().map(|skill| language.of(*skill)).collect();
    let left_on = helper.left_on.map(|day| language.date(day)).unwrap_or_default();
    let facts = [
        (HelperField::phone, helper.phone),
        (HelperField::skills, skills.join(" · ")),
        (HelperField::industry, helper.industry),
        (HelperField::note, helper.note),
        (HelperField::left_on, left_on),
    ];
    let known = facts.into_iter().filter(|(_, value)| !value.is_empty());
    let facts = known.map(|(field, value)| view! { <Fact name=language.field(field)>{value}</Fact> }).collect_view();
    view! { <Card title=language.card_facts()><Pad><Facts>{facts}</Facts></Pad></Card> }
}

/// The cases that a helper has, or had.
#[component]
fn HelpedCard(id: Id<Helper>, is_now: bool) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let helped = desk.memo(move |state| {
        let all = pairing::helped(state, id).into_iter();
        all.filter(|one| one.link.until.is_none() == is_now).collect::<Vec<_>>()
    });
    let title = if is_now { language.helped_now() } else { language.helped_before() };
    let count = Signal::derive(move || Some(language.households(&numbers::size(helped.read().len()))));
    let rows = move || {
        let helped = helped.get();
        if helped.is_empty() {
            return view! { <EmptyState title=language.helped_none() next=language.helped_none_next() icon=Icon::People/> }.into_any();
        }
        view! { <Rows>{helped.into_iter().map(|one| row(language, one)).collect_view()}</Rows> }.into_any()
    };
    view! {
        <Show when=move || is_now || !helped.read().is_empty()>
            <Card title count>{rows}</Card>
        </Show>
    }
}

fn row(language: Language, one: Helped) -> impl IntoView {
    let (visits, met) = (one.link.visits, one.link.needs_met);
    let done = language.helped_done(&numbers::size(visits), &numbers::size(met));
    let promised = Some(one.link.promised.clone()).filter(|text| !text.is_empty());
    let promised = promised.map(|text| language.promised(&text));
    let parts = [Some(span(language, &one.link)), promised, Some(done), Some(one.link.reason.clone())];
    let why = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let title = format!("{} · {}", one.name, one.village);
    let tags =
        move || (one.needs_open > 0).then(|| view! { <Tag text=language.needs_open(one.needs_open) tone=Tone::Warn/> });
    let href = Route::Case(one.case).href_with(Tab::Pairing.query());
    view! { <Row title href tags why/> }
}
