//! The guide's view: the whole screen, one stop at a time, read by strangers over the guide's shoulder. It shows counts
//! and averages and never a led household. Which stop is shown is in the address; keys and swipes go on and back.

use domain::records::Tour;
use domain::{Date, Id};
use leptos::{ev, html, prelude::*};
use replica::State;
use replica::query::prosperity::tours::{self, DayStop, Story};

use crate::app::Missing;
use crate::context::{use_asked, use_desk, use_language};
use crate::route::Tours;
use crate::widget::button::LinkButton;
use crate::widget::icon::{Icon, Picture};
use crate::widget::list::EmptyState;
use crate::widget::pointer;

mod end;
mod figures;
mod panels;
mod stop;

pub(super) use stop::short_name;

/// A swipe goes at least so far, and more across than along.
const SWIPE: f64 = 64.0;

/// A stop with its hours and what is told there.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    arrives: u32,
    stay: u32,
    travel: u32,
    story: Story,
}

/// What the guide walks through.
#[derive(Clone, Debug, PartialEq)]
struct Show {
    title: String,
    stops: Vec<Shown>,
}

impl Show {
    fn of(state: &State, id: Id<Tour>, today: Date) -> Option<Self> {
        let title = state.get(id)?.title.clone();
        // Of the day only the hours are taken: its lines know names and telephones.
        let hours = tours::day(state, id)
            .stops
            .into_iter()
            .map(|DayStop { arrives, travel, stop, .. }| (arrives, travel, stop.stay));
        let stories = tours::stories(state, id, today);
        let shown = |((arrives, travel, stay), story)| Shown { arrives, stay, travel, story };
        Some(Self { title, stops: hours.zip(stories).map(shown).collect() })
    }
}

/// Where the guide is.
#[derive(Clone, Copy)]
struct Walk {
    tour: Id<Tour>,
    show: Memo<Option<Show>>,
    at: RwSignal<String>,
}

impl Walk {
    fn count(self) -> usize {
        self.show.with(|show| show.as_ref().map_or(0, |show| show.stops.len()))
    }

    /// The place from 0; as many as there are stops means that all are seen.
    fn place(self) -> usize {
        let asked: usize = self.at.with(|at| at.parse().unwrap_or(1));
        asked.saturating_sub(1).min(self.count())
    }

    fn go(self, place: usize) {
        self.at.set((place.min(untrack(|| self.count())) + 1).to_string());
    }

    fn next(self) {
        self.go(untrack(|| self.place()) + 1);
    }

    fn back(self) {
        self.go(untrack(|| self.place()).saturating_sub(1));
    }

    /// The stop at a place.
    fn stop(self, place: usize) -> Option<Shown> {
        self.show.with(|show| show.as_ref()?.stops.get(place).cloned())
    }
}

/// The guide's view.
#[component]
pub(super) fn GuidePage(id: Id<Tour>) -> impl IntoView {
    let desk = use_desk();
    let today = desk.today();
    let show = desk.memo(move |state| Show::of(state, id, today));
    let walk = Walk { tour: id, show, at: use_asked("at") };
    let is_there = Memo::new(move |_| show.read().is_some());
    let is_empty = Memo::new(move |_| walk.count() == 0);
    move || match (is_there.get(), is_empty.get()) {
        (false, _) => view! { <Missing/> }.into_any(),
        (true, true) => view! { <Empty id/> }.into_any(),
        (true, false) => view! { <Guide walk/> }.into_any(),
    }
}

#[component]
fn Empty(id: Id<Tour>) -> impl IntoView {
    let language = use_language();
    let back =
        move || view! { <LinkButton label=language.guide_leave() href=Tours::Tour(id).href() icon=Icon::Close/> };
    let (title, next) = (language.no_stops(), language.no_stops_next());
    view! { <div class="guide"><EmptyState title next icon=Icon::Pin action=back/></div> }
}

