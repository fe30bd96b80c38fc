//! The pairing board: cases without a helper on one side, helpers with room on the other. One tap takes a case, another
//! pairs it; several cases taken go to one helper at once. The best reasons stand first.

use std::collections::HashSet;

use domain::Id;
use domain::records::Case;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::State;
use replica::query::directory::CaseFilter;
use replica::query::divisions;
use replica::query::pairing::{self, Suggestion, Unpaired};

use super::part::suggestion_row;
use super::spread::SpreadOut;
use crate::cases::casework::AreaTabs;
use crate::cases::tones::stage_tag;
use crate::context::{Desk, use_asked, use_desk, use_language, use_picked};
use crate::route::Casework;
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::field::{Choice, ChoiceField, TextField, TextKind};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Pad, Row, Rows};
use crate::widget::notice::use_notices;
use crate::widget::page::{Page, PageHeader, PageKind};
use crate::widget::split::{Split, Toolbar};
use crate::widget::table::{CardPlace, Column, VirtualTable};

/// How many helpers are shown beside.
const MOST: usize = 12;

/// What the parts of the board share.
#[derive(Clone, Copy)]
struct Board {
    typed: RwSignal<String>,
    county: RwSignal<String>,
    waiting: Memo<Vec<Unpaired>>,
    taken: RwSignal<Vec<Id<Case>>>,
}

impl Board {
    fn new() -> Self {
        let desk = use_desk();
        let all = desk.memo(pairing::unpaired);
        let (typed, county) = (RwSignal::new(String::new()), use_asked("county"));
        let waiting = Memo::new(move |_| {
            let filter = CaseFilter { typed: typed.get(), county: county.get().parse().ok(), stage: None };
            let found: HashSet<Id<Case>> = desk.directory().cases(&filter).into_iter().map(|one| one.case).collect();
            all.read().iter().filter(|one| found.contains(&one.case)).cloned().collect::<Vec<_>>()
        });
        let taken = RwSignal::new(handed(desk));
        // Who is paired, here or on another page, is not to be paired again.
        Effect::new(move |_| {
            let all = all.read();
            let is_waiting = |case: &Id<Case>| all.iter().any(|one| one.case == *case);
            if taken.read_untracked().iter().any(|case| !is_waiting(case)) {
                taken.update(|taken| taken.retain(is_waiting));
            }
        });
        Self { typed, county, waiting, taken }
    }

    fn toggle(self, case: Id<Case>) {
        self.taken.update(|taken| match taken.iter().position(|other| *other == case) {
            Some(place) => {
                taken.remove(place);
            }
            None => taken.push(case),
        });
    }

    fn is_taken(self, case: Id<Case>) -> bool {
        self.taken.read().contains(&case)
    }
}

/// Of the households that another list handed on, those that wait for a helper; how many do not is said.
fn handed(desk: Desk) -> Vec<Id<Case>> {
    let picked = use_picked().take();
    let waiting: HashSet<Id<Case>> = if picked.is_empty() { HashSet::new() } else { untrack(|| desk.ask(waiting_now)) };
    let (fit, other): (Vec<_>, Vec<_>) = picked.into_iter().partition(|case| waiting.contains(case));
    if !other.is_empty() {
        use_notices().failed(use_language().picked_have_helper(other.len()));
    }
    fit
}

fn waiting_now(state: &State) -> HashSet<Id<Case>> {
    pairing::unpaired(state).into_iter().map(|one| one.case).collect()
}

/// The board's page.
#[component]
pub(in crate::cases) fn BoardPage() -> impl IntoView {
    let language = use_language();
    let board = Board::new();
    let subtitle = Signal::derive(move || Some(language.unpaired_count(&numbers::size(board.waiting.read().len()))));
    let main = move || view! { <Filters board/><Waiting board/> };
    view! {
        <Page kind=PageKind::Fill>
            <PageHeader title=language.nav_cases() subtitle/>
            <AreaTabs/>
            <Split main=Box::new(move || main().into_any())><Taken board/></Split>
        </Page>
    }
}

#[component]
fn Filters(board: Board) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let counties = desk.memo(|state| {
        let all = divisions::counties(state).into_iter();
        all.map(|(id, name)| Choice::new(id.to_string(), name)).collect::<Vec<_>>()
    });
    view! {
        <Toolbar>
            <TextField label=language.cases_search() value=board.typed kind=TextKind::Search placeholder=language.search_hint()/>
            <ChoiceField label=language.filter_county() value=board.county options=counties nothing=language.all_counties() menu=true/>
        </Toolbar>
    }
}

