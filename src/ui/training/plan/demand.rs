//! Who needs what: people by county and by how often they were trained, wishes by specialty and county. Each number leads
//! to the people it counts.

use domain::records::{Division, PlanState, Specialty};
use domain::{Id, Sorting as _};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::training::demand::{self, CountyDemand, Demand, SpecialtyDemand, Tally};
use replica::query::training::{TRAININGS_EACH, plan};

use super::words::counted;
use crate::context::{use_asked, use_desk, use_language};
use crate::route::Plans;
use crate::training::calendar::YearTargets;
use crate::training::tabs::TrainingTabs;
use crate::widget::button::LinkButton;
use crate::widget::field::{Choice, ChoiceField};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState};
use crate::widget::page::{Page, PageHeader};
use crate::widget::split::Toolbar;
use crate::widget::table::{CardPlace, Column, PlainTable};

/// The page of the demand.
#[component]
pub(super) fn DemandPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let demand = desk.memo(move |state| demand::demand(state, today.year(), today));
    let plan = use_asked("plan");
    let people = move || {
        let href = Signal::derive(move || leading(plan, Which::default()));
        view! { <LinkButton label=language.demand_people() href icon=Icon::People/> }
    };
    let body = move || match demand.read().all.people {
        0 => {
            let (title, next) = (language.no_demand_title(), language.no_demand_next());
            view! { <EmptyState title next icon=Icon::People/> }.into_any()
        }
        _ => view! { <Tables demand plan/> }.into_any(),
    };
    view! {
        <Page>
            <PageHeader title=language.tab_demand() subtitle=language.demand_subtitle(today.year()) actions=people/>
            <TrainingTabs/>
            <YearTargets/>
            {body}
        </Page>
    }
}

/// Which people a number stands for.
#[derive(Clone, Copy, Default)]
pub(super) struct Which {
    pub(super) county: Option<Id<Division>>,
    pub(super) specialty: Option<Id<Specialty>>,
    pub(super) had: Option<usize>,
}

/// The way to the people that a number counts; the plan that is drawn up comes along.
fn leading(plan: RwSignal<String>, which: Which) -> String {
    Plans::People.href_with(&[
        ("county", which.county.map(|id| id.to_string())),
        ("specialty", which.specialty.map(|id| id.to_string())),
        ("had", which.had.map(|had| had.to_string())),
        ("plan", Some(plan.get()).filter(|plan| !plan.is_empty())),
    ])
}

#[component]
fn Tables(demand: Memo<Demand>, plan: RwSignal<String>) -> impl IntoView {
    let language = use_language();
    let lacking = move || Some(language.places_lacking(&numbers::size(demand.read().all.lacking())));
    let by_county = move || counties(language, plan, &demand.read());
    let by_specialty = move || specialties(language, plan, &demand.read());
    let wishes = move || match demand.read().specialties.is_empty() {
        true => view! { <EmptyState title=language.no_wishes() next=language.no_wishes_next() icon=Icon::Sprout/> }
            .into_any(),
        false => view! {
            <PlainTable caption=language.demand_by_specialty() caption_hidden=true
                columns=specialty_columns(language, &demand.read()) rows=Callback::from(by_specialty)/>
        }
        .into_any(),
    };
    view! {
        <IntoPlan value=plan/>
        <Card title=language.demand_by_county() count=Signal::derive(lacking)>
            <PlainTable caption=language.demand_by_county() caption_hidden=true columns=county_columns(language) rows=Callback::from(by_county)/>
        </Card>
        <Card title=language.demand_by_specialty() count=language.demand_wish_hint()>{wishes}</Card>
    }
}

/// Into which plan a session goes that is made from here: one that is drawn up, or the calendar.
#[component]
pub(super) fn IntoPlan(value: RwSignal<String>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let drafts = desk.memo(|state| {
        let open = plan::plans(state)
            .into_iter()
            .filter(|line| line.plan.state != Some(PlanState::Adopted) && line.plan.is_open());
        let mut open: Vec<Choice> = open.map(|line| Choice::new(line.id.to_string(), line.plan.name)).collect();
        open.arrange_by(|a, b| a.label.cmp(&b.label));
        open
    });
    view! {
        <Show when=move || !drafts.read().is_empty()>
            <Toolbar><ChoiceField label=language.into_plan() value options=drafts nothing=language.into_calendar() menu=true/></Toolbar>
        </Show>
    }
}

