//! The form of a poverty line: a year, an amount, and a county where it differs from the rest.

use domain::records::{PovertyLine, PovertyLineField};
use leptos::prelude::*;
use replica::command::SavePovertyLine;
use replica::query::divisions;

use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry, RecordForm, draft_of_entry, remove_button, saver};
use crate::route::{Casework, Target, use_go};
use crate::widget::field::{Choice, ChoiceField};
use crate::widget::form::FormSection;
use crate::widget::page::{Page, PageHeader, PageKind};

/// The form of a line, or of this year's.
pub(in crate::cases) fn page(target: Target<PovertyLine>) -> AnyView {
    let desk = use_desk();
    let year = u32::try_from(desk.today().year()).unwrap_or(0);
    let line = match target {
        Some(id) => untrack(|| desk.ask(|state| state.get(id).cloned())),
        None => Some(PovertyLine { year, ..PovertyLine::default() }),
    };
    match line {
        Some(line) => view! { <LineForm target line/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

#[component]
fn LineForm(target: Target<PovertyLine>, line: PovertyLine) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let entry = Entry::new(&line);
    let key = target.map_or_else(|| "line/new".to_owned(), |id| format!("line/{id}"));
    let draft = draft_of_entry(key, entry);
    let leave = move || go(Casework::Lines.into());
    let question = language.remove_line_question().to_owned();
    let after = target.map(|id| remove_button(id, language.remove_line().to_owned(), question, leave.clone()));
    let on_save = saver(entry, draft.0, move |line| SavePovertyLine { id: target, line }, leave);
    let counties = desk.memo(|state| {
        let all = divisions::counties(state).into_iter();
        all.map(|(id, name)| Choice::new(id.to_string(), name)).collect::<Vec<_>>()
    });
    let (title, back) = (language.poverty_line(), Casework::Lines.href());
    let (place, label) = (entry.one(PovertyLineField::division), language.field(PovertyLineField::division));
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title back=back.clone() back_label=language.tab_lines()/>
            <RecordForm label=title draft=draft.0 error=entry.whole_error() back on_afresh=draft.1 on_save>
                <FormSection title hint=language.line_hint()>
                    {entry.needed(PovertyLineField::year)}
                    {entry.needed(PovertyLineField::amount)}
                    <ChoiceField label value=place options=counties nothing=language.everywhere() menu=true/>
                </FormSection>
            </RecordForm>
            {after}
        </Page>
    }
}
