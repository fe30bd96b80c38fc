//! The demonstration households of a year, counted against the year's target; many can be chosen or withdrawn at once.

use domain::records::{Demonstration, DemonstrationField, DemonstrationState, Indicator};
use domain::{Id, Problem};
use leptos::prelude::*;
use locales::{Language, fault, numbers};
use replica::command::ChooseDemonstration;
use replica::query::prosperity::{self, DemonstrationLine};
use replica::query::targets;

use super::tabs::{AreaTabs, Part};
use crate::context::{Desk, Selection, use_asked, use_desk, use_language, use_searches};
use crate::route::{Leading, Route, use_go};
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::field::{Choice, ChoiceField, TextField, TextKind};
use crate::widget::icon::Icon;
use crate::widget::list::{EmptyState, Tag, Tone};
use crate::widget::meter::Meter;
use crate::widget::notice::use_notices;
use crate::widget::page::{Page, PageHeader, PageKind};
use crate::widget::table::{CardPlace, Column, VirtualTable};

/// What the list is asked for, and what of it is chosen.
#[derive(Clone, Copy)]
struct List {
    typed: RwSignal<String>,
    year: RwSignal<String>,
    state: RwSignal<String>,
    is_choosing: RwSignal<bool>,
    chosen: Selection<Demonstration>,
    /// All of the year.
    of_year: Memo<Vec<DemonstrationLine>>,
    /// Those that are shown.
    lines: Memo<Vec<DemonstrationLine>>,
}

impl List {
    fn new(desk: Desk) -> Self {
        let (typed, year, state) = (use_searches().demonstrations, use_asked("year"), use_asked("state"));
        let this_year = prosperity::year_of(desk.today());
        let of_year = desk.memo(move |state| {
            let year = year.get().parse().unwrap_or(this_year);
            prosperity::demonstrations(state, year, None)
        });
        let lines = Memo::new(move |_| of_year.with(|all| fitting(all, &typed.get(), &state.get())));
        Self { typed, year, state, is_choosing: RwSignal::new(false), chosen: Selection::new(), of_year, lines }
    }

    fn shown_year(self, desk: Desk) -> u32 {
        self.year.get().parse().unwrap_or_else(|_| prosperity::year_of(desk.today()))
    }

    fn count_in(self, state: DemonstrationState) -> usize {
        self.of_year.read().iter().filter(|line| line.state == Some(state)).count()
    }

    /// Begins to choose several, or ends it.
    fn turn_choosing(self) {
        self.is_choosing.update(|is_choosing| *is_choosing = !*is_choosing);
        self.chosen.set(vec![]);
    }

    /// Of those chosen the ones for which the step is open: only proposed ones are chosen for the year.
    fn movable(self, to: DemonstrationState) -> Vec<Id<Demonstration>> {
        let chosen = self.chosen.ids();
        let is_open = |state: Option<DemonstrationState>| match to {
            DemonstrationState::Chosen => state == Some(DemonstrationState::Proposed),
            _ => state != Some(DemonstrationState::Withdrawn),
        };
        let all = self.of_year.read();
        let open = all.iter().filter(|line| is_open(line.state) && chosen.contains(&line.id));
        open.map(|line| line.id).collect()
    }

    fn at(self, at: usize) -> Option<DemonstrationLine> {
        self.lines.with(|lines| lines.get(at).cloned())
    }
}

fn fitting(all: &[DemonstrationLine], typed: &str, state: &str) -> Vec<DemonstrationLine> {
    let is_in = |line: &&DemonstrationLine| state.is_empty() || line.state.map(state_key) == Some(state);
    all.iter().filter(is_in).filter(|line| line.fits(typed)).cloned().collect()
}

/// How the address names a state.
fn state_key(state: DemonstrationState) -> &'static str {
    match state {
        DemonstrationState::Proposed => "proposed",
        DemonstrationState::Chosen => "chosen",
        _ => "withdrawn",
    }
}

/// The colour of a state's tag.
pub(super) fn state_tone(state: Option<DemonstrationState>) -> Tone {
    match state {
        Some(DemonstrationState::Chosen) => Tone::Good,
        Some(DemonstrationState::Proposed) => Tone::Info,
        _ => Tone::Plain,
    }
}

