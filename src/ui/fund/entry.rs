//! One entry: its two legs, what it is about, what reverses it, and the way to reverse it.

use domain::records::{Entry as Posting, EntryField};
use domain::{Id, Kind};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::State;
use replica::query::fund::{self, JournalLine, Ledger, Side};

use super::words::{line_told, movement_tone, movement_word, side_name, words};
use crate::context::{use_desk, use_language};
use crate::entry::with_record;
use crate::record::{Named, named};
use crate::route::{Fund, Route};
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Banner, Card, Fact, Facts, Pad, Tag, Tone};
use crate::widget::page::{Columns, Page, PageHeader, Stack};
use crate::widget::table::{CardPlace, Column, PlainTable};

/// The page of an entry.
pub(super) fn page(id: Id<Posting>) -> AnyView {
    with_record(id, move |_| view! { <EntryPage id/> }.into_any())
}

/// What the page of an entry shows of it.
#[derive(Clone, PartialEq)]
struct Shown {
    line: JournalLine,
    entry: Posting,
    /// What it is tied to: the household, the request, the loan.
    ties: Vec<(String, Named)>,
    /// The entry that reverses it.
    reversal: Option<Id<Posting>>,
}

fn shown(language: Language, state: &State, id: Id<Posting>) -> Option<Shown> {
    let (line, entry) = (fund::journal_line(state, id)?, state.get(id)?.clone());
    let reversal = Ledger::of(state).reversal_of(id);
    let tie = |field: EntryField, kind: Kind, id: Option<domain::Uuid>| {
        id.map(|id| (language.field(field).to_owned(), named(language, state, kind, id)))
    };
    let ties = [
        tie(EntryField::case, Kind::Case, line.case.map(Id::raw)),
        tie(EntryField::request, Kind::Request, entry.request.map(Id::raw)),
        tie(EntryField::loan, Kind::Loan, entry.loan.map(Id::raw)),
        tie(EntryField::reverses, Kind::Entry, entry.reverses.map(Id::raw)),
    ];
    let ties = ties.into_iter().flatten().collect();
    Some(Shown { line, entry, ties, reversal })
}

#[component]
fn EntryPage(id: Id<Posting>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let shown = desk.memo(move |state| shown(language, state, id));
    let title = move || {
        let title = shown.with(|shown| shown.as_ref().map(|shown| line_told(language, &shown.line)));
        title.unwrap_or_default()
    };
    let tags = move || shown.get().map(|shown| tags(language, &shown.line));
    let actions = move || {
        let is_open = shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.reversal.is_none()));
        is_open.then(|| view! { <LinkButton label=language.reverse_entry() href=Fund::Reverse(id).href() icon=Icon::Undo kind=ButtonKind::Danger/> })
    };
    let reversed = move || shown.get().and_then(|shown| shown.reversal).map(|by| reversed_banner(language, by));
    view! {
        <Page>
            <PageHeader title=Signal::derive(title) tags actions back=Fund::Journal.href() back_label=language.tab_journal()/>
            {reversed}
            <Columns>
                <Stack><LegsCard shown/></Stack>
                <Stack><FactsCard shown/></Stack>
            </Columns>
            <super::trace::TraceCards id/>
        </Page>
    }
}

fn tags(language: Language, line: &JournalLine) -> impl IntoView + use<> {
    let (text, tone, is_reversed) =
        (movement_word(language, line.movement), movement_tone(line.movement), line.is_reversed);
    view! { <Tag text tone/>{is_reversed.then(|| view! { <Tag text=language.is_reversed() tone=Tone::Bad/> })} }
}

fn reversed_banner(language: Language, by: Id<Posting>) -> impl IntoView {
    let look = move || view! { <LinkButton label=language.see_reversal() href=Fund::Entry(by).href() kind=ButtonKind::Quiet/> };
    view! { <Banner tone=Tone::Warn text=language.was_reversed() action=look/> }
}

/// Both legs.
#[component]
fn LegsCard(shown: Memo<Option<Shown>>) -> impl IntoView {
    let language = use_language();
    let columns = vec![
        Column::new(language.column_account(), "2fr", CardPlace::Title),
        Column::new(language.column_debit(), "1fr", CardPlace::End).number(),
        Column::new(language.column_credit(), "1fr", CardPlace::End).number(),
    ];
    let rows = move || {
        let Some(Shown { line, .. }) = shown.get() else { return vec![] };
        let amount = || words(numbers::yuan(line.amount));
        vec![
            vec![account_link(language, &line.debit), amount(), words("")],
            vec![account_link(language, &line.credit), words(""), amount()],
        ]
    };
    view! {
        <Card title=language.legs()>
            <PlainTable caption=language.legs() caption_hidden=true columns rows=Callback::from(rows)/>
        </Card>
    }
}

/// An account, with the way to its statement.
pub(super) fn account_link(language: Language, side: &Side) -> AnyView {
    let href = Fund::Account(side.account).href();
    view! { <a href=href>{side_name(language, side)}</a> }.into_any()
}

#[component]
fn FactsCard(shown: Memo<Option<Shown>>) -> impl IntoView {
    let language = use_language();
    let facts = move || {
        let Shown { line, entry, ties, .. } = shown.get()?;
        let purpose = line.purpose.map(|purpose| language.of(purpose).to_owned()).unwrap_or_default();
        let texts = [
            (EntryField::on, language.date(line.on)),
            (EntryField::amount, numbers::money(language, line.amount)),
            (EntryField::party, entry.party),
            (EntryField::purpose, purpose),
            (EntryField::voucher, line.voucher),
            (EntryField::posted_by, entry.posted_by),
        ];
        let texts = texts.into_iter().filter(|(_, text)| !text.is_empty());
        let texts = texts.map(|(field, text)| view! { <Fact name=language.field(field)>{text}</Fact> }).collect_view();
        let ties = ties.into_iter().map(|(name, tie)| view! { <Fact name>{tied(tie)}</Fact> }).collect_view();
        Some(view! { {texts} {ties} })
    };
    view! { <Card title=language.entry_facts()><Pad><Facts>{facts}</Facts></Pad></Card> }
}

/// A record by its name, as a link where it can be looked at.
pub(super) fn tied(tie: Named) -> AnyView {
    match tie.route.as_ref().map(Route::href) {
        Some(href) => view! { <a href=href>{tie.title}</a> }.into_any(),
        None => view! { <span>{tie.title}</span> }.into_any(),
    }
}
