//! Where an entry's money went, or came from: as a picture, and the same as a table.

use domain::Id;
use domain::records::{Entry as Posting, Purpose};
use domain::value::Fen;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::State;
use replica::query::fund::{self, JournalLine, Origin, Reached, Traced};

use super::words::{account_name, line_told, words};
use crate::context::{use_desk, use_language};
use crate::route::{Fund, Route};
use crate::widget::flow::{Flow, FlowBand, FlowDiagram, FlowNode};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Pad};
use crate::widget::table::{CardPlace, Column, PlainTable};

/// How many boxes a picture has at a side; the others are one box.
const BOXES: usize = 8;
/// How many lines the table has; the others are in the journal.
const LINES: usize = 120;

/// The trace with the names that it shows.
#[derive(Clone, PartialEq)]
struct Shown {
    line: JournalLine,
    traced: Traced,
    /// What each account of those reached is called, and each source of the origins.
    uses: Vec<String>,
    sources: Vec<String>,
}

fn shown(language: Language, state: &State, id: Id<Posting>) -> Option<Shown> {
    let (line, traced) = (fund::journal_line(state, id)?, fund::traced(state, id)?);
    let uses = traced.reached.iter().map(|one| account_name(language, state, one.account)).collect();
    let source = |one: &Origin| match one.source {
        Some(source) => account_name(language, state, source),
        None => language.fund_unknown_source().to_owned(),
    };
    let sources = traced.origins.iter().map(source).collect();
    Some(Shown { line, traced, uses, sources })
}

/// The cards of the trace; none where there is nothing to follow.
#[component]
pub(super) fn TraceCards(id: Id<Posting>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let shown = desk.memo(move |state| shown(language, state, id));
    let is_in = Memo::new(move |_| shown.with(|one| one.as_ref().is_some_and(|one| is_receipt(&one.traced))));
    let is_out = Memo::new(move |_| shown.with(|one| one.as_ref().is_some_and(|one| is_payment(&one.traced))));
    let forward = move || is_in.get().then(|| view! { <ForwardCard shown/> });
    let back = move || is_out.get().then(|| view! { <BackCard shown/> });
    view! { {forward} {back} }
}

const fn is_receipt(traced: &Traced) -> bool {
    !traced.reached.is_empty() || !traced.left.is_empty()
}

const fn is_payment(traced: &Traced) -> bool {
    !traced.origins.is_empty() || traced.uncovered.0 > 0
}

/// Whom money that came in reached, and what is left of it.
#[component]
fn ForwardCard(shown: Memo<Option<Shown>>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let count = Signal::derive(move || {
        shown.with(|one| one.as_ref().map(|one| language.payments_count(&numbers::size(one.traced.reached.len()))))
    });
    let body = move || {
        let one = shown.get()?;
        if one.traced.reached.is_empty() {
            return Some(view! { <EmptyState title=language.reached_nobody() next=language.reached_nobody_next() icon=Icon::Fund/> }.into_any());
        }
        let heads = [language.column_came_in().to_owned(), language.column_reached().to_owned()];
        let label = language.trace_forward().to_owned();
        let flow = forward_flow(language, &one);
        let more = one.traced.reached.len().saturating_sub(LINES);
        let more = (more > 0).then(|| view! { <Pad><p class="subtitle">{language.and_more(more)}</p></Pad> });
        Some(view! { <FlowDiagram label heads flow/>{forward_table(language, today, one)}{more} }.into_any())
    };
    view! { <Card title=language.trace_forward() count>{body}</Card> }
}

fn forward_flow(language: Language, one: &Shown) -> Flow {
    let money = |fen: i64| numbers::money(language, Fen(fen));
    let mut reached: Vec<(FlowNode, i64)> = Vec::new();
    for (person, used) in one.traced.reached.iter().zip(&one.uses) {
        reached.push((reached_node(language, person, used), person.fen.0));
    }
    reached.sort_by_key(|(_, fen)| std::cmp::Reverse(*fen));
    let rest: i64 = reached.iter().skip(BOXES).map(|(_, fen)| fen).sum();
    let others = reached.len().saturating_sub(BOXES);
    reached.truncate(BOXES);
    if others > 0 {
        reached.push((rest_node(language.other_payments(others), money(rest)), rest));
    }
    for (earmark, fen) in &one.traced.left {
        let title = left_word(language, *earmark);
        reached.push((rest_node(title, money(fen.0)), fen.0));
    }
    let bands = reached.iter().enumerate().map(|(to, (_, weight))| FlowBand { from: 0, to, weight: *weight }).collect();
    let right = reached.into_iter().map(|(node, _)| node).collect();
    Flow { left: vec![own_node(language, &one.line)], right, bands }
}

fn left_word(language: Language, earmark: Option<Purpose>) -> String {
    match earmark {
        Some(purpose) => language.still_left_for(language.of(purpose)),
        None => language.still_left().to_owned(),
    }
}

fn reached_node(language: Language, person: &Reached, used: &str) -> FlowNode {
    let title = if person.name.is_empty() { used.to_owned() } else { person.name.clone() };
    let detail = if person.name.is_empty() { String::new() } else { used.to_owned() };
    let href = Some(Fund::Entry(person.payment).href());
    FlowNode { title, detail, amount: numbers::money(language, person.fen), href, is_rest: false }
}

