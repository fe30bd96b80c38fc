//! Adds a member to a household, or revises or removes one.

use domain::Id;
use domain::records::{Case, Member, Relation};
use leptos::prelude::*;
use replica::command::SaveMember;
use replica::query::cases;

use super::form_page::FormPage;
use super::member_fields::MemberFields;
use super::page::Tab;
use super::relatives::usual_ethnicity;
use crate::context::{use_desk, use_language};
use crate::entry::{Entry, draft_of_entry, remove_button, saver, with_record};
use crate::route::{Route, use_go_with};
use crate::widget::form::FormSection;

/// The form of a new member.
pub(super) fn new_page(case: Id<Case>) -> AnyView {
    let desk = use_desk();
    let has_head = move || untrack(|| desk.ask(|state| replica::state::head_of(state, case).is_some()));
    with_record(case, move |_| {
        let relation = if has_head() { None } else { Some(Relation::Head) };
        let ethnicity = usual_ethnicity();
        let member = Member { case: Some(case), relation, ethnicity, ..Member::default() };
        view! { <MemberForm id=None member/> }.into_any()
    })
}

/// The form of a member.
pub(super) fn page(id: Id<Member>) -> AnyView {
    with_record(id, move |member| view! { <MemberForm id=Some(id) member/> }.into_any())
}

#[component]
fn MemberForm(id: Option<Id<Member>>, member: Member) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go_with());
    let case = member.case.unwrap_or_default();
    let household = untrack(|| desk.ask(|state| cases::name(state, case)));
    let entry = Entry::new(&member);
    let key = id.map_or_else(|| format!("case/{case}/member"), |id| format!("member/{id}"));
    let draft = draft_of_entry(key, entry);
    let leave = move || go(Route::Case(case), Tab::Members.query());
    let title = if id.is_some() { language.revise_member_of(&member.name) } else { language.add_member_to(&household) };
    let question = language.remove_member_of(&member.name);
    let after = id.map(|id| remove_button(id, language.remove_member().to_owned(), question, leave.clone()));
    let on_save = saver(entry, draft.0, move |member| SaveMember { id, member }, leave);
    view! {
        <FormPage title case tab=Tab::Members draft error=entry.whole_error() on_save after>
            <FormSection title=language.section_person()><MemberFields entry except=id open=RwSignal::new(true)/></FormSection>
        </FormPage>
    }
}
