//! Revises a promise, says when it was kept and what came of it, or removes it.

use domain::Id;
use domain::records::{Promise, PromiseField};
use leptos::prelude::*;
use replica::command::SavePromise;
use replica::query::cases;

use crate::cases::form_page::FormPage;
use crate::cases::page::Tab;
use crate::cases::visit::PromiseFields;
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry, draft_of_entry, remove_button, saver, with_record};
use crate::route::{Route, use_go_with};
use crate::widget::form::FormSection;

/// The form of a promise.
pub(in crate::cases) fn page(id: Id<Promise>) -> AnyView {
    with_record(id, move |promise| view! { <PromiseForm id promise/> }.into_any())
}

#[component]
fn PromiseForm(id: Id<Promise>, promise: Promise) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go_with());
    let case = promise.case.unwrap_or_default();
    let household = untrack(|| desk.ask(|state| cases::name(state, case)));
    let entry = Entry::new(&promise);
    let draft = draft_of_entry(format!("promise/{id}"), entry);
    let leave = move || go(Route::Case(case), Tab::Visits.query());
    let question = language.remove_promise_question().to_owned();
    let after = Some(remove_button(id, language.remove_promise().to_owned(), question, leave.clone()));
    let on_save = saver(entry, draft.0, move |promise| SavePromise { id, promise }, leave);
    let title = language.promise_to(&household);
    view! {
        <FormPage title case tab=Tab::Visits draft error=entry.whole_error() on_save after>
            <FormSection title=language.promises()><PromiseFields entry/></FormSection>
            <FormSection title=language.section_kept()>
                {entry.field(PromiseField::kept_on)}
                {entry.field(PromiseField::outcome)}
            </FormSection>
        </FormPage>
    }
}