#[component]
fn Guide(walk: Walk) -> impl IntoView {
    let language = use_language();
    let main = NodeRef::<html::Div>::new();
    listen(walk);
    let begun = StoredValue::new(None::<(f64, f64)>);
    let swiped = move |ev: ev::PointerEvent| {
        let Some((x, y)) = begun.try_update_value(Option::take).flatten() else { return };
        let (now_x, now_y) = pointer::in_window(&ev);
        let (across, along) = (now_x - x, now_y - y);
        if across.abs() < SWIPE || across.abs() < 2.0 * along.abs() {
            return;
        }
        if across < 0.0 { walk.next() } else { walk.back() }
    };
    let is_end = Memo::new(move |_| walk.place() >= walk.count());
    // A new stop begins at its top.
    Effect::new(move |before: Option<usize>| {
        let place = walk.place();
        if before.is_some_and(|before| before != place) {
            main.get_untracked().inspect(|main| main.scroll_into_view());
        }
        place
    });
    view! {
        <section class="guide" aria-label=language.guide()>
            <Top walk/>
            <div class="guide-main" node_ref=main aria-live="polite"
                on:pointerdown=move |ev| begun.set_value(Some(pointer::in_window(&ev))) on:pointerup=swiped
                on:pointercancel=move |_| begun.set_value(None)>
                {move || match is_end.get() {
                    true => view! { <end::End walk/> }.into_any(),
                    false => view! { <stop::StopView walk/> }.into_any(),
                }}
            </div>
            <Foot walk is_end/>
        </section>
    }
}

/// The arrow keys go on and back, wherever the focus is.
fn listen(walk: Walk) {
    let pressed = window_event_listener(ev::keydown, move |ev| {
        if ev.ctrl_key() || ev.alt_key() || ev.meta_key() {
            return;
        }
        match ev.key().as_str() {
            "ArrowRight" | "PageDown" => walk.next(),
            "ArrowLeft" | "PageUp" => walk.back(),
            _ => return,
        }
        ev.prevent_default();
    });
    on_cleanup(move || pressed.remove());
}

/// How far one is, the hours, and the way out.
#[component]
fn Top(walk: Walk) -> impl IntoView {
    let language = use_language();
    let dots = move || (0..walk.count()).map(|at| dot(walk, at)).collect_view();
    let said = move || match walk.place() {
        place if place < walk.count() => language.guide_at(place + 1, walk.count()),
        _ => language.guide_end(walk.count()),
    };
    let hours = move || {
        let stop = walk.stop(walk.place())?;
        let hours = language.guide_hours(&language.time(stop.arrives), stop.stay);
        let of = language.guide_of(walk.count());
        Some(view! { <b>{walk.place() + 1}</b> " " {of} <span class="guide-hours">{hours}</span> })
    };
    view! {
        <header class="guide-top">
            <div class="guide-dots" role="img" aria-label=said>{dots}</div>
            <p class="guide-where num">{hours}</p>
            <LinkButton label=language.guide_leave() href=Tours::Tour(walk.tour).href() icon=Icon::Close/>
        </header>
    }
}

fn dot(walk: Walk, at: usize) -> impl IntoView {
    view! { <i class:done=move || at < walk.place() class:now=move || at == walk.place()></i> }
}

/// The ways on and back.
#[component]
fn Foot(walk: Walk, is_end: Memo<bool>) -> impl IntoView {
    let language = use_language();
    let is_first = move || walk.place() == 0;
    let way = move || match walk.stop(walk.place() + 1) {
        Some(next) => language.guide_way(&stop::short_name(language, &next.story), next.travel),
        None if is_end.get() => String::new(),
        None => language.guide_last().to_owned(),
    };
    let on = move || if walk.place() + 1 == walk.count() { language.guide_finish() } else { language.guide_next() };
    let learn =
        move || (!is_end.get()).then(|| view! { <LinkButton label=language.guide_learn() href=learn_href(walk)/> });
    let next = move || {
        (!is_end.get()).then(|| {
            view! {
                <button type="button" class="button primary guide-step" on:click=move |_| walk.next()>
                    <span>{on}</span><Picture icon=Icon::Forward/>
                </button>
            }
        })
    };
    view! {
        <footer class="guide-foot">
            <button type="button" class="button guide-step" disabled=is_first on:click=move |_| walk.back()>
                <Picture icon=Icon::Back/><span>{language.guide_back()}</span>
            </button>
            {learn}
            <p class="guide-way">{way}</p>
            {next}
        </footer>
    }
}

/// Where visitors sign in, from this stop and back to it.
fn learn_href(walk: Walk) -> String {
    Tours::Sign(walk.tour).href_with(&format!("at={}", walk.place() + 1))
}
