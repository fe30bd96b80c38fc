//! A photo to be looked at: larger, turned, put into words, removed. The bytes are read and checked when it is opened; one
//! whose bytes are not on this tablet says so, and what to do.

use domain::records::{Photo, PhotoField};
use domain::{Date, Id};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::{Language, numbers};
use replica::command::{RemovePhoto, RevisePhoto};

use super::words::{address, name};
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::form::{Form, Wide};
use crate::widget::icon::Icon;
use crate::widget::list::EmptyState;

/// How large the picture can be, in hundredths of what fits.
const SIZES: [u32; 5] = [100, 150, 200, 300, 400];

/// What is known of the bytes.
#[derive(Clone, Debug, PartialEq)]
enum Bytes {
    Waiting,
    Here(String),
    NotHere,
}

/// A photo to be looked at.
#[component]
pub(super) fn Viewer(id: Id<Photo>, shown: RwSignal<Option<Id<Photo>>>) -> impl IntoView {
    let desk = use_desk();
    let bytes = bytes(id);
    let photo = untrack(|| desk.ask(|state| state.get(id).cloned()));
    let is_now = !desk.is_past();
    let words = photo.clone().map(|photo| match is_now {
        true => view! { <Words id photo shown/> }.into_any(),
        false => view! { <p class="why">{facts(use_language(), &photo)}</p> }.into_any(),
    });
    let picture = photo.map(|photo| view! { <Stage bytes photo/> });
    view! { {picture} {words} }
}

fn bytes(id: Id<Photo>) -> RwSignal<Bytes> {
    let store = use_desk().store();
    let bytes = RwSignal::new(Bytes::Waiting);
    spawn_local(async move {
        let read = match store.picture(id).await {
            Ok(Some(jpeg)) => Bytes::Here(address(&jpeg)),
            Ok(None) | Err(_) => Bytes::NotHere,
        };
        bytes.try_set(read);
    });
    bytes
}

/// The picture with what makes it larger and turns it.
#[component]
fn Stage(bytes: RwSignal<Bytes>, photo: Photo) -> impl IntoView {
    let language = use_language();
    let (size, turns) = (RwSignal::new(0_usize), RwSignal::new(0_u32));
    let name = name(language, &photo);
    let picture = move || match bytes.get() {
        Bytes::Waiting => {
            view! { <div class="photo-stage"><p role="status">{language.photo_opening()}</p></div> }.into_any()
        }
        Bytes::NotHere => {
            view! { <EmptyState title=language.photo_not_here() next=language.photo_not_here_next() icon=Icon::Info/> }
                .into_any()
        }
        Bytes::Here(address) => {
            let name = name.clone();
            view! { <Here address name size turns/> }.into_any()
        }
    };
    view! { {picture} }
}

#[component]
fn Here(address: String, name: String, size: RwSignal<usize>, turns: RwSignal<u32>) -> impl IntoView {
    let language = use_language();
    let most = SIZES.len() - 1;
    let group = name.clone();
    let share = move || format!("{}%", SIZES[size.get().min(most)]);
    let turned = move || format!("photo-full turn-{}", turns.get() % 4);
    let whole = move || {
        size.set(0);
        turns.set(0);
    };
    view! {
        <div class="photo-stage" tabindex="0" role="group" aria-label=group>
            <div class="photo-sheet" style:width=share style:height=share><img class=turned src=address alt=name/></div>
        </div>
        <div class="button-row">
            <Button label=language.photo_larger() icon=Icon::ZoomIn disabled=Signal::derive(move || size.get() >= most) on_press=move || size.update(|size| *size += 1)/>
            <Button label=language.photo_smaller() icon=Icon::ZoomOut disabled=Signal::derive(move || size.get() == 0) on_press=move || size.update(|size| *size -= 1)/>
            <Button label=language.photo_turn() icon=Icon::Turn on_press=move || turns.update(|turns| *turns += 1)/>
            <Button label=language.photo_whole() kind=ButtonKind::Quiet on_press=whole/>
        </div>
    }
}

/// What it shows, in words; and the way to remove it.
#[component]
fn Words(id: Id<Photo>, photo: Photo, shown: RwSignal<Option<Id<Photo>>>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let facts = facts(language, &photo);
    let entry = Entry::new(&photo);
    let save = move || {
        let Some(typed) = entry.read() else { return };
        let Photo { shows, caption, taken_on, .. } = typed;
        desk.save(RevisePhoto { id, shows, caption, taken_on }, move |result| match result {
            Ok(()) => drop(shown.try_set(None)),
            Err(problems) => entry.show(problems),
        });
    };
    let remove = move || {
        desk.act(RemovePhoto { id });
    };
    view! {
        <Form label=language.photo_save_words() wrong_title=language.form_wrong() error=entry.whole_error() on_submit=save>
            <div class="form-fields">
                <Wide>{entry.field(PhotoField::shows)}</Wide>
                {entry.hinted(PhotoField::caption, language.photo_caption_hint())}
                {entry.field(PhotoField::taken_on)}
            </div>
            <p class="why">{facts}</p>
            <div class="button-row photo-end">
                <Button label=language.photo_remove() kind=ButtonKind::Danger icon=Icon::Trash on_press=remove/>
                <Button label=language.photo_save_words() kind=ButtonKind::Primary submit=true/>
            </div>
        </Form>
    }
}

/// When it was taken, and how large it is.
fn facts(language: Language, photo: &Photo) -> String {
    let day = photo.taken_on.map(|day: Date| language.date(day));
    let kilobytes = numbers::count(photo.size.div_ceil(1_000));
    let size = language.photo_size(&kilobytes, &photo.width.to_string(), &photo.height.to_string());
    day.into_iter().chain([size]).collect::<Vec<_>>().join(" · ")
}
