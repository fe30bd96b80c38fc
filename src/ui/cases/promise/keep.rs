//! Marks a promise as kept: one press, and what came of it if there is something to say.

use domain::Id;
use domain::records::{Promise, PromiseField};
use leptos::prelude::*;
use replica::command::KeepPromise;

use crate::context::{use_desk, use_language};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::dialog::{Dialog, DialogActions};
use crate::widget::field::TextArea;
use crate::widget::icon::Icon;
use crate::widget::notice::use_notices;

/// The press, and what it asks.
#[component]
pub(crate) fn KeepButton(
    /// The promise.
    id: Id<Promise>,
    /// What was promised.
    what: String,
    /// To whom.
    household: String,
) -> impl IntoView {
    let language = use_language();
    let (is_open, outcome) = (RwSignal::new(false), RwSignal::new(String::new()));
    let keep = use_keep(id, is_open, outcome);
    let spoken = format!("{} {household} {what}", language.keep_promise());
    let title = format!("{household} · {what}");
    view! {
        <Button label=language.keep_promise() spoken icon=Icon::Check on_press=move || is_open.set(true)/>
        <Dialog open=is_open title close_label=language.cancel()>
            <TextArea label=language.field(PromiseField::outcome) value=outcome hint=language.outcome_hint()/>
            <DialogActions>
                <Button label=language.cancel() on_press=move || is_open.set(false)/>
                <Button label=language.keep_promise_today() kind=ButtonKind::Primary icon=Icon::Check on_press=keep/>
            </DialogActions>
        </Dialog>
    }
}

/// Saves it for today; what was typed stays if it cannot be.
fn use_keep(id: Id<Promise>, is_open: RwSignal<bool>, outcome: RwSignal<String>) -> Callback<()> {
    let (desk, language, notices) = (use_desk(), use_language(), use_notices());
    Callback::new(move |()| {
        let command = KeepPromise { id, on: desk.today(), outcome: domain::entry::text(&outcome.get_untracked()) };
        desk.save(command, move |result| match result {
            // The row may be gone by now, and the dialog with it.
            Ok(()) => drop(is_open.try_set(false)),
            Err(problems) => {
                problems.iter().for_each(|problem| notices.failed(locales::fault::named(language, problem)));
            }
        });
    })
}
