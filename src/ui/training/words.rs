//! How a session is said and coloured, wherever it is shown.

use domain::Date;
use leptos::prelude::*;
use locales::Language;
use replica::query::training::{Phase, Season, SessionLine};

use crate::values::dotted;
use crate::widget::list::{Tag, Tone};

/// From how many days before it a session that lacks people needs a look.
const SOON: i64 = 14;

/// A session's name.
pub(super) fn title(language: Language, line: &SessionLine) -> String {
    language.session_title(&line.title, line.term)
}

/// Its days, and its hour where that is known.
pub(super) fn when(language: Language, line: &SessionLine) -> String {
    let Some(start) = line.starts_on else { return String::new() };
    let days = language.span(start, line.ends_on.unwrap_or(start));
    if line.begins_at == 0 { days } else { format!("{days} {}", language.time(line.begins_at)) }
}

/// Its days, place and seats, in one line.
pub(super) fn summary(language: Language, line: &SessionLine) -> String {
    dotted([when(language, line), place(line), language.seats_of(line.seated, line.seats)])
}

/// Its site and room.
pub(super) fn place(line: &SessionLine) -> String {
    dotted([line.site.clone(), line.room.clone()])
}

/// The word for where a session stands.
pub(super) fn phase_word(language: Language, phase: Phase) -> &'static str {
    match phase {
        Phase::Coming => language.phase_coming(),
        Phase::Running => language.phase_running(),
        Phase::Over => language.phase_over(),
        Phase::Cancelled => language.phase_cancelled(),
    }
}

/// The colour of a session.
pub(super) fn tone(line: &SessionLine, today: Date) -> Tone {
    let days = line.starts_on.map_or(i64::MAX, |start| (start - today).whole_days());
    match line.phase(today) {
        Phase::Over | Phase::Cancelled => Tone::Plain,
        Phase::Running => Tone::Info,
        Phase::Coming if line.lacking() > 0 && days <= SOON => Tone::Warn,
        Phase::Coming => Tone::Good,
    }
}

/// What tells about its seats: none left, so many left, so many short, so many waiting.
pub(super) fn seat_tags(language: Language, line: &SessionLine) -> AnyView {
    let seats = match (line.left(), line.lacking()) {
        (0, _) => view! { <Tag text=language.seats_full() tone=Tone::Info/> }.into_any(),
        (_, lacking @ 1..) => view! { <Tag text=language.people_lacking(lacking) tone=Tone::Warn/> }.into_any(),
        (left, _) => view! { <Tag text=language.seats_free(left) tone=Tone::Good/> }.into_any(),
    };
    let waiting = (line.waiting > 0).then(|| view! { <Tag text=language.waiting_count(line.waiting)/> });
    view! { {seats} {waiting} }.into_any()
}

/// The words for a season in which farmers have no time.
pub(super) fn season(language: Language, season: Season) -> &'static str {
    match season {
        Season::Sowing => language.season_sowing(),
        Season::Harvest => language.season_harvest(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colour_says_what_needs_a_look() {
        let today = Date::from_ordinal_date(2026, 327).expect("a day");
        let line = |days: i64, seated, minimum| {
            let day = today.saturating_add(time::Duration::days(days));
            let (starts_on, ends_on) = (Some(day), Some(day));
            SessionLine { starts_on, ends_on, seats: 30, seated, minimum, ..SessionLine::default() }
        };
        let cases = [
            (line(-1, 0, 10), Tone::Plain),
            (line(0, 0, 10), Tone::Info),
            (line(7, 9, 10), Tone::Warn),
            (line(7, 10, 10), Tone::Good),
            (line(30, 0, 10), Tone::Good),
        ];
        for (line, expected) in cases {
            assert_eq!(tone(&line, today), expected, "{line:?}");
        }
    }
}
