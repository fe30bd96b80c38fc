//! An entry to be reversed, with the reason. The entry stays; its opposite is posted and names it.

use domain::Id;
use domain::records::{Entry as Posting, EntryField};
use leptos::prelude::*;
use locales::numbers;
use replica::command::ReverseEntry;
use replica::query::fund;

use super::words::{line_told, side_name, signer};
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry, RecordForm, draft_of_entry, saver, with_record};
use crate::route::{Fund, use_go};
use crate::widget::field::TextArea;
use crate::widget::form::{FormSection, Wide};
use crate::widget::list::{Fact, Facts};
use crate::widget::page::{Page, PageHeader, PageKind};

/// The page of a reversal.
pub(super) fn page(id: Id<Posting>) -> AnyView {
    with_record(id, move |_| view! { <ReversePage id/> }.into_any())
}

#[component]
fn ReversePage(id: Id<Posting>) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let begun = Posting { on: Some(desk.today()), posted_by: signer(), ..Posting::default() };
    let entry = Entry::new(&begun);
    let (draft, on_afresh) = draft_of_entry(format!("fund/reverse/{id}"), entry);
    let command = move |typed: Posting| ReverseEntry {
        entry: id,
        on: typed.on.unwrap_or(desk.today()),
        reason: typed.narration,
        posted_by: typed.posted_by,
    };
    let on_save = saver(entry, draft, command, move || go(Fund::Entry(id).into()));
    let (title, back) = (language.reverse_entry(), Fund::Entry(id).href());
    let (reason, error) = (entry.one(EntryField::narration), entry.error(EntryField::narration));
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title back=back.clone() back_label=language.back()/>
            <RecordForm label=title draft error=entry.whole_error() back on_afresh on_save>
                <FormSection title=language.reversed_what() hint=language.reverse_hint()>
                    <div class="wide"><What id/></div>
                </FormSection>
                <FormSection title=language.reverse_why()>
                    <Wide><TextArea label=language.reverse_reason() value=reason error required=true/></Wide>
                    {entry.needed(EntryField::on)}
                    {entry.field(EntryField::posted_by)}
                </FormSection>
            </RecordForm>
        </Page>
    }
}

/// The entry in a few facts.
#[component]
fn What(id: Id<Posting>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let line = desk.memo(move |state| fund::journal_line(state, id));
    let facts = move || {
        let line = line.get()?;
        let what = line_told(language, &line);
        let sides = language.from_to(&side_name(language, &line.credit), &side_name(language, &line.debit));
        Some(view! {
            <Fact name=language.field(EntryField::on)>{language.date(line.on)}</Fact>
            <Fact name=language.field(EntryField::narration)>{what}</Fact>
            <Fact name=language.column_accounts()>{sides}</Fact>
            <Fact name=language.field(EntryField::amount)><b>{numbers::money(language, line.amount)}</b></Fact>
        })
    };
    view! { <Facts>{facts}</Facts> }
}
