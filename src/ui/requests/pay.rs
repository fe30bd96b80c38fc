//! Pays an approved request: from which account, by which voucher, out of which money. A loan that is written off moves
//! no money, and is asked for none of these.

use domain::fund::standard;
use domain::records::{Account, AccountKind, EntryField, Request, RequestField, RequestKind, RequestStep};
use domain::{Id, records};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::command::PayRequest;
use replica::query::cases;
use replica::query::fund::{self, Drawable, MoneyLine};

use super::row::account_name;
use super::signature::{Signature, SignatureField};
use super::step::about;
use crate::context::{Pages, use_desk, use_language};
use crate::entry::{Controls, Entry, RecordForm, draft_of, with_record};
use crate::route::{Requests, use_go};
use crate::widget::field::{Choice, ChoiceField};
use crate::widget::form::{FormSection, Wide};
use crate::widget::page::{Page, PageHeader, PageKind};

/// The form's page.
pub(super) fn page(id: Id<Request>) -> AnyView {
    with_record(id, move |request| view! { <PayForm id request/> }.into_any())
}

/// A payment on its way.
#[derive(Clone, Copy)]
struct Paying {
    entry: Entry<records::Entry>,
    signature: Signature,
    /// What it draws on: a source or a receipt, each behind its letter; empty to let the rule choose.
    drawn: RwSignal<String>,
}

impl Paying {
    fn pages(self) -> Pages {
        vec![self.entry.pages(), self.signature.pages(), vec![(0, vec![self.drawn.get()])]]
    }

    fn restore(self, pages: Pages) {
        let mut pages = pages.into_iter();
        self.entry.restore(pages.next().unwrap_or_default());
        self.signature.restore(pages.next().unwrap_or_default());
        let drawn = pages.next().unwrap_or_default().into_iter().flat_map(|(_, texts)| texts).next();
        self.drawn.set(drawn.unwrap_or_default());
        self.entry.show(vec![]);
    }

    fn command(self, id: Id<Request>, is_write_off: bool) -> Option<PayRequest> {
        let read = self.entry.read()?;
        let account = if is_write_off { Some(standard(AccountKind::Loans)) } else { read.credit };
        let drawn = self.drawn.get_untracked();
        let (Some(account), Some(on)) = (account, read.on) else {
            let missing = |field| domain::Problem::at(field, domain::Fault::Missing);
            let fields = [(EntryField::credit, account.is_none()), (EntryField::on, read.on.is_none())];
            self.entry.show(fields.into_iter().filter(|(_, is)| *is).map(|(field, _)| missing(field)).collect());
            return None;
        };
        Some(PayRequest {
            id,
            account,
            on,
            by: self.signature.signatory(),
            voucher: read.voucher,
            source: drawn.strip_prefix(SOURCE).and_then(|id| id.parse().ok()),
            receipt: drawn.strip_prefix(RECEIPT).and_then(|id| id.parse().ok()),
        })
    }
}

const SOURCE: &str = "s:";
const RECEIPT: &str = "r:";

#[component]
fn PayForm(id: Id<Request>, request: Request) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let is_write_off = request.kind == Some(RequestKind::WriteOff);
    let entry = Entry::new(&records::Entry { on: Some(desk.today()), ..records::Entry::default() });
    let paying = Paying { entry, signature: Signature::new(), drawn: RwSignal::new(String::new()) };
    let draft = draft_of(format!("request/{id}/pay"), move || paying.pages(), move |pages| paying.restore(pages));
    let signed = RwSignal::new(None::<String>);
    let save = move || {
        signed.set(None);
        let (Some(command), go) = (paying.command(id, is_write_off), go.clone()) else { return };
        desk.save(command, move |result| match result {
            Ok(()) => {
                draft.0.close();
                go(Requests::Request(id).into());
            }
            Err(problems) => {
                let is_signature = |problem: &domain::Problem| problem.field == Some(RequestField::paid_by.into());
                let (own, rest): (Vec<_>, Vec<_>) = problems.into_iter().partition(is_signature);
                signed.set(own.first().map(|problem| locales::fault::sentence(language, &problem.fault)));
                entry.show(rest);
            }
        });
    };
    let household = untrack(|| desk.ask(|state| cases::name_of(state, request.case)));
    let word = language.of(RequestStep::Pay);
    let title = language.ask_step_of(word, &household);
    let back = Requests::Request(id).href();
    let about = about(language, &request, &household);
    let hint = if is_write_off { language.ask_hint_write_off() } else { language.ask_hint_pay() };
    let money = (!is_write_off).then(|| view! { <MoneyFields paying request=request.clone()/> });
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=title.clone() subtitle=about back=back.clone() back_label=language.back()/>
            <RecordForm label=title draft=draft.0 error=entry.whole_error() back on_afresh=draft.1 on_save=save save_label=word>
                <FormSection title=word hint>
                    {money}
                    {entry.needed(EntryField::on)}
                    {entry.field(EntryField::voucher)}
                    <SignatureField signature=paying.signature label=language.field(RequestField::paid_by) error=signed/>
                </FormSection>
            </RecordForm>
        </Page>
    }
}

/// From which account, and out of which money.
#[component]
fn MoneyFields(paying: Paying, request: Request) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let purpose = request.purpose;
    let accounts = desk.memo(move |state| {
        let open = fund::money_accounts(state, today).into_iter();
        open.map(|line| account_choice(language, line)).collect::<Vec<_>>()
    });
    let drawn = desk.memo(move |state| {
        let rule = Choice::new("", language.ask_by_rule());
        let all = fund::drawable(state, purpose).into_iter().map(|line| drawn_choice(language, line));
        std::iter::once(rule).chain(all).collect::<Vec<_>>()
    });
    let (value, error) = (paying.entry.one(EntryField::credit), paying.entry.error(EntryField::credit));
    let amount = paying.entry.error(EntryField::amount);
    let short = move || amount.get().map(|text| view! { <Wide><p class="field-error" role="alert">{text}</p></Wide> });
    view! {
        <Wide><ChoiceField label=language.ask_from_account() value options=accounts error required=true/></Wide>
        <Wide><ChoiceField label=language.ask_drawn_on() value=paying.drawn options=drawn menu=true/></Wide>
        {short}
    }
}

pub(super) fn account_choice(language: Language, line: MoneyLine) -> Choice {
    let name = account_name(language, line.kind, &line.name);
    let account: Id<Account> = line.account;
    Choice::new(account.to_string(), language.ask_account_left(&name, &numbers::money(language, line.balance)))
}

fn drawn_choice(language: Language, line: Drawable) -> Choice {
    let left = numbers::money(language, line.left);
    let name = account_name(language, line.kind, &line.name);
    match line.receipt {
        Some(receipt) => {
            let day = line.on.map(|day| language.date(day)).unwrap_or_default();
            let from = [name, line.party].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
            Choice::new(format!("{RECEIPT}{receipt}"), language.ask_receipt_left(&day, &from, &left))
        }
        None => {
            let source = line.source.map(|id| id.to_string()).unwrap_or_default();
            Choice::new(format!("{SOURCE}{source}"), language.ask_account_left(&name, &left))
        }
    }
}
