//! What the forms of courses, sites and instructors share: the page, the draft, the way out, and removal.
//! What sessions use is never offered for removal.

use domain::records::Session;
use domain::{Field, Id, Problem, Record};
use leptos::prelude::*;
use replica::command::RemoveRecord;
use replica::state::Kept;

use crate::context::{Pages, keep_draft, use_desk, use_language};
use crate::entry::{Entry, RecordForm};
use crate::route::{Route, Target};
use crate::training::detour::{WayOut, use_way_out};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, Pad};
use crate::widget::page::{Page, PageHeader, PageKind};

/// Saves what was read and tells what came of it.
type Save<T> = Callback<(T, Callback<(Result<(), Vec<Problem>>,)>)>;

/// The page of a form.
#[component]
pub(super) fn TeachingForm<T: Kept + Record + Send + Sync>(
    /// What the form is for.
    label: &'static str,
    /// The name of its draft.
    key: String,
    /// The record in the making.
    form: Entry<T>,
    /// The list it belongs to.
    list: Route,
    /// Saves the record.
    save: Save<T>,
    /// The sections, and what stands under the form.
    children: Children,
) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let WayOut { back, leave } = use_way_out::<T>(desk, &list);
    let initial = StoredValue::new(untrack(|| form.pages()));
    let restore = move |pages: Pages| pages.into_iter().for_each(|page| form.restore(page));
    let draft = keep_draft(desk, key, move || vec![form.pages()], restore);
    let done = Callback::new(move |(result,): (Result<(), Vec<Problem>>,)| match result {
        Ok(()) => {
            draft.close();
            leave.run(());
        }
        Err(problems) => form.show(problems),
    });
    let on_save = move || {
        if let Some(record) = form.read() {
            save.run((record, done));
        }
    };
    let afresh = move || form.restore(initial.get_value());
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=label back=back.clone() back_label=language.back()/>
            <RecordForm label draft error=form.whole_error() back on_afresh=afresh on_save>{children()}</RecordForm>
        </Page>
    }
}

/// Removes a record that no session uses; else it says how many do.
#[component]
pub(super) fn Removal<T: Kept + Record + Send + Sync, F: Field + Send + Sync + 'static>(
    /// Which; nothing for a new one, which cannot be removed.
    target: Target<T>,
    /// The field of sessions that refers to it.
    field: F,
    /// Where to go afterwards.
    list: Route,
) -> impl IntoView {
    target.map(|id| view! { <RemovalOf id field list/> })
}

#[component]
fn RemovalOf<T: Kept + Record + Send + Sync, F: Field + Send + Sync + 'static>(
    id: Id<T>,
    field: F,
    list: Route,
) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), crate::route::use_go());
    let uses = desk.memo(move |state| state.referring::<Session>(field, id.raw()).count());
    let list = StoredValue::new(list);
    let go = StoredValue::new(go);
    let remove = move || {
        let leave = move |result: Result<(), Vec<Problem>>| {
            if result.is_ok() {
                go.with_value(|go| go(list.get_value()));
            }
        };
        desk.save(RemoveRecord { id, reason: String::new() }, leave);
    };
    let body = move || {
        match uses.get() {
        0 => view! { <div class="button-row"><Button label=language.remove() kind=ButtonKind::Danger icon=Icon::Trash on_press=remove/></div> }.into_any(),
        count => view! { <p class="subtitle">{language.in_use(count)}</p> }.into_any(),
    }
    };
    view! { <Card title=language.remove()><Pad>{body}</Pad></Card> }
}
