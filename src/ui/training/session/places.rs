//! The places at which a broadcast session is followed, each with its counts; and, at a place, the way to the broadcast.

use domain::Id;
use domain::records::{Method, Session};
use leptos::prelude::*;
use locales::Language;
use replica::query::training::{self, Phase, PlaceLine};

use crate::context::{use_desk, use_language};
use crate::route::{Class, Route};
use crate::training::words;
use crate::values::dotted;
use crate::widget::button::LinkButton;
use crate::widget::icon::Icon;
use crate::widget::list::{Banner, Card, EmptyState, Row, Rows, Tag, Tone};

/// What a place says of the broadcast that it follows; nothing for any other session.
#[component]
pub(super) fn OfBroadcast(id: Id<Session>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let from = desk.memo(move |state| {
        let broadcast = state.get(id).and_then(|session| session.broadcast)?;
        training::line(state, broadcast).map(|line| (broadcast, line.site))
    });
    move || {
        from.get().map(|(broadcast, site)| {
            let href = Route::Session(broadcast).href();
            let go = move || view! { <LinkButton label=language.to_broadcast() href=href.clone()/> };
            view! { <Banner tone=Tone::Info text=language.is_place_of(&site) action=go/> }
        })
    }
}

/// The places; the way to open some for what is taught at a distance.
#[component]
pub(super) fn Places(id: Id<Session>, phase: Memo<Phase>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let places = desk.memo(move |state| training::places(state, id));
    let is_distant = desk.memo(move |state| {
        let session = state.get(id).filter(|session| session.broadcast.is_none());
        let course = session.and_then(|session| session.course).and_then(|course| state.get(course));
        course.is_some_and(|course| course.method == Some(Method::Distance))
    });
    let is_open = move || is_distant.get() && matches!(phase.get(), Phase::Coming | Phase::Running);
    let add = move || {
        let link =
            move || view! { <LinkButton label=language.open_places() href=Class::Places(id).href() icon=Icon::Plus/> };
        move || is_open().then(link)
    };
    let count = Signal::derive(move || {
        let places = places.read();
        let (seated, seats) = places.iter().fold((0, 0), |(a, b), one| (a + one.line.seated, b + one.line.seats));
        (!places.is_empty()).then(|| language.places_total(places.len(), seated, seats))
    });
    let body = move || {
        let places = places.get();
        if places.is_empty() {
            return view! { <EmptyState title=language.places_none() next=language.places_none_next() icon=Icon::Pin/> }.into_any();
        }
        view! { <Rows>{places.into_iter().map(|place| row(language, place)).collect_view()}</Rows> }.into_any()
    };
    view! {
        <Show when=move || !places.read().is_empty() || is_open()>
            <Card title=language.broadcast_places() count action=add>{body}</Card>
        </Show>
    }
}

fn row(language: Language, place: PlaceLine) -> impl IntoView {
    let PlaceLine { line, attended } = place;
    let came = if attended == 0 { String::new() } else { language.file_came(attended) };
    let why = dotted([line.room.clone(), language.seats_of(line.seated, line.seats), came]);
    let (id, title) = (line.id, line.site.clone());
    let spoken = format!("{} {title}", language.call_roll());
    let is_open = line.state != Some(domain::records::SessionState::Cancelled);
    let tags = move || (!is_open).then(|| view! { <Tag text=words::phase_word(language, Phase::Cancelled)/> });
    let roll = move || {
        let spoken = spoken.clone();
        is_open.then(|| view! { <LinkButton label=language.call_roll() spoken href=Class::Roll(id).href()/> })
    };
    view! { <Row title href=Route::Session(id).href() tags why action=roll/> }
}
