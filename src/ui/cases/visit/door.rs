//! What a visitor should know before knocking: what was planned, how to get there and call, what is open.

use domain::Id;
use domain::records::{Case, NeedState, Visit, VisitField};
use leptos::prelude::*;
use replica::State;
use replica::query::{cases, divisions};

use super::PLAN;
use crate::context::{use_desk, use_language};
use crate::route::Route;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, Fact, Facts, Pad};

/// What is known of a household.
#[derive(Clone, Debug, PartialEq)]
struct Briefing {
    place: String,
    phone: String,
    needs: Vec<domain::records::Need>,
    promise: String,
}

fn briefing(state: &State, case: Id<Case>, except: Option<Id<Visit>>) -> Option<Briefing> {
    let file = state.get(case)?;
    let place = divisions::whereabouts(state, file.village);
    let open = cases::needs(state, case).into_iter().map(|(_, need)| need);
    let before =
        cases::visits(state, case).into_iter().filter(|(id, visit)| Some(*id) != except && visit.done_on.is_some());
    Some(Briefing {
        place: [place.township, place.village, file.group.clone()].concat(),
        phone: file.phone.clone(),
        needs: open.filter(|need| need.state != Some(NeedState::Met)).collect(),
        promise: before.map(|(_, visit)| visit.promise).find(|promise| !promise.is_empty()).unwrap_or_default(),
    })
}

/// What was planned, and what to know before knocking.
#[component]
pub(super) fn AtTheDoor(id: Option<Id<Visit>>, case: Id<Case>, visit: Visit) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let known = desk.memo(move |state| briefing(state, case, id));
    let change = move || {
        id.map(|id| view! { <LinkButton label=language.change_plan() href=Route::Visit(id).href_with(PLAN) kind=ButtonKind::Quiet icon=Icon::Edit/> })
    };
    let planned = visit.planned_on.map(|day| language.day_of_week(day)).unwrap_or_default();
    let mut facts = vec![
        (language.field(VisitField::planned_on), planned),
        (language.field(VisitField::occasion), language.maybe(visit.occasion).to_owned()),
        (language.field(VisitField::purpose), visit.purpose),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    let facts = facts.into_iter().map(|(name, value)| view! { <Fact name>{value}</Fact> }).collect_view();
    let title = if id.is_some() { language.section_plan() } else { language.card_facts() };
    view! {
        <Card title action=change>
            <Pad>
                <Facts>
                    {facts}
                    {move || known.get().map(known_facts)}
                </Facts>
            </Pad>
        </Card>
    }
}

fn known_facts(known: Briefing) -> impl IntoView {
    let language = use_language();
    let call = format!("tel:{}", known.phone);
    let needs: Vec<&str> = known.needs.iter().map(|need| language.maybe(need.kind)).collect();
    let needs = needs.join(" · ");
    let fact = |name: &'static str, value: String| (!value.is_empty()).then(|| view! { <Fact name>{value}</Fact> });
    let phone = (!known.phone.is_empty())
        .then(|| view! { <Fact name=language.fact_phone()><a href=call>{known.phone}</a></Fact> });
    view! {
        {fact(language.fact_address(), known.place)}
        {phone}
        {fact(language.open_needs(), needs)}
        {fact(language.last_promise(), known.promise)}
    }
}
