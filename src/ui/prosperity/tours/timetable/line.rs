//! One stop in the timetable: its hours, what it is, what is wrong, and the three ways to move it.

use leptos::{ev, html, prelude::*};
use locales::Language;
use replica::query::prosperity::tours::DayStop;

use super::super::words;
use super::{Handle, Order};
use crate::context::use_language;
use crate::route::Tours;
use crate::values::dotted;
use crate::widget::icon::{Icon, Picture};
use crate::widget::list::{Tag, Tone};
use crate::widget::pointer;

/// A stop's line.
#[component]
pub(super) fn StopLine(
    /// The order that it stands in.
    order: Order,
    /// Its place, from 0.
    at: usize,
    /// How many there are.
    count: usize,
    /// The stop.
    stop: DayStop,
    /// Whether it can be moved.
    can_change: bool,
) -> impl IntoView {
    let language = use_language();
    let name = words::place_name(language, stop.place.as_ref());
    let node = order.drag.line();
    let shift = move || order.drag.shift(at).map(|by| format!("translateY({by}px)"));
    let is_held = move || order.drag.shift(at).is_some();
    let is_target = move || order.drag.target().is_some_and(|(from, to)| to == at && from != at);
    let grip = can_change.then(|| view! { <Grip order at stop=stop.id name=name.clone()/> });
    let moves = can_change.then(|| {
        view! {
            <MoveButton order at to=at.checked_sub(1) stop=stop.id label=language.move_up(&name) by=Handle::Up/>
            <MoveButton order at to=Some(at + 1).filter(|to| *to < count) stop=stop.id label=language.move_down(&name) by=Handle::Down/>
        }
    });
    let (hours, closed) = (words::hours(language, &stop), words::closed(language, &stop));
    let tag = closed.is_some().then(|| view! { <Tag text=language.closed_word() tone=Tone::Warn/> });
    let href = Tours::Stop(stop.id).href();
    view! {
        <li class="stop" node_ref=node class:held=is_held class:target=is_target style:transform=shift>
            {grip}
            <div class="stop-when num"><b>{at + 1}</b><span>{hours}</span></div>
            <div class="row-text">
                <p class="row-line"><a class="row-title" href=href>{name}</a> {tag}</p>
                {closed.map(|text| view! { <p class="stop-closed">{text}</p> })}
                <p class="why">{why(language, &stop)}</p>
            </div>
            <div class="row-action">{moves}</div>
        </li>
    }
}

fn why(language: Language, stop: &DayStop) -> String {
    let place = stop.place.as_ref().map(|line| words::place_why(language, line)).unwrap_or_default();
    dotted([words::way(language, stop), language.stay_minutes(stop.stop.stay), place])
}

/// The handle: dragged by the pointer, moved by the arrow keys.
#[component]
fn Grip(order: Order, at: usize, stop: domain::Id<domain::records::Stop>, name: String) -> impl IntoView {
    let label = use_language().move_by_hand(&name);
    let node = focused(order, stop, Handle::Grip);
    let begin = move |ev: ev::PointerEvent| {
        if let Some(grip) = node.get_untracked() {
            // Without it the pointer is only followed while it is over the handle.
            let _ = grip.set_pointer_capture(ev.pointer_id());
        }
        order.drag.begin(at, pointer::in_window(&ev).1);
    };
    let end = move || {
        if let Some((from, to)) = order.drag.end() {
            order.bring(from, to, Handle::Grip);
        }
    };
    let key = move |ev: ev::KeyboardEvent| {
        let to = match ev.key().as_str() {
            "ArrowUp" => at.checked_sub(1),
            "ArrowDown" => Some(at + 1),
            _ => return,
        };
        ev.prevent_default();
        to.inspect(|to| order.bring(at, *to, Handle::Grip));
    };
    view! {
        <button type="button" class="button quiet square grip" node_ref=node aria-label=label.clone() title=label
            on:pointerdown=begin on:pointermove=move |ev| order.drag.follow(pointer::in_window(&ev).1) on:pointerup=move |_| end()
            on:pointercancel=move |_| order.drag.clear_hold() on:keydown=key>
            <Picture icon=Icon::Grip/>
        </button>
    }
}

/// A button that moves the stop by one place.
#[component]
fn MoveButton(
    order: Order,
    at: usize,
    to: Option<usize>,
    stop: domain::Id<domain::records::Stop>,
    label: String,
    by: Handle,
) -> impl IntoView {
    let node = focused(order, stop, by);
    let icon = if by == Handle::Up { Icon::Up } else { Icon::Down };
    let press = move || to.into_iter().for_each(|to| order.bring(at, to, by));
    view! {
        <button type="button" class="button quiet square" node_ref=node aria-label=label.clone() title=label disabled=to.is_none() on:click=move |_| press()>
            <Picture icon/>
        </button>
    }
}

/// A button that takes the focus when it is drawn, if it was the one that moved its stop.
fn focused(order: Order, stop: domain::Id<domain::records::Stop>, handle: Handle) -> NodeRef<html::Button> {
    let node = NodeRef::<html::Button>::new();
    if order.takes_focus(stop, handle) {
        node.on_load(|button| {
            // Where the browser refuses the focus nothing is lost.
            let _ = button.focus();
        });
    }
    node
}
