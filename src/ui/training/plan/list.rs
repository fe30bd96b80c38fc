//! All plans by year: the one in force, drafts beside it, and those put aside.

use domain::records::PlanState;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::training::plan::{self, PlanLine};

use crate::context::{use_desk, use_language};
use crate::route::Plans;
use crate::training::tabs::TrainingTabs;
use crate::values::dotted;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Row, Rows, Tag, Tone};
use crate::widget::page::{Page, PageHeader};

/// The page of all plans.
#[component]
pub(super) fn PlansPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let lines = desk.memo(plan::plans);
    let begin = move || {
        view! { <LinkButton label=language.new_plan() href=Plans::Form(None).href() kind=ButtonKind::Primary icon=Icon::Plus/> }
    };
    let actions = move || {
        let compare = move || {
            (!lines.read().is_empty()).then(|| {
                view! { <LinkButton label=language.compare_plans() href=Plans::Compare.href() icon=Icon::Chart/> }
            })
        };
        view! { {compare} {begin()} }
    };
    let body = move || match lines.read().is_empty() {
        true => {
            let (title, next) = (language.no_plans_title(), language.no_plans_next());
            view! { <EmptyState title next icon=Icon::Calendar action=begin/> }.into_any()
        }
        false => by_year(language, &lines.read()),
    };
    view! {
        <Page>
            <PageHeader title=language.tab_plans() actions/>
            <TrainingTabs/>
            {body}
        </Page>
    }
}

fn by_year(language: Language, lines: &[PlanLine]) -> AnyView {
    let years = lines.chunk_by(|a, b| a.plan.year == b.plan.year);
    let card = |lines: &[PlanLine]| {
        let year = lines.first().map_or(0, |line| line.plan.year);
        let rows = lines.iter().map(|line| row(language, line)).collect_view();
        view! { <Card title=language.whole_year(year.cast_signed())><Rows>{rows}</Rows></Card> }
    };
    years.map(card).collect_view().into_any()
}

fn row(language: Language, line: &PlanLine) -> impl IntoView + use<> {
    let (id, state) = (line.id, line.plan.state);
    let tags = move || view! { <Tag text=language.maybe(state) tone=tone(state)/> };
    let why = dotted([where_of(language, line), said(language, line), line.plan.note.clone()]);
    let spoken = language.compare_plan(&line.plan.name);
    let compare = move || {
        let (href, spoken) = (Plans::Compare.href_with(&[("b", Some(id.to_string()))]), spoken.clone());
        view! { <LinkButton label=language.compare_plans() href spoken kind=ButtonKind::Quiet/> }
    };
    view! { <Row title=line.plan.name.clone() href=Plans::Plan(id).href() tags why action=compare/> }
}

/// The colour of a plan's state.
pub(super) fn tone(state: Option<PlanState>) -> Tone {
    match state {
        Some(PlanState::Adopted) => Tone::Good,
        Some(PlanState::Draft) => Tone::Info,
        _ => Tone::Plain,
    }
}

/// The county that a plan is for.
pub(super) fn where_of(language: Language, line: &PlanLine) -> String {
    if line.place.is_empty() { language.whole_city().to_owned() } else { line.place.clone() }
}

/// Its sessions and seats.
pub(super) fn said(language: Language, line: &PlanLine) -> String {
    dotted([language.classes(&numbers::size(line.sessions)), language.seats_word(line.seats)])
}
