//! Times, ways and doors of a tour in words.

use domain::Date;
use locales::{Language, numbers};
use replica::query::prosperity::tours::{Closed, DayStop, Phase, PlaceKind, PlaceLine, Suggestion, TourLine};

use crate::values::dotted;
use crate::widget::list::Tone;

/// When a tour is, and who comes.
pub(super) fn when(language: Language, line: &TourLine) -> String {
    let tour = &line.tour;
    let day = tour.planned_on.map(|day| language.day_of_week(day)).unwrap_or_default();
    let heads = if tour.heads > 0 { language.heads(&numbers::count(tour.heads)) } else { String::new() };
    dotted([day, language.sets_out(&language.time(tour.begins_at)), tour.guests.clone(), heads])
}

/// Where a tour stands, as a tag says it; nothing where its day says enough.
pub(super) fn phase(language: Language, line: &TourLine, today: Date) -> Option<(String, Tone)> {
    let days = line.tour.planned_on.map(|day| (day - today).whole_days());
    match (line.phase, days) {
        (Phase::Today, _) => Some((language.today_word().to_owned(), Tone::Info)),
        (Phase::Coming, Some(days)) if days > 0 => Some((language.in_days(days), Tone::Plain)),
        (Phase::Cancelled, _) => Some((language.maybe(line.tour.state).to_owned(), Tone::Warn)),
        _ => None,
    }
}

/// From when to when one is at a stop.
pub(super) fn hours(language: Language, stop: &DayStop) -> String {
    format!("{}–{}", language.time(stop.arrives), language.time(stop.leaves))
}

/// The way to a stop; nothing for the first where nobody said it.
pub(super) fn way(language: Language, stop: &DayStop) -> String {
    match (stop.travel, stop.is_estimated) {
        (0, _) => String::new(),
        (minutes, true) => language.way_estimated(minutes),
        (minutes, false) => language.way_minutes(minutes),
    }
}

/// Why a stop is closed when one is there.
pub(super) fn closed(language: Language, stop: &DayStop) -> Option<String> {
    Some(match stop.closed? {
        Closed::NotYet(opens) => language.closed_not_yet(&language.time(stop.arrives), &language.time(opens)),
        Closed::Shut(closes) => language.closed_shut(&language.time(stop.leaves), &language.time(closes)),
    })
}

/// What a place is called, also when it is gone.
pub(super) fn place_name(language: Language, place: Option<&PlaceLine>) -> String {
    place.map_or_else(|| language.stop_gone().to_owned(), |line| line.name.clone())
}

/// What a place is and where.
pub(super) fn place_why(language: Language, line: &PlaceLine) -> String {
    let kind = line.site.map_or_else(|| kind(language, line.place.kind()), |kind| language.of(kind)).to_owned();
    dotted([kind, line.county.clone(), line.village.clone(), line.industry.clone()])
}

/// A kind of place.
pub(super) fn kind(language: Language, kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::Demonstration => language.of(domain::Kind::Demonstration),
        PlaceKind::Cooperative => language.of(domain::Kind::Cooperative),
        PlaceKind::Site => language.place_base(),
    }
}

/// What a better order is good for.
pub(super) fn better(language: Language, suggestion: &Suggestion) -> String {
    match (suggestion.opened, suggestion.shorter) {
        (0, minutes) => language.better_shorter(minutes),
        (opened, minutes) if minutes > 0 => language.better_both(opened, minutes),
        (opened, _) => language.better_opened(opened),
    }
}