fn rest_node(title: String, amount: String) -> FlowNode {
    FlowNode { title, detail: String::new(), amount, href: None, is_rest: true }
}

/// The entry itself.
fn own_node(language: Language, line: &JournalLine) -> FlowNode {
    let title = if line.who.is_empty() { line_told(language, line) } else { line.who.clone() };
    let amount = numbers::money(language, line.amount);
    FlowNode { title, detail: language.date(line.on), amount, href: None, is_rest: false }
}

fn forward_table(language: Language, today: domain::Date, one: Shown) -> impl IntoView {
    let has_returned = one.traced.reached.iter().any(|person| person.returned.0 > 0);
    let mut columns = vec![
        Column::new(language.column_reached(), "2fr", CardPlace::Title),
        Column::new(language.column_use(), "1fr", CardPlace::Detail),
        Column::new(language.column_day(), "1fr", CardPlace::Detail),
        Column::new(language.column_amount(), "1fr", CardPlace::End).number(),
    ];
    if has_returned {
        columns.push(Column::new(language.column_came_back(), "1fr", CardPlace::End).number());
    }
    let rows = move || {
        let lines = one.traced.reached.iter().zip(&one.uses).take(LINES);
        let row = |(person, used): (&Reached, &String)| {
            let mut cells = vec![
                person_link(language, person),
                words(used.clone()),
                entry_link(person.payment, language.near_date(person.on, today)),
                words(numbers::yuan(person.fen)),
            ];
            if has_returned {
                cells.push(super::words::cell(person.returned));
            }
            cells
        };
        lines.map(row).collect::<Vec<_>>()
    };
    let caption = language.trace_forward();
    view! { <PlainTable caption caption_hidden=true columns rows=Callback::from(rows)/> }
}

/// Who was reached, with the way to the case file.
fn person_link(language: Language, person: &Reached) -> AnyView {
    let name = if person.name.is_empty() { language.nobody_named().to_owned() } else { person.name.clone() };
    match person.case {
        Some(case) => view! { <a href=Route::Case(case).href()>{name}</a> }.into_any(),
        None => words(name),
    }
}

fn entry_link(entry: Id<Posting>, text: String) -> AnyView {
    view! { <a href=Fund::Entry(entry).href()>{text}</a> }.into_any()
}

/// Where money that went out came from.
#[component]
fn BackCard(shown: Memo<Option<Shown>>) -> impl IntoView {
    let language = use_language();
    let body = move || {
        let one = shown.get()?;
        let heads = [language.column_came_from().to_owned(), language.column_went_to().to_owned()];
        let label = language.trace_back().to_owned();
        let flow = back_flow(language, &one);
        Some(view! { <FlowDiagram label heads flow/>{back_table(language, one)} })
    };
    view! { <Card title=language.trace_back()>{body}</Card> }
}

fn back_flow(language: Language, one: &Shown) -> Flow {
    let node = |(origin, source): (&Origin, &String)| {
        let (title, detail) = if origin.party.is_empty() {
            (source.clone(), origin.on.map(|on| language.date(on)).unwrap_or_default())
        } else {
            (origin.party.clone(), source.clone())
        };
        let href = Some(Fund::Entry(origin.receipt).href());
        let node = FlowNode { title, detail, amount: numbers::money(language, origin.fen), href, is_rest: false };
        (node, origin.fen.0)
    };
    let mut left: Vec<(FlowNode, i64)> = one.traced.origins.iter().zip(&one.sources).map(node).collect();
    left.sort_by_key(|(_, fen)| std::cmp::Reverse(*fen));
    let (rest, others): (i64, usize) =
        (left.iter().skip(BOXES).map(|(_, fen)| fen).sum(), left.len().saturating_sub(BOXES));
    left.truncate(BOXES);
    if others > 0 {
        left.push((rest_node(language.other_receipts(others), numbers::money(language, Fen(rest))), rest));
    }
    let short = one.traced.uncovered;
    if short.0 > 0 {
        left.push((rest_node(language.draws_short().to_owned(), numbers::money(language, short)), short.0));
    }
    let bands = left.iter().enumerate().map(|(from, (_, weight))| FlowBand { from, to: 0, weight: *weight }).collect();
    Flow { left: left.into_iter().map(|(node, _)| node).collect(), right: vec![own_node(language, &one.line)], bands }
}

fn back_table(language: Language, one: Shown) -> impl IntoView {
    let columns = vec![
        Column::new(language.column_source(), "2fr", CardPlace::Title),
        Column::new(language.column_given_by(), "2fr", CardPlace::Detail),
        Column::new(language.column_came_in_on(), "1fr", CardPlace::Detail),
        Column::new(language.column_amount(), "1fr", CardPlace::End).number(),
    ];
    let rows = move || {
        let row = |(origin, source): (&Origin, &String)| {
            let on = origin.on.map(|on| language.date(on)).unwrap_or_default();
            vec![
                words(source.clone()),
                words(origin.party.clone()),
                entry_link(origin.receipt, on),
                words(numbers::yuan(origin.fen)),
            ]
        };
        one.traced.origins.iter().zip(&one.sources).map(row).collect::<Vec<_>>()
    };
    view! { <PlainTable caption=language.trace_back() caption_hidden=true columns rows=Callback::from(rows)/> }
}
