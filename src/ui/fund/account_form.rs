//! The form of an account: what it stands for, its name, its bank; closing it.

use domain::records::{Account, AccountField, AccountKind};
use domain::{Choice as _, Id};
use leptos::prelude::*;
use replica::command::SaveAccount;
use replica::query::fund;

use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry, RecordForm, draft_of_entry, saver};
use crate::route::{Fund, Target, use_go};
use crate::widget::field::{Choice, ChoiceField};
use crate::widget::form::{FormSection, Wide};
use crate::widget::page::{Page, PageHeader, PageKind};

/// The form of an account, or of a new one.
pub(super) fn page(target: Target<Account>) -> AnyView {
    let desk = use_desk();
    let account = match target {
        Some(id) => untrack(|| desk.ask(|state| fund::account(state, id))),
        None => Some(Account::default()),
    };
    match account {
        Some(account) => view! { <AccountForm target account/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

/// The kinds of which there can be several accounts.
fn kinds() -> Vec<AccountKind> {
    let single = [AccountKind::Loans, AccountKind::WrittenOff, AccountKind::Opening];
    AccountKind::ALL.iter().copied().filter(|kind| !single.contains(kind)).collect()
}

fn back_of(target: Target<Account>) -> Fund {
    target.map_or(Fund::Accounts, |id: Id<Account>| Fund::Account(id))
}

#[component]
fn AccountForm(target: Target<Account>, account: Account) -> impl IntoView {
    let (language, go) = (use_language(), use_go());
    let entry = Entry::new(&account);
    let key = target.map_or_else(|| "fund/account/new".to_owned(), |id| format!("fund/account/{id}"));
    let (draft, on_afresh) = draft_of_entry(key, entry);
    let leave = move || go(back_of(target).into());
    let on_save = saver(entry, draft, move |account| SaveAccount { id: target, account }, leave);
    let title = if target.is_some() { language.revise_account() } else { language.add_account() };
    let back = back_of(target).href();
    let kind = if target.is_none() { kind_field(entry) } else { ().into_any() };
    let closing = target.map(|_| {
        view! { <FormSection title=language.section_close_account() hint=language.close_account_hint()>{entry.field(AccountField::closed_on)}</FormSection> }
    });
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title back=back.clone() back_label=language.tab_accounts()/>
            <RecordForm label=title draft error=entry.whole_error() back on_afresh on_save>
                <FormSection title=language.section_account()>
                    {kind}
                    <Wide>{entry.hinted(AccountField::name, language.account_name_hint())}</Wide>
                    <Wide>{entry.field(AccountField::bank)}</Wide>
                    <Wide>{entry.field(AccountField::note)}</Wide>
                </FormSection>
                {closing}
            </RecordForm>
        </Page>
    }
}

fn kind_field(entry: Entry<Account>) -> AnyView {
    let language = use_language();
    let choices = kinds().into_iter().map(|kind| Choice::new(kind.number().to_string(), language.of(kind))).collect();
    let (value, error, label) =
        (entry.one(AccountField::kind), entry.error(AccountField::kind), language.field(AccountField::kind));
    let nothing = language.choose();
    view! { <Wide><ChoiceField label value options=Signal::stored(choices) error required=true nothing menu=true/></Wide> }
        .into_any()
}