/// The cases that wait for a helper.
#[component]
fn Waiting(board: Board) -> impl IntoView {
    let language = use_language();
    let columns = vec![
        Column::new(language.column_choose(), "2.25rem", CardPlace::Title),
        Column::new(language.column_head(), "6rem", CardPlace::Title),
        Column::new(language.column_address(), "2fr", CardPlace::Detail),
        Column::new(language.open_needs(), "2fr", CardPlace::Detail),
        Column::new(language.filter_stage(), "6rem", CardPlace::End),
    ];
    let at = move |place: usize| board.waiting.read().get(place).cloned();
    let row = move |place: usize| at(place).map(|one| cells(language, board, one)).unwrap_or_default();
    let toggle = move |place: usize| {
        if let Some(one) = untrack(|| at(place)) {
            board.toggle(one.case);
        }
    };
    let selected = move |place: usize| at(place).is_some_and(|one| board.is_taken(one.case));
    let empty = move || view! { <EmptyState title=language.unpaired_none() next=language.unpaired_none_next() icon=Icon::Check/> };
    view! {
        <VirtualTable label=language.unpaired_label() count=Signal::derive(move || board.waiting.read().len()) columns
            row=Callback::from(row) on_activate=Callback::from(toggle) selected=Callback::from(selected) empty/>
    }
}

fn cells(language: Language, board: Board, one: Unpaired) -> Vec<AnyView> {
    let case = one.case;
    let is_on = Memo::new(move |_| board.is_taken(case));
    let tick = view! {
        <input type="checkbox" class="tick" tabindex="-1" aria-label=language.choose_name(&one.name) prop:checked=is_on
            on:mousedown=|ev| ev.prevent_default() on:click=|ev| ev.stop_propagation() on:change=move |_| board.toggle(case)/>
    };
    let needs: Vec<&str> = one.needs.iter().map(|need| language.of(*need)).collect();
    vec![
        tick.into_any(),
        one.name.into_any(),
        [one.township, one.village].join(" ").into_any(),
        needs.join(" · ").into_any(),
        stage_tag(one.stage).into_any(),
    ]
}

/// What is taken, and who might help.
#[component]
fn Taken(board: Board) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let names = desk.memo(move |state| {
        let names = board.taken.get().into_iter().map(|case| replica::query::cases::name(state, case));
        names.collect::<Vec<_>>().join(language.list_comma())
    });
    let text = move || match names.read().is_empty() {
        true => language.take_a_case().to_owned(),
        false => names.get(),
    };
    let clear = move || {
        let is_any = !board.taken.read().is_empty();
        is_any.then(|| view! { <Button label=language.choose_nobody() kind=ButtonKind::Quiet on_press=move || board.taken.set(vec![])/> })
    };
    let count = Signal::derive(move || Some(language.households(&numbers::size(board.taken.read().len()))));
    view! {
        <Card title=language.taken_cases() count action=clear>
            <Pad><p role="status">{text}</p><SpreadOut taken=board.taken/></Pad>
        </Card>
        <Helpers board/>
    }
}

/// Helpers for what is taken; while nothing is, those with most room.
#[component]
fn Helpers(board: Board) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let suggested = desk.memo(move |state| {
        let taken = board.taken.get();
        taken.first().map(|first| fitting(pairing::suggestions(state, *first), |one| room(state, one) >= taken.len()))
    });
    let resting = desk.memo(|state| pairing::with_room(state).into_iter().take(MOST).collect::<Vec<_>>());
    let rows = move || match suggested.get() {
        Some(all) if all.is_empty() => {
            let add = move || view! { <LinkButton label=language.add_helper() href=Casework::HelperForm(None).href() icon=Icon::Plus/> };
            view! { <EmptyState title=language.nobody_has_room() next=language.nobody_has_room_next() icon=Icon::People action=add/> }.into_any()
        }
        Some(all) => {
            let taken = board.taken.get();
            let rows = all.into_iter().map(|one| suggestion_row(desk, language, taken.clone(), one)).collect_view();
            view! { <Rows>{rows}</Rows> }.into_any()
        }
        None => {
            let row = move |line: pairing::HelperLine| {
                let why = [line.division.clone(), super::reasons::load(language, line.paired, line.most)].join(" · ");
                view! { <Row title=line.name href=Casework::Helper(line.id).href() why/> }
            };
            view! { <Rows>{resting.get().into_iter().map(row).collect_view()}</Rows> }.into_any()
        }
    };
    view! { <Card title=language.helpers_with_room()>{rows}</Card> }
}

fn room(state: &State, one: &Suggestion) -> usize {
    pairing::helper_line(state, one.helper).map_or(0, |line| line.room())
}

/// The best of those who can take all of what is taken.
fn fitting(all: Vec<Suggestion>, has_room: impl Fn(&Suggestion) -> bool) -> Vec<Suggestion> {
    all.into_iter().filter(|one| one.obstacle.is_none() && has_room(one)).take(MOST).collect()
}
