//! Puts an instalment off to a later day, for a reason.

use domain::Id;
use domain::records::{Instalment, InstalmentField};
use leptos::prelude::*;
use locales::numbers;
use replica::command::DeferInstalment;
use replica::query::fund::{self, LoanLine};

use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry, RecordForm, draft_of_entry, with_record};
use crate::route::{Requests, use_go};
use crate::widget::field::DateField;
use crate::widget::form::{FormSection, Wide};
use crate::widget::page::{Page, PageHeader, PageKind};

/// The form's page.
pub(in crate::requests) fn page(id: Id<Instalment>) -> AnyView {
    with_record(id, move |instalment| {
        let loan = instalment.loan;
        let loan = untrack(|| use_desk().ask(|state| loan.and_then(|loan| fund::loan(state, loan))));
        match loan {
            Some(loan) => view! { <DeferForm id instalment loan/> }.into_any(),
            None => view! { <Missing/> }.into_any(),
        }
    })
}

#[component]
fn DeferForm(id: Id<Instalment>, instalment: Instalment, loan: LoanLine) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let entry = Entry::new(&Instalment::default());
    let draft = draft_of_entry(format!("instalment/{id}/defer"), entry);
    let (loan_id, before) = (loan.id, instalment.due_on);
    let save = move || {
        let (Some(read), go) = (entry.read(), go.clone()) else { return };
        let Some(due_on) = read.due_on else {
            entry.show(vec![domain::Problem::at(InstalmentField::due_on, domain::Fault::Missing)]);
            return;
        };
        desk.save(DeferInstalment { id, due_on, reason: read.reason }, move |result| match result {
            Ok(()) => {
                draft.0.close();
                go(Requests::Loan(loan_id).into());
            }
            Err(problems) => entry.show(problems),
        });
    };
    let left = loan.instalments.iter().find(|one| one.id == id).map(|one| one.left()).unwrap_or_default();
    let day = before.map(|day| language.date(day)).unwrap_or_default();
    let hint = language.loan_defer_hint(&day, &numbers::money(language, left));
    let title = language.loan_defer_of(&loan.name, instalment.number);
    let back = Requests::Loan(loan_id).href();
    let (value, error) = (entry.one(InstalmentField::due_on), entry.error(InstalmentField::due_on));
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=title.clone() back=back.clone() back_label=language.back()/>
            <RecordForm label=title draft=draft.0 error=entry.whole_error() back on_afresh=draft.1 on_save=save save_label=language.loan_defer()>
                <FormSection title=language.loan_defer() hint>
                    <DateField label=language.loan_defer_to() value error required=true/>
                    <Wide>{entry.needed(InstalmentField::reason)}</Wide>
                </FormSection>
            </RecordForm>
        </Page>
    }
}
