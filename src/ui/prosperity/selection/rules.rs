//! What an office decides for its choice: how much each part of a score counts, and the places of each county.

use domain::Id;
use domain::records::{Division, Indicator, ScoreWeights, ScoreWeightsField, Target, TargetField};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::command::{SaveTarget, SaveWeights};
use replica::query::divisions;
use replica::query::prosperity::{self, Quota};

use super::{Year, YearField};
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry, RecordForm, draft_of_entry, remove_button, saver};
use crate::prosperity::score::PARTS;
use crate::route::{Leading, use_go};
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::form::FormSection;
use crate::widget::icon::Icon;
use crate::widget::list::{Card, Pad};
use crate::widget::page::{Columns, Page, PageHeader, PageKind, Stack};
use crate::widget::table::{CardPlace, Column, PlainTable};

/// The page.
#[component]
pub(super) fn RulesPage() -> impl IntoView {
    let language = use_language();
    let year = Year::new();
    let back = Signal::derive(move || Leading::Drafts.href_with(&format!("year={}", year.get())));
    view! {
        <Page>
            <PageHeader title=language.selection_rules() subtitle=language.selection_rules_says() back back_label=language.selection()/>
            <div class="filters"><YearField year/></div>
            <Columns even=true>
                <Stack><WeightsCard year/></Stack>
                <Stack><QuotasCard year/></Stack>
            </Columns>
        </Page>
    }
}

fn weights_in_order(weights: &ScoreWeights) -> [u32; 6] {
    [weights.skill, weights.experience, weights.base, weights.willingness, weights.means, weights.reach]
}

#[component]
fn WeightsCard(year: Year) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let weights = desk.memo(move |state| prosperity::weights(state, year.get()));
    let columns = vec![
        Column::new(language.score_part(), "1fr", CardPlace::Title),
        Column::new(language.score_weight(), "1fr", CardPlace::Detail).number(),
        Column::new(language.score_share(), "1fr", CardPlace::Detail).number(),
    ];
    let rows = move || {
        let all = weights_in_order(&weights.get());
        let whole = all.iter().sum::<u32>().max(1);
        let share = move |weight: u32| format!("{}%", (weight * 100 + whole / 2) / whole);
        let row = |(field, weight): (ScoreWeightsField, u32)| {
            [language.field(field), numbers::count(weight), share(weight)].map(IntoAny::into_any).into()
        };
        PARTS.into_iter().zip(all).map(row).collect::<Vec<_>>()
    };
    let edit = move || {
        let href = Signal::derive(move || Leading::Weights(year.get()).href());
        let spoken = language.named_action(language.edit(), language.score_weights());
        view! { <LinkButton label=language.edit() spoken href icon=Icon::Edit/> }
    };
    let says = move || {
        let full = weights.get().full_reach;
        language.reach_rule(&numbers::count(full))
    };
    view! {
        <Card title=language.score_weights() action=edit>
            <PlainTable caption=language.score_weights() caption_hidden=true columns rows=Callback::from(rows)/>
            <Pad><p class="subtitle">{says}</p></Pad>
        </Card>
    }
}

#[component]
fn QuotasCard(year: Year) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let quotas = desk.memo(move |state| prosperity::quotas(state, year.get()));
    let columns = vec![
        Column::new(language.of(domain::records::DivisionLevel::County), "1.4fr", CardPlace::Title),
        Column::new(language.quota_needy(), "1fr", CardPlace::Detail).number(),
        Column::new(language.quota_places(), "1fr", CardPlace::Detail).number(),
        Column::new(language.edit(), "1fr", CardPlace::End),
    ];
    let rows = move || quotas.get().into_iter().map(|quota| quota_row(language, year, quota)).collect::<Vec<_>>();
    let count = Signal::derive(move || {
        language.households(&numbers::count(quotas.read().iter().map(|quota| quota.places).sum::<u32>()))
    });
    view! {
        <Card title=language.quotas() count>
            <PlainTable caption=language.quotas() caption_hidden=true columns rows=Callback::from(rows)/>
            <Pad><p class="subtitle">{language.quotas_says()}</p></Pad>
        </Card>
    }
}

