//! The list of candidates, of any length: a box to tick, the name, why, the village, the trainings of the year.

use leptos::prelude::*;
use locales::Language;
use replica::query::training::Candidate;

use super::filter::Show;
use super::{Board, reasons};
use crate::context::use_language;
use crate::widget::button::Button;
use crate::widget::field::{TextField, TextKind};
use crate::widget::icon::Icon;
use crate::widget::list::EmptyState;
use crate::widget::split::{ButtonGroup, Toolbar};
use crate::widget::table::{CardPlace, Column, VirtualTable};

/// The search box and the questions.
#[component]
pub(super) fn Filters(
    shown: Memo<Vec<usize>>,
    typed: RwSignal<String>,
    show: (Memo<Show>, SignalSetter<Option<Show>>),
) -> impl IntoView {
    let language = use_language();
    let (now, set) = show;
    let chip = move |of: Show| {
        let pressed = Signal::derive(move || Some(now.get() == of));
        let press = move || set.set((of != Show::All).then_some(of));
        view! { <Button label=show_word(language, of) pressed on_press=press/> }
    };
    let count = move || language.persons(&locales::numbers::size(shown.read().len()));
    view! {
        <Toolbar>
            <TextField label=language.find_person() value=typed kind=TextKind::Search placeholder=language.search_hint()/>
            <ButtonGroup label=language.candidates_label()>{Show::ALL.map(chip).collect_view()}</ButtonGroup>
            <span class="count num">{count}</span>
        </Toolbar>
    }
}

fn show_word(language: Language, show: Show) -> &'static str {
    match show {
        Show::All => language.show_all(),
        Show::Untrained => language.show_untrained(),
        Show::Wishing => language.show_wishing(),
        Show::Near => language.show_near(),
    }
}

/// The candidates that are shown.
#[component]
pub(super) fn CandidateList(board: Board, shown: Memo<Vec<usize>>) -> impl IntoView {
    let language = use_language();
    let columns = vec![
        Column::new(language.column_choose(), "2.25rem", CardPlace::Title),
        Column::new(language.column_name(), "6rem", CardPlace::Title),
        Column::new(language.column_reasons(), "2fr", CardPlace::Detail),
        Column::new(language.column_village(), "6rem", CardPlace::Detail),
        Column::new(language.column_trainings(), "5rem", CardPlace::End).number(),
    ];
    let count = Signal::derive(move || shown.read().len());
    let at = move |row: usize| -> Option<Candidate> {
        let place = shown.read().get(row).copied()?;
        board.candidates.read().get(place).cloned()
    };
    let row = move |(row,): (usize,)| at(row).map(|one| cells(language, board, one)).unwrap_or_default();
    let toggle = move |(row,): (usize,)| {
        if let Some(one) = untrack(|| at(row)) {
            board.toggle(one.member);
        }
    };
    let selected = move |(row,): (usize,)| at(row).is_some_and(|one| board.is_chosen(one.member));
    let empty = move || {
        view! { <EmptyState title=language.no_candidates_title() next=language.no_candidates_next() icon=Icon::Search/> }
    };
    view! {
        <VirtualTable label=language.candidates_label() count columns row=Callback::new(row) on_activate=Callback::new(toggle)
            selected=Callback::new(selected) empty/>
    }
}

fn cells(language: Language, board: Board, one: Candidate) -> Vec<AnyView> {
    let is_hindered = one.obstacle.is_some();
    let said = reasons::said(language, &one);
    vec![
        view! { <Tick board one=one.clone()/> }.into_any(),
        view! { <span class:hindered=is_hindered>{one.name}</span> }.into_any(),
        view! { <span class="two-lines" class:hindered=is_hindered>{said}</span> }.into_any(),
        one.village.into_any(),
        language.trainings_of_three(one.trainings).into_any(),
    ]
}

/// The box of a row. The row itself takes presses and keys; the box shows where it stands, and can be pressed too.
#[component]
fn Tick(board: Board, one: Candidate) -> impl IntoView {
    let language = use_language();
    let member = one.member;
    let is_on = Memo::new(move |_| board.is_chosen(member));
    view! {
        <input type="checkbox" class="tick" tabindex="-1" aria-label=language.choose_name(&one.name) disabled=one.obstacle.is_some()
            prop:checked=is_on on:mousedown=|ev| ev.prevent_default() on:click=|ev| ev.stop_propagation()
            on:change=move |_| board.toggle(member)/>
    }
}
