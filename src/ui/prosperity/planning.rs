//! Enrolment planned for a whole village or county: who has no cooperative, each with the one that suits it best and why;
//! many are planned in one change, and brought into force in another.

use domain::records::{Case, Cooperative, Division, DivisionLevel};
use domain::{Id, Problem};
use leptos::prelude::*;
use locales::{Language, fault, numbers};
use replica::State;
use replica::command::{AdmitMembers, MOST_PLANNED, PlanMemberships};
use replica::query::divisions;
use replica::query::prosperity::{self, PlannedLine, Planning, Seat, Unenrolled};

use super::enrolment::reason_tag;
use crate::context::{Desk, Selection, use_asked, use_desk, use_language};
use crate::route::Route;
use crate::values::dotted;
use crate::widget::button::{Button, ButtonKind};
use crate::widget::field::{Choice, ChoiceField};
use crate::widget::form::FormActions;
use crate::widget::icon::Icon;
use crate::widget::list::{Banner, Card, EmptyState, Pad, Row, Rows, Tag, Tone};
use crate::widget::notice::use_notices;
use crate::widget::page::{Columns, Page, PageHeader, Stack};

/// How many rows a card shows.
const MOST: usize = 50;

/// What is looked at, and who of it is chosen.
#[derive(Clone, Copy)]
struct Plan {
    county: RwSignal<String>,
    village: RwSignal<String>,
    /// The cooperative that all shall join; empty where each joins the one that suits it.
    into: RwSignal<String>,
    found: Memo<Planning>,
    chosen: Selection<Case>,
    problems: RwSignal<Vec<Problem>>,
}

impl Plan {
    fn new(desk: Desk) -> Self {
        let (county, village, today) = (use_asked("county"), use_asked("village"), desk.today());
        let usual = desk.memo(|state| divisions::counties(state).first().map(|(id, _)| *id));
        let area = Memo::new(move |_| {
            let village = village.get().parse::<Id<Division>>().ok();
            village.or_else(|| county.get().parse().ok()).or_else(|| usual.get())
        });
        let found =
            desk.memo(move |state| area.get().map(|area| prosperity::planning(state, area, today)).unwrap_or_default());
        let (chosen, problems) = (Selection::new(), RwSignal::new(vec![]));
        let into = RwSignal::new(String::new());
        // Another area, another plan.
        Effect::new(move |before: Option<Option<Id<Division>>>| {
            let area = area.get();
            if before.is_some_and(|before| before != area) {
                chosen.set(vec![]);
                into.set(String::new());
            }
            area
        });
        Self { county, village, into, found, chosen, problems }
    }

    /// Which cooperative a household would join.
    fn cooperative(self, line: &Unenrolled) -> Option<Id<Cooperative>> {
        self.into.get().parse().ok().or(line.best)
    }

    /// Who is chosen, each with its cooperative.
    fn pairs(self) -> Vec<(Id<Case>, Id<Cooperative>)> {
        let chosen = self.chosen.ids();
        let found = self.found.read();
        let own = |case: Id<Case>| found.unenrolled.iter().find(|line| line.case == case);
        chosen.into_iter().filter_map(|case| Some((case, self.cooperative(own(case)?)?))).collect()
    }

    fn toggle(self, case: Id<Case>) {
        self.problems.set(vec![]);
        self.chosen.toggle(case);
    }

    /// How many of a cooperative's places the choice takes.
    fn taken(self, id: Id<Cooperative>) -> usize {
        self.pairs().iter().filter(|(_, cooperative)| *cooperative == id).count()
    }
}

/// The page.
#[component]
pub(super) fn PlanningPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let plan = Plan::new(desk);
    view! {
        <Page>
            <PageHeader title=language.enrolment_planning() subtitle=language.enrolment_planning_says()
                back=Route::Cooperatives.href() back_label=language.cooperatives()/>
            <Area plan/>
            <Columns>
                <Stack><Households plan/><Actions plan/></Stack>
                <Stack><Planned plan/><Seats plan/><BareVillages plan/></Stack>
            </Columns>
        </Page>
    }
}

/// Where it is planned for.
#[component]
fn Area(plan: Plan) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let counties = desk.memo(|state| {
        let key = |(place, (id, name)): (usize, (Id<Division>, String))| {
            Choice::new(if place == 0 { String::new() } else { id.to_string() }, name)
        };
        divisions::counties(state).into_iter().enumerate().map(key).collect::<Vec<_>>()
    });
    let villages = desk.memo(move |state| villages_of(state, plan.county.get().parse().ok()));
    Effect::new(move |before: Option<String>| {
        let county = plan.county.get();
        if before.is_some_and(|before| before != county) {
            plan.village.set(String::new());
        }
        county
    });
    let (county, village) = (language.of(DivisionLevel::County), language.of(DivisionLevel::Village));
    let into = Signal::derive(move || {
        let seats = plan.found.with(|found| found.seats.clone());
        let open = seats.into_iter().filter(|seat| seat.room != Some(0));
        open.map(|seat| Choice::new(seat.id.to_string(), seat.name)).collect::<Vec<_>>()
    });
    view! {
        <div class="filters">
            <ChoiceField label=county value=plan.county options=counties menu=true/>
            <ChoiceField label=village value=plan.village options=villages nothing=language.all_villages() menu=true/>
            <ChoiceField label=language.join_which() value=plan.into options=into nothing=language.join_best() menu=true/>
        </div>
    }
}

