//! Who is asked by phone whether they come: one press an answer, the counts always in view. Who does not come can
//! withdraw here, and the first who waits gets the seat.

use domain::Id;
use domain::records::{Answer, Enrolment, EnrolmentField, EnrolmentState, Session};
use domain::{Choice as _, Sorting as _};
use leptos::prelude::*;
use replica::command::{AskMember, SettleEnrolment};
use replica::query::training::{self, Participant, Roster, SessionLine};

use super::session::use_roster;
use super::words;
use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::route::{Class, Route};
use crate::values::dotted;
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::field::{Choice, ChoiceField};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Pad, Row, Rows};
use crate::widget::page::{Page, PageHeader};

/// What is shown of the list: all, those without an answer, those who need a ride.
const SHOWN: [&str; 3] = ["all", "open", "rides"];

/// The page.
#[component]
pub(super) fn AsksPage(id: Id<Session>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let line = desk.memo(move |state| training::line(state, id));
    let roster = use_roster(id);
    let title = Signal::derive(move || {
        line.read()
            .as_ref()
            .map(|line: &SessionLine| language.phone_title(&words::title(language, line)))
            .unwrap_or_default()
    });
    let is_there = Memo::new(move |_| line.read().is_some());
    let names =
        move || view! { <LinkButton label=language.name_list() href=Class::NameList(id).href() icon=Icon::Print/> };
    move || match is_there.get() {
        false => view! { <Missing/> }.into_any(),
        true => view! {
            <Page>
                <PageHeader title back=Route::Session(id).href() back_label=language.back() actions=names/>
                <Asks roster/>
            </Page>
        }
        .into_any(),
    }
}

/// The answers in numbers, large.
#[component]
fn Counts(roster: Memo<Roster>) -> impl IntoView {
    let language = use_language();
    let counts = Memo::new(move |_| (roster.read().answers(), roster.read().seated.len()));
    let come = move || {
        let (answers, all) = counts.get();
        language.phone_come(answers.come, all)
    };
    let others = move || {
        let answers = counts.get().0;
        let rides = if answers.rides > 0 { language.phone_rides(answers.rides) } else { String::new() };
        dotted([language.phone_others(answers.decline, answers.unreached, answers.open), rides])
    };
    view! { <p class="roll-count num" role="status"><b>{come}</b><span>{others}</span></p> }
}

/// The answers in numbers, on the session's page, with the way to ask.
#[component]
pub(super) fn AsksSummary(id: Id<Session>, roster: Memo<Roster>) -> impl IntoView {
    let language = use_language();
    view! {
        <Pad>
            <Counts roster/>
            <div class="button-row"><LinkButton label=language.phone_by_phone() href=Class::Asks(id).href() icon=Icon::Phone/></div>
        </Pad>
    }
}

#[component]
fn Asks(roster: Memo<Roster>) -> impl IntoView {
    let language = use_language();
    let show = RwSignal::new(SHOWN[0].to_owned());
    let words = [language.phone_show_all(), language.phone_show_open(), language.phone_show_rides()];
    let options: Vec<Choice> = SHOWN.into_iter().zip(words).map(|(value, word)| Choice::new(value, word)).collect();
    // Who is asked stays in sight: the list changes when another part of it is chosen, not under the finger.
    let people = Memo::new(move |_| roster.read().seated.iter().map(|one| one.id).collect::<Vec<_>>());
    let shown = Memo::new(move |_| {
        people.track();
        shown(&roster.read_untracked().seated, &show.get())
    });
    let body = move || match shown.with(Vec::is_empty) {
        true => view! { <Nobody show/> }.into_any(),
        false => view! {
            <Rows><For each=move || shown.get() key=|one| one.id let:one><Asked roster one/></For></Rows>
        }
        .into_any(),
    };
    view! {
        <div class="roll-head">
            <Counts roster/>
            <ChoiceField label=language.phone_show() value=show options=Signal::stored(options)/>
        </div>
        <p class="subtitle">{language.phone_hint()}</p>
        <Card title=language.phone_people()>{body}</Card>
    }
}

/// The part of the list that was chosen; rides by village, as a driver goes.
fn shown(seated: &[Participant], show: &str) -> Vec<Participant> {
    let is_open = |one: &&Participant| matches!(one.answer, None | Some(Answer::Unreached));
    match show {
        "open" => seated.iter().filter(is_open).cloned().collect(),
        "rides" => {
            let mut rides: Vec<Participant> = seated.iter().filter(|one| one.is_fetched()).cloned().collect();
            rides.arrange_by_cached_key(|one| domain::pinyin::sort_key(&one.village));
            rides
        }
        _ => seated.to_vec(),
    }
}

