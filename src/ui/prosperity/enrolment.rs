//! Planning who joins a cooperative: households are found, weighed and chosen, several at once, while the places are
//! counted. Whoever cannot join is shown with the reason and cannot be chosen.

use domain::records::{Case, Cooperative, Membership, MembershipField};
use domain::{Id, Problem};
use leptos::prelude::*;
use locales::{Language, fault, numbers};
use replica::State;
use replica::command::EnrolCases;
use replica::query::prosperity::{self, Candidate, Candidates, Reason};

use super::places::{Places, PlacesMeter};

use crate::app::Missing;
use crate::context::{Desk, Draft, Selection, keep_draft, use_desk, use_language, use_picked};
use crate::entry::{Controls, Entry};
use crate::route::{Route, use_go};
use crate::values::dotted;
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::field::{TextField, TextKind};
use crate::widget::form::FormActions;
use crate::widget::icon::Icon;
use crate::widget::list::{Banner, Card, EmptyState, Pad, Row, Rows, Tag, Tone};
use crate::widget::notice::use_notices;
use crate::widget::page::{Page, PageHeader};

/// How many candidates are shown; whoever is further down is found by name or village.
const MOST: usize = 40;

/// A plan in the making.
#[derive(Clone, Copy)]
struct Plan {
    id: Id<Cooperative>,
    entry: Entry<Membership>,
    chosen: Selection<Case>,
    places: Memo<Option<Places>>,
    problems: RwSignal<Vec<Problem>>,
}

impl Plan {
    fn new(id: Id<Cooperative>) -> Self {
        let (desk, chosen) = (use_desk(), Selection::new());
        let line = desk.memo(move |state| prosperity::cooperative_line(state, id));
        Self {
            id,
            entry: Entry::new(&Membership { planned_on: Some(desk.today()), ..Membership::default() }),
            chosen,
            places: Memo::new(move |_| Some(Places::of(line.get().as_ref()?).with_chosen(chosen.len()))),
            problems: RwSignal::new(vec![]),
        }
    }

    fn is_full(self) -> bool {
        self.places.get().and_then(Places::left) == Some(0)
    }

    fn toggle(self, case: Id<Case>) {
        self.problems.set(vec![]);
        self.chosen.toggle(case);
    }

    fn restore(self, pages: crate::context::Pages) {
        let mut pages = pages.into_iter();
        self.entry.restore(pages.next().unwrap_or_default());
        self.chosen.restore(pages.next().unwrap_or_default());
    }

    fn command(self) -> Option<EnrolCases> {
        let read = self.entry.read()?;
        let (cooperative, cases) = (self.id, untrack(|| self.chosen.ids()));
        Some(EnrolCases { cooperative, cases, planned_on: read.planned_on, share: read.share })
    }
}

/// The households that another list handed on, as far as they can join.
#[derive(Clone, Copy)]
struct Handed {
    free: StoredValue<Vec<Id<Case>>>,
    refused: usize,
}

impl Handed {
    fn new(desk: Desk, id: Id<Cooperative>) -> Self {
        let picked = use_picked().take();
        let (free, refused): (Vec<_>, Vec<_>) =
            untrack(|| desk.ask(|state| picked.into_iter().partition(|case| prosperity::can_join(state, *case, id))));
        Self { free: StoredValue::new(free), refused: refused.len() }
    }

    fn choose(self, plan: Plan) {
        plan.chosen.add(self.free.get_value());
    }

    fn tell(self) {
        if self.refused > 0 {
            use_notices().failed(use_language().picked_refused(self.refused));
        }
    }
}

