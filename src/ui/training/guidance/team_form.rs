//! The form of a guidance team.

use domain::records::{GuidanceTeam, GuidanceTeamField};
use leptos::prelude::*;
use replica::command::SaveGuidanceTeam;
use replica::query::divisions;

use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry, RecordForm, draft_of_entry, remove_button, saver};
use crate::route::{Target, Teaching, use_go};
use crate::widget::field::Choice;
use crate::widget::form::FormSection;
use crate::widget::page::{Page, PageHeader, PageKind};

/// The form of a team, or of a new one.
pub(in crate::training) fn page(target: Target<GuidanceTeam>) -> AnyView {
    let desk = use_desk();
    let team = match target {
        Some(id) => untrack(|| desk.ask(|state| state.get(id).cloned())),
        None => Some(GuidanceTeam::default()),
    };
    team.map_or_else(|| view! { <Missing/> }.into_any(), |team| view! { <TeamForm target team/> }.into_any())
}

#[component]
fn TeamForm(target: Target<GuidanceTeam>, team: GuidanceTeam) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let entry = Entry::new(&team);
    let key = target.map_or_else(|| "team/new".to_owned(), |id| format!("team/{id}"));
    let draft = draft_of_entry(key, entry);
    let place = target.map_or(Teaching::Teams, Teaching::Team);
    let (leave, gone) = (go.clone(), go);
    let leave = move || leave(place.into());
    let on_save = saver(entry, draft.0, move |team| SaveGuidanceTeam { id: target, team }, leave);
    let title = if target.is_some() { language.edit_team() } else { language.add_team() };
    let question = language.remove_named(&team.name);
    let gone = move || gone(Teaching::Teams.into());
    let after = target.map(|id| remove_button(id, language.remove_team().to_owned(), question, gone));
    let counties = desk.memo(|state| {
        let all = divisions::counties(state).into_iter();
        all.map(|(id, name)| Choice::new(id.to_string(), name)).collect::<Vec<_>>()
    });
    let back = place.href();
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title back=back.clone() back_label=language.back()/>
            <RecordForm label=title draft=draft.0 error=entry.whole_error() back on_afresh=draft.1 on_save>
                <FormSection title=language.tab_teams()>
                    {entry.needed(GuidanceTeamField::name)}
                    {entry.hinted(GuidanceTeamField::subject, language.team_subject_hint())}
                    {entry.among(GuidanceTeamField::county, counties.into(), true)}
                    {entry.field(GuidanceTeamField::organisation)}
                    {entry.field(GuidanceTeamField::phone)}
                    {entry.hinted(GuidanceTeamField::people, language.team_people_hint())}
                    {entry.field(GuidanceTeamField::note)}
                </FormSection>
            </RecordForm>
            {after}
        </Page>
    }
}
