//! A tour's page: the day from stop to stop, what is known of it, who came along; and what is printed of it.

use domain::records::{Tour, TourField, TourState};
use domain::{Id, Record};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::command::SettleTour;
use replica::query::prosperity::tours::{self, Day, Phase, TourLine};

use super::sheet::Sheet;
use super::timetable::Timetable;
use super::visitors::VisitorsCard;
use super::{guide_href, words};
use crate::app::Missing;
use crate::context::{use_desk, use_language, use_tablet};
use crate::history::HistoryCard;
use crate::prosperity::tabs::FactList;
use crate::route::Tours;
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Banner, Card, Pad, Tag, Tone};
use crate::widget::page::{Columns, Page, PageHeader, Stack};

/// A tour's page.
#[component]
pub(super) fn TourPage(id: Id<Tour>) -> impl IntoView {
    let desk = use_desk();
    let today = desk.today();
    let line = desk.memo(move |state| tours::line(state, id, today));
    move || match line.get() {
        Some(line) => view! { <Shown line/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

#[component]
fn Shown(line: TourLine) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let (id, phase) = (line.id, line.phase);
    let day = desk.memo(move |state| tours::day(state, id));
    let said = words::phase(language, &line, desk.today());
    let tags = move || said.clone().map(|(text, tone)| view! { <Tag text tone/> });
    let has_stops = line.stops > 0;
    let actions = move || view! { <Actions id phase has_stops/> };
    let cancelled =
        (phase == Phase::Cancelled).then(|| view! { <Banner tone=Tone::Warn text=language.tour_is_cancelled()/> });
    let facts = facts(language, &line.tour);
    let subtitle = words::when(language, &line);
    view! {
        <Page>
            <PageHeader title=line.tour.title.clone() subtitle tags back=Tours::List.href() back_label=language.tours() actions/>
            <div class="screen-only stack">
                {cancelled}
                <Columns>
                    <Stack><Timetable id day can_change=phase <= Phase::Coming/></Stack>
                    <Stack>
                        <Totals day/>
                        <Card title=language.tour_facts()><Pad><FactList facts/></Pad></Card>
                        <VisitorsCard id/>
                        <Steps id phase/>
                        <HistoryCard kind=Tour::KIND id=id.raw()/>
                    </Stack>
                </Columns>
            </div>
            <Sheet tour=line.tour day/>
        </Page>
    }
}

/// What is done with the whole tour: print it, revise it, lead it.
#[component]
fn Actions(id: Id<Tour>, phase: Phase, has_stops: bool) -> impl IntoView {
    let (language, tablet) = (use_language(), use_tablet());
    let print = move || tablet.device().print();
    let with_stops = has_stops.then(|| {
        let start = (phase != Phase::Cancelled).then(|| {
            let kind = if phase == Phase::Past { ButtonKind::Plain } else { ButtonKind::Primary };
            view! { <LinkButton label=language.start_guide() href=guide_href(id) kind icon=Icon::Forward/> }
        });
        view! { <Button label=language.print_sheet() icon=Icon::Print on_press=print/> {start} }
    });
    view! {
        <LinkButton label=language.edit() href=Tours::Form(Some(id)).href() icon=Icon::Edit/>
        {with_stops}
    }
}

/// What may become of the tour.
#[component]
fn Steps(id: Id<Tour>, phase: Phase) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let held = desk.memo(move |state| state.get(id).and_then(|tour| tour.state) == Some(TourState::Held));
    let step = move |label: &'static str, state: TourState| {
        view! { <Button label kind=ButtonKind::Quiet on_press=move || desk.act(SettleTour { id, state })/> }
    };
    let steps = move || {
        let is_cancelled = phase == Phase::Cancelled;
        let is_due = !is_cancelled && phase != Phase::Coming && !held.get();
        view! {
            {(is_cancelled || held.get()).then(|| step(language.tour_restore(), TourState::Planned))}
            {is_due.then(|| step(language.tour_held(), TourState::Held))}
            {(!is_cancelled && !held.get()).then(|| step(language.tour_cancel(), TourState::Cancelled))}
        }
    };
    view! { <div class="button-row">{steps}</div> }
}

/// The day in figures.
#[component]
fn Totals(day: Memo<Day>) -> impl IntoView {
    let language = use_language();
    let facts = move || {
        let day = day.read();
        let span = language.day_span(&language.time(day.begins_at), &language.time(day.ends_at()));
        let facts = vec![
            (language.time_word().to_owned(), span),
            (language.place_word().to_owned(), language.stops_count(&numbers::size(day.stops.len()))),
            (language.field(domain::records::StopField::travel), language.tour_minutes(day.travel())),
        ];
        (!day.stops.is_empty()).then(|| view! { <Card title=language.whole_day()><Pad><FactList facts/></Pad></Card> })
    };
    view! { {facts} }
}

fn facts(language: Language, tour: &Tour) -> Vec<(String, String)> {
    let facts = [
        (TourField::guests, tour.guests.clone()),
        (TourField::leader, tour.leader.clone()),
        (TourField::phone, tour.phone.clone()),
        (TourField::meets_at, tour.meets_at.clone()),
        (TourField::note, tour.note.clone()),
    ];
    facts.map(|(field, text)| (language.field(field), text)).into()
}
