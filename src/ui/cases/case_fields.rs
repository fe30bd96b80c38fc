//! The fields of a case's own, where it lives first; registration and revision show the same.

use domain::records::{Case, CaseField};
use leptos::prelude::*;
use replica::query::cases::usual;

use super::known::known_field;
use crate::context::use_language;
use crate::entry::{Controls, Entry, PlaceEntry, PlaceFields};
use crate::widget::form::FormSection;

/// Where the household lives.
#[component]
pub(super) fn WhereSection(entry: Entry<Case>, place: PlaceEntry) -> impl IntoView {
    let language = use_language();
    view! {
        <FormSection title=language.section_where()>
            <PlaceFields place error=entry.error(CaseField::village)/>
            {entry.field(CaseField::group)}
            {entry.field(CaseField::phone)}
            {known_field(entry, CaseField::bank, usual::banks)}
            {entry.field(CaseField::account_number)}
        </FormSection>
    }
}

/// Why it is needy, and of what it lives.
#[component]
pub(super) fn SituationSection(entry: Entry<Case>) -> impl IntoView {
    let language = use_language();
    view! {
        <FormSection title=language.section_situation()>
            {entry.field(CaseField::household_kind)}
            {entry.needed(CaseField::main_cause)}
            {entry.hinted(CaseField::other_causes, language.other_causes_hint())}
            {entry.field(CaseField::industry)}
            {entry.field(CaseField::surveyed_on)}
            {entry.field(CaseField::situation)}
        </FormSection>
    }
}