/// The demonstration households of a year.
#[component]
pub(super) fn DemonstrationsPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let list = List::new(desk);
    let actions = move || {
        let pressed = list.is_choosing;
        view! {
            <LinkButton label=language.selection() href=Leading::Drafts.href() icon=Icon::Chart/>
            <Button label=language.choose_many() icon=Icon::Check pressed on_press=move || list.turn_choosing()/>
            <LinkButton label=language.propose() href=Route::DemonstrationForm(None).href() kind=ButtonKind::Primary icon=Icon::Plus/>
        }
    };
    let bar = move || list.is_choosing.get().then(|| view! { <ChoosingBar list/> });
    view! {
        <Page kind=PageKind::Fill>
            <PageHeader title=language.demonstrations() actions/>
            <AreaTabs current=Part::Demonstrations/>
            <Filters list/>
            <Target list/>
            {bar}
            <Table list/>
        </Page>
    }
}

#[component]
fn Filters(list: List) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let years = desk.memo(move |state| {
        let all = prosperity::years(state, today).into_iter();
        let this_year = prosperity::year_of(today);
        let key = move |year: u32| if year == this_year { String::new() } else { year.to_string() };
        all.map(|year| Choice::new(key(year), language.of_year(year))).collect::<Vec<_>>()
    });
    let states = Signal::derive(move || state_choices(language, list));
    let (label, example) = (language.search_demonstrations(), language.search_demonstrations_example());
    view! {
        <div class="filters" role="search">
            <TextField label value=list.typed kind=TextKind::Search placeholder=example/>
            <ChoiceField label=language.field(DemonstrationField::state) value=list.state options=states/>
            <Show when=move || 1 < years.read().len()>
                <ChoiceField label=language.field(DemonstrationField::year) value=list.year options=years/>
            </Show>
        </div>
    }
}

/// All, and each state with how many are in it.
fn state_choices(language: Language, list: List) -> Vec<Choice> {
    let counted = |word: &str, count: usize| format!("{word} {}", numbers::size(count));
    let all = Choice::new("", counted(language.all(), list.of_year.read().len()));
    let states = [DemonstrationState::Proposed, DemonstrationState::Chosen, DemonstrationState::Withdrawn];
    let each = states.map(|state| Choice::new(state_key(state), counted(language.of(state), list.count_in(state))));
    [all].into_iter().chain(each).collect()
}

/// How far the year's target is reached.
#[component]
fn Target(list: List) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let progress = desk.memo(move |state| {
        let year = i32::try_from(list.shown_year(desk)).unwrap_or(0);
        targets::progress(state, year).into_iter().find(|one| one.indicator == Indicator::DemonstrationHouseholds)
    });
    move || {
        let one = progress.get()?;
        let target = one.target.filter(|target| *target > 0)?;
        let share = f64::from(one.reached) / f64::from(target);
        let label = language.chosen_of_year(list.shown_year(desk));
        let (value, of) = (numbers::count(one.reached), language.of_places(&numbers::count(target)));
        Some(view! { <Meter label value target=of share/> })
    }
}

/// What can be done with all that are chosen.
#[component]
fn ChoosingBar(list: List) -> impl IntoView {
    let language = use_language();
    let count = Signal::derive(move || language.chosen_count(&numbers::size(list.chosen.len())));
    let all = move || list.chosen.set(list.lines.with_untracked(|lines| lines.iter().map(|line| line.id).collect()));
    view! {
        <div class="button-row" role="group" aria-label=language.choose_many()>
            <b class="num" role="status">{count}</b>
            <Button label=language.choose_all() on_press=all/>
            <SettleButton list to=DemonstrationState::Withdrawn/>
            <SettleButton list to=DemonstrationState::Chosen/>
            <Button label=language.cancel() kind=ButtonKind::Quiet on_press=move || list.turn_choosing()/>
        </div>
    }
}

