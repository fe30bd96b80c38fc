//! What a guidance team does on a visit: which team goes, what it advises, when somebody should look again. Nothing is
//! asked where there are no teams.

use domain::records::{GuidanceTeam, Visit, VisitField};
use leptos::prelude::*;

use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry, named_picks};
use crate::widget::form::FormSection;

/// Whether there are teams.
fn use_has_teams() -> Memo<bool> {
    use_desk().memo(|state| state.all::<GuidanceTeam>().iter().next().is_some())
}

/// Which team goes.
pub(in crate::cases) fn which_team(entry: Entry<Visit>) -> AnyView {
    let has_teams = use_has_teams();
    let teams = named_picks::<GuidanceTeam>(|_, team| team.name.clone());
    let field = move || has_teams.get().then(|| entry.among(VisitField::team, teams, false));
    view! { {field} }.into_any()
}

/// The part of a report that a team writes.
#[component]
pub(super) fn GuidanceSection(entry: Entry<Visit>) -> impl IntoView {
    let language = use_language();
    let has_teams = use_has_teams();
    let section = move || {
        let fields = move || {
            view! {
                <FormSection title=language.section_guidance()>
                    {which_team(entry)}
                    {entry.hinted(VisitField::look_again_on, language.look_again_hint())}
                    {entry.field(VisitField::advice)}
                </FormSection>
            }
        };
        has_teams.get().then(fields)
    };
    view! { {section} }
}
