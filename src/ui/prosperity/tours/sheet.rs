//! The timetable on paper: the day from stop to stop with whom to ring, for driver, guide and guests.

use domain::records::{StopField, Tour, TourField};
use leptos::prelude::*;
use locales::Language;
use replica::query::prosperity::tours::{Day, DayStop};

use super::words;
use crate::context::use_language;
use crate::prosperity::tabs::FactList;
use crate::values::dotted;
use crate::widget::table::{CardPlace, Column, PlainTable};

/// The timetable, seen only on paper.
#[component]
pub(super) fn Sheet(tour: Tour, day: Memo<Day>) -> impl IntoView {
    let language = use_language();
    let facts = head(language, &tour);
    let heads = vec![
        Column::new(language.time_word(), "auto", CardPlace::Title),
        Column::new(language.place_word(), "auto", CardPlace::Detail),
        Column::new(language.where_word(), "auto", CardPlace::Detail),
        Column::new(language.contact_word(), "auto", CardPlace::Detail),
        Column::new(language.field(StopField::shows), "auto", CardPlace::Detail),
    ];
    let rows = move || day.read().stops.iter().map(|stop| row(language, stop)).collect::<Vec<_>>();
    let route = move || {
        let names =
            day.read().stops.iter().map(|stop| words::place_name(language, stop.place.as_ref())).collect::<Vec<_>>();
        names.join(" → ")
    };
    view! {
        <div class="print-only">
            <FactList facts/>
            <PlainTable caption=language.timetable() columns=heads rows=Callback::from(rows)/>
            <p><b>{language.route_line()}</b> " " {route}</p>
        </div>
    }
}

fn head(language: Language, tour: &Tour) -> Vec<(String, String)> {
    let guide = dotted([tour.leader.clone(), tour.phone.clone()]);
    let facts = [
        (TourField::meets_at, tour.meets_at.clone()),
        (TourField::guests, tour.guests.clone()),
        (TourField::leader, guide),
        (TourField::note, tour.note.clone()),
    ];
    facts.map(|(field, text)| (language.field(field), text)).into()
}

fn row(language: Language, stop: &DayStop) -> Vec<AnyView> {
    let name = words::place_name(language, stop.place.as_ref());
    let place = stop.place.clone();
    let at = place.as_ref().map(|line| {
        if line.address.is_empty() { dotted([line.county.clone(), line.village.clone()]) } else { line.address.clone() }
    });
    let contact = place.map(|line| dotted([line.contact, line.phone]));
    let cells = [
        dotted([words::hours(language, stop), words::way(language, stop)]),
        name,
        at.unwrap_or_default(),
        contact.unwrap_or_default(),
        stop.stop.shows.clone(),
    ];
    cells.into_iter().map(IntoAny::into_any).collect()
}
