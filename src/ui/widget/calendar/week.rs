//! A week as a list, day by day: for a narrow screen and for reading.
//! It must never hide a day because nothing takes place on it.

use leptos::prelude::*;
use time::Date;

use super::{Entry, layout, month::CalendarWords};
use crate::widget::fresh_id;

/// A week.
#[component]
pub fn WeekList(
    /// What it shows.
    #[prop(into)]
    label: Signal<String>,
    /// Any day of the week.
    #[prop(into)]
    week_of: Signal<Date>,
    /// What day it is, to mark it.
    #[prop(optional, into)]
    today: Signal<Option<Date>>,
    /// What takes place.
    #[prop(into)]
    entries: Signal<Vec<Entry>>,
    /// The words.
    words: CalendarWords,
    /// What stands at the end of a day, such as a button that adds to it.
    #[prop(optional, into)]
    day_action: Option<Callback<(Date,), AnyView>>,
) -> impl IntoView {
    let days = move || {
        let (today, entries) = (today.get(), entries.get());
        let days = layout::days_from(layout::monday_of(week_of.get()));
        days.into_iter().map(|day| one_day(words, day, today == Some(day), &entries, day_action)).collect_view()
    };
    view! { <div class="week" role="group" aria-label=label>{days}</div> }
}

/// A day and what takes place on it.
fn one_day(
    words: CalendarWords,
    day: Date,
    is_today: bool,
    entries: &[Entry],
    action: Option<Callback<(Date,), AnyView>>,
) -> impl IntoView + use<> {
    let id = fresh_id("day");
    let on_day = entries.iter().filter(|entry| entry.start <= day && day <= entry.end);
    let items: Vec<_> = on_day.map(one_entry).collect();
    // A list without items would be announced for nothing.
    let items = (!items.is_empty()).then(|| view! { <ul class="week-items" role="list">{items}</ul> });
    view! {
        <section class="week-day" class:today=is_today aria-labelledby=id>
            <h3 class="week-head num" id=id.clone() aria-current=is_today.then_some("date")>{move || words.day.run((day,))}</h3>
            <div class="week-what">{items}{action.map(|action| action.run((day,)))}</div>
        </section>
    }
}

/// One thing that takes place.
fn one_entry(entry: &Entry) -> impl IntoView + use<> {
    let Entry { title, detail, href, tone, .. } = entry.clone();
    view! {
        <li><a class=format!("week-item {}", tone.class()) href=href><b>{title}</b><span class="week-detail">{detail}</span></a></li>
    }
}
