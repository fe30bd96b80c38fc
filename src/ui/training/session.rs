//! A session: what it is, its seats, who takes part and who waits; from its first day on, who came.

use domain::Id;
use domain::records::{EnrolmentState, Session, SessionField};
use leptos::prelude::*;
use locales::Language;
use replica::command::{CancelSession, PlanSession, Which};
use replica::query::training::{self, Phase, Roster, SessionLine};

use super::plan::{Moving, MovingDialog};
use super::words;
use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::history::HistoryCard;
use crate::route::{Class, Plans, Route};
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::dialog::ConfirmDialog;
use crate::widget::icon::Icon;
use crate::widget::list::{Banner, Card, Fact, Facts, Pad, Tag, Tone};
use crate::widget::meter::Meter;
use crate::widget::page::{Columns, Page, PageHeader, Stack};

mod people;
mod places;

pub(super) use people::use_roster;
use people::{Seated, Waiting, Withdrawn};

/// The session's page.
#[component]
pub(super) fn SessionPage(id: Id<Session>) -> impl IntoView {
    let desk = use_desk();
    let line = desk.memo(move |state| training::line(state, id));
    let is_there = Memo::new(move |_| line.read().is_some());
    let shown = Signal::derive(move || line.get().unwrap_or_default());
    move || {
        if is_there.get() { view! { <Shown id line=shown/> }.into_any() } else { view! { <Missing/> }.into_any() }
    }
}

#[component]
fn Shown(id: Id<Session>, line: Signal<SessionLine>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let phase = Memo::new(move |_| line.read().phase(today));
    let roster = use_roster(id);
    let title = Signal::derive(move || words::title(language, &line.read()));
    let tags = move || move || view! { <Tag text=words::phase_word(language, phase.get()) tone=words::tone(&line.read(), today)/> };
    let cancelled = move || {
        (phase.get() == Phase::Cancelled)
            .then(|| view! { <Banner tone=Tone::Warn text=language.session_is_cancelled()/> })
    };
    view! {
        <Page>
            <PageHeader title tags back=Route::Calendar.href() back_label=language.back() actions=move || view! { <Actions id line phase/> }/>
            {cancelled}
            <places::OfBroadcast id/>
            <Columns>
                <Stack><Seated id roster phase/></Stack>
                <Stack>
                    <Seats id line roster phase/>
                    <places::Places id phase/>
                    <Waiting roster phase/>
                    <About id line/>
                    <Withdrawn roster phase/>
                    <HistoryCard kind=domain::Kind::Session id=id.raw()/>
                </Stack>
            </Columns>
        </Page>
    }
}

/// What can be done with the whole session.
#[component]
fn Actions(id: Id<Session>, line: Signal<SessionLine>, phase: Memo<Phase>) -> impl IntoView {
    let language = use_language();
    let asking = RwSignal::new(false);
    let edit =
        move || view! { <LinkButton label=language.edit() href=Route::SessionForm(Some(id)).href() icon=Icon::Edit/> };
    let (desk, moving) = (use_desk(), Moving::new());
    let other_days = move || {
        view! {
            <Button label=language.move_session() kind=ButtonKind::Quiet on_press=move || moving.begin(desk, Which::InForce(id))/>
            <LinkButton label=language.repeat_session() href=Plans::Repeat(id).href() kind=ButtonKind::Quiet/>
        }
    };
    let after = move |kind| view! { <LinkButton label=language.results() href=Class::Results(id).href() kind icon=Icon::Chart/> };
    let actions = move || {
        match phase.get() {
        Phase::Coming => view! {
            <Button label=language.cancel_session() kind=ButtonKind::Quiet on_press=move || asking.set(true)/>
            {other_days()}
            {edit()}
            <LinkButton label=language.enrol() href=Route::Enrolment(id).href() kind=ButtonKind::Primary icon=Icon::People/>
        }
        .into_any(),
        Phase::Running => view! {
            {edit()}
            <LinkButton label=language.enrol() href=Route::Enrolment(id).href() icon=Icon::People/>
            {after(ButtonKind::Plain)}
            <LinkButton label=language.call_roll() href=Class::Roll(id).href() kind=ButtonKind::Primary icon=Icon::Check/>
        }
        .into_any(),
        Phase::Over => view! {
            {edit()}
            <LinkButton label=language.call_roll() href=Class::Roll(id).href() icon=Icon::Check/>
            {after(ButtonKind::Primary)}
        }
        .into_any(),
        Phase::Cancelled => view! { <Restore id/> }.into_any(),
    }
    };
    view! { {actions} <Cancelling id line asking/> <MovingDialog moving/> }
}

