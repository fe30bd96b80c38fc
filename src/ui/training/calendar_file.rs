//! A calendar file of sessions, for the calendars of phones and computers.

use domain::Id;
use domain::records::Session;
use exchange::{Event, icalendar};
use leptos::prelude::*;
use locales::Language;
use replica::State;
use replica::query::training;

use super::words;
use crate::context::{use_desk, use_language, use_tablet};
use crate::values::dotted;
use crate::widget::button::{Button, ButtonKind};
use crate::widget::icon::Icon;
use crate::widget::notice::use_notices;

const MEDIA_TYPE: &str = "text/calendar;charset=utf-8";

/// The button that hands the file out.
#[component]
pub(crate) fn CalendarFile(
    /// What the calendar is called in there; nothing personal is in the file's own name.
    #[prop(into)]
    name: Signal<String>,
    /// Which sessions are in it.
    #[prop(into)]
    sessions: Signal<Vec<Id<Session>>>,
) -> impl IntoView {
    let (desk, language, tablet, notices) = (use_desk(), use_language(), use_tablet(), use_notices());
    let none = Signal::derive(move || sessions.read().is_empty());
    let hand_out = move || {
        let events = untrack(|| {
            let sessions = sessions.get();
            desk.ask(|state| sessions.iter().filter_map(|id| event(state, language, *id)).collect::<Vec<_>>())
        });
        let now = i64::try_from(desk.store().world().now() / 1_000).unwrap_or_default();
        let file = icalendar(&name.get_untracked(), now, &events);
        let is_offered = tablet.device().download(&file_name(desk.today()), MEDIA_TYPE, file.as_bytes());
        match is_offered {
            true => notices.done(language.calendar_file_saved(), None),
            false => notices.failed(language.calendar_file_failed()),
        }
    };
    view! { <Button label=language.calendar_file() kind=ButtonKind::Quiet icon=Icon::Calendar disabled=none on_press=hand_out/> }
}

fn file_name(today: domain::Date) -> String {
    format!("bangfu-{today}.ics")
}

fn event(state: &State, language: Language, id: Id<Session>) -> Option<Event> {
    let (timing, line) = (training::timing(state, id)?, training::line(state, id)?);
    Some(Event {
        uid: format!("{id}@bangfu"),
        on: timing.on,
        days: timing.days,
        begins_at: timing.begins_at,
        minutes: timing.minutes,
        summary: words::title(language, &line),
        place: words::place(&line),
        note: dotted([line.instructor, state.get(id).map(|session| session.note.clone()).unwrap_or_default()]),
    })
}
