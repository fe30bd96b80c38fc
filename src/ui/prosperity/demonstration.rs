//! A demonstration household's page: where it stands and the next step, whom it leads and with what gain.

use domain::records::{Demonstration, DemonstrationField, DemonstrationState};
use domain::{Id, Record};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::command::ChooseDemonstration;
use replica::query::prosperity::{self, DemonstrationLine};

use super::demonstrations::state_tone;
use super::links::{Links, Totals};
use super::score::ScoreCard;
use super::tabs::FactList;
use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::history::HistoryCard;
use crate::route::Route;
use crate::values::dotted;
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, Pad, Tag};
use crate::widget::page::{Columns, Page, PageHeader, Stack};

/// A demonstration household's page.
#[component]
pub(super) fn DemonstrationPage(id: Id<Demonstration>) -> impl IntoView {
    let found = use_desk().memo(move |state| {
        let line = prosperity::demonstration_line(state, id)?;
        Some((DemonstrationLine { leads: 0, ..line }, state.get(id)?.clone()))
    });
    move || match found.get() {
        Some((line, household)) => view! { <Sheet line household/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

#[component]
fn Sheet(line: DemonstrationLine, household: Demonstration) -> impl IntoView {
    let language = use_language();
    let (id, state) = (line.id, household.state);
    let subtitle = dotted([line.village.clone(), line.industry.clone(), language.of_year(household.year)]);
    let tags = move || view! { <Tag text=language.maybe(state) tone=state_tone(state)/> };
    let actions = move || view! { <Actions id state/> };
    let (facts, merit) = (facts(language, &line, &household), household.merit.clone());
    let has_merit = !merit.is_empty();
    let merit = has_merit.then(|| {
        view! { <Card title=language.field(DemonstrationField::merit)><Pad><p>{merit}</p></Pad></Card> }
    });
    view! {
        <Page>
            <PageHeader title=line.name subtitle tags back=Route::Demonstrations.href() back_label=language.demonstrations() actions/>
            <Columns>
                <Stack><Links id can_add=state != Some(DemonstrationState::Withdrawn)/></Stack>
                <Stack>
                    <Totals id reach=household.reach/>
                    <Card title=language.demonstration_facts()><Pad><FactList facts/></Pad></Card>
                    {merit}
                    <ScoreCard id/>
                    <CaseLink household/>
                    <HistoryCard kind=Demonstration::KIND id=id.raw()/>
                </Stack>
            </Columns>
        </Page>
    }
}

/// The steps that are open in the present state, and the way to the form.
#[component]
fn Actions(id: Id<Demonstration>, state: Option<DemonstrationState>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let step = move |label: &'static str, state: DemonstrationState, kind: ButtonKind| {
        view! { <Button label kind on_press=move || desk.act(ChooseDemonstration { ids: vec![id], state })/> }
    };
    let (withdrawn, chosen) = (DemonstrationState::Withdrawn, DemonstrationState::Chosen);
    let is_withdrawn = state == Some(withdrawn);
    let withdraw = (!is_withdrawn).then(|| step(language.withdraw(), withdrawn, ButtonKind::Plain));
    let again = is_withdrawn.then(|| step(language.propose_again(), DemonstrationState::Proposed, ButtonKind::Primary));
    let approve =
        (!is_withdrawn && state != Some(chosen)).then(|| step(language.approve(), chosen, ButtonKind::Primary));
    view! {
        <LinkButton label=language.edit() href=Route::DemonstrationForm(Some(id)).href() icon=Icon::Edit/>
        {withdraw}
        {again}
        {approve}
    }
}

/// The way to the household's file.
#[component]
fn CaseLink(household: Demonstration) -> impl IntoView {
    let language = use_language();
    household.case.map(|case| {
        view! { <div class="button-row"><LinkButton label=language.open_case() href=Route::Case(case).href() icon=Icon::Folder/></div> }
    })
}

fn facts(language: Language, line: &DemonstrationLine, household: &Demonstration) -> Vec<(String, String)> {
    let day = |day: Option<domain::Date>| day.map(|day| language.date(day)).unwrap_or_default();
    let reach = if line.reach > 0 { language.households(&numbers::count(line.reach)) } else { String::new() };
    let facts = [
        (DemonstrationField::village, line.village.clone()),
        (DemonstrationField::industry, line.industry.clone()),
        (DemonstrationField::year, language.of_year(household.year)),
        (DemonstrationField::reach, reach),
        (DemonstrationField::proposed_on, day(household.proposed_on)),
        (DemonstrationField::chosen_on, day(household.chosen_on)),
    ];
    facts.map(|(field, text)| (language.field(field), text)).into()
}
