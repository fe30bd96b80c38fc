//! What a household asks for, and how far each is: planned and met are one press. Words that may speak of an illness stay
//! covered until they are asked for.

use domain::records::{Case, Need, NeedField, NeedState};
use domain::value::Fen;
use domain::{Date, Id};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::command::SaveNeed;
use replica::query::cases;

use super::need_details::called;
use super::tones::need_tag;
use crate::context::{use_desk, use_language};
use crate::route::Route;
use crate::values::{COVER, covered, is_about_illness};
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Pad, Row, Rows};

/// All needs of a household.
pub(super) fn part(id: Id<Case>) -> AnyView {
    view! { <NeedsCard id/> }.into_any()
}

/// The needs, or only those that are open.
#[component]
pub(super) fn NeedsCard(
    id: Id<Case>,
    /// Whether needs that are met are left out.
    #[prop(optional)]
    open_only: bool,
) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let needs = desk.memo(move |state| {
        let all = cases::needs(state, id).into_iter();
        all.filter(|(_, need)| !open_only || need.state != Some(NeedState::Met)).collect::<Vec<_>>()
    });
    let add = move || {
        view! { <LinkButton label=language.add_need() href=Route::NeedNew(id).href() kind=ButtonKind::Quiet icon=Icon::Plus/> }
    };
    let rows = move || {
        let needs = needs.get();
        if needs.is_empty() && open_only {
            return view! { <Pad><p class="subtitle">{language.needs_none_open()}</p></Pad> }.into_any();
        }
        if needs.is_empty() {
            return view! { <EmptyState title=language.needs_none() next=language.needs_none_next() icon=Icon::People/> }
                .into_any();
        }
        let rows = needs.into_iter().map(|(id, need)| view! { <NeedRow id need/> }).collect_view();
        view! { <Rows>{rows}</Rows> }.into_any()
    };
    let title = if open_only { language.open_needs() } else { language.tab_needs() };
    view! { <Card title action=add>{rows}</Card> }
}

#[component]
fn NeedRow(id: Id<Need>, need: Need) -> impl IntoView {
    let language = use_language();
    let kind = language.maybe(need.kind);
    let (state, why, private) = (need.state, said(language, &need), private(&need));
    let title = if kind.is_empty() { language.tab_needs() } else { kind };
    let tags = move || {
        let spoken = format!("{title} {}", language.field(NeedField::note));
        view! {
            {need_tag(state)}
            {private.clone().map(|words| covered(COVER.to_owned(), words, spoken))}
        }
    };
    let steps = move || {
        let step = |to: NeedState| view! { <StepButton id need=need.clone() to/> };
        let is_asked = !matches!(need.state, Some(NeedState::Planned | NeedState::Met));
        view! {
            {is_asked.then(|| step(NeedState::Planned))}
            {(need.state != Some(NeedState::Met)).then(|| step(NeedState::Met))}
        }
    };
    view! { <Row title href=Route::NeedEdit(id).href() tags why action=steps/> }
}

/// Brings a need one step further.
#[component]
pub(super) fn StepButton(id: Id<Need>, need: Need, to: NeedState) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let label = language.of(to);
    let spoken = format!("{} {label}", language.maybe(need.kind));
    let press = move || {
        let need = Need { state: Some(to), ..need.clone() };
        desk.act(SaveNeed { id: Some(id), need });
    };
    let icon = if to == NeedState::Met { Icon::Check } else { Icon::Calendar };
    view! { <Button label spoken icon on_press=press/> }
}

/// What may speak of an illness: the household's words, and what came of it.
fn private(need: &Need) -> Option<String> {
    let words = [need.place.clone(), need.note.clone(), need.outcome.clone()];
    let words = words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ");
    (is_about_illness(need) && !words.is_empty()).then_some(words)
}

/// The household's words, the dates, and what came of it; of an illness only the dates.
fn said(language: Language, need: &Need) -> String {
    let dated = |field: NeedField, day: Option<Date>| {
        day.map(|day| format!("{} {}", language.field(field), language.date(day))).unwrap_or_default()
    };
    let is_met = need.state == Some(NeedState::Met);
    let due = if is_met { dated(NeedField::met_on, need.met_on) } else { dated(NeedField::due_on, need.due_on) };
    let open = |words: &String| if is_about_illness(need) { String::new() } else { words.clone() };
    let parts = [
        open(&need.note),
        detailed(language, need),
        dated(NeedField::asked_on, need.asked_on),
        due,
        open(&need.outcome),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What needs of this kind have: where, from when, for what pay. The name of a hospital speaks of an illness.
pub(super) fn detailed(language: Language, need: &Need) -> String {
    let Some(kind) = need.kind else { return String::new() };
    let place = if is_about_illness(need) { "" } else { need.place.as_str() };
    let begins = |day: Date| format!("{} {}", called(language, kind, NeedField::begins_on), language.date(day));
    let begins = need.begins_on.map(begins).unwrap_or_default();
    let pay = format!("{} {}", language.need_pay(), numbers::money(language, need.monthly_pay));
    let pay = if need.monthly_pay == Fen(0) { String::new() } else { pay };
    let parts = [place.to_owned(), begins, pay];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
