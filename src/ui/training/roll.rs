//! The roll at the door: one tap a person. What a tap means is chosen above the names; a walk-in comes in by search.

use domain::Choice as _;
use domain::records::{Presence, Session};
use domain::{Id, pinyin};
use leptos::prelude::*;
use locales::Language;
use replica::command::CallRoll;
use replica::query::training::{self, RollLine, RollTime, SessionLine};

use super::words;
use crate::app::Missing;
use crate::context::{Desk, use_desk, use_language};
use crate::route::{Class, Route};
use crate::widget::button::{Button, LinkButton};
use crate::widget::field::{Choice, ChoiceField, TextField};
use crate::widget::icon::Icon;
use crate::widget::list::EmptyState;
use crate::widget::page::{Page, PageHeader};

mod close;
mod door;
mod scan;
pub(super) mod sheet;
mod signature;
mod tile;

/// What a tap does, beside the ways of taking part.
const SIGN: &str = "sign";

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Door {
    desk: Desk,
    language: Language,
    session: Id<Session>,
    times: Memo<Vec<RollTime>>,
    /// The place of the half-day in [`Self::times`], as a select keeps it.
    at: RwSignal<String>,
    /// What a tap means: the number of a [`Presence`], or [`SIGN`].
    mode: RwSignal<String>,
    reason: RwSignal<String>,
    find: RwSignal<String>,
    lines: Memo<Vec<RollLine>>,
    /// Who signs now.
    signing: RwSignal<Option<RollLine>>,
}

impl Door {
    fn new(session: Id<Session>) -> Self {
        let (desk, language) = (use_desk(), use_language());
        let today = desk.today();
        let times = desk.memo(move |state| state.get(session).map(training::roll_times).unwrap_or_default());
        let now = untrack(|| desk.ask(|state| training::roll_time_now(state, session, today)));
        let place = now.and_then(|now| times.read_untracked().iter().position(|time| *time == now));
        let at = RwSignal::new(place.unwrap_or_default().to_string());
        let lines = desk.memo(move |state| match time_at(&times.read(), &at.get()) {
            Some(time) => training::roll(state, session, time),
            None => vec![],
        });
        let mode = RwSignal::new(Presence::Present.number().to_string());
        let [reason, find] = [RwSignal::new(String::new()), RwSignal::new(String::new())];
        Self { desk, language, session, times, at, mode, reason, find, lines, signing: RwSignal::new(None) }
    }

    fn time(self) -> Option<RollTime> {
        time_at(&self.times.read_untracked(), &self.at.get_untracked())
    }

    /// The way of taking part that a tap means; nothing where it means a signature.
    fn presence(self) -> Option<Presence> {
        self.mode.with(|mode| mode.parse().ok().and_then(Presence::from_number))
    }

    /// Those whose name fits what is typed.
    fn shown(self) -> Vec<RollLine> {
        let typed = self.find.get();
        let mut lines = self.lines.get();
        lines.retain(|line| typed.trim().is_empty() || pinyin::matches(&line.person.name, typed.trim()));
        lines
    }

    /// What a tap on a person does.
    fn tap(self, line: &RollLine) {
        let Some(presence) = untrack(|| self.presence()) else { return self.signing.set(Some(line.clone())) };
        let is_on = line.presence == Some(presence);
        let reason = if presence == Presence::Present { String::new() } else { self.reason.get_untracked() };
        self.mark(line, (!is_on).then_some(presence), if is_on { String::new() } else { reason }, None);
        self.find.set(String::new());
    }

    fn mark(self, line: &RollLine, presence: Option<Presence>, reason: String, signature: Option<String>) {
        let Some(time) = self.time() else { return };
        let (session, member) = (self.session, line.person.member);
        self.desk.act(CallRoll { session, member, time, presence, reason, signature });
    }
}

fn time_at(times: &[RollTime], at: &str) -> Option<RollTime> {
    at.parse::<usize>().ok().and_then(|at| times.get(at)).copied()
}