fn number(title: impl Into<Signal<String>>) -> Column {
    Column::new(title, "1fr", CardPlace::Detail).number()
}

fn county_columns(language: Language) -> Vec<Column> {
    let mut columns = vec![
        Column::new(language.column_county(), "2fr", CardPlace::Title),
        number(language.column_people()),
        number(language.column_never()),
    ];
    columns.extend((1..TRAININGS_EACH).map(|times| number(language.column_times(times))));
    columns.extend([
        number(language.column_times_and_more(TRAININGS_EACH)),
        number(language.column_lacking()),
        number(language.column_wishing()),
    ]);
    columns
}

/// Each county, then all together.
fn counties(language: Language, plan: RwSignal<String>, demand: &Demand) -> Vec<Vec<AnyView>> {
    let row = |county: &CountyDemand| {
        let name = if county.county.is_some() { county.name.clone() } else { language.county_unknown().to_owned() };
        tally(language, plan, (&name, county.county), &county.tally)
    };
    let all = tally(language, plan, (language.in_all(), None), &demand.all);
    let counties = demand.counties.iter().map(row);
    if demand.counties.len() > 1 { counties.chain([all]).collect() } else { counties.collect() }
}

fn tally(
    language: Language,
    plan: RwSignal<String>,
    (name, county): (&str, Option<Id<Division>>),
    tally: &Tally,
) -> Vec<AnyView> {
    let link = |count: usize, had: Option<usize>, what: &str| {
        counted(count, leading(plan, Which { county, had, ..Which::default() }), &format!("{name} {what}"))
    };
    let mut cells = vec![name.to_owned().into_any(), link(tally.people, None, language.column_people())];
    for (had, count) in tally.had.iter().enumerate() {
        let what = match had {
            0 => language.column_never().to_owned(),
            TRAININGS_EACH => language.column_times_and_more(had),
            _ => language.column_times(had),
        };
        cells.push(link(*count, Some(had), &what));
    }
    cells.push(numbers::size(tally.lacking()).into_any());
    cells.push(numbers::size(tally.wishing).into_any());
    cells
}

fn specialty_columns(language: Language, demand: &Demand) -> Vec<Column> {
    let mut columns = vec![Column::new(language.column_specialty(), "2fr", CardPlace::Title)];
    let name = |county: &CountyDemand| {
        if county.county.is_some() { county.name.clone() } else { language.county_unknown().to_owned() }
    };
    columns.extend(demand.counties.iter().map(|county| number(name(county))));
    columns.push(number(language.in_all()));
    columns
}

fn specialties(language: Language, plan: RwSignal<String>, demand: &Demand) -> Vec<Vec<AnyView>> {
    let row = |one: &SpecialtyDemand| {
        let name = if one.specialty.is_some() { one.name.clone() } else { language.wish_other().to_owned() };
        let cell = |(county, count): (&CountyDemand, &usize)| match one.specialty {
            // Other wishes are many things: there is no one session to plan for them.
            None => numbers::size(*count).into_any(),
            Some(_) => {
                let which = Which { county: county.county, specialty: one.specialty, had: None };
                counted(*count, leading(plan, which), &format!("{} {name}", county.name))
            }
        };
        let mut cells = vec![name.clone().into_any()];
        cells.extend(demand.counties.iter().zip(&one.wishing).map(cell));
        let whole = Which { specialty: one.specialty, ..Which::default() };
        cells.push(match one.specialty {
            None => numbers::size(one.total()).into_any(),
            Some(_) => counted(one.total(), leading(plan, whole), &name),
        });
        cells
    };
    demand.specialties.iter().map(row).collect()
}
