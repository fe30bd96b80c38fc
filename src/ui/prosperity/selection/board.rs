//! A draft as it is made: filled by the rule, changed by hand, counted against the year's places while one looks, and
//! adopted in one change.

use domain::Id;
use domain::records::{DivisionLevel, SelectionDraft};
use leptos::prelude::*;
use locales::{fault, numbers};
use replica::command::{AdoptSelection, FillSelection};
use replica::query::prosperity::{self, Contestant, DraftSum, Picks, Quota};

use super::board_table::CandidateTable;
use crate::app::Missing;
use crate::context::{Desk, use_asked, use_desk, use_language};
use crate::prosperity::score::points;
use crate::route::Leading;
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::dialog::ConfirmDialog;
use crate::widget::field::{Choice, ChoiceField, TextField, TextKind};
use crate::widget::icon::Icon;
use crate::widget::list::{Fact, Facts, Tag, Tone};
use crate::widget::meter::Meter;
use crate::widget::notice::use_notices;
use crate::widget::page::{Page, PageHeader, PageKind};

/// A draft that is looked at.
#[derive(Clone, Copy)]
pub(super) struct Board {
    pub(super) id: Id<SelectionDraft>,
    pub(super) all: Memo<Vec<Contestant>>,
    pub(super) quotas: Memo<Vec<Quota>>,
    pub(super) picks: Memo<Picks>,
    sum: Memo<DraftSum>,
    typed: RwSignal<String>,
    county: RwSignal<String>,
    shown: RwSignal<String>,
    pub(super) is_open: Memo<bool>,
    /// Places in the list of all, of those that are shown.
    pub(super) lines: Memo<Vec<usize>>,
}

impl Board {
    fn new(desk: Desk, id: Id<SelectionDraft>) -> Self {
        let year = desk.memo(move |state| state.get(id).map_or(0, |draft| draft.year));
        let all = desk.memo(move |state| prosperity::contestants(state, year.get()));
        let quotas = desk.memo(move |state| prosperity::quotas(state, year.get()));
        let picks = desk.memo(move |state| prosperity::picks(state, id));
        let sum = Memo::new(move |_| {
            all.with(|all| quotas.with(|quotas| picks.with(|picks| prosperity::sum_of(all, quotas, picks))))
        });
        let (typed, county, shown) = (RwSignal::new(String::new()), use_asked("county"), use_asked("shown"));
        let is_open = desk.memo(move |state| state.get(id).is_some_and(|draft| draft.adopted_on.is_none()));
        let lines = Memo::new(move |_| {
            let (typed, county, shown) = (typed.get(), county.get().parse().ok(), shown.get());
            let is_there = |one: &Contestant| county.is_none_or(|county| one.county == Some(county));
            let fits = |one: &Contestant| is_there(one) && one.fits(&typed);
            let inside = |one: &Contestant| shown.is_empty() || is_in(one, &picks.read()) == (shown == IN);
            all.with(|all| (0..).zip(all).filter(|(_, one)| fits(one) && inside(one)).map(|(at, _)| at).collect())
        });
        Self { id, all, quotas, picks, sum, typed, county, shown, is_open, lines }
    }
}

/// How the address names those who are in.
const IN: &str = "in";

/// Whether somebody is in: by the draft, or chosen already.
pub(super) fn is_in(one: &Contestant, picks: &Picks) -> bool {
    one.state == Some(domain::records::DemonstrationState::Chosen) || picks.has(one.id)
}