/// The page.
#[component]
pub(super) fn RollPage(id: Id<Session>) -> impl IntoView {
    let desk = use_desk();
    let line = desk.memo(move |state| training::line(state, id));
    let is_there = Memo::new(move |_| line.read().is_some());
    let shown = Signal::derive(move || line.get().unwrap_or_default());
    move || {
        if is_there.get() { view! { <Roll id line=shown/> }.into_any() } else { view! { <Missing/> }.into_any() }
    }
}

#[component]
fn Roll(id: Id<Session>, line: Signal<SessionLine>) -> impl IntoView {
    let language = use_language();
    let door = Door::new(id);
    let title = Signal::derive(move || language.roll_title(&words::title(language, &line.read())));
    let scanning = RwSignal::new(false);
    let actions = move || {
        view! {
            <LinkButton label=language.cards() href=Class::Cards(id).href() icon=Icon::Print/>
            <LinkButton label=language.sign_in_sheet() href=Class::SignIn(id).href() icon=Icon::Print/>
            <Button label=language.scan() icon=Icon::Camera on_press=move || scanning.set(true)/>
            <close::CloseButton id door/>
        }
    };
    let body = move || match door.lines.with(Vec::is_empty) {
        true => view! { <EmptyState title=language.roll_nobody() icon=Icon::People/> }.into_any(),
        false => view! { <tile::Tiles door/> }.into_any(),
    };
    view! {
        <Page>
            <PageHeader title back=Route::Session(id).href() back_label=language.back() actions/>
            <Head door/>
            <Mode door/>
            {body}
            <door::WalkIn door/>
            <signature::SignDialog door/>
            <scan::ScanDialog door open=scanning/>
        </Page>
    }
}

/// How many are there, how many are called in all, and for how many nothing is marked yet.
fn counts(lines: &[RollLine]) -> (usize, usize, usize) {
    let there = lines.iter().filter(|line| line.presence.is_some_and(Presence::is_there)).count();
    let left = lines.iter().filter(|line| line.presence.is_none()).count();
    (there, lines.len(), left)
}

/// How many are there, of which half-day.
#[component]
fn Head(door: Door) -> impl IntoView {
    let language = door.language;
    let counts = Memo::new(move |_| counts(&door.lines.read()));
    let share = move || {
        let (there, all, _) = counts.get();
        format!("{}%", there * 100 / all.max(1))
    };
    let options = Signal::derive(move || {
        let name = |(at, time): (usize, &RollTime)| {
            Choice::new(at.to_string(), format!("{} {}", language.day_of_week(time.on), language.of(time.half)))
        };
        door.times.read().iter().enumerate().map(name).collect::<Vec<_>>()
    });
    view! {
        <div class="roll-head">
            <p class="roll-count num" role="status">
                <b>{move || { let (there, all, _) = counts.get(); language.roll_there(there, all) }}</b>
                <span>{move || { let (.., left) = counts.get(); (left > 0).then(|| language.roll_left(left)) }}</span>
            </p>
            <div class="bar" aria-hidden="true"><i class="bar-fill" style:width=share></i></div>
            <ChoiceField label=language.roll_time_label() value=door.at options menu=true/>
        </div>
    }
}

/// What a tap means, why, and who is looked for.
#[component]
fn Mode(door: Door) -> impl IntoView {
    let language = door.language;
    let ways = Presence::ALL.iter().map(|way| Choice::new(way.number().to_string(), language.of(*way)));
    let options: Vec<Choice> = ways.chain([Choice::new(SIGN, language.sign_mode())]).collect();
    let has_reason = move || door.presence().is_some_and(|presence| presence != Presence::Present);
    let reason =
        move || has_reason().then(|| view! { <TextField label=language.roll_reason_label() value=door.reason/> });
    let clear = move || {
        let is_typed = !door.find.read().is_empty();
        is_typed.then(|| view! { <Button label=language.roll_clear() on_press=move || door.find.set(String::new())/> })
    };
    view! {
        <div class="roll-mode">
            <ChoiceField label=language.roll_mode() value=door.mode options=Signal::stored(options)/>
            <div class="roll-find"><TextField label=language.roll_find() value=door.find/>{clear}</div>
            {reason}
        </div>
        <p class="subtitle">{language.roll_hint()}</p>
    }
}
