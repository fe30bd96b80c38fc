//! The way to prosperity as far as this household walks it: cooperatives, demonstration, who leads it. Only shown here;
//! it is arranged on the pages that the links lead to.

use domain::Id;
use domain::records::{Case, MembershipState};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::cases::ties::{self, InCooperative, LedBy};
use replica::query::prosperity::DemonstrationLine;

use crate::context::{use_desk, use_language};
use crate::route::Route;
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Pad, Row, Rows, Tag, Tone};

/// All of it.
pub(super) fn part(id: Id<Case>) -> AnyView {
    view! {
        <CooperativesCard id/>
        <DemonstrationCard id/>
        <LeadersCard id/>
    }
    .into_any()
}

/// The cooperatives that it is in, was in, or is to join.
#[component]
pub(super) fn CooperativesCard(
    id: Id<Case>,
    /// Whether it says in few words that there is none.
    #[prop(optional)]
    brief: bool,
) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let lines = desk.memo(move |state| ties::cooperatives(state, id));
    let rows = move || {
        let lines = lines.get();
        if lines.is_empty() && brief {
            return view! { <Pad><p class="subtitle">{language.cooperatives_none()}</p></Pad> }.into_any();
        }
        if lines.is_empty() {
            return view! { <EmptyState title=language.cooperatives_none() next=language.cooperatives_none_next() icon=Icon::Sprout/> }
                .into_any();
        }
        let rows = lines.into_iter().map(|line| cooperative_row(language, line)).collect_view();
        view! { <Rows>{rows}</Rows> }.into_any()
    };
    view! { <Card title=language.of(domain::Kind::Cooperative)>{rows}</Card> }
}

fn cooperative_row(language: Language, line: InCooperative) -> impl IntoView {
    let membership = line.membership;
    let day = match membership.state {
        Some(MembershipState::Left) => membership.left_on,
        Some(MembershipState::InForce) => membership.joined_on,
        _ => membership.planned_on,
    };
    let tone = match membership.state {
        Some(MembershipState::InForce) => Tone::Good,
        Some(MembershipState::Left) => Tone::Plain,
        _ => Tone::Info,
    };
    let share = (membership.share.0 > 0).then(|| language.share_paid(&numbers::money(language, membership.share)));
    let parts = [day.map(|day| language.date(day)), share, Some(membership.reason).filter(|text| !text.is_empty())];
    let why = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let word = language.maybe(membership.state);
    let tags = move || view! { <Tag text=word tone/> };
    view! { <Row title=line.name href=Route::Cooperative(line.cooperative).href() tags why/> }
}

/// The years for which it is a demonstration household; nothing while it is none.
#[component]
pub(super) fn DemonstrationCard(id: Id<Case>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let lines = desk.memo(move |state| ties::demonstrations(state, id));
    let rows = move || lines.get().into_iter().map(|line| demonstration_row(language, line)).collect_view();
    view! {
        <Show when=move || !lines.read().is_empty()>
            <Card title=language.of(domain::Kind::Demonstration)><Rows>{rows}</Rows></Card>
        </Show>
    }
}

fn demonstration_row(language: Language, line: DemonstrationLine) -> impl IntoView {
    let word = language.maybe(line.state);
    let tags = move || view! { <Tag text=word/> };
    let leads = language.leads_households(&numbers::size(line.leads));
    let why = [line.industry, leads].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let title = language.demonstration_of(line.year);
    view! { <Row title href=Route::Demonstration(line.id).href() tags why/> }
}

/// Who leads it; nothing while nobody does.
#[component]
pub(super) fn LeadersCard(id: Id<Case>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let lines = desk.memo(move |state| ties::leaders(state, id));
    let rows = move || lines.get().into_iter().map(|line| leader_row(language, line)).collect_view();
    view! {
        <Show when=move || !lines.read().is_empty()>
            <Card title=language.led_by_whom()><Rows>{rows}</Rows></Card>
        </Show>
    }
}

fn leader_row(language: Language, line: LedBy) -> impl IntoView {
    let support: Vec<&str> = line.link.support.iter().map(|support| language.of(*support)).collect();
    let since = line.link.since.map(|day| language.since(&language.date(day)));
    let parts = since.into_iter().chain(support.into_iter().map(str::to_owned));
    let why = parts.collect::<Vec<_>>().join(" · ");
    let is_over = line.link.until.is_some();
    let tags = move || is_over.then(|| view! { <Tag text=language.link_ended()/> });
    view! { <Row title=line.name href=Route::Demonstration(line.demonstration).href() tags why/> }
}
