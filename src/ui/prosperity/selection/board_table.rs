//! The candidates of a draft, the best first: each with its score, its place in the county, and how it came in. A press on
//! a row puts it in or leaves it out by hand; the score leads to its parts.

use domain::Id;
use domain::records::{Demonstration, DemonstrationField, DemonstrationState, PickState};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::command::PickDemonstrations;
use replica::query::prosperity::Contestant;

use super::board::{Board, is_in};
use crate::context::{use_desk, use_language};
use crate::prosperity::score::points;
use crate::route::Route;
use crate::widget::icon::Icon;
use crate::widget::list::{EmptyState, Tag, Tone};
use crate::widget::table::{CardPlace, Column, VirtualTable};

impl Board {
    fn at(self, at: usize) -> Option<Contestant> {
        let place = self.lines.with(|lines| lines.get(at).copied())?;
        self.all.with(|all| all.get(place).cloned())
    }

    /// Whether a person may change where somebody stands.
    fn is_free(self, one: &Contestant) -> bool {
        self.is_open.get() && one.state == Some(DemonstrationState::Proposed)
    }
}

/// What a press means: who is in is left out, who is out is put in. By hand, so that the rule leaves it.
fn pressed(before: Option<PickState>) -> PickState {
    match before {
        Some(PickState::Ruled | PickState::Kept) => PickState::Barred,
        _ => PickState::Kept,
    }
}

/// The candidates.
#[component]
pub(super) fn CandidateTable(board: Board) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let field = |field: DemonstrationField| language.field(field);
    let columns = vec![
        Column::new(field(DemonstrationField::name), "1.3fr", CardPlace::Title),
        Column::new(field(DemonstrationField::village), "1.2fr", CardPlace::Detail),
        Column::new(field(DemonstrationField::industry), "1fr", CardPlace::Detail),
        Column::new(language.score(), "5rem", CardPlace::End).number(),
        Column::new(language.measure_reach(), "6rem", CardPlace::Detail).number(),
        Column::new(field(DemonstrationField::cost), "6rem", CardPlace::Hidden).number(),
        Column::new(language.standing_why(), "1.4fr", CardPlace::Detail),
        Column::new(field(DemonstrationField::state), "8rem", CardPlace::End),
    ];
    let activate = move |at: usize| {
        let Some(one) = untrack(|| board.at(at).filter(|one| board.is_free(one))) else { return };
        let state = Some(pressed(untrack(|| board.picks.read().of(one.id))));
        desk.act(PickDemonstrations { draft: board.id, ids: vec![one.id], state });
    };
    let row = move |at: usize| board.at(at).map(|one| cells(language, board, one)).unwrap_or_default();
    let selected = move |at: usize| board.at(at).is_some_and(|one| is_in(&one, &board.picks.read()));
    let count = Signal::derive(move || board.lines.read().len());
    let empty = move || {
        let (title, next) = (language.no_demonstration_fits(), language.nothing_fits_next());
        view! { <EmptyState title next icon=Icon::Search/> }
    };
    view! {
        <VirtualTable label=language.draft_candidates() count columns row on_activate=Callback::new(move |(at,)| activate(at))
            selected=Callback::new(move |(at,)| selected(at)) empty/>
    }
}

fn cells(language: Language, board: Board, one: Contestant) -> Vec<AnyView> {
    let quota = board
        .quotas
        .with(|quotas| quotas.iter().find(|quota| Some(quota.county) == one.county).map(|quota| quota.places));
    let why = match quota {
        Some(places) => language.rank_of(&numbers::size(one.rank), &numbers::count(places)),
        None => language.selection_county_unknown().to_owned(),
    };
    let (id, name, state) = (one.id, one.name.clone(), one.state);
    let is_free = board.is_free(&one);
    vec![
        view! { <Name board id state name=one.name is_free/> }.into_any(),
        one.village.into_any(),
        one.industry.into_any(),
        score(language, id, one.score, &name),
        numbers::size(one.reach.len()).into_any(),
        numbers::yuan(one.cost).into_any(),
        why.into_any(),
        view! { <Standing board id state/> }.into_any(),
    ]
}

fn score(language: Language, id: Id<Demonstration>, score: u32, name: &str) -> AnyView {
    let (words, href) = (points(score), Route::Demonstration(id).href());
    let spoken = language.score_of(&words, name);
    view! { <a class="num" href=href aria-label=spoken on:click=|ev| ev.stop_propagation()>{words}</a> }.into_any()
}

/// The name, with a box that shows whether it is in: the whole row is the target.
#[component]
fn Name(
    board: Board,
    id: Id<Demonstration>,
    state: Option<DemonstrationState>,
    name: String,
    is_free: bool,
) -> impl IntoView {
    let spoken = use_language().choose_who(&name);
    let is_in = move || state == Some(DemonstrationState::Chosen) || board.picks.read().has(id);
    view! {
        <span class="ticked">
            <input type="checkbox" class="tick" tabindex="-1" aria-label=spoken prop:checked=is_in disabled=!is_free
                on:click=|ev| ev.prevent_default()/>
            <span>{name}</span>
        </span>
    }
}

/// How it came in, or that it is out.
#[component]
fn Standing(board: Board, id: Id<Demonstration>, state: Option<DemonstrationState>) -> impl IntoView {
    let language = use_language();
    move || {
        let (text, tone) = match (state, board.picks.read().of(id)) {
            (Some(DemonstrationState::Chosen), _) => (language.of(DemonstrationState::Chosen), Tone::Good),
            (_, Some(PickState::Ruled)) => (language.of(PickState::Ruled), Tone::Good),
            (_, Some(PickState::Kept)) => (language.of(PickState::Kept), Tone::Info),
            (_, Some(PickState::Barred)) => (language.of(PickState::Barred), Tone::Warn),
            _ => (language.standing_out(), Tone::Plain),
        };
        view! { <Tag text tone/> }
    }
}
