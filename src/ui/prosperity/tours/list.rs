//! The list of tours: today's first, then those to come, then those that are over; and today's on the page of the day.

use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::prosperity::tours::{self, Phase, TourLine};

use super::{guide_href, words};
use crate::context::{use_desk, use_language};
use crate::prosperity::tabs::{AreaTabs, Part};
use crate::route::Tours;
use crate::values::dotted;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Row, Rows, Tag};
use crate::widget::page::{Page, PageHeader};

/// All tours.
#[component]
pub(super) fn ToursPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let lines = desk.memo(move |state| tours::lines(state, today));
    let count = Signal::derive(move || language.tours_count(&numbers::size(lines.read().len())));
    let groups = move || match lines.read().is_empty() {
        true => {
            let (title, next) = (language.no_tours(), language.no_tours_next());
            view! { <EmptyState title next icon=Icon::Pin action=new_button/> }.into_any()
        }
        false => grouped(language, &lines.get()).into_any(),
    };
    view! {
        <Page>
            <PageHeader title=language.tours() subtitle=count actions=new_button/>
            <AreaTabs current=Part::Tours/>
            {groups}
        </Page>
    }
}

fn new_button() -> impl IntoView {
    let (label, href) = (use_language().new_tour(), Tours::Form(None).href());
    view! { <LinkButton label href kind=ButtonKind::Primary icon=Icon::Plus/> }
}

fn grouped(language: Language, lines: &[TourLine]) -> impl IntoView + use<> {
    let of = |title: &'static str, is_in: &dyn Fn(Phase) -> bool| {
        let rows: Vec<_> = lines.iter().filter(|line| is_in(line.phase)).map(|line| row(language, line)).collect();
        (!rows.is_empty()).then(|| view! { <Card title><Rows>{rows}</Rows></Card> })
    };
    view! {
        {of(language.tours_today(), &|phase| phase == Phase::Today)}
        {of(language.tours_coming(), &|phase| phase == Phase::Coming)}
        {of(language.tours_past(), &|phase| phase >= Phase::Past)}
    }
}

fn row(language: Language, line: &TourLine) -> AnyView {
    let today = use_desk().today();
    let (id, title) = (line.id, line.tour.title.clone());
    let signed = if line.visitors > 0 { language.signed_count(&numbers::size(line.visitors)) } else { String::new() };
    let stops = language.stops_count(&numbers::size(line.stops));
    let why = dotted([words::when(language, line), stops, signed]);
    let phase = words::phase(language, line, today);
    let tags = move || phase.clone().map(|(text, tone)| view! { <Tag text tone/> });
    let spoken = format!("{} {title}", language.start_guide());
    let is_ready = line.phase == Phase::Today && line.stops > 0;
    let start = move || {
        let spoken = spoken.clone();
        is_ready.then(
            || view! { <LinkButton label=language.start_guide() href=guide_href(id) kind=ButtonKind::Primary spoken/> },
        )
    };
    view! { <Row title href=Tours::Tour(id).href() tags why action=start/> }.into_any()
}

/// Today's tours, one tap away from being led; nothing on other days.
#[component]
pub(crate) fn ToursToday() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let lines = desk.memo(move |state| tours::today(state, today));
    move || {
        let rows: Vec<AnyView> = lines.get().iter().map(|line| row(language, line)).collect();
        (!rows.is_empty()).then(|| view! { <Card title=language.tours_today()><Rows>{rows}</Rows></Card> })
    }
}
