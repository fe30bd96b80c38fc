//! What the forms of single records have in common: the record as it was when a form opened, the draft of a form of one
//! record, its saving and its removal. A form must never be made anew under the one who types, whatever changes elsewhere.

use domain::{Id, Record};
use leptos::prelude::*;
use replica::command::{Command, RemoveRecord};
use replica::state::Kept;

use super::{Entry, Typed};
use crate::app::Missing;
use crate::context::{Draft, Pages, keep_draft, use_desk, use_language};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::dialog::ConfirmDialog;
use crate::widget::icon::Icon;
use crate::widget::notice::use_notices;

/// The page of a record while it is there.
pub(crate) fn with_record<T: Kept>(id: Id<T>, page: impl Fn(T) -> AnyView + Send + 'static) -> AnyView {
    let desk = use_desk();
    let is_there = desk.memo(move |state| state.get(id).is_some());
    let record = move || untrack(|| desk.ask(|state| state.get(id).cloned()));
    let shown = move || is_there.get().then(record).flatten();
    view! { {move || shown().map_or_else(|| view! { <Missing/> }.into_any(), &page)} }.into_any()
}

/// The draft of a form, and what empties the form to what it began with.
pub(crate) fn draft_of(
    key: String,
    collect: impl Fn() -> Pages + Clone + 'static,
    restore: impl Fn(Pages) + Clone + Send + Sync + 'static,
) -> (Draft, Callback<()>) {
    let begin = untrack(&collect);
    let put_back = restore.clone();
    let afresh = Callback::new(move |()| put_back(begin.clone()));
    (keep_draft(use_desk(), key, collect, restore), afresh)
}

/// The draft of a form of one record.
pub(crate) fn draft_of_entry<T: Record + Send + Sync>(key: String, entry: Entry<T>) -> (Draft, Callback<()>) {
    draft_of_typed(key, entry.typed())
}

/// The same for a record of any kind: made once, not for each of them.
fn draft_of_typed(key: String, typed: Typed) -> (Draft, Callback<()>) {
    let restore = move |pages: Pages| {
        pages.into_iter().take(1).for_each(|page| typed.restore(page));
        typed.show(vec![]);
    };
    draft_of(key, move || vec![typed.pages()], restore)
}

/// Saves what a form of one record holds: by a command made from it, leaving the page once it is durable.
pub(crate) fn saver<T: Record + Send + Sync, C: Command + 'static>(
    entry: Entry<T>,
    draft: Draft,
    command: impl Fn(T) -> C + Send + Sync + 'static,
    leave: impl Fn() + Clone + Send + Sync + 'static,
) -> Callback<()> {
    let desk = use_desk();
    Callback::new(move |()| {
        let Some(record) = entry.read() else { return };
        let leave = leave.clone();
        desk.save(command(record), move |result| match result {
            Ok(()) => {
                draft.close();
                leave();
            }
            Err(problems) => entry.show(problems),
        });
    })
}

/// A button that removes a record, once confirmed; the notice offers the way back.
pub(crate) fn remove_button<T: Kept + Record + Send + Sync>(
    id: Id<T>,
    label: String,
    question: String,
    done: impl Fn() + Clone + Send + Sync + 'static,
) -> AnyView {
    let (desk, language, notices) = (use_desk(), use_language(), use_notices());
    let remove = Callback::new(move |()| {
        let done = done.clone();
        desk.save(RemoveRecord { id, reason: String::new() }, move |result| match result {
            Ok(()) => done(),
            Err(problems) => {
                problems.iter().for_each(|problem| notices.failed(locales::fault::named(language, problem)));
            }
        });
    });
    asked_first(label, question, remove)
}

/// A button that removes something once a person has said so.
fn asked_first(label: String, question: String, remove: Callback<()>) -> AnyView {
    let language = use_language();
    let is_asking = RwSignal::new(false);
    let confirm = label.clone();
    view! {
        <div class="button-row">
            <Button label kind=ButtonKind::Danger icon=Icon::Trash on_press=move || is_asking.set(true)/>
        </div>
        <ConfirmDialog open=is_asking title=question text=language.remove_text() confirm cancel=language.cancel() danger=true on_confirm=remove/>
    }
    .into_any()
}