#[component]
fn Cancelling(id: Id<Session>, line: Signal<SessionLine>, asking: RwSignal<bool>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let text = Signal::derive(move || language.cancel_session_text(line.read().seated));
    let cancel = move || desk.act(CancelSession { id });
    view! {
        <ConfirmDialog open=asking title=language.cancel_session_question() text confirm=language.cancel_session()
            cancel=language.keep_session() danger=true on_confirm=cancel/>
    }
}

#[component]
fn Restore(id: Id<Session>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let restore = move || {
        if let Some(session) = untrack(|| desk.ask(|state| state.get(id).cloned())) {
            desk.act(PlanSession { id: Some(id), session: super::session_form::restored(session) });
        }
    };
    view! { <Button label=language.restore_session() icon=Icon::Undo on_press=restore/> }
}

/// How many seats are taken, and whether that is enough.
#[component]
fn Seats(id: Id<Session>, line: Signal<SessionLine>, roster: Memo<Roster>, phase: Memo<Phase>) -> impl IntoView {
    let language = use_language();
    let value = Signal::derive(move || line.read().seated.to_string());
    let target = Signal::derive(move || of_seats(language, &line.read()));
    let share = Signal::derive(move || share_of(line.read().seated, line.read().seats));
    let minimum = Signal::derive(move || minimum_mark(&line.read()));
    let is_open = move || matches!(phase.get(), Phase::Coming | Phase::Running);
    let tags = move || is_open().then(|| words::seat_tags(language, &line.read()));
    let is_asked = Memo::new(move |_| is_open() && !roster.read().seated.is_empty());
    let asks = move || is_asked.get().then(|| view! { <super::asks::AsksSummary id roster/> });
    view! {
        <Card title=language.seats() action=move || view! { {tags} }>
            <Pad>
                <Meter label=language.of(EnrolmentState::Enrolled) value target share pace=minimum limit=true/>
                {move || minimum.get().map(|_| view! { <p class="subtitle">{language.minimum_mark()}</p> })}
            </Pad>
            {asks}
        </Card>
    }
}

/// What follows the number of those who have a seat.
pub(super) fn of_seats(language: Language, line: &SessionLine) -> String {
    match line.minimum {
        0 => language.of_seats(line.seats),
        minimum => language.of_seats_minimum(line.seats, minimum),
    }
}

/// A number of people as a share of the seats.
pub(super) fn share_of(people: usize, seats: u32) -> f64 {
    f64::from(u32::try_from(people).unwrap_or(u32::MAX)) / f64::from(seats.max(1))
}

/// Where on the meter a session has enough people.
pub(super) fn minimum_mark(line: &SessionLine) -> Option<f64> {
    (line.minimum > 0).then(|| share_of(line.minimum as usize, line.seats))
}

/// The facts of a session.
#[component]
fn About(id: Id<Session>, line: Signal<SessionLine>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let note = desk.memo(move |state| state.get(id).map(|session| session.note.clone()).unwrap_or_default());
    let facts = move || {
        let line = line.get();
        let facts = [
            (language.session_time().to_owned(), words::when(language, &line)),
            (language.field(SessionField::site), line.site),
            (language.field(SessionField::room), line.room),
            (language.field(SessionField::instructor), line.instructor),
            (language.field(SessionField::note), note.get()),
        ];
        let said = facts.into_iter().filter(|(_, value)| !value.is_empty());
        said.map(|(name, value)| view! { <Fact name>{value}</Fact> }).collect_view()
    };
    view! { <Card title=language.session_facts()><Pad><Facts>{facts}</Facts></Pad></Card> }
}
