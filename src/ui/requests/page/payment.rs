//! How a request was paid: from which account, by which voucher, out of which money; and the loan that came of it.

use domain::records::{Account, AccountKind, Entry, Loan, Request};
use domain::value::Fen;
use domain::{Date, Id};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::State;
use replica::query::fund::{self, Ledger, Trace};

use crate::context::{use_desk, use_language};
use crate::requests::row::account_name;
use crate::route::Requests;
use crate::values::dotted;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::list::{Card, Row, Rows, Tag, Tone};

/// A payment.
#[derive(Clone, Debug, PartialEq)]
struct Payment {
    entry: Id<Entry>,
    on: Date,
    amount: Fen,
    /// The account's kind and own name.
    account: (Option<AccountKind>, String),
    voucher: String,
    stands: bool,
    /// Where the money came from at first, and who gave it.
    origins: Vec<(Option<AccountKind>, String, String, Fen)>,
    loan: Option<Id<Loan>>,
}

fn payments(state: &State, id: Id<Request>) -> Vec<Payment> {
    let is_any = state.get(id).is_some_and(|request| request.paid_on.is_some());
    if !is_any {
        return vec![];
    }
    let ledger = Ledger::of(state);
    let trace = Trace::of(&ledger);
    let paying = ledger.postings().iter().filter(|one| one.entry.request == Some(id) && one.entry.reverses.is_none());
    let payment = |posting: &fund::Posting| Payment {
        entry: posting.id,
        on: posting.on,
        amount: posting.amount,
        account: account(&ledger, Some(posting.credit)),
        voucher: posting.entry.voucher.clone(),
        stands: ledger.stands(posting.id),
        origins: origins(&ledger, &trace, posting.id),
        loan: posting.entry.loan,
    };
    paying.map(payment).collect()
}

fn account(ledger: &Ledger, id: Option<Id<Account>>) -> (Option<AccountKind>, String) {
    let found = id.and_then(|id| ledger.accounts().get(&id));
    found.map(|account| (account.kind, account.name.clone())).unwrap_or_default()
}

fn origins(ledger: &Ledger, trace: &Trace, payment: Id<Entry>) -> Vec<(Option<AccountKind>, String, String, Fen)> {
    let all = fund::origins(ledger, trace, payment).into_iter();
    let origin = |one: fund::Origin| {
        let (kind, name) = account(ledger, one.source);
        (kind, name, one.party, one.fen)
    };
    all.map(origin).collect()
}

/// The payment; nothing while there is none.
#[component]
pub(super) fn PaymentCard(id: Id<Request>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let payments = desk.memo(move |state| payments(state, id));
    let rows = move || payments.get().into_iter().map(|payment| row(language, payment)).collect_view();
    view! {
        <Show when=move || !payments.read().is_empty()>
            <Card title=language.ask_payment()><Rows>{rows}</Rows></Card>
        </Show>
    }
}

fn row(language: Language, payment: Payment) -> impl IntoView {
    let Payment { on, amount, account: (kind, name), voucher, stands, origins, loan, .. } = payment;
    let money = |fen| numbers::money(language, fen);
    let title = dotted([language.date(on), money(amount)]);
    let sources = origins.into_iter().map(|(kind, name, party, fen)| {
        let source = [account_name(language, kind, &name), party].into_iter().filter(|text| !text.is_empty());
        format!("{} {}", source.collect::<Vec<_>>().join(" "), money(fen))
    });
    let sources = sources.collect::<Vec<_>>().join(language.list_comma());
    let told = |label: &str, text: String| if text.is_empty() { text } else { format!("{label} {text}") };
    let why = dotted([
        told(language.ask_from_account(), account_name(language, kind, &name)),
        told(&language.field(domain::records::EntryField::voucher), voucher),
        told(language.ask_drawn_on(), sources),
    ]);
    let tags = move || (!stands).then(|| view! { <Tag text=language.ask_reversed() tone=Tone::Bad/> });
    let open = move || {
        loan.map(|loan| view! { <LinkButton label=language.ask_open_loan() href=Requests::Loan(loan).href() kind=ButtonKind::Quiet/> })
    };
    view! { <Row title why tags action=open/> }
}
