//! Adds a need to a case, or revises or removes one.

use domain::Id;
use domain::records::{Case, Need, NeedField, NeedState};
use leptos::prelude::*;
use replica::command::SaveNeed;
use replica::query::cases;
use replica::query::photos::PhotosOf;

use super::form_page::FormPage;
use super::need_details::NeedDetails;
use super::page::Tab;
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry, draft_of_entry, remove_button, saver, with_record};
use crate::photos::Photos;
use crate::requests::RequestOfNeed;
use crate::route::{Route, use_go_with};
use crate::widget::form::FormSection;
use crate::widget::page::Stack;

/// The form of a new need.
pub(super) fn new_page(case: Id<Case>) -> AnyView {
    let today = use_desk().today();
    with_record(case, move |_| {
        let need = Need { case: Some(case), state: Some(NeedState::Asked), asked_on: Some(today), ..Need::default() };
        view! { <NeedForm id=None need/> }.into_any()
    })
}

/// The form of a need.
pub(super) fn page(id: Id<Need>) -> AnyView {
    with_record(id, move |need| view! { <NeedForm id=Some(id) need/> }.into_any())
}

#[component]
fn NeedForm(id: Option<Id<Need>>, need: Need) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go_with());
    let case = need.case.unwrap_or_default();
    let household = untrack(|| desk.ask(|state| cases::name(state, case)));
    let entry = Entry::new(&need);
    let key = id.map_or_else(|| format!("case/{case}/need"), |id| format!("need/{id}"));
    let draft = draft_of_entry(key, entry);
    let leave = move || go(Route::Case(case), Tab::Needs.query());
    let title = if id.is_some() { language.revise_need_of(&household) } else { language.add_need_to(&household) };
    let question = language.remove_need_of(language.maybe(need.kind));
    let after = id.map(|id| {
        let remove = remove_button(id, language.remove_need().to_owned(), question, leave.clone());
        view! {
            <Stack>
                <div class="button-row"><RequestOfNeed id/></div>
                <Photos of=PhotosOf::Need(id)/>
                {remove}
            </Stack>
        }
        .into_any()
    });
    let on_save = saver(entry, draft.0, move |need| SaveNeed { id, need }, leave);
    view! {
        <FormPage title case tab=Tab::Needs draft error=entry.whole_error() on_save after><NeedFields entry case/></FormPage>
    }
}

/// What is asked for; then how it went, once it is planned or met.
#[component]
fn NeedFields(entry: Entry<Need>, case: Id<Case>) -> impl IntoView {
    let language = use_language();
    let state = entry.one(NeedField::state);
    let is_met = Memo::new(move |_| state.get() == domain::Choice::number(NeedState::Met).to_string());
    view! {
        <FormSection title=language.section_need()>
            {entry.needed(NeedField::kind)}
            <NeedDetails entry case=Some(case)/>
            {entry.field(NeedField::asked_on)}
            {entry.field(NeedField::due_on)}
            {entry.field(NeedField::note)}
        </FormSection>
        <FormSection title=language.section_progress()>
            {entry.field(NeedField::state)}
            {move || is_met.get().then(|| entry.field(NeedField::met_on))}
            {entry.field(NeedField::outcome)}
        </FormSection>
    }
}
