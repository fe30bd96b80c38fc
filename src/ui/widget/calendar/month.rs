//! A month as a grid: days as buttons, entries as bars over their days.
//! It must never be the only way to an entry: what has no room is counted, and the day leads to it.

use leptos::{ev, html, prelude::*};
use time::{Date, Duration, Month};

use super::{
    Entry,
    drag::{Drag, Held},
    layout::{self, Bar, Week},
};

/// How many bars stand under one another in a week.
const LANES: u8 = 3;

/// The words of a calendar.
#[derive(Clone, Copy)]
pub struct CalendarWords {
    /// Monday to Sunday, short.
    pub weekdays: Signal<[String; 7]>,
    /// A day in full, for screen readers and headings.
    pub day: Callback<(Date,), String>,
    /// That so many more are not shown ("+2").
    pub more: Callback<(usize,), String>,
}

/// What the parts of a month share.
#[derive(Clone, Copy)]
struct Shown {
    month: Signal<(i32, Month)>,
    today: Signal<Option<Date>>,
    /// The day that Tab leads to.
    focus: RwSignal<Option<Date>>,
    /// Whether the keyboard moved it, so that the focus has to follow.
    moving: StoredValue<bool>,
    words: CalendarWords,
    on_day: Callback<(Date,)>,
    drag: Drag,
}

impl Shown {
    fn is_in_month(self, day: Date) -> bool {
        self.month.get() == (day.year(), day.month())
    }

    /// The one day that Tab leads to: where the user was, else today, else the first.
    fn tab_stop(self) -> Option<Date> {
        let (year, month) = self.month.get();
        let here = |day: &Date| (day.year(), day.month()) == (year, month);
        let first = Date::from_calendar_date(year, month, 1).ok();
        self.focus.get().filter(here).or_else(|| self.today.get().filter(here)).or(first)
    }

    fn key(self, ev: &ev::KeyboardEvent, day: Date) {
        let days = match ev.key().as_str() {
            "ArrowLeft" => -1,
            "ArrowRight" => 1,
            "ArrowUp" => -7,
            "ArrowDown" => 7,
            _ => return,
        };
        ev.prevent_default();
        if let Some(to) = day.checked_add(Duration::days(days)).filter(|to| self.is_in_month(*to)) {
            self.moving.set_value(true);
            self.focus.set(Some(to));
        }
    }
}

/// A month.
#[component]
pub fn MonthGrid(
    /// What it shows ("December 2026: sessions").
    #[prop(into)]
    label: Signal<String>,
    /// Year and month.
    #[prop(into)]
    month: Signal<(i32, Month)>,
    /// What day it is, to mark it.
    #[prop(optional, into)]
    today: Signal<Option<Date>>,
    /// What takes place.
    #[prop(into)]
    entries: Signal<Vec<Entry>>,
    /// The words.
    words: CalendarWords,
    /// Opens a day.
    #[prop(into)]
    on_day: Callback<(Date,)>,
    /// Takes an entry that was dragged by so many days: its place among the entries, the days. It must never be the only
    /// way to move it.
    #[prop(optional, into)]
    on_move: Option<Callback<(usize, i64)>>,
    /// Takes the first and the last of days that were dragged over.
    #[prop(optional, into)]
    on_span: Option<Callback<(Date, Date)>>,
) -> impl IntoView {
    let drag = Drag::new(on_move, on_span);
    let shown =
        Shown { month, today, focus: RwSignal::new(None), moving: StoredValue::new(false), words, on_day, drag };
    let weeks = move || {
        let ((year, month), entries) = (month.get(), entries.get());
        drag.clear();
        let spans: Vec<_> = entries.iter().map(|entry| (entry.start, entry.end)).collect();
        layout::month(year, month, &spans, LANES).into_iter().map(|week| one_week(shown, week, &entries)).collect_view()
    };
    let heads = move || {
        words.weekdays.get().into_iter().map(|word| view! { <span class="month-head">{word}</span> }).collect_view()
    };
    view! {
        <div class="month" role="group" aria-label=label>
            <div class="month-heads" aria-hidden="true">{heads}</div>
            {weeks}
        </div>
    }
}

