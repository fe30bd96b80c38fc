//! One draft beside another, number by number, and who is only in one of them.

use domain::Id;
use domain::records::SelectionDraft;
use domain::value::Fen;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::prosperity::{self, Contestant, DraftLine, DraftSum};

use crate::app::Missing;
use crate::context::{use_asked, use_desk, use_language};
use crate::prosperity::score::points;
use crate::route::{Leading, Route};
use crate::values::dotted;
use crate::widget::field::{Choice, ChoiceField};
use crate::widget::list::{Card, EmptyState, Pad, Row, Rows};
use crate::widget::page::{Columns, Page, PageHeader, Stack};
use crate::widget::table::{CardPlace, Column, PlainTable};

/// How many of those that are only in one draft are named.
const MOST: usize = 60;

/// Two drafts, once both are known.
#[derive(Clone, Debug, PartialEq)]
struct Pair {
    one: DraftLine,
    other: DraftLine,
    only_one: Vec<Contestant>,
    only_other: Vec<Contestant>,
}

/// The page.
#[component]
pub(super) fn ComparePage(id: Id<SelectionDraft>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let with = use_asked("with");
    let lines =
        desk.memo(move |state| state.get(id).map(|draft| (draft.clone(), prosperity::drafts(state, draft.year))));
    let pair = desk.memo(move |state| {
        let lines = lines.get()?.1;
        let one = lines.iter().find(|line| line.id == id)?.clone();
        let asked = with.get().parse().ok();
        let other = lines.iter().find(|line| Some(line.id) == asked);
        let other = other.or_else(|| lines.iter().find(|line| line.id != id))?.clone();
        let only = |a: &DraftLine, b: &DraftLine| prosperity::only_in(state, a.draft.year, a.id, b.id);
        Some(Pair { only_one: only(&one, &other), only_other: only(&other, &one), one, other })
    });
    let name = Memo::new(move |_| lines.get().map(|(draft, _)| draft.name));
    let options = Signal::derive(move || others(id, lines.get().map(|(_, all)| all).unwrap_or_default()));
    let body = move || match pair.get() {
        Some(pair) => view! { <Beside pair/> }.into_any(),
        None => view! { <EmptyState title=language.compare_alone() next=language.compare_alone_next()/> }.into_any(),
    };
    move || {
        match name.get() {
        Some(name) => view! {
            <Page>
                <PageHeader title=language.compare_drafts() subtitle=name.clone() back=Leading::Draft(id).href() back_label=name/>
                <div class="filters"><ChoiceField label=language.compare_with() value=with options menu=true/></div>
                {body}
            </Page>
        }
        .into_any(),
        None => view! { <Missing/> }.into_any(),
    }
    }
}

/// The other drafts; the first is the one that is meant where none is asked for.
fn others(id: Id<SelectionDraft>, all: Vec<DraftLine>) -> Vec<Choice> {
    let others = all.into_iter().filter(|line| line.id != id);
    let key = |(place, line): (usize, DraftLine)| {
        Choice::new(if place == 0 { String::new() } else { line.id.to_string() }, line.draft.name)
    };
    others.enumerate().map(key).collect()
}

#[component]
fn Beside(pair: Pair) -> impl IntoView {
    let language = use_language();
    let number = |title: String| Column::new(title, "1fr", CardPlace::Detail).number();
    let columns = vec![
        Column::new(language.measure(), "1.4fr", CardPlace::Title),
        number(pair.one.draft.name.clone()),
        number(pair.other.draft.name.clone()),
        number(language.measure_difference().to_owned()),
    ];
    let (one, other) = (pair.one.sum.clone(), pair.other.sum.clone());
    let rows = move || {
        let rows = measures(language, &one, &other).into_iter();
        rows.map(|cells| cells.map(IntoAny::into_any).into()).collect::<Vec<_>>()
    };
    let only = move |line: &DraftLine, who: Vec<Contestant>| only_card(language, &line.draft.name, who);
    view! {
        <Stack>
            <Card title=language.selection_numbers()>
                <PlainTable caption=language.selection_numbers() caption_hidden=true columns rows=Callback::from(rows)/>
            </Card>
            <Columns even=true>
                <Stack>{only(&pair.one, pair.only_one)}</Stack>
                <Stack>{only(&pair.other, pair.only_other)}</Stack>
            </Columns>
        </Stack>
    }
}

/// A difference with its sign.
fn signed(difference: i64, words: String) -> String {
    if difference > 0 { format!("+{words}") } else { words }
}

fn measures(language: Language, one: &DraftSum, other: &DraftSum) -> Vec<[String; 4]> {
    let whole = |name: &str, a: i64, b: i64| {
        [name.to_owned(), numbers::count(a), numbers::count(b), signed(a - b, numbers::count(a - b))]
    };
    let size = |count: usize| i64::try_from(count).unwrap_or(0);
    let mean = i64::from(one.mean) - i64::from(other.mean);
    let by = if mean < 0 { "-" } else { "" };
    let by = format!("{by}{}", points(u32::try_from(mean.unsigned_abs()).unwrap_or(0)));
    let cost = Fen(one.cost.0 - other.cost.0);
    let money = |amount| numbers::money(language, amount);
    let mut all = vec![
        whole(language.measure_count(), size(one.count), size(other.count)),
        whole(language.measure_reached(), size(one.reached), size(other.reached)),
        [language.measure_mean().to_owned(), points(one.mean), points(other.mean), signed(mean, by)],
        [language.measure_cost().to_owned(), money(one.cost), money(other.cost), signed(cost.0, money(cost))],
        whole(language.measure_balance(), one.off_balance().into(), other.off_balance().into()),
        whole(language.draft_by_hand(), size(one.by_hand), size(other.by_hand)),
    ];
    all.extend(one.counties.iter().map(|county| {
        let there = other.counties.iter().find(|there| there.county == county.county).map_or(0, |there| there.count);
        let name = language.county_places(&county.name, &numbers::count(county.places));
        whole(&name, county.count.into(), there.into())
    }));
    all
}

fn only_card(language: Language, name: &str, who: Vec<Contestant>) -> impl IntoView + use<> {
    let (count, more) = (language.households(&numbers::size(who.len())), who.len().saturating_sub(MOST));
    let is_none = who.is_empty();
    let row = |one: Contestant| {
        let why = dotted([one.village, one.industry, language.score_points(&points(one.score))]);
        view! { <Row title=one.name href=Route::Demonstration(one.id).href() why/> }
    };
    let rows = who.into_iter().take(MOST).map(row).collect_view();
    let more = (more > 0)
        .then(|| view! { <Pad><p class="subtitle">{language.and_more_households(&numbers::size(more))}</p></Pad> });
    let none = is_none.then(|| view! { <Pad><p class="subtitle">{language.compare_none()}</p></Pad> });
    view! { <Card title=language.only_in(name) count><Rows>{rows}</Rows>{more}{none}</Card> }
}
