//! Photos: those of a household, or of one thing of it, the newest first.

use domain::Sorting as _;
use domain::records::{Case, Emergency, Need, Photo, PhotoField, Request, Visit};
use domain::{Id, Kind};

use crate::State;

/// What photos belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhotosOf {
    /// A household, with all that belongs to it.
    Case(Id<Case>),
    /// A visit.
    Visit(Id<Visit>),
    /// An emergency.
    Emergency(Id<Emergency>),
    /// A request to the fund.
    Request(Id<Request>),
    /// A need.
    Need(Id<Need>),
}

/// A photo of that, in which nothing else is said yet; nothing where what it would belong to is not there.
#[must_use]
pub fn begun(state: &State, of: PhotosOf) -> Option<Photo> {
    let mut photo = Photo::default();
    photo.case = match of {
        PhotosOf::Case(id) => Some(id),
        PhotosOf::Visit(id) => {
            photo.visit = Some(id);
            state.get(id)?.case
        }
        PhotosOf::Emergency(id) => {
            photo.emergency = Some(id);
            state.get(id)?.case
        }
        PhotosOf::Request(id) => {
            photo.request = Some(id);
            state.get(id)?.case
        }
        PhotosOf::Need(id) => {
            photo.need = Some(id);
            state.get(id)?.case
        }
    };
    state.get(photo.case?)?;
    Some(photo)
}

/// The photos of that, the newest first.
#[must_use]
pub fn of(state: &State, of: PhotosOf) -> Vec<(Id<Photo>, Photo)> {
    let (field, id) = match of {
        PhotosOf::Case(id) => (PhotoField::case, id.raw()),
        PhotosOf::Visit(id) => (PhotoField::visit, id.raw()),
        PhotosOf::Emergency(id) => (PhotoField::emergency, id.raw()),
        PhotosOf::Request(id) => (PhotoField::request, id.raw()),
        PhotosOf::Need(id) => (PhotoField::need, id.raw()),
    };
    let mut photos: Vec<(Id<Photo>, Photo)> =
        state.referring::<Photo>(field, id).map(|(id, photo)| (id, photo.clone())).collect();
    photos.arrange_by_cached_key(|(id, photo)| (photo.taken_on, state.made(Kind::Photo, id.raw())));
    photos.reverse();
    photos
}

/// How many photos a household has.
#[must_use]
pub fn count(state: &State, case: Id<Case>) -> usize {
    state.referring::<Photo>(PhotoField::case, case.raw()).count()
}

/// All photos that stand.
#[must_use]
pub fn all(state: &State) -> Vec<(Id<Photo>, Photo)> {
    state.all::<Photo>().iter().map(|(id, photo)| (id, photo.clone())).collect()
}

/// Whether there is, or was, such a photo.
#[must_use]
pub fn is_known(state: &State, id: Id<Photo>) -> bool {
    state.all::<Photo>().row(id.raw()).is_some()
}
