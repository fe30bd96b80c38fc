//! The form of a year's income: what is left of all, each person's share and the line beside it are worked out while one
//! types.

use domain::records::{Case, Income, IncomeField};
use domain::value::Fen;
use domain::{Id, entry as typed};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::State;
use replica::command::SaveIncome;
use replica::query::{cases, incomes};

use crate::cases::form_page::FormPage;
use crate::cases::page::Tab;
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry, draft_of_entry, remove_button, saver, with_record};
use crate::route::{Route, use_go_with};
use crate::widget::form::FormSection;
use crate::widget::list::{Fact, Facts, Tag, Tone};

/// The form of a new statement, of the last year that has none.
pub(in crate::cases) fn new_page(case: Id<Case>) -> AnyView {
    let desk = use_desk();
    let year = u32::try_from(desk.today().year()).unwrap_or(0);
    with_record(case, move |_| {
        let income = untrack(|| desk.ask(|state| incomes::begun(state, case, year)));
        view! { <IncomeForm id=None income/> }.into_any()
    })
}

/// The form of a statement.
pub(in crate::cases) fn page(id: Id<Income>) -> AnyView {
    with_record(id, move |income| view! { <IncomeForm id=Some(id) income/> }.into_any())
}

#[component]
fn IncomeForm(id: Option<Id<Income>>, income: Income) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go_with());
    let case = income.case.unwrap_or_default();
    let household = untrack(|| desk.ask(|state| cases::name(state, case)));
    let entry = Entry::new(&income);
    let key = id.map_or_else(|| format!("case/{case}/income"), |id| format!("income/{id}"));
    let draft = draft_of_entry(key, entry);
    let leave = move || go(Route::Case(case), Tab::Income.query());
    let question = language.remove_income_of(&household);
    let after = id.map(|id| remove_button(id, language.remove_income().to_owned(), question, leave.clone()));
    let on_save = saver(entry, draft.0, move |income| SaveIncome { id, income }, leave);
    view! {
        <FormPage title=language.income_title(&household) case tab=Tab::Income draft error=entry.whole_error() on_save after>
            <FormSection title=language.section_income_year()>
                {entry.needed(IncomeField::year)}
                {entry.needed(IncomeField::persons)}
            </FormSection>
            <FormSection title=language.section_income() hint=language.income_hint()>
                {entry.field(IncomeField::wage)}
                {entry.field(IncomeField::business)}
                {entry.field(IncomeField::property)}
                {entry.field(IncomeField::transfer)}
                {entry.field(IncomeField::expenses)}
            </FormSection>
            <Computed entry case/>
            <FormSection title=language.section_income_note()>
                {entry.field(IncomeField::stated_on)}
                {entry.field(IncomeField::note)}
            </FormSection>
        </FormPage>
    }
}

/// What follows from what is typed.
#[component]
fn Computed(entry: Entry<Income>, case: Id<Case>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let so_far = Memo::new(move |_| so_far(entry));
    let known = desk.memo(move |state| outcome(state, case, &so_far.get()));
    let facts = move || said(language, &known.get());
    view! {
        <FormSection title=language.section_computed()>
            <div class="wide" role="status"><Facts>{facts}</Facts></div>
        </FormSection>
    }
}

/// The statement as far as it is typed; what cannot be read counts as nothing.
fn so_far(entry: Entry<Income>) -> Income {
    let money = |field: IncomeField| typed::money(&entry.one(field).get()).unwrap_or(Fen(0));
    let count = |field: IncomeField| typed::count(&entry.one(field).get(), 0, 9999).unwrap_or(0);
    Income {
        year: count(IncomeField::year),
        wage: money(IncomeField::wage),
        business: money(IncomeField::business),
        property: money(IncomeField::property),
        transfer: money(IncomeField::transfer),
        expenses: money(IncomeField::expenses),
        persons: count(IncomeField::persons),
        ..Income::default()
    }
}

/// What follows from a statement.
#[derive(Clone, Debug, Default, PartialEq)]
struct Outcome {
    net: Fen,
    each: Option<Fen>,
    line: Option<incomes::Line>,
    is_below: Option<bool>,
}

fn outcome(state: &State, case: Id<Case>, income: &Income) -> Outcome {
    Outcome {
        net: income.net(),
        each: income.per_person(),
        line: incomes::line(state, state.get(case).and_then(|case| case.village), income.year),
        is_below: incomes::is_below(state, case, income),
    }
}

fn said(language: Language, known: &Outcome) -> impl IntoView + use<> {
    let money = move |fen| numbers::money(language, fen);
    let (net, is_below) = (money(known.net), known.is_below);
    let each = known.each.map(money).unwrap_or_default();
    let line = match &known.line {
        Some(line) => language.line_of_year(line.year, &money(line.amount)),
        None => language.line_unknown().to_owned(),
    };
    view! {
        <Fact name=language.net_income()>{net}</Fact>
        <Fact name=language.net_each()>{each} " " {below_tag(language, is_below)}</Fact>
        <Fact name=language.poverty_line()>{line}</Fact>
    }
}

/// Above or below the line.
pub(super) fn below_tag(language: Language, is_below: Option<bool>) -> Option<impl IntoView> {
    let (text, tone) = match is_below? {
        true => (language.below_line(), Tone::Warn),
        false => (language.above_line(), Tone::Good),
    };
    Some(view! { <Tag text tone/> })
}
