//! What an office decides for its fund: the ceilings of each purpose, and who does which step.

use domain::Choice as _;
use domain::fund::{TWO_PERSONS, ceiling_of};
use domain::records::{Ceiling, CeilingField, Duty, DutyField, Purpose, RequestStep};
use domain::value::Fen;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::State;
use replica::command::{SaveCeiling, SaveDuty};
use replica::query::fund;

use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry, RecordForm, draft_of_entry, saver};
use crate::fund::AreaTabs;
use crate::route::{Requests, Route, use_go};
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::form::{FormSection, Wide};
use crate::widget::icon::Icon;
use crate::widget::list::{Banner, Card, Row, Rows, Tone};
use crate::widget::page::{Page, PageHeader, PageKind, Stack};
use crate::widget::table::{CardPlace, Column, PlainTable};

/// The purposes, and whatever has no ceiling of its own.
fn purposes() -> impl Iterator<Item = Option<Purpose>> {
    Purpose::ALL.iter().map(|purpose| Some(*purpose)).chain([None])
}

fn purpose_word(language: Language, purpose: Option<Purpose>) -> &'static str {
    purpose.map_or_else(|| language.rule_other(), |purpose| language.of(purpose))
}

/// The page.
#[component]
pub(super) fn RulesPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let is_shared_out = desk.memo(fund::is_shared_out);
    let hint =
        move || (!is_shared_out.get()).then(|| view! { <Banner tone=Tone::Info text=language.rule_not_shared()/> });
    view! {
        <Page>
            <PageHeader title=language.fund_title()/>
            <AreaTabs/>
            {hint}
            <Stack><CeilingsCard/><DutiesCard/></Stack>
        </Page>
    }
}

#[component]
fn CeilingsCard() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let set = desk.memo(|state| {
        let own = |purpose| (purpose, state.get(ceiling_of(purpose)).cloned());
        purposes().map(own).collect::<Vec<_>>()
    });
    let amount = |field: CeilingField| Column::new(language.field(field), "1fr", CardPlace::Detail).number();
    let columns = vec![
        Column::new(language.field(CeilingField::purpose), "1fr", CardPlace::Title),
        amount(CeilingField::request),
        amount(CeilingField::case),
        amount(CeilingField::year),
        amount(CeilingField::two_persons),
        Column::new(language.edit(), "1fr", CardPlace::End),
    ];
    let rows =
        move || set.get().into_iter().map(|(purpose, own)| ceiling_row(language, purpose, own)).collect::<Vec<_>>();
    view! {
        <Card title=language.rule_ceilings()>
            <PlainTable caption=language.rule_ceilings() caption_hidden=true columns rows=Callback::from(rows)/>
        </Card>
    }
}

fn ceiling_row(language: Language, purpose: Option<Purpose>, own: Option<Ceiling>) -> Vec<AnyView> {
    let word = purpose_word(language, purpose);
    let said = |amount: Option<Fen>, none: String| match amount {
        None if purpose.is_some() => language.rule_as_other().to_owned(),
        Some(amount) if amount.0 > 0 => numbers::money(language, amount),
        _ => none,
    };
    let limit = |amount: Option<Fen>| said(amount, language.rule_none().to_owned());
    let two = said(own.as_ref().map(|own| own.two_persons), numbers::money(language, TWO_PERSONS));
    let spoken = language.named_action(language.edit(), word);
    let href = Requests::Ceiling(purpose).href();
    vec![
        word.into_any(),
        limit(own.as_ref().map(|own| own.request)).into_any(),
        limit(own.as_ref().map(|own| own.case)).into_any(),
        limit(own.as_ref().map(|own| own.year)).into_any(),
        two.into_any(),
        view! { <LinkButton label=language.edit() spoken href kind=ButtonKind::Quiet icon=Icon::Edit/> }.into_any(),
    ]
}

/// A step, the roles that may do it, and the persons who have one of them.
type Shared = (RequestStep, Vec<domain::records::FundRole>, Vec<String>);

fn shared(state: &State) -> Vec<Shared> {
    let of = |step: &RequestStep| {
        let names = fund::who_may(state, *step).into_iter().map(|(_, name)| name).collect();
        (*step, fund::roles_of(state, *step), names)
    };
    RequestStep::ALL.iter().map(of).collect()
}

