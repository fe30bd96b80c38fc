//! Puts a case on public notice, and later says what was objected and what came of it.

use domain::Id;
use domain::records::{Case, Notice, NoticeField};
use leptos::prelude::*;
use replica::command::SaveNotice;
use replica::query::{cases, life};
use time::Duration;

use crate::cases::form_page::FormPage;
use crate::cases::page::Tab;
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry, draft_of_entry, remove_button, saver, with_record};
use crate::route::{Route, use_go};
use crate::widget::form::FormSection;

/// The form of a new notice: from today, for as many days as it must run.
pub(in crate::cases) fn new_page(case: Id<Case>) -> AnyView {
    let today = use_desk().today();
    with_record(case, move |_| {
        let last = today.saturating_add(Duration::days(i64::from(life::NOTICE_DAYS) - 1));
        let notice = Notice { case: Some(case), from: Some(today), to: Some(last), ..Notice::default() };
        view! { <NoticeForm id=None notice/> }.into_any()
    })
}

/// The form of a notice.
pub(in crate::cases) fn page(id: Id<Notice>) -> AnyView {
    with_record(id, move |notice| view! { <NoticeForm id=Some(id) notice/> }.into_any())
}

#[component]
fn NoticeForm(id: Option<Id<Notice>>, notice: Notice) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let case = notice.case.unwrap_or_default();
    let household = untrack(|| desk.ask(|state| cases::name(state, case)));
    let entry = Entry::new(&notice);
    let key = id.map_or_else(|| format!("case/{case}/notice"), |id| format!("notice/{id}"));
    let draft = draft_of_entry(key, entry);
    let leave = move || go(Route::Case(case));
    let question = language.remove_notice_of(&household);
    let after = id.map(|id| remove_button(id, language.remove_notice().to_owned(), question, leave.clone()));
    let on_save = saver(entry, draft.0, move |notice| SaveNotice { id, notice }, leave);
    let title = language.notice_title(&household);
    let result = id.map(|_| view! { <ResultSection entry/> });
    view! {
        <FormPage title case tab=Tab::Overview draft error=entry.whole_error() on_save after>
            <FormSection title=language.section_notice() hint=language.notice_hint()>
                {entry.needed(NoticeField::from)}
                {entry.needed(NoticeField::to)}
                {entry.needed(NoticeField::place)}
            </FormSection>
            {result}
        </FormPage>
    }
}

/// What was objected, and what came of it.
#[component]
fn ResultSection(entry: Entry<Notice>) -> impl IntoView {
    let language = use_language();
    view! {
        <FormSection title=language.section_notice_result() hint=language.notice_result_hint()>
            {entry.field(NoticeField::objections)}
            {entry.field(NoticeField::result)}
        </FormSection>
    }
}
