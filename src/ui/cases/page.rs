//! The case file: who it is and what can be done, then one part of the file at a time, named by the address's query.

use domain::Id;
use domain::records::{Case, Need, Visit};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use locales::numbers;
use replica::State;
use replica::query::photos::{self, PhotosOf};
use replica::query::{cases, divisions};

use super::tones::stage_tag;
use super::{household, income, joining, needs, overview, pairing, prosperity, trainings, visits};
use crate::context::{use_desk, use_language};
use crate::photos::Photos;
use crate::requests;
use crate::route::{Casework, Route};
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{self, Tabs, Tag};
use crate::widget::page::{Page, PageHeader};

/// A part of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tab {
    Overview,
    Members,
    Needs,
    Visits,
    Pairing,
    Income,
    Fund,
    Trainings,
    Prosperity,
    Photos,
    History,
}

impl Tab {
    const ALL: [Self; 11] = [
        Self::Overview,
        Self::Members,
        Self::Needs,
        Self::Visits,
        Self::Pairing,
        Self::Income,
        Self::Fund,
        Self::Trainings,
        Self::Prosperity,
        Self::Photos,
        Self::History,
    ];

    /// As the query of an address.
    pub(super) const fn query(self) -> &'static str {
        match self {
            Self::Overview => "tab=overview",
            Self::Members => "tab=members",
            Self::Needs => "tab=needs",
            Self::Visits => "tab=visits",
            Self::Pairing => "tab=pairing",
            Self::Income => "tab=income",
            Self::Fund => "tab=fund",
            Self::Trainings => "tab=trainings",
            Self::Prosperity => "tab=prosperity",
            Self::Photos => "tab=photos",
            Self::History => "tab=history",
        }
    }

    fn of_query(value: &str) -> Self {
        let is_meant = |tab: &Self| tab.query().strip_prefix("tab=") == Some(value);
        Self::ALL.into_iter().find(is_meant).unwrap_or(Self::Overview)
    }

    fn label(self) -> &'static str {
        let language = use_language();
        match self {
            Self::Overview => language.tab_overview(),
            Self::Members => language.tab_members(),
            Self::Needs => language.tab_needs(),
            Self::Visits => language.tab_visits(),
            Self::Pairing => language.tab_pairing(),
            Self::Income => language.tab_income(),
            Self::Fund => language.ask_part(),
            Self::Trainings => language.nav_training(),
            Self::Prosperity => language.nav_prosperity(),
            Self::Photos => language.photos(),
            Self::History => language.history(),
        }
    }
}

/// What the head of the page says.
#[derive(Clone, Debug, PartialEq)]
struct Head {
    name: String,
    place: String,
    phone: String,
    file: Case,
    /// How many members, needs, visits and photos.
    counts: [usize; 4],
}

fn head(state: &State, id: Id<Case>) -> Option<Head> {
    let file = state.get(id)?.clone();
    let village = divisions::name(state, file.village);
    let needs = state.referring::<Need>(domain::records::NeedField::case, id.raw()).count();
    let visits = state.referring::<Visit>(domain::records::VisitField::case, id.raw()).count();
    Some(Head {
        name: cases::name(state, id),
        place: format!("{village}{}", file.group),
        phone: file.phone.clone(),
        counts: [cases::members(state, id).len(), needs, visits, photos::count(state, id)],
        file,
    })
}

/// The page of a case while it is there.
pub(super) fn page(id: Id<Case>) -> AnyView {
    let desk = use_desk();
    let head = desk.memo(move |state| head(state, id));
    let is_there = Memo::new(move |_| head.read().is_some());
    let query = use_query_map();
    let tab = Memo::new(move |_| query.with(|query| Tab::of_query(query.get_str("tab").unwrap_or_default())));
    let shown = move || match is_there.get() {
        true => view! { <File id head tab/> }.into_any(),
        false => joining::gone::page(id),
    };
    view! { {shown} }.into_any()
}

#[component]
fn File(id: Id<Case>, head: Memo<Option<Head>>, tab: Memo<Tab>) -> impl IntoView {
    let language = use_language();
    let tabs = Signal::derive(move || Tab::ALL.map(|one| link(id, one, tab.get(), head.get())).to_vec());
    let part = move || match tab.get() {
        Tab::Overview => overview::part(id),
        Tab::Members => household::part(id),
        Tab::Needs => needs::part(id),
        Tab::Visits => visits::part(id),
        Tab::Pairing => pairing::part::part(id),
        Tab::Income => income::part::part(id),
        Tab::Fund => requests::part(id),
        Tab::Trainings => trainings::part(id),
        Tab::Prosperity => prosperity::part(id),
        Tab::Photos => view! { <Photos of=PhotosOf::Case(id)/> }.into_any(),
        Tab::History => joining::gone::history(id),
    };
    view! {
        <Page>
            {move || head.get().map(|head| view! { <FileHead id head/> })}
            <Tabs label=language.case_parts() tabs/>
            {part}
        </Page>
    }
}

fn link(id: Id<Case>, tab: Tab, current: Tab, head: Option<Head>) -> list::Tab {
    let [members, needs, visits, photos] = head.map(|head| head.counts).unwrap_or_default();
    let count = match tab {
        Tab::Members => members,
        Tab::Needs => needs,
        Tab::Visits => visits,
        Tab::Photos => photos,
        _ => 0,
    };
    list::Tab {
        href: Route::Case(id).href_with(tab.query()),
        label: tab.label().to_owned(),
        count: (count > 0).then(|| numbers::size(count)),
        current: tab == current,
    }
}

#[component]
fn FileHead(id: Id<Case>, head: Head) -> impl IntoView {
    let language = use_language();
    let title = if head.name.is_empty() { language.no_head().to_owned() } else { head.name };
    let (stage, kind) = (head.file.stage, language.maybe(head.file.household_kind));
    let tags = move || {
        view! {
            {stage_tag(stage)}
            {(!kind.is_empty()).then(|| view! { <Tag text=kind/> })}
        }
    };
    let subtitle = [head.place, head.phone].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    let actions = move || {
        view! {
            <LinkButton label=language.edit() spoken=language.revise_case() href=Route::CaseEdit(id).href() icon=Icon::Edit/>
            <LinkButton label=language.report_emergency() href=Casework::EmergencyNew(Some(id)).href() icon=Icon::Warning/>
            <LinkButton label=language.enrol_in_training() href=Route::Calendar.href() icon=Icon::Training/>
            <LinkButton label=language.plan_visit() href=Route::VisitNew(id).href() kind=ButtonKind::Primary icon=Icon::Calendar/>
        }
    };
    view! { <PageHeader title subtitle tags actions back=Route::Cases.href() back_label=language.nav_cases()/> }
}

#[cfg(test)]
mod tests {
    use super::Tab;

    #[test]
    fn every_part_is_found_by_its_query() {
        for tab in Tab::ALL {
            assert_eq!(Tab::of_query(tab.query().trim_start_matches("tab=")), tab);
        }
        assert_eq!(Tab::of_query("nonsense"), Tab::Overview);
    }
}