/// The page on which households are chosen for a cooperative.
#[component]
pub(super) fn EnrolmentPage(id: Id<Cooperative>) -> impl IntoView {
    let name = use_desk().memo(move |state| state.get(id).map(|cooperative| cooperative.name.clone()));
    move || match name.get() {
        Some(name) => view! { <Planning id name/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

#[component]
fn Planning(id: Id<Cooperative>, name: String) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let plan = Plan::new(id);
    let collect = move || vec![plan.entry.pages(), plan.chosen.pages()];
    let untouched = StoredValue::new(untrack(collect));
    let picked = Handed::new(desk, id);
    let restore = move |pages| {
        plan.restore(pages);
        picked.choose(plan);
    };
    let draft = keep_draft(desk, format!("enrolment/{id}"), collect, restore);
    picked.choose(plan);
    picked.tell();
    let afresh = move || {
        draft.start_afresh();
        plan.restore(untouched.get_value());
    };
    let restored = move || {
        let discard = move || view! { <Button label=language.draft_discard() kind=ButtonKind::Quiet on_press=afresh/> };
        draft.restored.get().then(|| view! { <Banner tone=Tone::Info text=language.draft_restored() action=discard/> })
    };
    let back = Route::Cooperative(id).href();
    view! {
        <Page>
            <PageHeader title=language.plan_memberships() subtitle=name.clone() back back_label=name/>
            {restored}
            <Terms plan/>
            <Offered plan/>
            <Actions plan draft/>
        </Page>
    }
}

/// The places, and what holds for all who are chosen.
#[component]
fn Terms(plan: Plan) -> impl IntoView {
    let language = use_language();
    let places = Signal::derive(move || plan.places.get().unwrap_or_else(|| Places::of(&nothing_yet())));
    let words = move || places.get().taken_words(language);
    view! {
        <Card title=language.places()>
            <Pad>
                <div class="form-fields">
                    <div class="field"><PlacesMeter places/><p class="field-hint">{words}</p></div>
                    {plan.entry.field(MembershipField::planned_on)}
                    {plan.entry.field(MembershipField::share)}
                </div>
                <Chosen plan/>
            </Pad>
        </Card>
    }
}

/// A line for the moment in which the cooperative is gone and its page not yet.
fn nothing_yet() -> prosperity::CooperativeLine {
    prosperity::CooperativeLine {
        id: Id::default(),
        name: String::new(),
        village: String::new(),
        industry: String::new(),
        leader: String::new(),
        capacity: 0,
        taken: 0,
        planned: 0,
    }
}

/// Who is chosen, each with the way to take the choice back.
#[component]
fn Chosen(plan: Plan) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let names = desk.memo(move |state| named(state, plan.chosen.ids()));
    let one = move |(case, name): (Id<Case>, String)| {
        let spoken = language.unchoose(&name);
        view! { <Button label=name spoken icon=Icon::Close on_press=move || plan.toggle(case)/> }
    };
    let chosen = move || match names.read().is_empty() {
        true => view! { <p class="subtitle">{language.no_household_chosen()}</p> }.into_any(),
        false => names.get().into_iter().map(one).collect_view().into_any(),
    };
    view! { <div class="button-row chosen" role="group" aria-label=language.chosen_households()>{chosen}</div> }
}

fn named(state: &State, cases: Vec<Id<Case>>) -> Vec<(Id<Case>, String)> {
    cases.into_iter().map(|case| (case, replica::query::cases::name(state, case))).collect()
}

/// Who might join.
#[component]
fn Offered(plan: Plan) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let (typed, today) = (RwSignal::new(String::new()), desk.today());
    let candidates = desk.memo(move |state| prosperity::case_candidates(state, plan.id, today));
    let found = Memo::new(move |_| candidates.with(|all| first_of(all, &typed.get())));
    let rows = move || {
        let (lines, more) = found.get();
        if lines.is_empty() {
            let (title, next) = (language.no_candidates(), language.nothing_fits_next());
            return view! { <EmptyState title next icon=Icon::Search/> }.into_any();
        }
        let rows = lines.into_iter().map(|line| row(language, plan, line)).collect_view();
        let more = (more > 0).then(|| view! { <Pad><p class="subtitle">{language.more_candidates(more)}</p></Pad> });
        view! { <Rows>{rows}</Rows>{more} }.into_any()
    };
    let (label, example) = (language.search_candidates(), language.search_candidates_example());
    view! {
        <Card title=language.candidates()>
            <Pad>
                <div class="filters" role="search"><TextField label value=typed kind=TextKind::Search placeholder=example/></div>
                <Full plan/>
            </Pad>
            {rows}
        </Card>
    }
}

/// Says that no place is left, before anyone is chosen in vain.
#[component]
fn Full(plan: Plan) -> impl IntoView {
    let language = use_language();
    move || {
        let capacity = plan.places.get().map_or(0, Places::capacity);
        let text = fault::sentence(language, &domain::Fault::CooperativeFull(capacity));
        let was_full = plan.is_full() && plan.chosen.len() == 0;
        was_full.then(|| view! { <Banner tone=Tone::Warn text/> })
    }
}