/// Takes the step for all that are chosen and for which it is open; how many these are stands on the button.
#[component]
fn SettleButton(list: List, to: DemonstrationState) -> impl IntoView {
    let (desk, language, notices) = (use_desk(), use_language(), use_notices());
    let is_choice = to == DemonstrationState::Chosen;
    let count = Memo::new(move |_| list.movable(to).len());
    let label = Signal::derive(move || match (is_choice, numbers::size(count.get())) {
        (true, count) => language.approve_count(&count),
        (false, count) => language.withdraw_count(&count),
    });
    let kind = if is_choice { ButtonKind::Primary } else { ButtonKind::Plain };
    let settle = move || {
        let ids = untrack(|| list.movable(to));
        let chosen = ids.clone();
        desk.save(ChooseDemonstration { ids, state: to }, move |result| match result {
            Ok(()) => list.turn_choosing(),
            Err(problems) => {
                let said = problems.iter().map(|problem| problem_words(desk, language, problem, &chosen));
                said.for_each(|text| notices.failed(text));
            }
        });
    };
    view! { <Button label kind disabled=Signal::derive(move || count.get() == 0) on_press=settle/> }
}

/// A problem, with the household that it is about.
fn problem_words(desk: Desk, language: Language, problem: &Problem, ids: &[Id<Demonstration>]) -> String {
    let sentence = fault::sentence(language, &problem.fault);
    let line =
        ids.get(problem.row).and_then(|id| untrack(|| desk.ask(|state| prosperity::demonstration_line(state, *id))));
    line.map_or_else(|| sentence.clone(), |line| language.named_fault(&line.name, &sentence))
}

#[component]
fn Table(list: List) -> impl IntoView {
    let (language, go) = (use_language(), use_go());
    let field = |field: DemonstrationField| language.field(field);
    let columns = vec![
        Column::new(field(DemonstrationField::name), "1.2fr", CardPlace::Title),
        Column::new(field(DemonstrationField::village), "1fr", CardPlace::Detail),
        Column::new(field(DemonstrationField::industry), "1fr", CardPlace::Detail),
        Column::new(language.leads(), "1fr", CardPlace::Detail),
        Column::new(field(DemonstrationField::state), "7rem", CardPlace::End),
    ];
    let activate = move |at: usize| {
        let Some(line) = untrack(|| list.at(at)) else { return };
        match list.is_choosing.get_untracked() {
            true => list.chosen.toggle(line.id),
            false => go(Route::Demonstration(line.id)),
        }
    };
    let row = move |at: usize| list.at(at).map(|line| cells(language, list, line)).unwrap_or_default();
    let count = Signal::derive(move || list.lines.read().len());
    let empty = move || nothing(language, list);
    view! { <VirtualTable label=language.demonstrations() count columns row on_activate=Callback::new(move |(at,)| activate(at)) empty/> }
}

fn cells(language: Language, list: List, line: DemonstrationLine) -> Vec<AnyView> {
    let reach = language.leads_of(&numbers::size(line.leads), &numbers::count(line.reach));
    let (text, tone) = (language.maybe(line.state), state_tone(line.state));
    vec![
        view! { <Name list id=line.id name=line.name/> }.into_any(),
        line.village.into_any(),
        line.industry.into_any(),
        view! { <span class="num">{reach}</span> }.into_any(),
        view! { <Tag text tone/> }.into_any(),
    ]
}

/// The name, with a box to tick while many are being chosen.
#[component]
fn Name(list: List, id: Id<Demonstration>, name: String) -> impl IntoView {
    let spoken = use_language().choose_who(&name);
    let tick = move || {
        let spoken = spoken.clone();
        // The whole row is the target; the box only shows it, and says it to a screen reader.
        list.is_choosing.get().then(|| {
            view! {
                <input type="checkbox" class="tick" aria-label=spoken prop:checked=move || list.chosen.has(id)
                    on:click=|ev| ev.stop_propagation() on:change=move |_| list.chosen.toggle(id)/>
            }
        })
    };
    view! { <span class="ticked">{tick}<span>{name}</span></span> }
}

fn nothing(language: Language, list: List) -> AnyView {
    if list.of_year.read().is_empty() {
        let propose = move || {
            view! { <LinkButton label=language.propose() href=Route::DemonstrationForm(None).href() kind=ButtonKind::Primary icon=Icon::Plus/> }
        };
        let (title, next) = (language.no_demonstrations(), language.no_demonstrations_next());
        return view! { <EmptyState title next action=propose/> }.into_any();
    }
    let (title, next) = (language.no_demonstration_fits(), language.nothing_fits_next());
    view! { <EmptyState title next icon=Icon::Search/> }.into_any()
}
