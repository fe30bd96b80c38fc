//! The sections of the page of a visit: what was seen and said, needs, promises.

use domain::records::{Need, Occasion, Promise, PromiseField, Visit, VisitField};
use leptos::prelude::*;

use super::write_up::WriteUp;
use crate::cases::register::{NeedRows, RemoveRow};
use crate::cases::repeated::{Repeated, RowEntry};
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::form::{FormSection, Wide};
use crate::widget::icon::Icon;
use crate::widget::notice::use_notices;

/// What was seen and said. What an older report says of a promise stays to be read and changed.
#[component]
pub(super) fn ReportSection(entry: Entry<Visit>) -> impl IntoView {
    let language = use_language();
    let had_promise = entry.one(VisitField::promise).with_untracked(|text| !text.is_empty());
    view! {
        <FormSection title=language.section_report()>
            {entry.needed(VisitField::done_on)}
            {entry.field(VisitField::visitor)}
            {entry.field(VisitField::occasion)}
            {which_festival(entry)}
            {entry.needed(VisitField::report)}
            {had_promise.then(|| entry.field(VisitField::promise))}
        </FormSection>
    }
}

/// Which festival a visit is made for, once it is made for one: so that no round plans it again.
pub(in crate::cases) fn which_festival(entry: Entry<Visit>) -> AnyView {
    let occasion = entry.one(VisitField::occasion);
    let is_festival = Memo::new(move |_| occasion.get() == domain::Choice::number(Occasion::Festival).to_string());
    let field = move || is_festival.get().then(|| entry.field(VisitField::festival));
    view! { {field} }.into_any()
}

/// The needs that are met now, and those that were heard of.
#[component]
pub(super) fn NeedsSection(write_up: WriteUp) -> impl IntoView {
    let language = use_language();
    let needs: Repeated<Need> = write_up.needs;
    let ticks = write_up.met;
    let section = (!ticks.is_empty())
        .then(|| view! { <FormSection title=language.section_needs_met()>{ticks.boxes()}</FormSection> });
    view! {
        {section}
        <NeedRows needs label=language.add_heard_need() case=write_up.case/>
    }
}

/// The promises that are kept now, and those that were made.
#[component]
pub(super) fn PromisesSection(write_up: WriteUp) -> impl IntoView {
    let language = use_language();
    let promises = write_up.promises;
    let ticks = write_up.kept;
    let section = (!ticks.is_empty())
        .then(|| view! { <FormSection title=language.section_promises_kept()>{ticks.boxes()}</FormSection> });
    view! {
        {section}
        <For each=move || promises.rows() key=|row| row.key let:row>
            <PromiseRow promises row/>
        </For>
        <div class="button-row">
            <Button label=language.add_promise() icon=Icon::Plus on_press=move || promises.add()/>
        </div>
    }
}

#[component]
fn PromiseRow(promises: Repeated<Promise>, row: RowEntry<Promise>) -> impl IntoView {
    let (language, notices) = (use_language(), use_notices());
    let title = Signal::derive(move || language.promise_number(promises.place(row.key) + 1));
    let spoken = Signal::derive(move || language.remove_named(&title.get()));
    let remove = move || {
        let title = title.get_untracked();
        promises.remove(row.key, notices, language.row_removed(&title));
    };
    view! {
        <FormSection title>
            <PromiseFields entry=row.entry/>
            <RemoveRow label=language.promise_remove_row() spoken on_remove=remove/>
        </FormSection>
    }
}

/// What is promised, by whom, by when.
#[component]
pub(in crate::cases) fn PromiseFields(entry: Entry<Promise>) -> impl IntoView {
    let language = use_language();
    view! {
        <Wide>{entry.needed(PromiseField::what)}</Wide>
        {entry.hinted(PromiseField::by, language.promise_by_hint())}
        {entry.field(PromiseField::due_on)}
        <SoonButtons due_on=entry.one(PromiseField::due_on)/>
    }
}

/// The days by which most promises are due, one press each.
#[component]
fn SoonButtons(due_on: RwSignal<String>) -> impl IntoView {
    let (language, today) = (use_language(), use_desk().today());
    let spans = [(7, language.within_week()), (14, language.within_fortnight()), (30, language.within_month())];
    let buttons = spans.map(|(days, label)| {
        let day = locales::dates::iso(today.saturating_add(time::Duration::days(days)));
        view! { <Button label kind=ButtonKind::Quiet on_press=move || due_on.set(day.clone())/> }
    });
    view! { <Wide><div class="button-row">{buttons.into_iter().collect_view()}</div></Wide> }
}
