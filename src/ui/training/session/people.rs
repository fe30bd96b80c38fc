//! The people of a session: with a seat, waiting, withdrawn. Before it they can withdraw; from its first day on each is
//! marked as come or not with one press.

use domain::Id;
use domain::records::{Enrolment, EnrolmentState, Session};
use leptos::prelude::*;
use locales::numbers;
use replica::command::SettleEnrolment;
use replica::query::training::{self, Participant, Phase, Roster};

use crate::context::{Desk, use_desk, use_language};
use crate::route::Route;
use crate::values::dotted;
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Pad, Row, Rows, Tag};

/// The people of a session, as its cards share them.
pub(in crate::training) fn use_roster(id: Id<Session>) -> Memo<Roster> {
    use_desk().memo(move |state| training::roster(state, id))
}

fn settle(desk: Desk, id: Id<Enrolment>, state: EnrolmentState) {
    desk.act(SettleEnrolment { id, state, reason: String::new() });
}

fn href(one: &Participant) -> Option<String> {
    one.case.map(|case| Route::Case(case).href())
}

fn why(one: &Participant) -> String {
    dotted([one.village.clone(), one.phone.clone()])
}

/// Those with a seat.
#[component]
pub(super) fn Seated(id: Id<Session>, roster: Memo<Roster>, phase: Memo<Phase>) -> impl IntoView {
    let language = use_language();
    let is_door = Memo::new(move |_| matches!(phase.get(), Phase::Running | Phase::Over));
    let count = Signal::derive(move || {
        let seated = &roster.read().seated;
        let of = |state| seated.iter().filter(|one| one.state == Some(state)).count();
        let (attended, absent) = (of(EnrolmentState::Attended), of(EnrolmentState::Absent));
        Some(match is_door.get() {
            true => language.attendance_count(attended, absent, seated.len() - attended - absent),
            false => language.persons(&numbers::size(seated.len())),
        })
    });
    let is_empty = Memo::new(move |_| roster.read().seated.is_empty());
    let body = move || {
        match is_empty.get() {
        true => view! { <Nobody id phase/> }.into_any(),
        false => view! { <Rows><For each=move || roster.get().seated key=|one| one.id let:one>{seated_row(roster, is_door, one)}</For></Rows> }.into_any(),
    }
    };
    view! { <Card title=language.enrolled_people() count>{body}</Card> }
}

#[component]
fn Nobody(id: Id<Session>, phase: Memo<Phase>) -> impl IntoView {
    let language = use_language();
    let is_open = move || matches!(phase.get(), Phase::Coming | Phase::Running);
    let next = Signal::derive(move || is_open().then(|| language.no_enrolled_next().to_owned()));
    let enrol = move || {
        let link =
            move || view! { <LinkButton label=language.enrol() href=Route::Enrolment(id).href() icon=Icon::People/> };
        move || is_open().then(link)
    };
    view! { <EmptyState title=language.no_enrolled_title() next icon=Icon::People action=enrol/> }
}

fn seated_row(roster: Memo<Roster>, is_door: Memo<bool>, one: Participant) -> impl IntoView {
    let id = one.id;
    let state =
        Memo::new(move |_| roster.read().seated.iter().find(|other| other.id == id).and_then(|other| other.state));
    let (title, href, why) = (one.name.clone(), href(&one), why(&one));
    let name = StoredValue::new(one.name);
    let action = move || {
        move || match is_door.get() {
            true => view! { <Marks id name=name.get_value() state/> }.into_any(),
            false => view! { <Withdraw id name=name.get_value()/> }.into_any(),
        }
    };
    view! { <Row title href why action/> }
}

#[component]
fn Withdraw(id: Id<Enrolment>, name: String) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let withdraw = move || settle(desk, id, EnrolmentState::Withdrawn);
    view! { <Button label=language.withdraw_enrolment() kind=ButtonKind::Quiet spoken=language.withdraw_name(&name) on_press=withdraw/> }
}

