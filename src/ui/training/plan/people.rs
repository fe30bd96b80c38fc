//! The people behind a number of the demand, those trained least first; and the way to a session for them.

use domain::Id;
use domain::records::{Category, Division, Plan, Specialty};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use locales::{Language, numbers};
use replica::query::divisions;
use replica::query::training::demand::{self, Sought, Trainee};
use replica::query::training::{TRAININGS_EACH, plan};

use super::demand::IntoPlan;
use super::words;
use crate::context::{use_asked, use_desk, use_language};
use crate::entry::named_picks;
use crate::route::{Plans, Route};
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::field::{Choice, ChoiceField};
use crate::widget::icon::Icon;
use crate::widget::list::EmptyState;
use crate::widget::page::{Page, PageHeader, PageKind};
use crate::widget::split::Toolbar;
use crate::widget::table::{CardPlace, Column, VirtualTable};

/// What is asked for, as it stands in the address.
#[derive(Clone, Copy)]
struct Asked {
    county: RwSignal<String>,
    specialty: RwSignal<String>,
    had: RwSignal<String>,
    plan: RwSignal<String>,
}

impl Asked {
    fn sought(self) -> Sought {
        Sought {
            county: self.county.get().parse().ok(),
            specialty: self.specialty.get().parse().ok(),
            had: self.had.get().parse().ok(),
        }
    }
}

/// The page of the people.
#[component]
pub(super) fn PeoplePage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let [county, specialty, had, plan] = ["county", "specialty", "had", "plan"].map(use_asked);
    let asked = Asked { county, specialty, had, plan };
    let people = desk.memo(move |state| demand::trainees(state, asked.sought(), today.year(), today));
    let count = Signal::derive(move || Some(language.persons(&numbers::size(people.read().len()))));
    let actions = move || view! { <PlanFor asked people/> };
    let back = move || Plans::Demand.href_with(&[("plan", Some(plan.get()).filter(|plan| !plan.is_empty()))]);
    view! {
        <Page kind=PageKind::Fill>
            <PageHeader title=language.demand_people() subtitle=count back=Signal::derive(back) back_label=language.tab_demand() actions/>
            <Filters asked/>
            <List people/>
        </Page>
    }
}

#[component]
fn Filters(asked: Asked) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let counties = desk.memo(|state| {
        let choice = |(id, name): (Id<Division>, String)| Choice::new(id.to_string(), name);
        divisions::counties(state).into_iter().map(choice).collect::<Vec<_>>()
    });
    let specialties = named_picks::<Specialty>(|_, specialty| specialty.name.clone());
    let times = (0..=TRAININGS_EACH).map(|had| {
        let word = match had {
            0 => language.column_never().to_owned(),
            TRAININGS_EACH => language.column_times_and_more(had),
            _ => language.column_times(had),
        };
        Choice::new(had.to_string(), word)
    });
    let times = Signal::stored(times.collect::<Vec<_>>());
    view! {
        <Toolbar>
            <ChoiceField label=language.column_county() value=asked.county options=counties nothing=language.all_counties() menu=true/>
            <ChoiceField label=language.column_specialty() value=asked.specialty options=specialties nothing=language.all_specialties() menu=true/>
            <ChoiceField label=language.column_trainings() value=asked.had options=times nothing=language.any_times() menu=true/>
        </Toolbar>
        <IntoPlan value=asked.plan/>
    }
}

/// Leads to a new session for those who are shown: of the specialty, at the county's base, with as many seats.
#[component]
fn PlanFor(asked: Asked, people: Memo<Vec<Trainee>>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let begun = desk.memo(move |state| {
        let sought = asked.sought();
        let site = sought.county.and_then(|county| plan::base_of(state, county));
        let room = site.and_then(|site| state.get(site)).map_or(usize::MAX, |site| site.seats as usize);
        let seats = people.read().len().min(room);
        let course = sought.specialty.and_then(|specialty| plan::course_of(state, specialty));
        let plan: Option<Id<Plan>> =
            asked.plan.get().parse().ok().filter(|id| state.get(*id).is_some_and(Plan::is_open));
        (plan, course.map(|id| id.to_string()), site.map(|id| id.to_string()), seats)
    });
    let href = Signal::derive(move || {
        let (plan, course, site, seats) = begun.get();
        let seats = site.as_ref().filter(|_| seats > 0).map(|_| seats.to_string());
        let query = [("course", course), ("site", site), ("seats", seats)];
        match plan {
            Some(plan) => Plans::SessionNew(plan).href_with(&query),
            None => {
                let said = query.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", value?)));
                Route::SessionForm(None).href_with(&said.collect::<Vec<_>>().join("&"))
            }
        }
    });
    view! { <LinkButton label=language.plan_session_for() href kind=ButtonKind::Primary icon=Icon::Plus/> }
}

#[component]
fn List(people: Memo<Vec<Trainee>>) -> impl IntoView {
    let (desk, language, navigate) = (use_desk(), use_language(), use_navigate());
    let columns = vec![
        Column::new(language.column_name(), "6rem", CardPlace::Title),
        Column::new(language.column_reasons(), "2fr", CardPlace::Detail),
        Column::new(language.column_category(), "1fr", CardPlace::Hidden),
        Column::new(language.column_village(), "1fr", CardPlace::Detail),
        Column::new(language.column_trainings(), "5rem", CardPlace::End).number(),
    ];
    let count = Signal::derive(move || people.read().len());
    let category = move |id: Option<Id<Category>>| {
        desk.ask(|state| id.and_then(|id| state.get(id)).map(|one| one.name.clone()).unwrap_or_default())
    };
    let row = move |(row,): (usize,)| {
        people.read().get(row).map(|one| cells(language, one, category(one.category))).unwrap_or_default()
    };
    let open = move |(row,): (usize,)| {
        let case = people.with_untracked(|people| people.get(row).and_then(|one| one.case));
        if let Some(case) = case {
            navigate(&Route::Case(case).href_with("tab=trainings"), Default::default());
        }
    };
    let empty = move || {
        view! { <EmptyState title=language.no_candidates_title() next=language.no_demand_people_next() icon=Icon::Search/> }
    };
    view! {
        <VirtualTable label=language.demand_people() count columns row=Callback::new(row) on_activate=Callback::new(open) empty/>
    }
}

fn cells(language: Language, one: &Trainee, category: String) -> Vec<AnyView> {
    let reasons = words::reasons(language, one);
    vec![
        one.name.clone().into_any(),
        view! { <span class="two-lines">{reasons}</span> }.into_any(),
        category.into_any(),
        one.village.clone().into_any(),
        language.trainings_of_three(one.trainings).into_any(),
    ]
}