/// The page of a draft.
#[component]
pub(super) fn BoardPage(id: Id<SelectionDraft>) -> impl IntoView {
    let found = use_desk().memo(move |state| state.get(id).cloned());
    move || match found.get() {
        Some(draft) => view! { <Sheet id draft/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

#[component]
fn Sheet(id: Id<SelectionDraft>, draft: SelectionDraft) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let board = Board::new(desk, id);
    let adopted_on = draft.adopted_on;
    let subtitle = match adopted_on {
        Some(day) => language.draft_adopted_on(&language.date(day)),
        None => language.of_year(draft.year),
    };
    let tags = move || adopted_on.map(|_| view! { <Tag text=language.draft_adopted() tone=Tone::Good/> });
    let back = Leading::Drafts.href_with(&format!("year={}", draft.year));
    let actions = move || view! { <Actions board/> };
    view! {
        <Page kind=PageKind::Fill>
            <PageHeader title=draft.name subtitle tags back back_label=language.selection() actions/>
            <Numbers board/>
            <Filters board/>
            <CandidateTable board/>
        </Page>
    }
}

#[component]
fn Actions(board: Board) -> impl IntoView {
    let (desk, language, notices) = (use_desk(), use_language(), use_notices());
    let (id, is_asking) = (board.id, RwSignal::new(false));
    let compare = Leading::Compare(id).href();
    let copy = Leading::DraftForm(None).href_with(&format!("like={id}"));
    let fill = move || desk.act(FillSelection { draft: id, afresh: false });
    let adopt = move |()| {
        desk.save(AdoptSelection { draft: id }, move |result| {
            let problems = result.err().unwrap_or_default();
            problems.iter().take(3).for_each(|problem| notices.failed(fault::named(language, problem)));
        });
    };
    let question =
        Signal::derive(move || language.adopt_ask(&numbers::size(board.sum.read().count - board.sum.read().chosen)));
    let nobody = Signal::derive(move || board.sum.read().count == board.sum.read().chosen);
    let open = move || {
        board.is_open.get().then(|| view! {
            <LinkButton label=language.edit() href=Leading::DraftForm(Some(id)).href() icon=Icon::Edit/>
            <Button label=language.fill_draft() icon=Icon::Check on_press=fill/>
            <Button label=language.adopt_draft() kind=ButtonKind::Primary disabled=nobody on_press=move || is_asking.set(true)/>
        })
    };
    view! {
        <LinkButton label=language.copy_draft() href=copy kind=ButtonKind::Quiet/>
        <LinkButton label=language.compare_drafts() href=compare/>
        {open}
        <ConfirmDialog open=is_asking title=question text=language.selection_adopt_text() confirm=language.adopt_draft() cancel=language.cancel() on_confirm=Callback::new(adopt)/>
    }
}

/// What the draft would come to.
#[component]
fn Numbers(board: Board) -> impl IntoView {
    let language = use_language();
    let sum = board.sum;
    let places = Memo::new(move |_| board.quotas.read().iter().map(|quota| quota.places).sum::<u32>());
    let value = Signal::derive(move || numbers::size(sum.read().count));
    let target = Signal::derive(move || language.of_places(&numbers::count(places.get())));
    let share = Signal::derive(move || {
        let count = u32::try_from(sum.read().count).unwrap_or(u32::MAX);
        f64::from(count) / f64::from(places.get().max(1))
    });
    let facts = move || {
        let sum = sum.get();
        let fact = |name: &'static str, value: String| view! { <Fact name>{value}</Fact> };
        let by_hand =
            (sum.by_hand > 0).then(|| fact(language.draft_by_hand(), language.households(&numbers::size(sum.by_hand))));
        view! {
            {fact(language.measure_reached(), language.households(&numbers::size(sum.reached)))}
            {fact(language.measure_mean(), points(sum.mean))}
            {fact(language.measure_cost(), numbers::money(language, sum.cost))}
            {fact(language.measure_balance(), language.households(&numbers::count(sum.off_balance())))}
            {by_hand}
        }
    };
    view! {
        <div class="draft-sum" role="region" aria-label=language.draft_sum()>
            <Meter label=language.measure_count() value target share limit=true/>
            <Facts>{facts}</Facts>
        </div>
    }
}

#[component]
fn Filters(board: Board) -> impl IntoView {
    let language = use_language();
    let counties = Signal::derive(move || {
        let sum = board.sum.get();
        let all = sum.counties.into_iter().filter_map(|one| Some((one.county?, one)));
        let words = |county: &prosperity::CountyCount| format!("{} {}/{}", county.name, county.count, county.places);
        all.map(|(id, county)| Choice::new(id.to_string(), words(&county))).collect::<Vec<_>>()
    });
    let shown = vec![
        Choice::new("", language.shown_all()),
        Choice::new(IN, language.shown_in()),
        Choice::new("out", language.shown_out()),
    ];
    let (label, example) = (language.search_demonstrations(), language.search_demonstrations_example());
    let county = language.of(DivisionLevel::County);
    view! {
        <div class="filters" role="search">
            <TextField label value=board.typed kind=TextKind::Search placeholder=example/>
            <ChoiceField label=county value=board.county options=counties nothing=language.all_counties() menu=true/>
            <ChoiceField label=language.shown_label() value=board.shown options=Signal::stored(shown)/>
        </div>
    }
}