/// Here or absent; a second press takes the mark back.
#[component]
fn Marks(id: Id<Enrolment>, name: String, state: Memo<Option<EnrolmentState>>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let mark = move |as_state: EnrolmentState| {
        let is_on = state.get_untracked() == Some(as_state);
        settle(desk, id, if is_on { EnrolmentState::Enrolled } else { as_state });
    };
    let is = move |as_state| Signal::derive(move || Some(state.get() == Some(as_state)));
    view! {
        <Button label=language.attended() spoken=language.attended_name(&name) pressed=is(EnrolmentState::Attended)
            on_press=move || mark(EnrolmentState::Attended)/>
        <Button label=language.absent() spoken=language.absent_name(&name) pressed=is(EnrolmentState::Absent)
            on_press=move || mark(EnrolmentState::Absent)/>
    }
}

/// Those who wait, in the order in which seats will come to them.
#[component]
pub(super) fn Waiting(roster: Memo<Roster>, phase: Memo<Phase>) -> impl IntoView {
    let language = use_language();
    let is_any = Memo::new(move |_| !roster.read().waiting.is_empty());
    let is_open = Memo::new(move |_| matches!(phase.get(), Phase::Coming | Phase::Running));
    let rows = move || {
        let all = roster.get().waiting.into_iter().enumerate();
        all.map(|(at, one)| waiting_row(is_open, at, one)).collect_view()
    };
    let count = Signal::derive(move || Some(language.persons(&numbers::size(roster.read().waiting.len()))));
    view! {
        <Show when=move || is_any.get()>
            <Card title=language.waiting_people() count>
                <Rows>{rows}</Rows>
                <Pad><p class="subtitle">{language.waiting_hint()}</p></Pad>
            </Card>
        </Show>
    }
}

fn waiting_row(is_open: Memo<bool>, at: usize, one: Participant) -> impl IntoView {
    let (desk, language, id) = (use_desk(), use_language(), one.id);
    let (title, href, why) = (one.name.clone(), href(&one), why(&one));
    let tags = move || view! { <Tag text=language.waiting_place(at + 1)/> };
    let name = StoredValue::new(one.name);
    let seat = move || settle(desk, id, EnrolmentState::Enrolled);
    let action = move || {
        let spoken = language.give_seat_name(&name.get_value());
        let give = is_open
            .get_untracked()
            .then(|| view! { <Button label=language.give_seat() kind=ButtonKind::Quiet spoken on_press=seat/> });
        view! { {give} <Withdraw id name=name.get_value()/> }
    };
    view! { <Row title href tags why action/> }
}

/// Those who withdrew and did not come back.
#[component]
pub(super) fn Withdrawn(roster: Memo<Roster>, phase: Memo<Phase>) -> impl IntoView {
    let language = use_language();
    let is_any = Memo::new(move |_| !roster.read().withdrawn.is_empty());
    let is_open = Memo::new(move |_| matches!(phase.get(), Phase::Coming | Phase::Running));
    let rows = move || roster.get().withdrawn.into_iter().map(|one| withdrawn_row(is_open, one)).collect_view();
    let count = Signal::derive(move || Some(language.persons(&numbers::size(roster.read().withdrawn.len()))));
    view! {
        <Show when=move || is_any.get()>
            <Card title=language.withdrawn_people() count><Rows>{rows}</Rows></Card>
        </Show>
    }
}

fn withdrawn_row(is_open: Memo<bool>, one: Participant) -> impl IntoView {
    let (desk, language, id) = (use_desk(), use_language(), one.id);
    let (title, href, why) = (one.name.clone(), href(&one), why(&one));
    let spoken = StoredValue::new(language.come_back_name(&one.name));
    let back = move || settle(desk, id, EnrolmentState::Enrolled);
    let action = move || {
        let button = || view! { <Button label=language.come_back() kind=ButtonKind::Quiet spoken=spoken.get_value() on_press=back/> };
        is_open.get_untracked().then(button)
    };
    view! { <Row title href why action/> }
}
