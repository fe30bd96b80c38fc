//! Takes a step in the life of a case: on which day, who decided it, and why.

use domain::Id;
use domain::records::{Case, CaseStep, CaseStepField, LifeStep};
use leptos::prelude::*;
use locales::Language;
use replica::command::AdvanceCase;
use replica::query::cases;

use crate::cases::form_page::FormPage;
use crate::cases::page::Tab;
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry, draft_of_entry, saver, with_record};
use crate::route::{Route, use_go};
use crate::widget::form::FormSection;

/// The form's page.
pub(in crate::cases) fn page(case: Id<Case>, step: LifeStep) -> AnyView {
    with_record(case, move |_| view! { <StepForm case step/> }.into_any())
}

#[component]
fn StepForm(case: Id<Case>, step: LifeStep) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let household = untrack(|| desk.ask(|state| cases::name(state, case)));
    let (today, is_confirmation) = (desk.today(), step == LifeStep::Confirm);
    let entry = Entry::new(&CaseStep { step: Some(step), on: Some(today), ..CaseStep::default() });
    let draft = draft_of_entry(format!("case/{case}/step/{}", domain::Choice::number(step)), entry);
    let leave = move || go(Route::Case(case));
    let command = move |taken: CaseStep| AdvanceCase {
        case,
        step,
        on: taken.on.unwrap_or(today),
        decided_by: taken.decided_by,
        reason: taken.reason,
    };
    let on_save = saver(entry, draft.0, command, leave);
    let decided_by = match is_confirmation {
        true => entry.needed(CaseStepField::decided_by),
        false => entry.field(CaseStepField::decided_by),
    };
    let reason = match step {
        LifeStep::Leave | LifeStep::NeedyAgain => entry.needed(CaseStepField::reason),
        _ => entry.field(CaseStepField::reason),
    };
    view! {
        <FormPage title=language.step_of(language.of(step), &household) case tab=Tab::Overview draft error=entry.whole_error() on_save after=None>
            <FormSection title=language.of(step) hint=hint(language, step)>
                {entry.needed(CaseStepField::on)}
                {decided_by}
                {reason}
            </FormSection>
        </FormPage>
    }
}

/// What the step means.
fn hint(language: Language, step: LifeStep) -> &'static str {
    match step {
        LifeStep::Confirm => language.confirm_hint(),
        LifeStep::Support => language.support_hint(),
        LifeStep::Lift => language.lift_hint(),
        LifeStep::Leave => language.leave_hint(),
        _ => language.needy_again_hint(),
    }
}