/// A week of the month.
fn one_week(shown: Shown, week: Week, entries: &[Entry]) -> impl IntoView + use<> {
    let Week { days, bars, hidden } = week;
    let node = shown.drag.week(days[0]);
    let days = days
        .into_iter()
        .zip(hidden)
        .enumerate()
        .map(|(at, (day, hidden))| one_day(shown, at + 1, day, hidden))
        .collect_view();
    let bars = bars
        .into_iter()
        .filter_map(|bar| entries.get(bar.item).map(|entry| one_bar(shown, &bar, entry)))
        .collect_view();
    view! { <div class="month-week" node_ref=node>{days}{bars}</div> }
}

/// A day: its number, and how much of it is not shown.
fn one_day(shown: Shown, column: usize, day: Date, hidden: usize) -> impl IntoView {
    let node = NodeRef::<html::Button>::new();
    Effect::new(move |_| {
        if shown.focus.get() == Some(day)
            && shown.moving.get_value()
            && let Some(button) = node.get()
        {
            shown.moving.set_value(false);
            let _ = button.focus();
        }
    });
    let more =
        (hidden > 0).then(|| view! { <span class="month-more">{move || shown.words.more.run((hidden,))}</span> });
    let press = move || {
        shown.focus.set(Some(day));
        if !shown.drag.was_dragged() {
            shown.on_day.run((day,));
        }
    };
    let drag = shown.drag;
    let begin = move |ev: ev::PointerEvent| {
        if let Some(button) = node.get_untracked() {
            let corner = (button.offset_left().into(), button.offset_top().into());
            if drag.begin(&ev, corner, Held::days(day)) {
                // Refused only when the pointer is gone: then no more of it comes.
                let _ = button.set_pointer_capture(ev.pointer_id());
            }
        }
    };
    view! {
        <button node_ref=node type="button" class=format!("month-day c{column}") class:outside=move || !shown.is_in_month(day) class:drop=move || drag.covers(day)
            tabindex=move || if shown.tab_stop() == Some(day) { "0" } else { "-1" }
            aria-current=move || (shown.today.get() == Some(day)).then_some("date")
            on:pointerdown=begin on:pointermove=move |ev| drag.follow(&ev) on:pointerup=move |_| drag.end() on:pointercancel=move |_| drag.give_up()
            on:click=move |_| press() on:keydown=move |ev| shown.key(&ev, day)>
            <span class="month-number num" aria-hidden="true">{day.day()}</span>
            <span class="visually-hidden">{move || shown.words.day.run((day,))}</span>
            " "
            {more}
        </button>
    }
}

/// A bar: a link over its days.
fn one_bar(shown: Shown, bar: &Bar, entry: &Entry) -> impl IntoView + use<> {
    let Bar { item, column, width, lane, starts, ends } = *bar;
    let Entry { start, end, title, detail, href, tone } = entry.clone();
    let place = format!("month-bar {} c{column} w{width} l{lane}", tone.class());
    let spoken = title.clone();
    let name = move || {
        let day = |day| shown.words.day.run((day,));
        let when = if start == end { day(start) } else { format!("{}–{}", day(start), day(end)) };
        format!("{spoken} {detail} {when}")
    };
    let (node, drag) = (NodeRef::<html::A>::new(), shown.drag);
    let begin = move |ev: ev::PointerEvent| {
        if let Some(bar) = node.get_untracked() {
            let corner = (bar.offset_left().into(), bar.offset_top().into());
            if drag.begin(&ev, corner, Held::entry(item, (start, end))) {
                // Refused only when the pointer is gone: then no more of it comes.
                let _ = bar.set_pointer_capture(ev.pointer_id());
            }
        }
    };
    // A bar that was dragged does not open what it leads to.
    let press = move |ev: ev::MouseEvent| {
        if drag.was_dragged() {
            ev.prevent_default();
            ev.stop_propagation();
        }
    };
    view! {
        <a node_ref=node class=place class:from=!starts class:on=!ends class:held=move || drag.holds(item) class:free=drag.moves()
            href=href aria-label=name title=title.clone() draggable="false"
            on:pointerdown=begin on:pointermove=move |ev| drag.follow(&ev) on:pointerup=move |_| drag.end() on:pointercancel=move |_| drag.give_up()
            on:click=press on:keydown=move |ev| if ev.key() == "Escape" { drag.give_up() }>{title.clone()}</a>
    }
}
