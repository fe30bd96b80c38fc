//! The form of a plan: its name, its year, the county it is for, and what it begins with.

use domain::records::{Division, Plan, PlanField};
use domain::{Date, Id};
use leptos::prelude::*;
use locales::Language;
use replica::command::{CopyPlan, SavePlan, Source};
use replica::query::divisions;
use replica::query::training::plan;

use crate::app::Missing;
use crate::context::{Desk, use_asked, use_desk, use_language};
use crate::entry::{Controls, Entry, RecordForm, draft_of_entry, saver};
use crate::route::{Plans, Target, use_go};
use crate::widget::field::{Choice, ChoiceField};
use crate::widget::form::{FormSection, Wide};
use crate::widget::page::{Page, PageHeader, PageKind};

/// The year in force, as what a copy is made of.
const YEAR: &str = "year";

/// The form's page.
#[component]
pub(super) fn PlanForm(target: Target<Plan>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let copy = use_asked("copy");
    let found = move |id: Id<Plan>| untrack(|| desk.ask(|state| state.get(id).cloned()));
    let before = match target {
        Some(id) => found(id),
        None => Some(begun(language, desk.today(), copy.get_untracked().parse().ok().and_then(found))),
    };
    match before {
        Some(before) => view! { <Fields target before copy/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

/// A new plan: in the second half of the year for the next one; of a copy what does not tell it from the first.
fn begun(language: Language, today: Date, copied: Option<Plan>) -> Plan {
    if let Some(of) = copied {
        return Plan { name: language.plan_copy(&of.name), state: None, adopted_on: None, ..of };
    }
    let year = today.year() + i32::from(u8::from(today.month()) > 6);
    Plan { name: language.plan_name(year), year: year.unsigned_abs(), ..Plan::default() }
}

#[component]
fn Fields(target: Target<Plan>, before: Plan, copy: RwSignal<String>) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let entry = Entry::new(&before);
    let key = target.map_or_else(|| format!("plan/new/{}", copy.get_untracked()), |id| format!("plan/{id}"));
    let draft = draft_of_entry(key, entry);
    let leave = move || go(target.or_else(|| last(desk)).map_or(Plans::List, Plans::Plan).into());
    let save = saver(entry, draft.0, move |plan| SavePlan { id: target, plan }, leave.clone());
    let year = desk.today().year();
    let source = move || copy.get_untracked().parse().map_or(Source::Year(year), Source::Plan);
    let save_copy = saver(entry, draft.0, move |plan| CopyPlan { source: source(), plan }, leave);
    let on_save = move || match copy.get_untracked().is_empty() || target.is_some() {
        true => save.run(()),
        false => save_copy.run(()),
    };
    let title = if target.is_some() { language.edit_plan() } else { language.new_plan() };
    let back = target.map_or(Plans::List, Plans::Plan).href();
    let begins = target.is_none().then(|| view! { <Wide><Begins copy year/></Wide> });
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title back=back.clone() back_label=language.back()/>
            <RecordForm label=title draft=draft.0 error=entry.whole_error() back on_afresh=draft.1 on_save>
                <FormSection title=language.plan_facts()>
                    {entry.needed(PlanField::name)}
                    {entry.needed(PlanField::year)}
                    {begins}
                    <Wide>{entry.among(PlanField::division, counties(desk), false)}</Wide>
                    {entry.field(PlanField::note)}
                </FormSection>
            </RecordForm>
        </Page>
    }
}

fn counties(desk: Desk) -> Signal<Vec<Choice>> {
    let choice = |(id, name): (Id<Division>, String)| Choice::new(id.to_string(), name);
    desk.memo(move |state| divisions::counties(state).into_iter().map(choice).collect::<Vec<_>>()).into()
}

/// What the plan begins with: nothing, what is in force, or another plan.
#[component]
fn Begins(copy: RwSignal<String>, year: i32) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let options = desk.memo(move |state| {
        let plans = plan::plans(state).into_iter();
        let plans =
            plans.map(|line| Choice::new(line.id.to_string(), language.plan_of_year(&line.plan.name, line.plan.year)));
        std::iter::once(Choice::new(YEAR, language.in_force_of(year))).chain(plans).collect::<Vec<_>>()
    });
    view! {
        <ChoiceField label=language.begins_with() value=copy options nothing=language.begins_empty() hint=language.begins_hint() menu=true/>
    }
}

/// The plan that came last: right after a save, the one that was made.
fn last(desk: Desk) -> Option<Id<Plan>> {
    untrack(|| desk.ask(|state| state.all::<Plan>().iter().last().map(|(id, _)| id)))
}
