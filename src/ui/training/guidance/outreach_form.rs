//! The form of science that is brought to a village: planned at first, written up afterwards on the same page.

use domain::records::{DivisionLevel, GuidanceTeam, Outreach, OutreachField};
use leptos::prelude::*;
use replica::command::SaveOutreach;

use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, DivisionPick, Entry, RecordForm, draft_of_entry, named_picks, remove_button, saver};
use crate::route::{Target, Teaching, use_go};
use crate::widget::form::FormSection;
use crate::widget::page::{Page, PageHeader, PageKind};

/// The form of an event, or of a new one.
pub(in crate::training) fn page(target: Target<Outreach>) -> AnyView {
    let desk = use_desk();
    let outreach = match target {
        Some(id) => untrack(|| desk.ask(|state| state.get(id).cloned())),
        None => Some(Outreach { on: Some(desk.today()), ..Outreach::default() }),
    };
    let page = |outreach| view! { <OutreachForm target outreach/> }.into_any();
    outreach.map_or_else(|| view! { <Missing/> }.into_any(), page)
}

#[component]
fn OutreachForm(target: Target<Outreach>, outreach: Outreach) -> impl IntoView {
    let (language, go) = (use_language(), use_go());
    let entry = Entry::new(&outreach);
    let key = target.map_or_else(|| "outreach/new".to_owned(), |id| format!("outreach/{id}"));
    let draft = draft_of_entry(key, entry);
    let leave = move || go(Teaching::Outreaches.into());
    let gone = leave.clone();
    let on_save = saver(entry, draft.0, move |outreach| SaveOutreach { id: target, outreach }, leave);
    let title = if target.is_some() { language.edit_outreach() } else { language.add_outreach() };
    let question = language.remove_named(&outreach.topic);
    let after = target.map(|id| remove_button(id, language.remove_outreach().to_owned(), question, gone));
    let teams = named_picks::<GuidanceTeam>(|_, team| team.name.clone());
    let back = Teaching::Outreaches.href();
    let village = entry.one(OutreachField::village);
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title back=back.clone() back_label=language.back()/>
            <RecordForm label=title draft=draft.0 error=entry.whole_error() back on_afresh=draft.1 on_save>
                <FormSection title=language.section_plan()>
                    {entry.needed(OutreachField::on)}
                    <DivisionPick label=language.field(OutreachField::village) value=village level=Some(DivisionLevel::Village) error=entry.error(OutreachField::village)/>
                    {entry.needed(OutreachField::topic)}
                    {entry.among(OutreachField::team, teams, false)}
                </FormSection>
                <FormSection title=language.outreach_afterwards()>
                    {entry.field(OutreachField::headcount)}
                    {entry.field(OutreachField::materials)}
                    {entry.field(OutreachField::note)}
                </FormSection>
            </RecordForm>
            {after}
        </Page>
    }
}
