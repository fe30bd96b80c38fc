//! How people and plans are said, wherever they are shown.

use domain::records::Cause;
use leptos::prelude::*;
use locales::Language;
use replica::query::training::demand::Trainee;
use replica::query::training::plan::{Clash, Clashing, PlannedLine};

use crate::values::{dotted, is_from_illness};
use crate::widget::list::Tone;

/// Why somebody should be trained. That an illness made a household poor is nobody's business here.
pub(super) fn reasons(language: Language, one: &Trainee) -> String {
    let wish = if one.wish.is_empty() { String::new() } else { language.reason_wish(&one.wish) };
    let need = one.need.map(|need| language.reason_need(language.of(need))).unwrap_or_default();
    let cause = one.cause.filter(|cause| !is_from_illness([*cause]) && *cause != Cause::Other);
    dotted([wish, need, cause.map(|cause| language.of(cause).to_owned()).unwrap_or_default()])
}

/// A number that leads to what it counts; a nought leads nowhere. A screen reader says `of` what, then the number.
pub(super) fn counted(count: usize, href: String, of: &str) -> AnyView {
    if count == 0 {
        return view! { <span class="nothing">"0"</span> }.into_any();
    }
    let shown = locales::numbers::size(count);
    let spoken = format!("{of} {shown}");
    view! { <a class="cell-link" href=href aria-label=spoken>{shown}</a> }.into_any()
}

/// What is in two places, and where else it is.
pub(super) fn clash(language: Language, clash: &Clash) -> String {
    let on = clash.on.map(|day| language.day(day)).unwrap_or_default();
    let with =
        if clash.is_in_force { language.clash_in_force(&clash.with, &on) } else { format!("{} {on}", clash.with) };
    match clash.what {
        Clashing::Room => language.clash_room(&clash.name, &with),
        Clashing::Instructor => language.clash_instructor(&clash.name, &with),
    }
}

/// The colour of a planned session: a clash needs a hand, a busy season or a missing teacher a look.
pub(super) fn tone_of(line: &PlannedLine) -> Tone {
    match line {
        _ if !line.clashes.is_empty() => Tone::Bad,
        _ if line.season.is_some() || line.planned.instructor.is_none() => Tone::Warn,
        _ => Tone::Good,
    }
}
