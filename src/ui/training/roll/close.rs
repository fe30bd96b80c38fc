//! Ends the roll, after saying what that means.

use domain::Id;
use domain::records::Session;
use leptos::prelude::*;
use replica::command::CloseRoll;
use replica::query::training;

use super::Door;
use crate::widget::button::{Button, ButtonKind};
use crate::widget::dialog::ConfirmDialog;
use crate::widget::icon::Icon;

/// The button, and the question behind it.
#[component]
pub(super) fn CloseButton(id: Id<Session>, door: Door) -> impl IntoView {
    let language = door.language;
    let asking = RwSignal::new(false);
    let absent = door.desk.memo(move |state| {
        let lines = training::results(state, id);
        lines.iter().filter(|line| line.attended.there == 0).count()
    });
    let text = Signal::derive(move || language.close_roll_text(absent.get()));
    let close = move || door.desk.act(CloseRoll { session: id });
    view! {
        <Button label=language.close_roll() kind=ButtonKind::Primary icon=Icon::Check on_press=move || asking.set(true)/>
        <ConfirmDialog open=asking title=language.close_roll_question() text confirm=language.close_roll()
            cancel=language.cancel() on_confirm=close/>
    }
}
