//! The form of a helper. Where it works may be a county, a township or a village: it is found by name.

use domain::records::{Helper, HelperField, HelperKind};
use leptos::prelude::*;
use replica::command::SaveHelper;

use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, DivisionPick, Entry, RecordForm, draft_of_entry, remove_button, saver};
use crate::route::{Casework, Target, use_go};
use crate::widget::form::FormSection;
use crate::widget::page::{Page, PageHeader, PageKind};

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
            <DivisionPick label=language.field(HelperField::division) value=entry.one(HelperField::division) level=None error=entry.error(HelperField::division)/>
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