fn villages_of(state: &State, county: Option<Id<Division>>) -> Vec<Choice> {
    let county = county.or_else(|| divisions::counties(state).first().map(|(id, _)| *id));
    let towns = county.map(|county| divisions::children(state, county)).unwrap_or_default();
    let villages = towns.into_iter().flat_map(|(town, name)| {
        divisions::children(state, town).into_iter().map(move |(id, village)| (id, format!("{name}{village}")))
    });
    villages.map(|(id, name)| Choice::new(id.to_string(), name)).collect()
}

#[component]
fn Households(plan: Plan) -> impl IntoView {
    let language = use_language();
    let count = Signal::derive(move || language.households(&numbers::size(plan.found.read().unenrolled.len())));
    let rows = move || {
        let lines = plan.found.with(|found| found.unenrolled.clone());
        if lines.is_empty() {
            let (title, next) = (language.all_enrolled(), language.all_enrolled_next());
            return view! { <EmptyState title next icon=Icon::Check/> }.into_any();
        }
        let more = lines.len().saturating_sub(MOST);
        let rows = lines.into_iter().take(MOST).map(|line| row(language, plan, line)).collect_view();
        let more = (more > 0)
            .then(|| view! { <Pad><p class="subtitle">{language.more_below(&numbers::size(more))}</p></Pad> });
        view! { <Rows>{rows}</Rows>{more} }.into_any()
    };
    let all = move || {
        let choose = move || {
            let found = plan.found.get_untracked();
            let free = found.unenrolled.into_iter().filter(|line| line.best.is_some()).take(MOST_PLANNED);
            plan.chosen.set(free.map(|line| line.case).collect());
        };
        view! { <Button label=language.choose_all() on_press=choose/> }
    };
    view! { <Card title=language.unenrolled() count action=all>{rows}</Card> }
}

fn row(language: Language, plan: Plan, line: Unenrolled) -> impl IntoView {
    let (case, name) = (line.case, line.name.clone());
    let reasons = StoredValue::new(line.reasons.clone());
    let tags = move || reasons.get_value().iter().map(|reason| reason_tag(language, reason)).collect_view();
    let asked = line.clone();
    let joins = Memo::new(move |_| {
        let id = plan.cooperative(&asked);
        plan.found.with(|found| found.seats.iter().find(|seat| Some(seat.id) == id).map(|seat| seat.name.clone()))
    });
    let place = dotted([line.village.clone(), line.industry.clone()]);
    let why = Signal::derive(move || {
        let joins = joins.get().map_or_else(|| language.join_none().to_owned(), |name| language.join_this(&name));
        dotted([place.clone(), joins])
    });
    let choose = move || choose_button(language, plan, case, &name, joins);
    view! { <Row title=line.name href=Route::Case(case).href() tags why action=choose/> }
}

fn choose_button(
    language: Language,
    plan: Plan,
    case: Id<Case>,
    name: &str,
    joins: Memo<Option<String>>,
) -> impl IntoView + use<> {
    let is_chosen = Memo::new(move |_| plan.chosen.has(case));
    let label = Signal::derive(move || if is_chosen.get() { language.chosen() } else { language.choose() }.to_owned());
    let disabled = Signal::derive(move || !is_chosen.get() && joins.read().is_none());
    let spoken = language.choose_who(name);
    view! { <Button label spoken pressed=is_chosen disabled on_press=move || plan.toggle(case)/> }
}

/// How many are chosen, what speaks against it, and the button that plans it.
#[component]
fn Actions(plan: Plan) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let note = Signal::derive(move || language.chosen_count(&numbers::size(plan.chosen.len())));
    let nobody = Signal::derive(move || plan.chosen.len() == 0);
    let save = move || {
        let command = PlanMemberships { plan: untrack(|| plan.pairs()), planned_on: None };
        desk.save(command, move |result| match result {
            Ok(()) => plan.chosen.set(vec![]),
            Err(problems) => drop(plan.problems.try_set(problems)),
        });
    };
    let wrong = move || {
        let text = desk.ask(|state| words(language, state, &plan.problems.read(), &plan.pairs()));
        (!text.is_empty()).then(|| view! { <Banner tone=Tone::Bad text/> })
    };
    view! {
        {wrong}
        <FormActions note>
            <Button label=language.plan_memberships() kind=ButtonKind::Primary disabled=nobody on_press=save/>
        </FormActions>
    }
}

