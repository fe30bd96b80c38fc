//! The file at a glance: the facts, what is open, what comes next, and how far the year's trainings are.

use domain::Id;
use domain::identity::masked;
use domain::records::{Case, CaseField};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::State;
use replica::query::cases::ties::{self, TrainedMember};
use replica::query::divisions::{self, Whereabouts};

use super::emergency::card::EmergenciesCard;
use super::life::card::LifeCard;
use super::needs::NeedsCard;
use super::pairing::part::HelperCard;
use super::promise::card::CasePromises;
use super::prosperity::{CooperativesCard, DemonstrationCard, LeadersCard};
use super::visits::ComingCard;
use crate::context::{use_desk, use_language};
use crate::route::Casework;
use crate::values::{COVER, Reading, covered, is_from_illness, said};
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, Fact, Facts, Pad};
use crate::widget::meter::Meter;
use crate::widget::page::{Columns, Stack};

/// How many trainings a year each poor member is to have (人均3次以上).
const TRAININGS: u32 = 3;

/// The overview.
pub(super) fn part(id: Id<Case>) -> AnyView {
    view! {
        <Columns>
            <Stack><EmergenciesCard id/><LifeCard id/><FactsCard id/><NeedsCard id open_only=true/></Stack>
            <Stack><HelperCard id brief=true/><ComingCard id brief=true/><CasePromises id brief=true/><TrainedCard id/><CooperativesCard id brief=true/><DemonstrationCard id/><LeadersCard id/></Stack>
        </Columns>
    }
    .into_any()
}

#[component]
fn FactsCard(id: Id<Case>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let known = desk.memo(move |state| known(state, id));
    let facts = move || {
        let (case, place) = known.get()?;
        let facts = facts(language, &case, place).into_iter();
        Some(facts.map(|(name, value)| view! { <Fact name>{value}</Fact> }).collect_view())
    };
    // Tapped to be read: it is the household's own.
    let account = move || {
        let (case, _) = known.get()?;
        let name = language.field(CaseField::account_number);
        let (cover, spoken) = (masked(&case.account_number), name.clone());
        let is_any = !case.account_number.is_empty();
        is_any.then(|| view! { <Fact name>{covered(cover, case.account_number, spoken)}</Fact> })
    };
    let situation = move || {
        let (case, _) = known.get()?;
        let is_private = is_from_illness(case.main_cause.into_iter().chain(case.other_causes));
        let cover = is_private.then(|| COVER.to_owned());
        let spoken = language.field(CaseField::situation);
        let reading = Reading { text: case.situation, cover };
        (!reading.text.is_empty()).then(|| view! { <p>{said(reading, spoken)}</p> })
    };
    let print = move || {
        view! { <LinkButton label=language.paper_link() href=Casework::Sheet(id).href() kind=ButtonKind::Quiet icon=Icon::Print/> }
    };
    view! { <Card title=language.card_facts() action=print><Pad><Facts>{facts}{account}</Facts>{situation}</Pad></Card> }
}

fn known(state: &State, id: Id<Case>) -> Option<(Case, Whereabouts)> {
    let case = state.get(id)?.clone();
    let place = divisions::whereabouts(state, case.village);
    Some((case, place))
}

/// What is known, in the order of the form.
fn facts(language: Language, case: &Case, place: Whereabouts) -> Vec<(String, String)> {
    let address = [place.county, place.township, place.village, case.group.clone()].concat();
    let others: Vec<&str> = case.other_causes.iter().map(|cause| language.of(*cause)).collect();
    let since = case.stage_since.map(|day| language.since(&language.date(day)));
    let stage: Vec<String> = [language.maybe(case.stage).to_owned()].into_iter().chain(since).collect();
    let surveyed = case.surveyed_on.map(|day| language.date(day)).unwrap_or_default();
    let all = [
        (CaseField::village, address),
        (CaseField::phone, case.phone.clone()),
        (CaseField::household_kind, language.maybe(case.household_kind).to_owned()),
        (CaseField::main_cause, language.maybe(case.main_cause).to_owned()),
        (CaseField::other_causes, others.join(" · ")),
        (CaseField::industry, case.industry.clone()),
        (CaseField::bank, case.bank.clone()),
        (CaseField::stage, stage.join(" · ")),
        (CaseField::surveyed_on, surveyed),
    ];
    let known = all.into_iter().filter(|(_, value)| !value.is_empty());
    known.map(|(field, value)| (language.field(field), value)).collect()
}

/// This year's trainings of each whom the programme means.
#[component]
fn TrainedCard(id: Id<Case>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let trained = desk.memo(move |state| ties::trained(state, id, today));
    let meters = move || trained.get().into_iter().map(meter).collect_view();
    view! {
        <Show when=move || !trained.read().is_empty()>
            <Card title=language.trainings_of_year(today.year())><Pad>{meters}</Pad></Card>
        </Show>
    }
}

fn meter(member: TrainedMember) -> impl IntoView {
    let language = use_language();
    let times = u32::try_from(member.times).unwrap_or(u32::MAX);
    let share = f64::from(times) / f64::from(TRAININGS);
    let target = language.of_times(&numbers::count(TRAININGS));
    view! { <Meter label=member.name value=numbers::count(times) target share/> }
}
