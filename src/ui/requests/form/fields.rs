//! The fields of a request. Which of them are there follows from what is asked for.

use domain::Id;
use domain::records::{Case, Loan, Need, NeedState, Request, RequestField, RequestKind};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::State;
use replica::query::{cases, fund};

use super::terms::TermsSection;
use super::typed;
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry, PersonPick};
use crate::requests::ceiling::Ceilings;
use crate::widget::field::{Choice, ChoiceField};
use crate::widget::form::{FormSection, Wide};

/// All sections.
#[component]
pub(super) fn Sections(id: Option<Id<Request>>, entry: Entry<Request>) -> impl IntoView {
    let language = use_language();
    let request = Memo::new(move |_| typed(entry, &Request::default()));
    let kind = Memo::new(move |_| request.read().kind);
    let terms = move || (kind.get() == Some(RequestKind::Loan)).then(|| view! { <TermsSection entry request/> });
    view! {
        <WhoSection entry kind/>
        <FormSection title=language.ask_section_amount()>
            {entry.needed(RequestField::amount)}
            <Ceilings id request/>
            {entry.hinted(RequestField::grounds, language.ask_grounds_hint())}
        </FormSection>
        {terms}
    }
}

#[component]
fn WhoSection(entry: Entry<Request>, kind: Memo<Option<RequestKind>>) -> impl IntoView {
    let language = use_language();
    let (case, error) = (entry.one(RequestField::case), entry.error(RequestField::case));
    let is_write_off = Memo::new(move |_| kind.get() == Some(RequestKind::WriteOff));
    let needs = needs(case);
    forget_other_needs(entry, needs);
    let rest = move || match is_write_off.get() {
        true => view! { <LoanField entry/> }.into_any(),
        false => view! {
            <Wide>{entry.needed(RequestField::purpose)}</Wide>
            <Show when=move || 1 < needs.read().len()>
                <Wide>{entry.among(RequestField::need, needs.into(), false)}</Wide>
            </Show>
        }
        .into_any(),
    };
    view! {
        <FormSection title=language.ask_section_who()>
            <Wide><PersonPick label=language.ask_household() value=case cases=true error required=true/></Wide>
            <Wide>{entry.needed(RequestField::kind)}</Wide>
            {rest}
        </FormSection>
    }
}

/// The needs of the household that are not met, and the choice of none. Of a need only its kind and day are said: the
/// household's words may speak of an illness.
fn needs(case: RwSignal<String>) -> Memo<Vec<Choice>> {
    let language = use_language();
    use_desk().memo(move |state| {
        let none = Choice::new("", language.ask_need_none());
        let Ok(case) = case.get().parse::<Id<Case>>() else { return vec![none] };
        let open = cases::needs(state, case).into_iter().filter(|(_, need)| need.state != Some(NeedState::Met));
        let choice = |(id, need): (Id<Need>, Need)| {
            let kind = language.maybe(need.kind);
            let label = need.asked_on.map(|day| language.ask_need(kind, &language.date(day)));
            Choice::new(id.to_string(), label.unwrap_or_else(|| kind.to_owned()))
        };
        std::iter::once(none).chain(open.map(choice)).collect()
    })
}

/// A need of another household is not kept when the household changes.
fn forget_other_needs(entry: Entry<Request>, needs: Memo<Vec<Choice>>) {
    let (case, need) = (entry.one(RequestField::case), entry.one(RequestField::need));
    Effect::new(move |before: Option<String>| {
        let (now, known) = (case.get(), needs.get());
        let is_other = before.is_some_and(|before| before != now);
        if is_other && !known.iter().any(|choice| choice.value == need.get_untracked()) {
            need.set(String::new());
        }
        now
    });
}

/// The loan that is to be written off, of those that the household owes.
#[component]
fn LoanField(entry: Entry<Request>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let (case, loan, amount) =
        (entry.one(RequestField::case), entry.one(RequestField::loan), entry.one(RequestField::amount));
    let owed = desk.memo(move |state| owed(state, language, case.get().parse().ok()));
    let choices = Signal::derive(move || owed.get().into_iter().map(|(choice, _)| choice).collect::<Vec<_>>());
    // What is owed is what is most often written off.
    Effect::new(move |_| {
        let chosen = loan.get();
        let left = owed.with(|all| all.iter().find(|(choice, _)| choice.value == chosen).map(|(_, left)| left.clone()));
        if let Some(left) = left.filter(|_| amount.with_untracked(String::is_empty)) {
            amount.set(left);
        }
    });
    let none = move || {
        let is_none = owed.read().is_empty() && case.with(|case| !case.is_empty());
        is_none.then(|| view! { <p class="subtitle">{language.ask_no_loans()}</p> })
    };
    let (label, error) = (language.field(RequestField::loan), entry.error(RequestField::loan));
    view! { <Wide><ChoiceField label value=loan options=choices error required=true/>{none}</Wide> }
}

/// The loans that a household owes as choices, each with what is owed as it is typed.
fn owed(state: &State, language: Language, case: Option<Id<Case>>) -> Vec<(Choice, String)> {
    let all = fund::loans(state).into_iter().filter(|line| case.is_some() && line.case == case && line.owed.0 > 0);
    let choice = |line: fund::LoanLine| {
        let id: Id<Loan> = line.id;
        let day = line.lent_on.map(|day| language.date(day)).unwrap_or_default();
        let (lent, left) = (numbers::money(language, line.principal), numbers::money(language, line.owed));
        let label = language.ask_loan_choice(&day, &lent, &left);
        (Choice::new(id.to_string(), label), crate::entry::yuan(line.owed.0))
    };
    all.map(choice).collect()
}