/// What speaks against a plan, each sentence with whom it is about.
fn words(language: Language, state: &State, problems: &[Problem], pairs: &[(Id<Case>, Id<Cooperative>)]) -> String {
    let said = |problem: &Problem| {
        let sentence = fault::sentence(language, &problem.fault);
        let is_full = matches!(problem.fault, domain::Fault::CooperativeFull(_));
        let name = pairs.get(problem.row).map(|(case, cooperative)| match is_full {
            true => state.get(*cooperative).map(|one| one.name.clone()).unwrap_or_default(),
            false => replica::query::cases::name(state, *case),
        });
        name.map_or_else(|| sentence.clone(), |name| language.named_fault(&name, &sentence))
    };
    problems.iter().take(5).map(said).collect::<Vec<_>>().join(" ")
}

/// What is planned and not in force yet, and the button that brings all of it into force.
#[component]
fn Planned(plan: Plan) -> impl IntoView {
    let (desk, language, notices) = (use_desk(), use_language(), use_notices());
    let lines = Memo::new(move |_| plan.found.with(|found| found.planned.clone()));
    let admit = move || {
        let ids = lines.get_untracked().into_iter().take(MOST_PLANNED).map(|line| line.id).collect();
        desk.save(AdmitMembers { ids, on: desk.today() }, move |result| {
            let problems = result.err().unwrap_or_default();
            problems.iter().take(3).for_each(|problem| notices.failed(fault::named(language, problem)));
        });
    };
    let action = move || {
        move || {
            (!lines.read().is_empty())
                .then(|| view! { <Button label=language.admit_all() kind=ButtonKind::Primary on_press=admit/> })
        }
    };
    let row = move |line: PlannedLine| {
        let day = line.planned_on.map(|day| language.planned_on(&language.date(day))).unwrap_or_default();
        view! { <Row title=line.name why=dotted([line.cooperative, day])/> }
    };
    let rows = move || {
        let lines = lines.get();
        let more = lines.len().saturating_sub(MOST);
        let none = lines.is_empty().then(|| view! { <Pad><p class="subtitle">{language.none_planned()}</p></Pad> });
        let rows = lines.into_iter().take(MOST).map(row).collect_view();
        let more = (more > 0)
            .then(|| view! { <Pad><p class="subtitle">{language.more_below(&numbers::size(more))}</p></Pad> });
        view! { {none}<Rows>{rows}</Rows>{more} }
    };
    let count = Signal::derive(move || language.households(&numbers::size(lines.read().len())));
    view! { <Card title=language.planned_members() count action>{rows}</Card> }
}

/// The cooperatives and what room they have, with what is chosen taken off.
#[component]
fn Seats(plan: Plan) -> impl IntoView {
    let language = use_language();
    let row = move |seat: Seat| {
        let (id, room) = (seat.id, seat.room);
        let left = Memo::new(move |_| room.map(|room| room.saturating_sub(plan.taken(id))));
        let text = Signal::derive(move || match left.get() {
            None => language.places_unlimited().to_owned(),
            Some(0) => language.places_full().to_owned(),
            Some(left) => language.places_left(&numbers::size(left)),
        });
        let tone = if room == Some(0) { Tone::Warn } else { Tone::Plain };
        let tags = move || view! { <Tag text tone/> };
        view! { <Row title=seat.name href=Route::Cooperative(id).href() tags why=dotted([seat.village, seat.industry])/> }
    };
    let rows = move || plan.found.with(|found| found.seats.clone()).into_iter().take(12).map(row).collect_view();
    view! { <Card title=language.seats_near()><Rows>{rows}</Rows></Card> }
}

/// The villages that have no cooperative yet.
#[component]
fn BareVillages(plan: Plan) -> impl IntoView {
    let language = use_language();
    let villages = Memo::new(move |_| plan.found.with(|found| found.villages.clone()));
    let rows = move || {
        let villages = villages.get();
        let none =
            villages.is_empty().then(|| view! { <Pad><p class="subtitle">{language.no_bare_villages()}</p></Pad> });
        let row = move |(_, name, count): (Id<Division>, String, usize)| {
            view! { <Row title=name why=language.needy_count(&numbers::size(count))/> }
        };
        view! { {none}<Rows>{villages.into_iter().take(MOST).map(row).collect_view()}</Rows> }
    };
    let count = Signal::derive(move || numbers::size(villages.read().len()));
    view! { <Card title=language.bare_villages() count>{rows}</Card> }
}
