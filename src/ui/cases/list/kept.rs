//! Filters kept under a name. A name or a word of them may be somebody's: they lie sealed, beside the drafts.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::asked::Asked;
use crate::context::{Desk, storage_sentence, use_desk, use_language};
use crate::widget::button::{Button, ButtonKind, IconButton};
use crate::widget::dialog::{Dialog, DialogActions};
use crate::widget::field::TextField;
use crate::widget::icon::Icon;
use crate::widget::notice::use_notices;

/// The slot that holds them.
const SLOT: &str = "lists/cases";

/// A name, and what stands in the fields.
type Kept = (String, Vec<String>);

/// The kept filters, each a press; and the way to keep what is asked for now.
#[component]
pub(super) fn KeptFilters(asked: Asked) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let kept = RwSignal::new(Vec::<Kept>::new());
    read(desk, kept);
    let one = move |(name, values): Kept| {
        let (spoken, gone) = (language.kept_forget(&name), name.clone());
        let forget = move || write(desk, kept, |kept| kept.retain(|(other, _)| *other != gone));
        view! {
            <span class="kept">
                <Button label=name on_press=move || asked.ask(&values)/>
                <IconButton label=spoken icon=Icon::Close on_press=forget/>
            </span>
        }
    };
    view! {
        <div class="button-row" role="group" aria-label=language.kept_filters()>
            {move || kept.get().into_iter().map(one).collect_view()}
            <Keep asked kept/>
        </div>
    }
}

/// Keeps what is asked for now under a name.
#[component]
fn Keep(asked: Asked, kept: RwSignal<Vec<Kept>>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let (open, name) = (RwSignal::new(false), RwSignal::new(String::new()));
    let is_new = Memo::new(move |_| asked.is_any() && kept.read().iter().all(|(_, values)| *values != asked.values()));
    let save = move || {
        let name = name.get_untracked().trim().to_owned();
        if name.is_empty() {
            return;
        }
        let values = untrack(|| asked.values());
        write(desk, kept, move |kept| {
            kept.retain(|(other, _)| *other != name);
            kept.push((name, values));
        });
        open.set(false);
    };
    let offer = move || {
        let begin = move || {
            name.set(String::new());
            open.set(true);
        };
        is_new.get().then(
            || view! { <Button label=language.keep_filter() kind=ButtonKind::Quiet icon=Icon::Plus on_press=begin/> },
        )
    };
    view! {
        {offer}
        <Dialog open title=language.keep_filter() close_label=language.close()>
            <TextField label=language.keep_filter_name() value=name/>
            <DialogActions>
                <Button label=language.cancel() on_press=move || open.set(false)/>
                <Button label=language.save() kind=ButtonKind::Primary on_press=save/>
            </DialogActions>
        </Dialog>
    }
}

fn read(desk: Desk, kept: RwSignal<Vec<Kept>>) {
    let (language, notices, storage) = (use_language(), use_notices(), desk.store().storage());
    spawn_local(async move {
        match storage.slot(SLOT).await {
            Ok(bytes) => {
                let all = bytes.and_then(|bytes| postcard::from_bytes(&bytes).ok()).unwrap_or_default();
                kept.try_set(all);
            }
            Err(error) => notices.failed(storage_sentence(language, &error)),
        }
    });
}

fn write(desk: Desk, kept: RwSignal<Vec<Kept>>, change: impl FnOnce(&mut Vec<Kept>)) {
    let (language, notices, storage) = (use_language(), use_notices(), desk.store().storage());
    if !desk.may_write() {
        return notices.failed(language.sentence_read_only());
    }
    let mut all = kept.get_untracked();
    change(&mut all);
    spawn_local(async move {
        let bytes = postcard::to_stdvec(&all).unwrap_or_default();
        match storage.set_slot(SLOT, Some(&bytes)).await {
            Ok(()) => {
                kept.try_set(all);
            }
            Err(error) => notices.failed(storage_sentence(language, &error)),
        }
    });
}
