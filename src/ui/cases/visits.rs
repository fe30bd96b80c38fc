//! The visits to a household: those to come with the way to write them up, and those that were made.

use domain::Sorting as _;
use domain::records::{Case, Visit, VisitField};
use domain::{Date, Id};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::cases;

use super::occasions::OccasionButtons;
use super::promise::card::CasePromises;
use super::visit_form::MADE;
use crate::context::{use_desk, use_language};
use crate::route::Route;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Pad, Row, Rows, Tag, Timeline, TimelineItem, Tone};

/// All visits to a household.
pub(super) fn part(id: Id<Case>) -> AnyView {
    view! {
        <ComingCard id/>
        <CasePromises id/>
        <MadeCard id/>
    }
    .into_any()
}

/// The visits that are planned.
#[component]
pub(super) fn ComingCard(
    id: Id<Case>,
    /// Whether it says in few words that there is none.
    #[prop(optional)]
    brief: bool,
) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let coming = desk.memo(move |state| {
        let all = cases::visits(state, id).into_iter().filter(|(_, visit)| visit.done_on.is_none());
        // The nearest first, what is late before it.
        let mut coming: Vec<_> = all.collect();
        coming.arrange_by_key(|(_, visit)| visit.planned_on);
        coming
    });
    let plan = move || {
        view! { <LinkButton label=language.plan_visit() href=Route::VisitNew(id).href() kind=ButtonKind::Quiet icon=Icon::Plus/> }
    };
    let rows = move || {
        let coming = coming.get();
        if coming.is_empty() && brief {
            return view! { <Pad><p class="subtitle">{language.visits_none_planned()}</p></Pad> }.into_any();
        }
        if coming.is_empty() {
            return view! { <EmptyState title=language.visits_none_planned() next=language.visits_none_planned_next() icon=Icon::Calendar/> }
                .into_any();
        }
        let rows = coming.into_iter().map(|(id, visit)| coming_row(language, today, id, visit)).collect_view();
        view! { <Rows>{rows}</Rows> }.into_any()
    };
    let occasions = (!brief).then(|| view! { <Pad><OccasionButtons case=id/></Pad> });
    view! { <Card title=language.visits_planned() action=plan>{occasions}{rows}</Card> }
}

fn coming_row(language: Language, today: Date, id: Id<Visit>, visit: Visit) -> impl IntoView {
    let title = visit.planned_on.map(|day| language.day_of_week(day)).unwrap_or_default();
    let spoken = format!("{} {title}", language.write_visit());
    let href = Route::Visit(id).href();
    let write = move || view! { <LinkButton label=language.write_visit() spoken=spoken.clone() href=href.clone() icon=Icon::Edit/> };
    let days = visit.planned_on.map(|day| (day - today).whole_days());
    let tags = move || days.map(|days| when_tag(language, days));
    let parts = [language.maybe(visit.occasion).to_owned(), visit.visitor, visit.purpose];
    let why = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    view! { <Row title href=Route::Visit(id).href() tags why action=write/> }
}

fn when_tag(language: Language, days: i64) -> impl IntoView {
    let (text, tone) = match days {
        0 => (language.today_word().to_owned(), Tone::Info),
        1.. => (language.in_days(days), Tone::Plain),
        _ => (language.missed_days(-days), Tone::Warn),
    };
    view! { <Tag text tone/> }
}

/// That a visit was missed, and for how many days.
pub(super) fn missed_tag(language: Language, days: i64) -> impl IntoView {
    view! { <Tag text=language.missed_days(days) tone=Tone::Warn/> }
}

/// The visits that were made, the newest first.
#[component]
fn MadeCard(id: Id<Case>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let made = desk.memo(move |state| {
        let all = cases::visits(state, id).into_iter();
        all.filter(|(_, visit)| visit.done_on.is_some()).collect::<Vec<_>>()
    });
    let count = Signal::derive(move || language.times(&numbers::size(made.read().len())));
    let record = move || {
        view! { <LinkButton label=language.record_visit() href=Route::VisitNew(id).href_with(MADE) kind=ButtonKind::Quiet icon=Icon::Edit/> }
    };
    let items = move || {
        let made = made.get();
        if made.is_empty() {
            return view! { <EmptyState title=language.visits_none_made() next=language.visits_none_made_next() icon=Icon::Home/> }
                .into_any();
        }
        let items = made.into_iter().map(|(id, visit)| made_item(language, id, visit)).collect_view();
        view! { <Pad><Timeline>{items}</Timeline></Pad> }.into_any()
    };
    view! { <Card title=language.visits_made() count action=record>{items}</Card> }
}

fn made_item(language: Language, id: Id<Visit>, visit: Visit) -> impl IntoView {
    let when = visit.done_on.map(|day| language.date(day)).unwrap_or_default();
    let parts = [language.maybe(visit.occasion).to_owned(), visit.visitor];
    let title = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let promise = (!visit.promise.is_empty())
        .then(|| view! { <p><b>{language.field(VisitField::promise)}</b> " " {visit.promise}</p> });
    let spoken = format!("{} {when}", language.revise_report());
    view! {
        <TimelineItem when title tone=Tone::Good>
            <p>{visit.report}</p>
            {promise}
            <div class="button-row"><LinkButton label=language.edit() spoken href=Route::Visit(id).href() kind=ButtonKind::Quiet/></div>
        </TimelineItem>
    }
}
