//! Photos of a record: taken or chosen, looked at, put into words, removed. Each is saved the moment it is ready, apart from
//! any form on the page, so that none is lost with one. What names a person or tells of an illness is covered in the list.

mod add;
mod tile;
mod viewer;
mod words;

use std::time::Duration;

use domain::Id;
use domain::records::{Photo, PhotoSubject};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::numbers;
use replica::query::photos::{self, PhotosOf};

use crate::context::{Desk, use_desk, use_language};
use crate::widget::dialog::Dialog;
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Pad};

/// How long an opening is left in peace.
const SOON: Duration = Duration::from_secs(5);

/// The photos of a record as a card.
#[component]
pub(crate) fn Photos(
    /// What they belong to.
    of: PhotosOf,
    /// What a new one shows, where the place says it.
    #[prop(optional)]
    shows: Option<PhotoSubject>,
) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let ids = desk.memo(move |state| photos::of(state, of).into_iter().map(|(id, _)| id).collect::<Vec<_>>());
    let shown = RwSignal::new(None::<Id<Photo>>);
    let count = Signal::derive(move || Some(ids.read().len()).filter(|count| *count > 0).map(numbers::size));
    let is_now = !desk.is_past();
    let field = add::field_of(of);
    add::take_given(&field, of, shows, shown);
    let action = {
        let field = field.clone();
        move || is_now.then(|| view! { <add::AddButtons field=field.clone()/> })
    };
    let list = move || match ids.read().is_empty() {
        true => nothing(desk),
        false => view! { <List ids shown of/> }.into_any(),
    };
    view! {
        <Card title=language.photos() count action>
            <add::Preparing field/>
            {list}
        </Card>
        <PhotoDialog shown/>
    }
}

fn nothing(desk: Desk) -> AnyView {
    let language = use_language();
    let (title, next) = match desk.is_past() {
        true => (language.photos_none_past(), None),
        false => (language.photos_none(), Some(language.photos_none_next().to_owned())),
    };
    view! { <EmptyState title next icon=Icon::Camera/> }.into_any()
}

#[component]
fn List(ids: Memo<Vec<Id<Photo>>>, shown: RwSignal<Option<Id<Photo>>>, of: PhotosOf) -> impl IntoView {
    let open = Callback::new(move |id| shown.set(Some(id)));
    let tile = move |id: Id<Photo>| view! { <tile::Tile id of on_open=open/> };
    view! {
        <Pad><ul class="photos" role="list"><For each=move || ids.get() key=|id| id.raw() children=tile/></ul></Pad>
    }
}

/// Throws away what was written for photos that were never saved, once nobody waits.
pub(crate) fn tidy_soon(desk: Desk) {
    let store = desk.store();
    let tidy = move || {
        if desk.may_write() {
            // What cannot be thrown away now can be at the next opening.
            spawn_local(async move { drop(store.tidy_photos().await) });
        }
    };
    set_timeout(tidy, SOON);
}

/// The photo that is looked at. When it is removed, elsewhere or here, there is nothing more to look at.
#[component]
fn PhotoDialog(shown: RwSignal<Option<Id<Photo>>>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let photo = desk.memo(move |state| shown.get().and_then(|id| Some((id, state.get(id)?.clone()))));
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        let is_there = photo.read().is_some();
        if open.get_untracked() != is_there {
            open.set(is_there);
        }
    });
    Effect::new(move |before: Option<bool>| {
        let is_open = open.get();
        if before == Some(true) && !is_open {
            shown.set(None);
        }
        is_open
    });
    let title = Signal::derive(move || photo.get().map(|(_, photo)| words::name(language, &photo)).unwrap_or_default());
    view! {
        <Dialog open title close_label=language.close() wide=true>
            {move || shown.get().map(|id| view! { <viewer::Viewer id shown/> })}
        </Dialog>
    }
}
