//! The rows of the opening form: an account with its money, a loan that is outstanding, a source and what is left of it.
//! A row without an amount is none.

use std::sync::atomic::{AtomicU32, Ordering};

use domain::fund::{Class, Terms};
use domain::records::{Account, Purpose, RequestField};
use domain::value::Fen;
use domain::{Choice as _, Date, Fault, Id, entry as typed};
use leptos::prelude::*;
use replica::command::{OpeningLoan, OpeningSource};

use super::sentence;
use crate::context::use_language;
use crate::entry::PersonPick;
use crate::fund::words::account_choices;
use crate::widget::button::IconButton;
use crate::widget::field::{Choice, ChoiceField, NumberField, TextField};
use crate::widget::icon::Icon;

type FaultPlace = RwSignal<Option<Fault>>;

/// A number that no other row has.
fn fresh_key() -> u32 {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// An amount as typed; what is wrong with it is said in its row.
fn amount(raw: RwSignal<String>, place: FaultPlace) -> Option<Fen> {
    typed::money(&raw.get_untracked()).map_err(|fault| place.set(Some(fault))).ok()
}

fn text(texts: &[String], at: usize) -> RwSignal<String> {
    RwSignal::new(texts.get(at).cloned().unwrap_or_default())
}

/// Purposes as choices.
fn purposes() -> Signal<Vec<Choice>> {
    let language = use_language();
    let choices = Purpose::ALL.iter().map(|one| Choice::new(one.number().to_string(), language.of(*one)));
    Signal::stored(choices.collect())
}

fn purpose(raw: RwSignal<String>) -> Option<Purpose> {
    raw.get_untracked().parse().ok().and_then(Purpose::from_number)
}

/// An account of money.
#[derive(Clone)]
pub(super) struct MoneyRow {
    account: Id<Account>,
    name: String,
    pub(super) amount: RwSignal<String>,
    pub(super) fault: FaultPlace,
}

impl MoneyRow {
    pub(super) fn new(account: Id<Account>, name: String) -> Self {
        Self { account, name, amount: RwSignal::new(String::new()), fault: RwSignal::new(None) }
    }

    pub(super) fn is_filled(&self) -> bool {
        self.amount.with_untracked(|typed| !typed.trim().is_empty())
    }

    pub(super) fn read(self) -> Option<(Id<Account>, Fen)> {
        Some((self.account, amount(self.amount, self.fault)?))
    }

    pub(super) fn fields(self) -> impl IntoView {
        let unit = use_language().yuan();
        view! { <NumberField label=self.name value=self.amount decimal=true unit error=sentence(self.fault)/> }
    }
}

/// A source and what is left of it.
#[derive(Clone, Copy)]
pub(super) struct SourceRow {
    /// Tells it from the others.
    pub(super) key: u32,
    source: RwSignal<String>,
    earmark: RwSignal<String>,
    party: RwSignal<String>,
    pub(super) amount: RwSignal<String>,
    pub(super) fault: FaultPlace,
}

impl SourceRow {
    pub(super) fn new(source: String) -> Self {
        Self::restored(vec![source])
    }

    pub(super) fn restored(texts: Vec<String>) -> Self {
        Self {
            key: fresh_key(),
            source: text(&texts, 0),
            amount: text(&texts, 1),
            earmark: text(&texts, 2),
            party: text(&texts, 3),
            fault: RwSignal::new(None),
        }
    }

    pub(super) fn texts(self) -> Vec<String> {
        [self.source, self.amount, self.earmark, self.party].map(|field| field.get()).to_vec()
    }

    pub(super) fn is_filled(self) -> bool {
        self.amount.with_untracked(|typed| !typed.trim().is_empty())
    }

    pub(super) fn read(self) -> Option<OpeningSource> {
        let amount = amount(self.amount, self.fault);
        let source = self.source.get_untracked().parse().ok();
        if source.is_none() {
            self.fault.set(Some(Fault::NotInList));
        }
        let (earmark, party) = (purpose(self.earmark), typed::text(&self.party.get_untracked()));
        Some(OpeningSource { source: source?, earmark, party, amount: amount? })
    }

    pub(super) fn fields(self, rows: RwSignal<Vec<Self>>) -> impl IntoView {
        let language = use_language();
        let sources = account_choices(&[Class::Source]);
        let (unit, nothing) = (language.yuan(), language.no_earmark());
        let take_away = move || rows.update(|rows| rows.retain(|row| row.key != self.key));
        view! {
            <div class="wide opening-row" role="group" aria-label=language.opening_source_row()>
                <ChoiceField label=language.column_source() value=self.source options=sources nothing=language.choose() menu=true/>
                <NumberField label=language.left_of_it() value=self.amount decimal=true unit error=sentence(self.fault)/>
                <ChoiceField label=language.earmark() value=self.earmark options=purposes() nothing menu=true/>
                <TextField label=language.post_donor() value=self.party/>
                <IconButton label=language.take_row_away() icon=Icon::Close on_press=take_away/>
            </div>
        }
    }
}

/// A loan that is outstanding.
#[derive(Clone, Copy)]
pub(super) struct LoanRow {
    pub(super) key: u32,
    case: RwSignal<String>,
    purpose: RwSignal<String>,
    pub(super) amount: RwSignal<String>,
    months: RwSignal<String>,
    instalments: RwSignal<String>,
    pub(super) fault: FaultPlace,
}

impl LoanRow {
    pub(super) fn new() -> Self {
        Self::restored(vec![])
    }

    pub(super) fn restored(texts: Vec<String>) -> Self {
        Self {
            key: fresh_key(),
            case: text(&texts, 0),
            amount: text(&texts, 1),
            purpose: text(&texts, 2),
            months: text(&texts, 3),
            instalments: text(&texts, 4),
            fault: RwSignal::new(None),
        }
    }

    pub(super) fn texts(self) -> Vec<String> {
        [self.case, self.amount, self.purpose, self.months, self.instalments].map(|field| field.get()).to_vec()
    }

    pub(super) fn is_filled(self) -> bool {
        [self.amount, self.case].iter().any(|field| field.with_untracked(|typed| !typed.trim().is_empty()))
    }

    pub(super) fn read(self, on: Option<Date>) -> Option<OpeningLoan> {
        let principal = amount(self.amount, self.fault);
        let case = self.case.get_untracked().parse().ok();
        if case.is_none() {
            self.fault.set(Some(Fault::NotInList));
        }
        let count = |raw: RwSignal<String>| {
            let read = typed::count(&raw.get_untracked(), 1, 120);
            read.map_err(|fault| self.fault.set(Some(fault))).ok()
        };
        let (months, instalments) = (count(self.months), count(self.instalments));
        let terms = Terms {
            principal: principal?,
            lent_on: on?,
            months: months?,
            instalments: instalments?,
            rate: 0,
            fee: Fen(0),
        };
        Some(OpeningLoan { case: case?, purpose: purpose(self.purpose), terms })
    }

    pub(super) fn fields(self, rows: RwSignal<Vec<Self>>) -> impl IntoView {
        let language = use_language();
        let (unit, purposes) = (language.yuan(), purposes());
        let take_away = move || rows.update(|rows| rows.retain(|row| row.key != self.key));
        view! {
            <div class="wide opening-row" role="group" aria-label=language.opening_loan_row()>
                <PersonPick label=language.post_household().to_owned() value=self.case cases=true/>
                <NumberField label=language.still_owed() value=self.amount decimal=true unit error=sentence(self.fault)/>
                <ChoiceField label=language.column_use() value=self.purpose options=purposes nothing=language.choose() menu=true/>
                <NumberField label=language.field(RequestField::months) value=self.months/>
                <NumberField label=language.field(RequestField::instalments) value=self.instalments/>
                <IconButton label=language.take_row_away() icon=Icon::Close on_press=take_away/>
            </div>
        }
    }
}
