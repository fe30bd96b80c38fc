//! What a draft is called and what it is after; a new one may begin with the picks of another.

use domain::Id;
use domain::records::{SelectionDraft, SelectionDraftField};
use leptos::prelude::*;
use replica::command::SaveSelection;
use replica::query::prosperity;

use super::usual_year;
use crate::app::Missing;
use crate::context::{Desk, use_asked, use_desk, use_language};
use crate::entry::{Controls, Entry, RecordForm, draft_of_entry, remove_button, saver};
use crate::route::{Leading, Target, use_go};
use crate::widget::form::{FormSection, Wide};
use crate::widget::page::{Page, PageHeader, PageKind};

/// The form of a draft.
#[component]
pub(super) fn DraftForm(id: Target<SelectionDraft>) -> impl IntoView {
    let desk = use_desk();
    let (year, like) = (use_asked("year"), use_asked("like").get_untracked().parse().ok());
    let before = match id {
        Some(id) => untrack(|| desk.ask(|state| state.get(id).cloned())),
        None => Some(new(desk, year.get_untracked().parse().ok(), like)),
    };
    match before {
        Some(before) => view! { <Fields id before like/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

fn new(desk: Desk, year: Option<u32>, like: Option<Id<SelectionDraft>>) -> SelectionDraft {
    let this_year = prosperity::year_of(desk.today());
    let year = untrack(|| {
        desk.ask(|state| {
            let of_other = like.and_then(|like| state.get(like)).map(|other| other.year);
            of_other.or(year).unwrap_or_else(|| usual_year(state, this_year))
        })
    });
    SelectionDraft { year, ..SelectionDraft::default() }
}

#[component]
fn Fields(id: Target<SelectionDraft>, before: SelectionDraft, like: Option<Id<SelectionDraft>>) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let entry = Entry::new(&before);
    let key = id.map_or_else(|| "selection/new".to_owned(), |id| format!("selection/{id}"));
    let draft = draft_of_entry(key, entry);
    let (name, away) = (entry.one(SelectionDraftField::name), go.clone());
    let leave = move || {
        let made = id.or_else(|| named(desk, &name.get_untracked()));
        go(made.map_or(Leading::Drafts, Leading::Draft).into());
    };
    let (adopted_on, year) = (before.adopted_on, before.year);
    let command = move |draft: SelectionDraft| {
        let draft = SelectionDraft { adopted_on, year: if id.is_some() { year } else { draft.year }, ..draft };
        SaveSelection { id, draft, like }
    };
    let save = saver(entry, draft.0, command, leave);
    let title = if id.is_some() { language.edit_draft() } else { language.new_draft() };
    let back = id.map_or(Leading::Drafts, Leading::Draft).href();
    let year = id.is_none().then(|| entry.needed(SelectionDraftField::year));
    let done = move || away(Leading::Drafts.into());
    let remove = id
        .filter(|_| adopted_on.is_none())
        .map(|id| remove_button(id, language.remove_draft().to_owned(), language.remove_draft_ask(&before.name), done));
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title back=back.clone() back_label=language.back()/>
            <RecordForm label=title draft=draft.0 error=entry.whole_error() back on_afresh=draft.1 on_save=save>
                <FormSection title=language.draft_what() hint=like.map(|_| language.draft_like().to_owned())>
                    {entry.needed(SelectionDraftField::name)}
                    {year}
                    <Wide>{entry.hinted(SelectionDraftField::note, language.draft_note_hint())}</Wide>
                </FormSection>
            </RecordForm>
            {remove}
        </Page>
    }
}

/// The newest draft of that name.
fn named(desk: Desk, name: &str) -> Option<Id<SelectionDraft>> {
    let name = name.trim();
    untrack(|| {
        desk.ask(|state| {
            let all = state.all::<SelectionDraft>().iter();
            all.filter(|(_, draft)| draft.name == name).map(|(id, _)| id).max()
        })
    })
}