fn quota_row(language: Language, year: Year, quota: Quota) -> Vec<AnyView> {
    let spoken = language.named_action(language.edit(), &quota.name);
    let county = quota.county;
    let href = Signal::derive(move || Leading::Quota(year.get(), county).href());
    let set = quota.target.map(|_| view! { <small class="subtitle">{language.quota_set()}</small> });
    vec![
        quota.name.into_any(),
        numbers::count(quota.needy).into_any(),
        view! { <span>{numbers::count(quota.places)}" "{set}</span> }.into_any(),
        view! { <LinkButton label=language.edit() spoken href kind=ButtonKind::Quiet icon=Icon::Edit/> }.into_any(),
    ]
}

/// The form of a year's weights.
pub(super) fn weights_page(year: u32) -> AnyView {
    let weights = untrack(|| use_desk().ask(|state| prosperity::weights(state, year)));
    view! { <WeightsForm weights/> }.into_any()
}

fn back_to(year: u32) -> String {
    Leading::Rules.href_with(&format!("year={year}"))
}

#[component]
fn WeightsForm(weights: ScoreWeights) -> impl IntoView {
    let (language, go) = (use_language(), crate::route::use_go_with());
    let (year, entry) = (weights.year, Entry::new(&weights));
    let draft = draft_of_entry(format!("weights/{year}"), entry);
    let leave = move || go(Leading::Rules.into(), &format!("year={year}"));
    let command = move |weights: ScoreWeights| SaveWeights { weights: ScoreWeights { year, ..weights } };
    let on_save = saver(entry, draft.0, command, leave);
    let title = language.score_weights_of(year);
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=title.clone() back=back_to(year) back_label=language.selection_rules()/>
            <RecordForm label=title draft=draft.0 error=entry.whole_error() back=back_to(year) on_afresh=draft.1 on_save>
                <FormSection title=language.score_weights() hint=language.score_weights_hint()>
                    {PARTS.map(|field| entry.field(field)).collect_view()}
                    {entry.hinted(ScoreWeightsField::full_reach, language.full_reach_hint())}
                </FormSection>
            </RecordForm>
        </Page>
    }
}

/// The form of a county's places.
pub(super) fn quota_page(year: u32, county: Id<Division>) -> AnyView {
    let (quota, name) = untrack(|| {
        use_desk().ask(|state| {
            let found = prosperity::quotas(state, year).into_iter().find(|quota| quota.county == county);
            (found, divisions::name(state, Some(county)))
        })
    });
    match quota {
        Some(quota) => view! { <QuotaForm year quota name/> }.into_any(),
        None => view! { <crate::app::Missing/> }.into_any(),
    }
}

#[component]
fn QuotaForm(year: u32, quota: Quota, name: String) -> impl IntoView {
    let (language, go) = (use_language(), use_go());
    let indicator = Some(Indicator::DemonstrationHouseholds);
    let target = Target { indicator, year, value: quota.places, division: Some(quota.county) };
    let (id, entry) = (quota.target, Entry::new(&target));
    let draft = draft_of_entry(format!("quota/{year}/{}", quota.county), entry);
    let (away, with) = (go.clone(), crate::route::use_go_with());
    let leave = move || with(Leading::Rules.into(), &format!("year={year}"));
    let command = move |read: Target| SaveTarget { id, target: Target { value: read.value, ..target.clone() } };
    let on_save = saver(entry, draft.0, command, leave);
    let title = language.quota_of(&name, year);
    let done = move || away(Leading::Rules.into());
    let remove = id.map(|id| remove_button(id, language.quota_free().to_owned(), language.quota_free_ask(&name), done));
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=title.clone() back=back_to(year) back_label=language.selection_rules()/>
            <RecordForm label=title draft=draft.0 error=entry.whole_error() back=back_to(year) on_afresh=draft.1 on_save>
                <FormSection title=language.quota_places() hint=language.quotas_says()>
                    {entry.called(TargetField::value, language.quota_places())}
                </FormSection>
            </RecordForm>
            {remove}
        </Page>
    }
}
