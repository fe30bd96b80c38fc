//! Cards with a code for each person of a session, to print on A4 and cut apart.

use domain::records::{Member, Session};
use domain::{Id, card};
use leptos::prelude::*;
use replica::query::training;

use super::session::use_roster;
use super::words;
use crate::context::{use_desk, use_language, use_tablet};
use crate::route::Route;
use crate::widget::button::{Button, ButtonKind};
use crate::widget::icon::Icon;
use crate::widget::list::EmptyState;
use crate::widget::page::{Page, PageHeader};
use crate::widget::qr::QrCode;

/// The page.
#[component]
pub(super) fn CardsPage(id: Id<Session>) -> impl IntoView {
    let (desk, language, tablet) = (use_desk(), use_language(), use_tablet());
    let line = desk.memo(move |state| training::line(state, id).unwrap_or_default());
    let roster = use_roster(id);
    let title = Signal::derive(move || language.cards_of(&words::title(language, &line.read())));
    let people = Memo::new(move |_| {
        let roster = roster.read();
        let all = roster.seated.iter().chain(&roster.waiting);
        all.map(|one| (one.member, one.name.clone(), one.village.clone())).collect::<Vec<_>>()
    });
    let print = move || {
        let none = Signal::derive(move || people.read().is_empty());
        view! { <Button label=language.print_now() kind=ButtonKind::Primary icon=Icon::Print disabled=none on_press=move || tablet.device().print()/> }
    };
    let cards = move || match people.with(Vec::is_empty) {
        true => view! { <EmptyState title=language.phone_nobody() icon=Icon::People/> }.into_any(),
        false => people
            .get()
            .into_iter()
            .map(|(member, name, village)| view! { <MemberCard member name village/> })
            .collect_view()
            .into_any(),
    };
    view! {
        <Page>
            <div class="screen-only">
                <PageHeader title subtitle=language.cards_hint() back=Route::Session(id).href() back_label=language.back() actions=print/>
            </div>
            <div class="cards">{cards}</div>
        </Page>
    }
}

/// One card.
#[component]
fn MemberCard(member: Id<Member>, name: String, village: String) -> impl IntoView {
    let language = use_language();
    let label = language.card_code_of(&name);
    view! {
        <article class="member-card">
            <QrCode text=card::text(member) label/>
            <div><b>{name}</b><span>{village}</span><small>{language.card_foot()}</small></div>
        </article>
    }
}
