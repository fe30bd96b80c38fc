//! Many cases chosen at once, and what can be done for all of them: a training, a cooperative, a list on paper. Where a
//! plan is made, the page of that plan opens with them; nothing is saved from here.

use domain::Id;
use domain::records::Case;
use leptos::prelude::*;
use locales::{dates, numbers};
use replica::query::cases;
use replica::query::prosperity::{CooperativeFilter, CooperativeLine, cooperatives};
use replica::query::training;

use super::{List, columns};
use crate::context::{use_desk, use_language, use_picked, use_tablet};
use crate::route::{Casework, Route, use_go};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::dialog::Dialog;
use crate::widget::icon::Icon;
use crate::widget::list::{EmptyState, Row, Rows};
use crate::widget::table::PlainTable;

/// How many sessions or cooperatives are offered.
const MOST: usize = 30;

/// The bar over the list while many are chosen.
#[component]
pub(super) fn Chosen(list: List) -> impl IntoView {
    let printing = RwSignal::new(false);
    let sheet = move || printing.get().then(|| view! { <Sheet list/> });
    move || list.choosing.get().then(|| view! { <Bar list printing/>{sheet} })
}

#[component]
fn Bar(list: List, printing: RwSignal<bool>) -> impl IntoView {
    let (language, tablet) = (use_language(), use_tablet());
    // The sheet may be long: it stands in the page for as long as the printer looks at it.
    let print = move || {
        printing.set(true);
        request_animation_frame(move || {
            tablet.device().print();
            printing.set(false);
        });
    };
    let (picked, go) = (use_picked(), use_go());
    let assign = move || {
        picked.hand(list.chosen.ids());
        go(Casework::Board.into());
    };
    let count = move || language.chosen_cases(&numbers::size(list.chosen.len()));
    let none = Signal::derive(move || list.chosen.len() == 0);
    let all = move || list.chosen.set(list.all());
    let all_label = Signal::derive(move || language.pick_all(&numbers::size(list.found.read().len())));
    view! {
        <div class="chosen-bar" role="group" aria-label=language.pick_many()>
            <p role="status">{count}</p>
            <div class="button-row">
                <Button label=all_label kind=ButtonKind::Quiet on_press=all/>
                <Button label=language.assign_helper() icon=Icon::People disabled=none on_press=assign/>
                <ForTraining list none/>
                <ForCooperative list none/>
                <Button label=language.print_list() icon=Icon::Print disabled=none on_press=print/>
                <Button label=language.pick_end() kind=ButtonKind::Quiet icon=Icon::Close on_press=move || list.stop()/>
            </div>
        </div>
    }
}

/// One place where those chosen can go: what it is called, how many have room, and where its plan is made.
type Place = (String, String, Route);

#[component]
fn ForTraining(list: List, none: Signal<bool>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let places = move || -> Vec<Place> {
        desk.ask(|state| {
            let open = training::open_sessions(state, today, None).into_iter().take(MOST);
            let place = |line: training::SessionLine| {
                let day = line.starts_on.map(|day| language.date(day)).unwrap_or_default();
                let title = language.session_title(&line.title, line.term);
                (
                    title,
                    format!("{day} · {} · {}", line.site, language.seats_free(line.left())),
                    Route::Enrolment(line.id),
                )
            };
            open.map(place).collect()
        })
    };
    let (title, nothing) = (language.choose_session(), language.no_open_session());
    view! { <Hand list none label=language.enrol_heads() icon=Icon::Training title nothing places=Callback::from(places)/> }
}

#[component]
fn ForCooperative(list: List, none: Signal<bool>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let places = move || -> Vec<Place> {
        desk.ask(|state| {
            let all = cooperatives(state, &CooperativeFilter::default()).into_iter();
            let open = all.filter(|line| line.room() != Some(0)).take(MOST);
            let room =
                |room: Option<usize>| room.map_or_else(String::new, |left| language.places_left(&numbers::size(left)));
            let place = |line: CooperativeLine| {
                let why = [room(line.room()), line.village, line.industry];
                let why = why.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
                (line.name, why, Route::CooperativeEnrolment(line.id))
            };
            open.map(place).collect()
        })
    };
    let (title, nothing) = (language.choose_cooperative(), language.no_cooperative_room());
    view! { <Hand list none label=language.plan_memberships() icon=Icon::Sprout title nothing places=Callback::from(places)/> }
}

/// Asks where to, and opens that plan with those chosen.
#[component]
fn Hand(
    list: List,
    none: Signal<bool>,
    label: &'static str,
    icon: Icon,
    title: &'static str,
    nothing: &'static str,
    places: Callback<(), Vec<Place>>,
) -> impl IntoView {
    let language = use_language();
    let open = RwSignal::new(false);
    view! {
        <Button label icon disabled=none on_press=move || open.set(true)/>
        <Dialog open title close_label=language.close()>{move || rows(list, nothing, places.run(()))}</Dialog>
    }
}

fn rows(list: List, nothing: &'static str, places: Vec<Place>) -> AnyView {
    let (language, picked, go) = (use_language(), use_picked(), use_go());
    if places.is_empty() {
        return view! { <EmptyState title=nothing icon=Icon::Info/> }.into_any();
    }
    let row = move |(title, why, route): Place| {
        let go = go.clone();
        let spoken = format!("{} {title}", language.choose_this());
        let take = move || {
            picked.hand(list.chosen.ids());
            go(route.clone());
        };
        let action = move || {
            view! { <Button label=language.choose_this() spoken=spoken.clone() on_press=take.clone()/> }
        };
        view! { <Row title why action/> }
    };
    view! { <Rows>{places.into_iter().map(row).collect_view()}</Rows> }.into_any()
}

/// Those chosen, as they come out on paper.
#[component]
fn Sheet(list: List) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let shown = untrack(|| list.shown());
    let heads = columns::heads(language, &shown);
    let today = desk.today();
    let line = move |case: Id<Case>| -> Option<Vec<AnyView>> {
        let texts = desk.ask(|state| {
            let line = cases::line(state, case)?;
            let rest = shown.iter().map(|column| column.text(language, state, &line, today));
            Some(std::iter::once(line.name.clone()).chain(rest).collect::<Vec<_>>())
        })?;
        Some(texts.into_iter().map(IntoAny::into_any).collect())
    };
    let rows = move || list.chosen.ids().into_iter().filter_map(&line).collect::<Vec<_>>();
    let caption = format!("{} · {}", language.nav_cases(), dates::iso(today));
    view! { <div class="print-only"><PlainTable caption columns=heads rows=Callback::from(rows)/></div> }
}
