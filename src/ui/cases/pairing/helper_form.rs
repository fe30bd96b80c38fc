//! The form of a helper. Where it works may be a county, a township or a village: it is found by name.

use domain::Id;
use domain::records::{Division, Helper, HelperField, HelperKind};
use leptos::prelude::*;
use replica::State;
use replica::command::SaveHelper;
use replica::query::divisions;

use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry, RecordForm, draft_of_entry, remove_button, saver};
use crate::route::{Casework, Target, use_go};
use crate::widget::field::{Pick, SearchPick};
use crate::widget::form::FormSection;
use crate::widget::page::{Page, PageHeader, PageKind};

/// How many places a search shows.
const MOST: usize = 20;

/// The form of a helper, or of a new one.
pub(in crate::cases) fn page(target: Target<Helper>) -> AnyView {
    let desk = use_desk();
    let helper = match target {
        Some(id) => untrack(|| desk.ask(|state| state.get(id).cloned())),
        None => Some(Helper { kind: Some(HelperKind::Cadre), capacity: 1, ..Helper::default() }),
    };
    match helper {
        Some(helper) => view! { <HelperForm target helper/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

#[component]
fn HelperForm(target: Target<Helper>, helper: Helper) -> impl IntoView {
    let (language, go) = (use_language(), use_go());
    let entry = Entry::new(&helper);
    let key = target.map_or_else(|| "helper/new".to_owned(), |id| format!("helper/{id}"));
    let draft = draft_of_entry(key, entry);
    let place = target.map_or(Casework::Helpers, Casework::Helper);
    let leave = {
        let go = go.clone();
        move || go(place.into())
    };
    let on_save = saver(entry, draft.0, move |helper| SaveHelper { id: target, helper }, leave);
    let title =
        if target.is_some() { language.revise_helper_of(&helper.name) } else { language.add_helper().to_owned() };
    let question = language.remove_named(&helper.name);
    let gone = move || go(Casework::Helpers.into());
    let after = target.map(|id| remove_button(id, language.remove_helper().to_owned(), question, gone));
    let back = place.href();
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=title.clone() back=back.clone() back_label=language.tab_helper_list()/>
            <RecordForm label=title draft=draft.0 error=entry.whole_error() back on_afresh=draft.1 on_save>
                <Sections entry/>
            </RecordForm>
            {after}
        </Page>
    }
}

#[component]
fn Sections(entry: Entry<Helper>) -> impl IntoView {
    let language = use_language();
    view! {
        <FormSection title=language.section_helper()>
            {entry.needed(HelperField::kind)}
            {entry.needed(HelperField::name)}
            {entry.field(HelperField::organisation)}
            <DivisionPick entry/>
            {entry.field(HelperField::phone)}
        </FormSection>
        <FormSection title=language.section_can_help()>
            {entry.hinted(HelperField::capacity, language.helper_capacity_hint())}
            {entry.field(HelperField::skills)}
            {entry.field(HelperField::industry)}
            {entry.field(HelperField::left_on)}
            {entry.field(HelperField::note)}
        </FormSection>
    }
}

/// Finds the place of any level where a helper works.
#[component]
fn DivisionPick(entry: Entry<Helper>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let value = entry.one(HelperField::division);
    let spelt =
        move |id: &str| untrack(|| desk.ask(|state| id.parse().ok().map(|id| path(state, id)))).unwrap_or_default();
    let query = RwSignal::new(spelt(&value.get_untracked()));
    // A draft that comes back brings only the id.
    Effect::new(move |_| {
        let id = value.get();
        if !id.is_empty() && query.with_untracked(String::is_empty) {
            query.set(spelt(&id));
        }
    });
    let options = desk.memo(move |state| fitting(state, &query.get()));
    view! {
        <SearchPick label=language.field(HelperField::division) query value options=options nothing=language.nothing_found()
            placeholder=language.place_example() error=entry.error(HelperField::division) required=true/>
    }
}

/// The divisions that fit what was typed, each told from others of its name.
fn fitting(state: &State, typed: &str) -> Vec<Pick> {
    let typed = typed.trim();
    let all = state.all::<Division>().iter();
    let fits = |name: &str| typed.is_empty() || domain::pinyin::matches(name, typed);
    let found = all.filter(|(id, division)| fits(&division.name) || path(state, *id) == typed);
    let pick = |(id, division): (Id<Division>, &Division)| Pick {
        value: id.to_string(),
        title: path(state, id),
        detail: use_language().maybe(division.level).to_owned(),
    };
    found.take(MOST).map(pick).collect()
}

/// A division with those above it, the city left out.
fn path(state: &State, id: Id<Division>) -> String {
    let place = divisions::whereabouts(state, Some(id));
    let path = [place.county, place.township, place.village].concat();
    if path.is_empty() { divisions::name(state, Some(id)) } else { path }
}
