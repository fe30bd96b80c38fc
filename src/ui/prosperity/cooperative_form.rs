//! The form of a cooperative, new or to be revised. A capacity below its members is refused at the field.

use domain::Id;
use domain::records::{Cooperative, CooperativeField};
use leptos::prelude::*;
use replica::command::SaveCooperative;

use crate::app::Missing;
use crate::context::{keep_draft, use_desk, use_language};
use crate::entry::{Controls, Entry, PlaceEntry, PlaceFields, RecordForm};
use crate::route::{Route, Target, use_go};
use crate::widget::form::FormSection;
use crate::widget::page::{Page, PageHeader, PageKind};

/// The form of a cooperative.
#[component]
pub(super) fn CooperativeForm(id: Target<Cooperative>) -> impl IntoView {
    let desk = use_desk();
    let before = match id {
        Some(id) => untrack(|| desk.ask(|state| state.get(id).cloned())),
        None => Some(Cooperative::default()),
    };
    match before {
        Some(before) => view! { <Fields id before/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

#[component]
fn Fields(id: Target<Cooperative>, before: Cooperative) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let (entry, place) = (Entry::new(&before), PlaceEntry::new(desk, before.village));
    let untouched = StoredValue::new(untrack(|| (entry.pages(), place.pages())));
    let restore = move |pages: crate::context::Pages| {
        let mut pages = pages.into_iter();
        entry.restore(pages.next().unwrap_or_default());
        place.restore(pages.next().unwrap_or_default());
    };
    let key = id.map_or_else(|| "cooperative/new".to_owned(), |id| format!("cooperative/{id}"));
    let draft = keep_draft(desk, key, move || vec![entry.pages(), place.pages()], restore);
    let afresh = move || {
        let (entry, place) = untouched.get_value();
        restore(vec![entry, place]);
    };
    let save = move || {
        let Some(cooperative) = entry.read() else { return };
        let (name, go) = (cooperative.name.clone(), go.clone());
        desk.save(SaveCooperative { id, place: place.place(), cooperative }, move |result| match result {
            Ok(()) => {
                draft.close();
                let made = id.or_else(|| named(desk, &name));
                go(made.map_or(Route::Cooperatives, Route::Cooperative));
            }
            Err(problems) => entry.show(problems),
        });
    };
    let title = if id.is_some() { language.edit_cooperative() } else { language.new_cooperative() };
    let back = id.map_or(Route::Cooperatives, Route::Cooperative).href();
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title back=back.clone() back_label=language.back()/>
            <RecordForm label=title draft error=entry.whole_error() back on_afresh=afresh on_save=save>
                <Sections entry place/>
            </RecordForm>
        </Page>
    }
}

/// The cooperative of that name; no two have the same.
fn named(desk: crate::context::Desk, name: &str) -> Option<Id<Cooperative>> {
    untrack(|| desk.ask(|state| state.all::<Cooperative>().iter().find(|(_, one)| one.name == name).map(|(id, _)| id)))
}

#[component]
fn Sections(entry: Entry<Cooperative>, place: PlaceEntry) -> impl IntoView {
    let language = use_language();
    view! {
        <FormSection title=language.cooperative_who()>
            {entry.needed(CooperativeField::name)}
            {entry.needed(CooperativeField::industry)}
            {entry.field(CooperativeField::leader)}
            {entry.field(CooperativeField::phone)}
        </FormSection>
        <FormSection title=language.cooperative_where()>
            <PlaceFields place error=entry.error(CooperativeField::village)/>
        </FormSection>
        <FormSection title=language.cooperative_size()>
            {entry.hinted(CooperativeField::capacity, language.capacity_hint())}
            {entry.field(CooperativeField::capital)}
            {entry.field(CooperativeField::founded_on)}
            {entry.field(CooperativeField::terms)}
        </FormSection>
    }
}
