//! How a photo comes in: by the camera or from files. What was given for a record waits for its page, and is saved one
//! picture after the other, each durable before the next.

use domain::Id;
use domain::records::{Photo, PhotoSubject};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::Language;
use replica::query::photos::{self, PhotosOf};
use replica::{Picture, PictureError};

use crate::context::{use_desk, use_language, use_tablet};
use crate::widget::field::PictureButton;
use crate::widget::icon::Icon;
use crate::widget::list::Pad;
use crate::widget::notice::use_notices;

/// The name of the field that asks for pictures of that; it holds nothing personal.
pub(super) fn field_of(of: PhotosOf) -> String {
    match of {
        PhotosOf::Case(id) => format!("photos-case-{id}"),
        PhotosOf::Visit(id) => format!("photos-visit-{id}"),
        PhotosOf::Emergency(id) => format!("photos-emergency-{id}"),
        PhotosOf::Request(id) => format!("photos-request-{id}"),
        PhotosOf::Need(id) => format!("photos-need-{id}"),
    }
}

/// The camera, and the files.
#[component]
pub(super) fn AddButtons(field: String) -> impl IntoView {
    let language = use_language();
    view! {
        <PictureButton label=language.photo_pick() icon=Icon::Image name=field.clone()/>
        <PictureButton label=language.photo_take() icon=Icon::Camera name=field camera=true/>
    }
}

/// That pictures are being made ready.
#[component]
pub(super) fn Preparing(field: String) -> impl IntoView {
    let (tablet, language) = (use_tablet(), use_language());
    let count = Memo::new(move |_| tablet.preparing.with(|names| names.iter().filter(|name| **name == field).count()));
    let words = move || language.photos_working(count.get());
    let shown = move || (count.get() > 0).then(|| view! { <Pad><p role="status">{words}</p></Pad> });
    view! { {shown} }
}

/// Saves what is given in the field, as long as the page is there.
pub(super) fn take_given(field: &str, of: PhotosOf, shows: Option<PhotoSubject>, shown: RwSignal<Option<Id<Photo>>>) {
    let (desk, tablet, language, notices) = (use_desk(), use_tablet(), use_language(), use_notices());
    let field = field.to_owned();
    let is_saving = RwSignal::new(false);
    Effect::new(move |_| {
        let is_any = tablet.pictures.with(|given| given.iter().any(|(name, _)| *name == field));
        if !is_any || is_saving.get() || desk.is_past() {
            return;
        }
        let Some((picture, is_last)) = next(tablet.pictures, &field) else { return };
        let picture = match picture {
            Ok(picture) => picture,
            Err(error) => return notices.failed(sentence(language, &error)),
        };
        let Some(photo) = untrack(|| desk.ask(|state| photos::begun(state, of))) else { return };
        is_saving.set(true);
        spawn_local(async move {
            let id = desk.add_photo(language, &Photo { shows, ..photo }, &picture).await;
            // One alone, of which nothing is known: there is time to say what it shows.
            if let (Some(id), None, true) = (id, shows, is_last) {
                shown.try_set(Some(id));
            }
            is_saving.try_set(false);
        });
    });
}

/// Takes the next picture of that field, and whether there is no other.
fn next(
    pictures: RwSignal<Vec<(String, Result<Picture, PictureError>)>>,
    field: &str,
) -> Option<(Result<Picture, PictureError>, bool)> {
    pictures.try_update(|given| {
        let at = given.iter().position(|(name, _)| name == field)?;
        let (_, picture) = given.remove(at);
        Some((picture, given.iter().all(|(name, _)| name != field)))
    })?
}

fn sentence(language: Language, error: &PictureError) -> String {
    match error {
        PictureError::NotAPicture(name) => language.photo_not_a_picture(name),
        PictureError::TooLarge(name) => language.photo_too_large(name),
    }
}
