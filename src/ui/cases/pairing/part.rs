//! The part of a case file about its helper: who is responsible now, what can be done, and the line of who was
//! responsible from when to when.

use domain::Id;
use domain::records::Case;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::pairing::{self, Responsible, Suggestion};

use super::reasons;
use crate::cases::page::Tab;
use crate::context::{Desk, use_desk, use_language};
use crate::route::{Casework, Route};
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Pad, Row, Rows, Timeline, TimelineItem, Tone};

/// How many suggestions a case file shows; the board has all.
const MOST: usize = 5;

/// All of it.
pub(in crate::cases) fn part(id: Id<Case>) -> AnyView {
    view! { <HelperCard id/> <ChainCard id/> }.into_any()
}

/// Who is responsible now, or who might be.
#[component]
pub(in crate::cases) fn HelperCard(
    id: Id<Case>,
    /// Whether it only says who it is.
    #[prop(optional)]
    brief: bool,
) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let now = desk.memo(move |state| {
        let links = pairing::responsibility(state, id).into_iter();
        links.filter(|link| link.until.is_none()).collect::<Vec<_>>()
    });
    let body = move || {
        let now = now.get();
        match now.is_empty() {
            true if brief => view! { <Pad><p class="subtitle">{language.no_helper()}</p></Pad> }.into_any(),
            true => view! { <Suggested id/> }.into_any(),
            false => view! { <Rows>{now.into_iter().map(|link| now_row(language, link, brief)).collect_view()}</Rows> }
                .into_any(),
        }
    };
    let (label, href) = match brief {
        true => (language.tab_pairing(), Route::Case(id).href_with(Tab::Pairing.query())),
        false => (language.to_board(), Casework::Board.href()),
    };
    let on = move || view! { <LinkButton label href=href.clone() kind=ButtonKind::Quiet icon=Icon::People/> };
    view! { <Card title=language.of(domain::Kind::Helper) action=on>{body}</Card> }
}

fn now_row(language: Language, link: Responsible, brief: bool) -> impl IntoView {
    let promised = Some(link.promised.clone()).filter(|text| !text.is_empty());
    let parts =
        [Some(span(language, &link)), promised.map(|text| language.promised(&text)), Some(done(language, &link))];
    let why = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let pairing = link.pairing;
    let actions = move || {
        (!brief).then(|| {
            view! {
                <LinkButton label=language.hand_over() href=Casework::HandOver(pairing).href() icon=Icon::Forward/>
                <LinkButton label=language.end_pairing() href=Casework::EndPairing(pairing).href() kind=ButtonKind::Quiet/>
            }
        })
    };
    let href = link.helper.map(|helper| Casework::Helper(helper).href()).unwrap_or_default();
    view! { <Row title=link.name href why action=actions/> }
}

/// Helpers that might take the case, each one press away.
#[component]
fn Suggested(id: Id<Case>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let all = desk.memo(move |state| {
        let free = pairing::suggestions(state, id).into_iter().filter(|one| one.obstacle.is_none());
        free.take(MOST).collect::<Vec<_>>()
    });
    move || {
        let all = all.get();
        if all.is_empty() {
            let add = move || view! { <LinkButton label=language.add_helper() href=Casework::HelperForm(None).href() icon=Icon::Plus/> };
            return view! { <EmptyState title=language.no_helper() next=language.no_helper_next() icon=Icon::People action=add/> }
                .into_any();
        }
        let rows = all.into_iter().map(|one| suggestion_row(desk, language, vec![id], one)).collect_view();
        view! { <Pad><p class="subtitle">{language.no_helper_yet()}</p></Pad><Rows>{rows}</Rows> }.into_any()
    }
}

/// A helper, what speaks for it, and the press that pairs.
pub(super) fn suggestion_row(desk: Desk, language: Language, cases: Vec<Id<Case>>, one: Suggestion) -> impl IntoView {
    let (helper, is_free) = (one.helper, one.obstacle.is_none());
    let spoken = format!("{} {}", language.pair(), one.name);
    let why = reasons::said(language, &one);
    let press = move || desk.act(replica::command::PairCases { helper, cases: cases.clone() });
    let press = StoredValue::new(press);
    let action = move || {
        let spoken = spoken.clone();
        is_free.then(|| view! { <Button label=language.pair() spoken icon=Icon::Check on_press=move || press.with_value(|press| press())/> })
    };
    view! { <Row title=one.name href=Casework::Helper(helper).href() why action/> }
}

/// Who was responsible, the newest first.
#[component]
fn ChainCard(id: Id<Case>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let chain = desk.memo(move |state| {
        let mut links = pairing::responsibility(state, id);
        links.reverse();
        links
    });
    let items = move || chain.get().into_iter().map(|link| chain_item(language, link)).collect_view();
    view! {
        <Show when=move || !chain.read().is_empty()>
            <Card title=language.chain_of_responsibility()><Pad><Timeline>{items}</Timeline></Pad></Card>
        </Show>
    }
}

fn chain_item(language: Language, link: Responsible) -> impl IntoView {
    let when = link.since.map(|day| language.date(day)).unwrap_or_default();
    let tone = if link.until.is_none() { Tone::Good } else { Tone::Plain };
    let how = if link.is_handed_over { language.taken_over() } else { language.paired_anew() };
    let line = [how.to_owned(), span(language, &link), done(language, &link)].join(" · ");
    let promised = (!link.promised.is_empty()).then(|| view! { <p>{language.promised(&link.promised)}</p> });
    let reason = (!link.reason.is_empty()).then(|| view! { <p>{language.ended_because(&link.reason)}</p> });
    view! { <TimelineItem when title=link.name tone><p>{line}</p>{promised}{reason}</TimelineItem> }
}

/// From when until when.
pub(super) fn span(language: Language, link: &Responsible) -> String {
    match (link.since, link.until) {
        (Some(since), Some(until)) => language.from_until(&language.date(since), &language.date(until)),
        (Some(since), None) => language.since(&language.date(since)),
        _ => String::new(),
    }
}

fn done(language: Language, link: &Responsible) -> String {
    language.helped_done(&numbers::size(link.visits), &numbers::size(link.needs_met))
}
