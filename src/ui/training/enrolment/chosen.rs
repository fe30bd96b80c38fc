//! Those chosen: the seats as they would be, who they are, and the press that enrols them all.

use domain::Id;
use domain::records::Member;
use leptos::prelude::*;
use locales::{Language, fault, numbers};
use replica::command::EnrolMembers;

use super::{Board, filter};
use crate::context::{use_desk, use_language};
use crate::route::{Route, use_go};
use crate::training::session::{minimum_mark, of_seats, share_of};
use crate::widget::button::{Button, ButtonKind, IconButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Banner, Card, Pad, Row, Rows, Tone};
use crate::widget::meter::Meter;

/// The part beside the list.
#[component]
pub(super) fn Chosen(board: Board, shown: Memo<Vec<usize>>) -> impl IntoView {
    let language = use_language();
    let count = Signal::derive(move || Some(language.persons(&numbers::size(board.chosen.read().len()))));
    view! {
        <Card title=language.chosen_people() count>
            <Pad><SeatMeter board/><Enrol board/><Hands board shown/></Pad>
            <People board/>
        </Card>
    }
}

/// The seats, with those chosen on them.
#[component]
fn SeatMeter(board: Board) -> impl IntoView {
    let language = use_language();
    let line = move || board.line.get().unwrap_or_default();
    let chosen = move || board.chosen.read().len();
    let value = Signal::derive(move || match chosen() {
        0 => line().seated.to_string(),
        more => format!("{} + {more}", line().seated),
    });
    let target = Signal::derive(move || of_seats(language, &line()));
    let share = Signal::derive(move || share_of(line().seated + chosen(), line().seats));
    let minimum = Signal::derive(move || minimum_mark(&line()));
    let lacking = move || line().lacking().saturating_sub(chosen());
    let hint = move || match (chosen(), board.left()) {
        (_, 0) => language.no_seat_left().to_owned(),
        (chosen, left) if chosen > left => language.over_seats(chosen - left),
        _ if lacking() > 0 => language.people_lacking(lacking()),
        (chosen, left) => language.left_after(left - chosen),
    };
    view! {
        <Meter label=language.seats() value target share pace=minimum limit=true/>
        <p class="subtitle" role="status">{hint}</p>
    }
}

/// The press that enrols, and what came back if it was refused.
#[component]
fn Enrol(board: Board) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let faults = RwSignal::new(Vec::<String>::new());
    let enrol = move || {
        let members = board.chosen.get_untracked();
        let may_wait = members.len() > untrack(|| board.left());
        let go = go.clone();
        desk.save(EnrolMembers { session: board.id, members, may_wait }, move |result| match result {
            Ok(()) => {
                board.draft.close();
                go(Route::Session(board.id));
            }
            Err(problems) => faults.set(problems.iter().map(|one| fault::sentence(language, &one.fault)).collect()),
        });
    };
    let label = Signal::derive(move || enrol_label(language, board.chosen.read().len(), board.left()));
    let disabled = Signal::derive(move || board.chosen.read().is_empty());
    let said = move || {
        let lines = faults.get();
        (!lines.is_empty()).then(|| view! { <Banner tone=Tone::Bad text=lines.join(" ")/> })
    };
    view! { {said} <Button label kind=ButtonKind::Primary icon=Icon::Check disabled on_press=enrol/> }
}

/// What the press will do.
fn enrol_label(language: Language, chosen: usize, left: usize) -> String {
    match (chosen.min(left), chosen.saturating_sub(left)) {
        (seated, 0) => language.enrol_count(seated),
        (0, waiting) => language.wait_count(waiting),
        (seated, waiting) => language.enrol_and_wait(seated, waiting),
    }
}

/// Many at once: the first of the list, or nobody.
#[component]
fn Hands(board: Board, shown: Memo<Vec<usize>>) -> impl IntoView {
    let language = use_language();
    let first = Memo::new(move |_| {
        let chosen = board.chosen.read();
        let most = board.left().saturating_sub(chosen.len());
        filter::first_free(&board.candidates.read(), &shown.read(), &chosen, most)
    });
    let label = Signal::derive(move || language.choose_first(first.read().len()));
    let choose = move || {
        let more = first.get_untracked();
        board.chosen.update(|chosen| chosen.extend(more));
    };
    let is_any = Memo::new(move |_| !first.read().is_empty());
    let is_chosen = Memo::new(move |_| !board.chosen.read().is_empty());
    let more = move || is_any.get().then(|| view! { <Button label on_press=choose/> });
    let nobody = move || {
        let clear = move || board.chosen.set(vec![]);
        is_chosen
            .get()
            .then(|| view! { <Button label=language.choose_nobody() kind=ButtonKind::Quiet on_press=clear/> })
    };
    view! { <div class="button-row">{more}{nobody}</div> }
}

/// Who is chosen.
#[component]
fn People(board: Board) -> impl IntoView {
    let language = use_language();
    let is_empty = Memo::new(move |_| board.chosen.read().is_empty());
    let rows = move || view! { <For each=move || board.chosen.get() key=|member| *member let:member>{row(language, board, member)}</For> };
    move || match is_empty.get() {
        true => view! { <Pad><p class="subtitle">{language.nobody_chosen()}</p></Pad> }.into_any(),
        false => view! { <Rows>{rows()}</Rows> }.into_any(),
    }
}

fn row(language: Language, board: Board, member: Id<Member>) -> impl IntoView {
    let one = board.candidate(member);
    let (name, village) = one.map(|one| (one.name, one.village)).unwrap_or_default();
    let label = language.unchoose_name(&name);
    let drop =
        move || view! { <IconButton label=label.clone() icon=Icon::Close on_press=move || board.toggle(member)/> };
    view! { <Row title=name why=village action=drop/> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_button_says_what_it_will_do() {
        let say = |chosen, left| enrol_label(Language::En, chosen, left);
        assert_eq!(say(0, 3), Language::En.enrol_count(0));
        assert_eq!(say(3, 3), Language::En.enrol_count(3));
        assert_eq!(say(5, 3), Language::En.enrol_and_wait(3, 2));
        assert_eq!(say(2, 0), Language::En.wait_count(2));
    }
}
