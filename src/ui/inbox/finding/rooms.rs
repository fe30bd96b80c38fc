//! What is said of a room or an instructor that is in two sessions at one time.

use domain::records::Session;
use domain::{Date, Id};
use locales::Language;
use replica::State;

use super::{Said, title_of};
use crate::route::Route;

pub(super) fn occupied(
    language: Language,
    state: &State,
    what: &str,
    (sessions, titles): ([Id<Session>; 2], &[String; 2]),
    (from, until): (Date, Date),
) -> Said {
    let [first, later] = [0, 1].map(|place| title_of(language, state, sessions[place], &titles[place]));
    Said {
        title: language.finding_occupied_title(what),
        why: language.finding_occupied_why(&first, &later, &language.span(from, until)),
        verbs: vec![language.finding_occupied_settle(&later), language.finding_occupied_accept().to_owned()],
        about: vec![
            (language.look_at(&first), Route::Session(sessions[0])),
            (language.look_at(&later), Route::Session(sessions[1])),
        ],
    }
}
