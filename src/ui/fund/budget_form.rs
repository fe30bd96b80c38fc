//! The form of a budget: of which year, for what, where, how much.

use domain::records::{Budget, BudgetField, Purpose};
use domain::{Choice as _, Id};
use leptos::prelude::*;
use replica::command::SaveBudget;
use replica::query::divisions;

use crate::app::Missing;
use crate::context::{use_asked, use_desk, use_language};
use crate::entry::{Controls, Entry, RecordForm, draft_of_entry, remove_button, saver};
use crate::route::{Fund, Target, use_go};
use crate::widget::field::{Choice, ChoiceField};
use crate::widget::form::FormSection;
use crate::widget::page::{Page, PageHeader, PageKind};

/// The form of a budget, or of a new one for what the address asks.
pub(super) fn page(target: Target<Budget>) -> AnyView {
    let desk = use_desk();
    let budget = match target {
        Some(id) => untrack(|| desk.ask(|state| state.get(id).cloned())),
        None => Some(begun()),
    };
    match budget {
        Some(budget) => view! { <BudgetForm target budget/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

fn begun() -> Budget {
    let this_year = use_desk().today().year().unsigned_abs();
    let asked = |name| use_asked(name).get_untracked();
    Budget {
        year: asked("year").parse().unwrap_or(this_year),
        purpose: asked("purpose").parse().ok().and_then(Purpose::from_number),
        division: asked("county").parse().ok(),
        ..Budget::default()
    }
}

#[component]
fn BudgetForm(target: Target<Budget>, budget: Budget) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let entry = Entry::new(&budget);
    let key = target.map_or_else(
        || format!("fund/budget/{}/{:?}/{:?}", budget.year, budget.purpose, budget.division),
        |id: Id<Budget>| format!("fund/budget/{id}"),
    );
    let (draft, on_afresh) = draft_of_entry(key, entry);
    let leave = move || go(Fund::Budget.into());
    let question = language.remove_budget_question().to_owned();
    let after = target.map(|id| remove_button(id, language.remove_budget().to_owned(), question, leave.clone()));
    let on_save = saver(entry, draft, move |budget| SaveBudget { id: target, budget }, leave);
    let counties = desk.memo(|state| {
        let all = divisions::counties(state).into_iter();
        all.map(|(id, name)| Choice::new(id.to_string(), name)).collect::<Vec<_>>()
    });
    let (title, back) = (language.set_budget(), Fund::Budget.href());
    let (place, label) = (entry.one(BudgetField::division), language.field(BudgetField::division));
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title back=back.clone() back_label=language.tab_budget()/>
            <RecordForm label=title draft error=entry.whole_error() back on_afresh on_save>
                <FormSection title>
                    {entry.needed(BudgetField::year)}
                    <ChoiceField label value=place options=counties nothing=language.everywhere() menu=true/>
                    {entry.needed(BudgetField::purpose)}
                    {entry.needed(BudgetField::amount)}
                </FormSection>
            </RecordForm>
            {after}
        </Page>
    }
}
