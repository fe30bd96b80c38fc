//! Adds a photo to a household or to a thing of it, says what it shows, and removes it. Its bytes were written before:
//! see [`Store::add_photo`](crate::Store::add_photo), which alone may run the first of these.

use domain::records::{Photo, PhotoField, PhotoSubject};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::photos;

/// The longest caption.
const LONGEST: usize = 200;

/// Adds a photo.
#[derive(Clone, Debug, PartialEq)]
pub struct AddPhoto {
    /// Its id, under which its bytes lie.
    pub id: Id<Photo>,
    /// What is known of it.
    pub photo: Photo,
}

impl Command for AddPhoto {
    fn intent(&self) -> Intent {
        Intent::AddPhoto
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let photo = &self.photo;
        let is_gone = photo.case.and_then(|id| state.get(id)).is_none()
            || photo.visit.is_some_and(|id| state.get(id).is_none())
            || photo.emergency.is_some_and(|id| state.get(id).is_none())
            || photo.request.is_some_and(|id| state.get(id).is_none())
            || photo.need.is_some_and(|id| state.get(id).is_none());
        let fault = match (is_gone, photos::is_known(state, self.id)) {
            (true, _) => Some(Fault::Gone),
            (false, true) => Some(Fault::Twice),
            (false, false) => None,
        };
        fault.map(Problem::of_entry).into_iter().chain(too_long(&photo.caption)).collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let today = draft.today();
        // A wrong clock in a camera is no reason to lose a photo.
        let taken_on = Some(self.photo.taken_on.map_or(today, |day| day.min(today)));
        draft.put(self.id, &Photo { taken_on, ..self.photo.clone() });
    }
}

fn too_long(caption: &str) -> Option<Problem> {
    (caption.chars().count() > LONGEST).then(|| Problem::at(PhotoField::caption, Fault::TooLong(LONGEST)))
}

/// Says what a photo shows.
#[derive(Clone, Debug, PartialEq)]
pub struct RevisePhoto {
    /// Which.
    pub id: Id<Photo>,
    /// What it shows.
    pub shows: Option<PhotoSubject>,
    /// What else to know.
    pub caption: String,
    /// The day it was taken.
    pub taken_on: Option<Date>,
}

impl Command for RevisePhoto {
    fn intent(&self) -> Intent {
        Intent::RevisePhoto
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let gone = state.get(self.id).is_none().then(|| Problem::of_entry(Fault::Gone));
        let is_to_come = self.taken_on.is_some_and(|day| day > today);
        let to_come = is_to_come.then(|| Problem::at(PhotoField::taken_on, Fault::InFuture));
        gone.into_iter().chain(to_come).chain(too_long(&self.caption)).collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.update(self.id, |photo| {
            photo.shows = self.shows;
            photo.caption.clone_from(&self.caption);
            photo.taken_on = self.taken_on.or(photo.taken_on);
        });
    }
}

/// Removes a photo. Its bytes stay: it comes back by undo, and the past has it.
#[derive(Clone, Debug, PartialEq)]
pub struct RemovePhoto {
    /// Which.
    pub id: Id<Photo>,
}

impl Command for RemovePhoto {
    fn intent(&self) -> Intent {
        Intent::RemovePhoto
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let gone = state.get(self.id).is_none().then(|| Problem::of_entry(Fault::Gone));
        gone.into_iter().collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.remove(self.id, "-");
    }
}
