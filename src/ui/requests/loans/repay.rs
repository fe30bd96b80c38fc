//! Takes in what is paid back of a loan: an instalment, part of one, or all. How the amount is split, and what is owed
//! then, is shown while one types.

use domain::fund::MOST;
use domain::records::{Entry as Posting, EntryField, Loan};
use domain::value::Fen;
use domain::{Date, Id};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::command::RepayLoan;
use replica::query::fund::{self, LoanLine};

use super::next_of;
use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry, RecordForm, draft_of_entry, yuan};
use crate::requests::pay::account_choice;
use crate::requests::signature::{Signature, SignatureField};
use crate::route::{Requests, use_go};
use crate::widget::button::Button;
use crate::widget::field::ChoiceField;
use crate::widget::form::{FormSection, Wide};
use crate::widget::page::{Page, PageHeader, PageKind};
use crate::widget::split::ButtonGroup;

/// The form's page.
pub(in crate::requests) fn page(id: Id<Loan>) -> AnyView {
    let found = untrack(|| use_desk().ask(|state| fund::loan(state, id)));
    match found {
        Some(loan) => view! { <RepayForm id loan/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

#[component]
fn RepayForm(id: Id<Loan>, loan: LoanLine) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let signature = Signature::new();
    let narration = language.loan_narration(&loan.name);
    let entry = Entry::new(&Posting { on: Some(desk.today()), narration, ..Posting::default() });
    let draft = draft_of_entry(format!("loan/{id}/repay"), entry);
    let save = move || {
        let (Some(command), go) = (command(id, entry, signature), go.clone()) else { return };
        desk.save(command, move |result| match result {
            Ok(()) => {
                draft.0.close();
                go(Requests::Loan(id).into());
            }
            Err(problems) => entry.show(problems),
        });
    };
    let (title, back) = (language.loan_repay_of(&loan.name), Requests::Loan(id).href());
    let owed = format!("{} {}", language.loan_owed_now(), numbers::money(language, loan.owed));
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=title.clone() subtitle=owed back=back.clone() back_label=language.back()/>
            <RecordForm label=title draft=draft.0 error=entry.whole_error() back on_afresh=draft.1 on_save=save>
                <Fields entry loan signature/>
            </RecordForm>
        </Page>
    }
}

fn command(loan: Id<Loan>, entry: Entry<Posting>, signature: Signature) -> Option<RepayLoan> {
    let read = entry.read()?;
    let (Some(account), Some(on)) = (read.debit, read.on) else {
        let fields = [(EntryField::debit, read.debit.is_none()), (EntryField::on, read.on.is_none())];
        let missing = fields.into_iter().filter(|(_, is_missing)| *is_missing);
        entry.show(missing.map(|(field, _)| domain::Problem::at(field, domain::Fault::Missing)).collect());
        return None;
    };
    let (amount, narration, voucher) = (read.amount, read.narration, read.voucher);
    Some(RepayLoan { loan, account, on, amount, narration, voucher, posted_by: signature.name() })
}

#[component]
fn Fields(entry: Entry<Posting>, loan: LoanLine, signature: Signature) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let accounts = desk.memo(move |state| {
        let open = fund::money_accounts(state, today).into_iter();
        open.map(|line| account_choice(language, line)).collect::<Vec<_>>()
    });
    let (value, error) = (entry.one(EntryField::debit), entry.error(EntryField::debit));
    let (amount, on) = (entry.one(EntryField::amount), entry.one(EntryField::on));
    let quick = quick(language, &loan, today, amount);
    let said = move || {
        let amount = domain::entry::money(&amount.get()).ok().filter(|fen| fen.0 > 0)?;
        Some(split(language, &loan, domain::entry::date(&on.get()).unwrap_or(today), amount))
    };
    view! {
        <FormSection title=language.loan_repay_section()>
            {entry.needed(EntryField::amount)}
            {entry.needed(EntryField::on)}
            <Wide>{quick}</Wide>
            <Wide><p role="status">{said}</p></Wide>
            <Wide><ChoiceField label=language.loan_into() value options=accounts error required=true/></Wide>
            {entry.field(EntryField::voucher)}
            <SignatureField signature label=language.field(EntryField::posted_by) error=entry.error(EntryField::posted_by)/>
        </FormSection>
    }
}

/// The amounts that are paid most often: the next instalment, and all that is owed.
fn quick(language: Language, loan: &LoanLine, today: Date, amount: RwSignal<String>) -> impl IntoView + use<> {
    let button = |label: String, fen: Fen| {
        let press = move || amount.set(yuan(fen.0));
        view! { <Button label on_press=press/> }
    };
    let next = next_of(loan).map(|one| {
        let left = one.left();
        button(language.loan_repay_next(one.number, &numbers::money(language, left)), left)
    });
    let all = settles(loan, today);
    let all = button(language.loan_repay_all(&numbers::money(language, all)), all);
    view! { <ButtonGroup label=language.loan_quick()>{next}{all}</ButtonGroup> }
}

/// What settles a loan on a day.
fn settles(loan: &LoanLine, on: Date) -> Fen {
    let (charges, principal) = fund::split(loan, on, MOST);
    Fen(charges.0 + principal.0)
}

/// How an amount is split, or by how much it is too much.
fn split(language: Language, loan: &LoanLine, on: Date, amount: Fen) -> String {
    let money = |fen| numbers::money(language, fen);
    let (charges, principal) = fund::split(loan, on, amount);
    if charges.0 + principal.0 < amount.0 {
        return language.loan_split_over(&money(settles(loan, on)));
    }
    language.loan_split(&money(charges), &money(principal), &money(Fen(loan.owed.0 - principal.0)))
}
