//! A photo in the list: the small picture or its cover, what it shows, and when. A press opens it.

use domain::Id;
use domain::records::{Photo, Visit};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::Language;
use replica::State;
use replica::query::photos::PhotosOf;

use super::words::{address, open_name, shows};
use crate::context::{use_desk, use_language};
use crate::widget::icon::{Icon, Picture};

/// A photo, and where it is from.
#[derive(Clone, Debug, PartialEq)]
struct Known {
    photo: Photo,
    from: Option<Origin>,
}

/// What else of the household it belongs to.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Origin {
    Visit(Option<domain::Date>),
    Emergency,
    Request,
    Need,
}

impl Origin {
    fn of(state: &State, photo: &Photo) -> Option<Self> {
        let day = |id: Id<Visit>| state.get(id).and_then(|visit| visit.done_on.or(visit.planned_on));
        let visit = photo.visit.map(|id| Self::Visit(day(id)));
        let others = [
            photo.emergency.map(|_| Self::Emergency),
            photo.request.map(|_| Self::Request),
            photo.need.map(|_| Self::Need),
        ];
        visit.or(others.into_iter().flatten().next())
    }

    fn words(self, language: Language) -> String {
        match self {
            Self::Visit(day) => language.photo_from_visit(&day.map(|day| language.date(day)).unwrap_or_default()),
            Self::Emergency => language.photo_from_emergency().to_owned(),
            Self::Request => language.photo_from_request().to_owned(),
            Self::Need => language.photo_from_need().to_owned(),
        }
    }
}

/// What is known of the small picture.
#[derive(Clone, Debug, PartialEq)]
enum Thumbnail {
    Waiting,
    Here(String),
    NotHere,
}

/// A photo in the list.
#[component]
pub(super) fn Tile(id: Id<Photo>, of: PhotosOf, on_open: Callback<Id<Photo>>) -> impl IntoView {
    let desk = use_desk();
    let is_of_case = matches!(of, PhotosOf::Case(_));
    let known = desk.memo(move |state| {
        let photo = state.get(id)?.clone();
        let from = is_of_case.then(|| Origin::of(state, &photo)).flatten();
        Some(Known { photo, from })
    });
    let thumbnail = thumbnail(id);
    let shown = move || known.get().map(|known| view! { <Face id known thumbnail on_open/> });
    view! { <li class="photo">{shown}</li> }
}

/// Reads the small picture when the tile comes.
fn thumbnail(id: Id<Photo>) -> RwSignal<Thumbnail> {
    let store = use_desk().store();
    let thumbnail = RwSignal::new(Thumbnail::Waiting);
    spawn_local(async move {
        let read = match store.thumbnail(id).await {
            Ok(Some(bytes)) => Thumbnail::Here(address(&bytes)),
            Ok(None) | Err(_) => Thumbnail::NotHere,
        };
        thumbnail.try_set(read);
    });
    thumbnail
}

#[component]
fn Face(id: Id<Photo>, known: Known, thumbnail: RwSignal<Thumbnail>, on_open: Callback<Id<Photo>>) -> impl IntoView {
    let language = use_language();
    let Known { photo, from } = known;
    let (name, what) = (open_name(language, &photo), shows(language, &photo));
    let is_private = photo.is_private();
    let spoken = language.photo_open(&name);
    let face = move || match thumbnail.get() {
        Thumbnail::NotHere => cover(Icon::Info, language.photo_not_here()),
        _ if is_private => cover(Icon::Lock, language.photo_covered()),
        Thumbnail::Waiting => ().into_any(),
        Thumbnail::Here(address) => view! { <img class="photo-small" src=address alt=name.clone()/> }.into_any(),
    };
    let day = photo.taken_on.map(|day| language.date(day));
    let from = from.map(|from| from.words(language));
    let why = day.into_iter().chain(from).collect::<Vec<_>>().join(" · ");
    let caption =
        (!is_private && !photo.caption.is_empty()).then(|| view! { <p class="photo-caption">{photo.caption}</p> });
    view! {
        <button type="button" class="photo-open" aria-label=spoken on:click=move |_| on_open.run(id)>{face}</button>
        <p class="photo-what">{what}</p>
        {caption}
        <p class="why">{why}</p>
    }
}

fn cover(icon: Icon, words: &'static str) -> AnyView {
    view! { <span class="photo-cover"><Picture icon/><span>{words}</span></span> }.into_any()
}
