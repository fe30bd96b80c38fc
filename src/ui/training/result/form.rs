//! One person's result, and what became of that person some months later.

use domain::Id;
use domain::records::{Enrolment, EnrolmentField};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use replica::command::{Command, FollowUpTraining, RecordResult};

use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry, RecordForm, draft_of_entry, saver};
use crate::route::{Class, Route, Teaching, use_go};
use crate::widget::form::FormSection;
use crate::widget::page::{Page, PageHeader, PageKind};

/// What the address says where a follow-up was opened from the list of all: it leads back there.
pub(in crate::training) const FROM_LIST: &str = "list";

/// The form of a result.
pub(in crate::training) fn result_page(id: Id<Enrolment>) -> AnyView {
    of_enrolment(id, move |enrolment| view! { <ResultForm id enrolment/> }.into_any())
}

/// The form of a follow-up.
pub(in crate::training) fn follow_up_page(id: Id<Enrolment>) -> AnyView {
    of_enrolment(id, move |enrolment| view! { <FollowUpForm id enrolment/> }.into_any())
}

/// A form is not made anew under the one who types, whatever changes elsewhere.
fn of_enrolment(id: Id<Enrolment>, page: impl Fn(Enrolment) -> AnyView) -> AnyView {
    let enrolment = untrack(|| use_desk().ask(|state| state.get(id).cloned()));
    enrolment.map_or_else(|| view! { <Missing/> }.into_any(), page)
}

#[component]
fn ResultForm(id: Id<Enrolment>, enrolment: Enrolment) -> impl IntoView {
    let language = use_language();
    let session = enrolment.session;
    let name = who(&enrolment);
    let entry = Entry::new(&enrolment);
    let command = move |read: Enrolment| {
        let Enrolment { mark, outcome, rating, opinion, .. } = read;
        RecordResult { id, mark, outcome, rating, opinion }
    };
    view! {
        <OneForm title=language.result_of(&name) key=format!("result/{id}") session entry command>
            {entry.field(EnrolmentField::outcome)}
            {entry.hinted(EnrolmentField::mark, language.mark_hint())}
            {entry.hinted(EnrolmentField::rating, language.rating_hint())}
            {entry.field(EnrolmentField::opinion)}
        </OneForm>
    }
}

#[component]
fn FollowUpForm(id: Id<Enrolment>, enrolment: Enrolment) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let session = enrolment.session;
    let name = who(&enrolment);
    let followed_up_on = enrolment.followed_up_on.or(Some(desk.today()));
    let entry = Entry::new(&Enrolment { followed_up_on, ..enrolment });
    let command = move |read: Enrolment| {
        let Enrolment { employment, employer, followed_up_on, .. } = read;
        FollowUpTraining { id, employment, employer, on: followed_up_on }
    };
    view! {
        <OneForm title=language.follow_up_of(&name) key=format!("follow-up/{id}") session entry command>
            {entry.needed(EnrolmentField::employment)}
            {entry.field(EnrolmentField::employer)}
            {entry.field(EnrolmentField::followed_up_on)}
        </OneForm>
    }
}

/// The name of the person.
fn who(enrolment: &Enrolment) -> String {
    let member = enrolment.member;
    untrack(|| {
        use_desk().ask(|state| member.and_then(|id| state.get(id)).map(|one| one.name.clone()).unwrap_or_default())
    })
}

#[component]
fn OneForm<C: Command + 'static>(
    /// What the form is for.
    title: String,
    /// The name of its draft.
    key: String,
    /// Where it leads back to.
    session: Option<Id<domain::records::Session>>,
    /// The record in the making.
    entry: Entry<Enrolment>,
    /// What saves it.
    command: impl Fn(Enrolment) -> C + Send + Sync + 'static,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let (language, go) = (use_language(), use_go());
    let is_of_list = use_query_map().with_untracked(|query| query.get_str("from") == Some(FROM_LIST));
    let results = session.map_or(Route::Calendar, |session| Class::Results(session).into());
    let list = if is_of_list { Teaching::FollowUps.into() } else { results };
    let back = list.href();
    let draft = draft_of_entry(key, entry);
    let on_save = saver(entry, draft.0, command, move || go(list.clone()));
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=title.clone() back=back.clone() back_label=language.back()/>
            <RecordForm label=title.clone() draft=draft.0 error=entry.whole_error() back on_afresh=draft.1 on_save>
                <FormSection title=title.clone()>{children()}</FormSection>
            </RecordForm>
        </Page>
    }
}
