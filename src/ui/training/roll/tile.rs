//! The names on the roll, each a button as large as a thumb.

use domain::records::Presence;
use leptos::prelude::*;
use replica::query::training::RollLine;

use super::Door;
use crate::values::dotted;
use crate::widget::icon::Icon;
use crate::widget::list::EmptyState;

/// All names that fit what is typed.
#[component]
pub(super) fn Tiles(door: Door) -> impl IntoView {
    let language = door.language;
    let shown = Memo::new(move |_| door.shown());
    let none = move || {
        shown.with(Vec::is_empty).then(|| view! { <EmptyState title=language.roll_none_found() icon=Icon::Search/> })
    };
    view! {
        <ul class="tiles" role="list" aria-label=language.roll_names()>
            <For each=move || shown.get() key=|line| line.person.id let:line><Tile door line/></For>
        </ul>
        {none}
    }
}

/// A person. The line is the one of the moment it was drawn: what is on it now is asked of the roll.
#[component]
fn Tile(door: Door, line: RollLine) -> impl IntoView {
    let language = door.language;
    let id = line.person.id;
    let now = Memo::new(move |_| door.lines.read().iter().find(|other| other.person.id == id).cloned());
    let presence = move || now.read().as_ref().and_then(|line| line.presence);
    let is_signed = move || now.read().as_ref().is_some_and(|line| line.is_signed);
    let reason = move || now.read().as_ref().map(|line| line.reason.clone()).unwrap_or_default();
    let word = move || language.maybe(presence());
    let said = move || {
        let signed = if is_signed() { language.signed_word() } else { "" };
        dotted([word().to_owned(), reason(), signed.to_owned()])
    };
    let tap = move |_| {
        if let Some(line) = now.get_untracked() {
            door.tap(&line);
        }
    };
    let (name, village) = (line.person.name, line.person.village);
    view! {
        <li>
            <button type="button" class=move || tile_class(presence()) aria-pressed=move || if presence().is_some() { "true" } else { "false" } on:click=tap>
                <b>{name}</b>
                <small>{village}</small>
                <span>{said}</span>
            </button>
        </li>
    }
}

fn tile_class(presence: Option<Presence>) -> &'static str {
    match presence {
        None => "tile",
        Some(Presence::Present) => "tile in",
        Some(Presence::Late | Presence::LeftEarly) => "tile late",
        Some(_) => "tile away",
    }
}
