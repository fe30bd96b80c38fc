//! The drafts of a year, each with what it would come to.

use domain::records::DemonstrationState;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::prosperity::{self, DraftLine, DraftSum};

use super::{Year, YearField};
use crate::context::{use_desk, use_language};
use crate::prosperity::score::points;
use crate::route::{Leading, Route};
use crate::values::dotted;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Fact, Facts, Pad, Row, Rows, Tag, Tone};
use crate::widget::page::{Page, PageHeader, Stack};

/// The drafts of a year.
#[component]
pub(super) fn DraftsPage() -> impl IntoView {
    let language = use_language();
    let year = Year::new();
    let actions = move || {
        let asked = move || format!("year={}", year.get());
        let rules = Signal::derive(move || Leading::Rules.href_with(&asked()));
        let new = Signal::derive(move || Leading::DraftForm(None).href_with(&asked()));
        view! {
            <LinkButton label=language.selection_rules() href=rules icon=Icon::Settings/>
            <LinkButton label=language.new_draft() href=new kind=ButtonKind::Primary icon=Icon::Plus/>
        }
    };
    view! {
        <Page>
            <PageHeader title=language.selection() subtitle=language.selection_says() back=Route::Demonstrations.href() back_label=language.demonstrations() actions/>
            <div class="filters"><YearField year/></div>
            <Stack><Ground year/><Drafts year/></Stack>
        </Page>
    }
}

/// How many stand for how many places.
#[component]
fn Ground(year: Year) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let counts = desk.memo(move |state| {
        let year = year.get();
        let all = prosperity::contestants(state, year);
        let chosen = all.iter().filter(|one| one.state == Some(DemonstrationState::Chosen)).count();
        let unrated = all.iter().filter(|one| one.is_unrated).count();
        (all.len() - chosen, chosen, unrated, prosperity::places_of(state, year), prosperity::reached(&all))
    });
    let facts = move || {
        let (proposed, chosen, unrated, places, reached) = counts.get();
        let fact = |name: &'static str, value: String| view! { <Fact name>{value}</Fact> };
        let households = |count: usize| language.households(&numbers::size(count));
        view! {
            {fact(language.places_of_year(), language.households(&numbers::count(places)))}
            {fact(language.standing_candidates(), households(proposed))}
            {fact(language.standing_chosen(), households(chosen))}
            {(unrated > 0).then(|| fact(language.standing_unrated(), households(unrated)))}
            {fact(language.reached_by_all(), households(reached))}
        }
    };
    view! { <Card title=language.selection_ground()><Pad><Facts>{facts}</Facts></Pad></Card> }
}

#[component]
fn Drafts(year: Year) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let lines = desk.memo(move |state| prosperity::drafts(state, year.get()));
    let rows = move || {
        let lines = lines.get();
        if lines.is_empty() {
            let (title, next) = (language.no_drafts(), language.no_drafts_next());
            return view! { <EmptyState title next/> }.into_any();
        }
        let several = lines.len() > 1;
        let rows = lines.into_iter().map(|line| row(language, line, several)).collect_view();
        view! { <Rows>{rows}</Rows> }.into_any()
    };
    view! { <Card title=language.drafts()>{rows}</Card> }
}

fn row(language: Language, line: DraftLine, several: bool) -> impl IntoView {
    let (id, name) = (line.id, line.draft.name.clone());
    let is_adopted = line.draft.adopted_on.is_some();
    let tags = move || is_adopted.then(|| view! { <Tag text=language.draft_adopted() tone=Tone::Good/> });
    let why = dotted([says(language, &line.sum), line.draft.note.clone()]);
    let spoken = language.named_action(language.compare_drafts(), &name);
    let action = move || {
        let (href, spoken) = (Leading::Compare(id).href(), spoken.clone());
        several.then(|| view! { <LinkButton label=language.compare_drafts() spoken href/> })
    };
    view! { <Row title=name href=Leading::Draft(id).href() tags why action/> }
}

/// What a draft would come to, in a line.
fn says(language: Language, sum: &DraftSum) -> String {
    dotted([
        language.draft_count(&numbers::size(sum.count)),
        language.draft_reached(&numbers::size(sum.reached)),
        language.draft_mean(&points(sum.mean)),
        numbers::money(language, sum.cost),
    ])
}