#[component]
fn Nobody(show: RwSignal<String>) -> impl IntoView {
    let language = use_language();
    let title = match show.get_untracked().as_str() {
        "open" => language.phone_none_left(),
        "rides" => language.phone_no_rides(),
        _ => language.phone_nobody(),
    };
    view! { <EmptyState title icon=Icon::Check/> }
}

/// One person: the number to call, and what the answer was.
#[component]
fn Asked(roster: Memo<Roster>, one: Participant) -> impl IntoView {
    let language = use_language();
    let id = one.id;
    let now = Memo::new(move |_| {
        let roster = roster.read();
        let found = roster.seated.iter().find(|other| other.id == id);
        found.map(|one| (one.answer, one.needs_ride)).unwrap_or_default()
    });
    let next = Memo::new(move |_| roster.read().waiting.first().map(|one| one.name.clone()));
    let is_off = move || now.get().0 == Some(Answer::Declines);
    let (village, has_phone) = (one.village.clone(), !one.phone.is_empty());
    let why = Signal::derive(move || {
        let phone = if has_phone { "" } else { language.phone_no_phone() };
        let seat = next.get().filter(|_| is_off()).map(|name| language.phone_seat_goes_to(&name));
        Some(dotted([village.clone(), phone.to_owned(), seat.unwrap_or_default()]))
    });
    let (title, href) = (one.name.clone(), one.case.map(|case| Route::Case(case).href()));
    let name = StoredValue::new(one.name.clone());
    let phone = StoredValue::new(one.phone);
    let action = move || {
        let call = has_phone.then(|| view! { <Call name phone/> });
        view! { {call} <Answers id name now/> }
    };
    view! { <Row title href why action/> }
}

/// The number, which a telephone calls.
#[component]
fn Call(name: StoredValue<String>, phone: StoredValue<String>) -> impl IntoView {
    let language = use_language();
    let number = phone.get_value();
    let spoken = name.with_value(|name| language.call_number(name, &number));
    view! { <LinkButton href=format!("tel:{number}") label=number kind=ButtonKind::Quiet spoken icon=Icon::Phone/> }
}

/// A press for each answer; a second one takes it back.
#[component]
fn Answers(id: Id<Enrolment>, name: StoredValue<String>, now: Memo<(Option<Answer>, bool)>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let say = move |answer: Answer| {
        let (before, needs_ride) = now.get_untracked();
        desk.act(AskMember { id, answer: (before != Some(answer)).then_some(answer), needs_ride });
    };
    let one = move |answer: Answer| {
        let word = language.of(answer);
        let spoken = name.with_value(|name| format!("{word} {name}"));
        let pressed = Signal::derive(move || Some(now.get().0 == Some(answer)));
        view! { <Button label=word spoken pressed on_press=move || say(answer)/> }
    };
    let all = Answer::ALL.iter().map(|answer| one(*answer)).collect_view();
    let is_off = Memo::new(move |_| now.get().0 == Some(Answer::Declines));
    let last = move || match is_off.get() {
        true => view! { <Leave id name/> }.into_any(),
        false => view! { <Ride id name now/> }.into_any(),
    };
    view! { {all}{last} }
}

/// Whether somebody has to fetch them.
#[component]
fn Ride(id: Id<Enrolment>, name: StoredValue<String>, now: Memo<(Option<Answer>, bool)>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let word = language.field(EnrolmentField::needs_ride);
    let spoken = name.with_value(|name| format!("{word} {name}"));
    let pressed = Signal::derive(move || Some(now.get().1));
    let press = move || {
        let (answer, needs_ride) = now.get_untracked();
        desk.act(AskMember { id, answer, needs_ride: !needs_ride });
    };
    view! { <Button label=word spoken pressed on_press=press/> }
}

/// Gives the seat up.
#[component]
fn Leave(id: Id<Enrolment>, name: StoredValue<String>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let spoken = name.with_value(|name| language.withdraw_name(name));
    let reason = language.phone_withdraw_reason().to_owned();
    let leave = move || desk.act(SettleEnrolment { id, state: EnrolmentState::Withdrawn, reason: reason.clone() });
    view! { <Button label=language.withdraw_enrolment() kind=ButtonKind::Danger spoken on_press=leave/> }
}
