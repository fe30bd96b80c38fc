//! Revises a case's own fields, and removes the case. Its stage is changed by its steps alone.

use domain::Id;
use domain::records::Case;
use leptos::prelude::*;
use replica::command::ReviseCase;
use replica::query::cases;

use super::case_fields::{SituationSection, WhereSection};
use crate::context::{Pages, use_desk, use_language};
use crate::entry::{Entry, PlaceEntry, RecordForm, draft_of, remove_button, with_record};
use crate::route::{Route, use_go};
use crate::widget::page::{Page, PageHeader, PageKind};

/// The form of a case.
pub(super) fn page(id: Id<Case>) -> AnyView {
    with_record(id, move |case| view! { <CaseForm id case/> }.into_any())
}

#[component]
fn CaseForm(id: Id<Case>, case: Case) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let name = untrack(|| desk.ask(|state| cases::name(state, id)));
    let (place, entry) = (PlaceEntry::new(desk, case.village), Entry::new(&case));
    let restore = move |pages: Pages| {
        let mut pages = pages.into_iter();
        place.restore(pages.next().unwrap_or_default());
        entry.restore(pages.next().unwrap_or_default());
        entry.show(vec![]);
    };
    let (draft, afresh) = draft_of(format!("case/{id}"), move || vec![place.pages(), entry.pages()], restore);
    let back = Route::Case(id).href();
    let removed = {
        let go = go.clone();
        move || go(Route::Cases)
    };
    let save = move || {
        let Some(case) = entry.read() else { return };
        let go = go.clone();
        desk.save(ReviseCase { id, place: place.place(), case }, move |result| match result {
            Ok(()) => {
                draft.close();
                go(Route::Case(id));
            }
            Err(problems) => entry.show(problems),
        });
    };
    let title = language.revise_case_of(&name);
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=title.clone() back=back.clone() back_label=name.clone()/>
            <RecordForm label=title draft error=entry.whole_error() back on_afresh=afresh on_save=save>
                <WhereSection entry place/>
                <SituationSection entry/>
            </RecordForm>
            {remove_button(id, language.remove_case().to_owned(), language.remove_case_of(&name), removed)}
        </Page>
    }
}