/// The first that fit, and how many more there are.
fn first_of(all: &Candidates, typed: &str) -> (Vec<Candidate>, usize) {
    let mut found = all.search(typed);
    let first: Vec<Candidate> = found.by_ref().take(MOST).cloned().collect();
    (first, found.count())
}

fn row(language: Language, plan: Plan, line: Candidate) -> impl IntoView {
    let obstacle = line.obstacle.as_ref().map(|obstacle| fault::sentence(language, obstacle));
    let why = dotted([line.village.clone(), line.industry.clone(), obstacle.unwrap_or_default()]);
    let (case, name, can_join) = (line.case, line.name.clone(), line.obstacle.is_none());
    let reasons = StoredValue::new(line.reasons);
    let tags = move || match can_join {
        true => reasons.get_value().iter().map(|reason| reason_tag(language, reason)).collect_view().into_any(),
        false => view! { <Tag text=language.cannot_join() tone=Tone::Warn/> }.into_any(),
    };
    let choose = move || can_join.then(|| choose_button(language, plan, case, &name));
    view! { <Row title=line.name tags why action=choose/> }
}

fn choose_button(language: Language, plan: Plan, case: Id<Case>, name: &str) -> impl IntoView + use<> {
    let is_chosen = Memo::new(move |_| plan.chosen.has(case));
    let label = Signal::derive(move || if is_chosen.get() { language.chosen() } else { language.choose() }.to_owned());
    let disabled = Signal::derive(move || !is_chosen.get() && plan.is_full());
    let spoken = language.choose_who(name);
    view! { <Button label spoken pressed=is_chosen disabled on_press=move || plan.toggle(case)/> }
}

pub(super) fn reason_tag(language: Language, reason: &Reason) -> impl IntoView + use<> {
    let (text, tone) = match reason {
        Reason::SameVillage => (language.reason_same_village(), Tone::Good),
        Reason::SameTownship => (language.reason_same_township(), Tone::Good),
        Reason::SameIndustry => (language.reason_same_industry(), Tone::Info),
        Reason::SupportedThisYear => (language.reason_supported(), Tone::Plain),
        Reason::Skilled => (language.reason_skilled(), Tone::Plain),
        Reason::InNeed => (language.reason_in_need(), Tone::Warn),
        Reason::NoCooperative => (language.reason_no_cooperative(), Tone::Plain),
    };
    view! { <Tag text tone/> }
}

/// What is wrong, how many are chosen, and the button that plans it.
#[component]
fn Actions(plan: Plan, draft: Draft) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let note = Signal::derive(move || words(language, plan));
    let nobody = Signal::derive(move || plan.chosen.len() == 0);
    let save = move || {
        let (Some(command), go) = (plan.command(), go.clone()) else { return };
        desk.save(command, move |result| match result {
            Ok(()) => {
                draft.close();
                go(Route::Cooperative(plan.id));
            }
            Err(problems) => drop(plan.problems.try_set(problems)),
        });
    };
    let wrong = move || {
        let text = desk.ask(|state| problem_words(language, state, &plan.problems.read(), &plan.chosen.ids()));
        (!text.is_empty()).then(|| view! { <Banner tone=Tone::Bad text/> })
    };
    view! {
        {wrong}
        <FormActions note>
            <LinkButton label=language.cancel() href=Route::Cooperative(plan.id).href() kind=ButtonKind::Quiet/>
            <Button label=language.plan_memberships() kind=ButtonKind::Primary disabled=nobody on_press=save/>
        </FormActions>
    }
}

fn words(language: Language, plan: Plan) -> String {
    let chosen = language.chosen_count(&numbers::size(plan.chosen.len()));
    let room = plan.places.get().map(|places| places.room_words(language));
    dotted([chosen, room.unwrap_or_default()])
}

/// What speaks against the plan, each sentence with the household that it is about.
fn problem_words(language: Language, state: &State, problems: &[Problem], chosen: &[Id<Case>]) -> String {
    let said = |problem: &Problem| {
        let sentence = fault::sentence(language, &problem.fault);
        let case = chosen.get(problem.row).filter(|_| problem.field.is_some());
        let name = case.map(|case| replica::query::cases::name(state, *case));
        name.map_or_else(|| sentence.clone(), |name| language.named_fault(&name, &sentence))
    };
    problems.iter().map(said).collect::<Vec<_>>().join(" ")
}