#[component]
fn DutiesCard() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let shared = desk.memo(shared);
    let rows = move || shared.get().into_iter().map(|one| duty_row(language, one)).collect_view();
    let people = move || view! { <LinkButton label=language.rule_to_people() href=Route::Settings.href() kind=ButtonKind::Quiet icon=Icon::People/> };
    view! { <Card title=language.rule_duties() action=people><Rows>{rows}</Rows></Card> }
}

fn duty_row(language: Language, (step, roles, names): Shared) -> impl IntoView {
    let word = language.of(step);
    let roles = roles.into_iter().map(|role| language.of(role)).collect::<Vec<_>>().join(" · ");
    let names = if names.is_empty() { language.rule_nobody().to_owned() } else { names.join(" · ") };
    let spoken = language.named_action(language.edit(), word);
    let edit = move || {
        let (href, spoken) = (Requests::Duty(step).href(), spoken.clone());
        view! { <LinkButton label=language.edit() spoken href kind=ButtonKind::Quiet icon=Icon::Edit/> }
    };
    view! { <Row title=word why=format!("{roles} — {names}") action=edit/> }
}

/// The form of the ceilings of a purpose.
pub(super) fn ceiling_page(purpose: Option<Purpose>) -> AnyView {
    let found = untrack(|| use_desk().ask(|state| state.get(ceiling_of(purpose)).cloned()));
    let ceiling = Ceiling { purpose, ..found.unwrap_or_default() };
    view! { <CeilingForm ceiling/> }.into_any()
}

#[component]
fn CeilingForm(ceiling: Ceiling) -> impl IntoView {
    let (language, go) = (use_language(), use_go());
    let (purpose, entry) = (ceiling.purpose, Entry::new(&ceiling));
    let number = purpose.map_or(0, domain::Choice::number);
    let draft = draft_of_entry(format!("ceiling/{number}"), entry);
    let leave = move || go(Requests::Rules.into());
    let on_save = saver(entry, draft.0, move |ceiling| SaveCeiling { ceiling }, leave);
    let title = language.rule_set_of(purpose_word(language, purpose));
    let back = Requests::Rules.href();
    let two = language.rule_two_hint(&numbers::money(language, TWO_PERSONS));
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=title.clone() back=back.clone() back_label=language.tab_rules()/>
            <RecordForm label=title draft=draft.0 error=entry.whole_error() back on_afresh=draft.1 on_save>
                <FormSection title=language.rule_set() hint=language.rule_ceiling_hint()>
                    {entry.field(CeilingField::request)}
                    {entry.field(CeilingField::case)}
                    {entry.field(CeilingField::year)}
                    {entry.hinted(CeilingField::two_persons, two)}
                </FormSection>
            </RecordForm>
        </Page>
    }
}

/// The form of who may do a step.
pub(super) fn duty_page(step: RequestStep) -> AnyView {
    let roles = untrack(|| use_desk().ask(|state| fund::roles_of(state, step)));
    view! { <DutyForm duty=Duty { step: Some(step), roles } step/> }.into_any()
}

#[component]
fn DutyForm(duty: Duty, step: RequestStep) -> impl IntoView {
    let (language, go) = (use_language(), use_go());
    let entry = Entry::new(&duty);
    let draft = draft_of_entry(format!("duty/{}", domain::Choice::number(step)), entry);
    let leave = move || go(Requests::Rules.into());
    let on_save = saver(entry, draft.0, move |duty: Duty| SaveDuty { step, roles: duty.roles }, leave);
    let title = language.rule_duty_of(language.of(step));
    let back = Requests::Rules.href();
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=title.clone() back=back.clone() back_label=language.tab_rules()/>
            <RecordForm label=title draft=draft.0 error=entry.whole_error() back on_afresh=draft.1 on_save>
                <FormSection title=language.field(DutyField::roles) hint=language.rule_duty_hint()>
                    <Wide>{entry.needed(DutyField::roles)}</Wide>
                </FormSection>
            </RecordForm>
        </Page>
    }
}
